/** `--define`: functions of one's own in every command that reads formulas. */
import { beforeAll, describe, expect, test } from 'vitest'
import { print, verify } from '../../src/index.ts'
import { fromJson } from '../../src/verify/certificate.ts'
import { build, ogee } from './run-ogee.ts'

beforeAll(build)

const DEFINE = ['--define', 'g(x) = x/(1+x)', '--define', 'h(x, k) = g(k*x)']

/** What the certificate that a run printed is about, after it was checked. */
async function endsOf(args: readonly string[]): Promise<[from: string, to: string]> {
  const { code, stdout } = await ogee([...args, '--json'])
  expect(code).toBe(0)
  const certificate: unknown = JSON.parse(stdout)
  expect(verify(certificate)).toEqual({ ok: true })
  const { from, to } = fromJson(certificate)
  return [print(from), print(to)]
}

describe('a definition may be used', () => {
  test('in formulas', async () => {
    const [own, plain] = await Promise.all([
      endsOf(['derive', 'h(x, 2)', ...DEFINE]),
      endsOf(['derive', '2*x/(1+2*x)']),
    ])
    expect(own).toEqual(plain)
    const [from, to] = await endsOf(['connect', 'g(x)', '1 - 1/(1+x)', ...DEFINE])
    expect([from, to]).toEqual(['x/(1 + x)', '1 - 1/(1 + x)'])
    expect((await endsOf(['simplify', 'g(x)*(1+x)', ...DEFINE]))[1]).toBe('x')
  })

  test.each([
    [['eval', 'h(3, 2)'], 0, '0.857142857142857'],
    [['eval', 'g(a)', '--at', 'a=g(1)'], 0, '0.333333333333333'],
    [['eval', 'f(3)', '--define', 'f = lambda x: x**2'], 0, '9'],
    [['eval', 'f(3)', '--define', 'f(x) = \\frac{1}{x}', '--digits', '5'], 0, '0.33333'],
    [['eval', 'f(3)', '--notation', 'matlab', '--define', 'f(x) = 2^x^2'], 0, '64'],
    [['compare', 'h(x, k)', 'k*x/(1+k*x)'], 0, 'equal'],
    [['compare', 'g(x) = x'], 1, 'different'],
    [['solve', 'g(x) = 1/2'], 0, 'x = 1'],
    [['simplify', '|g(x)|', '--assume', 'g(x) > 0 and x > 0'], 0, 'x/(1 + x)'],
    [['explain', 'g'], 0, '1/(1 + x)^2'],
    [['g(2x)'], 0, '2*x/(1 + 2*x)'],
  ] as const)('%j', async (args, exit, shows) => {
    const { code, stdout } = await ogee([...args, ...DEFINE])
    expect(code).toBe(exit)
    expect(stdout).toContain(shows)
  })

  test('in lines on standard input, and in working that is marked', async () => {
    expect(await ogee(['eval', ...DEFINE], { input: 'g(1)\ng(3)\n' })).toMatchObject({
      stdout: '0.5\n0.75\n',
    })
    const marked = (input: string) => ogee(['mark', '--json', ...DEFINE], { input })
    const right = await marked("g'(x) = 1/(1+x)^2\n")
    const wrong = await marked("g'(x) = 1/(1+x)^2\n= g(x)\n")
    expect([right.code, wrong.code]).toEqual([0, 1])
    const { lines } = JSON.parse(wrong.stdout) as { lines: { number: number; verdict: string }[] }
    expect(lines.map(({ number, verdict }) => [number, verdict])).toEqual([
      [1, 'follows'],
      [2, 'wrong'],
    ])
  })
})

test.each([
  ['x + 1', 'E412', 'x + 1'],
  ['f(x) = x/(1+', 'E102', ''],
  ['f(x) = f(x) + 1', 'E117', 'f'],
  ['sin(x) = x', 'E116', 'sin(x) = x'],
  ['g(x) = x', 'E118', 'g(x) = x'],
  ['f(x) = 2 @ x', 'E106', '@'],
  ['', 'E101', ''],
])('--define %j is refused: %s', async (definition, code, marked) => {
  const {
    code: exit,
    stdout,
    stderr,
  } = await ogee(['eval', '1', ...DEFINE, '--json', '--define', definition])
  expect([exit, stdout]).toEqual([2, ''])
  const { error } = JSON.parse(stderr) as { error: { code: string; span: { start: number; end: number } } }
  expect(error.code).toBe(code)
  expect(`--define ${definition}`.slice(error.span.start, error.span.end)).toBe(marked)
})
