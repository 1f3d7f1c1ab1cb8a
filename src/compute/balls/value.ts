/** The ball of a formula from the balls of its operands, and the double nearest to all numbers of a ball. */
import type { CallNode, Expr, NumberNode } from '../../expression/expr.ts'
import { minus, type Rational } from '../../expression/rational.ts'
import { exponentValue } from '../../rules/exponent.ts'
import { exactly, nearest } from '../doubles.ts'
import {
  abs,
  add,
  type Ball,
  ball,
  divide,
  exact,
  isBeyond,
  isExact,
  isNowhere,
  isUnknown,
  isZero,
  magnitude,
  multiply,
  NOWHERE,
  negate,
  ONE,
  order,
  signOf,
  sqrt,
  UNKNOWN,
} from './ball.ts'
import * as functions from './functions.ts'

type OnBalls = (a: Ball, b: Ball) => Ball

/** By the names of formulas: of one operand, and of any number, which are taken in turn. */
const FUNCTIONS: ReadonlyMap<string, (a: Ball) => Ball> = new Map(
  Object.entries({ negate, sqrt, abs, ...withoutPairs(functions) }),
)
const FOLDS: ReadonlyMap<string, OnBalls> = new Map(
  Object.entries<OnBalls>({ add, multiply, divide, min: functions.min, max: functions.max }),
)

function withoutPairs<T extends { min: unknown; max: unknown; power: unknown }>(
  all: T,
): Omit<T, 'min' | 'max' | 'power'> {
  const { min: _, max: __, power: ___, ...rest } = all
  return rest
}

/** The ball of the call; nothing where a definition has to be opened. */
export function combined(u: CallNode, operands: readonly Ball[]): Ball | undefined {
  const [a, b] = operands as [Ball, Ball | undefined]
  if (u.head === 'power') {
    const number = exponentValue(u.args[1] as Expr)
    return number
      ? powerOf(a, number)
      : isNowhere(a) || signOf(a) > 0
        ? functions.power(a, b as Ball)
        : unfit(a)
  }
  const fold = FOLDS.get(u.head)
  if (fold) return operands.reduce(fold)
  return b === undefined ? FUNCTIONS.get(u.head)?.(a) : undefined
}

/** A base that is not above 0 has no power with an exponent that is no number. */
const unfit = (a: Ball): Ball => (isZero(a) || signOf(a) < 0 ? NOWHERE : UNKNOWN)

const LARGEST_MULTIPLIED = 64n

/** aʳ: the real root of a negative number where the denominator is odd. */
function powerOf(a: Ball, r: Rational): Ball {
  if (isNowhere(a)) return a
  if (r.num < 0n) return divide(ONE, powerOf(a, { num: -r.num, den: r.den }))
  if (r.den % 2n === 0n && signOf(a) < 0) return NOWHERE
  if (r.num === 0n) return isUnknown(a) ? a : ONE
  if (r.den === 1n && r.num <= LARGEST_MULTIPLIED) return whole(a, Number(r.num))
  if (r.den === 2n && r.num <= LARGEST_MULTIPLIED) return whole(sqrt(a), Number(r.num))
  if (isZero(a)) return a
  const sign = signOf(a)
  if (sign === 0) return UNKNOWN
  const size = functions.power(abs(a), numberBall(r))
  return sign < 0 && r.num % 2n !== 0n ? negate(size) : size
}

function whole(a: Ball, n: number): Ball {
  if (n === 1) return a
  const half = whole(a, Math.floor(n / 2))
  const square = multiply(half, half)
  return n % 2 === 0 ? square : multiply(square, a)
}

/** Doubles are exact; other numbers are pairs. */
function numberBall(value: Rational): Ball {
  const hi = nearest(value)
  if (!(Math.abs(hi) < LARGEST && Math.abs(hi) > 1 / LARGEST)) return hi === 0 ? exact(0) : UNKNOWN
  const rest = minus(value, exactly(hi))
  const lo = nearest(rest)
  const isPair = rest.num === 0n || minus(rest, exactly(lo)).num === 0n
  return ball(hi, lo, 0, isPair ? 0 : Math.abs(lo) * 2 ** -52)
}
const LARGEST = 2 ** 500

const numbers = new WeakMap<NumberNode, Ball>()

/** The ball of a number in a formula. */
export function ofNumber(u: NumberNode): Ball {
  const known = numbers.get(u) ?? numberBall(u.value)
  numbers.set(u, known)
  return known
}

/** The constants that formulas name. */
export const NAMED: ReadonlyMap<string, Ball> = new Map([
  ['pi', ball(Math.PI, 1.2246467991473532e-16, 0, 2 ** -104)],
  ['e', ball(Math.E, 1.4456468917292502e-16, 0, 2 ** -105)],
])

/** How two balls are related, where that is known. */
export function related(head: string, a: Ball, b: Ball): boolean | undefined {
  const found = order(a, b)
  if (found === undefined || Number.isNaN(found)) return undefined
  const sign = Math.sign(found)
  return RELATIONS[head]?.(sign)
}

const RELATIONS: Readonly<Record<string, (sign: number) => boolean>> = {
  '<': (sign) => sign < 0,
  '<=': (sign) => sign <= 0,
  '>': (sign) => sign > 0,
  '>=': (sign) => sign >= 0,
  '=': (sign) => sign === 0,
  '!=': (sign) => sign !== 0,
}

/** Exponents beyond which doubles are infinite or 0, and between which they are normal. */
const [OVERFLOW, UNDERFLOW, NORMAL] = [1_030, -1_080, 1_000]

/** The double nearest to every number of the ball, NaN if it is undefined; nothing where they differ. */
export function rounded(a: Ball): number | undefined {
  if (isNowhere(a)) return Number.NaN
  if (isUnknown(a)) return undefined
  if (isBeyond(a)) return a.e > OVERFLOW ? a.hi : undefined
  if (isZero(a)) return 0
  const top = magnitude(a)
  if (top < UNDERFLOW) return 0
  if (Math.abs(top) > NORMAL) return undefined
  const r = isExact(a) && a.lo === 0 ? 0 : a.r + (Math.abs(a.lo) + a.r) * 2 ** -51
  const [low, high] = [a.hi + (a.lo - r), a.hi + (a.lo + r)]
  return low === high ? low * 2 ** (a.e / 2) * 2 ** (a.e / 2) : undefined
}
