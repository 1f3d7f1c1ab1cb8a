/** Simulated dose-response data with known truth, always the same. */

export interface DoseSet {
  readonly truth: { readonly a: number; readonly d: number; readonly c: number; readonly b: number }
  readonly x: readonly number[]
  readonly y: readonly number[]
}

/** Numbers between 0 and 1 from a seed (mulberry32). */
export function uniformFrom(seed: number): () => number {
  let state = seed >>> 0
  return () => {
    state = (state + 0x6d2b79f5) >>> 0
    let t = state
    t = Math.imul(t ^ (t >>> 15), t | 1)
    t ^= t + Math.imul(t ^ (t >>> 7), t | 61)
    return ((t ^ (t >>> 14)) >>> 0) / 2 ** 32
  }
}

/** A normal deviate. */
export const normalFrom = (uniform: () => number): number =>
  Math.sqrt(-2 * Math.log(1 - uniform())) * Math.cos(2 * Math.PI * uniform())

/** Eight doses in threes; rising and falling by turns. */
export function doseSets(count: number, seed: number, noise = 4): readonly DoseSet[] {
  const uniform = uniformFrom(seed)
  const x = Array.from({ length: 24 }, (_, i) => 0.01 * 10 ** (0.5 * Math.floor(i / 3)))
  return Array.from({ length: count }, (_, k) => {
    const [low, high] = [10 * uniform() - 5, 80 + 40 * uniform()]
    const truth = {
      ...(k % 2 === 0 ? { a: low, d: high } : { a: high, d: low }),
      c: 10 ** (2 * uniform() - 1.2),
      b: 0.8 + 1.2 * uniform(),
    }
    const y = x.map(
      (dose) =>
        truth.a + (truth.d - truth.a) / (1 + (dose / truth.c) ** -truth.b) + noise * normalFrom(uniform),
    )
    return { truth, x, y }
  })
}
