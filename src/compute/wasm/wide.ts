/**
 * Vector code for numbers with an exponent of their own, m·2ᵏ, for those values of a program that leave the range of
 * the lane: m is a number of the arithmetic, plain or a pair, k a whole number in a lane. Values without k are as ever.
 */
import type { OperationName } from '../operations.ts'
import { type Node, operandsOf, type Place, type Program } from '../program.ts'
import * as bells from './bells.ts'
import { exponent, corrected as withRest } from './exponents.ts'
import * as functions from './functions.ts'
import * as pairBells from './pair-bells.ts'
import * as pairExponentials from './pair-exponentials.ts'
import { PAIRS } from './pair-operations.ts'
import { chosen, constant, multiply, type Pair, safely, single, times } from './pairs.ts'
import type { Value, Vector } from './vector.ts'

export interface Wide<Number_> {
  readonly m: Number_
  readonly k: Value | undefined
}

/** A place in a program. */
export interface Here {
  readonly program: Program
  readonly place: Place
}

interface Parts<Number_> {
  readonly m: Number_
  readonly k: Value
}

/** What is asked of the numbers that get an exponent. */
export interface Inner<Number_> {
  readonly high: (m: Number_) => Value
  /** m times a power of two. */
  readonly times: (v: Vector, c: Value, m: Number_) => Number_
  readonly pick: (v: Vector, mask: Value, yes: Number_, no: Number_) => Number_
  readonly operate: (v: Vector, name: OperationName, a: Number_, b: Number_) => Number_
  readonly exponential: (v: Vector, x: Number_) => Parts<Number_>
  /** The exponential or the complement at a place of a program, where that is another one. */
  readonly at?: (v: Vector, here: Here, at: (place: Place) => Number_) => Parts<Number_> | undefined
  readonly logarithm: (v: Vector, m: Number_, k: Value) => Number_
  readonly complement: (v: Vector, x: Number_) => Parts<Number_>
  /** In which powers are computed. */
  readonly pair: (v: Vector, m: Number_) => Pair
  readonly fromPair: (v: Vector, pair: Pair) => Number_
}

const rounded = (v: Vector, { hi, lo }: Pair): Value => v.pick(v.equal(lo, v.constant(0)), hi, v.add(hi, lo))

/** The operand as a pair where it is rounded: what the value at its high part lacks is looked after. */
function corrected(
  v: Vector,
  { program, place }: Here,
  at: (place: Place) => Value,
): Parts<Value> | undefined {
  const node = program.nodes[place] as Node
  const [u] = operandsOf(node) as [Place]
  const found = exponent(v, program, u, at)
  if (!found || node.kind !== 'operation') return undefined
  const { m, k } = (node.name === 'erfc' ? bells.erfcParts : functions.exponentialParts)(v, found.hi)
  return { m: node.name === 'erfc' ? lessened(v, m, found) : withRest(v, m, found.lo), k }
}

/** 1 − erf(hi + lo) by that of hi, where it is neither 0 nor 2. */
export function lessened(v: Vector, value: Value, { hi, lo }: Pair): Value {
  const isNear = v.less(v.absolute(hi), v.constant(bells.FAR[v.lane]))
  const fall = v.multiply(v.and(isNear, lo), bells.fallOfErfc(v, v.and(isNear, hi)))
  return v.multiply(value, v.subtract(v.constant(1), fall))
}

export const INNER_PLAIN = (operate: Inner<Value>['operate']): Inner<Value> => ({
  at: corrected,
  high: (m) => m,
  times: (v, c, m) => v.multiply(c, m),
  pick: (v, mask, yes, no) => v.pick(mask, yes, no),
  operate,
  exponential: functions.exponentialParts,
  logarithm: functions.wideLog,
  complement: bells.erfcParts,
  pair: single,
  fromPair: rounded,
})

export const INNER_PAIRS: Inner<Pair> = {
  high: (m) => m.hi,
  times: (v, c, m) => {
    const pair = times(v, c, m)
    return safely(v, pair.hi, pair)
  },
  pick: chosen,
  operate: (v, name, a, b) => (PAIRS[name] as (v: Vector, a: Pair, b: Pair) => Pair)(v, a, b),
  exponential: pairExponentials.exponentialParts,
  logarithm: pairExponentials.wideLog,
  complement: pairBells.erfcParts,
  pair: (_, m) => m,
  fromPair: (_, pair) => pair,
}

/** The exponent of 0, below all others. */
const NONE: Readonly<Record<64 | 32, number>> = { 64: -(2 ** 1_000), 32: -(2 ** 120) }
/** Powers of two that are normal numbers, to both sides. */
const NORMAL: Readonly<Record<64 | 32, number>> = { 64: 1_000, 32: 120 }

/** 2ᵏ for any k within twice the range, in two factors; 0 where k is below that. */
function powers(v: Vector, k: Value): readonly [Value, Value] {
  const most = 2 * NORMAL[v.lane]
  const inside = functions.clamped(v, k, -most, most)
  const half = v.floor(v.multiply(inside, v.constant(0.5)))
  const isAbove = v.atMost(v.constant(-most), k)
  const [a, b] = [half, v.subtract(inside, half)].map((part) => functions.powerOfTwo(v, part)) as [
    Value,
    Value,
  ]
  return [a, v.and(isAbove, b)]
}

/** The number itself, as it is in the lane. */
export function narrowed<Number_>(v: Vector, by: Inner<Number_>, { m, k }: Wide<Number_>): Number_ {
  if (k === undefined) return m
  const [a, b] = powers(v, k)
  return by.times(v, b, by.times(v, a, m))
}

/** m near 1, and what is taken out of it. */
function apart<Number_>(v: Vector, by: Inner<Number_>, u: Number_): Parts<Number_> {
  const x = by.high(u)
  const size = v.absolute(x)
  const isPlain = v.and(v.less(v.constant(0), size), v.less(size, v.constant(Infinity)))
  const { k } = functions.split(v, v.pick(isPlain, size, v.constant(1)))
  const [a, b] = powers(v, v.opposite(k))
  const m = by.times(v, b, by.times(v, a, u))
  const isZero = v.equal(x, v.constant(0))
  return {
    m: by.pick(v, isPlain, m, u),
    k: v.pick(isZero, v.constant(NONE[v.lane]), v.pick(isPlain, k, v.constant(0))),
  }
}

type Operate = <Number_>(
  v: Vector,
  by: Inner<Number_>,
  a: Parts<Number_>,
  b: Parts<Number_>,
) => Parts<Number_>

const sum =
  (name: 'add' | 'subtract'): Operate =>
  (v, by, a, b) => {
    // 0 has the least exponent of all, whatever it was made of
    const [ka, kb] = [a, b].map(({ m, k }) =>
      v.pick(v.equal(by.high(m), v.constant(0)), v.constant(NONE[v.lane]), k),
    ) as [Value, Value]
    const k = v.greatest(ka, kb)
    const [left, right] = [
      narrowed(v, by, { m: a.m, k: v.subtract(ka, k) }),
      narrowed(v, by, { m: b.m, k: v.subtract(kb, k) }),
    ]
    return { m: by.operate(v, name, left, right), k }
  }

/** Operations on numbers with exponents. */
const OPERATIONS: Readonly<Partial<Record<OperationName, Operate>>> = {
  negate: (v, by, a) => ({ m: by.operate(v, 'negate', a.m, a.m), k: a.k }),
  abs: (v, by, a) => ({ m: by.operate(v, 'abs', a.m, a.m), k: a.k }),
  multiply: (v, by, a, b) => ({ m: by.operate(v, 'multiply', a.m, b.m), k: v.add(a.k, b.k) }),
  divide: (v, by, a, b) => ({ m: by.operate(v, 'divide', a.m, b.m), k: v.subtract(a.k, b.k) }),
  add: sum('add'),
  subtract: sum('subtract'),
  sqrt: (v, by, a) => {
    const half = v.floor(v.multiply(a.k, v.constant(0.5)))
    const isOdd = v.less(v.add(half, half), a.k)
    const m = by.pick(v, isOdd, by.times(v, v.constant(2), a.m), a.m)
    return { m: by.operate(v, 'sqrt', m, m), k: half }
  },
}

/** A value of the program as an operation takes it: with an exponent, m near 1 unless it is an ordinary constant. */
function taken<Number_>(
  v: Vector,
  by: Inner<Number_>,
  u: Wide<Number_>,
  { nodes }: Program,
  place: Place | undefined,
): Parts<Number_> {
  if (u.k !== undefined) return { m: u.m, k: u.k }
  const node = nodes[place as Place]
  const isOrdinary = node?.kind === 'constant' && Math.abs(Math.log2(Math.abs(node.value))) < ORDINARY
  return isOrdinary ? { m: u.m, k: v.constant(0) } : apart(v, by, u.m)
}

/** Exponents that are no danger in a product. */
const ORDINARY = 8

/** The operation on values with exponents; nothing where it is done as ever. */
export function widely<Number_>(
  v: Vector,
  by: Inner<Number_>,
  here: Here,
  at: (place: Place) => Wide<Number_>,
): Wide<Number_> | undefined {
  const node = here.program.nodes[here.place] as Node
  if (node.kind !== 'operation') return undefined
  const { name, of } = node
  const operands = of.map(at)
  const [first, second = first] = operands as [Wide<Number_>, Wide<Number_> | undefined]
  const plain = (place: Place): Number_ => narrowed(v, by, at(place))
  if (name === 'exp' || name === 'erfc') {
    const value = name === 'exp' ? by.exponential : by.complement
    return by.at?.(v, here, plain) ?? value(v, narrowed(v, by, first))
  }
  if (name === 'power')
    return power(v, by, taken(v, by, first, here.program, of[0]), pairAt(v, by, here.program, of[1], second))
  if (name === 'cosh') return cosh(v, by, narrowed(v, by, first))
  if (first.k !== undefined && name === 'log') return { m: by.logarithm(v, first.m, first.k), k: undefined }
  if (first.k !== undefined && name === 'log1p') return log1p(v, by, first as Parts<Number_>)
  if (first.k !== undefined && LIKE_IDENTITY.has(name))
    return likeIdentity(v, by, name, first as Parts<Number_>)
  const operate = OPERATIONS[name]
  if (!operate) return undefined
  const [a, b = a] = operands.map((one, i) => taken(v, by, one, here.program, of[i])) as [
    Parts<Number_>,
    Parts<Number_> | undefined,
  ]
  return operate(v, by, a, b)
}

/** A number as a pair: a constant with what it lacks. */
function pairAt<Number_>(
  v: Vector,
  by: Inner<Number_>,
  { nodes }: Program,
  place: Place | undefined,
  u: Wide<Number_>,
): Pair {
  const node = nodes[place as Place]
  return node?.kind === 'constant' ? constant(v, node.value, node.rest) : by.pair(v, narrowed(v, by, u))
}

/** uʷ as e^(w·log u), in pairs. */
function power<Number_>(v: Vector, by: Inner<Number_>, u: Parts<Number_>, exponent: Pair): Wide<Number_> {
  const logarithm = pairExponentials.wideLog(v, by.pair(v, u.m), u.k)
  const found = pairExponentials.exponentialParts(v, multiply(v, exponent, logarithm))
  const isNought = v.equal(exponent.hi, v.constant(0))
  return {
    m: by.fromPair(v, chosen(v, isNought, single(v, v.constant(1)), found.m)),
    k: v.pick(isNought, v.constant(0), found.k),
  }
}

/** e^|x|/2 where e^-|x| does not count beside it. */
function cosh<Number_>(v: Vector, by: Inner<Number_>, x: Number_): Wide<Number_> {
  const size = by.operate(v, 'abs', x, x)
  const far = by.exponential(v, size)
  const isFar = v.less(v.constant(v.lane === 64 ? 40 : 20), by.high(size))
  return {
    m: by.pick(v, isFar, far.m, by.operate(v, 'cosh', x, x)),
    k: v.pick(isFar, v.subtract(far.k, v.constant(1)), v.constant(0)),
  }
}

/** log(1 + u): u where it is tiny, log u where one more does not count. */
function log1p<Number_>(v: Vector, by: Inner<Number_>, u: Parts<Number_>): Wide<Number_> {
  const near = likeIdentity(v, by, 'log1p', u)
  const isFar = v.less(v.constant(DIGITS[v.lane]), u.k)
  const far = by.logarithm(v, u.m, u.k)
  return { m: by.pick(v, isFar, far, near.m), k: v.pick(isFar, v.constant(0), near.k) }
}

/** More than the digits of a pair, in bits. */
const DIGITS: Readonly<Record<64 | 32, number>> = { 64: 110, 32: 60 }

/** Functions that are so near to u for tiny u that they are u. */
const LIKE_IDENTITY: ReadonlySet<OperationName> = new Set([
  'expm1',
  'sin',
  'tan',
  'asin',
  'atan',
  'sinh',
  'tanh',
  'asinh',
  'atanh',
])

function likeIdentity<Number_>(
  v: Vector,
  by: Inner<Number_>,
  name: OperationName,
  u: Parts<Number_>,
): Parts<Number_> {
  const plain = narrowed(v, by, u)
  const isTiny = v.less(u.k, v.constant(-DIGITS[v.lane]))
  return {
    m: by.pick(v, isTiny, u.m, by.operate(v, name, plain, plain)),
    k: v.pick(isTiny, u.k, v.constant(0)),
  }
}

/** One of two values. */
export function pickedWide<Number_>(
  v: Vector,
  by: Inner<Number_>,
  mask: Value,
  yes: Wide<Number_>,
  no: Wide<Number_>,
): Wide<Number_> {
  const k =
    yes.k === undefined && no.k === undefined
      ? undefined
      : v.pick(mask, yes.k ?? v.constant(0), no.k ?? v.constant(0))
  return { m: by.pick(v, mask, yes.m, no.m), k }
}
