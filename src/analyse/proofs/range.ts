/** That the values of a function are all numbers between two ends. */
import type { End, Proof, Range } from '../../expression/claim.ts'
import type { Expr } from '../../expression/expr.ts'
import { put, without } from '../../verify/claims/parts.ts'
import { boundOf } from './bound-of.ts'
import { lettersOf, places, valueAt } from './scout.ts'
import type { Work } from './work.ts'
import { zerosOf } from './zeros.ts'

export const proveRange = (claim: Range, work: Work): Proof | undefined => work.by('ends', claim)

/** The set of values as limits at the ends and values where the derivative is 0 suggest it. */
export function likelyRange(claim: Range, work: Work): Range | undefined {
  const { of, variable, assuming } = claim
  const slope = work.derivative(of, variable)?.to
  const turns = slope ? zerosOf(slope, variable, assuming, work) : []
  const taken = turns.map((at): End => ({ value: put(of, variable, at), at }))
  const ends = [...taken, ...endAt(claim, 'lower end', work), ...endAt(claim, 'upper end', work)]
  const fixed = without(assuming, variable)
  const [at = new Map<string, number>()] = places(
    fixed,
    lettersOf([of, ...fixed]).filter((name) => name !== variable),
  )
  const sorted = ends
    .map((end) => ({ end, value: sizeOf(end, at) }))
    .filter(({ value }) => !Number.isNaN(value))
    .sort((a, b) => a.value - b.value)
  const [low, high] = [sorted[0]?.end, sorted.at(-1)?.end]
  return low && high && { ...claim, low, high }
}

function endAt({ of, variable, assuming }: Range, towards: 'lower end' | 'upper end', work: Work): End[] {
  const isLower = towards === 'lower end'
  const bound = assuming
    .map((condition) => boundOf(condition, variable))
    .find((one) => one?.[0].startsWith(isLower ? '>' : '<'))
  if (bound?.[0].endsWith('=')) return [{ value: put(of, variable, bound[1]), at: bound[1] }]
  const facts = work.facts(without(assuming, variable))
  const to = bound?.[1] ?? (isLower ? '-infinity' : 'infinity')
  const found = work.limit(of, variable, to, isLower ? 'right' : 'left', facts)
  if (found.kind === 'infinite') return [{ value: found.sign > 0 ? 'infinity' : '-infinity', towards }]
  return found.kind === 'finite' ? [{ value: found.value, towards }] : []
}

const sizeOf = ({ value }: End, at: ReadonlyMap<string, number>): number =>
  value === 'infinity' ? Infinity : value === '-infinity' ? -Infinity : valueAt(value as Expr, at)
