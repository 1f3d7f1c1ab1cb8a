/** `ogee classify`: tables in, coefficients, pictures and models out; what cannot be used is named with its place. */
import { existsSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { element } from '../support/mathml.ts'
import { build, ogee } from './run-ogee.ts'

const folder = mkdtempSync(join(tmpdir(), 'ogee-classify-'))
const file = (name: string, text: string | Buffer): string => {
  const path = join(folder, name)
  writeFileSync(path, text)
  return path
}

beforeAll(build)
afterAll(() => rmSync(folder, { recursive: true, force: true }))

const classify = (...args: string[]) => ogee(['classify', ...args])

/** A table of 200 rows in which the chance grows with x, and is greater for b than for a. */
const rows = Array.from({ length: 200 }, (_, i) => {
  const [x, group] = [((i * 37) % 100) / 10, i % 3 === 0 ? 'b' : 'a']
  const chance = 1 / (1 + Math.exp(-(x - 5 + (group === 'b' ? 1 : 0))))
  return [x, group, ((i * 61) % 97) / 97 < chance ? 'yes' : 'no'] as const
})
const table = (delimiter = ',', end = '\n'): string =>
  [['x', 'group', 'ill'], ...rows].map((row) => row.join(delimiter)).join(end) + end

const fitted = async (text: string, ...args: string[]) => {
  const { code, stdout, stderr } = await ogee(['classify', '-', '--target', 'ill', '--json', ...args], {
    input: text,
  })
  expect([code, stderr]).toEqual([0, ''])
  return JSON.parse(stdout)
}

test('coefficients and scores, as text', async () => {
  const { code, stdout } = await classify(file('a.csv', table()), '--target', 'ill', '--explain')
  expect(code).toBe(0)
  for (const said of [
    'the chance that ill is yes',
    'group=b',
    'compared to a',
    'odds ratio',
    'held out',
    'proved',
  ])
    expect(stdout).toContain(said)
  expect(stdout).not.toContain('not proved')
})

test('delimiters, line ends, quotes and marks of bytes do not matter', async () => {
  const plain = await fitted(table())
  const odd = `\ufeff${table('\t', '\r\n').replaceAll('yes', '"yes"')}`
  expect(await fitted(odd)).toEqual(plain)
  expect(await fitted(table(';'), '--delimiter', ';')).toEqual(plain)
})

test('a link typed without a name gives the same run', async () => {
  const [named, typed] = [
    await fitted(table(), '--link', 'sigmoid(z)'),
    await fitted(table(), '--link', '1/(1+exp(-t))'),
  ]
  expect(typed.result.coefficients).toEqual(named.result.coefficients)
  expect(typed.heldOut).toEqual(named.heldOut)
})

test('columns may be called anything', async () => {
  const text = table().replace('x,group,ill', '__proto__,constructor,ill')
  const [usual, odd] = [await fitted(table()), await fitted(text)]
  const values = (found: typeof odd): number[] =>
    found.result.coefficients.map(({ value }: { value: number }) => value)
  expect(values(odd)).toEqual(values(usual))
  expect(odd.result.coefficients.map(({ name }: { name: string }) => name)).toEqual([
    '(constant)',
    '__proto__',
    'constructor=b',
  ])
})

test('what is compared to what can be said', async () => {
  const [usual, other] = [
    await fitted(table()),
    await fitted(table(), '--reference', 'group=b', '--positive', 'no'),
  ]
  expect(other.result.coefficients[2].name).toBe('group=a')
  expect(other.result.coefficients[2].value).toBeCloseTo(usual.result.coefficients[2].value, 11)
  expect(other.result.coefficients[1].value).toBeCloseTo(-usual.result.coefficients[1].value, 11)
})

test('a saved model says the chances that the fit said', async () => {
  const data = file('b.csv', table())
  const model = join(folder, 'model.json')
  expect((await classify(data, '--target', 'ill', '--save', model)).code).toBe(0)
  const { constant, terms } = JSON.parse(readFileSync(model, 'utf8'))
  const { code, stdout } = await classify(data, '--model', model)
  expect(code).toBe(0)
  const lines = stdout.trim().split('\n').slice(1)
  lines.forEach((line, i) => {
    const [x, group] = rows[i] as (typeof rows)[number]
    const z = constant + terms[0].coefficient * x + (group === 'b' ? terms[1].coefficient : 0)
    expect(Number(line.split(',').at(-1))).toBeCloseTo(1 / (1 + Math.exp(-z)), 13)
  })
  const odd = file('odd.csv', 'group,x\nb,2\nc,2\na,?\n')
  const told = await classify(odd, '--model', model)
  expect([told.code, told.stdout.split('\n')[2], told.stdout.split('\n')[3]]).toEqual([3, 'c,2,', 'a,?,'])
  expect((await classify(data, '--model', model, '--to', 'python')).stdout).toContain('def chance')
})

test('pictures are files of their own', async () => {
  const paths = ['roc', 'calibration', 'boundary'].map((name) => join(folder, `${name}.svg`))
  const asked = ['roc', 'calibration', 'boundary'].flatMap((name, i) => [`--${name}`, paths[i] as string])
  expect((await classify(file('c.csv', table()), '--target', 'ill', ...asked)).code).toBe(0)
  for (const path of paths) expect(element(readFileSync(path, 'utf8').trimEnd()).name).toBe('svg')
  const again = await classify(file('c.csv', table()), '--target', 'ill', ...asked)
  expect([again.code, again.stderr]).toEqual([2, expect.stringContaining('E511')])
})

test('the same seed holds out the same rows', async () => {
  const [a, b, c] = [
    await fitted(table(), '--seed', '5'),
    await fitted(table(), '--seed', '5'),
    await fitted(table(), '--folds', '4'),
  ]
  expect(a.heldOut).toEqual(b.heldOut)
  expect(a.heldOut.rows).toBe(50)
  expect(c.heldOut.rows).toBe(200)
})

test('what separates the outcomes, and what says nothing new, is named: exit 1', async () => {
  const separated = await classify(file('s.csv', 'x,y\n1,0\n2,0\n3,1\n4,1\n'), '--target', 'y')
  expect([separated.code, separated.stdout]).toEqual([
    1,
    expect.stringMatching(/^complete separation: x separates/),
  ])
  const same = await classify(file('k.csv', 'x,v,y\n1,2,0\n2,4,1\n3,6,0\n4,8,1\n'), '--target', 'y')
  expect([same.code, same.stdout]).toEqual([1, expect.stringContaining('v = 2·x')])
})

test('rows with missing values are left out if that is asked', async () => {
  const { stdout } = await classify(
    file('m.csv', `${table()}NA,a,yes\n3,,no\n`),
    '--target',
    'ill',
    '--missing',
    'drop',
  )
  expect(stdout).toContain('2 rows are left out')
})

describe('what cannot be used is named, and nothing is written', () => {
  const out = () => readdirSync(folder).sort().join()
  test.each<[string, string | Buffer | undefined, string[], string, RegExp]>([
    ['an empty file', '', [], 'E808', /no data/],
    ['a head alone', 'x,ill\n', [], 'E808', /no data/],
    [
      'text in a column of numbers',
      'x,ill\n1,0\nabc,1\n',
      [],
      'E808',
      /line 3, column x: "abc" is no number/,
    ],
    ['NaN', 'x,ill\n1,0\nNaN,1\n', [], 'E808', /line 3, column x: the value is missing/],
    ['an empty field', 'x,ill\n1,0\n,1\n', [], 'E808', /line 3, column x/],
    ['infinity', 'x,ill\n1,0\n1e999,1\n', [], 'E808', /line 3, column x/],
    ['too few fields', 'x,ill\n1,0\n2\n', [], 'E808', /line 3: 1 fields under 2 names/],
    ['too many fields', 'x,ill\n1,0,5\n', [], 'E808', /line 2: 3 fields/],
    ['a quote that does not end', 'x,ill\n"1,0\n2,1\n', [], 'E808', /line \d+: a quote is not ended/],
    ['two columns of one name', 'x,x,ill\n1,2,0\n', [], 'E808', /line 1: two columns/],
    [
      'a line of ten megabytes in a column of numbers',
      `x,ill\n${'9'.repeat(1e7)},0\n`,
      [],
      'E808',
      /line 2, column x/,
    ],
    ['bytes that are no text', Buffer.from([120, 44, 105, 108, 108, 10, 255, 254, 10]), [], 'E510', /UTF-8/],
    ['one outcome', 'x,ill\n1,0\n2,0\n', [], 'E835', /in all rows/],
    ['three outcomes', 'x,ill\n1,0\n2,1\n3,2\n', [], 'E835', /3 different values/],
    ['no column beside the target', 'ill\n0\n1\n', [], 'E834', /no column beside/],
    ['an unknown target', 'x,sick\n1,0\n', [], 'E808', /no column "ill"/],
    ['an unknown feature', 'x,ill\n1,0\n2,1\n', ['--features', 'q'], 'E808', /no column "q"/],
    ['an unknown reference', 'g,ill\na,0\nb,1\n', ['--reference', 'g=c'], 'E834', /never "c"/],
    ['negative weights', 'x,w,ill\n1,-1,0\n2,1,1\n', ['--weights', 'w'], 'E834', /cannot be -1 \(row 1\)/],
    ['more counts than trials', 'x,n,ill\n1,3,4\n2,5,1\n', ['--trials', 'n'], 'E834', /4 of 3 trials/],
    ['a missing file', undefined, [], 'E510', /no such file/],
    ['a link that cannot be read', 'x,ill\n1,0\n2,1\n', ['--link', '1/(1+'], 'E102', /1\/\(1\+/],
    ['a link of two letters', 'x,ill\n1,0\n2,1\n', ['--link', 'a*b'], 'E831', /one letter/],
    ['a negative penalty', 'x,ill\n1,0\n2,1\n', ['--penalty', '-1'], 'E504', /penalty/],
    ['a model that is none', 'x,ill\n1,0\n2,1\n', ['--model', 'package.json'], 'E836', /no saved model/],
  ])('%s', async (name, text, args, error, message) => {
    const path = join(folder, `${name.replaceAll(/\W/g, '-')}.csv`)
    if (text !== undefined) writeFileSync(path, text)
    const before = out()
    const saved = join(folder, 'never.json')
    const target = args.includes('--model') ? [] : ['--target', 'ill', '--save', saved]
    const { code, stdout, stderr } = await classify(path, ...target, ...args)
    expect([code, stdout]).toEqual([2, ''])
    expect(stderr).toContain(`error[${error}]`)
    expect(stderr).toMatch(message)
    expect(stderr.length).toBeLessThan(1_000)
    expect(out()).toBe(before)
  })
})

describe('files of DuckDB', () => {
  const odd = `we'ird"; DROP TABLE t; --`
  const data = join(folder, `it's.duckdb`)
  beforeAll(async () => {
    const { DuckDBInstance } = await import('@duckdb/node-api')
    const instance = await DuckDBInstance.create(data)
    const connection = await instance.connect()
    const named = (name: string): string => `"${name.replaceAll('"', '""')}"`
    await connection.run(`CREATE TABLE t (x DOUBLE, ${named(odd)} VARCHAR, ill VARCHAR)`)
    for (const [x, group, ill] of rows)
      await connection.run(`INSERT INTO t VALUES (${x}, '${group}', '${ill}')`)
    await connection.run(`COPY t TO '${join(folder, 'far.parquet')}' (FORMAT parquet)`)
    connection.closeSync()
    instance.closeSync()
  })

  test('give the same numbers, whatever their columns are called', async () => {
    const near = await fitted(table())
    for (const path of [data, join(folder, 'far.parquet')]) {
      const { code, stdout, stderr } = await classify(path, '--target', 'ill', '--json', '--memory', '200MB')
      expect([code, stderr]).toEqual([0, ''])
      const { result, features } = JSON.parse(stdout)
      expect(features[1]).toEqual({ name: `${odd}=b`, column: odd, level: 'b' })
      result.coefficients.forEach(
        ({ value, standardError }: { value: number; standardError: number }, j: number) => {
          const own = near.result.coefficients[j]
          expect(Math.abs(value / own.value - 1)).toBeLessThan(1e-12)
          expect(Math.abs(standardError / own.standardError - 1)).toBeLessThan(1e-9)
        },
      )
    }
    const again = await classify(data, '--target', 'ill', '--link', '1/(1+e^-q)')
    expect(again.code).toBe(0)
  })

  test.each<[string, string[], string]>([
    [join(folder, 'none.duckdb'), [], 'E510'],
    [data, ['--table', `t; DROP TABLE t`], 'E842'],
    [data, ['--memory', `1MB'; DROP TABLE t; --`], 'E504'],
    [data, ['--features', `x"; DROP TABLE t; --`], 'E808'],
    [data, ['--roc', 'r.svg'], 'E504'],
  ])('%s %j is refused', async (path, args, error) => {
    const { code, stderr } = await classify(path, '--target', 'ill', ...args)
    expect(code).toBe(2)
    expect(stderr).toContain(`error[${error}]`)
    expect((await classify(data, '--target', 'ill')).code).toBe(0)
  })

  test('a broken file is refused', async () => {
    const { code, stderr } = await classify(file('broken.parquet', 'PAR1 no'), '--target', 'ill')
    expect([code, stderr]).toEqual([2, expect.stringContaining('E841')])
    expect(existsSync(join(folder, 'r.svg'))).toBe(false)
  })
})
