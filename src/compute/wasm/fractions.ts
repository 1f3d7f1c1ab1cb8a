/**
 * Values as fractions of products, so that factors cancel before anything is divided, and divisions by the same number
 * become one: e^t as a quotient of polynomials in 1/(1 + e^t), and 1/d for a/d and b/d². Only numbers of ordinary size
 * stand below the line. Each factor costs about a unit in the last place.
 */
import { type Node, operandsOf, type Place } from '../program.ts'
import type { Arithmetic } from './arithmetic.ts'
import { roundedExponent } from './exponents.ts'
import * as functions from './functions.ts'
import type { Range } from './ranges.ts'
import type { Mask, Value, Vector } from './vector.ts'

/** Products of values. */
export interface Fraction {
  readonly over: readonly Value[]
  readonly under: readonly Value[]
}

/** How fractions are written. */
export interface Way {
  /** e^t, t ≤ 0, by a quotient. */
  readonly quotients: boolean
  /** One division for all by the same number. */
  readonly sharing: boolean
  /** Multiplies behind choices, where products are used elsewhere. */
  readonly behind: boolean
}

/** Below the line are numbers between these, and no more of them. */
const [LEAST, MOST] = [2 ** -12, 2 ** 12]
const MOST_FACTORS = 3

const isTame = ({ least, most }: Range): boolean => least >= LEAST && most <= MOST

/** What stands in one but not in the other, each as often as it does. */
function without(factors: readonly Value[], others: readonly Value[]): readonly Value[] {
  const left = [...others]
  return factors.filter((factor) => {
    const at = left.indexOf(factor)
    if (at >= 0) left.splice(at, 1)
    return at < 0
  })
}

const cancelled = (over: readonly Value[], under: readonly Value[]): Fraction => ({
  over: without(over, under),
  under: without(under, over),
})

const product = (v: Vector, factors: readonly Value[]): Value =>
  factors.length === 0 ? v.constant(1) : factors.reduce((a, b) => v.multiply(a, b))

/** f(a), behind a choice if asked for. */
function behind(v: Vector, a: Value, way: Way, f: (a: Value) => Value): Value {
  const line = v.lines[a]
  const isChoice = line?.kind === 'instruction' && (line.name === 'pick' || line.name === 'pickLane')
  if (!(way.behind && isChoice)) return f(a)
  const [yes, no, mask] = line.of as [Value, Value, Mask]
  return v.pick(mask, behind(v, yes, way, f), behind(v, no, way, f))
}

/** The value of the fraction: factor by factor, so that quotients are found again. */
function divided(v: Vector, { over, under }: Fraction, way: Way): Value {
  const shared = (a: Value, d: Value): Value => {
    const r = v.divide(v.constant(1), d)
    return v.isOne(a) ? r : v.multiply(a, r)
  }
  const parts = Array.from({ length: Math.max(over.length, under.length) }, (_, i) => {
    const [a = v.constant(1), d] = [over[i], under[i]]
    return d === undefined
      ? a
      : behind(v, a, way, (part) => (way.sharing ? shared(part, d) : v.divide(part, d)))
  })
  return product(v, parts)
}

/** The arithmetic with fractions; `ranges` are those of the program's values. */
export function fractional(by: Arithmetic<Value>, ranges: readonly Range[], way: Way): Arithmetic<Fraction> {
  const known = new Map<Value, Range>()
  const whole = (value: Value): Fraction => ({ over: [value], under: [] })
  const plain = (v: Vector, a: Fraction): Value => divided(v, a, way)
  const canDivide = ({ over }: Fraction): boolean =>
    over.every((factor) => isTame(known.get(factor) ?? { least: 0, most: 0 }))
  const small = (a: Fraction): Fraction | undefined =>
    a.over.length <= MOST_FACTORS && a.under.length <= MOST_FACTORS ? a : undefined

  function exponential(
    v: Vector,
    found: { readonly hi: Value; readonly lost: Value | undefined },
    range: Range,
  ): Fraction {
    const { over, under } = functions.fallingQuotient(v, found.hi, found.lost)
    known.set(under, BELOW)
    known.set(over, { least: range.least * BELOW.least, most: range.most * BELOW.most })
    return { over: [over], under: [under] }
  }

  /** Over the line of the one below. */
  function sum(v: Vector, a: Fraction, b: Fraction, range: Range): Fraction | undefined {
    const under = [...a.under, ...without(b.under, a.under)]
    if (under.length === 0) return undefined
    const [x, y] = [a, b].map((one) =>
      product(v, [...one.over.filter((part) => !v.isOne(part)), ...without(under, one.under)]),
    )
    const over = v.add(x as Value, y as Value)
    const size = under.map((d) => known.get(d) as Range)
    known.set(over, {
      least: size.reduce((least, d) => least * d.least, range.least),
      most: size.reduce((most, d) => most * d.most, range.most),
    })
    return small({ over: [over], under })
  }

  return {
    input: (v, index) => whole(by.input(v, index)),
    constant: (v, value, rest) => whole(by.constant(v, value, rest)),
    operation: (name, range) => {
      const operate = by.operation(name, range)
      return operate && ((v, a, b) => whole(operate(v, plain(v, a), plain(v, b))))
    },
    knowing: (v, here, at) => {
      const node = here.program.nodes[here.place] as Node
      if (node.kind !== 'operation') return undefined
      const range = ranges[here.place] as Range
      const value = (place: Place): Value => plain(v, at(place))
      const [first, second] = operandsOf(node) as [Place, Place | undefined]
      const [a, b] = [at(first), at(second ?? first)]
      if (node.name === 'exp' && way.quotients && here.range.most <= 0) {
        const found = roundedExponent(v, here.program, first, value)
        return exponential(v, found ?? { hi: value(first), lost: undefined }, range)
      }
      if (node.name === 'log1p' && a.under.length > 0 && here.range.least >= 0 && here.range.most <= 1)
        return whole(functions.smallLog1p(v, product(v, a.over), product(v, a.under)))
      if (node.name === 'add') {
        const found = sum(v, a, b, range)
        if (found) return found
      }
      if (
        node.name === 'multiply' &&
        (a.under.length + b.under.length > 0 || (canDivide(a) && canDivide(b)))
      ) {
        const found = small(cancelled([...a.over, ...b.over], [...a.under, ...b.under]))
        if (found) return found
      }
      if (node.name === 'divide' && canDivide(b)) {
        const over = a.over.filter((part) => !v.isOne(part))
        const found = small(cancelled([...over, ...b.under], [...a.under, ...b.over]))
        if (found) return found
      }
      const made = by.knowing?.(v, here, value)
      if (made === undefined && !isTame(range)) return undefined
      const result = made ?? by.operation(node.name, here.range)?.(v, plain(v, a), plain(v, b))
      if (result === undefined) return undefined
      known.set(result, range)
      return whole(result)
    },
    plain,
    pick: (v, mask, yes, no) => {
      const under = [...yes.under, ...without(no.under, yes.under)]
      const [a, b] = [yes, no].map((one) =>
        product(v, [...one.over.filter((part) => !v.isOne(part)), ...without(under, one.under)]),
      )
      return { over: [v.pick(mask, a as Value, b as Value)], under }
    },
  }
}

/** q − r where e^t is a quotient. */
const BELOW: Range = { least: 1.6, most: 2.4 }
