/** A curve fitted to two columns of a table: what its parameters are, how sure that is, and whether it can be known. */
import { computed } from '@preact/signals'
import { useAnswer } from '../answer.ts'
import { dataset } from '../dataset.ts'
import { Line } from '../parts/choice.tsx'
import { Column, columnIn } from '../parts/columns.tsx'
import { TableChoice } from '../parts/dataset.tsx'
import { Drawing } from '../parts/drawing.tsx'
import { Figures } from '../parts/figures.tsx'
import { Formula } from '../parts/maths.tsx'
import { Menu } from '../parts/menu.tsx'
import { between, shown } from '../parts/number.ts'
import { Problem, ProblemAfterRest } from '../parts/problem.tsx'
import { FIT_SAMPLES } from '../samples.ts'
import { asked } from '../state.ts'
import type { AnswerTo } from '../worker/protocol.ts'

type Fitted = AnswerTo<'fit'>

const table = dataset(FIT_SAMPLES, asked.data)
const tableAsked = computed(() => ({ data: table.data.value }))

/** Columns that were chosen for one table mean nothing in another. */
const forget = (): void => {
  for (const field of [asked.x, asked.y, asked.quantity]) field.value = ''
}

export default function FitView() {
  const columns = useAnswer('columns', () => tableAsked.value)
  const curves = useAnswer('curves', () => ({})).value.answer ?? []
  const found = useAnswer('fit', () => {
    const chosen = chosenIn(columns.value.answer)
    return chosen && columns.value.problem === undefined
      ? { ...chosen, model: asked.model.value, quantities: asked.quantity.value }
      : undefined
  })
  const { answer: read, problem: unread } = columns.value
  const { answer, problem, isWaiting } = found.value
  const chosen = chosenIn(read)
  return (
    <>
      <TableChoice
        of={table}
        chosen={(name) => {
          forget()
          asked.model.value = FIT_SAMPLES[name as keyof typeof FIT_SAMPLES]?.model ?? asked.model.value
        }}
      />
      {unread && <Problem of={unread} />}
      <div class="controls">
        {read && chosen && (
          <>
            <Column label="across, x" of={asked.x} names={read.names} initial={chosen.x} />
            <Column label="up, y" of={asked.y} names={read.names} initial={chosen.y} />
          </>
        )}
        <Line
          label="model: the name of a curve, or any formula"
          of={asked.model}
          hint="a*e^(-k*x) + c"
          size={30}
        />
        <Menu
          label="named curves"
          choices={curves.filter(([call]) => call.includes(','))}
          take={(call) => {
            asked.model.value = call
          }}
        />
        <button
          type="button"
          onClick={() => {
            asked.model.value = asked.f.value
          }}
        >
          the formula above
        </button>
      </div>
      {problem && !unread && <ProblemAfterRest of={problem} text={asked.model.value} />}
      {answer && !problem && !unread && (
        <div aria-busy={isWaiting}>
          <Outcome of={answer} />
        </div>
      )}
    </>
  )
}

/** The columns that are fitted: those that are said, else the first two that are numbers. */
function chosenIn(read: AnswerTo<'columns'> | undefined) {
  const data = table.data.value
  if (read?.id !== data.id) return undefined
  const [first = read.names[0] ?? '', second = read.names[1] ?? first] = read.numeric
  return {
    data,
    x: columnIn(asked.x.value, read.names, first),
    y: columnIn(asked.y.value, read.names, second),
  }
}

const VERDICTS: Readonly<Record<Fitted['verdict'], readonly [sign: string, said: string, look: string]>> = {
  fitted: ['✓', 'Fitted', 'true'],
  undetermined: ['✗', 'Not determined', 'false'],
  unknown: ['?', 'Not known', ''],
}

function Outcome({ of }: { readonly of: Fitted }) {
  const { formula, verdict, said, level, parameters, derived, quality, picture, residuals } = of
  const [sign, title, look] = VERDICTS[verdict]
  const [first = '', ...notes] = said
  const interval = `${shown(level, 4)} % interval`
  return (
    <>
      <Formula of={formula} label="the model" />
      <div class={`verdict ${look}`} role="status">
        <p>
          <span aria-hidden="true">{sign}</span> <b>{title}</b>: {first}.
        </p>
        {notes.map((note) => (
          <p key={note}>{note}.</p>
        ))}
      </div>
      {picture && <Drawing of={picture} />}
      <h2>Parameters</h2>
      <Figures
        label="parameters"
        head={['parameter', 'estimate', 'standard error', interval, 'what it is']}
        rows={parameters.map(({ name, means, value, error, low, high }) => [
          name,
          shown(value, 6),
          shown(error, 3),
          Number.isNaN(low) ? '–' : between(low, high),
          means ?? '',
        ])}
      />
      <p class="soft">
        Intervals are those of the likelihood (profiles), and need not be symmetrical.{' '}
        {verdict !== 'fitted' &&
          'Where the data do not determine the parameters, an error would mean nothing.'}
      </p>
      <h2>Read off the curve</h2>
      <div class="controls">
        <Line label="numbers made of the parameters" of={asked.quantity} hint="c*9^(1/b); d - a" size={24} />
      </div>
      {derived.length > 0 && (
        <Figures
          label="numbers made of the parameters"
          head={['number', 'value', 'standard error', interval, 'by']}
          rows={derived.map(({ name, means, value, error, low, high }) => [
            name,
            shown(value, 6),
            shown(error, 3),
            Number.isNaN(low) ? '–' : between(low, high),
            means ?? '',
          ])}
        />
      )}
      {residuals && (
        <>
          <h2>What is left over</h2>
          <Drawing of={residuals} />
        </>
      )}
      <Figures
        label="how well it fits"
        head={['measure', 'value']}
        rows={quality.map(([name, value]) => [name, shown(value)])}
      />
    </>
  )
}
