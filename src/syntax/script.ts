/** A pasted script: its definitions in order, and what else it says, kept as data. */
import type { Span } from '../expression/error.ts'
import type { Expr } from '../expression/expr.ts'
import { quoted, readingError } from './errors.ts'
import type { Header } from './own-names.ts'
import type { Statement } from './statement.ts'
import type { Token } from './tokens.ts'

/** `x = -10:0.1:10` and `x = linspace(-10, 10, 200)`: values of a variable, as far as they are said. */
export interface ValueRange {
  readonly name: string
  readonly from: Expr
  readonly to: Expr
  readonly step?: Expr
  readonly count?: Expr
}

/** What a script in a programming language says, in its order. */
export interface Script {
  readonly definitions: readonly {
    readonly name: string
    readonly letters: readonly string[]
    readonly expr: Expr
  }[]
  readonly ranges: readonly ValueRange[]
  /** Statements that show or prepare something, as they stand. */
  readonly commands: readonly { readonly text: string; readonly span: Span }[]
}

/** What a script's notation says of statements and names. */
export interface ScriptNotation {
  readonly statement: (words: readonly Token[]) => Statement
  /** The symbol that a variable of this name is. */
  readonly symbolName: (name: string) => string
}

/** What the reader of a script is given to read formulas with. */
export interface ScriptReading {
  readonly code: ScriptNotation
  readonly text: string
  readonly define: (header: Header) => Expr
  readonly formula: (words: readonly Token[]) => Expr
  /** x has no value any more: it ranges over several. */
  readonly forget: (name: string) => void
  readonly note: (rule: string, span: Span, read: Expr, other?: Expr) => void
}

const spanOf = (words: readonly Token[]): Span => ({
  start: words[0]?.start ?? 0,
  end: words.at(-1)?.end ?? 0,
})

/** Two names that would be one symbol must not stand in one text. */
function checkNames(code: ScriptNotation, words: readonly Token[]): void {
  const seen = new Map<string, string>()
  for (const word of words) {
    if (word.type !== 'name') continue
    const name = code.symbolName(word.text)
    const other = seen.get(name) ?? word.text
    if (other !== word.text) {
      const what = `${quoted(other)} and ${quoted(word.text)} would be the same symbol ${quoted(name)}`
      throw readingError('E115', word, what, 'give one of them another name')
    }
    seen.set(name, word.text)
  }
}

/** Words that the values in a function may come to when they are put in. */
const MOST_WORDS = 100_000

/** A function whose body is being read: what has been said in it so far. */
interface Body {
  readonly header: Header
  readonly result?: string
  /** Values of names that only this function knows, these in brackets. */
  readonly values: Map<string, readonly Token[]>
}

/** The words with the function's own values put in. */
function putIn(words: readonly Token[], { values }: Body): Token[] {
  const found = words.flatMap((word) => (word.type === 'name' && values.get(word.text)) || [word])
  if (found.length > MOST_WORDS) throw readingError('E123', spanOf(words))
  return found
}

const inBrackets = (words: readonly Token[], { start, end }: Span): Token[] => [
  { type: 'sign', text: '(', start, end: start },
  ...words,
  { type: 'sign', text: ')', start: end, end },
]

/** What is said inside a function: a value of its own, or the formula that it returns. */
function within(body: Body, statement: Statement, words: readonly Token[]): readonly Token[] | undefined {
  if (statement.kind === 'formula' && statement.returned) return putIn(statement.words, body)
  if (statement.kind !== 'definition' || statement.header.letters.length > 0) {
    const hint = 'values and the formula to return are read'
    throw readingError('E115', spanOf(words), 'this is not read inside a function', hint)
  }
  const { name, body: value } = statement.header
  body.values.set(name.text, inBrackets(putIn(value, body), spanOf(value)))
  return undefined
}

/** The last formula of these statements, and everything else they say. */
export function readScript(
  statements: readonly (readonly Token[])[],
  reading: ScriptReading,
): { expr: Expr; script: Script } {
  const { code, text } = reading
  const definitions: { name: string; letters: readonly string[]; expr: Expr }[] = []
  const ranges: ValueRange[] = []
  const commands: { text: string; span: Span }[] = []
  let found: { readonly expr: Expr; readonly span: Span; readonly defined: boolean } | undefined
  let opened: Body | undefined
  checkNames(code, statements.flat())

  const define = (header: Header, words: readonly Token[]): void => {
    const expr = reading.define(header)
    const { name, letters } = header
    definitions.push({ name: name.text, letters: letters.map((l) => code.symbolName(l.text)), expr })
    found = { expr, span: spanOf(words), defined: true }
  }

  /** Ends a function of MATLAB, whose value is that of its result. */
  const close = (at: Span): void => {
    if (!opened) return
    const { header, result = '', values } = opened
    const body = values.get(result)
    if (!body) throw readingError('E102', at, quoted(result || 'return'))
    opened = undefined
    define({ ...header, body }, [header.name, ...body])
  }

  const read = (words: readonly Token[]): void => {
    const statement = code.statement(words)
    if (statement.kind === 'opening') {
      if (opened?.result !== undefined) close(statement.header.name)
      if (opened) throw readingError('E102', statement.header.name, quoted('return'))
      opened = { ...statement, values: new Map() }
      if (statement.first.length > 0) read(statement.first)
    } else if (statement.kind === 'command') {
      commands.push({ text: text.slice(spanOf(words).start, spanOf(words).end), span: spanOf(words) })
      if (words[0]?.text === 'end' && opened?.result !== undefined) close(spanOf(words))
    } else if (opened) {
      const body = within(opened, statement, words)
      const { header } = opened
      if (!body) return
      opened = undefined
      define({ ...header, body }, words)
    } else if (statement.kind === 'definition') define(statement.header, words)
    else if (statement.kind === 'formula') {
      found = { expr: reading.formula(statement.words), span: spanOf(words), defined: false }
    } else {
      const [from, to, third] = statement.parts.map(reading.formula) as [Expr, Expr, Expr | undefined]
      reading.forget(statement.name.text)
      ranges.push({
        name: code.symbolName(statement.name.text),
        from,
        to,
        ...(third ? { [statement.by]: third } : {}),
      })
    }
  }

  for (const words of statements) read(words)
  close({ start: text.length, end: text.length })
  if (!found) throw readingError('E101', { start: 0, end: text.length })
  const [other] = definitions.slice(-2)
  if (found.defined && definitions.length > 1 && other)
    reading.note('script', found.span, found.expr, other.expr)
  return { expr: found.expr, script: { definitions, ranges, commands } }
}
