/** `ogee flow`: a table with reasons, a picture, and what is refused. */
import { existsSync, mkdtempSync, readFileSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { build, ogee } from './run-ogee.ts'

const folder = mkdtempSync(join(tmpdir(), 'ogee-flow-'))
beforeAll(build)
afterAll(() => rmSync(folder, { recursive: true }))

const flow = (...args: string[]) => ogee(['flow', ...args], { cwd: folder })

test('a row for each activation, weights and depth, and why', async () => {
  const { code, stdout, stderr } = await flow(
    '--activation',
    'sigmoid,relu',
    '--depth',
    '3,5',
    '--init',
    'xavier,he',
  )
  expect([code, stderr]).toEqual([0, ''])
  expect(stdout.match(/^(sigmoid|relu) +(xavier|he) +[35] /gm)).toHaveLength(8)
  expect(stdout).toMatch(/sigmoid with xavier: .*0\.25 \(proved\)/s)
})

test('a formula is what its name is; its letters are 1, which is said', async () => {
  const args = ['--depth', '2..4', '--json']
  const [named, typed] = [await flow('swish', ...args), await flow('x/(1+exp(-b*x))', ...args)]
  expect(typed.stderr).toContain('b is taken as 1')
  const numbers = (text: string) =>
    JSON.parse(text).flows.map((one: { factor: number }) => one.factor.toFixed(9))
  expect(numbers(typed.stdout)).toEqual(numbers(named.stdout))
  expect(numbers(named.stdout)).toHaveLength(3)
})

test('the picture', async () => {
  const path = join(folder, 'flow.svg')
  expect((await flow('sigmoid', 'tanh', '--depth', '6', '-o', path)).code).toBe(0)
  expect(readFileSync(path, 'utf8')).toContain('>sigmoid<')
  const { stderr } = await flow('sigmoid', '--depth', '3', '-o', path)
  expect(stderr).toContain('E511')
})

test('what cannot be measured is not known', async () => {
  const { code, stdout } = await flow('x^3', '--init', 'normal(3)', '--depth', '20')
  expect(code).toBe(3)
  expect(stdout).toContain('overflow')
})

describe('is refused, and nothing is written', () => {
  test.each([
    ['E110', ['--activation', 'sigmod']],
    ['E113', ['--activation', 'x > 0']],
    ['E931', ['--activation', '3']],
    ['E101', ['--activation', ',']],
    ['E504', ['--depth', '1']],
    ['E504', ['--depth', '50..2']],
    ['E504', ['--depth', 'deep']],
    ['E932', ['--init', 'xavie']],
    ['E932', ['--init', 'normal(0)']],
    ['E504', ['--width', '0']],
    ['E504', ['--seed', '-1']],
    ['E504', ['--at', 'b']],
    ['E504', ['--networks', '1000']],
    ['E502', ['--depht', '3']],
  ])('%s %j', async (code, args) => {
    const out = join(folder, 'none.svg')
    const { code: exit, stdout, stderr } = await flow(...args, '-o', out)
    expect([exit, stdout, existsSync(out)]).toEqual([2, '', false])
    expect(stderr).toContain(`error[${code}]`)
    expect(stderr).toContain('help:')
  })

  test('another kind of file', async () => {
    const { code, stderr } = await flow('sigmoid', '-o', 'flow.txt')
    expect([code, existsSync(join(folder, 'flow.txt'))]).toEqual([2, false])
    expect(stderr).toContain('E504')
  })
})
