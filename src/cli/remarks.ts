/** How a formula was read, said beside its answer where it could have been read otherwise. */
import type { Derivation, ReadingNote } from '../index.ts'
import { print } from '../syntax/index.ts'

import type { Manner } from './looks.ts'
import { type Paint, paint } from './paint.ts'
import { STDERR, write } from './streams.ts'
import { asMessage } from './wrapped.ts'

const asNote = (text: string, cyan: Paint['cyan']): string =>
  asMessage(`note: ${text}`).replace(/^note/, cyan)

/** Says how a formula was read, on standard error. */
export function remark(notes: readonly ReadingNote[], { json, color, quiet }: Manner, line?: number): void {
  if (quiet) return
  const { cyan } = paint(color)
  for (const { rule, span, read, other } of notes) {
    if (json) {
      const note = { rule, span, read, other, line }
      write(STDERR, `${JSON.stringify({ schema: 'ogee/1', note })}\n`)
      continue
    }
    const place = line === undefined ? '' : `line ${line}: `
    const otherwise = other === undefined ? '' : `; for the other reading write ${other}`
    write(STDERR, `${asNote(`${place}read as ${read}${otherwise}`, cyan)}\n`)
  }
}

/** Says something else about an answer, on standard error. */
export function notice(text: string, { json, color, quiet }: Manner): void {
  if (quiet) return
  const line = json
    ? JSON.stringify({ schema: 'ogee/1', note: { rule: text } })
    : asNote(text, paint(color).cyan)
  write(STDERR, `${line}\n`)
}

/** Says what was derived before the question was answered. */
export const noticeDerivative = ({ from, to, conditions }: Derivation, manner: Manner): void => {
  const where = conditions.length === 0 ? '' : `, for ${conditions.map((c) => print(c)).join(' and ')}`
  notice(`${print(from)} is worked out as ${print(to)}${where}`, manner)
}
