/** An error as it is shown below the line it is about. */
import type { OgeeError } from '../expression/error.ts'

/** Characters shown to the left and right of what is marked. */
const BEFORE = 50
const AFTER = 24

/** A character that can be seen: `␉` for a tab, `\u{202e}` for one that only changes others. */
function seen(character: string): string {
  const point = character.codePointAt(0) as number
  if (point < 0x20) return String.fromCharCode(0x2400 + point)
  if (point === 0x7f) return '␡'
  return /[\p{C}\p{Zl}\p{Zp}]/u.test(character) ? `\\u{${point.toString(16)}}` : character
}

const shown = (text: string): string => [...text].map(seen).join('')
const width = (text: string): number => [...text].length

/**
 * The error with its code, the line of `text` it is about, a mark below the place, and the hint.
 *
 * @example
 * ```ts
 * const result = safeParse('1/(1+)')
 * result.ok ? '' : caretBlock(result.error, '1/(1+)').split('\n')[2] // → '    |      ^'
 * ```
 */
export function caretBlock(error: OgeeError, text: string): string {
  const lines = [`error[${error.code}]: ${error.message}`]
  if (error.span && text.length > 0) lines.push(...marked(text, error.span.start, error.span.end))
  if (error.hint) lines.push(`help: ${error.hint}`)
  return lines.join('\n')
}

function marked(text: string, spanStart: number, spanEnd: number): string[] {
  const start = Math.max(0, Math.min(spanStart, text.length))
  const from = text.lastIndexOf('\n', start - 1) + 1
  const found = text.indexOf('\n', start)
  const to = found < 0 ? text.length : found
  const number = String(text.slice(0, from).split('\n').length)
  const end = Math.max(start, Math.min(spanEnd, to))
  // Cuts fall between characters, not inside a pair of surrogates.
  const left = cut(text, Math.max(from, start - BEFORE))
  const right = cut(text, Math.min(to, Math.max(end, start + 1) + AFTER, start + BEFORE + AFTER))
  const before = (left > from ? '…' : '') + shown(text.slice(left, start))
  const middle = shown(text.slice(start, Math.min(end, right)))
  const after = shown(text.slice(Math.min(end, right), right)) + (right < to ? '…' : '')
  const mark = '^'.repeat(Math.max(1, width(middle)))
  const margin = number.length + 2
  return [
    `${number.padStart(margin)} | ${before}${middle}${after}`,
    `${' '.repeat(margin)} | ${' '.repeat(width(before))}${mark}`,
  ]
}

const cut = (text: string, i: number): number => {
  const code = text.charCodeAt(i)
  return code >= 0xdc00 && code <= 0xdfff ? i - 1 : i
}
