/** How vector code is written: constants worked out, ranges seen, fractions shortened, blocks passed again. */
import { describe, expect, test } from 'vitest'
import { compile } from '../../src/compute/index.ts'
import { Writer } from '../../src/compute/program.ts'
import { numberOf } from '../../src/compute/wasm/bits.ts'
import { folded } from '../../src/compute/wasm/folding.ts'
import { rangesOf } from '../../src/compute/wasm/ranges.ts'
import { Vector } from '../../src/compute/wasm/vector.ts'
import { stratified } from './accuracy.ts'

const XS = new Float64Array(stratified(900))

/** |a − b| in units of the last place of b. */
function units(a: number, b: number): number {
  if (Object.is(a, b) || (Number.isNaN(a) && Number.isNaN(b))) return 0
  const exponent = Math.max(-1022, Math.floor(Math.log2(Math.abs(b) || 2 ** -1074)))
  // in two steps, as the unit itself may be the smallest number
  return Math.abs(a - b) / 2 ** Math.max(exponent - 52, -1074)
}

/** Both tiers' bounds, and what rounding the logarithm may cost here. */
const APART = 4.5 + 1.05

describe('fast and accurate code agree', () => {
  test.each([
    '1/(2 + e^-abs(x))',
    '3/(1 + e^-x)',
    'e^-abs(x)/(1 + e^-abs(x))^2',
    'e^-abs(x)/(1 + e^-abs(x))',
    'x*e^-abs(x)/(1 + e^-abs(x))',
    'log1p(e^-abs(x))',
    'max(x, 0) + log1p(e^-abs(x))',
    'tanh(x/3)',
    'e^(-x^2/2)',
    'e^(x^3/10 - x)',
    'min(x, 2)*max(-1, x)',
    'x/(1 + x^2)',
  ])('%s', (formula) => {
    const [fast, accurate] = (['fast', 'accurate'] as const).map((tier) =>
      compile(formula, { tier, form: 'as-written', variables: ['x'] })(XS),
    ) as [Float64Array, Float64Array]
    XS.forEach((x, i) => {
      const [a, b] = [fast[i] as number, accurate[i] as number]
      if (Math.abs(b) < 2 ** -1022) return
      if (!(units(a, b) <= APART)) expect.fail(`${a} at ${x}, not ${b}`)
    })
  })
})

test('a block with values out of range is passed by other code, and only it matters little which', () => {
  const f = compile('x*e^-abs(x)')
  const x = Float64Array.from({ length: 9_000 }, (_, i) => (i % 100) / 10)
  x[5_000] = -744.9
  const values = f.workspace(x.length)
  ;(values.inputs.x as Float64Array).set(x)
  values.run()
  const right = compile('x*e^-abs(x)', { tier: 'accurate' })(x)
  x.forEach((at, i) => {
    if (!(units(values.value[i] as number, right[i] as number) <= APART))
      expect.fail(`${values.value[i]} at ${at}, not ${right[i]}`)
  })
})

describe('constants', () => {
  test('are worked out as the machine would', () => {
    const v = new Vector(64, true)
    const [third, seven] = [v.constant(1 / 3), v.constant(7)]
    const number = (value: number): number => numberOf(v.constantBits(value) as bigint, 64)
    expect(number(v.add(third, seven))).toBe(1 / 3 + 7)
    expect(number(v.divide(seven, third))).toBe(21)
    expect(number(v.root(seven))).toBe(Math.sqrt(7))
    expect(v.constantBits(v.less(third, seven))).toBe(2n ** 64n - 1n)
    expect(v.pick(v.less(seven, third), third, seven)).toBe(seven)
  })

  test('a product and a sum are rounded once', () => {
    const v = new Vector(64, true)
    const near = v.constant(1 + 2 ** -30)
    const left = v.fusedMinus(near, near, v.multiply(near, near))
    expect(numberOf(v.constantBits(left) as bigint, 64)).toBe(-(2 ** -60))
  })

  test('singles are rounded to singles', () => {
    const v = new Vector(32, true)
    const sum = v.add(v.constant(1), v.constant(2 ** -30))
    expect(numberOf(v.constantBits(sum) as bigint, 32)).toBe(1)
  })

  test('what is no number is left to the machine', () => {
    const v = new Vector(64, true)
    const nought = v.constantBits(v.constant(0)) as bigint
    expect(folded('divide', [nought, nought], 64)).toBeUndefined()
  })
})

test('ranges hold the values', () => {
  const writer = new Writer()
  const x = writer.input('x')
  const e = writer.operation('exp', writer.operation('negate', writer.operation('abs', x)))
  const under = writer.operation('add', writer.constant(1), e)
  const value = writer.operation('divide', e, writer.operation('multiply', under, under))
  const { nodes, outputs } = writer.program(['x'], [value])
  const ranges = rangesOf({ nodes, outputs, inputs: ['x'] })
  expect(ranges[outputs[0] as number]).toEqual({ least: 0, most: 1 })
  expect(rangesOf({ nodes: nodes.slice(0, 1), outputs: [0], inputs: ['x'] })[0]).toEqual({
    least: Number.NEGATIVE_INFINITY,
    most: Number.POSITIVE_INFINITY,
  })
})
