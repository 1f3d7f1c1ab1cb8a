/** `ogee fit`: a table in, parameters out; bad input is named by line and column, and nothing is written. */
import { existsSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { fit as fitted } from '../../src/fit/index.ts'
import { doseSets } from '../support/dose-sets.ts'
import { build, ogee } from './run-ogee.ts'

const folder = mkdtempSync(join(tmpdir(), 'ogee-fit-'))
const [{ x, y }] = doseSets(1, 8) as [ReturnType<typeof doseSets>[number]]

/** A file in the folder; its path. */
function file(name: string, text: string | Uint8Array): string {
  writeFileSync(join(folder, name), text)
  return join(folder, name)
}

const table = (rows: readonly (readonly (string | number)[])[]): string =>
  rows.map((row) => `${row.join(',')}\n`).join('')

beforeAll(build)
afterAll(() => rmSync(folder, { recursive: true }))

describe('a table with doses and responses', () => {
  const path = file(
    'dose.csv',
    table([['dose', 'response', 'w'], ...x.map((dose, i) => [dose, y[i] as number, 1])]),
  )
  const asked = ['fit', path, '--model', 'doseresponse', '--x', 'dose', '--y', 'response']
  const right = fitted('doseresponse', { x, y })

  test('the JSON has what the library says', async () => {
    const { code, stdout } = await ogee([...asked, '--json'])
    expect(code).toBe(0)
    const found = JSON.parse(stdout)
    expect([found.schema, found.kind, found.verdict]).toEqual(['ogee/1', 'fit', 'fitted'])
    expect(found.rss).toBe(right.rss)
    for (const { name, value, error } of found.parameters) {
      expect(value).toBe(right.value(name))
      expect(error).toBe(right.error(name))
    }
    expect(found.effects.map(({ name }: { name: string }) => name)).toContain('EC50')
  })

  test('the report names every parameter', async () => {
    const { code, stdout, stderr } = await ogee([...asked, '--quantity', 'log(c)/log(10)'])
    expect([code, stderr]).toEqual([0, ''])
    for (const name of ['a ', 'd ', 'c ', 'b ', 'EC10', 'log(c)/log(10)', 'R²'])
      expect(stdout).toContain(name)
  })

  test('pictures and the fit as files, whole or not at all', async () => {
    const [svg, tex, json] = ['f.svg', 'r.tex', 'f.json'].map((name) => join(folder, name)) as [
      string,
      string,
      string,
    ]
    const { code } = await ogee([...asked, '-o', svg, '--residuals', tex, '--save', json])
    expect(code).toBe(0)
    expect(readFileSync(svg, 'utf8')).toMatch(/^<svg/)
    expect(readFileSync(tex, 'utf8')).toContain('tikzpicture')
    expect(JSON.parse(readFileSync(json, 'utf8')).rss).toBe(right.rss)
    const again = await ogee([...asked, '-o', svg])
    expect(again.code).toBe(2)
  })

  test('held, started, bounded, weighted', async () => {
    const { code, stdout } = await ogee([
      ...asked,
      ...['--fix', 'a=0', '--start', 'c=1', '--bounds', 'b=0.1:5', '--weights', 'w', '--json'],
    ])
    expect(code).toBe(0)
    const found = JSON.parse(stdout)
    expect(found.parameters.find(({ name }: { name: string }) => name === 'a')).toMatchObject({
      value: 0,
      state: 'fixed',
    })
  })
})

test('a letter says which column it is', async () => {
  const path = file(
    'two.csv',
    table([['temp', 'time', 'y'], ...x.map((_, i) => [i + 1, (i * 7) % 5, 2 * (i + 1) + ((i * 7) % 5)])]),
  )
  const { code, stdout } = await ogee([
    'fit',
    path,
    '-m',
    'p*u + q*v',
    '--x',
    'u=temp',
    '--x',
    'v=time',
    '--y',
    'y',
    '--json',
  ])
  expect(code).toBe(0)
  const values = JSON.parse(stdout).parameters.map(({ value }: { value: number }) => value.toFixed(6))
  expect(values).toEqual(['2.000000', '1.000000'])
})

test('groups have a fit each; missing values are left out and said', async () => {
  const rows = x.flatMap((dose, i) => [
    ['one', dose, y[i] as number],
    ['two', dose, 2 * (y[i] as number)],
  ])
  const path = file('groups.csv', table([['g', 'x', 'y'], ...rows, ['one', 3, 'NA']]))
  const { code, stdout, stderr } = await ogee([
    'fit',
    path,
    '-m',
    'doseresponse',
    '--x',
    'x',
    '--y',
    'y',
    '--by',
    'g',
    '--json',
  ])
  expect(code).toBe(0)
  const [one, two] = stdout
    .trim()
    .split('\n')
    .map((line) => JSON.parse(line))
  expect([one.group, two.group]).toEqual(['g = one', 'g = two'])
  expect(two.rss / one.rss).toBeCloseTo(4, 6)
  expect(stderr).toContain('line 50 left out')
})

test('groups that share parameters are fitted together', async () => {
  const rows = x.flatMap((dose, i) => [
    ['one', dose, y[i] as number],
    ['two', 2 * dose, y[i] as number],
  ])
  const path = file('shared.csv', table([['g', 'x', 'y'], ...rows]))
  const asked = ['fit', path, '-m', 'doseresponse', '--x', 'x', '--y', 'y']
  const { code, stdout } = await ogee([...asked, '--by', 'g', '--share', 'a,d,b', '--json'])
  expect(code).toBe(0)
  const values = new Map<string, number>(
    JSON.parse(stdout).parameters.map(({ name, value }: { name: string; value: number }) => [name, value]),
  )
  expect((values.get('c two') as number) / (values.get('c one') as number)).toBeCloseTo(2, 8)
  const without = await ogee([...asked, '--share', 'a'])
  expect(without.code).toBe(2)
})

test('what the data do not determine has exit code 3 and words', async () => {
  const path = file(
    'product.csv',
    table([['x', 'y'], ...[1, 2, 3, 4, 5].map((v) => [v, 2 * v + (v % 2) / 10])]),
  )
  const { code, stdout } = await ogee(['fit', path, '-m', 'p*q*x', '--x', 'x', '--y', 'y'])
  expect(code).toBe(3)
  expect(stdout).toContain('p and q')
})

/** Text of a table, the arguments behind its name, and what the message must hold. */
const BAD: readonly (readonly [
  name: string,
  text: string | Uint8Array,
  args: readonly string[],
  said: RegExp,
])[] = [
  ['empty', '', [], /holds no data/],
  ['names only', 'x,y\n', [], /holds no data/],
  ['one point', 'x,y\n1,2\n', [], /1 row for 2/],
  ['one x', 'x,y\n1,2\n1,3\n1,4\n', [], /x is the same in every row/],
  ['one y', 'x,y\n1,2\n2,2\n3,2\n', [], /y is 2 in every row/],
  ['a word', 'x,y\n1,2\n2,abc\n3,4\n', [], /line 3, column y: "abc"/],
  ['nothing but NaN', 'x,y\n1,NaN\n2,NaN\n', [], /no row/],
  ['a dose of 0 under a logarithm', 'x,y\n1,1\n0,2\n2,3\n', ['-m', 'a + b*log(x)'], /line 3, where x = 0/],
  ['a line of 10 MB', `x,y\n1,${'9'.repeat(1e7)}\n`, [], /line 2, column y/],
  ['too many fields', 'x,y\n1,2,3\n2,3\n', [], /line 2: 3 fields/],
  ['a name twice', 'x,x\n1,2\n', [], /two columns are named "x"/],
  ['an infinite number', 'x,y\n1,1e999\n2,3\n', [], /line 2, column y/],
  ['bytes', Uint8Array.of(0xff, 0xfe, 0), [], /UTF-8/],
  ['an open quote', 'x,y\n1,2\n2,"3\n', [], /a quote is not ended/],
  ['a negative weight', 'x,y,w\n1,2,1\n2,3,-1\n3,4,1\n', ['--weights', 'w'], /w is -1 in line 3/],
  ['an unknown column', 'x,y\n1,2\n2,3\n3,5\n', ['--y', 'dose'], /no column "dose"/],
  ['SQL for a column', 'x,y\n1,2\n2,3\n3,5\n', ['--y', "y'; DROP TABLE t; --"], /no column "y'; DROP/],
  ['an unknown parameter', 'x,y\n1,2\n2,3\n3,5\n', ['--start', 'k=1'], /no parameter k/],
  [
    'bounds the wrong way round',
    'x,y\n1,2\n2,3\n3,5\n',
    ['--bounds', 'b=5:1'],
    /b cannot lie between 5 and 1/,
  ],
  [
    'a start beyond its bounds',
    'x,y\n1,2\n2,3\n3,5\n',
    ['--bounds', 'b=0:1', '--start', 'b=3'],
    /does not lie between/,
  ],
  [
    'held beyond its bounds',
    'x,y\n1,2\n2,3\n3,5\n',
    ['--bounds', 'b=0:1', '--fix', 'b=3'],
    /does not lie between/,
  ],
  ['a start that is a word', 'x,y\n1,2\n2,3\n3,5\n', ['--start', 'b=low'], /b is no number/],
  ['a level that is none', 'x,y\n1,2\n2,3\n3,5\n', ['--level', '95'], /no probability/],
  ['a formula that cannot be read', 'x,y\n1,2\n2,3\n3,5\n', ['-m', 'a + b*'], /expected/],
  ['a formula without parameters', 'x,y\n1,2\n2,3\n3,5\n', ['-m', 'x^2'], /no parameters/],
  ['a picture of no kind', 'x,y\n1,2\n2,3\n3,5\n', ['-o', 'picture.doc'], /\.svg, \.png or \.tex/],
]

test.each(BAD)('%s: exit 2, nothing written', async (name, text, args, said) => {
  const path = file(`${name.replaceAll(/\W/g, '-')}.csv`, text)
  const target = join(folder, 'bad.json')
  const all = ['fit', path, '-m', 'a + b*x', '--x', 'x', '--y', 'y', '--save', target, ...args]
  const { code, stdout, stderr } = await ogee(all)
  expect([code, stdout], stderr).toEqual([2, ''])
  expect(stderr).toMatch(said)
  expect(existsSync(target)).toBe(false)
})

test('a file that is not there, whatever it is called', async () => {
  for (const path of ['no.csv', "x'; DROP TABLE t; --.csv", '$(touch pwned).csv']) {
    const { code, stderr } = await ogee(['fit', join(folder, path), '-m', 'a + b*x', '--x', 'x', '--y', 'y'])
    expect(code).toBe(2)
    expect(stderr).toContain('there is no such file')
  }
})

test('without --model, --x or --y it is said which is missing', async () => {
  const path = file('small.csv', 'x,y\n1,2\n2,3\n3,5\n')
  for (const [args, missing] of [
    [['--x', 'x', '--y', 'y'], '--model'],
    [['-m', 'a + b*x', '--y', 'y'], '--x'],
    [['-m', 'a + b*x', '--x', 'x'], '--y'],
  ] as const) {
    const { code, stderr } = await ogee(['fit', path, ...args])
    expect(code).toBe(2)
    expect(stderr).toContain(`${missing} is missing`)
  }
})
