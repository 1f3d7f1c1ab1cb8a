/** Instructions on constants, worked out while code is written. */
import { plus, times } from '../../expression/rational.ts'
import { exactly, nearest } from '../doubles.ts'
import { bitsOf, numberOf } from './bits.ts'
import type { Instruction, Lane } from './instructions.ts'

/** A double holds more than twice the digits of a single, so rounding twice is rounding once (S. A. Figueroa, 1995). */
const NUMBERS: Readonly<Partial<Record<Instruction, (a: number, b: number) => number>>> = {
  add: (a, b) => a + b,
  subtract: (a, b) => a - b,
  multiply: (a, b) => a * b,
  divide: (a, b) => a / b,
  root: Math.sqrt,
  absolute: Math.abs,
  opposite: (a) => -a,
}

const QUESTIONS: Readonly<Partial<Record<Instruction, (a: number, b: number) => boolean>>> = {
  equal: (a, b) => a === b,
  unequal: (a, b) => a !== b,
  less: (a, b) => a < b,
  atMost: (a, b) => a <= b,
}

const BITS: Readonly<Partial<Record<Instruction, (a: bigint, b: bigint) => bigint>>> = {
  and: (a, b) => a & b,
  without: (a, b) => a & ~b,
  or: (a, b) => a | b,
  either: (a, b) => a ^ b,
}

/** a·b + c, rounded once. */
function fused(a: number, b: number, c: number): number | undefined {
  if (!Number.isFinite(a * b + c)) return undefined
  return nearest(plus(times(exactly(a), exactly(b)), exactly(c)))
}

/** The bits of the result; nothing where it is left to the machine. */
export function folded(name: Instruction, bits: readonly bigint[], lane: Lane): bigint | undefined {
  const [p, q] = bits as [bigint, bigint]
  const onBits = BITS[name]
  if (onBits) return onBits(p, q)
  const [a, b, c] = bits.map((part) => numberOf(part, lane)) as [number, number, number]
  const question = QUESTIONS[name]
  if (question) return question(a, b) ? -1n : 0n
  const value =
    name === 'fused' ? fused(a, b, c) : name === 'fusedMinus' ? fused(-a, b, c) : NUMBERS[name]?.(a, b)
  return value === undefined || Number.isNaN(value) ? undefined : bitsOf(value, lane)
}
