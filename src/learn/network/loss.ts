/**
 * Losses: formulas in the prediction p and the target y. The prediction is g(z), g the output's function. Where the
 * loss of g(z) is proved equal to a form in z itself, that is computed: −y·log σ(z) − (1 − y)·log(1 − σ(z)) is
 * (1 − y)·log(1 + e^z) + y·log(1 + e^-z), which no z makes infinite and which keeps its digits where y is 0 or 1.
 */
import { Runner } from '../../compute/kernel.ts'
import { together } from '../../compute/prepare.ts'
import { stable } from '../../compute/stable/index.ts'
import { unfolded } from '../../compute/unfolded.ts'
import { compare } from '../../decide/index.ts'
import { differentiate } from '../../derive/index.ts'
import { isCondition } from '../../expression/condition.ts'
import { OgeeError } from '../../expression/error.ts'
import { CONSTANTS, type Expr, freeSymbols, mentions, substitute, symbol } from '../../expression/expr.ts'
import { asExpr, type Formula } from '../../syntax/formula.ts'
import { parse, print } from '../../syntax/plain-only.ts'
import { nearestName } from '../../syntax/suggest.ts'
import { type Activation, activation, unitsOf } from './activation.ts'

interface Row {
  readonly name: string
  readonly formula: string
  /** The output's function that goes with it. */
  readonly output?: string
  /** The loss of that output: this, linear in u and v with coefficients in y, for u and v in z. */
  readonly through?: { readonly sum: string; readonly parts: Readonly<Record<string, string>> }
}

const ROWS: readonly Row[] = [
  { name: 'squared', formula: '(p - y)^2/2' },
  {
    name: 'cross-entropy',
    formula: '-y*log(p) - (1 - y)*log(1 - p)',
    output: 'sigmoid(x)',
    through: { sum: '(1 - y)*u + y*v', parts: { u: 'log(1 + e^z)', v: 'log(1 + e^-z)' } },
  },
  { name: 'absolute', formula: 'abs(p - y)' },
  { name: 'log-cosh', formula: 'log(cosh(p - y))' },
]

/** One of several classes: −log of the predicted part of the right one, the parts being e^zᵢ/∑e^zⱼ. */
const SOFTMAX = 'softmax'

/** The losses that have names. */
export const LOSSES: readonly string[] = [...ROWS.map(({ name }) => name), SOFTMAX]

/** A loss with the function of the outputs that it judges. */
export interface Loss {
  readonly name: string
  /** In p and y; softmax has none. */
  readonly formula: Expr | undefined
  /** In z and y, where it is computed so. */
  readonly through: Expr | undefined
  readonly output: Activation | undefined
  /** Runs p or z, and y, to the loss and its derivative. */
  readonly runner: Runner | undefined
}

/** Losses are short. */
const EFFORT = { rounds: 1, forms: 20 }

/**
 * The loss of that name, or given as a formula in p and y.
 *
 * @throws OgeeError `E933` for a formula in other letters; as `parse` does.
 */
export function lossOf(given: Formula, output?: Activation): Loss {
  if (given === SOFTMAX) {
    if (output) throw refusal('softmax has its own outputs', 'leave the output out')
    return { name: SOFTMAX, formula: undefined, through: undefined, output: undefined, runner: undefined }
  }
  const row = ROWS.find(({ name }) => name === given)
  const formula = formulaOf(row?.formula ?? given)
  const units = output ?? (row?.output === undefined ? undefined : activation(row.output))
  const name = row?.name ?? print(formula)
  const found = units && throughOf(row, formula, units)
  if (found) return { name, formula, through: found.through, output: units, runner: found.runner }
  const u = unfolded(formula)
  const forms: Forms = [mended(u), mended(unfolded(slopeOf(u, 'p')))]
  return { name, formula, through: undefined, output: units, runner: runnerOf(forms, 'p') }
}

const refusal = (what: string, hint: string): OgeeError => new OgeeError('E933', what, undefined, hint)

function formulaOf(given: Formula): Expr {
  const near =
    typeof given === 'string' && /^[a-z-]{4,}$/.test(given) ? nearestName(given, LOSSES) : undefined
  if (near !== undefined) throw refusal(`there is no loss ${given as string}`, `did you mean ${near}?`)
  const formula = asExpr(given)
  const hint = `a formula in the prediction p and the target y, e.g. (p - y)^2; or one of ${LOSSES.join(', ')}`
  if (isCondition(formula)) throw refusal('a loss is a formula, not a condition', hint)
  const other = freeSymbols(formula).find((name) => !CONSTANTS.has(name) && name !== 'p' && name !== 'y')
  if (other !== undefined) throw refusal(`the loss ${print(formula)} has the letter ${other}`, hint)
  if (!mentions(formula, 'p')) throw refusal(`the loss ${print(formula)} does not depend on p`, hint)
  return formula
}

/** The form in z and y, if it is proved to be the loss of this output. */
function throughOf(
  row: Row | undefined,
  formula: Expr,
  { formula: g }: Activation,
): { readonly through: Expr; readonly runner: Runner } | undefined {
  if (!row?.through) return undefined
  const sum = parse(row.through.sum)
  const parts = Object.entries(row.through.parts).map(([name, part]) => ({ name, part: parse(part) }))
  const put = (of: (part: Expr) => Expr): Expr =>
    substitute(sum, new Map(parts.map(({ name, part }) => [name, of(part)])))
  const through = put((part) => part)
  const p = substitute(g, new Map([['x', symbol('z')]]))
  if (compare(substitute(formula, new Map([['p', p]])), through).verdict !== 'equal') return undefined
  // being linear in its parts, it has the derivative that it gives for theirs
  const forms: Forms = [put(mended), put((part) => mended(slopeOf(part, 'z')))]
  return { through, runner: runnerOf(forms, 'z') }
}

type Forms = readonly [value: Expr, slope: Expr]

const slopeOf = (u: Expr, variable: string): Expr => differentiate(u, { variable }).to

const mended = (u: Expr): Expr => stable(u, { effort: EFFORT }).form

function runnerOf(forms: Forms, variable: string): Runner {
  const compiled = forms.map((form, i) => {
    return { of: i === 0 ? 'value' : variable, given: form, form, before: Number.NaN, after: Number.NaN }
  })
  return new Runner(together(compiled, [variable, 'y'], [variable]).program, 64, 'fast')
}

/** Arrays for n rows of k outputs: sums z and targets y in, predictions and ∂E/∂z out. */
export interface Judged {
  readonly z: Float64Array
  readonly y: Float64Array
  readonly predicted: Float64Array
  readonly error: Float64Array
  /** Fills the last two; the mean loss of a row. */
  readonly run: () => number
}

/** Room to judge n rows of k outputs. */
export function judgedBy(loss: Loss, n: number, k: number): Judged {
  return loss.runner ? byFormula(loss, loss.runner, n, k) : bySoftmax(n, k)
}

function byFormula({ output, through }: Loss, runner: Runner, n: number, k: number): Judged {
  const { inputs, value, gradient, run } = runner.workspace(n * k)
  const units = output && unitsOf(output, n * k)
  const z = units?.x ?? (inputs.p as Float64Array)
  const predicted = units?.value ?? z
  const error = new Float64Array(n * k)
  const [losses, slopes, y] = [value, gradient[0], inputs.y] as [Float64Array, Float64Array, Float64Array]
  return {
    z,
    y,
    predicted,
    error,
    run() {
      units?.run()
      if (through) inputs.z?.set(z)
      else if (units) inputs.p?.set(predicted)
      run()
      let sum = 0
      const outer = through ? undefined : units?.slope
      for (let i = 0; i < error.length; i += 1) {
        sum += losses[i] as number
        error[i] = ((slopes[i] as number) * (outer ? (outer[i] as number) : 1)) / n
      }
      return sum / n
    },
  }
}

/** The largest z is taken out of the sum of exponentials, so that none is infinite. */
function bySoftmax(n: number, k: number): Judged {
  const [z, y, predicted, error] = Array.from({ length: 4 }, () => new Float64Array(n * k)) as [
    Float64Array,
    Float64Array,
    Float64Array,
    Float64Array,
  ]
  const run = (): number => {
    let total = 0
    for (let from = 0; from < n * k; from += k) {
      const row = z.subarray(from, from + k)
      const largest = row.reduce((a, b) => Math.max(a, b))
      const sum = row.reduce((s, u) => s + Math.exp(u - largest), 0)
      for (let j = from; j < from + k; j += 1) {
        const [u, right] = [(z[j] as number) - largest, y[j] as number]
        predicted[j] = Math.exp(u) / sum
        error[j] = ((predicted[j] as number) - right) / n
        if (right !== 0) total += right * (Math.log(sum) - u)
      }
    }
    return total / n
  }
  return { z, y, predicted, error, run }
}
