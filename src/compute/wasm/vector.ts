/**
 * Straight-line code on vectors, written instruction by instruction: each value is made once and used by number.
 * The same instruction on the same values is written once.
 */
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
    return this.#put(`${name} ${of} ${by ?? ''}`, { kind: 'instruction', name, of, by })
  }

  input(index: number): Value {
    return this.#put(`i${index}`, { kind: 'input', index })
  }

  constant(value: number): Value {
    return this.bits(bitsOf(value, this.lane))
  }

  bits(bits: bigint): Value {
    return this.#put(`b${bits}`, { kind: 'constant', bits: BigInt.asUintN(this.lane, bits) })
  }

  add = (a: Value, b: Value): Value => this.#write('add', [a, b])
  subtract = (a: Value, b: Value): Value => this.#write('subtract', [a, b])
  multiply = (a: Value, b: Value): Value => this.#write('multiply', [a, b])
  divide = (a: Value, b: Value): Value => this.#write('divide', [a, b])
  root = (a: Value): Value => this.#write('root', [a])
  absolute = (a: Value): Value => this.#write('absolute', [a])
  opposite = (a: Value): Value => this.#write('opposite', [a])
  least = (a: Value, b: Value): Value => this.#write('least', [a, b])
  greatest = (a: Value, b: Value): Value => this.#write('greatest', [a, b])
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
  pick = (mask: Mask, yes: Value, no: Value): Value =>
    yes === no ? yes : this.#write(this.fuses ? 'pickLane' : 'pick', [yes, no, mask])
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

const view = new DataView(new ArrayBuffer(8))

/** The bits of a number as it stands in a lane. */
export function bitsOf(value: number, lane: Lane): bigint {
  if (lane === 64) {
    view.setFloat64(0, value)
    return view.getBigUint64(0)
  }
  view.setFloat32(0, value)
  return BigInt(view.getUint32(0))
}
