/** `ogee compare`: what it says is so, and its exit code says the same. */
import { beforeAll, describe, expect, test } from 'vitest'
import { compare, evaluate, render, verify } from '../../src/index.ts'
import { build, ogee } from './run-ogee.ts'

beforeAll(build)

describe('verdicts and exit codes', () => {
  test.each([
    ['e^x/(1+e^x)^2', "sigmoid'(x)", 0, 'equal'],
    ['x^2/x', 'x', 0, 'equal'],
    ['sqrt(x^2)', 'x', 1, 'different'],
    ['x', 'x + 1/10^60', 1, 'different'],
    ['log(x)', 'log(-x)', 1, 'disjoint'],
    ['\\frac{1}{x}', 'x^{-1}', 0, 'equal'],
  ])('%s and %s', async (left, right, exit, verdict) => {
    const text = await ogee(['compare', left, right])
    expect([text.code, text.stderr]).toEqual([exit, ''])
    expect(text.stdout.startsWith(verdict)).toBe(true)
    const json = await ogee(['compare', left, right, '--json'])
    const comparison = JSON.parse(json.stdout)
    expect([json.code, comparison]).toEqual([exit, expect.objectContaining({ schema: 'ogee/1', verdict })])
    expect(verify(comparison.certificate)).toEqual({ ok: true })
  })

  test('where nothing is known, it says so', async () => {
    const { code, stdout } = await ogee(['compare', 'gamma(x)^0 + x', 'x + 1', '--budget', '5000'])
    expect([0, 1, 2, 3]).toContain(code)
    if (code === 3) expect(stdout).toMatch(/^unknown: /)
  })

  test('a difference is shown at a point', async () => {
    const { at, left, right } = JSON.parse((await ogee(['compare', 'x^2', 'x^3', '--json'])).stdout)
    expect(left).not.toEqual(right)
    expect(evaluate('x^2', at)).not.toEqual(evaluate('x^3', at))
  })

  test('how the domains lie to each other is said', async () => {
    const said = async (...args: string[]): Promise<string> => (await ogee(['compare', ...args])).stdout
    expect(await said('x^2/x', 'x')).toContain('the right side is defined at more points')
    expect(await said('x', 'x^2/x')).toContain('the left side is defined at more points')
    expect(await said('x + x', '2x')).toContain('the same domain')
  })

  test('--assume', async () => {
    expect((await ogee(['compare', 'sqrt(x^2)', 'x', '--assume', 'x > 0'])).code).toBe(0)
  })
})

describe('two formulas', () => {
  test('may be an equation, to both sides of which definitions apply', async () => {
    const { code } = await ogee(['compare', "f(x) = 1/(1+e^-x); f'(x) = f(x)*(1 - f(x))"])
    expect(code).toBe(0)
  })

  test('on lines of input: an equation, or a tab between them', async () => {
    const input = 'x + x = 2x\n\n# no\nx\tx + 1\n sin(x)^2 = 1 - cos(x)^2\n'
    const { code, stdout } = await ogee(['compare'], { input })
    expect(code).toBe(1)
    expect(stdout.split('\n').map((line) => line.split(/[ :]/)[0])).toEqual([
      'equal',
      'different',
      'equal',
      '',
    ])
  })

  test.each([
    [['x'], 'E506'],
    [['x', 'y', 'z'], 'E505'],
    [['1/(', 'x'], 'E102'],
    [['x', '1/('], 'E102'],
    [['x > 0', 'x'], 'E113'],
  ])('%j: %s', async (args, error) => {
    const { code, stdout, stderr } = await ogee(['compare', ...args])
    expect([code, stdout]).toEqual([2, ''])
    expect(stderr).toContain(`error[${error}]`)
    expect(stderr).toContain('\nhelp: ')
  })

  test('what is wrong with one of two is shown in that one', async () => {
    const { stderr } = await ogee(['compare', 'x + 1', 'x + )'])
    expect(stderr.split('\n').slice(1, 3)).toEqual(['  1 | x + )', '    |     ^'])
    const piped = await ogee(['compare'], { input: 'x\tx\nx\ty)\n' })
    expect(piped.stderr.split('\n').slice(1, 3)).toEqual(['  2 | y)', '    |  ^'])
  })
})

describe('a comparison', () => {
  test('is rendered in every format', () => {
    const equal = compare('x^2/x', 'x')
    for (const format of ['text', 'md', 'latex', 'json'] as const) {
      expect(render(equal, format)).toContain('equal')
    }
  })

  test('names the derivatives that were worked out', async () => {
    const { stdout } = await ogee(['compare', 'd/dx(x^2)', '2x'])
    expect(stdout).toContain('d/dx(x^2) = 2*x')
  })

  test('shows as many digits as make a difference, and not fewer than six', () => {
    const said = (a: string, b: string): string => render(compare(a, b), 'text')
    expect(said('pi', '22/7')).toContain('about 3.14159, the right side is about 3.14286')
    expect(said('2', '2 + 1/10^12')).toMatch(/is 2, the right side is (about )?2\.000000000001$/m)
    expect(said('sqrt(2)', 'sqrt(2) + 1/10^12')).toMatch(/about 1\.41421356237\d*, .* about 1\.4142135623\d*/)
  })
})
