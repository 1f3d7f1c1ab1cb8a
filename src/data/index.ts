/** Data: tables as text, rows in memory and in files of DuckDB, and sums over them. */
export { type DuckDbOptions, type FarColumn, type FarFeature, type FarTable, farTable } from './duckdb.ts'
export { type ColumnArray, inMemory, type MemoryRows } from './memory.ts'
export { type ReadOptions, records, type TableRow } from './records.ts'
export type { Rows } from './rows.ts'
export { type Column, type Table, type TableOptions, tableFrom } from './table.ts'
