/**
 * Random numbers that a seed determines on every machine: xoshiro128++ (D. Blackman and S. Vigna, Scrambled linear
 * pseudorandom number generators, 2021), its state filled by SplitMix32. It is arithmetic of 32-bit whole numbers.
 */

const rotated = (u: number, k: number): number => (u << k) | (u >>> (32 - k))

/** Words that follow each other from a seed and look unlike it. */
function splitMix(seed: number): () => number {
  let state = seed | 0
  return () => {
    state = (state + 0x9e3779b9) | 0
    let z = state
    z = Math.imul(z ^ (z >>> 16), 0x85ebca6b)
    z = Math.imul(z ^ (z >>> 13), 0xc2b2ae35)
    return z ^ (z >>> 16)
  }
}

/** A source of random numbers. */
export class Random {
  readonly #state: Int32Array
  /** Normal numbers come in pairs. */
  #spare: number | undefined

  /** `seed` is a whole number; `stream` tells apart what is drawn for different purposes. */
  constructor(seed: number, stream = 0) {
    const high = Math.floor(seed / 2 ** 32)
    const next = splitMix(Math.imul(seed >>> 0, 0x2545f491) ^ splitMix(high ^ splitMix(stream)())())
    this.#state = Int32Array.from({ length: 4 }, next)
    if (this.#state.every((word) => word === 0)) this.#state[0] = 1
  }

  /** 32 random bits, from 0. */
  #word(): number {
    const s = this.#state
    const [a = 0, b = 0, c = 0, d = 0] = s
    const word = (rotated((a + d) | 0, 7) + a) >>> 0
    s[2] = c ^ a
    s[3] = d ^ b
    s[1] = b ^ (s[2] as number)
    s[0] = a ^ (s[3] as number)
    s[2] = (s[2] as number) ^ (b << 9)
    s[3] = rotated(s[3] as number, 11)
    return word
  }

  /** Evenly from 0 up to 1, a multiple of 2⁻⁵³. */
  uniform(): number {
    const high = this.#word() >>> 5
    return (high * 2 ** 26 + (this.#word() >>> 6)) * 2 ** -53
  }

  /** Normal with mean 0 and deviation 1, by the polar method (G. Marsaglia, 1964). */
  normal(): number {
    const spare = this.#spare
    this.#spare = undefined
    if (spare !== undefined) return spare
    for (;;) {
      const [u, v] = [2 * this.uniform() - 1, 2 * this.uniform() - 1]
      const s = u * u + v * v
      if (s >= 1 || s === 0) continue
      const factor = Math.sqrt((-2 * Math.log(s)) / s)
      this.#spare = v * factor
      return u * factor
    }
  }

  /** A whole number from 0 up to n. */
  below(n: number): number {
    return Math.floor(this.uniform() * n)
  }

  /** 0, …, n − 1 in random order (R. Durstenfeld, 1964). */
  order(n: number): Int32Array {
    const order = Int32Array.from({ length: n }, (_, i) => i)
    for (let i = n - 1; i > 0; i -= 1) {
      const j = this.below(i + 1)
      const kept = order[i] as number
      order[i] = order[j] as number
      order[j] = kept
    }
    return order
  }
}
