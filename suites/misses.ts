/** What was missed, by cause, as a page: identifiers and figures only, for the rows are not ours to copy. */
import { type Asked, linesOf, meansOf, notesOf, table } from './score.ts'
import type { Outcome } from './suite.ts'

type Grade = Outcome['grade']

const TITLES: readonly (readonly [grade: Grade, title: string])[] = [
  ['wrong', 'Worse than as written'],
  ['unknown', 'Better or the same, but not good enough'],
]

/** One part of the page. */
export function missesOf(title: string, asked: readonly Asked[]): string {
  const means = meansOf(asked).map(([figure, value]) => `- ${figure}: ${value.toFixed(2)} on average`)
  const lists = TITLES.flatMap(([grade, heading]) => {
    const notes = notesOf(asked, grade)
    if (notes.length === 0) return []
    return [`### ${heading}`, ...notes.map(([note, count]) => listOf(asked, grade, note, count))]
  })
  return [
    `## ${title}`,
    `\`\`\`\n${untimed(table(linesOf(asked)))}\n\`\`\``,
    means.join('\n'),
    ...lists,
  ].join('\n\n')
}

/** Without the last two columns: times are those of one machine. */
const untimed = (text: string): string =>
  text
    .split('\n')
    .map((line, i) => line.replace(i === 0 ? /\s+median ms\s+p99 ms$/ : /(\s+\S+){2}$/, ''))
    .join('\n')

function listOf(asked: readonly Asked[], grade: Grade, note: string, count: number): string {
  const rows = asked
    .filter(({ outcome }) => outcome.grade === grade && outcome.note === note)
    .map(({ id, outcome }) => `${id}${bits(outcome)}`)
  return `${note}, ${count}: ${rows.join(', ')}`
}

const bits = ({ figures }: Outcome): string => {
  const [before, after] = [figures?.['wrong bits as written'], figures?.['wrong bits in the form found']]
  return before === undefined || after === undefined ? '' : ` (${before.toFixed(1)} → ${after.toFixed(1)})`
}
