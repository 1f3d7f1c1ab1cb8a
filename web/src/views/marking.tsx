/** A person's own lines, with marks in the margin. */
import { computed } from '@preact/signals'
import { useAnswer } from '../answer.ts'
import { ProblemAfterRest, useRest } from '../parts/problem.tsx'
import { Work } from '../parts/work.tsx'
import { asked, subject } from '../state.ts'
import type { AnswerTo } from '../worker/protocol.ts'

type Marked = AnswerTo<'marking'>['lines'][number]

/** A sign and a word for each mark: colour alone says nothing. */
const SIGNS: Readonly<Record<Marked['verdict'], readonly [sign: string, said: string]>> = {
  start: ['·', 'the beginning'],
  comment: ['', 'words'],
  follows: ['✓', 'follows'],
  'equivalent, but': ['≈', 'equivalent, but'],
  wrong: ['✗', 'wrong'],
  unknown: ['?', 'not decided'],
  unreadable: ['!', 'cannot be read'],
}

const EXAMPLE = "f(x) = 1/(1+e^-x)\nf'(x) = -(1+e^-x)^-2*e^-x\n= -e^-x/(1+e^-x)^2"

const question = computed(() => {
  const { variable, assuming } = subject()
  const lines = asked.lines.value
  return lines.trim() === ''
    ? undefined
    : { lines, assuming, ...(variable === undefined ? {} : { variable }) }
})

export default function MarkingView() {
  const { answer, problem, isWaiting } = useAnswer('marking', () => question.value).value
  const isResting = useRest(asked.lines.value)
  return (
    <>
      <label class="formula-label">
        <span>your lines, one below the other</span>
        <textarea
          class="lines"
          rows={6}
          value={asked.lines.value}
          spellcheck={false}
          autocapitalize="off"
          placeholder={EXAMPLE}
          onInput={({ currentTarget }) => {
            asked.lines.value = currentTarget.value
          }}
        />
      </label>
      <p class="soft">
        A line may begin with =, name its rule in brackets, or be an equation.{' '}
        <button
          type="button"
          onClick={() => {
            asked.lines.value = EXAMPLE
          }}
        >
          an example with a mistake
        </button>
      </p>
      {problem && question.value && (
        <ProblemAfterRest of={problem} text={asked.lines.value} isPlaced={false} />
      )}
      {answer && !problem && question.value && (
        <div aria-busy={isWaiting} aria-live="polite">
          <ol class="marked">
            {answer.lines.map((line) => (
              <MarkedLine key={line.number} line={line} isResting={isResting} />
            ))}
          </ol>
          {answer.explanations.length === 0 ? (
            <p class="verdict">{answer.summary}</p>
          ) : (
            isResting &&
            answer.explanations.map(({ title, lines }) => (
              <section key={title} class="card" aria-label={title}>
                <p>
                  <b>{title}</b>
                </p>
                {lines.map((text) => (
                  <p key={text}>{text}</p>
                ))}
              </section>
            ))
          )}
        </div>
      )}
    </>
  )
}

interface MarkedLineProps {
  readonly line: Marked
  /** A line that is still being typed is not called wrong. */
  readonly isResting: boolean
}

function MarkedLine({ line, isResting }: MarkedLineProps) {
  const isEarly = !isResting && (line.isAmiss || line.verdict === 'unreadable')
  const [sign, said] = isEarly ? SIGNS.comment : SIGNS[line.verdict]
  return (
    <li class={line.isAmiss && !isEarly ? 'amiss' : ''}>
      <span class="gutter">
        <span aria-hidden="true">{sign}</span>
        <span class="unseen">{said}</span>
      </span>
      <code>{line.text || ' '}</code>
      <span class="soft">{isEarly ? '…' : line.remark}</span>
      {line.steps && (
        <details class="steps">
          <summary>the steps between</summary>
          <Work from={line.steps.from} lines={line.steps.lines} />
        </details>
      )}
    </li>
  )
}
