/** What is said of named curves, as messages: `curve.sigmoid.used`. Sources are cited as they are. */
import { type Message, sayFrom } from './message.ts'

/** A title, where the curve is used, a note, or what a letter of it means. */
export type CurvePart = 'title' | 'used' | 'note' | `letter.${string}`

export const curveSaid = (name: string, part: CurvePart, english: string): Message =>
  sayFrom(`curve.${name}.${part}`, english)
