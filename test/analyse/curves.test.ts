/**
 * Every named curve with its parameters as letters: a full table, each entry accepted by the checker
 * and held against the curve programmed independently in double precision.
 */
import { describe, expect, test } from 'vitest'
import { analyse, PROPERTIES, propertiesNamed } from '../../src/analyse/index.ts'
import type { PropertyName } from '../../src/analyse/properties/index.ts'
import { reasonText } from '../../src/analyse/reason.ts'
import { verify } from '../../src/analyse/verify.ts'
import { mentions, same, symbol } from '../../src/expression/expr.ts'
import { CURVES } from '../../src/functions/index.ts'
import { parsePattern } from '../../src/rules/pattern.ts'
import { analysed, inside, numberOf, type Setting, settingsOf } from '../support/analysed-curves.ts'

/** What no curve need have: it is said only of some functions. */
const SOMETIMES: readonly PropertyName[] = [
  'inverse',
  'distribution',
  'parameters',
  'saturation',
  'antiderivative',
]

/** Curves with an antiderivative by table, linearity and substitution. */
const INTEGRATED: readonly string[] = [
  'sigmoid logit probit tanhexp atansigmoid algsigmoid normcdf gaussian normpdf logistic3 logistic4',
  'michaelis boltzmann fermidirac',
].flatMap((line) => line.split(' '))

/** What stays open, with a reason; anything else must be there. */
const OPEN: Readonly<Record<string, readonly PropertyName[]>> = {
  algsigmoidn: ['convexity', 'inflections', 'slopes', 'lipschitz', 'inverse', 'symmetry', 'taylor'],
  atansigmoid: ['inverse'],
  elu: ['inverse'],
  gelutanh: ['convexity', 'inflections', 'slopes', 'lipschitz', 'saturation'],
  hill: ['slopes', 'lipschitz'],
  logistic5: ['zeros', 'sign', 'taylor'],
  loglogistic: ['slopes', 'lipschitz', 'distribution', 'convexity', 'inflections'],
  doseresponse: ['zeros', 'sign', 'slopes', 'lipschitz', 'convexity', 'inflections'],
  mish: ['convexity', 'inflections', 'slopes', 'lipschitz', 'saturation'],
  probit: ['slopes', 'lipschitz'],
  richards: ['taylor'],
  // its turning point is a zero of 1 + e^(-b·x) + b·x·e^(-b·x), which has no closed form
  swishbeta: [
    ...(['range', 'boundedness', 'monotone', 'stationary', 'extrema', 'convexity', 'inflections'] as const),
    ...(['slopes', 'lipschitz', 'periodicity', 'inverse', 'distribution'] as const),
  ],
}

const near = (a: number, b: number, tolerance = 1e-6): boolean =>
  a === b || Math.abs(a - b) <= tolerance * Math.max(1, Math.abs(a), Math.abs(b))

const sorted = (words: readonly string[]): string[] => [...new Set(words)].sort()

describe.each(CURVES)('$name', ({ name, letters, form }) => {
  const variable = letters[0] as string

  /** Each property of that name, for each setting of the parameters at which it claims something. */
  function each<Name extends PropertyName>(
    property: Name,
    check: (found: ReturnType<typeof propertiesNamed<Name>>[number], setting: Setting) => void,
  ): void {
    for (const found of propertiesNamed(analysed(name), property))
      for (const setting of settingsOf(name, found as never)) check(found, setting)
  }

  test('a full table, what is open with its reason', () => {
    const { properties, open } = analysed(name)
    const found = new Set(properties.map((property) => property.name))
    const missing = PROPERTIES.filter((one) => !found.has(one) && !SOMETIMES.includes(one))
    const allowed = [...(OPEN[name] ?? []), ...(INTEGRATED.includes(name) ? [] : ['antiderivative' as const])]
    expect(missing.filter((one) => !allowed.includes(one))).toEqual([])
    expect(
      sorted(open.map((one) => one.name)).filter((one) => !allowed.includes(one as PropertyName)),
    ).toEqual([])
    for (const { reason } of open) expect(reasonText(reason)).not.toMatch(/^$|[{}]/)
  })

  test('certificates', () => {
    for (const property of analysed(name).properties)
      for (const certificate of property.certificates())
        expect([property.name, verify(JSON.parse(JSON.stringify(certificate)))]).toEqual([
          property.name,
          { ok: true },
        ])
  })

  test('it is the formula that is analysed, whatever it is called', () => {
    const typed = parsePattern(form)
    expect(same(analysed(name).formula, analyse(typed, { variable, only: [] }).formula)).toBe(true)
  })

  test('what is supposed is about parameters', () => {
    for (const condition of analysed(name).supposing) expect(mentions(condition, variable)).toBe(false)
  })

  test('domain', () =>
    each('domain', ({ value }, setting) => {
      for (const on of value) for (const x of inside(on, setting)) expect(setting.real(x)).not.toBeNaN()
    }))

  test('range', () =>
    each('range', ({ value, numbers }, setting) => {
      for (const { on, low, high } of value) {
        const values = inside(on, setting, [], 400).map(setting.real)
        const [least, greatest] = [low, high].map((end) => numberOf(end.value, setting, numbers)) as [
          number,
          number,
        ]
        for (const y of values) {
          expect(y).toBeGreaterThanOrEqual(least - 1e-9)
          expect(y).toBeLessThanOrEqual(greatest + 1e-9)
        }
        for (const end of [low, high])
          if ('at' in end)
            expect(
              near(setting.real(numberOf(end.at, setting, numbers)), numberOf(end.value, setting, numbers)),
            ).toBe(true)
      }
    }))

  test('limits', () =>
    each('limits', ({ value }, setting) => {
      for (const { to, side, is } of value) {
        if (is === undefined) continue
        const place = numberOf(to, setting)
        const limit = numberOf(is, setting)
        const steps = Number.isFinite(place) ? [1e-3, 1e-6, 1e-9] : [0.5, 1, 1.6]
        const distance = steps.map((step) => {
          const x = Number.isFinite(place)
            ? place + (side === 'left' ? -step : step)
            : Math.sign(place) * step * 5
          const y = setting.real(x)
          return Number.isFinite(limit) ? Math.abs(y - limit) : -Math.sign(limit) * y
        })
        const [first, , last] = distance as [number, number, number]
        expect(last).toBeLessThanOrEqual(first + 1e-7)
      }
    }))

  test('sign', () =>
    each('sign', ({ value, numbers }, setting) => {
      const signs = { positive: 1, negative: -1, zero: 0 }
      for (const { on, sign } of value)
        for (const x of inside(on, setting, numbers)) {
          const y = setting.real(x)
          if (sign === 'zero') expect(near(y, 0, 1e-9)).toBe(true)
          else expect(Math.sign(y) === signs[sign] || Math.abs(y) < 1e-12).toBe(true)
        }
    }))

  test('symmetry', () =>
    each('symmetry', ({ value }, setting) => {
      for (const { x, y } of value.centres) {
        const [a, b] = [numberOf(x, setting), numberOf(y, setting)]
        for (const h of [0.1, 0.3, 0.45]) {
          const [left, right] = [setting.real(a - h), setting.real(a + h)]
          if (!Number.isNaN(left + right)) expect(near(left + right, 2 * b)).toBe(true)
        }
      }
      for (const axis of value.axes) {
        const a = numberOf(axis, setting)
        for (const h of [0.1, 0.7, 2]) expect(near(setting.real(a - h), setting.real(a + h))).toBe(true)
      }
      if (value.parity === 'neither') {
        const differs = (sign: number): boolean =>
          [0.3, 0.7, 1.9].some((x) => !near(setting.real(-x), sign * setting.real(x)))
        expect(differs(1)).toBe(true)
      }
    }))

  test('rising and falling', () =>
    each('monotone', ({ value, numbers }, setting) => {
      for (const { on, direction } of value) {
        const values = inside(on, setting, numbers).map(setting.real)
        for (const [i, y] of values.slice(1).entries()) {
          const rise = y - (values[i] as number)
          if (direction === 'increasing') expect(rise).toBeGreaterThanOrEqual(-1e-12)
          if (direction === 'decreasing') expect(rise).toBeLessThanOrEqual(1e-12)
          if (direction === 'constant') expect(near(rise, 0, 1e-12)).toBe(true)
        }
      }
    }))

  test('extrema', () =>
    each('extrema', ({ value, numbers }, setting) => {
      for (const { kind, on, value: there } of value) {
        const ends = [on.lower, on.upper]
          .map((end) => numberOf(end, setting, numbers))
          .filter(Number.isFinite)
        const x = ends[0] as number
        const y = setting.real(x)
        expect(near(y, numberOf(there.is, setting, numbers))).toBe(true)
        for (const h of [-1e-2, 1e-2, -0.1, 0.1]) {
          const beside = setting.real(x + h)
          if (Number.isNaN(beside)) continue
          if (kind === 'minimum') expect(beside).toBeGreaterThanOrEqual(y - 1e-12)
          else expect(beside).toBeLessThanOrEqual(y + 1e-12)
        }
      }
    }))

  test('convexity', () =>
    each('convexity', ({ value, numbers }, setting) => {
      for (const { on, bend } of value) {
        const xs = inside(on, setting, numbers)
        for (const [i, x] of xs.slice(2).entries()) {
          const [a, b, c] = [xs[i] as number, xs[i + 1] as number, x].map(setting.real) as [
            number,
            number,
            number,
          ]
          const turn = (a + c) / 2 - b
          const noise = 1e-9 * Math.max(1, Math.abs(b))
          if (bend === 'convex') expect(turn).toBeGreaterThanOrEqual(-noise)
          if (bend === 'concave') expect(turn).toBeLessThanOrEqual(noise)
          if (bend === 'straight') expect(near(turn, 0, noise)).toBe(true)
        }
      }
    }))

  test('steepness', () =>
    each('lipschitz', ({ value, numbers }, setting) => {
      const most = numberOf(value.constant, setting, numbers)
      const [domain] = propertiesNamed(analysed(name), 'domain')
      for (const on of domain?.value ?? []) {
        const xs = inside(on, setting, [], 2_000)
        const slopes = xs
          .slice(1)
          .map((x, i) =>
            Math.abs((setting.real(x) - setting.real(xs[i] as number)) / (x - (xs[i] as number))),
          )
        const steepest = Math.max(...slopes)
        expect(steepest).toBeLessThanOrEqual(most * (1 + 1e-6) + 1e-9)
        if (Number.isFinite(most) && domain?.value.length === 1)
          expect(steepest).toBeGreaterThanOrEqual(most * 0.98)
      }
    }))

  test('inverse', () =>
    each('inverse', ({ value }, setting) => {
      const { form: inverse, letter, domain } = value
      for (const x of inside(domain.on, setting, [], 9)) {
        const y = setting.real(x)
        const back = numberOf(inverse, { ...setting, at: { ...setting.at, [letter]: y } })
        const slope = Math.abs((setting.real(x + 1e-6) - setting.real(x - 1e-6)) / 2e-6)
        if (slope > 1e-3 && slope < 1e3) expect(near(back, x, 1e-5)).toBe(true)
      }
    }))

  test('Taylor polynomial', () =>
    each('taylor', ({ value }, setting) => {
      const { at, polynomial, complete } = value
      const a = numberOf(at, setting)
      const differences = [0.01, 0.001].map((h) => {
        const there = { ...setting, at: { ...setting.at, [variable]: a + h } }
        return Math.abs(numberOf(polynomial, there) - setting.real(a + h))
      }) as [number, number]
      // ten times nearer, the remainder is a hundred times smaller at the least
      expect(differences[1]).toBeLessThanOrEqual(differences[0] / 90 + 1e-9)
      if (complete) expect(differences[0]).toBeLessThan(1e-9)
    }))

  test('antiderivative', () => {
    expect(propertiesNamed(analysed(name), 'antiderivative').length > 0).toBe(INTEGRATED.includes(name))
    each('antiderivative', ({ value }, setting) => {
      const [domain] = propertiesNamed(analysed(name), 'domain')
      const at = (x: number): number =>
        numberOf(value.form, { ...setting, at: { ...setting.at, [variable]: x } })
      for (const on of domain?.value ?? [])
        for (const x of inside(on, setting, [], 9)) {
          const slope = (at(x + 1e-5) - at(x - 1e-5)) / 2e-5
          if (Number.isFinite(slope)) expect(near(slope, setting.real(x), 1e-4)).toBe(true)
        }
    })
  })

  test('saturation', () =>
    each('saturation', ({ value }, setting) => {
      for (const on of value.on)
        for (const x of inside(on, setting, [], 9)) {
          const slope = (setting.real(x + 1e-4) - setting.real(x - 1e-4)) / 2e-4
          expect(Math.abs(slope)).toBeLessThan(0.01001)
        }
    }))

  test('distribution', () =>
    each('distribution', ({ value }, setting) => {
      const { density, median } = value
      if (median) expect(near(setting.real(numberOf(median, setting)), 0.5)).toBe(true)
      const [domain] = propertiesNamed(analysed(name), 'domain')
      for (const x of inside((domain as NonNullable<typeof domain>).value[0] as never, setting, [], 9)) {
        const slope = (setting.real(x + 1e-5) - setting.real(x - 1e-5)) / 2e-5
        const there = { ...setting, at: { ...setting.at, [variable]: x } }
        expect(near(numberOf(density, there), slope, 1e-4)).toBe(true)
      }
    }))

  test('corners', () =>
    each('differentiability', ({ value }, setting) => {
      for (const { at, left, right } of value.corners) {
        const x = numberOf(at, setting)
        const y = setting.real(x)
        const slopes = [-1e-7, 1e-7].map((h) => (setting.real(x + h) - y) / h)
        for (const [i, limit] of [left, right].entries())
          if (limit !== undefined && typeof limit !== 'string')
            expect(near(slopes[i] as number, numberOf(limit, setting), 1e-4)).toBe(true)
      }
    }))

  test('parameters', () =>
    each('parameters', ({ value }, setting) => {
      for (const { parameter, of, effect } of value) {
        const grown = {
          ...setting,
          at: { ...setting.at, [parameter]: (setting.at[parameter] as number) * 1.001 },
        }
        const change = numberOf(of, grown) - numberOf(of, setting)
        const isGrown = (setting.at[parameter] as number) > 0 ? 1 : -1
        if (effect === 'none') expect(change).toBe(0)
        if (effect === 'raises') expect(Math.sign(change) * isGrown).toBe(1)
        if (effect === 'lowers') expect(Math.sign(change) * isGrown).toBe(-1)
      }
    }))
})

test('the letter of a variable does not matter', () => {
  const [a, b] = ['x', 'q'].map((letter) =>
    analyse(parsePattern(`${letter}^3 - 3*${letter}`), { variable: letter, only: ['monotone', 'extrema'] }),
  )
  expect(a?.properties.map(({ why: _, ...one }) => one.name)).toEqual(b?.properties.map((one) => one.name))
  expect(a?.open).toEqual([])
  expect(symbol('q').name).toBe('q')
})
