/** Counting outcomes by section, and the table of them. */
import type { Outcome } from './suite.ts'

/** A case that was asked. */
export interface Asked {
  readonly id: string
  readonly section: string
  readonly text: string
  readonly outcome: Outcome
  readonly milliseconds: number
}

/** The outcomes of a section, or of all. */
export interface Line {
  readonly section: string
  readonly cases: number
  readonly right: number
  readonly wrong: number
  readonly unknown: number
  readonly median: number
  readonly p99: number
}

const quantile = (sorted: readonly number[], part: number): number =>
  sorted[Math.min(sorted.length - 1, Math.floor(sorted.length * part))] ?? Number.NaN

function lineOf(section: string, asked: readonly Asked[]): Line {
  const count = (grade: Outcome['grade']): number => asked.filter((a) => a.outcome.grade === grade).length
  const times = asked.map((a) => a.milliseconds).sort((a, b) => a - b)
  return {
    ...{
      section,
      cases: asked.length,
      right: count('right'),
      wrong: count('wrong'),
      unknown: count('unknown'),
    },
    ...{ median: quantile(times, 0.5), p99: quantile(times, 0.99) },
  }
}

/** One line for each section, and one for all. */
export function linesOf(asked: readonly Asked[]): Line[] {
  const sections = [...new Set(asked.map((a) => a.section))].sort()
  const lines = sections.map((section) =>
    lineOf(
      section,
      asked.filter((a) => a.section === section),
    ),
  )
  return [...(lines.length > 1 ? lines : []), lineOf('all', asked)]
}

/** How often each note was made among outcomes of a grade, the most frequent first. */
export function notesOf(asked: readonly Asked[], grade: Outcome['grade']): [note: string, count: number][] {
  const counts = new Map<string, number>()
  for (const { outcome } of asked) {
    if (outcome.grade !== grade || outcome.note === undefined) continue
    counts.set(outcome.note, (counts.get(outcome.note) ?? 0) + 1)
  }
  return [...counts].sort(([, a], [, b]) => b - a)
}

/** The mean of each figure that outcomes state. */
export function meansOf(asked: readonly Asked[]): [figure: string, mean: number][] {
  const figures = new Map<string, number[]>()
  for (const { outcome } of asked)
    for (const [figure, value] of Object.entries(outcome.figures ?? {}))
      figures.set(figure, [...(figures.get(figure) ?? []), value])
  return [...figures].map(([figure, values]) => [figure, values.reduce((a, b) => a + b, 0) / values.length])
}

const shown = (x: number): string => (Number.isNaN(x) ? '' : x >= 10 ? x.toFixed(0) : x.toFixed(2))

/** The lines as text, in columns. */
export function table(lines: readonly Line[]): string {
  const rows = [
    ['', 'cases', 'right', '%', 'wrong', 'unknown', 'median ms', 'p99 ms'],
    ...lines.map(({ section, cases, right, wrong, unknown, median, p99 }) => [
      ...[section, `${cases}`, `${right}`, ((100 * right) / Math.max(1, cases)).toFixed(2)],
      ...[`${wrong}`, `${unknown}`, shown(median), shown(p99)],
    ]),
  ]
  const widths = (rows[0] as string[]).map((_, k) => Math.max(...rows.map((row) => row[k]?.length ?? 0)))
  return rows
    .map((row) =>
      row
        .map((cell, k) => (k === 0 ? cell.padEnd(widths[k] as number) : cell.padStart(widths[k] as number)))
        .join('  ')
        .trimEnd(),
    )
    .join('\n')
}
