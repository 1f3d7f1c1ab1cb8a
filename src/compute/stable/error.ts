/** How far a computed double is from the right one: bits, as the logarithm of the number of doubles between. */

const view = new DataView(new ArrayBuffer(8))
const WORD = 2 ** 32

/** Where a double stands among all, counted from 0: the upper and the lower 32 bits of the number. */
function ordinal(value: number): readonly [upper: number, lower: number] {
  view.setFloat64(0, value)
  const [upper, lower] = [view.getUint32(0), view.getUint32(4)]
  return upper < WORD / 2 ? [upper, lower] : [-(upper - WORD / 2), -lower]
}

/** All digits are lost. */
export const ALL_BITS = 64

/** Doubles from one to the other. */
export function ulps(value: number, right: number): number {
  if (Object.is(value, right) || value === right) return 0
  if (Number.isNaN(value) || Number.isNaN(right)) return Number.POSITIVE_INFINITY
  const [[a, b], [c, d]] = [ordinal(value), ordinal(right)]
  return Math.abs((a - c) * WORD + (b - d))
}

/** The bits of `value` that are wrong: 0 to 64 (A. Panchekha et al., Automatically improving accuracy, PLDI 2015). */
export const wrongBits = (value: number, right: number): number =>
  Math.min(ALL_BITS, Math.log2(1 + ulps(value, right)))
