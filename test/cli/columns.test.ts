/** `ogee eval --data`: the same table, with the values. */
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { build, ogee } from './run-ogee.ts'

const folder = mkdtempSync(join(tmpdir(), 'ogee-columns-'))
const file = (name: string, text: string | Buffer): string => {
  const path = join(folder, name)
  writeFileSync(path, text)
  return path
}

beforeAll(build)
afterAll(() => rmSync(folder, { recursive: true }))

const columns = (formula: string, input: string | Buffer, ...args: string[]) =>
  ogee(['eval', formula, '--data', '-', '--budget', '9000', ...args], { input })

test('the rows stay as they are, and get a value', async () => {
  const input = 'name, x ,k\n"a, ""b""",1,2\r\nplain, 0,5e-1\n\n'
  const { code, stdout } = await columns('k*x + 1', input)
  expect(stdout).toBe('name, x ,k,value\n"a, ""b""",1,2,3\nplain, 0,5e-1,1\n')
  expect(code).toBe(0)
})

test('derivatives, x first', async () => {
  const { stdout } = await columns('a*x^2 + b', 'b,x,a\n1,3,2\n', '--gradient')
  expect(stdout).toBe('b,x,a,value,by_x,by_a,by_b\n1,3,2,19,12,9,1\n')
})

test('digits that the formula as written loses are there', async () => {
  const { stdout } = await columns('1/(1+e^-x)', 'x\n-745\n-40\n40\n0\n')
  const values = stdout
    .trim()
    .split('\n')
    .slice(1)
    .map((row) => Number(row.split(',')[1]))
  const right = [Math.exp(-745), Math.exp(-40), 1, 0.5]
  values.forEach((value, i) => {
    expect(Math.abs(value / (right[i] as number) - 1)).toBeLessThan(1e-15)
  })
})

test('a quoted field may hold a line break, wherever parts of the file end', async () => {
  const rows = Array.from({ length: 60_000 }, (_, i) => `"line\n${i}",${i}`)
  const path = file('long.csv', `what,x\n${rows.join('\n')}\n`)
  const { code, stdout } = await ogee(['eval', 'x + 1', '--data', path])
  expect(code).toBe(0)
  expect(stdout.endsWith('"line\n59999",59999,60000\n')).toBe(true)
  expect(stdout.split('\n').length).toBe(2 * 60_000 + 2)
})

test('values that are missing are counted', async () => {
  const { code, stdout, stderr } = await columns('log(x)', 'x\n1\n-1\n0\n')
  expect([code, stdout]).toEqual([3, 'x,value\n1,0\n-1,\n0,\n'])
  expect(stderr).toMatch(/^note: 2 values/)
})

test('a letter may be given for all rows; a formula may have none', async () => {
  expect((await columns('k*x', 'x\n3\n', '--at', 'k=1/2')).stdout).toBe('x,value\n3,1.5\n')
  expect((await columns('1/4', 'x\n3\n4\n')).stdout).toBe('x,value\n3,0.25\n4,0.25\n')
})

test('a file is written whole, and not over another', async () => {
  const data = file('in.csv', 'x\n1\n2\n')
  const out = join(folder, 'out.csv')
  const run = (...args: string[]) => ogee(['eval', 'x^2', '--data', data, '-o', out, ...args])
  expect((await run()).code).toBe(0)
  expect(readFileSync(out, 'utf8')).toBe('x,value\n1,1\n2,4\n')
  const again = await run()
  expect([again.code, again.stderr]).toEqual([2, expect.stringContaining('E511')])
  expect((await run('--force')).code).toBe(0)
  const broken = file('broken.csv', 'x\n1\nhalf\n')
  const other = join(folder, 'other.csv')
  expect((await ogee(['eval', 'x', '--data', broken, '-o', other])).code).toBe(2)
  expect(() => readFileSync(other)).toThrow()
})

describe('what is wrong is named', () => {
  test.each<[string, string, string | Buffer, string, RegExp]>([
    ['a field that is no number', 'x', 'x\n1\nabc\n', 'E808', /line 3, column x/],
    ['an empty field', 'x', 'y,x\n1,\n', 'E808', /line 2, column x/],
    ['infinity', 'x', 'x\n1e999\n', 'E808', /line 2, column x/],
    ['hexadecimal digits', 'x', 'x\n0x10\n', 'E808', /line 2, column x/],
    ['too few fields', 'x', 'x,y\n1\n', 'E808', /line 2: 1 field/],
    ['too many fields', 'x', 'x\n1,2\n', 'E808', /line 2: 2 fields/],
    ['a quote that does not end', 'x', 'x\n"1\n2\n', 'E808', /line [23]/],
    ['a quote inside a field', 'x', 'x\n1"2"\n', 'E808', /line 2/],
    ['a column that is not there', 'x*z', 'x,y\n1,2\n', 'E808', /"z"/],
    ['a column that is there twice', 'x', 'x,x\n1,2\n', 'E808', /"x"/],
    ['a column named value', 'x', 'x,value\n1,2\n', 'E808', /"value"/],
    ['no rows', 'x', 'x\n', 'E808', /no data/],
    ['nothing', 'x', '', 'E808', /no data/],
    ['what is no UTF-8', 'x', Buffer.from([120, 10, 255, 10]), 'E510', /UTF-8/],
    ['a formula that cannot be read', 'x +', 'x\n1\n', 'E102', /./],
    ['a condition', 'x > 0', 'x\n1\n', 'E113', /./],
  ])('%s', async (_, formula, input, error, message) => {
    const { code, stderr } = await columns(formula, input)
    expect(code).toBe(2)
    expect(stderr).toContain(`error[${error}]`)
    expect(stderr).toMatch(message)
  })

  test.each<[string[], string]>([
    [['x', '--data', join(folder, 'none.csv')], 'E510'],
    [['x', '--data', folder], 'E510'],
    [['--data', '-'], 'E506'],
    [['x', 'y', '--data', '-'], 'E505'],
    [['x', '--data', '-', '--json'], 'E504'],
    [['x', '--data', '-', '--digits', '5'], 'E504'],
    [['1', '--gradient'], 'E504'],
    [['1', '-o', 'a.csv'], 'E504'],
    [['x', '--data', '-', '-o', join(folder, 'no', 'out.csv')], 'E507'],
    [['x', '--data'], 'E503'],
  ])('%j', async (args, error) => {
    const { code, stderr } = await ogee(['eval', ...args], { input: 'x\n1\n' })
    expect(code).toBe(2)
    expect(stderr).toMatch(new RegExp(error))
  })
})
