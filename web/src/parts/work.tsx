/** A chain of lines, each with its rule and why it holds; a rule opens its card, a line the steps within it. */
import { type Signal, useSignal } from '@preact/signals'
import type { Line, Maths } from '../worker/maths.ts'
import { Formula, Sentence } from './maths.tsx'
import { RuleCard } from './rule-card.tsx'

interface WorkProps {
  readonly from: Maths
  readonly lines: readonly Line[]
}

export const Work = ({ from, lines }: WorkProps) => (
  <ol class="work">
    <li>
      <span class="sign" />
      <Formula of={from} />
    </li>
    {lines.map((line, i) => (
      <WorkLine key={`${i} ${line.maths.plain}`} line={line} />
    ))}
  </ol>
)

function WorkLine({ line }: { readonly line: Line }) {
  const isOpen = useSignal(false)
  const { sign, maths, above, reason, rule, sentence, where, within } = line
  return (
    <li>
      <span class="sign" aria-hidden="true">
        {sign}
      </span>
      <Formula of={maths} />
      <p class="why">
        {rule === undefined ? (
          <Sentence of={reason} class="rule" />
        ) : (
          <button type="button" class="rule" aria-expanded={isOpen} onClick={() => toggle(isOpen)}>
            <Sentence of={reason} />
          </button>
        )}
        {where && <Sentence of={where} class="where" />} <Sentence of={sentence} />
      </p>
      {isOpen.value && rule !== undefined && <RuleCard name={rule} before={above} after={maths} />}
      {within.length > 0 && (
        <details class="steps">
          <summary>{within.length} single steps</summary>
          <ol class="work">
            {within.map((step, i) => (
              <WorkLine key={`${i} ${step.maths.plain}`} line={step} />
            ))}
          </ol>
        </details>
      )}
    </li>
  )
}

const toggle = (signal: Signal<boolean>): void => {
  signal.value = !signal.value
}
