/** The derivative, line by line: all of it, or one step at a time with a hint before each; and in terms of f. */
import { computed, useSignal } from '@preact/signals'
import { useAnswer } from '../answer.ts'
import { ask } from '../ask.ts'
import { Choice } from '../parts/choice.tsx'
import { Copy } from '../parts/copy.tsx'
import { Markup } from '../parts/markup.tsx'
import { Formula, Sentence } from '../parts/maths.tsx'
import { Problem } from '../parts/problem.tsx'
import { Work } from '../parts/work.tsx'
import { asked, subject } from '../state.ts'
import type { AnswerTo, Question } from '../worker/protocol.ts'
import type { Line } from '../worker/work.ts'

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
const ROADS: Readonly<Record<string, string>> = {
  reciprocal: 'by the reciprocal rule',
  quotient: 'by the quotient rule',
  chain: 'by the chain rule',
  product: 'by the product rule',
  logarithmic: 'by logarithms',
}

/** The steps within the lines are always there; how much is unfolded is a matter of the page. */
const question = computed(() => ({
  ...subject(),
  order: Number(asked.order.value),
  road: asked.road.value,
  detail: asked.detail.value === 'every' ? ('every' as const) : ('nested' as const),
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
          choices={[
            ['', 'the shortest'],
            ...(answer?.roads ?? []).map((road) => [road, ROADS[road] ?? road] as const),
          ]}
        />
      </div>
      {problem && <Problem of={problem} text={asked.f.value} />}
      {answer && !problem && (
        <div aria-busy={isWaiting}>
          <Chain key={`${answer.from.plain} ${answer.lines.length}`} of={answer} />
        </div>
      )}
      {answer && !problem && asked.order.value === '1' && <InTermsOfItself />}
    </>
  )
}

/** How many lines are seen: all of them to begin with. */
function Chain({ of }: { readonly of: AnswerTo<'derivation'> }) {
  const { from, lines, to, where } = of
  const seen = useSignal(lines.length)
  const hinted = useSignal(false)
  const isStepped = useSignal(false)
  const next = lines[seen.value]
  const show = (count: number): void => {
    isStepped.value = count <= seen.value + 1
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
      <Work
        from={from}
        lines={lines.slice(0, seen.value)}
        isAtLast={isStepped.value}
        isUnfolded={asked.detail.value === 'nested'}
      />
      {next && hinted.value && <Hint of={next} />}
      {!next && (
        <>
          {where && (
            <p>
              for <Sentence of={where} />
            </p>
          )}
          <p class="soft">
            What is new in a line is shaded. Point at a line, or go to it with Tab: what it was is framed in
            the line above. A click on its rule says more.
          </p>
          <div class="controls">
            <Copy text={to.latex}>copy the result as LaTeX</Copy>
            <Copy text={to.markup}>as MathML</Copy>
            <Copy text={() => copyOf('latex')}>all as LaTeX</Copy>
            <Copy text={() => copyOf('md')}>all as Markdown</Copy>
            <Copy text={() => copyOf('json')}>the certificate</Copy>
          </div>
        </>
      )}
    </>
  )
}

/** All of it, with as many steps as are shown. */
const copyOf = (format: Question<'copies'>['format']): Promise<string> =>
  ask('copies', {
    ...question.value,
    detail: asked.detail.value as Question<'copies'>['detail'],
    format,
  })

/** What comes next, without doing it: the rule, and the part that it is for. */
const Hint = ({ of }: { readonly of: Line }) => (
  <div class="hint" role="status">
    <p>
      Look at the {of.isWhole ? 'whole line' : 'framed part'}. What does the{' '}
      <Sentence of={of.reason} class="rule" /> make of it?
    </p>
    <Formula of={of.above} class="before" />
  </div>
)

/** f′ = f(1 − f) and the way there; nothing where no such form is found, or as long as it is looked for. */
function InTermsOfItself() {
  const { answer, problem, isWaiting } = useAnswer('through', subject).value
  if (!answer || problem || isWaiting) return null
  return (
    <section aria-label="in terms of the function itself">
      <h2>In terms of the function itself</h2>
      <Markup of={answer.said} />
    </section>
  )
}
