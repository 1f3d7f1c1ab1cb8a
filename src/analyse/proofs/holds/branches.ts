/** Forms by cases: the case that is known is put in; else both sides of a point where it changes are looked at. */

import { switches } from '../../../decide/disprove.ts'
import type { Proof } from '../../../expression/claim.ts'
import { integer, same, symbol } from '../../../expression/expr.ts'
import { branches, breaks, chosen } from '../branches.ts'
import { lettersOf } from '../scout.ts'
import type { Work } from '../work.ts'
import { from, type Inequality, inCases } from './form.ts'

/** A term that changes its sign again and again is looked at by its sign. */
const MANY = 4

export function byBranches(inequality: Inequality, work: Work): Proof | undefined {
  const { claim, of } = inequality
  if (!branches(of)) return undefined
  const plain = chosen(of, work.facts(claim.assuming))
  if (!same(plain, of)) {
    const proof = from(inequality, plain, integer(1), work)
    if (proof) return proof
  }
  const [letter, ...others] = lettersOf([of])
  const points = letter && others.length === 0 ? breaks(of, letter, claim.assuming, work) : []
  const found = points.map((at) => [symbol(letter as string), at] as const)
  const isFew = found.length > 0 && found.length < MANY
  const pairs = isFew ? found : switches(of).map((term) => [term, integer(0)] as const)
  for (const [u, v] of pairs) {
    const proof = inCases(inequality, u, v, work)
    if (proof) return proof
  }
  return undefined
}
