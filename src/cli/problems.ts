/**
 * Errors as people and programs see them: a code, a sentence, the place, what to try. Codes E5 are
 * those of the command line, E6 those of work that could not be finished.
 */
import { OgeeError } from '../expression/error.ts'
import { caretBlock } from '../syntax/caret.ts'
import type { Manner } from './looks.ts'
import { paint } from './paint.ts'
import { STDERR, write } from './streams.ts'
import { asMessage } from './wrapped.ts'

/** What a run of the program says to its caller: 1 is the answer "no". */
export const EXIT = { ok: 0, no: 1, unusable: 2, unknown: 3 } as const

/** What is wrong, in which text, and which line of standard input that is. */
export class Problem extends Error {
  readonly error: OgeeError
  readonly text: string | undefined
  readonly line: number | undefined

  constructor(error: OgeeError, text?: string, line?: number) {
    super(error.message)
    this.error = error
    this.text = text
    this.line = line
  }
}

/** How to say on the command line what is missing. */
const HINTS: ReadonlyMap<string, string> = new Map([
  ['E302', 'give each a value, e.g. --at x=2'],
  ['E403', 'say which is the variable, e.g. --var x'],
])

/** The library says `for example t` where the command line has an option. */
const asOption = (hint: string): string =>
  hint.replace(/(?<=^say which is the variable, )for example /, 'e.g. --var ')

/** Whatever was thrown as an error with a code; what has none is a fault of the program. */
function withCode(thrown: unknown): OgeeError {
  if (thrown instanceof OgeeError) {
    const { code, message, span, hint } = thrown
    return new OgeeError(
      code,
      message,
      span,
      code === 'E403' && hint ? asOption(hint) : (HINTS.get(code) ?? hint),
    )
  }
  const { name, message } = thrown instanceof Error ? thrown : new Error(String(thrown))
  if (name === 'OutOfBudget' || name === 'Late') {
    return new OgeeError('E601', message, undefined, 'allow more time, e.g. --budget 10000')
  }
  if (name === 'RangeError') {
    const sentence = 'the formula is too large or nested too deeply to work with'
    return new OgeeError('E602', sentence, undefined, 'work on its parts')
  }
  const hint = 'this is a fault in ogee: please report it with what you typed'
  return new OgeeError('E999', message.split('\n')[0] as string, undefined, hint)
}

/** What was thrown while `text` was answered. */
export const problemOf = (thrown: unknown, text?: string, line?: number): Problem =>
  thrown instanceof Problem ? thrown : new Problem(withCode(thrown), text, line)

/** Input that cannot be used, or work that came to no end. */
export const exitOf = ({ error }: Problem): number =>
  /^(E401|E6..|E901|E921|E999)$/.test(error.code) ? EXIT.unknown : EXIT.unusable

/** Says what is wrong on standard error. */
export function report(problem: Problem, manner: Manner): void {
  write(STDERR, manner.json ? problemJson(problem) : problemText(problem, manner))
}

function problemJson({ error: { code, message, span, hint }, line }: Problem): string {
  return `${JSON.stringify({ schema: 'ogee/1', error: { code, message, span, hint, line } })}\n`
}

function problemText({ error, text = '', line }: Problem, { color }: Manner): string {
  const { bold, red, cyan } = paint(color)
  const { code, message, hint, span = { start: 0, end: text.length } } = error
  const [head = '', ...rest] = caretBlock(new OgeeError(code, message, span, hint), text).split('\n')
  const [title = '', sentence = ''] = asMessage(head).split(/(?<=^error\[\w+\]): /)
  return [
    `${bold(red(title))}: ${bold(sentence)}`,
    ...rest.map((row) =>
      row.startsWith('help:')
        ? asMessage(row).replace(/^help:/, cyan)
        : (line === undefined ? row : numbered(row, line)).replace(/\^+$/, red),
    ),
    '',
  ].join('\n')
}

/** A row of the block with the number of the line of input in its margin. */
const numbered = (row: string, line: number): string =>
  row.replace(/^ +1 \|/, `  ${line} |`).replace(/^ + \|/, `${' '.repeat(`${line}`.length + 2)} |`)
