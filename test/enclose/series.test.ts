import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { arctangent, exponential, log2, logarithm, pi } from '../../src/enclose/series.ts'

const RUNS = { numRuns: 1_500, seed: 3 }
const MORE = 120
const bits = fc.oneof(
  { weight: 6, arbitrary: fc.integer({ min: 32, max: 260 }) },
  { weight: 1, arbitrary: fc.integer({ min: 900, max: 1_300 }) },
)
/** A number from 0 to 1, to 64 bits, and often at one of the ends. */
const share = fc.oneof(
  { weight: 8, arbitrary: fc.bigInt(0n, 1n << 64n) },
  { weight: 1, arbitrary: fc.constantFrom(0n, 1n, (1n << 64n) - 1n, 1n << 64n) },
)
const scaled = (n: bigint, w: number): bigint => (w >= 64 ? n << BigInt(w - 64) : n >> BigInt(64 - w))

/** The distance in units of 2^-w of a result at w bits from the same at many more bits. */
const error = (at: (w: number) => bigint, w: number): number => {
  const difference = (at(w) << BigInt(MORE)) - at(w + MORE)
  return Math.abs(Number(difference >> BigInt(MORE - 20))) / 2 ** 20
}

describe('errors stay below what is claimed', () => {
  test('exponential', () => {
    fc.assert(
      fc.property(share, fc.boolean(), bits, (n, negative, w) => {
        const x = negative ? -scaled(n, w) : scaled(n, w)
        const same = (at: number): bigint => x << BigInt(at - w)
        expect(error((at) => exponential(same(at), at)[0], w)).toBeLessThanOrEqual(2)
        expect(error((at) => exponential(same(at), at, -1n)[0], w)).toBeLessThanOrEqual(2)
        expect(error((at) => exponential(same(at), at, -1n)[1], w)).toBeLessThanOrEqual(2)
      }),
      RUNS,
    )
  })

  test('logarithm and arctangent', () => {
    fc.assert(
      fc.property(share, bits, (n, w) => {
        const unit = scaled(n, w)
        const t = (6n << BigInt(w)) / 10n + (unit * 9n) / 10n
        const shifted = (v: bigint) => (at: number) => v << BigInt(at - w)
        expect(error((at) => logarithm(shifted(t)(at), at), w)).toBeLessThanOrEqual(8 + w / 8)
        expect(error((at) => arctangent(shifted(unit)(at), at), w)).toBeLessThanOrEqual(8 + w / 8)
      }),
      RUNS,
    )
  })

  test('constants, whatever was asked for before', () => {
    for (const w of [40, 200, 41, 100, 1_000, 999, 64, 300, 3_000, 2_999, 2_936, 2_937]) {
      expect(error(pi, w)).toBeLessThan(2)
      expect(error(log2, w)).toBeLessThan(2)
    }
  })
})
