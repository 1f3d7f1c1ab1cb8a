/** `ogee solve`: solutions with their conditions, whether they are all, and an exit code that says so. */
import { beforeAll, describe, expect, test } from 'vitest'
import { render, solve, verify } from '../../src/index.ts'
import { build, ogee } from './run-ogee.ts'

beforeAll(build)

interface Printed {
  readonly variable: string
  readonly branches: readonly { value: string; conditions: string[]; derivation: unknown }[]
  readonly complete: boolean
  readonly derivation: unknown
}

async function solved(...args: string[]): Promise<[number | null, Printed]> {
  const { code, stdout, stderr } = await ogee(['solve', '--json', ...args])
  expect(stderr).toBe('')
  const solution = JSON.parse(stdout)
  expect(solution).toMatchObject({ schema: 'ogee/1', kind: 'solution' })
  for (const part of [solution, ...solution.branches]) expect(verify(part.derivation)).toEqual({ ok: true })
  return [code, solution]
}

test.each([
  [['log(p/(1-p)) = x', '--for', 'p'], ['e^x/(1 + e^x)']],
  [['x^2 = 2'], ['sqrt(2)', '-sqrt(2)']],
  [['x^2 - 4'], ['2', '-2']],
  [['\\frac{x}{2} = 3'], ['6']],
])('%j', async (args, values) => {
  const [code, { branches, complete }] = await solved(...args)
  expect([code, complete]).toEqual([0, true])
  expect(branches.map(({ value }) => value).sort()).toEqual([...values].sort())
})

test('no real solution is exit code 1', async () => {
  expect(await solved('e^x = -1')).toEqual([1, expect.objectContaining({ branches: [], complete: true })])
  const { code, stdout } = await ogee(['solve', 'e^x = -1'])
  expect([code, stdout]).toEqual([1, expect.stringContaining('There is no real solution.')])
})

test('an incomplete list says so, with exit code 3', async () => {
  const { code, stdout } = await ogee(['solve', 'x^5 - x = 1'])
  expect([code, stdout]).toEqual([3, expect.stringContaining('does not say that there is none')])
  expect((await solved('x^5 - x = 1'))[1].complete).toBe(false)
})

test('a family has a letter for every whole number', async () => {
  const { code, stdout } = await ogee(['solve', 'sin(x) = 1/2'])
  expect(code).toBe(0)
  expect(stdout).toMatch(/^x = .*n, for every whole number n$/m)
})

test('conditions stand beside the solution', async () => {
  const { stdout } = await ogee(['solve', 'log(x) = y', '--for', 'y'])
  expect(stdout).toMatch(/^y = log\(x\), for x > 0$/m)
})

test('lines of statements are joined by what follows from what', async () => {
  const unicode = await ogee(['solve', 'log(x) = 2'])
  expect(unicode.stdout).toContain('⇔ x = e^2')
  const ascii = await ogee(['solve', 'log(x) = 2', '--ascii'])
  expect(ascii.stdout).toContain('<=> x = e^2')
  // biome-ignore lint/suspicious/noControlCharactersInRegex: that is what is looked for
  expect(ascii.stdout).not.toMatch(/[^\x00-\x7f]/)
})

describe('which letter', () => {
  test('x, or the only one', async () => {
    expect((await solved('2t = 6'))[1].variable).toBe('t')
    expect((await solved('a + x = 3'))[1].variable).toBe('x')
  })

  test('of several is asked for', async () => {
    const { code, stderr } = await ogee(['solve', 'a*b = c'])
    expect([code, stderr]).toEqual([2, expect.stringMatching(/E403[\s\S]*--for/)])
  })
})

test.each([
  [['x > 1'], 'E407'],
  [['x = '], 'E102'],
  [['x = 1', '--for', '2'], 'E403'],
  [['x', '=', '1'], 'E505'],
])('%j: %s', async (args, error) => {
  const { code, stdout, stderr } = await ogee(['solve', ...args])
  expect([code, stdout]).toEqual([2, ''])
  expect(stderr).toContain(`error[${error}]`)
})

test('a solution is rendered in every format', () => {
  const solution = solve('x^2 = 2', 'x')
  for (const format of ['text', 'md', 'latex', 'json'] as const) {
    expect(render(solution, format)).toMatch(/sqrt/)
  }
})
