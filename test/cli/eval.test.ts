/** `ogee eval`: every printed digit is right, and no value is made up. */
import { beforeAll, expect, test } from 'vitest'
import { build, ogee } from './run-ogee.ts'

beforeAll(build)

test.each([
  [['1/4'], '0.25'],
  [['sigmoid(-2)', '--digits', '50'], '0.11920292202211755594027085869760320479361570137103'],
  [['x^a', '--at', 'x=2', '--at', 'a=1/3', '--digits', '20'], '1.2599210498948731648'],
  [['α', '--at', 'α = sqrt(2)', '--digits=5'], '1.4142'],
  [["f(x) = 1/(1+e^-x); f'(2)", '--digits', '10'], '0.1049935854'],
  [['-2^2'], '-4'],
  [['\\frac{1}{8}'], '0.125'],
  [['10^10^10', '--digits', '3'], '1.00e10000000000'],
])('%j is %s', async (args, value) => {
  const { code, stdout } = await ogee(['eval', ...args])
  expect([code, stdout]).toEqual([0, `${value}\n`])
})

test('a thousand digits of pi', async () => {
  const { stdout } = await ogee(['eval', 'pi', '--digits', '1000'])
  expect(stdout).toMatch(/^3\.14159265358979323846\d*216420199\n$/)
  expect(stdout.trim()).toHaveLength(1001)
})

test.each([
  ['1/0', 'undefined'],
  ['log(-1)', 'undefined'],
  ['1/(sqrt(2)^2 - 2)', 'unknown'],
])('%s is %s', async (formula, verdict) => {
  const { code, stdout } = await ogee(['eval', formula, '--budget', '1500'])
  expect([code, stdout]).toEqual([3, expect.stringMatching(`^${verdict}: .+\n$`)])
  const json = await ogee(['eval', formula, '--budget', '1500', '--json'])
  expect(json.code).toBe(3)
  expect(JSON.parse(json.stdout)).toMatchObject({ schema: 'ogee/1', verdict })
})

test('--json is the value as the library gives it', async () => {
  const { stdout } = await ogee(['eval', '1/3', '--digits', '5', '--json'])
  expect(JSON.parse(stdout)).toEqual({ schema: 'ogee/1', verdict: 'value', value: '0.33333', digits: 5 })
})

test('a symbol without a value is named, with what to do', async () => {
  const { stderr } = await ogee(['eval', 'a*x', '--at', 'x=2'])
  expect(stderr).toMatch(/error\[E302\]: .*\ba\b/)
  expect(stderr).toContain('--at')
})

test('an error in the value of an option shows that option', async () => {
  const { stderr } = await ogee(['eval', 'x', '--at', 'x=1/('])
  expect(stderr.split('\n').slice(1, 3)).toEqual(['  1 | --at x=1/(', '    |           ^'])
})
