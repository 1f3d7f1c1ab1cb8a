/**
 * Errors in units of the last place against the exact value, which is known by an enclosure: not against the double
 * nearest to it, so that a perfect result errs by up to half a unit.
 */

import { exactly as rational } from '../../src/compute/doubles.ts'
import { enclose } from '../../src/enclose/enclose.ts'
import { isHalt } from '../../src/enclose/halt.ts'
import { type Interval, point } from '../../src/enclose/interval.ts'
import type { Expr } from '../../src/expression/expr.ts'

/** What the numbers of a lane are like. */
export interface Format {
  readonly bits: number
  readonly leastExponent: number
  readonly mostExponent: number
}

export const DOUBLE: Format = { bits: 53, leastExponent: -1074, mostExponent: 1024 }
export const SINGLE: Format = { bits: 24, leastExponent: -149, mostExponent: 128 }

/** The number m·2ᵉ. */
export interface Exact {
  readonly m: bigint
  readonly e: number
}

const FIRST_BITS = 110
const MOST_BITS = 9_000
const MILLISECONDS = 200

const width = (m: bigint): number => (m < 0n ? -m : m).toString(2).length

/** The double as an interval of no width; only short numbers of ordinary size are computed with exactly. */
function spot(x: number): ReadonlyMap<string, Interval> {
  const found = point(rational(x), 2_000)
  const size = Math.abs(x)
  const isOrdinary = x === 0 || (size > 2 ** -30 && size < 2 ** 30)
  return new Map([['x', isOrdinary ? found : { ...found, exact: undefined }]])
}

/** The value with 70 good bits or more; nothing where the formula is undefined, or the value not found. */
export function exactly(u: Expr, x: number): Exact | undefined {
  for (let bits = FIRST_BITS; bits <= MOST_BITS; bits *= 3) {
    const found = enclose(u, spot(x), bits, MILLISECONDS)
    if (isHalt(found)) return undefined
    const { lo, hi } = found.value
    if (found.total && isNarrow(lo, hi)) return { m: lo.m, e: Math.max(-99_999, Math.min(lo.e, 99_999)) }
  }
  return undefined
}

/** Both ends are alike in 70 bits, or below all doubles, or above. */
function isNarrow(lo: Exact, hi: Exact): boolean {
  const top = (a: Exact): number => (a.m === 0n ? -Infinity : width(a.m) + a.e)
  if (lo.m === hi.m && lo.e === hi.e) return true
  if (Math.max(top(lo), top(hi)) < -1_200) return true
  if (lo.m === 0n || hi.m === 0n || lo.m > 0n !== hi.m > 0n) return false
  if (Math.min(top(lo), top(hi)) > 1_100) return true
  if (!Number.isFinite(lo.e) || !Number.isFinite(hi.e) || Math.abs(top(lo) - top(hi)) > 1) return false
  const e = Math.min(lo.e, hi.e)
  const [a, b] = [lo.m << BigInt(lo.e - e), hi.m << BigInt(hi.e - e)]
  return width(b - a) + 70 <= width(a)
}

const view = new DataView(new ArrayBuffer(8))

function parts(value: number): Exact {
  view.setFloat64(0, value)
  const bits = view.getBigUint64(0)
  const exponent = Number((bits >> 52n) & 0x7ffn)
  const fraction = bits & ((1n << 52n) - 1n)
  const size = exponent === 0 ? fraction : fraction | (1n << 52n)
  return { m: value < 0 ? -size : size, e: Math.max(exponent, 1) - 1075 }
}

/** |value − exact| in units of the last place of the exact value. An infinite value stands for the next power of two. */
export function ulps(value: number, exact: Exact, { bits, leastExponent, mostExponent }: Format): number {
  if (Number.isNaN(value)) return Number.POSITIVE_INFINITY
  const limit = { m: value < 0 ? -1n : 1n, e: mostExponent }
  const got = Number.isFinite(value) ? parts(value) : limit
  const top = exact.m === 0n ? Number.NEGATIVE_INFINITY : width(exact.m) + exact.e
  const right = top > mostExponent ? { m: exact.m > 0n ? 1n : -1n, e: mostExponent } : exact
  if (top < leastExponent - 90) return Math.abs(value) / 2 ** leastExponent
  const unit = Math.max(leastExponent, Math.min(top, mostExponent) - bits)
  const e = Math.min(got.e, right.e)
  const missing = (got.m << BigInt(got.e - e)) - (right.m << BigInt(right.e - e))
  // 20 bits behind the point
  const shift = e - unit + 20
  const scaled = shift >= 0 ? missing << BigInt(shift) : missing >> BigInt(-shift)
  return Math.abs(Number(scaled)) / 2 ** 20
}

/** Numbers from 0 to 1, the same in each run. */
function random(seed: number): () => number {
  let state = seed
  return () => {
    state = (Math.imul(state, 1_664_525) + 1_013_904_223) >>> 0
    return state / 2 ** 32
  }
}

/** Where code that computes curves changes its ways, or the curves leave the doubles. */
const BORDERS = [
  0.2360679774997897,
  0.25,
  0.34657359027997264,
  0.5,
  0.66,
  Math.LN2,
  0.7207592200561265,
  Math.SQRT1_2,
  0.75,
  Math.PI / 4,
  0.9,
  1,
  1.3874258867227933,
  Math.PI / 2,
  2,
  2.5,
  Math.PI,
  4.23606797749979,
  5.9,
  9.1,
  10,
  15,
  18,
  20,
  22,
  26.6,
  27.3,
  28,
  30,
  36.04,
  36.7,
  37,
  40,
  60,
  64,
  88.72,
  103.97,
  354.9,
  372.5,
  700,
  709.09,
  709.782712893384,
  710.4758600739439,
  745.1332191019412,
  746,
  99_999.9,
  100_000.1,
  2 ** 53,
  2 ** 60,
]

/** So many doubles: all exponents, ordinary sizes, borders with their neighbours, of both signs. */
export function stratified(count: number, { leastExponent, mostExponent }: Format = DOUBLE): number[] {
  const next = random(20_261_120)
  const near = BORDERS.flatMap((at) => [
    at,
    at * (1 + 2 ** -52),
    at * (1 - 2 ** -53),
    at * (1 + 2 ** -23),
    at * (1 - 2 ** -24),
  ])
  const ends = [
    2 ** leastExponent,
    3 * 2 ** leastExponent,
    2 ** (leastExponent + 40),
    2 ** (mostExponent - 1),
  ]
  const angles = Array.from({ length: 60 }, () => (Math.PI / 2) * Math.floor(next() ** 2 * 600))
  const points = [...near, ...ends, ...angles].flatMap((x) => [x, -x])
  while (points.length < count) {
    const mantissa = 1 + (next() + next() / 2 ** 32) * (1 - 2 ** -52)
    const all = leastExponent + Math.floor(next() * (mostExponent - leastExponent))
    const ordinary = -12 + Math.floor(next() * 24)
    const exponent = points.length % 3 === 0 ? all : ordinary
    const sign = next() < 0.5 ? -1 : 1
    // in two steps, as the power alone may be 0
    const half = Math.trunc(exponent / 2)
    points.push(sign * mantissa * 2 ** half * 2 ** (exponent - half))
  }
  return points.filter((x) => x !== 0)
}
