/** `ogee derive`: what it prints is a derivation that the checker accepts. */
import { beforeAll, describe, expect, test } from 'vitest'
import { evaluate, gradient, print, verify } from '../../src/index.ts'
import { fromJson } from '../../src/verify/certificate.ts'
import { build, type Outcome, ogee } from './run-ogee.ts'

beforeAll(build)

/** The derivation that a run printed, replayed here. */
function derivationIn({ code, stdout, stderr }: Outcome): ReturnType<typeof fromJson> {
  expect([code, stderr]).toEqual([0, expect.not.stringContaining('error')])
  const certificate: unknown = JSON.parse(stdout)
  expect(certificate).toMatchObject({ schema: 'ogee/1', kind: 'derivation' })
  expect(verify(certificate)).toEqual({ ok: true })
  return fromJson(certificate)
}

const derived = async (...args: string[]): Promise<string> =>
  print(derivationIn(await ogee(['derive', '--json', ...args])).to)

test.each([
  ['1/(1+e^-x)', 'e^-x/(1 + e^-x)^2'],
  ['\\frac{1}{1+e^{-x}}', 'e^-x/(1 + e^-x)^2'],
  ['x^2', '2*x'],
  ['-x^2', '-2*x'],
  ['x^3 - 2x + 1', '3*x^2 - 2'],
  ['sin(x)', 'cos(x)'],
  ['log(x)', '1/x'],
  ['f(t) = t^2; f(x)', '2*x'],
  ['α^2', '2*alpha'],
  ['7', '0'],
])('the derivative of %s is %s', async (formula, result) => {
  expect(await derived(formula)).toBe(result)
})

test.each(['reciprocal', 'quotient', 'chain', 'product', 'logarithmic'])(
  'every route leads to the derivative: %s',
  async (route) => {
    const outcome = await ogee(['derive', 'x/(1+x^2)^3', '--json', '--route', route])
    const { to } = derivationIn(outcome)
    // (1 − 5x²)/(1 + x²)⁴ at 1/2
    const expected = evaluate('(1 - 5/4)/(5/4)^4')
    expect(evaluate(to, { x: '1/2' })).toEqual(expected)
  },
)

describe('options', () => {
  test('--order asks for higher derivatives', async () => {
    expect(await derived('x^5', '--order', '3')).toBe('60*x^2')
  })

  test('--var names the variable, in Greek too', async () => {
    expect(await derived('a*b^2', '--var', 'b')).toBe('2*a*b')
    expect(await derived('a*β^2', '--var=β')).toBe('2*a*beta')
  })

  test('--assume settles conditions', async () => {
    const [open, settled] = await Promise.all([
      ogee(['derive', '|x|', '--json']),
      ogee(['derive', '|x|', '--json', '--assume', 'x > 0', '--assume', 'a > 1']),
    ])
    expect(derivationIn(open).conditions).not.toEqual([])
    const { conditions, assuming } = derivationIn(settled)
    expect([conditions, assuming.map((c) => print(c))]).toEqual([[], ['x > 0', 'a > 1']])
  })

  test('--grad gives one derivation for each variable', async () => {
    const { stdout } = await ogee(['derive', 'x^2*y', '--grad', 'x, y', '--json'])
    const printed = JSON.parse(stdout)
    expect(printed).toMatchObject({ schema: 'ogee/1', kind: 'gradient' })
    expect(printed.derivations.map((part: unknown) => verify(part))).toEqual([{ ok: true }, { ok: true }])
    expect(printed.derivations.map((part: unknown) => print(fromJson(part).to))).toEqual(
      gradient('x^2*y', ['x', 'y']).map(({ to }) => print(to)),
    )
    const text = await ogee(['derive', 'x^2*y', '--grad', 'x,y'])
    expect(text.stdout.trim().split('\n\n')).toHaveLength(2)
  })

  test('--steps: every single step, one line per rule, or both', async () => {
    const lines = async (detail: string): Promise<number> => {
      const { stdout } = await ogee(['derive', '1/(1+e^-x)', '--steps', detail])
      return stdout.trimEnd().split('\n').length
    }
    const [main, every, nested] = await Promise.all(['main', 'every', 'nested'].map(lines))
    expect(main).toBeLessThan(every as number)
    expect(nested).toBeGreaterThan(every as number)
  })

  test('--notation says how the formula is written', async () => {
    expect(await derived('x^{2}', '--notation', 'latex')).toBe('2*x')
    expect((await ogee(['derive', '\\sin x', '--notation', 'plain'])).code).toBe(2)
  })

  test.each([
    ['md', '$$\n\\begin{aligned}'],
    ['latex', '\\begin{align*}'],
    ['text', '    d/dx(x^2)\n  = 2*x'],
  ])('--format %s', async (format, start) => {
    const { stdout } = await ogee(['derive', 'x^2', '--format', format])
    expect(stdout.startsWith(start)).toBe(true)
  })
})

describe('formulas that begin with a minus sign', () => {
  test.each([
    [['-x^2'], '-2*x'],
    [['-x'], '-1'],
    [['--', '-x'], '-1'],
    [['--', '--x'], '1'],
    [['-1/x'], '1/x^2'],
    [['-sin(x)'], '-cos(x)'],
    [['-o'], undefined],
  ])('%j', async (args, result) => {
    if (result === undefined) {
      // By itself -o is the option of explain; here it is a formula.
      expect(await derived(...args)).toBe('-1')
    } else expect(await derived(...args)).toBe(result)
  })
})

test('the working ends with the result, and says where each line holds', async () => {
  const { code, stdout, stderr } = await ogee(['derive', 'log(x)'])
  expect([code, stderr]).toEqual([0, ''])
  expect(stdout).toMatch(/= 1\/x .*derivative of log.*x > 0\n$/)
})

test('a doubtful reading is said beside the answer', async () => {
  const { stdout, stderr } = await ogee(['derive', '1/2x'])
  expect(stdout).toContain('= 1/2')
  expect(stderr).toBe('note: read as (1/2)*x; for the other reading write 1/(2*x)\n')
  const json = await ogee(['derive', '1/2x', '--json'])
  expect(JSON.parse(json.stderr)).toMatchObject({
    schema: 'ogee/1',
    note: { read: '(1/2)*x', other: '1/(2*x)' },
  })
})
