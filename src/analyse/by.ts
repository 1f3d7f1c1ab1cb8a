/** A proof by a rule: the checker's own rule says what it needs, and each of that is proved in turn. */
import type { Claim, Proof } from '../expression/claim.ts'
import type { Study } from './study.ts'

/** The proof by a rule, what it needs being proved; those parts that are `given` need no search. */
export function by(
  rule: string,
  claim: Claim,
  study: Study,
  told: Omit<Proof, 'by' | 'from'> = {},
  given: readonly (Proof | undefined)[] = [],
): Proof | undefined {
  const from: Proof[] = []
  const needed = study.work.needed(rule, claim, told)
  for (const [i, part] of (needed ?? []).entries()) {
    const shown = given[i] ?? study.prove(part)
    if (!shown) return undefined
    from.push(shown)
  }
  return needed && { by: rule, ...told, from }
}
