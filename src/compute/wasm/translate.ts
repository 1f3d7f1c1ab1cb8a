/** Programs as vector code: each operation by its instruction or its function on vectors. */
import type { OperationName, QuestionName } from '../operations.ts'
import type { Node, Place, Program } from '../program.ts'
import { leavingRange, type Watched } from '../wide.ts'
import * as angles from './angles.ts'
import type { Arithmetic, Here } from './arithmetic.ts'
import * as bells from './bells.ts'
import { costOf } from './cost.ts'
import { exponent, roundedExponent } from './exponents.ts'
import { fractional, type Way } from './fractions.ts'
import * as functions from './functions.ts'
import type { Lane } from './instructions.ts'
import { mixed, placesBelow } from './mixed.ts'
import { PAIRS } from './pair-operations.ts'
import { constant, type Pair, single } from './pairs.ts'
import { type Range, rangesOf } from './ranges.ts'
import { type Mask, type Value, Vector } from './vector.ts'
import {
  INNER_PAIRS,
  INNER_PLAIN,
  type Inner,
  lessened,
  narrowed,
  pickedWide,
  type Wide,
  widely,
} from './wide.ts'

type Translation = (v: Vector, a: Value, b: Value) => Value

/** hi + lo; −0 + 0 would be 0. */
const rounded = (v: Vector, { hi, lo }: Pair): Value => v.pick(v.equal(lo, v.constant(0)), hi, v.add(hi, lo))

/** Computed with pairs, as too much is lost else. */
const byPairs =
  (name: OperationName): Translation =>
  (v, a, b) =>
    rounded(v, (PAIRS[name] as PairTranslation)(v, single(v, a), single(v, b)))

type PairTranslation = (v: Vector, a: Pair, b: Pair) => Pair

/** Operations that have a translation; the others are for scalar code. */
const TRANSLATIONS: Readonly<Partial<Record<OperationName, Translation>>> = {
  negate: (v, u) => v.opposite(u),
  add: (v, a, b) => v.add(a, b),
  subtract: (v, a, b) => v.subtract(a, b),
  multiply: (v, a, b) => v.multiply(a, b),
  divide: (v, a, b) => v.divide(a, b),
  sqrt: (v, u) => v.root(u),
  abs: (v, u) => v.absolute(u),
  sign: functions.sign,
  min: (v, a, b) => v.least(a, b),
  max: (v, a, b) => v.greatest(a, b),
  exp: (v, u) => functions.exp(v, u),
  expm1: functions.expm1,
  log: functions.log,
  log1p: functions.log1p,
  sin: angles.sin,
  cos: angles.cos,
  tan: angles.tan,
  asin: angles.asin,
  acos: angles.acos,
  atan: angles.atan,
  sinh: functions.sinh,
  cosh: functions.cosh,
  tanh: functions.tanh,
  asinh: functions.asinh,
  acosh: functions.acosh,
  atanh: functions.atanh,
  erf: bells.erf,
  erfc: bells.erfc,
  erfinv: bells.erfinv,
  power: byPairs('power'),
  cbrt: byPairs('cbrt'),
}

interface Within extends Range {
  readonly translation: Translation
}

/** Shorter code for operands that are within borders; the first that fits. */
const WITHIN: Readonly<Partial<Record<OperationName, readonly Within[]>>> = {
  exp: [{ least: Number.NEGATIVE_INFINITY, most: 0, translation: (v, u) => functions.fallingExp(v, u) }],
  log1p: [
    { least: 0, most: 1, translation: (v, u) => functions.smallLog1p(v, u) },
    { least: 0, most: Number.POSITIVE_INFINITY, translation: functions.risingLog1p },
  ],
}

const within = (name: OperationName, { least, most }: Range): Translation | undefined =>
  WITHIN[name]?.find((one) => one.least <= least && most <= one.most)?.translation

const QUESTIONS: Readonly<Record<QuestionName, (v: Vector, a: Value, b: Value) => Value>> = {
  '<': (v, a, b) => v.less(a, b),
  '<=': (v, a, b) => v.atMost(a, b),
  '=': (v, a, b) => v.equal(a, b),
  '!=': (v, a, b) => v.unequal(a, b),
}

/** Where vector code is not good: angles too large to be brought back, powers of negative numbers. */
const DOUBTS: Readonly<Partial<Record<OperationName, (v: Vector, u: Value) => Mask>>> = {
  sin: isLarge,
  cos: isLarge,
  tan: isLarge,
  power: (v, u) => v.less(u, v.constant(0)),
}

function isLarge(v: Vector, u: Value): Mask {
  return v.less(v.constant(angles.LARGEST_ANGLE[v.lane]), v.absolute(u))
}

/** Vector code, and where its outputs are. */
export interface Translated {
  readonly code: Vector
  readonly outputs: readonly Value[]
  /** 1 where the element has to be computed in another way, else 0; nothing if that is nowhere. */
  readonly doubt: Value | undefined
  /** Where values leave the range of the lane, as a mask, and code that is good there as well. */
  readonly beyond: { readonly mask: Mask; readonly wide: Translated } | undefined
}

/** e^u, 1 − erf u, a power and others, operands rounded but what is rounded away looked after. */
function wideExp(v: Vector, { program, place, range }: Here, at: (place: Place) => Value): Value | undefined {
  const node = program.nodes[place] as Node
  if (node.kind === 'operation' && node.name === 'power') {
    const [u, w] = node.of as [Place, Place]
    const exponent = program.nodes[w]
    if (exponent?.kind !== 'constant') return undefined
    const pair = constant(v, exponent.value, exponent.rest)
    return rounded(v, (PAIRS.power as PairTranslation)(v, single(v, at(u)), pair))
  }
  if (node.kind !== 'operation') return undefined
  const slope = SLOPES[node.name]
  if (slope) return sloped(v, node.name, slope, roundedExponent(v, program, node.of[0] as Place, at))
  if (!(node.name === 'exp' || node.name === 'erfc')) return undefined
  const [u] = node.of as [Place]
  if (node.name === 'erfc') {
    const wide = exponent(v, program, u, at)
    return wide && lessened(v, bells.erfc(v, wide.hi), wide)
  }
  const found = roundedExponent(v, program, u, at)
  return found && (range.most <= 0 ? functions.fallingExp : functions.exp)(v, found.hi, found.lost)
}

/** Slopes, about, of other functions for which an operand that was rounded matters: of the value y, at u. */
const SLOPES: Readonly<Partial<Record<OperationName, (v: Vector, y: Value, u: Value) => Value>>> = {
  expm1: (v, y) => v.add(y, v.constant(1)),
  sinh: (v, y) => v.greatest(v.absolute(y), v.constant(1)),
  sin: (v, _, u) => angles.cos(v, u),
  cos: (v, _, u) => v.opposite(angles.sin(v, u)),
  tan: (v, y) => v.add(v.constant(1), v.multiply(y, y)),
}

type Slope = (v: Vector, y: Value, u: Value) => Value

/** Values from here on are left as they are: they may be infinite. */
const LARGE: Readonly<Record<Lane, number>> = { 64: 1e150, 32: 1e18 }

/** f(u − r) by f(u) − r·f′(u). */
function sloped(
  v: Vector,
  name: OperationName,
  slope: Slope,
  u: { readonly hi: Value; readonly lost: Value } | undefined,
): Value | undefined {
  if (!u) return undefined
  const y = (TRANSLATIONS[name] as Translation)(v, u.hi, u.hi)
  const isMoved = v.and(v.less(v.absolute(y), v.constant(LARGE[v.lane])), v.unequal(u.lost, v.constant(0)))
  return v.pick(isMoved, v.subtract(y, v.multiply(u.lost, slope(v, y, u.hi))), y)
}

const PLAIN: Arithmetic<Value> = {
  input: (v, index) => v.input(index),
  constant: (v, value) => v.constant(value),
  operation: (name, range) => within(name, range) ?? TRANSLATIONS[name],
  knowing: wideExp,
  plain: (_, a) => a,
  pick: (v, mask, yes, no) => v.pick(mask, yes, no),
}

const IN_PAIRS: Arithmetic<Pair> = {
  input: (v, index) => ({ hi: v.input(index), lo: v.constant(0) }),
  constant,
  operation: (name) => PAIRS[name],
  plain: rounded,
  pick: (v, mask, yes, no) => ({ hi: v.pick(mask, yes.hi, no.hi), lo: v.pick(mask, yes.lo, no.lo) }),
}

/** How exact the results are to be: a few units in the last place, or about one. */
export type Tier = 'fast' | 'accurate'

/** The program for lanes of a width; nothing where an operation has no translation. */
export const translated = (
  program: Program,
  lane: Lane,
  fuses: boolean,
  tier: Tier,
): Translated | undefined =>
  tier === 'accurate'
    ? inRange(program, lane, fuses, IN_PAIRS, INNER_PAIRS)
    : program.exacting
      ? withPairs(program, program.exacting, lane, fuses)
      : fast(program, lane, fuses)

/** The ways in which fractions may be written. */
const WAYS: readonly Way[] = [true, false].flatMap((quotients) =>
  [false, true].flatMap((sharing) => [true, false].map((behind) => ({ quotients, sharing, behind }))),
)

/** The code that does least. */
function fast(program: Program, lane: Lane, fuses: boolean): Translated | undefined {
  const plain = inRange(program, lane, fuses, PLAIN, PLAIN_INNER)
  if (!plain) return undefined
  const { watched } = leavingRange(program, lane)
  const beyond = plain.beyond && { wide: plain.beyond.wide, watched }
  const ranges = rangesOf(program)
  const others = WAYS.flatMap((way) => {
    const found = carried(program, new Vector(lane, fuses), fractional(PLAIN, ranges, way), beyond)
    return found ? [found] : []
  })
  const cost = ({ code, outputs }: Translated): number => costOf(code, outputs)
  return [plain, ...others].reduce((a, b) => (cost(b) < cost(a) ? b : a))
}

/** Fast, but in pairs where digits cancel. */
function withPairs(
  program: Program,
  exacting: readonly number[],
  lane: Lane,
  fuses: boolean,
): Translated | undefined {
  const by = mixed(PLAIN, placesBelow(program, exacting), rounded)
  const { wide, watched } = leavingRange(program, lane)
  const far =
    wide.size > 0 ? carried(program, new Vector(lane, fuses), widened(IN_PAIRS, INNER_PAIRS)) : undefined
  return carried(program, new Vector(lane, fuses), by, far && { wide: far, watched })
}

const PLAIN_INNER = INNER_PLAIN((v, name, a, b) => (TRANSLATIONS[name] as Translation)(v, a, b))

/** Two ways: as ever, and with exponents of their own for values that leave the range of the lane. */
function inRange<Number_>(
  program: Program,
  lane: Lane,
  fuses: boolean,
  by: Arithmetic<Number_>,
  inner: Inner<Number_>,
): Translated | undefined {
  const leaving = leavingRange(program, lane)
  if (leaving.wide.size === 0) return carried(program, new Vector(lane, fuses), by)
  const wide = carried(program, new Vector(lane, fuses), widened(by, inner))
  return wide && carried(program, new Vector(lane, fuses), by, { wide, watched: leaving.watched })
}

/** The arithmetic, with an exponent where it is needed. */
function widened<Number_>(by: Arithmetic<Number_>, inner: Inner<Number_>): Arithmetic<Wide<Number_>> {
  const plain = (m: Number_): Wide<Number_> => ({ m, k: undefined })
  return {
    input: (v, index) => plain(by.input(v, index)),
    constant: (v, value, rest) => plain(by.constant(v, value, rest)),
    operation: (name, range) => {
      const operate = by.operation(name, range)
      return operate && ((v, a, b) => plain(operate(v, narrowed(v, inner, a), narrowed(v, inner, b))))
    },
    knowing: (v, here, at) => {
      const wide = widely(v, inner, here, at)
      if (wide) return wide
      const known = by.knowing?.(v, here, (place) => narrowed(v, inner, at(place)))
      return known === undefined ? undefined : plain(known)
    },
    plain: (v, a) => by.plain(v, narrowed(v, inner, a)),
    pick: (v, mask, yes, no) => pickedWide(v, inner, mask, yes, no),
  }
}

/** The same for summands: what rounding an exponent costs is little beside what rounding does to the sum. */
export const translatedPlainly = (program: Program, fuses: boolean): Translated | undefined => {
  const { knowing: _, ...plain } = PLAIN
  return carried(program, new Vector(64, fuses), plain)
}

/** Code for values beyond a range, and what tells that there are some. */
interface Beyond {
  readonly wide: Translated
  readonly watched: readonly Watched[]
}

/** Where the size of u is not within the borders. */
function outside(v: Vector, u: Value, { least, most }: Watched): Mask {
  const size = v.absolute(u)
  const isAbove = v.less(v.constant(most), size)
  return least === 0 ? isAbove : v.or(isAbove, v.less(size, v.constant(least)))
}

function carried<Number_>(
  program: Program,
  v: Vector,
  by: Arithmetic<Number_>,
  beyond?: Beyond,
): Translated | undefined {
  const values = new Map<Place, Number_>()
  const ranges = rangesOf(program)
  const masks = new Map<Place, Value>()
  let doubt: Mask | undefined
  const at = (place: Place): Number_ => values.get(place) as Number_
  const mask = (place: Place): Value => masks.get(place) as Value
  for (const [place, node] of program.nodes.entries()) {
    switch (node.kind) {
      case 'input':
        values.set(place, by.input(v, program.inputs.indexOf(node.name)))
        break
      case 'constant':
        values.set(place, by.constant(v, node.value, node.rest))
        break
      case 'operation': {
        const first = node.of[0] as Place
        const range = ranges[first] as Range
        const operate = by.operation(node.name, range)
        if (!operate) return undefined
        const second = node.of[1] ?? first
        const [a, b] = [at(first), at(second)]
        values.set(place, by.knowing?.(v, { program, place, range }, at) ?? operate(v, a, b))
        const more = DOUBTS[node.name]?.(v, by.plain(v, a))
        if (more !== undefined) doubt = doubt === undefined ? more : v.or(doubt, more)
        break
      }
      case 'question': {
        const [a, b] = [by.plain(v, at(node.of[0])), by.plain(v, at(node.of[1]))]
        masks.set(place, QUESTIONS[node.name](v, a, b))
        break
      }
      case 'both':
        masks.set(place, v.and(mask(node.of[0]), mask(node.of[1])))
        break
      case 'either':
        masks.set(place, v.or(mask(node.of[0]), mask(node.of[1])))
        break
      case 'choose':
        values.set(place, by.pick(v, mask(node.of[0]), at(node.of[1]), at(node.of[2])))
    }
  }
  return {
    code: v,
    outputs: program.outputs.map((place) => by.plain(v, at(place))),
    doubt: doubt === undefined ? undefined : v.and(doubt, v.constant(1)),
    beyond: beyond && {
      wide: beyond.wide,
      mask: beyond.watched
        .map((one) => outside(v, by.plain(v, at(one.place)), one))
        .reduce((a, b) => v.or(a, b)),
    },
  }
}
