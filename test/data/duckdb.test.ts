/** Rows in files, summed by DuckDB: the same sums as in memory. */
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, expect, test } from 'vitest'
import { farTable } from '../../src/data/duckdb.ts'
import { inMemory } from '../../src/data/memory.ts'
import { Random } from '../../src/learn/network/random.ts'
import { parse } from '../../src/syntax/index.ts'

const folder = mkdtempSync(join(tmpdir(), 'ogee-duckdb-'))
afterAll(() => rmSync(folder, { recursive: true, force: true }))

const random = new Random(1)
const [x, y] = [0, 1].map(() => Float64Array.from({ length: 3_000 }, () => random.normal())) as [
  Float64Array,
  Float64Array,
]
const path = join(folder, `it's.csv`)
writeFileSync(
  path,
  `x,"y ""z""",kind\n${Array.from(x, (v, i) => `${v},${y[i]},${i % 3 === 0 ? "o'clock" : 'b'}`).join('\n')}\n`,
)

test('of expressions with parameters', async () => {
  const table = await farTable(path, { memory: '300MB' })
  expect(table.columns.map(({ name, isNumber }) => [name, isNumber])).toEqual([
    ['x', true],
    ['y "z"', true],
    ['kind', false],
  ])
  expect(await table.levels('kind', 9)).toEqual(['b', "o'clock"])
  const rows = await table.rows([
    { name: 'x', column: 'x' },
    { name: 'y', column: 'y "z"' },
    { name: 'k', column: 'kind', level: "o'clock" },
  ])
  const near = inMemory({ x, y, k: Int32Array.from(x, (_, i) => (i % 3 === 0 ? 1 : 0)) })
  const formulas = [
    '1',
    'x*y',
    'a*k',
    '1/(1+e^-(a*x + b))',
    'max(-x, 0) + log(1+e^-abs(x))',
    'x^2*y',
    'sign(x)',
    '{x if x > y else a}',
  ]
  const expressions = formulas.map((formula) => parse(formula))
  const parameters = { a: -1.25e-7, b: 0.1 }
  const [far, own] = [await rows.sums(expressions, parameters), await near.sums(expressions, parameters)]
  expect(rows.count).toBe(3_000)
  far.forEach((sum, i) => {
    expect(Math.abs(sum - (own[i] as number)), formulas[i]).toBeLessThanOrEqual(
      1e-13 * Math.max(1, Math.abs(sum)) * 10,
    )
  })
  // asked again with other parameters
  expect((await rows.sums(expressions, { a: 2, b: 0 }))[2]).toBe(2_000)
  table.close()
})

test('nothing else can be read, and nothing written', async () => {
  const table = await farTable(path)
  await expect(table.levels(`x" FROM read_csv('/etc/passwd') --`, 1)).rejects.toMatchObject({ code: 'E841' })
  table.close()
})

test.each([
  [join(folder, 'none.parquet'), {}, 'E841'],
  [join(folder, '*.csv'), {}, 'E841'],
  [path, { memory: "1'; DROP" }, 'E504'],
  [path, { memory: '1MB' }, 'E504'],
])('%s is refused', async (file, options, code) => {
  await expect(farTable(file, options)).rejects.toMatchObject({ code })
})
