/** Tables as text: however they are cut into parts, they are the same. */
import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { delimiterIn, records, type TableRow } from '../../src/data/records.ts'
import { type Table, tableFrom } from '../../src/data/table.ts'

async function* cut(bytes: Uint8Array, size: number): AsyncGenerator<Uint8Array> {
  for (let at = 0; at < bytes.length; at += size) yield bytes.subarray(at, at + size)
}

async function read(text: string, size = 1 << 20, delimiter?: string): Promise<TableRow[]> {
  const all: TableRow[] = []
  const options = { file: 'data.csv', ...(delimiter === undefined ? {} : { delimiter }) }
  for await (const part of records(cut(Buffer.from(text), size), options)) all.push(...part)
  return all
}

const table = (text: string, options: Partial<Parameters<typeof tableFrom>[1]> = {}): Promise<Table> =>
  tableFrom(records(cut(Buffer.from(text), 7), { file: 'data.csv' }), { file: 'data.csv', ...options })

describe('records', () => {
  test('quotes, ends of lines, empty lines, and the lines where rows begin', async () => {
    const text = '\ufeffa,"b ""x"""\r\n\r\n1,"two\nlines"\n3,é\r'
    for (const size of [1, 2, 3, 5, 1_000]) {
      expect(await read(text, size)).toEqual([
        { line: 1, fields: ['a', 'b "x"'] },
        { line: 3, fields: ['1', 'two\nlines'] },
        { line: 5, fields: ['3', 'é'] },
      ])
    }
  })

  test('what is written with quotes is read back', async () => {
    const field = fc.string({ unit: fc.constantFrom('a', '1', '"', ',', '\n', '\r', ' ', 'é', ';', '\t') })
    const rows = fc.array(fc.tuple(field, field), { minLength: 1, maxLength: 5 })
    await fc.assert(
      fc.asyncProperty(rows, fc.integer({ min: 1, max: 9 }), async (all, size) => {
        const text = all.map((row) => row.map((one) => `"${one.replaceAll('"', '""')}"`).join(',')).join('\n')
        const found = await read(`x,y\n${text}\n`, size)
        expect(found.slice(1).map(({ fields }) => fields)).toEqual(all)
      }),
      { numRuns: 60 },
    )
  })

  test.each([
    ['a,b\n1,2\n', ','],
    ['a;b\n1,5;2\n', ';'],
    ['a\tb\n', '\t'],
    ['"a;b;c",d\n', ','],
    ['alone\n', ','],
  ])('%j has the delimiter %j', (text, delimiter) => {
    expect(delimiterIn(text)).toBe(delimiter)
  })
})

describe('tables', () => {
  test('numbers and categories', async () => {
    const { columns, count, names } = await table('x;kind\n1;b\n-2.5e3;a\n +3 ;b\n')
    expect([names, count]).toEqual([['x', 'kind'], 3])
    expect(columns.get('x')).toEqual({ kind: 'numbers', values: Float64Array.of(1, -2500, 3) })
    expect(columns.get('kind')).toEqual({
      kind: 'categories',
      levels: ['a', 'b'],
      codes: Int32Array.of(1, 0, 1),
    })
  })

  test('many rows', async () => {
    const text = `x,g\n${Array.from({ length: 5_000 }, (_, i) => `${i},${i % 2 === 0 ? 'even' : 'odd'}`).join('\n')}`
    const { columns, count } = await table(text)
    const x = columns.get('x')
    expect([count, x?.kind === 'numbers' && x.values.at(-1)]).toEqual([5_000, 4_999])
  })

  test('rows with missing values are left out if that is asked', async () => {
    const { count, dropped } = await table('x,y\n1,2\nNA,3\n4,\n5,6\n', { dropMissing: true })
    expect([count, dropped]).toEqual([2, 2])
    expect((await table('x,y\n1,2\n3,\n', { only: ['x'] })).count).toBe(2)
  })

  test.each([
    ['x\n1\nabc\n', /line 3, column x: "abc" is no number/],
    ['x\n1\n\n0x10\n', /line 4, column x/],
    ['x,y\n1,"a\nb"\n2\n', /line 4: 1 fields under 2 names/],
    ['x\n1\nNA\n', /line 3, column x: the value is missing/],
    ['x\n', /no data/],
    ['x,y\n1,"2"3\n', /line 2/],
    [
      `name\n${Array.from({ length: 2_000 }, (_, i) => `n${i}`).join('\n')}`,
      /line 1002, column name: more than 1000/,
    ],
  ])('%j is refused with its place', async (text, message) => {
    await expect(table(text)).rejects.toMatchObject({ code: 'E808', message: expect.stringMatching(message) })
  })
})
