/** Two points of a function that is said to rise or fall; a chord on the wrong side of a graph said to be bent. */
import { double } from '../../../decide/double.ts'
import type { Bent, Monotone, Proof, RationalPoint } from '../../../expression/claim.ts'
import { mentions } from '../../../expression/expr.ts'
import { compareRationals, plus, type Rational, rational, times } from '../../../expression/rational.ts'
import { lettersOf, places, spanOf, spread } from '../scout.ts'
import type { Work } from '../work.ts'
import { named, simple } from './points.ts'

const SETTINGS = 4
const number = ({ num, den }: Rational): number => Number(num) / Number(den)

/** Values of the other letters that seem to be allowed, and points of the interval. */
function* settings(
  claim: Monotone | Bent,
): Generator<{ readonly rest: RationalPoint; readonly xs: Rational[] }> {
  const { assuming, of, variable } = claim
  const others = lettersOf([of, ...assuming]).filter((name) => name !== variable)
  const fixed = assuming.filter((condition) => !mentions(condition, variable))
  for (const at of [...places(fixed, others)].slice(0, SETTINGS)) {
    const rest = named(
      others,
      others.map((name) => simple(at.get(name) as number)),
    )
    const here = new Map([...rest].map(([name, value]) => [name, number(value)]))
    const span = spanOf(assuming, variable, here)
    const xs = refined(spread(span))
      .map((x) => simple(x))
      .filter((x) => number(x) >= span.low && number(x) <= span.high)
    yield { rest, xs }
  }
}

const refined = (xs: readonly number[]): number[] =>
  xs.flatMap((x, i) => (i + 1 < xs.length ? [x, (x + (xs[i + 1] as number)) / 2] : [x]))

function valuesOf(claim: Monotone | Bent, rest: RationalPoint): (x: Rational) => number {
  const names = [claim.variable, ...rest.keys()]
  const of = double(claim.of, names)
  const fixed = [...rest.values()].map(number)
  return (x) => of([number(x), ...fixed])
}

export function refuteMonotone(claim: Monotone, work: Work): Proof | undefined {
  const { direction, strictly, variable } = claim
  const sign = direction === 'increasing' ? 1 : -1
  for (const { rest, xs } of settings(claim)) {
    const f = valuesOf(claim, rest)
    const pairs = xs
      .slice(1)
      .map((b, i) => ({ a: xs[i] as Rational, b, rise: sign * (f(b) - f(xs[i] as Rational)) }))
      .filter(({ a, b, rise }) => compareRationals(a, b) < 0 && (rise < 0 || (strictly && rise === 0)))
      .sort((p, q) => p.rise - q.rise)
    for (const { a, b } of pairs.slice(0, 3)) {
      const points = [a, b].map((x): RationalPoint => new Map([...rest, [variable, x]]))
      const proof = work.by('two points', { kind: 'refuted', claim }, { points })
      if (proof) return proof
    }
  }
  return undefined
}

const HALF = rational(1n, 2n)

export function refuteBent(claim: Bent, work: Work): Proof | undefined {
  const { direction, strictly, variable } = claim
  const sign = direction === 'convex' ? 1 : -1
  for (const { rest, xs } of settings(claim)) {
    const f = valuesOf(claim, rest)
    const chords = [1, 2, 5, 11]
      .flatMap((step) => xs.slice(step).map((b, i) => [xs[i] as Rational, b] as const))
      .map(([a, b]) => ({ a, b, over: sign * ((f(a) + f(b)) / 2 - f(times(plus(a, b), HALF))) }))
      .filter(({ a, b, over }) => compareRationals(a, b) < 0 && (over < 0 || (strictly && over === 0)))
      .sort((p, q) => p.over - q.over)
    for (const { a, b } of chords.slice(0, 3)) {
      const points = [a, b].map((x): RationalPoint => new Map([...rest, [variable, x]]))
      const proof = work.by('chord', { kind: 'refuted', claim }, { points })
      if (proof) return proof
    }
  }
  return undefined
}
