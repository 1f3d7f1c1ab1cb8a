/** Logistic regression: how the chance of an outcome depends on columns, and one step of learning it, number by number. */
import { computed, signal } from '@preact/signals'
import { useAnswer } from '../answer.ts'
import { dataset } from '../dataset.ts'
import { Line } from '../parts/choice.tsx'
import { Column, Columns, columnIn, columnsIn } from '../parts/columns.tsx'
import { Count } from '../parts/count.tsx'
import { TableChoice } from '../parts/dataset.tsx'
import { Drawing } from '../parts/drawing.tsx'
import { Figures } from '../parts/figures.tsx'
import { between, shown } from '../parts/number.ts'
import { Problem } from '../parts/problem.tsx'
import { LEARN_SAMPLES } from '../samples.ts'
import { asked } from '../state.ts'
import type { AnswerTo } from '../worker/protocol.ts'

type Classified = AnswerTo<'classify'>

const table = dataset(LEARN_SAMPLES, signal('exam'))
const tableAsked = computed(() => ({ data: table.data.value }))

export function Regression() {
  const columns = useAnswer('columns', () => tableAsked.value)
  const found = useAnswer('classify', () => {
    const chosen = chosenIn(columns.value.answer)
    return chosen && columns.value.problem === undefined && chosen.features.length > 0
      ? { ...chosen, row: asked.row.value, rate: asked.rate.value }
      : undefined
  })
  const { answer: read, problem: unread } = columns.value
  const { answer, problem, isWaiting } = found.value
  const chosen = chosenIn(read)
  return (
    <>
      <TableChoice
        of={table}
        chosen={() => {
          for (const field of [asked.outcome, asked.features]) field.value = ''
        }}
      />
      {unread && <Problem of={unread} />}
      {read && chosen && (
        <div class="controls">
          <Column label="outcome" of={asked.outcome} names={read.names} initial={chosen.outcome} />
          <Columns
            label="depends on"
            of={asked.features}
            names={read.names.filter((name) => name !== chosen.outcome)}
          />
        </div>
      )}
      {chosen?.features.length === 0 && (
        <p>The table has no other column that the outcome could depend on.</p>
      )}
      {problem && !unread && <Problem of={problem} />}
      {answer && !unread && (
        <div aria-busy={isWaiting}>
          {!problem && <Coefficients of={answer} />}
          <h2>One step, number by number</h2>
          <p>
            Before learning, weights are random. One row is looked at: how wrong is the chance that they give,
            and which way should each weight go?
          </p>
          <div class="controls">
            <Count label="row" of={asked.row} least={1} most={100_000} />
            <Line label="rate η" of={asked.rate} size={6} />
          </div>
          {!problem && answer.step && <Step step={answer.step} target={answer.target} />}
          {!problem && answer.refused !== undefined && (
            <p class="problem" role="alert">
              {answer.refused}
            </p>
          )}
        </div>
      )}
    </>
  )
}

/** The outcome is the last column, and depends on all others, unless something else is said. */
function chosenIn(read: AnswerTo<'columns'> | undefined) {
  const data = table.data.value
  if (read?.id !== data.id) return undefined
  const outcome = columnIn(asked.outcome.value, read.names, read.names.at(-1) ?? '')
  const others = read.names.filter((name) => name !== outcome)
  return { data, outcome, features: columnsIn(asked.features.value, others) }
}

const VERDICTS: Readonly<Record<Classified['verdict'], string>> = {
  fitted: '✓ Fitted',
  separated: '✗ No best weights',
  collinear: '✗ No single best weights',
  unknown: '? Not known',
}

function Coefficients({
  of: { verdict, reason, target, coefficients, quality, picture },
}: {
  readonly of: Classified
}) {
  return (
    <>
      <p class={`verdict ${verdict === 'fitted' ? 'true' : 'false'}`} role="status">
        <b>{VERDICTS[verdict]}</b>
        {reason === undefined ? (
          <>
            : the chance of {target.column} = {target.yes} is 1/(1 + e<sup>−z</sup>), z the sum of the weights
            times the columns.
          </>
        ) : (
          `: ${reason}.`
        )}
      </p>
      {picture && <Drawing of={picture} />}
      {coefficients.length > 0 && (
        <Figures
          label="weights"
          head={['column', 'weight', 'standard error', '95 % interval', 'the odds are multiplied by', 'p']}
          rows={coefficients.map(({ name, value, standardError, lower, upper, oddsRatio, p }) => [
            name,
            shown(value),
            shown(standardError, 3),
            between(lower, upper, 4),
            oddsRatio ? shown(oddsRatio.value, 4) : '',
            p < 1e-4 ? '< 0.0001' : shown(p, 2),
          ])}
        />
      )}
      <Figures
        label="how well the outcomes are told apart"
        head={['measure', 'value']}
        rows={quality.map(([name, value]) => [name, shown(value, 4)])}
      />
    </>
  )
}

interface StepProps {
  readonly step: NonNullable<Classified['step']>
  readonly target: Classified['target']
}

function Step({ step, target }: StepProps) {
  const { row, parts, z, p, y, loss, lossAfter, rate } = step
  return (
    <>
      <Figures
        label={`the step from row ${row}`}
        head={['column', 'in the table', 'x, scaled', 'weight w', '∂E/∂w = (p − y)·x', 'new w = w − η·∂E/∂w']}
        rows={parts.map((part) => [
          part.name,
          shown(part.given),
          shown(part.value),
          shown(part.weight),
          shown(part.gradient),
          shown(part.after),
        ])}
      />
      <ol class="chain">
        <li>
          z = ∑ w·x ={' '}
          {parts.map(({ weight, value }) => `${bracketed(weight)}·${bracketed(value)}`).join(' + ')} ={' '}
          {shown(z)}
        </li>
        <li>
          p = 1/(1 + e<sup>−z</sup>) = {shown(p)}: the chance of {target.column} = {target.yes}
        </li>
        <li>
          y = {y}: in row {row}, {target.column} is {y === 1 ? target.yes : target.no}; the error p − y is{' '}
          {shown(p - y)}
        </li>
        <li>
          the loss E = {y === 1 ? '−log p' : '−log(1 − p)'} = {shown(loss)}; after the step with η ={' '}
          {shown(rate)} it is <b>{shown(lossAfter)}</b>
        </li>
      </ol>
      <p class="soft">
        Scaled means: less the mean of the column, divided by its standard deviation. The weights of this step
        are those of the scaled columns.
      </p>
    </>
  )
}

const bracketed = (value: number): string => (value < 0 ? `(${shown(value, 4)})` : shown(value, 4))
