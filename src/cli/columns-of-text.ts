/** Rows of words in columns, as wide as they need. */

/** Lines of a table: the first column to the left, the others to the right. */
export function inColumns(rows: readonly (readonly string[])[]): string[] {
  const widths = (rows[0] ?? []).map((_, j) => Math.max(...rows.map((row) => (row[j] ?? '').length)))
  return rows.map((row) =>
    row
      .map((word, j) => (j === 0 ? word.padEnd(widths[j] ?? 0) : word.padStart(widths[j] ?? 0)))
      .join('  ')
      .trimEnd(),
  )
}
