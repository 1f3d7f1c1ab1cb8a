/** The numbers that vector code computes with, as those see them who carry a program through it. */
import type { OperationName } from '../operations.ts'
import type { Place, Program } from '../program.ts'
import type { Range } from './ranges.ts'
import type { Value, Vector } from './vector.ts'

/** An operation where it stands, and the range of its first operand. */
export interface Here {
  readonly program: Program
  readonly place: Place
  readonly range: Range
}

/** How numbers are carried through the code: plain, or as pairs that keep twice the digits. */
export interface Arithmetic<Number_> {
  readonly input: (v: Vector, index: number) => Number_
  readonly constant: (v: Vector, value: number, rest: number) => Number_
  readonly operation: (
    name: OperationName,
    range: Range,
  ) => ((v: Vector, a: Number_, b: Number_) => Number_) | undefined
  /** For operations that look at how their operands are made. */
  readonly knowing?: (v: Vector, here: Here, at: (place: Place) => Number_) => Number_ | undefined
  readonly plain: (v: Vector, a: Number_) => Value
  readonly pick: (v: Vector, mask: Value, yes: Number_, no: Number_) => Number_
}
