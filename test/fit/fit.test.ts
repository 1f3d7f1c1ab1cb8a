/** Fits: what can be worked out by hand, what does not depend on how a formula is named, and what is refused. */
import { describe, expect, test } from 'vitest'
import { studentQuantile } from '../../src/data/distributions.ts'
import { type Fit, fit as fitted } from '../../src/fit/index.ts'
import { doseSets, normalFrom, uniformFrom } from '../support/dose-sets.ts'

const DOSE = 'a + (d - a)/(1 + (x/c)^(-b))'

describe('a straight line, for which everything is known', () => {
  const x = [1, 2, 3, 4, 5, 7]
  const y = [2.1, 3.9, 6.2, 7.8, 10.1, 13.8]
  const line = fitted('a + b*x', { x, y })
  const n = x.length
  const mean = (values: readonly number[]): number => values.reduce((sum, value) => sum + value, 0) / n
  const [mx, my] = [mean(x), mean(y)]
  const sxx = x.reduce((sum, value) => sum + (value - mx) ** 2, 0)
  const slope = x.reduce((sum, value, i) => sum + (value - mx) * ((y[i] as number) - my), 0) / sxx
  const rest = x.map((value, i) => (y[i] as number) - my - slope * (value - mx))
  const rss = rest.reduce((sum, value) => sum + value ** 2, 0)
  const s = Math.sqrt(rss / (n - 2))
  const t = studentQuantile(0.975, n - 2)

  test('estimates, errors, intervals', () => {
    expect(line.verdict).toBe('fitted')
    expect(line.value('b')).toBeCloseTo(slope, 13)
    expect(line.rss).toBeCloseTo(rss, 13)
    expect(line.error('b')).toBeCloseTo(s / Math.sqrt(sxx), 13)
    expect(line.error('a')).toBeCloseTo(s * Math.sqrt(1 / n + mx ** 2 / sxx), 13)
    expect(line.error('b', 'observed')).toBeCloseTo(line.error('b'), 12)
  })

  test('the profile of a linear model is its t interval', () => {
    for (const name of ['a', 'b']) {
      const { low, high } = line.profile(name)
      const [left, right] = line.interval(name)
      expect(low).toBeCloseTo(left, 9)
      expect(high).toBeCloseTo(right, 9)
    }
  })

  test('bands', () => {
    const at = 4.5
    const own = s * Math.sqrt(1 / n + (at - mx) ** 2 / sxx)
    const [confidence, prediction] = [line.band([at]), line.band([at], 'prediction')]
    expect((confidence.high[0] as number) - (confidence.value[0] as number)).toBeCloseTo(t * own, 12)
    expect((prediction.high[0] as number) - (prediction.value[0] as number)).toBeCloseTo(
      t * Math.hypot(own, s),
      12,
    )
  })

  test('criteria', () => {
    const likelihood = (-n / 2) * (Math.log(2 * Math.PI) + 1 + Math.log(rss / n))
    expect(line.aic).toBeCloseTo(6 - 2 * likelihood, 12)
    expect(line.bic).toBeCloseTo(3 * Math.log(n) - 2 * likelihood, 12)
    expect(line.aicc).toBeCloseTo(line.aic + 24 / (n - 4), 12)
    expect(line.rSquared).toBeCloseTo(1 - rss / y.reduce((sum, value) => sum + (value - my) ** 2, 0), 13)
  })

  test('quantities by the delta method', () => {
    const root = line.quantity('-a/b')
    expect(root.value).toBeCloseTo(-line.value('a') / line.value('b'), 13)
    expect(line.quantity('2*b').error).toBeCloseTo(2 * line.error('b'), 13)
    expect(() => line.quantity('k')).toThrow(expect.objectContaining({ code: 'E952' }))
  })
})

test('a formula without its name gives the same fit, bit for bit', () => {
  const [{ x, y }] = doseSets(1, 5) as [ReturnType<typeof doseSets>[number]]
  const of = (fit: Fit): unknown => [
    fit.rss,
    ...['a', 'd', 'c', 'b'].map((name) => [fit.value(name), fit.error(name)]),
  ]
  expect(of(fitted('doseresponse', { x, y }))).toEqual(of(fitted('a + (d - a)/(1 + (x/c)^(-b))', { x, y })))
  expect(of(fitted('doseresponse', { x, y }))).toEqual(of(fitted('doseresponse', { x, y })))
})

test('no other start is better', () => {
  const uniform = uniformFrom(11)
  for (const { truth, x, y } of doseSets(24, 3)) {
    const own = fitted(DOSE, { x, y })
    expect(own.verdict).toBe('fitted')
    expect(own.value('b')).toBeGreaterThan(0)
    for (let k = 0; k < 3; k += 1) {
      const by = (): number => 0.7 + 0.6 * uniform()
      const start = { a: truth.a + by(), d: truth.d * by(), c: truth.c * by(), b: truth.b * by() }
      const other = fitted(DOSE, { x, y }, { start, search: false })
      expect(own.rss).toBeLessThanOrEqual(other.rss * (1 + 1e-9))
    }
  }
})

test('intervals hold the truth about as often as they say', () => {
  const sets = doseSets(60, 17)
  const held = sets.filter(({ truth, x, y }) => {
    const { low, high } = fitted(DOSE, { x, y }).profile('c')
    return truth.c >= low && truth.c <= high
  })
  // 57 are expected; below 51 or so would come once in a thousand
  expect(held.length).toBeGreaterThan(50)
})

test('weights count as rows', () => {
  const [x, y] = [
    [1, 2, 3, 4, 5, 6],
    [3.1, 4.2, 4.9, 5.3, 5.9, 6.1],
  ]
  const twice = fitted('v*x/(k + x)', { x: [...x, 2, 5], y: [...y, 4.2, 5.9] })
  const weighed = fitted('v*x/(k + x)', { x, y, w: [1, 2, 1, 1, 2, 1] }, { weights: 'w' })
  for (const name of ['v', 'k']) expect(weighed.value(name)).toBeCloseTo(twice.value(name), 12)
  expect(weighed.rss).toBeCloseTo(twice.rss, 12)
  const errors = [1, 0.5, 1, 1, 0.5, 1].map(Math.sqrt)
  const known = fitted(
    'v*x/(k + x)',
    { x, y, s: [1, 2, 1, 1, 2, 1].map((w) => 1 / Math.sqrt(w)) },
    { errors: 's' },
  )
  expect(errors.length).toBe(6)
  expect(known.value('k')).toBeCloseTo(weighed.value('k'), 12)
  const [one, other] = [
    known,
    fitted(
      'v*x/(k + x)',
      { x, y, s: [1, 2, 1, 1, 2, 1].map((w) => 1 / Math.sqrt(w)) },
      { errors: 's', absolute: true },
    ),
  ]
  expect(other.error('k') * Math.sqrt(one.rss / one.df)).toBeCloseTo(one.error('k'), 12)
})

describe('held and bounded', () => {
  const [{ x, y }] = doseSets(1, 9) as [ReturnType<typeof doseSets>[number]]
  const free = fitted(DOSE, { x, y })

  test('a parameter at its best value changes nothing', () => {
    const held = fitted(DOSE, { x, y }, { fixed: { b: free.value('b') } })
    expect(held.rss).toBeCloseTo(free.rss, 8)
    expect(held.value('c')).toBeCloseTo(free.value('c'), 7)
    expect(held.estimates.find(({ name }) => name === 'b')?.state).toBe('fixed')
    expect(held.df).toBe(free.df + 1)
  })

  test('bounds hold, and are said', () => {
    const high = free.value('b') - 0.2
    const bounded = fitted(DOSE, { x, y }, { bounds: { b: [0.1, high] } })
    expect(bounded.value('b')).toBe(high)
    expect(bounded.estimates.find(({ name }) => name === 'b')?.state).toBe('at bound')
    expect(bounded.rss).toBeGreaterThan(free.rss)
    const held = fitted(DOSE, { x, y }, { fixed: { b: high } })
    expect(bounded.rss).toBeCloseTo(held.rss, 9)
    expect(bounded.identifiability.notes.join()).toContain('bound')
  })
})

test('zero doses are the limit of small ones', () => {
  const [{ x, y }] = doseSets(1, 21) as [ReturnType<typeof doseSets>[number]]
  const low = [1.2, 0.8, 1.1]
  const zero = fitted(DOSE, { x: [0, 0, 0, ...x], y: [...low, ...y] })
  const small = fitted(DOSE, { x: [1e-40, 1e-40, 1e-40, ...x], y: [...low, ...y] })
  expect(zero.limitRows.length).toBe(3)
  for (const name of ['a', 'd', 'c', 'b']) expect(zero.value(name)).toBeCloseTo(small.value(name), 9)
})

test('residuals far below the values keep their digits', () => {
  // y is written to 13 decimals, so what is left over is their rounding
  const x = Array.from({ length: 20 }, (_, i) => i / 10)
  const y = x.map((value) => Number((3 * Math.exp(-1.5 * value) + 0.2).toFixed(13)))
  const found = fitted('a*e^(-b*x) + c', { x, y })
  expect(found.rss).toBeLessThan(20 * 0.5e-13 ** 2)
  expect(found.rss).toBeGreaterThan(1e-30)
  expect(found.value('b')).toBeCloseTo(1.5, 12)
  // the residuals are orthogonal to the slope by c, which is 1 everywhere
  const sum = found.residuals.reduce((total, value) => total + value, 0)
  expect(Math.abs(sum)).toBeLessThan(1e-4 * Math.sqrt(found.rss))
})

test('several variables', () => {
  const u = [1, 2, 3, 4, 5, 6, 1, 3]
  const v = [2, 1, 4, 3, 6, 5, 9, 8]
  const y = u.map((value, i) => 2 * value * Math.exp(-0.3 * (v[i] as number)) + 1)
  const found = fitted('p*u*e^(-k*v) + q', { u, v, y })
  expect([found.value('p'), found.value('k'), found.value('q')].map((value) => value.toFixed(9))).toEqual([
    '2.000000000',
    '0.300000000',
    '1.000000000',
  ])
})

describe('effects', () => {
  const [{ x, y }] = doseSets(1, 33) as [ReturnType<typeof doseSets>[number]]
  const found = fitted(DOSE, { x, y })
  const effects = found.effects([10, 50])
  const named = (name: string) => effects.find((one) => one.name === name)

  test('EC50 of this curve is c, with its error', () => {
    expect(named('EC50')?.value).toBeCloseTo(found.value('c'), 10)
    expect(named('EC50')?.error).toBeCloseTo(found.error('c'), 10)
    expect(named('EC50')?.formula).toBe('c')
  })

  test('EC10 is where a tenth of the way is gone', () => {
    const at = named('EC10')?.value as number
    const [a, d] = [found.value('a'), found.value('d')]
    expect(found.predict([at])[0]).toBeCloseTo(a + 0.1 * (d - a), 8)
  })

  test('a place that no formula gives is found in numbers, with the same error', () => {
    // the same curve, disguised so that its inverse has no formula
    const other = fitted('a + (d - a)*x^b/(c^b + x^b) + 0*k*(x*e^x)', { x, y }, { fixed: { k: 1 } })
    expect(other.rss).toBeCloseTo(found.rss, 8)
  })

  test('the steepest slope of a logistic curve is b·(d − a)/4', () => {
    const t = x.map(Math.log)
    const logistic = fitted('logistic4', { x: t, y })
    const slope = logistic.effects().find(({ name }) => name === 'steepest slope')
    const right = logistic.quantity('b*(d - a)/4')
    expect(slope?.value).toBeCloseTo(right.value, 6)
    expect(slope?.error).toBeCloseTo(right.error, 6)
  })
})

test('noise alone gives no crash, and an answer', () => {
  const uniform = uniformFrom(2)
  const x = Array.from({ length: 12 }, (_, i) => i)
  const y = x.map(() => normalFrom(uniform))
  for (const formula of ['logistic4', 'gompertz', 'a*sin(b*x + c)', 'a + b*x', 'a*x^b'])
    expect(['fitted', 'undetermined', 'unknown']).toContain(
      fitted(formula, { x: x.map((value) => value + 1), y }).verdict,
    )
})

test.each([
  ['E951', 'x^2', {}, {}],
  ['E952', 'a*x + b', {}, { y: 'z' }],
  ['E952', 'a*x + b', {}, { start: { q: 1 } }],
  ['E952', 'a*u + b', {}, {}],
  ['E953', 'a*x + b', { y: [1, Number.NaN, 3] }, {}],
  ['E954', 'a*x + b', { y: [1, 2] }, {}],
  ['E954', 'a*x + b', { x: [], y: [] }, {}],
  ['E955', 'a*x + b', { w: [1, -1, 1] }, { weights: 'w' }],
  ['E956', 'a + b*log(x)', { x: [0, 1, 2] }, {}],
  ['E956', 'a + b*sqrt(x)', { x: [-1, 1, 2] }, {}],
  ['E957', 'a*x + b', {}, { bounds: { a: [2, 1] } }],
  ['E957', 'a*x + b', {}, { bounds: { a: [0, 1] }, start: { a: 3 } }],
  ['E958', 'a*x + b', { x: [1], y: [1] }, {}],
  ['E958', 'a*x + b', { x: [1, 1, 1] }, {}],
  ['E958', 'a*x + b', { y: [2, 2, 2] }, {}],
] as const)('%s: %s', (code, formula, data, options) => {
  const columns = { x: [1, 2, 3], y: [1, 3, 4], ...data } as Record<string, number[]>
  expect(() => fitted(formula, columns, options as object)).toThrow(expect.objectContaining({ code }))
})
