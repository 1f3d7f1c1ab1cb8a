/**
 * Exponents in two parts: the rounding of an exponent as large as 700 would cost e^x hundreds of units in the last
 * place. Computed so are operations that may be large, back to inputs, constants and values of other functions. Unlike
 * pairs, the parts are looked at only in the end: where the second is no correction of the first, it is left out.
 */
import type { OperationName } from '../operations.ts'
import { type Node, operandsOf, type Place, type Program } from '../program.ts'
import { PAIRS } from './pair-operations.ts'
import { constant, type Pair, product } from './pairs.ts'
import type { Value, Vector } from './vector.ts'

/** hi − lost, or hi alone: what is lost comes without a change of sign out of fused operations. */
interface Parts {
  readonly hi: Value
  readonly lost: Value | undefined
}

type Operation = (v: Vector, a: Parts, b: Parts) => Parts

const together = (v: Vector, ...parts: readonly (Value | undefined)[]): Value | undefined =>
  parts.reduce((a, b) => (a === undefined || b === undefined ? (a ?? b) : v.add(a, b)), undefined)

const opposite = (v: Vector, { hi, lost }: Parts): Parts => ({
  hi: v.opposite(hi),
  lost: lost === undefined ? undefined : v.opposite(lost),
})

function add(v: Vector, a: Parts, b: Parts): Parts {
  const hi = v.add(a.hi, b.hi)
  const back = v.subtract(hi, a.hi)
  const lost = v.add(v.subtract(v.subtract(hi, back), a.hi), v.subtract(back, b.hi))
  return { hi, lost: together(v, lost, together(v, a.lost, b.lost)) }
}

/** hi − a·b, exactly. */
function lostOf(v: Vector, hi: Value, a: Value, b: Value): Value {
  return v.fuses ? v.fusedMinus(a, b, hi) : v.opposite(product(v, a, b).lo)
}

/** Products with powers of two are exact. */
function multiply(v: Vector, a: Parts, b: Parts): Parts {
  const hi = v.multiply(a.hi, b.hi)
  const [c, u] = isPowerOfTwo(v, b) ? [b.hi, a] : [a.hi, b]
  if (isPowerOfTwo(v, a) || isPowerOfTwo(v, b))
    return { hi, lost: u.lost === undefined ? undefined : v.multiply(c, u.lost) }
  const lost = lostOf(v, hi, a.hi, b.hi)
  const more = b.lost === undefined ? lost : v.fused(a.hi, b.lost, lost)
  return { hi, lost: a.lost === undefined ? more : v.fused(a.lost, b.hi, more) }
}

const isPowerOfTwo = (v: Vector, { hi, lost }: Parts): boolean => lost === undefined && v.isPowerOfTwo(hi)

/** a − q·b for the quotient q, rounded once or not at all. */
function left(v: Vector, a: Parts, q: Value, b: Value): Value {
  if (v.fuses) return v.fusedMinus(q, b, a.hi)
  const back = product(v, q, b)
  return v.subtract(v.subtract(a.hi, back.hi), back.lo)
}

function divide(v: Vector, a: Parts, b: Parts): Parts {
  const hi = v.divide(a.hi, b.hi)
  const rest = left(v, a, hi, b.hi)
  const most = a.lost === undefined ? rest : v.subtract(rest, a.lost)
  const all = b.lost === undefined ? most : v.fused(hi, b.lost, most)
  return { hi, lost: v.multiply(all, v.divide(v.constant(-1), b.hi)) }
}

function root(v: Vector, a: Parts): Parts {
  const hi = v.root(a.hi)
  const rest = left(v, a, hi, hi)
  const all = a.lost === undefined ? rest : v.subtract(rest, a.lost)
  return { hi, lost: v.divide(all, v.multiply(v.constant(-2), hi)) }
}

/** |a|, the sign taken off both. */
function size(v: Vector, { hi, lost }: Parts): Parts {
  if (lost === undefined) return { hi: v.absolute(hi), lost }
  return { hi: v.absolute(hi), lost: v.either(lost, v.and(hi, v.constant(-0))) }
}

/** By pairs. */
const paired =
  (name: OperationName): Operation =>
  (v, a, b) => {
    const pair = ({ hi, lost }: Parts): Pair => ({
      hi,
      lo: lost === undefined ? v.constant(0) : v.opposite(lost),
    })
    const { hi, lo } = (PAIRS[name] as NonNullable<(typeof PAIRS)[OperationName]>)(v, pair(a), pair(b))
    return { hi, lost: v.opposite(lo) }
  }

/** What may be large and is rounded. */
const ROUNDED: Readonly<Partial<Record<OperationName, Operation>>> = {
  add,
  subtract: (v, a, b) => add(v, a, opposite(v, b)),
  multiply,
  divide,
  sqrt: root,
  exp: paired('exp'),
  log: paired('log'),
  sinh: paired('sinh'),
  cosh: paired('cosh'),
  power: paired('power'),
}
const EXACT: Readonly<Partial<Record<OperationName, Operation>>> = { negate: opposite, abs: size }

const operationOf = (node: Node): Operation | undefined =>
  node.kind === 'operation' ? (ROUNDED[node.name] ?? EXACT[node.name]) : undefined

/** Is anything rounded on the way from inputs and functions to here? */
function isRounded(program: Program, place: Place): boolean {
  const node = program.nodes[place] as Node
  if (node.kind !== 'operation') return false
  return node.name in ROUNDED || (node.name in EXACT && isRounded(program, node.of[0] as Place))
}

/** An exponent, and what rounding took from it: nought where that is no number or too much to be that. */
export interface Exponent {
  readonly hi: Value
  readonly lo: Value
}

/** Half a unit in the last place of the largest exponents that count is less. */
const MOST_LOST: Readonly<Record<64 | 32, number>> = { 64: 2 ** -40, 32: 2 ** -14 }

function sound(v: Vector, hi: Value, lost: Value): Exponent {
  const near = v.subtract(hi, lost)
  const lo = v.subtract(v.subtract(hi, near), lost)
  const isSound = v.less(v.absolute(lo), v.constant(MOST_LOST[v.lane]))
  return { hi: v.pick(isSound, near, hi), lo: v.and(isSound, lo) }
}

/** Exponents are wrong by no more, unless most of them cancelled. */
const LITTLE = 2 ** -8

/** The exponent as it is rounded, and what that added to it: a number that is small beside 1, or 0. */
export function roundedExponent(
  v: Vector,
  program: Program,
  place: Place,
  plain: (place: Place) => Value,
): { readonly hi: Value; readonly lost: Value } | undefined {
  const found = partsOf(v, program, place, plain)
  if (found?.lost === undefined) return undefined
  const isLittle = v.less(v.absolute(found.lost), v.constant(LITTLE))
  return { hi: found.hi, lost: v.and(isLittle, found.lost) }
}

/** The exponent; nothing where it is not rounded. */
export function exponent(
  v: Vector,
  program: Program,
  place: Place,
  plain: (place: Place) => Value,
): Exponent | undefined {
  const found = partsOf(v, program, place, plain)
  return found?.lost === undefined ? undefined : sound(v, found.hi, found.lost)
}

function partsOf(
  v: Vector,
  program: Program,
  place: Place,
  plain: (place: Place) => Value,
): Parts | undefined {
  if (!isRounded(program, place)) return undefined
  const known = new Map<Place, Parts>()
  const parts = (at: Place): Parts => {
    const found = known.get(at) ?? made(at, program.nodes[at] as Node)
    known.set(at, found)
    return found
  }
  const made = (at: Place, node: Node): Parts => {
    if (node.kind === 'constant') {
      const { hi, lo } = constant(v, node.value, node.rest)
      return { hi, lost: v.isNought(lo) ? undefined : v.opposite(lo) }
    }
    const operation = operationOf(node)
    if (!operation) return { hi: plain(at), lost: undefined }
    const [a, b] = operandsOf(node).map(parts) as [Parts, Parts | undefined]
    return operation(v, a, b ?? a)
  }
  return parts(place)
}

/** e^(hi + lo) by e^hi; infinite values stay so. */
export const corrected = (v: Vector, e: Value, lo: Value): Value => v.multiply(e, v.add(v.constant(1), lo))
