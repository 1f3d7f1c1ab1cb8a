/** Is a claim about a function true? Tried at many points, by enclosures alone. */

import { toNumber } from '../../src/enclose/dyadic.ts'
import { decide, enclose } from '../../src/enclose/enclose.ts'
import { NEGATIVE, order, point } from '../../src/enclose/interval.ts'
import type { Claim, Extended } from '../../src/expression/claim.ts'
import { defined } from '../../src/expression/condition.ts'
import { type Expr, freeSymbols } from '../../src/expression/expr.ts'
import { plus, type Rational, rational, times } from '../../src/expression/rational.ts'
import type { Random } from './random.ts'

const BITS = 160
type At = Map<string, Rational>

const holdsAt = (condition: Expr, at: At) =>
  decide(condition, new Map([...at].map(([name, r]) => [name, point(r, BITS)])), BITS)
const allowed = (assuming: readonly Expr[], at: At): boolean =>
  assuming.every((condition) => holdsAt(condition, at) === true)

function valueAt(u: Expr, at: At) {
  const found = enclose(u, new Map([...at].map(([name, r]) => [name, point(r, BITS)])), BITS)
  return found.kind === 'interval' && found.total ? found.value : undefined
}

const SIZES = [1n, 1n, 2n, 8n, 1000n]

/** Numbers of many sizes, near 0 and ±1 too. */
function coordinate(random: Random): Rational {
  const size = SIZES[random.whole(0, SIZES.length - 1)] as bigint
  const value = rational(BigInt(random.whole(-64, 64)), 16n * size)
  const scale = random.chance(0.2) ? rational(20n) : rational(1n)
  const shift = rational(BigInt(random.pick([0, 0, 0, 1, -1, 2, 3])))
  return plus(times(value, scale), shift)
}

const TRIES = 400

/** A point that shows the claim to be false, in words; none if none is found. */
export function counterexample(claim: Claim, random: Random): string | undefined {
  if (claim.kind === 'refuted' || claim.kind === 'exists') return undefined
  const about = claim.kind === 'holds' ? [claim.condition] : [claim.of]
  const variable = claim.kind === 'holds' ? undefined : claim.variable
  const names = [
    ...new Set([...about, ...claim.assuming].flatMap(freeSymbols)),
    ...(variable ? [variable] : []),
  ]
  for (let i = 0; i < TRIES; i += 1) {
    const at: At = new Map(names.map((name) => [name, coordinate(random)]))
    const wrong = shown(claim, at, random)
    if (wrong) return `${wrong} at ${[...at].map(([n, r]) => `${n} = ${r.num}/${r.den}`).join(', ')}`
  }
  return undefined
}

const isLess = (a: ReturnType<typeof valueAt>, b: ReturnType<typeof valueAt>): boolean =>
  a !== undefined && b !== undefined && order(a, b) === NEGATIVE

function shown(
  claim: Exclude<Claim, { kind: 'refuted' | 'exists' }>,
  at: At,
  random: Random,
): string | undefined {
  if (claim.kind === 'tends') return tendsElsewhere(claim, at)
  if (!allowed(claim.assuming, at)) return undefined
  if (claim.kind === 'holds') {
    const answer = holdsAt(claim.condition, at)
    return answer === false || answer === 'undefined' ? `it is ${answer}` : undefined
  }
  if (holdsAt(defined(claim.of), at) === false) return 'it is undefined'
  const other: At = new Map(at).set(
    claim.variable,
    random.chance(0.3) ? near(at.get(claim.variable) as Rational) : coordinate(random),
  )
  if (!allowed(claim.assuming, other)) return undefined
  const value = valueAt(claim.of, at)
  const [x, y] = [at.get(claim.variable) as Rational, other.get(claim.variable) as Rational]
  if (x.num * y.den === y.num * x.den) return undefined
  const beyond = valueAt(claim.of, other)
  const isAfter = x.num * y.den < y.num * x.den
  switch (claim.kind) {
    case 'monotone': {
      const falls = isAfter ? isLess(beyond, value) : isLess(value, beyond)
      const rises = isAfter ? isLess(value, beyond) : isLess(beyond, value)
      return (claim.direction === 'increasing' ? falls : rises) ? 'it goes the other way' : undefined
    }
    case 'bent': {
      const middle = new Map(at).set(claim.variable, times(plus(x, y), rational(1n, 2n)))
      const m = valueAt(claim.of, middle)
      if (!m || !value || !beyond) return undefined
      const [low, high] = [toNumber(value.lo) + toNumber(beyond.lo), toNumber(value.hi) + toNumber(beyond.hi)]
      const [a, b] = [2 * toNumber(m.lo), 2 * toNumber(m.hi)]
      const slack = 1e-9 * (1 + Math.abs(a))
      return claim.direction === 'convex'
        ? a > high + slack
          ? 'it lies above the chord'
          : undefined
        : b < low - slack
          ? 'it lies below the chord'
          : undefined
    }
    case 'range':
      return beyondEnds(claim, at)
    case 'continuous':
    case 'differentiable':
    case 'smooth': {
      const close = valueAt(claim.of, new Map(at).set(claim.variable, near(x)))
      if (!value || !close || !allowed(claim.assuming, new Map(at).set(claim.variable, near(x))))
        return undefined
      const gap = Math.abs(toNumber(value.lo) - toNumber(close.lo))
      return gap > 1e-3 * (1 + Math.abs(toNumber(value.lo))) && gap < Infinity ? 'it jumps' : undefined
    }
  }
}

const near = (x: Rational): Rational => plus(x, rational(1n, 10n ** 30n))

function beyondEnds(
  { of, low, high, assuming }: Extract<Claim, { kind: 'range' }>,
  at: At,
): string | undefined {
  if (!allowed(assuming, at)) return undefined
  const value = valueAt(of, at)
  const ends = [low, high].map((end) => (typeof end.value === 'string' ? undefined : valueAt(end.value, at)))
  if (isLess(value, ends[0])) return 'it is less than the lower end'
  return isLess(ends[1], value) ? 'it is more than the upper end' : undefined
}

/** Far out or close by, is it still far from the limit? Slow limits are left alone. */
function tendsElsewhere({ of, to, side, is, variable, assuming }: Extract<Claim, { kind: 'tends' }>, at: At) {
  if (!allowed(assuming, at)) return undefined
  const place = numberOf(to, at)
  if (place === undefined) return undefined
  for (const sign of side === 'left' ? [-1n] : side === 'right' ? [1n] : [-1n, 1n]) {
    const x =
      typeof place === 'string'
        ? rational(place === 'infinity' ? 10n ** 12n : -(10n ** 12n))
        : plus(place, rational(sign, 10n ** 12n))
    const value = valueAt(of, new Map(at).set(variable, x))
    if (!value) continue
    const found = toNumber(value.lo)
    if (is === 'infinity' && found < -1) return 'it is negative'
    if (is === '-infinity' && found > 1) return 'it is positive'
    if (typeof is === 'string') continue
    const limit = valueAt(is, at)
    if (limit && Math.abs(toNumber(limit.lo) - found) > 0.2 * (1 + Math.abs(found)))
      return 'it is far from the limit'
  }
  return undefined
}

function numberOf(to: Extended, at: At): Rational | 'infinity' | '-infinity' | undefined {
  if (typeof to === 'string') return to
  return valueAt(to, at)?.exact
}
