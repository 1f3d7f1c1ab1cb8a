/** A person's own lines, each with its mark; what is wrong is explained, and steps that were left out are filled in. */
import { mark } from '../../../../src/marking/index.ts'
import type { Mark } from '../../../../src/marking/marking.ts'
import { explained, isAmiss, remarkOn, SUMMARIES } from '../../../../src/marking/said.ts'
import { type WorkShown, workShown } from '../work.ts'

export interface MarkingQuestion {
  readonly lines: string
  readonly variable?: string
  readonly assuming: readonly string[]
}

export interface LineMarked {
  readonly number: number
  readonly text: string
  readonly verdict: Mark['verdict']
  readonly isAmiss: boolean
  readonly remark: string
  /** The single steps from the line before, where there are several. */
  readonly steps: WorkShown | undefined
}

export interface MarkingAnswer {
  readonly verdict: 'right' | 'wrong' | 'unknown'
  readonly lines: readonly LineMarked[]
  readonly explanations: readonly { readonly title: string; readonly lines: readonly string[] }[]
  readonly summary: string
}

const BUDGET_MILLISECONDS = 8_000

/** @throws OgeeError for an assumption that is none. */
export function answer({ lines, ...context }: MarkingQuestion): MarkingAnswer {
  const marking = mark(lines, { ...context, budget: { milliseconds: BUDGET_MILLISECONDS } })
  return {
    verdict: marking.verdict,
    lines: marking.lines.map((line) => ({
      number: line.number,
      text: line.text,
      verdict: line.mark.verdict,
      isAmiss: isAmiss(line),
      remark: remarkOn(line),
      steps: stepsOf(line.mark),
    })),
    explanations: explained(marking),
    summary: SUMMARIES[marking.verdict],
  }
}

function stepsOf(mark: Mark): LineMarked['steps'] {
  const derivation = mark.verdict === 'follows' ? mark.derivation : undefined
  return derivation && derivation.steps.length > 1 ? workShown(derivation, 'every') : undefined
}
