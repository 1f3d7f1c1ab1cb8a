/** Marks in the margin, as a teacher writes them, and the first wrong line explained. */
import { LATE } from '../marking/index.ts'
import type { Mark, Marking } from '../marking/marking.ts'
import { explained, remarkOn, SUMMARIES } from '../marking/said.ts'
import type { Looks } from './looks.ts'
import { paint } from './paint.ts'

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
  const explanations = explained({ verdict, lines }).flatMap(({ title, lines: more }) => [
    colors.bold(title),
    ...more.map((line) => `  ${line}`),
  ])
  if (left > 0)
    rows.push(`${SIGNS.unknown[ascii === true ? 1 : 0]} … and ${left} more: the time allowed is used up`)
  return [...rows, '', ...(explanations.length > 0 ? explanations : [SUMMARIES[verdict]]), ''].join('\n')
}

const LONGEST = 300

/** A line longer than a screen is told by its beginning. */
const shortened = (text: string): string =>
  text.length > LONGEST ? `${text.slice(0, LONGEST)} … (${text.length} characters)` : text

/** Control characters would change the screen. */
const visible = (text: string): string => text.replace(/\p{Cc}/gu, (c) => (c === '\t' ? ' ' : '\u{fffd}'))
