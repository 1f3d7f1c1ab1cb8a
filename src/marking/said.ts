/** What is said of a line of a person's work: beside it in a few words, and at length of the first wrong one. */
import { print } from '../syntax/index.ts'
import type { LikelyMistake, Mark, MarkedLine, Marking } from './marking.ts'

/** What is said of the whole work where no line is wrong. */
export const SUMMARIES: Readonly<Record<Marking['verdict'], string>> = {
  right: 'every line follows',
  wrong: 'solutions were gained and not thrown out again: put each into the first line',
  unknown: 'no line is wrong, but not every line was decided',
}

/** What is wrong with a line, in a title and a few lines. */
export interface Explanation {
  readonly title: string
  readonly lines: readonly string[]
}

/** The lines that have to be explained: the first that is amiss, and the first that is so by what it says. */
export function explained({ lines }: Marking): Explanation[] {
  const first = lines.find(isAmiss)
  const wrong = lines.find((line) => isAmiss(line) && line.wrongReason === undefined)
  return [...new Set([first, wrong])].flatMap((line) => (line ? explanationsOf(line) : []))
}

/** Does something have to be said of it? */
export const isAmiss = ({ mark, wrongReason }: MarkedLine): boolean =>
  mark.verdict === 'wrong' ||
  wrongReason !== undefined ||
  (mark.verdict === 'equivalent, but' && mark.but === 'lost solutions')

/** What is said beside a line. */
export function remarkOn({ mark, wrongReason }: MarkedLine): string {
  const wrongly = wrongReason ? [`not the ${wrongReason.said}`] : []
  return [...remarks(mark), ...wrongly].join('; ')
}

function remarks(mark: Mark): string[] {
  switch (mark.verdict) {
    case 'follows':
      return [
        ...(mark.fromFirst ? ['from the first line'] : []),
        ...(mark.by.length > 0 ? [mark.by.join(', ')] : []),
        ...(mark.where.length > 0 ? [`for ${mark.where.map((c) => print(c)).join(', ')}`] : []),
      ]
    case 'equivalent, but': {
      const values = mark.at.map(point).join(' and ')
      return [
        `${mark.but}${values === '' ? '' : `: ${values}`}${mark.where.length > 0 ? `: ${mark.where.map((c) => print(c)).join(', ')}` : ''}`,
      ]
    }
    case 'wrong':
      return mark.mistake ? [namesOf(mark.mistake)] : ['wrong']
    case 'unknown':
      return [mark.reason]
    case 'unreadable':
      return [mark.error.message]
    default:
      return []
  }
}

const namesOf = ({ name, also }: LikelyMistake): string => (also ? `${name}; ${also.name}` : name)

const point = (at: Readonly<Record<string, string>>): string =>
  Object.entries(at)
    .map(([name, value]) => `${name} = ${value}`)
    .join(', ')

function explanationsOf({ number, mark, wrongReason }: MarkedLine): Explanation[] {
  const found: Explanation[] = []
  const place =
    mark.verdict === 'wrong' && mark.at && Object.keys(mark.at).length > 0
      ? `: look at ${point(mark.at)}`
      : ''
  const rows = explanationRows(mark)
  if (mark.verdict === 'wrong') found.push({ title: `line ${number} does not follow${place}`, lines: rows })
  else if (mark.verdict === 'equivalent, but')
    found.push({ title: `line ${number}: ${remarks(mark).join('')}`, lines: rows })
  if (wrongReason) {
    const { said, acting } = wrongReason
    const title = `line ${number}: the ${said} does not act here; what acts: ${acting.join(', ')}`
    found.push({ title, lines: [] })
  }
  return found
}

function explanationRows(mark: Mark): string[] {
  if (mark.verdict !== 'wrong' && mark.verdict !== 'equivalent, but') return []
  const rows: string[] = []
  if (mark.verdict === 'wrong' && mark.left && mark.right)
    rows.push(`it should be ${mark.left[0]} there, and it is ${mark.right[0]}`)
  const { mistake } = mark
  for (const found of mistake ? [mistake, mistake.also] : []) {
    if (!found) continue
    const { name, say, before, after } = found
    const sign = found === mistake ? 'likely' : 'and'
    rows.push(`${sign}: ${name}, ${print(before)} taken for ${print(after)}`, say)
  }
  if (mark.verdict !== 'wrong') return rows
  if (mark.agrees) rows.push(`right so far: ${print(mark.agrees)}`)
  if (mark.instead) rows.push(`a right line: ${print(mark.instead)}`)
  return rows
}
