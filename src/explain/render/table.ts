/** A table in plain text: columns as wide as they must be, cells broken at spaces where they are not. */

const GAP = 2

/** The narrowest that a column becomes. */
const NARROWEST = 10

const lengthOf = (text: string): number => [...text].length

/** The lines of the table, the header first; none longer than `width` if the words allow that. */
export function tableText(
  header: readonly string[],
  rows: readonly (readonly string[])[],
  width: number,
): string[] {
  const all = [header, ...rows]
  const widths = widthsFor(
    header.map((_, i) => Math.max(...all.map((row) => lengthOf(row[i] ?? '')))),
    width - GAP * (header.length - 1),
  )
  return all.flatMap((row) => rowLines(row, widths))
}

/** The widest columns give way until the table fits. */
function widthsFor(wanted: readonly number[], room: number): number[] {
  const widths = [...wanted]
  let over = widths.reduce((a, b) => a + b, 0) - room
  while (over > 0) {
    const widest = Math.max(...widths)
    if (widest <= NARROWEST) break
    const next = Math.max(NARROWEST, ...widths.filter((one) => one < widest))
    const many = widths.filter((one) => one === widest).length
    const step = Math.min(widest - next || 1, Math.ceil(over / many))
    for (const [i, one] of widths.entries()) {
      if (one !== widest || over <= 0) continue
      widths[i] = one - step
      over -= step
    }
  }
  return widths
}

function rowLines(row: readonly string[], widths: readonly number[]): string[] {
  const cells = row.map((cell, i) => brokenAt(cell, widths[i] as number))
  const height = Math.max(...cells.map((lines) => lines.length))
  const gap = ' '.repeat(GAP)
  return Array.from({ length: height }, (_, k) =>
    cells
      .map((lines, i) => padded(lines[k] ?? '', widths[i] as number))
      .join(gap)
      .trimEnd(),
  )
}

const padded = (text: string, width: number): string => text + ' '.repeat(Math.max(0, width - lengthOf(text)))

/** The words in lines of at most this width. */
function brokenAt(text: string, width: number): string[] {
  const lines: string[] = []
  let line = ''
  for (const word of text.split(' ')) {
    if (line !== '' && lengthOf(line) + 1 + lengthOf(word) > width) {
      lines.push(line)
      line = word
    } else line = line === '' ? word : `${line} ${word}`
  }
  return [...lines, line]
}
