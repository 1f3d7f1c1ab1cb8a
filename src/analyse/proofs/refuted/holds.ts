/**
 * A point at which a condition is false. Looked for in double precision: at points of many sizes, then
 * downhill from the lowest of them, where the difference is least, since a claim may be false on a short interval
 * only; and at the zeros of the difference, since it may be false at one point only.
 */
import { double } from '../../../decide/double.ts'
import { decide } from '../../../enclose/enclose.ts'
import type { Holds, Proof, RationalPoint, Refuted } from '../../../expression/claim.ts'
import { OPPOSITE } from '../../../expression/condition.ts'
import { type CallNode, type Expr, isCall, mentions } from '../../../expression/expr.ts'
import type { Rational } from '../../../expression/rational.ts'
import { placed } from '../../../verify/verdict.ts'
import { branches, breaks } from '../branches.ts'
import { differenceOf } from '../holds/sign.ts'
import { exactly, least, simplestNear } from '../numbers.ts'
import { lettersOf, places, spanOf, spread } from '../scout.ts'
import type { Work } from '../work.ts'
import { zerosOf } from '../zeros.ts'
import { named, rationalPlaces, simple } from './points.ts'

export function refuteHolds(claim: Holds, work: Work): Proof | undefined {
  const { condition, assuming } = claim
  if (isCall(condition, 'and')) return ofParts(claim, condition, work)
  if (condition.kind !== 'call' || !OPPOSITE.has(condition.head)) return bySimplePoints(claim, work)
  for (const at of suspects(condition, assuming)) {
    const proof = work.isOver ? undefined : byPoint(claim, at, work)
    if (proof) return proof
  }
  return byPlaces(claim, condition, work) ?? bySimplePoints(claim, work)
}

/** The checker may spend long on a point; so it is asked only where a few digits show it. */
function byPoint(claim: Holds, at: RationalPoint, work: Work): Proof | undefined {
  const place = placed(at, BITS)
  const isShown =
    claim.assuming.every((condition) => decide(condition, place, BITS) === true) &&
    [false, 'undefined'].includes(decide(claim.condition, place, BITS))
  return isShown
    ? work.by('point', { kind: 'refuted', claim } satisfies Refuted, { points: [at] })
    : undefined
}

const BITS = 192

/** A conjunction is false where one of its parts is. */
function ofParts(claim: Holds, { args }: CallNode, work: Work): Proof | undefined {
  for (const part of args) {
    const proof = refuteHolds({ ...claim, condition: part }, work)
    const [at] = proof?.points ?? []
    const whole = at && byPoint(claim, at, work)
    if (whole) return whole
  }
  return undefined
}

const MOST_SIMPLE = 60

function bySimplePoints(claim: Holds, work: Work): Proof | undefined {
  let left = MOST_SIMPLE
  for (const at of rationalPlaces([claim.condition, ...claim.assuming], [], claim.assuming)) {
    left -= 1
    if (left < 0 || work.isOver) return undefined
    const proof = byPoint(claim, at, work)
    if (proof) return proof
  }
  return undefined
}

/** How far a condition is from being false: negative where it is false. */
function margin({ head, args }: CallNode): {
  readonly of: Expr
  readonly sign: number
  readonly strict: boolean
} {
  const of = differenceOf(args[0] as Expr, args[1] as Expr)
  return { of, sign: head.startsWith('<') ? -1 : 1, strict: head === '<' || head === '>' }
}

const MOST_STARTS = 6

/** Points at which the condition seems to be false, in double precision. */
function* suspects(condition: CallNode, assuming: Holds['assuming']): Generator<RationalPoint> {
  const names = lettersOf([condition, ...assuming])
  const { of, sign, strict } = margin(condition)
  const f = double(of, names)
  const isEquation = condition.head === '=' || condition.head === '!='
  const value = (x: readonly number[]): number => (isEquation ? -Math.abs(f(x)) : sign * f(x))
  const seen = [...places(assuming, names)]
    .map((at) => names.map((name) => at.get(name) as number))
    .map((x) => ({ x, value: value(x) }))
    .filter((one) => !Number.isNaN(one.value))
    .sort((p, q) => p.value - q.value)
  for (const { x, value: low } of seen.slice(0, 4)) {
    if (low < 0 || (low === 0 && strict)) yield* around(names, x, value)
  }
  if (isEquation) return
  for (const { x } of seen.slice(0, MOST_STARTS)) {
    const lowest = downhill(value, x, names, assuming)
    if (value(lowest) < 0 || (strict && value(lowest) === 0)) yield* around(names, lowest, value)
  }
  for (const x of valleys(value, names, assuming)) if (value(x) < 1e-6) yield* around(names, x, value)
}

/** The point by simple fractions if that serves, else exactly. */
function* around(
  names: readonly string[],
  x: readonly number[],
  value: (x: readonly number[]) => number,
): Generator<RationalPoint> {
  const rounded = x.map(simple)
  const numbers = (all: readonly Rational[]): number[] => all.map(({ num, den }) => Number(num) / Number(den))
  if (value(numbers(rounded)) <= value(x) / 2) yield named(names, rounded)
  for (const near of [1e-6, 1e-9, 1e-12]) {
    const closer = x.map((t) =>
      Number.isInteger(t) ? exactly(t) : simplestNear(t, near * Math.max(1, Math.abs(t))),
    )
    if (value(numbers(closer)) <= value(x) / 2) yield named(names, closer)
  }
  yield named(names, x.map(exactly))
}

const ROUNDS = 3

/** Along one coordinate after the other to where the value is least nearby. */
function downhill(
  value: (x: readonly number[]) => number,
  start: readonly number[],
  names: readonly string[],
  assuming: Holds['assuming'],
): readonly number[] {
  let x = [...start]
  for (let round = 0; round < ROUNDS; round += 1) {
    for (const [i, name] of names.entries()) {
      const at = new Map(names.map((other, k) => [other, x[k] as number]))
      const { low, high } = spanOf(assuming, name, at)
      const here = x[i] as number
      const reach = 0.5 * (1 + Math.abs(here))
      const along = (t: number): number => {
        const found = value(x.map((old, k) => (k === i ? t : old)))
        return Number.isNaN(found) ? Infinity : found
      }
      const best = least(along, Math.max(low, here - reach), Math.min(high, here + reach))
      if (along(best) < along(here)) x = x.map((old, k) => (k === i ? best : old))
    }
  }
  return x
}

const FINE = 1200

/** For one letter: where the value is least between neighbours on a fine grid. */
function valleys(
  value: (x: readonly number[]) => number,
  names: readonly string[],
  assuming: Holds['assuming'],
): number[][] {
  if (names.length !== 1) return []
  const xs = refined(spread(spanOf(assuming, names[0] as string, new Map())))
  const ys = xs.map((x) => value([x]))
  const found: number[][] = []
  for (let i = 1; i + 1 < xs.length; i += 1) {
    const [a, b, c] = [ys[i - 1], ys[i], ys[i + 1]] as [number, number, number]
    if (!(b <= a && b <= c)) continue
    found.push([least((t) => value([t]), xs[i - 1] as number, xs[i + 1] as number)])
  }
  return found.sort((p, q) => value(p) - value(q)).slice(0, 12)
}

const refined = (xs: readonly number[]): number[] => {
  const parts = Math.max(1, Math.ceil(FINE / Math.max(1, xs.length)))
  return xs.flatMap((x, i) => {
    const next = xs[i + 1]
    if (next === undefined) return [x]
    return Array.from({ length: parts }, (_, k) => x + ((next - x) * k) / parts)
  })
}

/** At a zero of the difference, of its derivative or where branches meet, given as a term. */
function byPlaces(claim: Holds, condition: CallNode, work: Work): Proof | undefined {
  const { assuming } = claim
  const names = lettersOf([condition, ...assuming])
  const [letter, ...others] = names
  if (letter === undefined || others.length > 0) return undefined
  const { of } = margin(condition)
  const slope = work.derivative(of, letter)?.to
  const candidates = [
    ...zerosOf(of, letter, assuming, work),
    ...(slope ? zerosOf(slope, letter, assuming, work) : []),
    ...(branches(of) ? breaks(of, letter, assuming, work) : []),
  ].filter((at) => !mentions(at, letter))
  for (const at of candidates) {
    const proof = work.by('place', { kind: 'refuted', claim }, { terms: { [letter]: at } })
    if (proof) return proof
  }
  return undefined
}
