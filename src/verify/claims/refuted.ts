/** Rules that show a claim to be false: a point, or a limit, that contradicts it. */
import { decide } from '../../enclose/enclose.ts'
import type {
  Bent,
  Claim,
  Continuous,
  Differentiable,
  Holds,
  Monotone,
  Proof,
  Range,
  RationalPoint,
  Refuted,
  Smooth,
  Tends,
} from '../../expression/claim.ts'
import { allOf, type Condition, defined, OPPOSITE } from '../../expression/condition.ts'
import {
  add,
  call,
  divide,
  type Expr,
  freeSymbols,
  integer,
  negate,
  same,
  symbol,
} from '../../expression/expr.ts'
import { numberTerm } from '../../expression/number-term.ts'
import { compareRationals, plus, type Rational, rational, times } from '../../expression/rational.ts'
import { demand, Fault } from '../fault.ts'
import { placed } from '../verdict.ts'
import { sameData } from './data.ts'
import { holds, only, put, putAll, sides, termOf, without } from './parts.ts'
import { limitFrom } from './patches.ts'

const MOST_BITS = 4096

/** At the point all of these are true, and these are not. */
function showAt(at: RationalPoint, yes: readonly Condition[], no: readonly Condition[]): void {
  for (let bits = 64; bits <= MOST_BITS; bits *= 4) {
    const place = placed(at, bits)
    const isTrue = (condition: Condition): boolean => decide(condition, place, bits) === true
    // a condition is not true either where its sides are not defined
    const isFalse = (condition: Condition): boolean =>
      [false, 'undefined'].includes(decide(condition, place, bits))
    if (yes.every(isTrue) && no.every(isFalse)) return
  }
  demand(false, 'the point does not show it')
}

function pointsOf({ points = [] }: Proof, count: number): readonly RationalPoint[] {
  demand(points.length === count, `${count} points are needed`)
  return points
}

/** A condition is false at a point where all that is assumed holds. */
function byPoint({ assuming, condition }: Holds, proof: Proof): Claim[] {
  const [at] = pointsOf(proof, 1)
  showAt(at as RationalPoint, assuming, [condition])
  return []
}

/** The same at a point whose coordinates are any terms, or numbers that are known to exist. */
function byPlace({ assuming, condition }: Holds, proof: Proof): Claim[] {
  const [head, u, v] = sides(condition)
  const contrary = call(OPPOSITE.get(head) as string, [u, v])
  const terms = Object.entries(proof.terms ?? {})
  const there = (w: Condition): Condition => terms.reduce((all, [name, term]) => put(all, name, term), w)
  const names = new Set([...assuming, condition].flatMap(freeSymbols))
  const free = terms.flatMap(([, term]) => freeSymbols(term))
  const found = proof.claim
  const known = found?.kind === 'exists' && found.assuming.length === 0 ? found : undefined
  demand(found === known, 'a number is needed')
  demand(!known || !names.has(known.letter), 'the letter must be new')
  demand(
    [...names].every((name) => terms.some(([other]) => other === name)) &&
      [...(known?.conditions ?? []).flatMap(freeSymbols), ...free].every((name) => name === known?.letter),
    'the place must be one point',
  )
  const all = allOf([...assuming, contrary].map(there))
  return known ? [known, holds(known.conditions, all)] : [holds([], all)]
}

/** The function is not defined at a point of the set. */
function byGap({ assuming, of }: Extract<Claim, { readonly of: unknown }>, proof: Proof): Claim[] {
  showAt(pointsOf(proof, 1)[0] as RationalPoint, assuming, [defined(of)])
  return []
}

/** Not even one derivative everywhere. */
const byNoDerivative = (claim: Smooth): Claim[] => [
  { kind: 'refuted', claim: { ...claim, kind: 'differentiable' } },
]

/** Two points of the interval in the wrong order. */
function byTwoPoints({ assuming, of, variable, direction, strictly }: Monotone, proof: Proof): Claim[] {
  const [p, q] = pointsOf(proof, 2) as [RationalPoint, RationalPoint]
  const [a, b] = [coordinate(p, variable), coordinate(q, variable)]
  demand(compareRationals(a, b) < 0, 'the first point must be the lesser one')
  const [u, v] = [a, b].map((x) => put(of, variable, numberTerm(x))) as [Expr, Expr]
  const head = `${direction === 'increasing' ? '<' : '>'}${strictly ? '' : '='}`
  const inside = [a, b].flatMap((x) => putAll(assuming, variable, numberTerm(x)))
  showAt(p, inside, [call(head, [u, v])])
  return []
}

/** The middle of a chord lies on the wrong side of the graph. */
function byChord({ assuming, of, variable, direction, strictly }: Bent, proof: Proof): Claim[] {
  const [p, q] = pointsOf(proof, 2) as [RationalPoint, RationalPoint]
  const [a, b] = [coordinate(p, variable), coordinate(q, variable)]
  demand(compareRationals(a, b) < 0, 'the first point must be the lesser one')
  const middle = times(plus(a, b), rational(1n, 2n))
  const [u, v, m] = [a, b, middle].map((x) => put(of, variable, numberTerm(x))) as [Expr, Expr, Expr]
  const head = `${direction === 'convex' ? '<' : '>'}${strictly ? '' : '='}`
  const inside = [a, middle, b].flatMap((x) => putAll(assuming, variable, numberTerm(x)))
  showAt(p, inside, [call(head, [m, divide(add(u, v), integer(2))])])
  return []
}

function coordinate(at: RationalPoint, name: string): Rational {
  const value = at.get(name)
  demand(value !== undefined, `the point must say where ${name} is`)
  return value
}

/**
 * What is assumed, with values of the letters for which it holds: so the claim says something, and is
 * shown to be false there.
 */
function somewhere(assuming: readonly Condition[], { points = [] }: Proof): Condition[] {
  const [at, ...more] = points
  demand(more.length === 0 && (at !== undefined || assuming.length === 0), 'one point is needed')
  if (at) showAt(at, assuming, [])
  const values = [...(at ?? [])].map(([name, value]) => call('=', [symbol(name), numberTerm(value)]))
  return [...assuming, ...values]
}

/** It tends to something else. */
function byOtherLimit({ assuming, is, ...claim }: Tends, proof: Proof): Claim[] {
  const other = proof.claim
  const fits = other?.kind === 'tends' && same(other.of, claim.of) && other.variable === claim.variable
  demand(fits, 'another function')
  demand(
    sameData(other.to, claim.to) && (claim.side === 'both' || claim.side === other.side),
    'another place',
  )
  demand(
    other.assuming.every((known) => assuming.some((given) => same(given, known))),
    'more is assumed',
  )
  const here = somewhere(assuming, proof)
  if (typeof is !== 'string' && typeof other.is !== 'string')
    return [other, holds(here, call('!=', [is, other.is]))]
  demand(is !== other.is, 'the same limit')
  return [other]
}

/** Near a point of the interval it does not tend to its value there. */
function byJump(claim: Continuous, proof: Proof): Claim[] {
  const { assuming, of, variable } = claim
  const [at, limit] = [termOf(proof, 'at'), proof.claim]
  demand(limit?.kind === 'tends' && limit.side !== 'both', 'a limit from one side is needed')
  // the interval reaches beyond the point on that side
  const beside = termOf(proof, 'beside')
  const beyond = call(limit.side === 'left' ? '<' : '>', [beside, at])
  const parameters = somewhere(without(assuming, variable), proof)
  const there = put(of, variable, at)
  const apart = typeof limit.is === 'string' ? [] : [call('!=', [limit.is, there])]
  return [
    limitFrom(claim, of, at, limit.side, limit.is),
    holds(
      parameters,
      allOf([...putAll(assuming, variable, at), ...putAll(assuming, variable, beside), beyond, ...apart]),
    ),
  ]
}

/** The slopes of chords tend to different numbers on the two sides, or grow without bounds on one. */
function byCorner(claim: Differentiable, proof: Proof): Claim[] {
  const { assuming, of, variable } = claim
  const at = termOf(proof, 'at')
  const parameters = somewhere(without(assuming, variable), proof)
  const chord = divide(add(of, negate(put(of, variable, at))), add(symbol(variable), negate(at)))
  const inside = holds(parameters, allOf(putAll([...assuming, call('=', [of, of])], variable, at)))
  const steep = proof.claim
  if (steep) {
    const isInfinite = steep.kind === 'tends' && typeof steep.is === 'string' && steep.side !== 'both'
    demand(isInfinite, 'an infinite slope is needed')
    return [inside, limitFrom(claim, chord, at, steep.side, steep.is)]
  }
  const [left, right] = [termOf(proof, 'left'), termOf(proof, 'right')]
  return [
    inside,
    limitFrom(claim, chord, at, 'left', left),
    limitFrom(claim, chord, at, 'right', right),
    holds(parameters, call('!=', [left, right])),
  ]
}

/** A value lies beyond an end, or an end is not the value at its place. */
function byBeyond({ assuming, of, variable, low, high }: Range, proof: Proof): Claim[] {
  const condition = only(proof.conditions, 'end')
  const said = [low, high].flatMap((end, i): Claim[] => {
    const { value } = end
    if (typeof value === 'string') return []
    const beyond = call(`${i === 0 ? '>' : '<'}${'at' in end ? '=' : ''}`, [of, value])
    if (!('at' in end)) return [holds(assuming, beyond)]
    const there = call('=', [put(of, variable, end.at), value])
    return [holds(assuming, beyond), holds(without(assuming, variable), there)]
  })
  const claim = said.find((one) => one.kind === 'holds' && same(one.condition, condition))
  demand(claim !== undefined, 'the claim does not say that')
  return [{ kind: 'refuted', claim }]
}

/** The set of values is another one. */
function byOtherRange({ assuming, of, variable, low, high }: Range, proof: Proof): Claim[] {
  const other = proof.claim
  const fits = other?.kind === 'range' && same(other.of, of) && other.variable === variable
  demand(fits && sameData(other.assuming, assuming), 'another function')
  const parameters = somewhere(without(assuming, variable), proof)
  const end = proof.terms?.upper ? ([high, other.high] as const) : ([low, other.low] as const)
  const [said, found] = end
  if (typeof said.value === 'string' || typeof found.value === 'string') {
    demand(said.value !== found.value, 'the same end')
    return [other]
  }
  const head = 'at' in said === 'at' in found ? '!=' : '='
  return [other, holds(parameters, call(head, [said.value, found.value]))]
}

const ON_SETS = ['monotone', 'bent', 'continuous', 'differentiable', 'smooth', 'range']

const BY_KIND: Readonly<Record<string, (claim: never, proof: Proof) => Claim[]>> = {
  'point: holds': byPoint,
  'place: holds': byPlace,
  ...Object.fromEntries(ON_SETS.map((kind) => [`gap: ${kind}`, byGap])),
  'not differentiable: smooth': byNoDerivative,
  'two points: monotone': byTwoPoints,
  'chord: bent': byChord,
  'other limit: tends': byOtherLimit,
  'jump: continuous': byJump,
  'corner: differentiable': byCorner,
  'beyond: range': byBeyond,
  'other range: range': byOtherRange,
}

/** The rule of that name for what the claim says. */
export const refutation =
  (name: string) =>
  ({ claim }: Refuted, proof: Proof): Claim[] => {
    const rule = BY_KIND[`${name}: ${claim.kind}`]
    if (!rule) throw new Fault(`no ${name} refutes that`)
    return rule(claim as never, proof)
  }

/** The ways to refute a claim. */
export const REFUTATIONS: readonly string[] = [
  ...new Set(Object.keys(BY_KIND).map((key) => key.split(':')[0] as string)),
]
