/**
 * Straight-line code on vectors, written instruction by instruction: each value is made once and used by number.
 * The same instruction on the same values is written once; what is made of constants alone is worked out here.
 */
import { bitsOf, numberOf } from './bits.ts'
import { folded } from './folding.ts'
import type { Instruction, Lane } from './instructions.ts'

/** A value of the code. */
export type Value = number
/** All bits of a lane are 1 where it holds, else 0. */
export type Mask = Value

export type Line =
  | { readonly kind: 'input'; readonly index: number }
  | { readonly kind: 'constant'; readonly bits: bigint }
  | {
      readonly kind: 'instruction'
      readonly name: Instruction
      readonly of: readonly Value[]
      readonly by: number | undefined
    }

export class Vector {
  readonly lines: Line[] = []
  readonly lane: Lane
  readonly fuses: boolean
  readonly #known = new Map<string, Value>()

  constructor(lane: Lane, fuses: boolean) {
    this.lane = lane
    this.fuses = fuses
  }

  #put(key: string, line: Line): Value {
    const known = this.#known.get(key)
    if (known !== undefined) return known
    const value = this.lines.push(line) - 1
    this.#known.set(key, value)
    return value
  }

  #write(name: Instruction, of: readonly Value[], by?: number): Value {
    const bits = of.map((value) => this.constantBits(value))
    const known = bits.includes(undefined) ? undefined : folded(name, bits as bigint[], this.lane)
    if (known !== undefined) return this.bits(known)
    return this.#put(`${name} ${of} ${by ?? ''}`, { kind: 'instruction', name, of, by })
  }

  input(index: number): Value {
    return this.#put(`i${index}`, { kind: 'input', index })
  }

  constant(value: number): Value {
    return this.bits(bitsOf(value, this.lane))
  }

  bits(given: bigint): Value {
    const bits = BigInt.asUintN(this.lane, given)
    return this.#put(`b${bits}`, { kind: 'constant', bits })
  }

  /** The bits of a constant; nothing for other values. */
  constantBits(value: Value): bigint | undefined {
    const line = this.lines[value] as Line
    return line.kind === 'constant' ? line.bits : undefined
  }

  #number(value: Value): number | undefined {
    const bits = this.constantBits(value)
    return bits === undefined ? undefined : numberOf(bits, this.lane)
  }

  /** Is it the constant 1? */
  isOne = (value: Value): boolean => this.#number(value) === 1

  /** Is it the constant 0? */
  isNought = (value: Value): boolean => this.#number(value) === 0

  /** Is it a constant that is, with an inverse that is a number as well? */
  isPowerOfTwo(value: Value): boolean {
    const number = this.#number(value) ?? 0
    const power = Math.round(Math.log2(number))
    return Math.abs(power) < 120 && 2 ** power === number
  }

  /** A constant beside which comparing alone tells the lesser and the greater of two numbers, but for the sign of 0. */
  #isOrdered(value: Value): boolean {
    const number = this.#number(value) ?? Number.NaN
    return !Number.isNaN(number) && !Object.is(number, -0)
  }

  /** u of |u|. */
  #sized(value: Value): Value | undefined {
    const line = this.lines[value] as Line
    return line.kind === 'instruction' && line.name === 'absolute' ? line.of[0] : undefined
  }

  add = (a: Value, b: Value): Value => this.#write('add', [a, b])
  subtract = (a: Value, b: Value): Value => this.#write('subtract', [a, b])
  multiply = (a: Value, b: Value): Value => this.#write('multiply', [a, b])
  divide = (a: Value, b: Value): Value =>
    this.isPowerOfTwo(b)
      ? this.multiply(a, this.#write('divide', [this.constant(1), b]))
      : this.#write('divide', [a, b])
  root = (a: Value): Value => this.#write('root', [a])
  absolute = (a: Value): Value => this.#write('absolute', [a])
  /** −|u| sets the sign of u. */
  opposite = (a: Value): Value => {
    const sized = this.#sized(a)
    return sized === undefined ? this.#write('opposite', [a]) : this.or(sized, this.constant(-0))
  }
  least = (a: Value, b: Value): Value => {
    if (this.#isOrdered(b)) return this.capped(a, b)
    return this.#isOrdered(a) ? this.capped(b, a) : this.#write('least', [a, b])
  }
  /** −0 + 0 is 0. */
  greatest = (a: Value, b: Value): Value => {
    if (this.#isOrdered(b)) return this.isNought(b) ? this.add(this.raised(a, b), b) : this.raised(a, b)
    return this.#isOrdered(a) ? this.greatest(b, a) : this.#write('greatest', [a, b])
  }
  /** a, but b where that is less; NaN stays NaN. */
  capped = (a: Value, b: Value): Value => this.#write('capped', [a, b])
  raised = (a: Value, b: Value): Value => this.#write('raised', [a, b])
  floor = (a: Value): Value => this.#write('floor', [a])
  nearest = (a: Value): Value => this.#write('nearest', [a])
  equal = (a: Value, b: Value): Mask => this.#write('equal', [a, b])
  unequal = (a: Value, b: Value): Mask => this.#write('unequal', [a, b])
  less = (a: Value, b: Value): Mask => this.#write('less', [a, b])
  atMost = (a: Value, b: Value): Mask => this.#write('atMost', [a, b])
  and = (a: Value, b: Value): Value => this.#write('and', [a, b])
  without = (a: Value, b: Value): Value => this.#write('without', [a, b])
  or = (a: Value, b: Value): Value => this.#write('or', [a, b])
  either = (a: Value, b: Value): Value => this.#write('either', [a, b])
  pick = (mask: Mask, yes: Value, no: Value): Value => {
    const known = this.constantBits(mask)
    if (yes === no || known !== undefined) return known === 0n ? no : yes
    return this.#write(this.fuses ? 'pickLane' : 'pick', [yes, no, mask])
  }
  addBits = (a: Value, b: Value): Value => this.#write('addBits', [a, b])
  subtractBits = (a: Value, b: Value): Value => this.#write('subtractBits', [a, b])
  left = (a: Value, by: number): Value => this.#write('left', [a], by)
  right = (a: Value, by: number): Value => this.#write('right', [a], by)

  /** a·b + c, rounded once where the machine can. */
  fused = (a: Value, b: Value, c: Value): Value =>
    this.fuses ? this.#write('fused', [a, b, c]) : this.add(this.multiply(a, b), c)
  /** c − a·b */
  fusedMinus = (a: Value, b: Value, c: Value): Value =>
    this.fuses ? this.#write('fusedMinus', [a, b, c]) : this.subtract(c, this.multiply(a, b))

  /** The sign bit of a, and all others of b. */
  signed = (a: Value, b: Value): Value => {
    const sign = this.constant(-0)
    return this.or(this.and(a, sign), this.without(b, sign))
  }
}
