/**
 * Rows in files of DuckDB, Parquet and CSV, summed where they are by DuckDB: one query for each question, written by
 * the same code that writes kernels. Nothing is written; the engine may read that one file and nothing else. Another
 * engine that understands SQL is one more file like this.
 */
import { identifier } from '../compute/emit/sql.ts'
import { sumsQuery } from '../compute/emit/sums.ts'
import { OgeeError } from '../expression/error.ts'
import { quoted } from '../syntax/errors.ts'
import type { Rows } from './rows.ts'
import { planOf } from './sums.ts'

export interface DuckDbOptions {
  /** The table in a file of DuckDB; needed if there are several. */
  readonly table?: string
  /** How much memory may be used, such as `512MB`; a part of it is left to all but DuckDB. */
  readonly memory?: string
  /** Where it may put what does not fit. */
  readonly temporary?: string
  readonly threads?: number
}

/** A column of the table, with what DuckDB calls the kind of its values. */
export interface FarColumn {
  readonly name: string
  readonly type: string
  readonly isNumber: boolean
}

/** A column for the sums: of numbers, or 1 where a text has this value and 0 elsewhere. */
export interface FarFeature {
  readonly name: string
  readonly column: string
  readonly level?: string
}

/** A table that DuckDB reads. */
export interface FarTable {
  readonly columns: readonly FarColumn[]
  /** The values of a column, at most so many, in their order, as texts. */
  readonly levels: (column: string, most: number) => Promise<readonly string[]>
  /** How many rows have no value in one of these columns, by column. */
  readonly missing: (columns: readonly string[]) => Promise<ReadonlyMap<string, number>>
  /** The rows that have values in all of these. */
  readonly rows: (features: readonly FarFeature[]) => Promise<Rows>
  readonly close: () => void
}

/** What is used of the package. */
interface Connection {
  readonly runAndReadAll: (sql: string) => Promise<{ getRows: () => unknown[][] }>
  readonly closeSync: () => void
}
interface DuckDb {
  readonly DuckDBInstance: {
    readonly create: (
      path: string,
      options: Readonly<Record<string, string>>,
    ) => Promise<{ connect: () => Promise<Connection>; closeSync: () => void }>
  }
}

const refusal = (code: string, what: string, hint?: string): OgeeError =>
  new OgeeError(code, what, undefined, hint)

/** A text in SQL. */
const literal = (text: string): string => `'${text.replaceAll("'", "''")}'`
/** A double in SQL, digit by digit. */
const double = (value: number): string => `CAST(${literal(String(value))} AS DOUBLE)`

async function loaded(): Promise<DuckDb> {
  try {
    return (await import('@duckdb/node-api')) as unknown as DuckDb
  } catch {
    throw refusal(
      'E840',
      'this file is read by the package @duckdb/node-api, which is not installed',
      'npm install @duckdb/node-api',
    )
  }
}

const NUMBER = /^(?:U?(?:TINY|SMALL|BIG|HUGE)INT|U?INTEGER|FLOAT|DOUBLE|BOOLEAN|DECIMAL\(.*\))$/
const SIZE = /^(\d{1,9}(?:\.\d+)?)\s*([MGT])i?B$/i
const MEGABYTES: Readonly<Record<string, number>> = { M: 1, G: 1_000, T: 1_000_000 }
/** What DuckDB gets of the memory: it uses a little more than it is told, and the program needs some. */
const SHARE = 0.7

/** The limit for DuckDB. Throws OgeeError `E504` for what is no size. */
function limitOf(memory: string): string {
  const [, size, unit] = SIZE.exec(memory) ?? []
  const megabytes = Number(size) * (MEGABYTES[unit?.toUpperCase() ?? ''] ?? Number.NaN)
  if (megabytes >= LEAST_MEMORY) return `${Math.floor(SHARE * megabytes)}MB`
  throw refusal(
    'E504',
    `the memory cannot be ${quoted(memory)}`,
    `for example 512MB or 4GB, at least ${LEAST_MEMORY}MB`,
  )
}

const LEAST_MEMORY = 100
const READERS: ReadonlyMap<string, string> = new Map([
  ['parquet', 'read_parquet'],
  ['csv', 'read_csv'],
  ['tsv', 'read_csv'],
])

/**
 * The table in a file: `.duckdb` and `.db` are databases, `.parquet` and `.csv` tables.
 *
 * @throws OgeeError `E840` where the package is missing, `E841` for a file that cannot be read, `E842` for a table that
 * there is not, `E504` for options that cannot be.
 * @example
 * ```ts
 * farTable('no-such-file.parquet') // ✗ E841
 * ```
 */
export async function farTable(path: string, options: DuckDbOptions = {}): Promise<FarTable> {
  const { memory, temporary, threads, table } = options
  const limit = memory === undefined ? undefined : limitOf(memory)
  const { DuckDBInstance } = await loaded()
  const reader = READERS.get(/\.(\w+)$/.exec(path)?.[1]?.toLowerCase() ?? '')
  if (reader !== undefined && /[*?[\]{}]/.test(path))
    throw refusal('E841', `cannot read ${quoted(path)}: its name would mean several files`)
  const settings: Record<string, string> = {
    autoinstall_known_extensions: 'false',
    autoload_known_extensions: 'false',
    ...(limit === undefined ? {} : { memory_limit: limit }),
    ...(temporary === undefined ? {} : { temp_directory: temporary }),
    ...(threads === undefined ? {} : { threads: String(threads) }),
    ...(reader === undefined ? { access_mode: 'READ_ONLY' } : {}),
  }
  const about = async <T>(work: () => Promise<T>): Promise<T> => {
    try {
      return await work()
    } catch (thrown) {
      if (thrown instanceof OgeeError) throw thrown
      const [first] = (thrown as Error).message.split('\n')
      throw refusal('E841', `cannot read ${quoted(path)}: ${first}`)
    }
  }
  const instance = await about(() =>
    DuckDBInstance.create(reader === undefined ? path : ':memory:', settings),
  )
  const connection = await instance.connect()
  const close = (): void => {
    connection.closeSync()
    instance.closeSync()
  }
  const ask = (sql: string): Promise<unknown[][]> =>
    about(async () => (await connection.runAndReadAll(sql)).getRows())
  try {
    if (reader !== undefined) await ask(`SET allowed_paths = [${literal(path)}]`)
    await ask('SET enable_external_access = false')
    await ask('SET lock_configuration = true')
    const from =
      reader === undefined ? identifier(await chosen(ask, table, path)) : `${reader}(${literal(path)})`
    const described = await ask(`DESCRIBE SELECT * FROM ${from}`)
    const columns = described.map(([name, type]) => ({
      name: String(name),
      type: String(type),
      isNumber: NUMBER.test(String(type)),
    }))
    return { ...asking(ask, from, columns), columns, close }
  } catch (error) {
    close()
    throw error
  }
}

type Ask = (sql: string) => Promise<unknown[][]>

async function chosen(ask: Ask, table: string | undefined, path: string): Promise<string> {
  const names = (
    await ask("SELECT table_name FROM information_schema.tables WHERE table_schema = 'main' ORDER BY 1")
  ).map(([name]) => String(name))
  if (table === undefined && names.length === 1) return names[0] as string
  if (table !== undefined && names.includes(table)) return table
  throw refusal(
    'E842',
    table === undefined
      ? `${quoted(path)} has ${names.length} tables`
      : `${quoted(path)} has no table ${quoted(table)}`,
    names.length === 0 ? undefined : `say which one, e.g. --table ${names[0]}`,
  )
}

function asking(ask: Ask, from: string, columns: readonly FarColumn[]): Omit<FarTable, 'columns' | 'close'> {
  return {
    async levels(column, most) {
      const name = identifier(column)
      const rows = await ask(
        `SELECT DISTINCT CAST(${name} AS VARCHAR) AS v FROM ${from} WHERE ${name} IS NOT NULL ORDER BY v LIMIT ${Math.floor(most)}`,
      )
      return rows.map(([level]) => String(level))
    },
    async missing(wanted) {
      const counts = wanted.map((name) => `count(*) - count(${identifier(name)})`)
      const [row = []] = await ask(`SELECT ${counts.join(', ')} FROM ${from}`)
      return new Map(wanted.map((name, i) => [name, Number(row[i])]))
    },
    async rows(features) {
      const kinds = new Map(columns.map((column) => [column.name, column]))
      const selected = features.map(({ name, column, level }) => {
        const own = identifier(column)
        const value =
          level === undefined && kinds.get(column)?.isNumber
            ? `CAST(${own} AS DOUBLE)`
            : `CASE WHEN CAST(${own} AS VARCHAR) = ${literal(level ?? '')} THEN 1e0 ELSE 0e0 END`
        return `${value} AS ${identifier(name)}`
      })
      const needed = [...new Set(features.map(({ column }) => identifier(column)))].map(
        (name) => `${name} IS NOT NULL`,
      )
      const base = `FROM ${from} WHERE ${needed.join(' AND ')}`
      const [[count] = [0]] = (await ask(`SELECT count(*) ${base}`)) as [unknown[]]
      const names = features.map(({ name }) => name)
      return far(ask, { selected, base, names, count: Number(count) })
    },
  }
}

interface Source {
  readonly selected: readonly string[]
  readonly base: string
  readonly names: readonly string[]
  readonly count: number
}

function far(ask: Ask, { selected, base, names, count }: Source): Rows {
  const queries = new WeakMap<readonly unknown[], { query: string; parameters: readonly string[] }>()
  return {
    names,
    count,
    async sums(expressions, parameters = {}) {
      const given = Object.keys(parameters)
      let made = queries.get(expressions)
      if (!made) {
        const plan = planOf(expressions, names, given)
        const one = plan.program.outputs.length
        const pairs = plan.pairs.map(([u, v]) => [u, v === one ? undefined : v] as const)
        made = { query: sumsQuery(plan.program, { rows: 'given', pairs, sum: 'fsum' }), parameters: given }
        queries.set(expressions, made)
      }
      const values = made.parameters.map(
        (name) => `${double(parameters[name] as number)} AS ${identifier(name)}`,
      )
      const rows = `given AS (SELECT ${[...selected, ...values].join(', ')} ${base})`
      const [row = []] = await ask(`WITH ${rows},\n${made.query}`)
      return Float64Array.from(row, (sum) => (sum === null ? Number.NaN : Number(sum)))
    },
  }
}
