/** Forms by cases: the case that is known is put in; else both sides of a point where it changes are looked at. */
import type { Proof } from '../../../expression/claim.ts'
import { integer, same, symbol } from '../../../expression/expr.ts'
import { branches, breaks, chosen } from '../branches.ts'
import { lettersOf } from '../scout.ts'
import type { Work } from '../work.ts'
import { from, type Inequality } from './form.ts'

export function byBranches(inequality: Inequality, work: Work): Proof | undefined {
  const { claim, of } = inequality
  if (!branches(of)) return undefined
  const plain = chosen(of, work.facts(claim.assuming))
  if (!same(plain, of)) {
    const proof = from(inequality, plain, integer(1), work)
    if (proof) return proof
  }
  for (const letter of lettersOf([of])) {
    for (const at of breaks(of, letter, claim.assuming, work)) {
      const proof = work.by('cases', claim, { terms: { u: symbol(letter), v: at } })
      if (proof) return proof
    }
  }
  return undefined
}
