/** The forms of rule tables: plain notation with everything written out. */
import { call, derivative, type Expr, symbol } from '../../src/expression/expr.ts'
import { definition, primitive } from '../../src/functions/index.ts'
import { functionName } from '../../src/functions/spellings.ts'
import { quoted, readingError } from '../../src/syntax/errors.ts'
import { PLAIN } from '../../src/syntax/plain.ts'
import { Reader } from '../../src/syntax/reader.ts'
import type { Token } from '../../src/syntax/tokens.ts'

/** What a form can ask of terms, and how it speaks of lists of them. */
const HEADS: ReadonlySet<string> = new Set(['sum', 'prod', 'defined', 'continuous', 'interior', 'at'])

class PatternReader extends Reader {
  protected override named(token: Token): Expr {
    const { text } = token
    if (!this.sees('(')) return symbol(text)
    const args = this.operands()
    if (text === 'D' && args.length <= 2) {
      return derivative(args[0] as Expr, args[1] ?? symbol('x'))
    }
    if (HEADS.has(text)) return call(text, args)
    const name = functionName(text)
    const row = name === undefined ? undefined : (definition(name) ?? primitive(name))
    if (!row) throw readingError('E110', token, quoted(text))
    if (args.length === row.letters.length) return call(row.name, args)
    throw readingError('E111', token, `${row.name}(${row.letters.join(', ')})`, `${args.length}`)
  }

  /** A letter can stand for a condition. */
  override condition(u: Expr): Expr {
    return u
  }
}

/**
 * The term that a rule table writes in plain notation. A letter may end in `_` (`v_` stands for a
 * list), D(u) means D(u, x), and nothing may be left out.
 *
 * @throws OgeeError for a form that cannot be read.
 */
export function parsePattern(text: string): Expr {
  return new PatternReader(PLAIN, PLAIN.words(text), text.length).formula()
}
