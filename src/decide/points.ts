/** Points with rational coordinates: a few simple ones, then others of many sizes, the same each time. */
import { type Rational, rational } from '../expression/rational.ts'

const SIMPLE: readonly Rational[] = (
  [
    [1, 2],
    [2, 1],
    [-1, 2],
    [3, 1],
    [1, 3],
    [-2, 1],
    [3, 4],
    [5, 1],
    [-1, 3],
    [1, 1],
    [3, 2],
    [-3, 1],
    [1, 5],
    [7, 1],
    [-1, 1],
    [2, 3],
    [10, 1],
    [-3, 4],
    [1, 10],
    [-5, 1],
    [0, 1],
    [13, 8],
    [-10, 1],
    [1, 100],
  ] as const
).map(([n, d]) => rational(BigInt(n), BigInt(d)))

/** Marsaglia's xorshift: reproducible, and good enough to scatter points. */
function* numbers(): Generator<number> {
  let state = 0x9e3779b9
  for (;;) {
    state ^= state << 13
    state ^= state >>> 17
    state ^= state << 5
    yield (state >>> 0) / 2 ** 32
  }
}

/** So many points, one coordinate for each of `dimension` symbols. */
export function* points(dimension: number, count: number): Generator<readonly Rational[]> {
  const scatter = numbers()
  const next = (): number => scatter.next().value as number
  const coordinate = (kind: number): Rational => {
    const reach = [40, 120, 300, 2000, 64][kind] as number
    let n = 1 + Math.floor(next() * reach)
    if (kind === 4) n *= 2 ** Math.floor(next() * 24)
    if (kind > 0 && next() < 0.3) n = -n
    return rational(BigInt(n), kind === 3 ? 16n : 64n)
  }
  for (let k = 0; k < count; k += 1) {
    if (dimension === 0 && k > 0) return
    const simple = k < 2 * SIMPLE.length
    yield Array.from({ length: dimension }, (_, i) => {
      if (simple && dimension === 1 && k < SIMPLE.length) return SIMPLE[k] as Rational
      if (simple && k % 2 === 0) return SIMPLE[(k / 2 + 5 * i) % SIMPLE.length] as Rational
      return coordinate(k % 5)
    })
  }
}
