/** A term in the words of a language that has fewer: what it lacks is written out. */
import { OgeeError } from '../expression/error.ts'
import { call, type Expr, mentions, substitute } from '../expression/expr.ts'
import { definition, primitive } from '../functions/index.ts'
import { PLAIN } from './plain.ts'
import { readIn } from './read.ts'
import { type Language, spelling } from './spellings.ts'

/** Heads that every language has in some form. */
const STRUCTURE: ReadonlySet<string> = new Set(
  'add multiply negate divide power exp piecewise and or = != < <= > >= sign mark'.split(' '),
)

const bodies = new Map<string, Expr>()

/** The formula of a row, with its letters. */
function bodyOf(form: string): Expr {
  const known = bodies.get(form) ?? readIn(PLAIN, form).expr
  if (bodies.size < 4096) bodies.set(form, known)
  return known
}

/**
 * u with every function that the language lacks replaced by its definition.
 *
 * @throws OgeeError `E410` for a derivative or a statement about terms, which no language writes.
 */
export function writtenOut(u: Expr, language: Language): Expr {
  if (u.kind !== 'call') return u
  if (u.head === 'at' && u.args[1]?.kind === 'symbol') {
    const [body, variable, value] = u.args as readonly [Expr, Expr & { name: string }, Expr]
    if (!binds(body, variable.name)) {
      return writtenOut(substitute(body, new Map([[variable.name, value]])), language)
    }
  }
  const args = u.args.map((arg) => writtenOut(arg, language))
  if (STRUCTURE.has(u.head) || spelling(language, u.head)) return call(u.head, args)
  const row = definition(u.head)
  const form = row?.form ?? primitive(u.head)?.elementary
  const letters = row?.letters ?? primitive(u.head)?.letters
  if (!form || !letters) {
    const hint = primitive(u.head)
      ? 'this language has no such function'
      : 'work derivatives out first, e.g. with differentiate'
    throw new OgeeError('E410', `${u.head} cannot be written in this notation`, undefined, hint)
  }
  const values = new Map(letters.map((letter, i) => [letter, args[i] as Expr]))
  return writtenOut(substitute(bodyOf(form), values), language)
}

/** Is something below taken at or by this variable? */
const binds = (u: Expr, name: string): boolean =>
  u.kind === 'call' &&
  ((u.head === 'D' || u.head === 'at' ? mentions(u.args[1] as Expr, name) : false) ||
    u.args.some((arg) => binds(arg, name)))
