/** Numbers as they stand in a lane. */
import type { Lane } from './instructions.ts'

const view = new DataView(new ArrayBuffer(8))

/** The bits of a number. */
export function bitsOf(value: number, lane: Lane): bigint {
  if (lane === 64) {
    view.setFloat64(0, value)
    return view.getBigUint64(0)
  }
  view.setFloat32(0, value)
  return BigInt(view.getUint32(0))
}

/** The number that has these bits. */
export function numberOf(bits: bigint, lane: Lane): number {
  if (lane === 64) {
    view.setBigUint64(0, bits)
    return view.getFloat64(0)
  }
  view.setUint32(0, Number(bits))
  return view.getFloat32(0)
}
