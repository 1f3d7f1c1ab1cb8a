/** What a judge says of a claim. */
import type { LimitCertificate } from '../analyse/limit.ts'
import type { Evidence as Shown } from '../analyse/property.ts'
import type { Point } from '../decide/index.ts'

/** What shows an answer. */
export type Evidence = Shown | LimitCertificate

/** The answer, before it is written up: with what shows it. */
export type Outcome =
  | { readonly verdict: 'true'; readonly because: string; readonly evidence: readonly Evidence[] }
  | {
      readonly verdict: 'false'
      readonly because: string
      readonly evidence: readonly Evidence[]
      /** Where it fails, if one point shows it. */
      readonly at?: Point
    }
  | { readonly verdict: 'unknown'; readonly reason: string }

export const yes = (because: string, ...evidence: readonly (Evidence | undefined)[]): Outcome => ({
  verdict: 'true',
  because,
  evidence: present(evidence),
})

export const no = (because: string, ...evidence: readonly (Evidence | undefined)[]): Outcome => ({
  verdict: 'false',
  because,
  evidence: present(evidence),
})

export const unknown = (reason: string): Outcome => ({ verdict: 'unknown', reason })

const present = (evidence: readonly (Evidence | undefined)[]): Evidence[] =>
  evidence.filter((part) => part !== undefined)

/** The answer with more that shows it. */
export const withEvidence = (outcome: Outcome, more: readonly Evidence[]): Outcome =>
  outcome.verdict === 'unknown' ? outcome : { ...outcome, evidence: [...outcome.evidence, ...more] }

/** The claim that it is not so. */
export function denied(outcome: Outcome): Outcome {
  if (outcome.verdict === 'unknown') return outcome
  const { because, evidence } = outcome
  return outcome.verdict === 'true' ? no(because, ...evidence) : yes(because, ...evidence)
}

/** True if all are, false if one is. */
export function all(outcomes: readonly Outcome[], because?: string): Outcome {
  const failing = outcomes.find(({ verdict }) => verdict === 'false')
  if (failing) return failing
  const open = outcomes.find(({ verdict }) => verdict === 'unknown')
  if (open || outcomes.length === 0) return open ?? unknown('it is defined nowhere there')
  const known = outcomes.filter((outcome) => outcome.verdict === 'true')
  const reasons = [...new Set(known.map((outcome) => outcome.because))]
  return yes(because ?? reasons.join('; '), ...known.flatMap(({ evidence }) => evidence))
}
