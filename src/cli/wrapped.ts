/** Words in lines: a terminal would end them in the middle of a word. */
import { isTerminal, STDERR } from './streams.ts'

/** Words in lines of at most `width` characters. */
export function wrapped(text: string, width: number): string[] {
  const lines: string[] = []
  for (const word of text.split(' ')) {
    const last = lines.at(-1)
    if (last === undefined || last.length + 1 + word.length > width) lines.push(word)
    else lines[lines.length - 1] = `${last} ${word}`
  }
  return lines
}

const NARROWEST = 20

/** A sentence on standard error as lines of the terminal; in a file or a pipe it stays on one. */
export function asMessage(text: string): string {
  const columns = isTerminal(STDERR) ? (process.stderr.columns ?? 0) : 0
  return columns < NARROWEST ? text : wrapped(text, columns).join('\n')
}
