/** What the function does, proved; and claims about it, judged. */
import { computed, useSignal } from '@preact/signals'
import { useAnswer } from '../answer.ts'
import { Markup } from '../parts/markup.tsx'
import { Problem } from '../parts/problem.tsx'
import { asked, subject } from '../state.ts'
import type { AnswerTo } from '../worker/protocol.ts'

const ONLY = ['in-terms-of-f', 'properties', 'claims', 'saturation', 'antiderivative-and-inverse']
const question = computed(() => ({ ...subject(), only: ONLY }))

export default function PropertiesView() {
  const { answer, problem, isWaiting } = useAnswer('sections', () => question.value).value
  return (
    <>
      <Claim />
      {problem && <Problem of={problem} text={asked.f.value} />}
      {!problem && !answer && <p class="soft">Looking for proofs …</p>}
      {answer && !problem && (
        <div aria-busy={isWaiting}>
          <Markup of={answer.markup} />
          <Open of={answer} />
        </div>
      )}
    </>
  )
}

/** What was not found, and why. */
function Open({ of: { omitted, unfinished } }: { readonly of: AnswerTo<'sections'> }) {
  if (omitted.length === 0 && unfinished.length === 0) return null
  return (
    <section aria-label="what stays open">
      <h2>What stays open</h2>
      <ul>
        {omitted.map(({ id, reason }) => (
          <li key={id}>
            {NAMES[id] ?? id}: {reason}
          </li>
        ))}
        {unfinished.map((id) => (
          <li key={id}>{NAMES[id] ?? id}: not found in the time there was</li>
        ))}
      </ul>
    </section>
  )
}

const NAMES: Readonly<Record<string, string>> = {
  'in-terms-of-f': 'the derivative in terms of f',
  properties: 'properties',
  claims: 'claims that are not true of it',
  saturation: 'saturation',
  'antiderivative-and-inverse': 'antiderivative, inverse, Taylor polynomial',
}

const EXAMPLES = ["f' <= 1/4", 'f is increasing', "f'(0) is the maximum of f'", 'f is odd']

/** One claim in words or signs; the function is called f. */
function Claim() {
  const typed = useSignal(asked.claim.value)
  const { answer, problem, isWaiting } = useAnswer('claim', () =>
    asked.claim.value.trim() === '' ? undefined : { ...subject(), claim: asked.claim.value },
  ).value
  const judge = (claim: string): void => {
    typed.value = claim
    asked.claim.value = claim
  }
  return (
    <section aria-label="a claim">
      <form
        class="controls"
        onSubmit={(event) => {
          event.preventDefault()
          judge(typed.value)
        }}
      >
        <label class="field wide-field">
          <span>Is it true? A claim about f</span>
          <input
            type="text"
            value={typed}
            placeholder="f' <= 1/4"
            spellcheck={false}
            onInput={({ currentTarget }) => {
              typed.value = currentTarget.value
            }}
          />
        </label>
        <button type="submit">judge it</button>
      </form>
      <p class="soft">
        for example{' '}
        {EXAMPLES.map((claim) => (
          <button type="button" key={claim} class="example" onClick={() => judge(claim)}>
            {claim}
          </button>
        ))}
      </p>
      <div aria-live="polite" aria-busy={isWaiting}>
        {problem && <Problem of={problem} text={asked.claim.value} />}
        {answer && !problem && asked.claim.value.trim() !== '' && (
          <Markup of={answer.said} class={`verdict ${answer.verdict}`} />
        )}
      </div>
    </section>
  )
}
