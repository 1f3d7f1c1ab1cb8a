/** What a thread is given: code, memory, and its part of each array. */
import type { Memory } from './wasm/api.ts'

export interface Share {
  readonly module: object
  readonly memory: Memory
  /** Where the state lies in the memory. */
  readonly control: number
  /** Bytes of each array, and where the parts begin. */
  readonly end: number
  readonly addresses: readonly number[]
}

/** Whole numbers of 32 bits that the threads share: the round asked for, threads that have done it, and 1 to stop. */
export const STATE = { round: 0, done: 1, stop: 2 } as const
export const STATE_BYTES = 64
