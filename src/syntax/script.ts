/** A pasted script: its definitions in order, and what else it says, kept as data. */
import type { OgeeError, Span } from '../expression/error.ts'
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

const severalStatements = (words: readonly Token[]): OgeeError =>
  readingError(
    'E115',
    spanOf(words),
    'this function has several statements',
    'functions of one formula are read: return and the formula',
  )

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
  let opened: { readonly header: Header; readonly result?: string } | undefined
  checkNames(code, statements.flat())

  const define = (header: Header, words: readonly Token[]): void => {
    const expr = reading.define(header)
    const { name, letters } = header
    definitions.push({ name: name.text, letters: letters.map((l) => code.symbolName(l.text)), expr })
    found = { expr, span: spanOf(words), defined: true }
  }

  for (const words of statements) {
    const statement = code.statement(words)
    if (opened && statement.kind !== 'command') {
      const { header, result } = opened
      const body =
        statement.kind === 'formula' && statement.returned
          ? statement.words
          : statement.kind === 'definition' && statement.header.name.text === result
            ? statement.header.body
            : undefined
      if (!body) throw severalStatements(words)
      opened = undefined
      define({ ...header, body }, words)
    } else if (statement.kind === 'several') throw severalStatements(words)
    else if (statement.kind === 'opening') opened = statement
    else if (statement.kind === 'definition') define(statement.header, words)
    else if (statement.kind === 'formula') {
      found = { expr: reading.formula(statement.words), span: spanOf(words), defined: false }
    } else if (statement.kind === 'range') {
      const [from, to, third] = statement.parts.map(reading.formula) as [Expr, Expr, Expr | undefined]
      reading.forget(statement.name.text)
      ranges.push({
        name: code.symbolName(statement.name.text),
        from,
        to,
        ...(third ? { [statement.by]: third } : {}),
      })
    } else commands.push({ text: text.slice(spanOf(words).start, spanOf(words).end), span: spanOf(words) })
  }
  if (opened) throw readingError('E102', { start: text.length, end: text.length }, quoted('return'))
  if (!found) throw readingError('E101', { start: 0, end: text.length })
  const [other] = definitions.slice(-2)
  if (found.defined && definitions.length > 1 && other)
    reading.note('script', found.span, found.expr, other.expr)
  return { expr: found.expr, script: { definitions, ranges, commands } }
}
