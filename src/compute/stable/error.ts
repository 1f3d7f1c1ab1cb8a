/** How far a computed double is from the right one: bits, as the logarithm of the number of doubles between. */

const view = new DataView(new ArrayBuffer(8))

/** Doubles in order, counted from 0. */
function ordinal(value: number): bigint {
  view.setFloat64(0, value)
  const bits = view.getBigInt64(0)
  return bits < 0n ? -(bits & 0x7fff_ffff_ffff_ffffn) : bits
}

/** All digits are lost. */
export const ALL_BITS = 64

/** Doubles from one to the other. */
export function ulps(value: number, right: number): number {
  if (Object.is(value, right) || value === right) return 0
  if (Number.isNaN(value) || Number.isNaN(right)) return Number.POSITIVE_INFINITY
  const distance = ordinal(value) - ordinal(right)
  return Number(distance < 0n ? -distance : distance)
}

/** The bits of `value` that are wrong: 0 to 64 (A. Panchekha et al., Automatically improving accuracy, PLDI 2015). */
export const wrongBits = (value: number, right: number): number =>
  Math.min(ALL_BITS, Math.log2(1 + ulps(value, right)))
