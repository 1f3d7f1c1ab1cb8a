/** From a text with its definitions to the term it means, and how its doubtful parts were read. */
import { isCondition } from '../expression/condition.ts'
import { OgeeError, type Span } from '../expression/error.ts'
import { call, type Expr, multiply, productOf, symbol } from '../expression/expr.ts'
import { type Applicable, joinedCall } from './applicable.ts'
import { named } from './application.ts'
import { joinDerivatives, splitLetters } from './arrange.ts'
import { quoted, readingError } from './errors.ts'
import { FormulaReader, type Setting } from './formula-reader.ts'
import { definitionIn, type Header, isTaken, ownName, RESERVED, type Room } from './own-names.ts'
import type { Code, Notation } from './reader.ts'
import type { Script } from './script.ts'
import { nearestName, surelyMeant } from './suggest.ts'
import type { Token } from './tokens.ts'

/** A part that could be read otherwise: the rule that decided, the reading, another reading. */
export interface Doubt {
  readonly rule: string
  readonly span: Span
  readonly read: Expr
  readonly other: Expr | undefined
}

/** What a text says: its formula, what was in doubt, and all of it if it is a script. */
export interface Read {
  readonly expr: Expr
  readonly doubts: readonly Doubt[]
  readonly script?: Script
}

const MAX_LENGTH = 200_000
const MAX_DOUBTS = 20
/** Nodes that all uses of definitions may add together. */
const MAX_ROOM = 2_000_000

/** What a person has defined so far. */
interface Own {
  readonly names: Map<string, Applicable>
  readonly room: Room
}

class TextReader {
  readonly doubts: Doubt[] = []
  script: Script | undefined
  private readonly notation: Notation
  private readonly own: Own['names']
  private readonly room: Room
  private readonly text: string

  constructor(text: string, notation: Notation, { names, room }: Own) {
    this.text = text
    this.notation = notation
    this.own = names
    this.room = room
  }

  formula(): Expr {
    const statements = this.statements()
    if (this.notation.code) return this.inScript(statements, this.notation.code)
    const last = statements.pop()
    if (!last) throw readingError('E101', { start: 0, end: this.text.length })
    for (const words of statements) this.define(words)
    return this.final(last)
  }

  /** Definitions alone; in a call of theirs the letters after the first may be left out. */
  definitions(): void {
    const statements = this.statements()
    if (statements.length === 0) throw readingError('E101', { start: 0, end: this.text.length })
    if (this.notation.code) this.inScript(statements, this.notation.code)
    else for (const words of statements) this.define(words, 1)
  }

  private statements(): Token[][] {
    const { length } = this.text
    if (typeof this.text !== 'string') throw readingError('E101', { start: 0, end: 0 })
    if (length > MAX_LENGTH) {
      throw readingError('E109', { start: MAX_LENGTH, end: length }, `${length}`, `${MAX_LENGTH}`)
    }
    return statementsOf(this.notation.words(this.text))
  }

  /** In a programming language a later definition replaces an earlier one. */
  private inScript(statements: readonly (readonly Token[])[], code: Code): Expr {
    const { expr, script } = code.script(statements, {
      code,
      text: this.text,
      define: (header) => {
        const { name } = header
        if (RESERVED.has(name.text)) throw readingError('E116', name, quoted(name.text))
        const body = this.body(header)
        const letters = header.letters.map((l) => code.symbolName(l.text))
        this.own.set(name.text, ownName(name.text, letters, body, this.room))
        return body
      },
      formula: (words) => this.read(words, this.own),
      forget: (name) => this.own.delete(name),
      note: (rule, span, u, other) => this.note(rule, span, u, other),
    })
    this.script = script
    return expr
  }

  private define(words: readonly Token[], required?: number): void {
    const header = definitionIn(words)
    if (!header) {
      throw readingError('E119', { start: words[0]?.start ?? 0, end: words.at(-1)?.end ?? 0 })
    }
    const { name, letters } = header
    if (isTaken(name.text)) throw readingError('E116', name, quoted(name.text))
    if (this.own.has(name.text)) throw readingError('E118', name, quoted(name.text))
    const body = this.body(header)
    const f = ownName(
      name.text,
      letters.map((l) => l.text),
      body,
      this.room,
    )
    this.own.set(name.text, { ...f, required: Math.min(f.required, required ?? f.required) })
  }

  /** The last statement; f(x) = … stands for its right side, unless f means something already. */
  private final(words: readonly Token[]): Expr {
    const header = definitionIn(words)
    if (!header || header.letters.length === 0) return this.read(words, this.own)
    const { name, letters } = header
    if (isTaken(name.text) || this.own.has(name.text)) return this.read(words, this.own)
    const u = this.body(header)
    const product = multiply(symbol(name.text), productOf(letters.map((l) => symbol(l.text))))
    const end = words.at(-1)?.end ?? name.end
    this.note('definition', { start: name.start, end }, u, call('=', [product, u]))
    return u
  }

  private body({ name, letters, body }: Header): Expr {
    const seen = new Set([name.text])
    for (const letter of letters) {
      if (isTaken(letter.text)) throw readingError('E116', letter, quoted(letter.text))
      if (seen.has(letter.text)) throw readingError('E118', letter, quoted(letter.text))
      seen.add(letter.text)
    }
    const hidden = new Set(letters.map((l) => l.text))
    const { own } = this
    const names: Setting['names'] = {
      get: (key) => (hidden.has(key) ? undefined : own.get(key)),
      has: (key) => hidden.has(key) || own.has(key) || key === name.text,
    }
    // In a programming language s = s*(1 - s) uses the s of before.
    const again = this.notation.code && own.has(name.text)
    const u = this.read(body, names, again ? '' : name.text)
    if (!isCondition(u)) return u
    throw readingError('E113', {
      start: body[0]?.start ?? name.end,
      end: body.at(-1)?.end ?? name.end,
    })
  }

  /** The words as one formula, which must not mention `defined`. */
  private read(words: readonly Token[], names: Setting['names'], defined = ''): Expr {
    const note = this.note.bind(this)
    const { code } = this.notation
    const joined = code ? words : joinDerivatives(this.notation.arrange?.(words, names) ?? words, names)
    const arranged = code
      ? words
      : splitLetters(joined, names, (run, letters, next) => {
          const meant = surelyMeant(run.text)
          if (meant && (next?.type === 'name' || next?.type === 'number' || next?.text === '(')) {
            throw readingError('E110', run, quoted(run.text), meant)
          }
          note('letters', run, productOf(letters.map(({ text }) => symbol(text))), joinedCall(run.text))
        })
    const itself = arranged.find((word) => word.type === 'name' && word.text === defined)
    if (itself) throw readingError('E117', itself, quoted(defined))
    const nearest = (name: string): string | undefined =>
      nearestName(name, this.own.keys()) ?? nearestName(name)
    const setting: Setting = { notation: this.notation, names, named, note, nearest }
    const end = words.at(-1)?.end ?? this.text.length
    try {
      return new FormulaReader(setting, arranged, end).formula()
    } catch (error) {
      if (error instanceof OgeeError && error.code === 'E123') {
        throw readingError('E123', { start: words[0]?.start ?? 0, end })
      }
      throw error
    }
  }

  private note(rule: string, span: Span, read: Expr, other?: Expr): void {
    const last = this.doubts.at(-1)
    if (last?.rule === rule && last.span.start === span.start) this.doubts.pop()
    if (this.doubts.length < MAX_DOUBTS) this.doubts.push({ rule, span, read, other })
  }
}

/** The words between the signs `;`, without empty statements. */
function statementsOf(words: readonly Token[]): Token[][] {
  const statements: Token[][] = [[]]
  for (const word of words) {
    if (word.type === 'sign' && word.text === ';') statements.push([])
    else statements.at(-1)?.push(word)
  }
  return statements.filter((statement) => statement.length > 0)
}

const isOneFormula = ({ definitions, ranges, commands }: Script): boolean =>
  definitions.length + ranges.length + commands.length === 0

/** Definitions to read before a formula, each with its notation. */
type Before = readonly (readonly [text: string, notation: Notation])[]

/**
 * The term that the text writes in this notation, and the parts that were in doubt. An error in a
 * definition has no place in the text, so it names the definition.
 */
export function readIn(notation: Notation, text: string, before: Before = []): Read {
  const own: Own = { names: new Map(), room: { left: MAX_ROOM } }
  for (const [definition, itsNotation] of before) {
    try {
      new TextReader(definition, itsNotation, own).definitions()
    } catch (error) {
      if (!(error instanceof OgeeError)) throw error
      const where = `in the definition ${quoted(`${definition}`) || '""'}: ${error.message}`
      throw new OgeeError(error.code, where, undefined, error.hint)
    }
  }
  const reader = new TextReader(text, notation, own)
  const expr = reader.formula()
  return {
    expr,
    doubts: reader.doubts,
    ...(reader.script && !isOneFormula(reader.script) ? { script: reader.script } : {}),
  }
}
