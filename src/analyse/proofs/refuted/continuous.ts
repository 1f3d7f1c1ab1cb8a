/** Jumps, corners and vertical tangents. */
import type { Continuous, Differentiable, Proof, Refuted, Smooth, Tends } from '../../../expression/claim.ts'
import { add, divide, type Expr, integer, negate, symbol } from '../../../expression/expr.ts'
import { put, without } from '../../../verify/claims/parts.ts'
import { branches, breaks } from '../branches.ts'
import { chordLimit, doubtful } from '../differentiable.ts'
import { gapsOf } from '../gaps.ts'
import type { Work } from '../work.ts'
import { settings } from './points.ts'

const SIDES = ['left', 'right'] as const

/** Points at which the function may jump. */
const jumps = ({ of, variable, assuming }: Continuous, work: Work): Expr[] =>
  branches(of) ? breaks(of, variable, assuming, work) : gapsOf(of, variable, assuming, work)

export function refuteContinuous(claim: Continuous, work: Work): Proof | undefined {
  const { of, variable, assuming } = claim
  const refuted: Refuted = { kind: 'refuted', claim }
  for (const at of jumps(claim, work)) {
    if (work.isOver) return undefined
    for (const side of SIDES) {
      const fixed = without(assuming, variable)
      const found = work.limit(of, variable, at, side, work.facts(fixed))
      const is =
        found.kind === 'finite' ? found.value : found.kind === 'infinite' ? signed(found.sign) : undefined
      if (is === undefined) continue
      const limit: Tends = { kind: 'tends', assuming: fixed, of, variable, to: at, side, is }
      for (const beside of besides(at, side)) {
        for (const place of settings(claim)) {
          const proof = work.by('jump', refuted, { terms: { at, beside }, claim: limit, ...place })
          if (proof) return proof
        }
      }
    }
  }
  return undefined
}

const signed = (sign: number): 'infinity' | '-infinity' => (sign > 0 ? 'infinity' : '-infinity')

const besides = (at: Expr, side: 'left' | 'right'): Expr[] =>
  [integer(1), divide(integer(1), integer(1000))].map((step) =>
    add(at, side === 'left' ? negate(step) : step),
  )

export function refuteDifferentiable(claim: Differentiable, work: Work): Proof | undefined {
  const { of, variable, assuming } = claim
  const refuted: Refuted = { kind: 'refuted', claim }
  const fixed = without(assuming, variable)
  for (const at of doubtful(claim, work)) {
    if (work.isOver) return undefined
    const [left, right] = SIDES.map((side) => chordLimit(of, variable, at, side, fixed, work))
    for (const place of settings(claim)) {
      const corner = left && right && work.by('corner', refuted, { terms: { at, left, right }, ...place })
      if (corner) return corner
    }
    const chord = divide(add(of, negate(put(of, variable, at))), add(symbol(variable), negate(at)))
    for (const side of SIDES) {
      const found = work.limit(chord, variable, at, side, work.facts(fixed))
      if (found.kind !== 'infinite') continue
      const is = signed(found.sign)
      const steep: Tends = { kind: 'tends', assuming: fixed, of: chord, variable, to: at, side, is }
      for (const place of settings(claim)) {
        const proof = work.by('corner', refuted, { terms: { at }, claim: steep, ...place })
        if (proof) return proof
      }
    }
  }
  return undefined
}

export const refuteSmooth = (claim: Smooth, work: Work): Proof | undefined =>
  work.by('not differentiable', { kind: 'refuted', claim })
