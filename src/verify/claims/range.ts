/** Rules for the set of values of a function, and for numbers that must exist (intermediate value theorem). */
import type { Claim, End, Exists, Proof, Range } from '../../expression/claim.ts'
import { allOf, defined } from '../../expression/condition.ts'
import { call, integer, mentions, multiply, symbol } from '../../expression/expr.ts'
import { demand } from '../fault.ts'
import { type Bound, holds, interval, isLetter, put, putAll, sides, termOf, without } from './parts.ts'
import { limitFrom } from './patches.ts'

/** A continuous function takes all values between its ends. */
export function byEnds(claim: Range): Claim[] {
  const { assuming, of, variable, low, high } = claim
  const { lower, upper } = interval(assuming, variable)
  demand(lower.length <= 1 && upper.length <= 1, 'the interval must have one end on each side')
  const ends = { 'lower end': lower[0], 'upper end': upper[0] }
  const parameters = without(assuming, variable)
  const isSomewhere = 'at' in low || 'at' in high
  const bounds = [...lower, ...upper].map(({ end }) => end)
  const isInterval = bounds.length === 2 ? call('<', bounds) : allOf(bounds.map(defined))
  return [
    { kind: 'continuous', assuming, of, variable },
    ...(isSomewhere ? [] : [holds(parameters, isInterval)]),
    ...atEnd(claim, low, '>', ends),
    ...atEnd(claim, high, '<', ends),
  ]
}

type Ends = Readonly<Record<'lower end' | 'upper end', Bound | undefined>>

function atEnd(claim: Range, end: End, beyond: '>' | '<', ends: Ends): Claim[] {
  const { assuming, of, variable } = claim
  if ('at' in end) {
    const there = call('=', [put(of, variable, end.at), end.value])
    return [
      holds(without(assuming, variable), allOf([...putAll(assuming, variable, end.at), there])),
      holds(assuming, call(`${beyond}=`, [of, end.value])),
    ]
  }
  const { value, towards } = end
  const bound = ends[towards]
  demand(!bound?.closed, 'an end that belongs to the interval is no end to approach')
  const infinite = beyond === '>' ? '-infinity' : 'infinity'
  demand(typeof value !== 'string' || value === infinite, 'the ends are exchanged')
  const isLower = towards === 'lower end'
  const to = bound?.end ?? (isLower ? '-infinity' : 'infinity')
  const limit = limitFrom(claim, of, to, isLower ? 'right' : 'left', value)
  return typeof value === 'string' ? [limit] : [limit, holds(assuming, call(beyond, [of, value]))]
}

/** By a term for the number. */
export function byExample({ assuming, letter, conditions }: Exists, proof: Proof): Claim[] {
  demand(!assuming.some((known) => mentions(known, letter)), 'the letter must be new')
  const is = termOf(proof, 'is')
  demand(!mentions(is, letter), 'the term must say which number')
  return [holds(assuming, allOf([defined(is), ...putAll(conditions, letter, is)]))]
}

/** a < c < b with g(c) = 0, as g is continuous and has different signs at a and b. */
export function byIntermediateValue({ assuming, letter, conditions }: Exists, _: Proof): Claim[] {
  demand(!assuming.some((known) => mentions(known, letter)), 'the letter must be new')
  demand(conditions.length === 3, 'a < c, c < b and g = 0 are needed')
  const [above, below, zero] = conditions.map(sides) as [Side, Side, Side]
  demand(
    above[0] === '>' && isLetter(above[1], letter) && below[0] === '<' && isLetter(below[1], letter),
    'a < c < b',
  )
  const [a, b, g] = [above[2], below[2], zero[1]]
  demand(zero[0] === '=' && zero[2].kind === 'number' && zero[2].value.num === 0n, 'g = 0 is needed')
  demand(!mentions(a, letter) && !mentions(b, letter), 'the ends must not move')
  const c = symbol(letter)
  const closed = [...assuming, call('>=', [c, a]), call('<=', [c, b])]
  const product = multiply(put(g, letter, a), put(g, letter, b))
  return [
    { kind: 'continuous', assuming: closed, of: g, variable: letter },
    holds(assuming, allOf([call('<', [a, b]), call('<', [product, integer(0)])])),
  ]
}

type Side = ReturnType<typeof sides>
