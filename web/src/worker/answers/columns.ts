/** What the columns of a table are. */
import { isMissing, isNumeral } from '../../../../src/data/columns.ts'
import { type Data, tableIn } from '../table.ts'

export interface ColumnsAnswer {
  /** Of the table that was asked about. */
  readonly id: string
  readonly names: readonly string[]
  /** Those whose first value is a number. */
  readonly numeric: readonly string[]
  readonly rows: number
}

/** @throws OgeeError as `tableIn` does. */
export async function answer({ data }: { readonly data: Data }): Promise<ColumnsAnswer> {
  const { head, rows } = await tableIn(data)
  const numeric = head.names.filter((_, place) => {
    const value = rows.find(({ fields }) => !isMissing(fields[place] ?? ''))?.fields[place]
    return value !== undefined && isNumeral(value)
  })
  return { id: data.id, names: head.names, numeric, rows: rows.length }
}
