/** Marks in the margin, as a teacher writes them, and the first wrong line explained. */
import { LATE } from '../marking/index.ts'
import type { LikelyMistake, Mark, MarkedLine, Marking } from '../marking/marking.ts'
import { print } from '../syntax/index.ts'
import type { Looks } from './looks.ts'
import { type Paint, paint } from './paint.ts'

const SIGNS: Readonly<Record<Mark['verdict'], readonly [sign: string, ascii: string]>> = {
  start: ['·', '.'],
  comment: [' ', ' '],
  follows: ['✓', '+'],
  'equivalent, but': ['≈', '~'],
  wrong: ['✗', 'x'],
  unknown: ['?', '?'],
  unreadable: ['!', '!'],
}

const WIDEST = 60

/** The whole answer as text. */
export function markingText({ verdict, lines }: Marking, { ascii, color }: Looks): string {
  const colors = paint(color === true)
  const reached = lines.slice(0, lines.findLastIndex(({ mark }) => mark !== LATE) + 1)
  const left = lines.length - reached.length
  const widest = reached.reduce((most, { text }) => Math.min(WIDEST, Math.max(most, text.length)), 0)
  const rows = reached.map((line) => {
    const sign = SIGNS[line.mark.verdict][ascii === true ? 1 : 0]
    const beside = remarkOn(line)
    const text = shortened(visible(line.text))
    const row = beside === '' ? text : `${text.padEnd(widest)}  ${colors.dim(beside)}`
    return `${line.mark.verdict === 'wrong' ? colors.red(sign) : sign} ${row}`.trimEnd()
  })
  const first = lines.find(isAmiss)
  const wrong = lines.find((line) => isAmiss(line) && line.wrongReason === undefined)
  const explained = [...new Set([first, wrong])].flatMap((line) => (line ? explanation(line, colors) : []))
  if (left > 0)
    rows.push(`${SIGNS.unknown[ascii === true ? 1 : 0]} … and ${left} more: the time allowed is used up`)
  return [...rows, '', ...(first ? explained : [SUMMARIES[verdict]]), ''].join('\n')
}

const SUMMARIES: Readonly<Record<Marking['verdict'], string>> = {
  right: 'every line follows',
  wrong: 'solutions were gained and not thrown out again: put each into the first line',
  unknown: 'no line is wrong, but not every line was decided',
}

const LONGEST = 300

/** A line longer than a screen is told by its beginning. */
const shortened = (text: string): string =>
  text.length > LONGEST ? `${text.slice(0, LONGEST)} … (${text.length} characters)` : text

/** Control characters would change the screen. */
const visible = (text: string): string => text.replace(/\p{Cc}/gu, (c) => (c === '\t' ? ' ' : '\u{fffd}'))

const isAmiss = ({ mark, wrongReason }: MarkedLine): boolean =>
  mark.verdict === 'wrong' ||
  wrongReason !== undefined ||
  (mark.verdict === 'equivalent, but' && mark.but === 'lost solutions')

/** What is said beside a line. */
function remarkOn({ mark, wrongReason }: MarkedLine): string {
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

function explanation({ number, mark, wrongReason }: MarkedLine, { bold }: Paint): string[] {
  const rows: string[] = []
  if (mark.verdict === 'wrong') {
    const place = mark.at && Object.keys(mark.at).length > 0 ? `: look at ${point(mark.at)}` : ''
    rows.push(bold(`line ${number} does not follow${place}`))
    if (mark.left && mark.right) rows.push(`  it should be ${mark.left[0]} there, and it is ${mark.right[0]}`)
  } else if (mark.verdict === 'equivalent, but') {
    rows.push(bold(`line ${number}: ${remarks(mark).join('')}`))
  }
  if (wrongReason)
    rows.push(
      bold(
        `line ${number}: the ${wrongReason.said} does not act here; what acts: ${wrongReason.acting.join(', ')}`,
      ),
    )
  if ((mark.verdict === 'wrong' || mark.verdict === 'equivalent, but') && mark.mistake) {
    for (const found of [mark.mistake, mark.mistake.also]) {
      if (!found) continue
      const { name, say, before, after } = found
      const sign = found === mark.mistake ? 'likely' : 'and'
      rows.push(`  ${sign}: ${name}, ${print(before)} taken for ${print(after)}`, `  ${say}`)
    }
  }
  if (mark.verdict !== 'wrong') return rows
  if (mark.agrees) rows.push(`  right so far: ${print(mark.agrees)}`)
  if (mark.instead) rows.push(`  a right line: ${print(mark.instead)}`)
  return rows
}
