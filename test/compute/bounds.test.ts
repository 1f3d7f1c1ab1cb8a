/**
 * Random formulas as kernels, value and gradient, one point at a time and in vectors: what they compute lies within the
 * bound that they state themselves.
 */
import { expect, test } from 'vitest'
import { compile, type Kernel } from '../../src/compute/index.ts'
import { spot, truth } from '../../src/compute/stable/truth.ts'
import { unfolded } from '../../src/compute/unfolded.ts'
import { OgeeError } from '../../src/expression/error.ts'
import { type Expr, freeSymbols } from '../../src/expression/expr.ts'
import { print } from '../../src/syntax/index.ts'
import { Random } from '../support/random.ts'
import { randomTerm } from '../support/random-term.ts'

const FORMULAS = 1_000
/** Every so many formulas the vector code is run too, and a stable form is looked for. */
const [EACH_VECTOR, EACH_STABLE] = [20, 250]
const POINTS = 3
const NAMES = ['x', 'y']

/** Numbers of all everyday sizes. */
const number = (random: Random): number => (random.chance(0.5) ? -1 : 1) * 10 ** (6 * random.next() - 3)

function kernelOf(u: Expr, form: 'stable' | 'as-written'): Kernel<true> | undefined {
  try {
    return compile(u, { variables: NAMES, gradient: true, form })
  } catch (error) {
    // no derivative is known of some
    if (error instanceof OgeeError) return undefined
    throw error
  }
}

test(`${FORMULAS} random formulas agree with exact values to the bound that is stated`, () => {
  const random = new Random(20_265)
  const seen = { finite: 0, infinite: 0, precise: 0 }
  for (let made = 0, tries = 0; made < FORMULAS && tries < 2 * FORMULAS; tries += 1) {
    const size = 3 + (tries % 10)
    const u = randomTerm(random, size, { letters: NAMES, piecewise: tries % 4 === 0 })
    if (!freeSymbols(u).includes('x')) continue
    const kernel = kernelOf(u, made % EACH_STABLE === 1 ? 'stable' : 'as-written')
    if (!kernel) continue
    const columns = NAMES.map(() => Float64Array.from({ length: POINTS }, () => number(random)))
    const isVector = made % EACH_VECTOR === 0
    made += 1
    const [xs, ys] = columns as [Float64Array, Float64Array]
    const all = isVector ? kernel(xs, ys) : undefined
    for (let i = 0; i < POINTS; i += 1) {
      const at = [xs[i] as number, ys[i] as number] as const
      const [bound, one] = [kernel.errorAt(...at), kernel(...at)]
      const bounds = [bound.value, ...bound.gradient]
      const found = [[one.value, ...one.gradient]]
      if (all) found.push([all.value, ...all.gradient].map((values) => values[i] as number))
      kernel.formulas.forEach(({ of, given }, k) => {
        const most = bounds[k] as number
        if (Number.isNaN(most)) return
        if (most === Number.POSITIVE_INFINITY) {
          seen.infinite += 1
          return
        }
        const right = truth(unfolded(given), spot(NAMES, at))
        for (const values of found) {
          const value = values[k] as number
          const isWithin = Math.abs(value - right) <= most
          expect(isWithin, `${of} of ${print(u)} at ${at}: ${value}, not ${right} ± ${most}`).toBe(true)
        }
        seen.finite += 1
        if (most <= 2 ** -40 * Math.abs(right) || right === 0) seen.precise += 1
      })
    }
  }
  // the bounds say something: most are known, and small
  expect(seen.infinite).toBeLessThan(0.1 * seen.finite)
  expect(seen.precise).toBeGreaterThan(0.9 * seen.finite)
}, 120_000)

test('a bound holds far out, at borders and where nothing is defined', () => {
  const f = compile('log(x)*e^x', { gradient: true })
  expect(f.errorAt(-1).value).toBeNaN()
  expect(f.errorAt(1e300).value).toBe(Number.POSITIVE_INFINITY)
  expect(f.errorAt(1).value).toBeLessThan(1e-300)
  const g = compile('(1 + x) - 1', { form: 'as-written' })
  expect(g.errorAt(1e-20)).toBeGreaterThanOrEqual(1e-20)
  expect(g.errorAt(1e-20)).toBeLessThan(1e-15)
})
