/** The habits of NumPy: what kernels are called with, what they give back, and what they remember. */
import { describe, expect, test } from 'vitest'
import { compile, threaded } from '../../src/compute/index.ts'
import { evaluate } from '../../src/index.ts'

const line = (length: number): Float64Array => Float64Array.from({ length }, (_, i) => i / 100 - 5)

describe('out', () => {
  test('may be the input', () => {
    const f = compile('x^2 + 1')
    const x = line(5000)
    const wanted = f(line(5000))
    expect(f(x, { out: x })).toBe(x)
    expect(x).toEqual(wanted)
  })

  test('may overlap the input', () => {
    const f = compile('x + 1')
    const room = new Float64Array(6001)
    room.set(line(6000))
    const wanted = f(line(6000))
    const out = room.subarray(1)
    f(room.subarray(0, 6000), { out })
    expect(out).toEqual(wanted)
  })

  test('takes value and gradient; wrong lengths are refused', () => {
    const f = compile('x^2', { gradient: true })
    const out = { value: new Float64Array(3), gradient: [new Float64Array(3)] }
    expect(f(new Float64Array([1, 2, 3]), { out })).toEqual({
      value: new Float64Array([1, 4, 9]),
      gradient: [new Float64Array([2, 4, 6])],
    })
    expect([...out.value]).toEqual([1, 4, 9])
    const short = { value: new Float64Array(3), gradient: [new Float64Array(2)] }
    expect(() => f(new Float64Array(3), { out: short })).toThrow(/length 3/)
  })
})

test('types follow the input', () => {
  const f = compile('sin(x)*y', { variables: ['x', 'y'] })
  expect(f(new Float32Array(2), 2)).toBeInstanceOf(Float32Array)
  expect(f(new Float64Array(2), 2)).toBeInstanceOf(Float64Array)
  expect(f(new Float32Array(2), new Float64Array(2))).toBeInstanceOf(Float64Array)
  expect(f([1, 2], 2)).toBeInstanceOf(Float64Array)
  expect(typeof f(1, 2)).toBe('number')
})

test('single numbers and arrays agree where vector code gives up', () => {
  const f = compile('sin(x)', { form: 'as-written' })
  const xs = [3, 1e6, 1e300, -1e22]
  const values = f(new Float64Array(xs))
  const singles = f(new Float32Array([1e4, 1e30]))
  for (const [i, x] of xs.entries()) expect(values[i]).toBeCloseTo(f(x) as number, 14)
  for (const [i, x] of [1e4, 1e30].entries()) expect(singles[i]).toBeCloseTo(Math.sin(Math.fround(x)), 6)
})

test('the same again is the same kernel', () => {
  const options = { gradient: true } as const
  expect(compile('x*e^x', options)).toBe(compile('x*e^x', { gradient: true }))
  expect(compile('x*e^x')).not.toBe(compile('x*e^x', options))
})

test('the sigmoid and its slope where e^-x is infinite', () => {
  for (const tier of ['fast', 'accurate'] as const) {
    const { value, gradient } = compile('1/(1+e^-x)', { gradient: true, tier })(
      new Float64Array([-720, -744, -800, -Infinity, Infinity, Number.NaN]),
    )
    expect([...value]).toEqual([Math.exp(-720), Math.exp(-744), 0, 0, 1, Number.NaN])
    expect([...(gradient[0] as Float64Array)]).toEqual([Math.exp(-720), Math.exp(-744), 0, 0, 0, Number.NaN])
  }
})

test('a workspace of threads gives what one gives', async () => {
  const f = compile('x*e^-x')
  const { inputs, value, run, close } = await threaded(f, 1003)
  inputs.x?.set(line(1003))
  run()
  run()
  close()
  expect(value).toEqual(f(line(1003)))
})

/** Formulas grown at random, the same in each run. */
function formulas(count: number): string[] {
  let state = 7
  const next = (below: number): number => {
    state = (Math.imul(state, 1_664_525) + 1_013_904_223) >>> 0
    return Math.floor((state / 2 ** 32) * below)
  }
  const FUNCTIONS = ['tanh', 'exp', 'atan', 'sin', 'sqrt', 'sigmoid', 'log', 'erf', 'cosh', 'abs']
  const grown = (depth: number): string => {
    if (depth === 0) return ['x', 'y', 'x', '2', '3/2', '1/10'][next(6)] as string
    const [a, b] = [grown(depth - 1), grown(next(depth))]
    return [
      `(${a} + ${b})`,
      `(${a} - ${b})`,
      `(${a})*(${b})`,
      `(${a})/(1 + (${b})^2)`,
      `${FUNCTIONS[next(FUNCTIONS.length)]}(${a})`,
      `(${a})^2`,
    ][next(6)] as string
  }
  return Array.from({ length: count }, () => grown(1 + next(3)))
}

const COUNT = Number(process.env.KERNEL_FORMULAS ?? 60)

test(`${COUNT} random formulas agree with evaluate`, () => {
  // in binary and in decimal the same
  const xs = [-1.75, -0.3125, 0.375, 1.125, 2.875]
  for (const formula of formulas(COUNT)) {
    const f = compile(formula, { variables: ['x', 'y'], form: 'as-written' })
    const accurate = compile(formula, { variables: ['x', 'y'], form: 'as-written', tier: 'accurate' })
    const [fast, near] = [f(new Float64Array(xs), 0.6875), accurate(new Float64Array(xs), 0.6875)]
    for (const [i, x] of xs.entries()) {
      const found = evaluate(formula, { x, y: 0.6875 }, { digits: 18 })
      if (found.verdict !== 'value') continue
      const right = Number(found.value)
      if (!Number.isFinite(right)) continue
      // as written, a difference may lose digits: all digits but these are wanted of numbers of the usual size
      expect(Math.abs((fast[i] as number) - right)).toBeLessThanOrEqual(1e-12 * Math.max(1, Math.abs(right)))
      expect(Math.abs((near[i] as number) - right)).toBeLessThanOrEqual(2e-15 * Math.max(1, Math.abs(right)))
    }
  }
})
