/** The derivative, line by line: all of it, or one step at a time with a hint before each. */
import { computed, useSignal } from '@preact/signals'
import { useAnswer } from '../answer.ts'
import { Choice } from '../parts/choice.tsx'
import { Copy } from '../parts/copy.tsx'
import { Formula, Sentence } from '../parts/maths.tsx'
import { Problem } from '../parts/problem.tsx'
import { Work } from '../parts/work.tsx'
import { asked, subject } from '../state.ts'
import type { Line } from '../worker/maths.ts'
import type { AnswerTo } from '../worker/protocol.ts'

const DETAILS = [
  ['main', 'a line for each rule'],
  ['nested', 'with the steps within'],
  ['every', 'every single step'],
] as const
const ORDERS = [
  ['1', 'first'],
  ['2', 'second'],
  ['3', 'third'],
  ['4', 'fourth'],
] as const

const question = computed(() => ({
  ...subject(),
  order: Number(asked.order.value),
  road: asked.road.value,
  detail: asked.detail.value as 'main' | 'nested' | 'every',
}))

export default function DerivationView() {
  const { answer, problem, isWaiting } = useAnswer('derivation', () => question.value).value
  return (
    <>
      <div class="controls">
        <Choice label="derivative" of={asked.order} choices={ORDERS} />
        <Choice label="steps" of={asked.detail} choices={DETAILS} />
        <Choice
          label="road"
          of={asked.road}
          choices={[['', 'the shortest'], ...(answer?.roads ?? []).map((road) => [road, road] as const)]}
        />
      </div>
      {problem && <Problem of={problem} text={asked.f.value} />}
      {answer && !problem && (
        <div aria-busy={isWaiting}>
          <Chain key={`${answer.from.plain} ${answer.lines.length}`} of={answer} />
        </div>
      )}
    </>
  )
}

/** How many lines are seen: all of them to begin with. */
function Chain({ of }: { readonly of: AnswerTo<'derivation'> }) {
  const { from, lines, to, where, copies } = of
  const seen = useSignal(lines.length)
  const hinted = useSignal(false)
  const next = lines[seen.value]
  const show = (count: number): void => {
    seen.value = count
    hinted.value = false
  }
  return (
    <>
      <fieldset class="controls">
        <legend class="unseen">how much is shown</legend>
        <button type="button" onClick={() => show(0)} disabled={seen.value === 0}>
          from the beginning
        </button>
        <button
          type="button"
          disabled={!next || hinted.value}
          onClick={() => {
            hinted.value = true
          }}
        >
          hint
        </button>
        <button type="button" disabled={!next} onClick={() => show(seen.value + 1)}>
          next step
        </button>
        <button type="button" disabled={!next} onClick={() => show(lines.length)}>
          all
        </button>
      </fieldset>
      <Work from={from} lines={lines.slice(0, seen.value)} />
      {next && hinted.value && <Hint of={next} />}
      {!next && (
        <>
          {where && (
            <p>
              for <Sentence of={where} />
            </p>
          )}
          <div class="controls">
            <Copy text={to.latex}>copy the result as LaTeX</Copy>
            <Copy text={copies.latex}>all as LaTeX</Copy>
            <Copy text={copies.markdown}>all as Markdown</Copy>
            <Copy text={to.markup}>the result as MathML</Copy>
            <Copy text={copies.json}>the certificate</Copy>
          </div>
        </>
      )}
    </>
  )
}

/** What comes next, without doing it: the rule, and the part that it is for. */
const Hint = ({ of }: { readonly of: Line }) => (
  <div class="hint" role="status">
    <p>
      Look at the shaded part. What does the <Sentence of={of.reason} class="rule" /> make of it?
    </p>
    <Formula of={of.above} />
  </div>
)
