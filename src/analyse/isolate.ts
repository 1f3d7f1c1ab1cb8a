/**
 * Zeros without closed form: doubles say where the formula changes its sign; enclosures narrow each such
 * place to a short interval with rational ends. That there is a zero in it follows from the
 * intermediate value theorem, and that it is the only one from the sign of the derivative.
 */

import { enclose } from '../enclose/enclose.ts'
import { NEGATIVE, POSITIVE, signs } from '../enclose/interval.ts'
import type { Exists, Proved } from '../expression/claim.ts'
import { call, type Expr, integer, symbol } from '../expression/expr.ts'
import { numberTerm } from '../expression/number-term.ts'
import { compareRationals, minus, plus, type Rational, rational, times } from '../expression/rational.ts'
import { put } from '../verify/claims/parts.ts'
import { placed } from '../verify/verdict.ts'
import { between, conditionsOf, type Interval, type Place } from './interval.ts'
import { Open } from './open.ts'
import { numberAt } from './order.ts'
import { because } from './reason.ts'
import { seemingSign } from './seeming.ts'
import { slopeOf } from './slopes.ts'
import { type Study, toNumber } from './study.ts'

const CELLS = 600
const REACH = 300
/** The width of the intervals: 10⁻²⁰ or less. */
const NARROW = rational(1n, 10n ** 20n)
const GRID = 1n << 30n
const BITS = 160
const MOST_STEPS = 120

/** The zeros of g where it changes its sign, in order. */
export function isolatedZeros(g: Expr, on: Interval, reason: string, study: Study): readonly Place[] {
  if (study.letters.length > 0) throw new Open(reason)
  const xs = scan(on, study)
  const values = xs.map((x) => study.value(g, [], x))
  const brackets = xs.slice(1).flatMap((x, i) => {
    const [a, b] = [values[i] as number, values[i + 1] as number]
    return a * b < 0 ? [[xs[i] as number, x] as const] : []
  })
  const [first, last] = [numberAt(on.lower, study, []), numberAt(on.upper, study, [])]
  return brackets.map(([a, b], i) => {
    const [before, after] = [brackets[i - 1]?.[1] ?? first, brackets[i + 1]?.[0] ?? last]
    return placeIn(g, a, b, Math.min(1, (a - before) / 2, (after - b) / 2), study)
  })
}

/** Numbers in order, dense in the middle and reaching far out, for the letters as in a sample. */
export function scan({ lower, upper }: Interval, study: Study, sample: readonly number[] = []): number[] {
  const [a, b] = [numberAt(lower, study, sample), numberAt(upper, study, sample)]
  const spread = Array.from({ length: CELLS + 1 }, (_, i) => i / CELLS)
  const far = (t: number): number => Math.sinh(t * Math.asinh(REACH))
  if (a === -Infinity && b === Infinity) return spread.map((t) => far(2.0001 * t - 1))
  if (a === -Infinity) return spread.map((t) => b - far(1 - t)).filter((x) => x < b)
  if (b === Infinity) return spread.map((t) => a + far(t)).filter((x) => x > a)
  return spread.map((t) => a + t * (b - a)).filter((x) => x > a && x < b)
}

function placeIn(g: Expr, a: number, b: number, room: number, study: Study): Place {
  const ends = narrowed(g, onGrid(a), onGrid(b), study.variable)
  if (!ends) throw new Open(because('zero-unbounded', { form: g, near: { text: `${a}` } }))
  const before = study.isolatedAt(g, ends)
  if (before) return { at: symbol(before.letter), isolated: before }
  const [around, alone] = onlyZero(g, ends, room, study)
  const isolated = study.isolate((letter) => {
    const r = symbol(letter)
    const [low, high] = ends.map(numberTerm) as [Expr, Expr]
    const zero = call('=', [put(g, study.variable, r), integer(0)])
    const conditions = [call('>', [r, low]), call('<', [r, high]), zero]
    const exists: Exists = { kind: 'exists', assuming: study.assuming, letter, conditions }
    const proofs: Proved[] = [study.demand(exists, because('zero-open')), alone]
    return { letter, of: g, between: ends, around, conditions, proofs }
  })
  return { at: symbol(isolated.letter), isolated }
}

const ROOMS = [1 / 3, 1 / 20, 1 / 200]
const COARSE = 1n << 12n

/** Ends further apart, between which g rises or falls. */
function onlyZero(
  g: Expr,
  [low, high]: readonly [Rational, Rational],
  room: number,
  study: Study,
): readonly [readonly [Rational, Rational], Proved] {
  for (const part of ROOMS) {
    const step = rational(BigInt(Math.max(1, Math.round(room * part * Number(COARSE)))), COARSE)
    const around = [coarse(minus(low, step)), coarse(plus(high, step))] as const
    const [a, b] = around.map(numberTerm) as [Expr, Expr]
    const sign = seemingSign(slopeOf(g, study)?.to ?? g, between(a, b), study)
    if (!sign) continue
    const alone = study.known({
      kind: 'monotone',
      assuming: [...study.assuming, ...conditionsOf(between(a, b, true, true), study.variable)],
      of: g,
      variable: study.variable,
      direction: sign > 0 ? 'increasing' : 'decreasing',
      strictly: true,
    })
    if (alone) return [around, alone]
  }
  throw new Open(because('one-zero-open', { form: g, near: { text: `${toNumber(low)}` } }))
}

const coarse = ({ num, den }: Rational): Rational => rational((num * COARSE) / den, COARSE)

const onGrid = (x: number): Rational => rational(BigInt(Math.round(x * Number(GRID))), GRID)

/** The sign of g there, if an enclosure tells. */
function signAt(g: Expr, x: Rational, variable: string): number | undefined {
  const found = enclose(g, placed(new Map([[variable, x]]), BITS), BITS)
  if (found.kind !== 'interval' || !found.total) return undefined
  const sign = signs(found.value)
  return sign === NEGATIVE ? -1 : sign === POSITIVE ? 1 : undefined
}

/** Halved until it is narrow; what is on one side of 0 at one end is on the other at the other. */
function narrowed(
  g: Expr,
  a: Rational,
  b: Rational,
  variable: string,
): readonly [Rational, Rational] | undefined {
  const sign = signAt(g, a, variable)
  if (sign === undefined || signAt(g, b, variable) !== -sign) return undefined
  let [low, high] = [a, b]
  for (let i = 0; i < MOST_STEPS && compareRationals(minus(high, low), NARROW) > 0; i += 1) {
    const middle = times(plus(low, high), rational(1n, 2n))
    const there = signAt(g, middle, variable)
    if (there === undefined) return undefined
    if (there === sign) low = middle
    else high = middle
  }
  return decimals(low, high)
}

/** The ends as decimals, a little further apart. */
function decimals(low: Rational, high: Rational): readonly [Rational, Rational] {
  const scale = 10n ** 20n
  const floor = ({ num, den }: Rational): bigint => {
    const n = (num * scale) / den
    return num < 0n && n * den !== num * scale ? n - 1n : n
  }
  return [rational(floor(low), scale), rational(floor(high) + 1n, scale)]
}
