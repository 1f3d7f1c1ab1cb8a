/**
 * The largest errors of kernels at many points. Values are known by balls, quickly, which give bounds for each error;
 * only where these leave open whether an error is the largest is the value enclosed.
 */

import {
  type Ball,
  isBeyond,
  isNowhere,
  isUnknown,
  magnitude,
  NOWHERE,
  STEP,
} from '../../src/compute/balls/ball.ts'
import type { Numbers } from '../../src/compute/kernel.ts'
import type { Program } from '../../src/compute/program.ts'
import type { Expr } from '../../src/expression/expr.ts'
import { exactly, type Format, ulps } from './accuracy.ts'
import { ballRunner } from './ball-run.ts'

/** All digits are lost from here on. */
const LOST = 2 ** 50
/** Bounds this close decide; the upper one is reported. */
const CLOSE = 0.005

/** Enclosures that fail one after the other: then the rest is given up. */
const MOST_FAILURES = 12

/** A formula, and programs that compute it in exact numbers. */
export interface Known {
  readonly u: Expr
  readonly programs: readonly Program[]
}

export interface Worst {
  readonly ulps: number
  readonly at: number
  /** Points at which no digit is right, and the first of them. */
  readonly lost: number
  readonly lostAt: number
  /** Points at which the error may be larger than the largest, as the value was not found in time. */
  readonly open: number
}

/** The value at each point, nothing where the formula is undefined; the first program that knows it says it. */
export function balls({ programs }: Known, xs: readonly number[]): Ball[] {
  const runs = programs.map(ballRunner)
  return xs.map((x) => {
    let best: Ball | undefined
    for (const run of runs) {
      const value = run(x)
      if (isNowhere(value)) {
        // other forms may be undefined where the formula, which comes first, is not
        if (run === runs[0]) return NOWHERE
        continue
      }
      if (!best || relative(value) < relative(best)) best = value
      if (relative(best) < 2 ** -66) break
    }
    return best as Ball
  })
}

/** The radius as a part of the value; nothing of what is beyond all numbers of the formats has to be known. */
export const relative = (a: Ball): number => {
  if (isUnknown(a)) return Infinity
  if (isBeyond(a) || a.r === 0 || magnitude(a) < NOTHING) return 0
  return a.r / Math.abs(a.hi)
}

const NOTHING = -1_300

const power = (k: number): number => 2 ** Math.max(-1_070, Math.min(1_020, k))

/** Bounds of |value − a| in units of the last place of a, as `ulps` has them. */
function bounds(
  value: number,
  a: Ball,
  { bits, leastExponent, mostExponent }: Format,
): readonly [number, number] {
  if (isUnknown(a)) return [0, Infinity]
  if (Number.isNaN(value)) return [Infinity, Infinity]
  if (isBeyond(a)) return value === a.hi ? [0, 0] : [0, Infinity]
  const size = Math.abs(a.hi)
  const top = size === 0 ? -Infinity : Math.floor(Math.log2(size)) + 1 + a.e
  // near powers of two the logarithm may be off by one: then it is for enclosures to say
  if (size !== 0 && isNearPower(size)) return fuzzy(value, a, { bits, leastExponent, mostExponent }, top)
  return between(value, a, { bits, leastExponent, mostExponent }, top)
}

const isNearPower = (size: number): boolean => {
  const m = size / 2 ** Math.floor(Math.log2(size))
  return m < 1 + 2 ** -45 || m > 2 - 2 ** -44
}

/** With the smaller unit above and the larger one below. */
function fuzzy(value: number, a: Ball, format: Format, top: number): readonly [number, number] {
  const [low] = between(value, a, format, top + 1)
  const [, high] = between(value, a, format, top - 1)
  const [, usual] = between(value, a, format, top)
  return [Math.min(low, usual), high <= 1 ? usual : high]
}

function between(
  value: number,
  a: Ball,
  { bits, leastExponent, mostExponent }: Format,
  top: number,
): readonly [number, number] {
  // an infinite value stands for the next power of two, and so does what is larger
  if (top > mostExponent + 1) return value === Math.sign(a.hi) * Infinity ? [0, 0] : [1, Infinity]
  if (top < leastExponent - 90 && a.r * power(a.e) < 2 ** -1_060) {
    const count = Math.abs(value) / 2 ** leastExponent
    return [count, count]
  }
  const unit = Math.max(leastExponent, Math.min(top, mostExponent) - bits)
  const got = Math.abs(value) === Infinity ? undefined : value
  // all in the scale 2^a.e, in which a.hi is near 1
  const scaled = got === undefined ? Math.sign(value) * power(mostExponent - a.e) : moved(got, -a.e)
  const limit = power(mostExponent - a.e)
  const isOver = Math.abs(a.hi) >= limit
  const distance = isOver ? Math.abs(scaled - Math.sign(a.hi) * limit) : Math.abs(scaled - a.hi - a.lo)
  const one = power(unit - a.e)
  return [Math.max(0, (distance - a.r) / one) * (1 - 2 ** -40), ((distance + a.r) / one) * (1 + 2 ** -40)]
}

/** x·2ᵏ in steps. */
function moved(x: number, k: number): number {
  let [value, left] = [x, k]
  while (left !== 0 && value !== 0) {
    const step = Math.max(-STEP, Math.min(STEP, left))
    value *= 2 ** step
    left -= step
    if (Math.abs(value) > 2 ** 700) return value
  }
  return value
}

/** The largest error of the values. */
export function worst(
  { u }: Known,
  xs: readonly number[],
  truths: readonly Ball[],
  values: Numbers,
  format: Format,
  milliseconds: number,
): Worst {
  let [largest, at, lost, lostAt] = [0, Number.NaN, 0, Number.NaN]
  const pending: { readonly i: number; readonly upper: number }[] = []
  const take = (error: number, x: number): void => {
    if (error > largest) [largest, at] = [error, x]
    if (error <= LOST) return
    if (lost === 0) lostAt = x
    lost += 1
  }
  truths.forEach((a, i) => {
    if (isNowhere(a)) return
    const [lower, upper] = bounds(values[i] as number, a, format)
    if (upper - lower <= CLOSE || lower === Infinity) take(upper, xs[i] as number)
    else pending.push({ i, upper })
  })
  pending.sort((a, b) => b.upper - a.upper)
  const until = performance.now() + milliseconds
  let [open, failures] = [0, 0]
  for (const { i, upper } of pending) {
    if (upper <= largest) break
    const isWorth = failures < MOST_FAILURES && performance.now() < until
    const exact = isWorth ? exactly(u, xs[i] as number) : undefined
    failures = exact ? 0 : failures + 1
    if (exact) take(ulps(values[i] as number, exact, format), xs[i] as number)
    else open += 1
  }
  return { ulps: largest, at, lost, lostAt, open }
}
