/** A table in LaTeX that fits the line and may go on on the next page. */
import type { Block, Inline } from '../article.ts'
import { widthInEm } from './html-width.ts'
import { formulaIn } from './inline.ts'

type Table = Extract<Block, { kind: 'table' }>

/** How wide the line is, in em, and what stands between two columns. */
const LINE = 45
const GAP = 1.2
/** A letter of running text. */
const LETTER = 0.48
/** The least that a column of paragraphs gets. */
const LEAST = 6

/** About how wide a part is when it is set. */
export function partWidth(part: Inline): number {
  if (typeof part === 'string') return LETTER * part.length
  if ('code' in part) return 0.53 * part.code.length
  return 'hash' in part ? widthInEm(part) : LETTER * formulaIn(part, 'plain').length
}

const cellWidth = (cell: readonly Inline[]): number => cell.reduce((sum, part) => sum + partWidth(part), 0)

/** The widths of columns that are set in paragraphs; `undefined` for one as wide as what is in it. */
function widthsOf(natural: readonly number[]): (number | undefined)[] {
  let room = LINE - GAP * natural.length
  let waiting = natural.map((width, i) => ({ width, i }))
  const short = new Set<number>()
  // Whoever needs less than an equal share takes that; the others share what is left.
  for (;;) {
    const share = room / Math.max(1, waiting.length)
    const modest = waiting.filter(({ width }) => width <= share)
    if (modest.length === 0) break
    for (const { width, i } of modest) {
      short.add(i)
      room -= width
    }
    waiting = waiting.filter(({ i }) => !short.has(i))
  }
  const wanted = waiting.reduce((sum, { width }) => sum + Math.sqrt(width), 0)
  return natural.map((width, i) =>
    short.has(i) ? undefined : Math.max(LEAST, (room * Math.sqrt(width)) / wanted),
  )
}

/** Tables with more rows may go on on the next page. */
const LONG = 12

const paragraphs = (width: number): string =>
  `>{\\raggedright\\arraybackslash}p{${((0.97 * width) / LINE).toFixed(3)}\\linewidth}`

/** Sets a cell that has so much room. */
type Cell = (parts: readonly Inline[], room: number) => string

/** The table; `inline` sets what is in a cell. */
export function tableLatex({ header, rows }: Table, inline: Cell): string {
  const all = [header, ...rows]
  const natural = header.map((_, i) => Math.max(...all.map((row) => cellWidth(row[i] ?? []))))
  // A long table knows its columns only when it has been set once, unless their widths are given.
  const isLong = rows.length > LONG
  const ample = natural.map((width) => (isLong ? 1.1 * width + 1 : width))
  const widths = widthsOf(ample)
  const columns = widths.map((width, i) =>
    width === undefined && !isLong ? 'l' : paragraphs(width ?? (ample[i] as number)),
  )
  const row = (cells: readonly string[]): string => `${cells.join(' & ')} \\\\`
  const [begin, end] = isLong ? ['longtable}[l]', ' \\endhead'] : ['tabular}', '']
  return [
    `\\begin{${begin}{@{}${columns.join('')}@{}}`,
    `${row(header.map((cell) => `\\emph{${inline(cell, LINE)}}`))} \\hline${end}`,
    ...rows.map((cells) => row(header.map((_, i) => inline(cells[i] ?? [], widths[i] ?? LINE)))),
    `\\end{${isLong ? 'longtable' : 'tabular'}}`,
  ].join('\n')
}
