/** A seeded source of random numbers and choices (mulberry32), so that every run is the same. */
import { type Rational, rational } from '../../src/expression/rational.ts'

export class Random {
  #state: number

  constructor(seed: number) {
    this.#state = seed >>> 0
  }

  /** At least 0 and less than 1. */
  next(): number {
    this.#state = (this.#state + 0x6d2b79f5) >>> 0
    let t = this.#state
    t = Math.imul(t ^ (t >>> 15), t | 1)
    t ^= t + Math.imul(t ^ (t >>> 7), t | 61)
    return ((t ^ (t >>> 14)) >>> 0) / 2 ** 32
  }

  /** A whole number from `low` to `high`, both possible. */
  whole(low: number, high: number): number {
    return low + Math.floor(this.next() * (high - low + 1))
  }

  chance(p: number): boolean {
    return this.next() < p
  }

  pick<T>(list: readonly T[]): T {
    return list[this.whole(0, list.length - 1)] as T
  }

  /** One of the values, by weight. */
  weighted<T>(list: readonly (readonly [number, T])[]): T {
    let left = this.next() * list.reduce((sum, [weight]) => sum + weight, 0)
    for (const [weight, value] of list) {
      left -= weight
      if (left < 0) return value
    }
    return (list.at(-1) as readonly [number, T])[1]
  }

  /** The list in another order. */
  shuffled<T>(list: readonly T[]): T[] {
    const copy = [...list]
    for (let i = copy.length - 1; i > 0; i -= 1) {
      const j = this.whole(0, i)
      ;[copy[i], copy[j]] = [copy[j] as T, copy[i] as T]
    }
    return copy
  }

  /** A rational number: often a whole number, a border of a domain or a half, else any. */
  rational(): Rational {
    if (this.chance(0.35)) {
      const [num, den] = this.pick(BORDERS)
      return rational(BigInt(num), BigInt(den))
    }
    const den = this.pick([1, 2, 3, 4, 5, 7, 8, 12, 97])
    return rational(BigInt(this.whole(-4 * den, 4 * den)), BigInt(den))
  }
}

/** Points at which functions begin, end, jump or vanish. */
const BORDERS = [
  [0, 1],
  [1, 1],
  [-1, 1],
  [2, 1],
  [-2, 1],
  [1, 2],
  [-1, 2],
  [3, 1],
  [-3, 1],
] as const
