/**
 * A chain of lines, each with its rule and why it holds. A rule opens its card, a line the steps within it. Of the line
 * that a reader points at or has reached with the keyboard, the line above shows what the step changes.
 */
import { type Signal, useSignal } from '@preact/signals'
import type { Maths } from '../worker/maths.ts'
import type { Line } from '../worker/work.ts'
import { Formula, Sentence } from './maths.tsx'
import { StepCard } from './step-card.tsx'

interface WorkProps {
  readonly from: Maths
  readonly lines: readonly Line[]
  /** Is the last line the one that is looked at, as long as no other is? */
  readonly isAtLast?: boolean
  /** Are the steps within the lines shown without being asked for? */
  readonly isUnfolded?: boolean
}

export function Work({ from, lines, isAtLast = false, isUnfolded = false }: WorkProps) {
  const pointed = useSignal<number | undefined>(undefined)
  const at = pointed.value ?? (isAtLast ? lines.length - 1 : undefined)
  /** What the line shows: what is new in it, or what the next one makes of it. */
  const shown = (i: number, maths: Maths) => {
    const next = at === i ? lines[i] : undefined
    return <Formula of={next ? next.above : maths} class={next && !next.isWhole ? 'before' : ''} />
  }
  return (
    <ol class="work">
      <li>
        <span class="sign" />
        {shown(0, from)}
      </li>
      {lines.map((line, i) => (
        <li
          key={`${i} ${line.maths.plain}`}
          onPointerEnter={() => point(pointed, i)}
          onPointerLeave={() => point(pointed, undefined)}
          onFocusIn={() => point(pointed, i)}
          onFocusOut={() => point(pointed, undefined)}
        >
          <span class="sign" aria-hidden="true">
            {line.sign}
          </span>
          {shown(i + 1, line.maths)}
          <Why of={line} isUnfolded={isUnfolded} />
        </li>
      ))}
    </ol>
  )
}

const point = (pointed: Signal<number | undefined>, at: number | undefined): void => {
  pointed.value = at
}

/** What is said below a line. */
function Why({ of, isUnfolded }: { readonly of: Line; readonly isUnfolded: boolean }) {
  const isOpen = useSignal(false)
  const { maths, above, reason, sentence, where, within } = of
  return (
    <>
      <p class="why">
        <button
          type="button"
          class="rule"
          aria-expanded={isOpen}
          onClick={() => {
            isOpen.value = !isOpen.value
          }}
        >
          <Sentence of={reason} />
        </button>
        {where && <Sentence of={where} class="where" />} <Sentence of={sentence} />
      </p>
      {isOpen.value && <StepCard of={of} key={`${above.plain} ${maths.plain}`} />}
      {within.length > 1 && (
        <details class="steps" open={isUnfolded}>
          <summary>{within.length} single steps</summary>
          <Work from={above} lines={within} />
        </details>
      )}
    </>
  )
}
