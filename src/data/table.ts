/** Tables in memory: columns of numbers and of categories, each field looked at once. */
import type { OgeeError } from '../expression/error.ts'
import { quoted } from '../syntax/errors.ts'
import { fieldOf, type Head, headOf, isMissing, isNumeral, noNumber, numberOf, placeOf } from './columns.ts'
import { refusal, type TableRow } from './records.ts'

/** Numbers, or the numbers of categories among their names. */
export type Column =
  | { readonly kind: 'numbers'; readonly values: Float64Array }
  | { readonly kind: 'categories'; readonly levels: readonly string[]; readonly codes: Int32Array }

export interface Table {
  readonly file: string
  readonly names: readonly string[]
  readonly columns: ReadonlyMap<string, Column>
  readonly count: number
  /** Rows that were left out because a value is missing. */
  readonly dropped: number
}

export interface TableOptions {
  readonly file: string
  /** The columns that are wanted; all by default. */
  readonly only?: readonly string[]
  readonly without?: readonly string[]
  /** Columns whose numbers are names. */
  readonly categories?: readonly string[]
  /** Rows in which a value is missing are left out, not refused. */
  readonly dropMissing?: boolean
}

/** More categories than this are no categories, but names of rows. */
const MOST_LEVELS = 1_000
const FIRST = 1_024

/** A column while it grows. What its first field is decides what it is. */
class Growing {
  readonly place: number
  #numbers: Float64Array | undefined
  #codes: Int32Array | undefined
  readonly #levels = new Map<string, number>()
  #length = 0
  readonly #asCategories: boolean

  constructor(place: number, asCategories: boolean) {
    this.place = place
    this.#asCategories = asCategories
  }

  add(text: string, record: TableRow, head: Head): void {
    if (!this.#numbers && !this.#codes) {
      if (this.#asCategories || !isNumeral(text)) this.#codes = new Int32Array(FIRST)
      else this.#numbers = new Float64Array(FIRST)
    }
    if (this.#numbers) {
      const value = numberOf(text)
      if (Number.isNaN(value)) throw noNumber(text, record.line, head, this.place)
      if (this.#length === this.#numbers.length) this.#numbers = longer(this.#numbers, Float64Array)
      this.#numbers[this.#length] = value
    } else if (this.#codes) {
      if (this.#length === this.#codes.length) this.#codes = longer(this.#codes, Int32Array)
      this.#codes[this.#length] = this.#code(text.trim(), record, head)
    }
    this.#length += 1
  }

  #code(level: string, { line }: TableRow, { file, names }: Head): number {
    const known = this.#levels.get(level) ?? this.#levels.size
    this.#levels.set(level, known)
    if (known < MOST_LEVELS) return known
    const name = names[this.place] as string
    throw refusal(
      `${quoted(file)}, line ${line}, column ${name}: more than ${MOST_LEVELS} different texts`,
      `numbers are written like -1.5e3; leave out names of rows with --without ${name}`,
    )
  }

  done(): Column {
    if (this.#numbers) return { kind: 'numbers', values: this.#numbers.slice(0, this.#length) }
    // in the order of the alphabet, so that it does not matter in which order rows are
    const levels = [...this.#levels.keys()].sort()
    const place = new Map(levels.map((level, i) => [level, i]))
    const moved = [...this.#levels.keys()].map((level) => place.get(level) as number)
    const codes = (this.#codes ?? new Int32Array(0))
      .slice(0, this.#length)
      .map((code) => moved[code] as number)
    return { kind: 'categories', levels, codes }
  }
}

function longer<A extends Float64Array | Int32Array>(array: A, make: new (length: number) => A): A {
  const twice = new make(2 * array.length)
  twice.set(array)
  return twice
}

/**
 * The table whose rows come part by part, the first with the names. A column whose first field is a number holds
 * numbers.
 *
 * @throws OgeeError `E808` with line and column for what is missing or no number, and for columns that there are not.
 * @example
 * ```ts
 * import { records, tableFrom } from 'ogee/data'
 * async function* bytes() {
 *   yield new TextEncoder().encode('x,kind\n1,a\n2,b\n')
 * }
 * const table = await tableFrom(records(bytes(), { file: 'points.csv' }), { file: 'points.csv' })
 * table.count // → 2
 * table.columns.get('kind').levels // → ['a', 'b']
 * ```
 */
export async function tableFrom(
  parts: AsyncIterable<readonly TableRow[]>,
  { file, only, without = [], categories = [], dropMissing = false }: TableOptions,
): Promise<Table> {
  let head: Head | undefined
  let columns: Growing[] = []
  let [count, dropped] = [0, 0]
  for await (const part of parts) {
    for (const record of part) {
      if (!head) {
        const known: Head = headOf(record, file)
        head = known
        for (const name of [...without, ...categories]) placeOf(name, known, '')
        const wanted = only?.map((name) => placeOf(name, known, '')) ?? known.names.map((_, i) => i)
        columns = [...new Set(wanted)]
          .filter((place) => !without.includes(known.names[place] as string))
          .map((place) => new Growing(place, categories.includes(known.names[place] as string)))
        continue
      }
      const fields = columns.map(({ place }) => fieldOf(record, place, head as Head))
      const empty = fields.findIndex(isMissing)
      if (empty >= 0 && !dropMissing) throw missingIn(record, columns[empty]?.place as number, head)
      if (empty >= 0) dropped += 1
      else {
        for (let i = 0; i < columns.length; i += 1) columns[i]?.add(fields[i] as string, record, head)
        count += 1
      }
    }
  }
  if (!head || count === 0)
    throw refusal(
      `${quoted(file)} holds no data${dropped > 0 ? `: in each of its ${dropped} rows a value is missing` : ''}`,
      'a line of names, then a line for each row',
    )
  const names = columns.map(({ place }) => (head as Head).names[place] as string)
  return {
    file,
    names,
    columns: new Map(columns.map((one, i) => [names[i] as string, one.done()])),
    count,
    dropped,
  }
}

function missingIn({ line }: TableRow, place: number, { file, names }: Head): OgeeError {
  return refusal(
    `${quoted(file)}, line ${line}, column ${names[place]}: the value is missing`,
    `leave out such rows with --missing drop, or the column with --without ${names[place]}`,
  )
}
