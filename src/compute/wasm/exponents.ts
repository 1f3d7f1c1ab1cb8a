/**
 * Exponents in two parts: the rounding of an exponent as large as 700 would cost e^x hundreds of units in the last
 * place. Computed so are operations that may be large, back to inputs, constants and values of other functions. Unlike
 * pairs, the parts are looked at only in the end: where the second is no correction of the first, it is left out.
 */
import type { OperationName } from '../operations.ts'
import { type Node, operandsOf, type Place, type Program } from '../program.ts'
import { PAIRS } from './pair-operations.ts'
import { constant, ordered, product, sum } from './pairs.ts'
import type { Value, Vector } from './vector.ts'

/** hi + lo, or hi alone. */
interface Parts {
  readonly hi: Value
  readonly lo: Value | undefined
}

type Operation = (v: Vector, a: Parts, b: Parts) => Parts

const together = (v: Vector, ...parts: readonly (Value | undefined)[]): Value | undefined =>
  parts.reduce((a, b) => (a === undefined || b === undefined ? (a ?? b) : v.add(a, b)), undefined)

const opposite = (v: Vector, { hi, lo }: Parts): Parts => ({
  hi: v.opposite(hi),
  lo: lo === undefined ? undefined : v.opposite(lo),
})

function add(v: Vector, a: Parts, b: Parts): Parts {
  const { hi, lo } = sum(v, a.hi, b.hi)
  return { hi, lo: together(v, lo, together(v, a.lo, b.lo)) }
}

/** Products with powers of two are exact. */
function multiply(v: Vector, a: Parts, b: Parts): Parts {
  const [c, u] = isPowerOfTwo(v, b) ? [b.hi, a] : [a.hi, b]
  if (isPowerOfTwo(v, a) || isPowerOfTwo(v, b))
    return { hi: v.multiply(a.hi, b.hi), lo: u.lo === undefined ? undefined : v.multiply(c, u.lo) }
  const { hi, lo } = product(v, a.hi, b.hi)
  const more = b.lo === undefined ? lo : v.fused(a.hi, b.lo, lo)
  return { hi, lo: a.lo === undefined ? more : v.fused(a.lo, b.hi, more) }
}

const isPowerOfTwo = (v: Vector, { hi, lo }: Parts): boolean => lo === undefined && v.isPowerOfTwo(hi)

/** a − q·b for the quotient q, rounded once or not at all. */
function left(v: Vector, a: Parts, q: Value, b: Value): Value {
  if (v.fuses) return v.fusedMinus(q, b, a.hi)
  const back = product(v, q, b)
  return v.subtract(v.subtract(a.hi, back.hi), back.lo)
}

function divide(v: Vector, a: Parts, b: Parts): Parts {
  const q = v.divide(a.hi, b.hi)
  const rest = together(v, left(v, a, q, b.hi), a.lo) as Value
  const most = b.lo === undefined ? rest : v.fusedMinus(q, b.lo, rest)
  return { hi: q, lo: v.multiply(most, v.divide(v.constant(1), b.hi)) }
}

function root(v: Vector, a: Parts): Parts {
  const hi = v.root(a.hi)
  const rest = together(v, left(v, a, hi, hi), a.lo) as Value
  return { hi, lo: v.divide(rest, v.add(hi, hi)) }
}

/** |a|, the sign taken off both. */
function size(v: Vector, { hi, lo }: Parts): Parts {
  if (lo === undefined) return { hi: v.absolute(hi), lo }
  return { hi: v.absolute(hi), lo: v.either(lo, v.and(hi, v.constant(-0))) }
}

/** By pairs. */
const paired =
  (name: OperationName): Operation =>
  (v, a, b) => {
    const full = ({ hi, lo }: Parts): { hi: Value; lo: Value } => ({ hi, lo: lo ?? v.constant(0) })
    return (PAIRS[name] as NonNullable<(typeof PAIRS)[OperationName]>)(v, full(a), full(b))
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

function sound(v: Vector, { hi, lo }: { readonly hi: Value; readonly lo: Value }): Exponent {
  const near = ordered(v, hi, lo)
  const isSound = v.less(v.absolute(near.lo), v.constant(MOST_LOST[v.lane]))
  return { hi: v.pick(isSound, near.hi, hi), lo: v.and(isSound, near.lo) }
}

/** The exponent; nothing where it is not rounded. */
export function exponent(
  v: Vector,
  program: Program,
  place: Place,
  plain: (place: Place) => Value,
): Exponent | undefined {
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
      return { hi, lo: v.isNought(lo) ? undefined : lo }
    }
    const operation = operationOf(node)
    if (!operation) return { hi: plain(at), lo: undefined }
    const [a, b] = operandsOf(node).map(parts) as [Parts, Parts | undefined]
    return operation(v, a, b ?? a)
  }
  const { hi, lo } = parts(place)
  return lo === undefined ? undefined : sound(v, { hi, lo })
}

/** e^(hi + lo) by e^hi; infinite values stay so. */
export const corrected = (v: Vector, e: Value, lo: Value): Value => v.multiply(e, v.add(v.constant(1), lo))
