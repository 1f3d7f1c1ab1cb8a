/** The chance of an outcome by columns of a table: coefficients, the border between the outcomes, and one step there. */
import { decimalTerm } from '../../../../src/compute/doubles.ts'
import { type Table, tableFrom } from '../../../../src/data/table.ts'
import { OgeeError } from '../../../../src/expression/error.ts'
import { add, multiply, substitute, symbol } from '../../../../src/expression/expr.ts'
import { type Classified, classify } from '../../../../src/learn/logistic/classify.ts'
import type { Design } from '../../../../src/learn/logistic/design.ts'
import { lossOf } from '../../../../src/learn/logistic/loss.ts'
import type { LogisticModel } from '../../../../src/learn/logistic/model.ts'
import { borderPicture } from '../../../../src/learn/logistic/pictures.ts'
import type { Coefficient, LogisticResult } from '../../../../src/learn/logistic/result.ts'
import { step } from '../../../../src/learn/network/step.ts'
import { describePlot, plot } from '../../../../src/plot/index.ts'
import type { PlotOptions } from '../../../../src/plot/options.ts'
import { type PictureMarkup, pictureMarkup } from '../picture.ts'
import { numberIn } from '../subject.ts'
import { type Data, tableIn } from '../table.ts'

export interface ClassifyQuestion {
  readonly data: Data
  readonly outcome: string
  /** The columns that the chance depends on. */
  readonly features: readonly string[]
  /** The row of the step, from 1, and how long it is. */
  readonly row: string
  readonly rate: string
}

/** A coefficient on its way: z is the sum of weight times value. */
export interface StepPart {
  readonly name: string
  readonly given: number
  /** Less the mean, divided by the deviation. */
  readonly value: number
  readonly weight: number
  readonly gradient: number
  readonly after: number
}

/** One step of gradient descent from one row. */
export interface StepShown {
  readonly row: number
  readonly parts: readonly StepPart[]
  readonly z: number
  readonly p: number
  readonly y: number
  readonly loss: number
  readonly lossAfter: number
  readonly rate: number
}

export interface ClassifyAnswer {
  readonly verdict: LogisticResult['verdict']
  /** Why there are no coefficients. */
  readonly reason: string | undefined
  readonly target: Design['target']
  readonly coefficients: readonly Coefficient[]
  readonly quality: readonly (readonly [name: string, value: number])[]
  readonly picture: PictureMarkup | undefined
  /** Nothing for a row or a rate that cannot be. */
  readonly step: StepShown | undefined
  readonly refused: string | undefined
}

/** @throws OgeeError for a table and columns that cannot be used, and for a row that there is not. */
export async function answer(question: ClassifyQuestion): Promise<ClassifyAnswer> {
  const { data, outcome, features } = question
  const { head, rows } = await tableIn(data)
  const all = (async function* () {
    yield [{ line: 1, fields: head.names }, ...rows]
  })()
  const only = [...new Set([...features, outcome])]
  const table = await tableFrom(all, { file: data.name, only, dropMissing: true })
  const { design, result, model, scores, heldOut } = await classified(table, outcome, features)
  return {
    verdict: result.verdict,
    reason: result.verdict === 'fitted' ? undefined : result.reason,
    target: design.target,
    coefficients: result.verdict === 'fitted' ? result.coefficients : [],
    quality: [
      ['rows', table.count],
      ...(scores
        ? ([
            ['share put right', scores.accuracy],
            ['mean loss', scores.logLoss],
            ['area under the ROC curve', scores.auc],
          ] as const)
        : []),
      ...(heldOut?.verdict === 'scored'
        ? ([[`share put right of rows held out (${heldOut.how})`, heldOut.accuracy]] as const)
        : []),
    ],
    picture: model && bordered(design, model),
    ...stepOrNot(design, question),
  }
}

const TWO_OUTCOMES = 'E835'

/** On the page there is no other way to say which of many outcomes counts. */
async function classified(table: Table, target: string, features: readonly string[]): Promise<Classified> {
  try {
    return await classify(table, { target, features })
  } catch (thrown) {
    if (!(thrown instanceof OgeeError) || thrown.code !== TWO_OUTCOMES) throw thrown
    throw new OgeeError(TWO_OUTCOMES, thrown.message, undefined, 'choose a column with two values as outcome')
  }
}

/** The chance over two columns, or as a curve over the only one. */
function bordered(design: Design, model: LogisticModel): PictureMarkup | undefined {
  const { column, yes, no } = design.target
  return pictureMarkup(() => {
    const plane = borderPicture(design, model)
    if (plane === undefined) return curveOf(design, model)
    const described = `The chance of ${column} = ${yes}; on the line it is a half. Crosses are rows with ${yes}, circles rows with ${no}.`
    return { svg: plane, described }
  })
}

function curveOf(
  { rows, features, outcome, target }: Design,
  { constant, terms, link }: LogisticModel,
): PictureMarkup {
  const z = add(decimalTerm(constant), multiply(decimalTerm(terms[0]?.coefficient ?? 0), symbol('x')))
  const chance = substitute(lossOf(link).probability, new Map([['z', z]]))
  const name = features[0]?.name ?? ''
  const [x, y] = [rows.columns[name], rows.columns[outcome]] as [Float64Array, Float64Array]
  const every = Math.ceil(x.length / MOST_POINTS)
  const some = (values: Float64Array): number[] => [...values.filter((_, i) => i % every === 0)]
  const options: PlotOptions = {
    ...{ variable: 'x', xLabel: name, yLabel: 'chance', legend: 'none', yFrom: -0.05, yTo: 1.05 },
    title: `Chance of ${target.column} = ${target.yes}`,
    data: [{ x: some(x), y: some(y), label: target.column, color: 'black' }],
  }
  return { svg: plot([chance], options), described: describePlot([chance], options) }
}

const MOST_POINTS = 500

/** A row that there is not does not take the regression away. */
function stepOrNot(design: Design, question: ClassifyQuestion): Pick<ClassifyAnswer, 'step' | 'refused'> {
  try {
    return { step: stepFrom(design, question), refused: undefined }
  } catch (thrown) {
    if (!(thrown instanceof OgeeError)) throw thrown
    return { step: undefined, refused: [thrown.message, thrown.hint].filter(Boolean).join(': ') }
  }
}

/** A step from one row, from weights drawn at random. */
function stepFrom({ rows, features, outcome }: Design, { row, rate }: ClassifyQuestion): StepShown {
  const [at, length] = [numberIn(row, 'the row') ?? 1, numberIn(rate, 'the rate') ?? 1]
  if (!(Number.isInteger(at) && at >= 1 && at <= rows.count))
    throw new OgeeError('E807', `there is no row ${at}`, undefined, `the rows are 1 to ${rows.count}`)
  const columns = features.map(({ name }) => rows.columns[name] as Float64Array)
  const y = rows.columns[outcome] as Float64Array
  // the row of the step comes first; the others say what is usual
  const order = [at - 1, ...Array.from(y.keys()).filter((i) => i !== at - 1)]
  const examples = {
    inputs: order.map((i) => columns.map((column) => column[i] as number)),
    targets: order.map((i) => [y[i] as number]),
  }
  const made = step(examples, { layers: [], loss: 'cross-entropy', rate: length })
  const [layer] = made.layers as [(typeof made.layers)[number]]
  const part = (name: string, j: number): StepPart => ({
    name,
    given: examples.inputs[0]?.[j] as number,
    value: made.inputs[j] as number,
    weight: layer.weights[0]?.[j] as number,
    gradient: layer.weightGradient[0]?.[j] as number,
    after: layer.newWeights[0]?.[j] as number,
  })
  const constant = {
    ...{ name: '(constant)', given: 1, value: 1 },
    ...{ weight: layer.biases[0] as number, gradient: layer.biasGradient[0] as number },
    after: layer.newBiases[0] as number,
  }
  return {
    row: at,
    parts: [constant, ...features.map(({ name }, j) => part(name, j))],
    z: layer.sums[0] as number,
    p: made.predicted[0] as number,
    y: made.targets[0] as number,
    loss: made.loss,
    lossAfter: made.lossAfter,
    rate: length,
  }
}
