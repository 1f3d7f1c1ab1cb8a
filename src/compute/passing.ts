/**
 * Arrays passed by the routines of a module, a block at a time: where some values of a block leave the range of its
 * numbers, the block is passed again by code that carries their exponents along.
 */
import type { Stride } from './wasm/routine.ts'

type Exports = Readonly<Record<string, (...numbers: number[]) => unknown>>

/** Bytes of each array that are passed at a time; they stay in the cache. Whole turns of all loops. */
const BLOCK = 84 * 192

/** What passes so many bytes of each array, which begin at the addresses. */
export function passing(
  { near, beyond }: Exports,
  inputs: readonly Stride[] = [],
): (end: number, ...addresses: number[]) => void {
  if (!near) throw new Error('no routine')
  if (!beyond) return near as (end: number, ...addresses: number[]) => void
  return (end, ...addresses) => {
    for (let from = 0; from < end; from += BLOCK) {
      const length = Math.min(BLOCK, end - from)
      const here = addresses.map((address, i) => (inputs[i] === 'number' ? address : address + from))
      if (near(length, ...here) !== 0) beyond(length, ...here)
    }
  }
}
