/**
 * Where a formula is defined, as conditions read off its structure. Formulas are strict: every
 * part must be defined, except that a piecewise form needs only its chosen branch.
 */
import type { Canon } from '../expression/canonical.ts'
import {
  type Condition,
  defined,
  distinct,
  interior,
  nonNegative,
  nonZero,
  positive,
} from '../expression/condition.ts'
import { type CallNode, type Expr, isCall } from '../expression/expr.ts'
import { isInteger, isZero, signOf } from '../expression/rational.ts'
import { domainRow, interiorRow, opened } from './forms.ts'

/** Which function rows to collect, and what to say of a form whose conditions cannot be listed. */
interface Question {
  readonly row: (name: string, args: readonly Expr[]) => readonly Condition[]
  readonly opaque: (u: Expr) => Condition
  /** Does an even root need a positive radicand, not only one that is not negative? */
  readonly strict: boolean
}

const DOMAIN: Question = { row: domainRow, opaque: defined, strict: false }
const INTERIOR: Question = { row: interiorRow, opaque: interior, strict: true }

/** A question with its answers so far: a term's conditions do not depend on where it stands. */
interface Inquiry extends Question {
  readonly canon: Canon
  readonly known: Map<Expr, readonly Condition[]>
}

const inquiry = (question: Question, canon: Canon): Inquiry =>
  canon.notes(question, () => ({ ...question, canon, known: new Map() }))

/**
 * Conditions that hold together exactly where u is defined. What cannot be listed (a piecewise
 * form with partial branches, a derivative) stands as `defined(…)`.
 */
export const domainOf = (u: Expr, canon: Canon): readonly Condition[] => collect(u, inquiry(DOMAIN, canon))

/** Conditions under which u is defined and continuous near the point. */
export const interiorOf = (u: Expr, canon: Canon): readonly Condition[] =>
  collect(u, inquiry(INTERIOR, canon))

const NONE: readonly Condition[] = []

function collect(u: Expr, inquiry: Inquiry): readonly Condition[] {
  if (u.kind !== 'call') return NONE
  const known = inquiry.known.get(u)
  if (known) return known
  const conditions = gathered(u, inquiry)
  inquiry.known.set(u, conditions)
  return conditions
}

function gathered(u: CallNode, inquiry: Inquiry): readonly Condition[] {
  if (u.head === 'defined' || u.head === 'interior') return NONE
  if (SOME_OPERANDS.has(u.head)) return ofSomeOperands(u, inquiry)
  if (u.head === 'D' || u.head === 'at') return [inquiry.opaque(u)]
  const body = opened(u)
  if (body) return collect(body, inquiry)
  let found = NONE
  for (const arg of u.args) found = together(found, collect(arg, inquiry))
  return together(found, ownConditions(u, inquiry))
}

const together = (a: readonly Condition[], b: readonly Condition[]): readonly Condition[] =>
  b.length === 0 ? a : a.length === 0 ? b : distinct([...a, ...b])

function ownConditions(u: CallNode, inquiry: Inquiry): readonly Condition[] {
  if (u.head === 'divide') return notZero(u.args[1] as Expr, inquiry.canon)
  if (u.head === 'power') return powerConditions(u.args[0] as Expr, u.args[1] as Expr, inquiry)
  return inquiry.row(u.head, u.args)
}

function powerConditions(base: Expr, exponent: Expr, { canon, strict }: Inquiry): Condition[] {
  const value = canon.value(exponent)
  if (!value) return [positive(base)]
  const rises = signOf(value) > 0
  if (value.den % 2n === 1n) return rises || isZero(value) ? [] : notZero(base, canon)
  return [rises && !strict ? nonNegative(base) : positive(base)]
}

/** w ≠ 0, factor by factor; nothing to say of a number that is not 0. */
function notZero(w: Expr, canon: Canon): Condition[] {
  const value = canon.value(w)
  if (value && !isZero(value)) return []
  if (isCall(w, 'multiply')) return w.args.flatMap((factor) => notZero(factor, canon))
  if (isCall(w, 'negate') || isCall(w, 'divide')) return notZero(w.args[0] as Expr, canon)
  if (isCall(w, 'power')) {
    const exponent = canon.value(w.args[1] as Expr)
    if (exponent && isInteger(exponent) && signOf(exponent) > 0) return notZero(w.args[0] as Expr, canon)
  }
  return [nonZero(w)]
}

/** Forms that need not look at all their operands: a branch not taken, a question already answered. */
const SOME_OPERANDS: ReadonlySet<string> = new Set(['piecewise', 'and', 'or'])

/** Defined everywhere if all operands are (and one branch is always taken); else there is no list. */
function ofSomeOperands(u: CallNode, inquiry: Inquiry): readonly Condition[] {
  const complete = u.head !== 'piecewise' || u.args.length % 2 === 1
  const total = complete && u.args.every((arg) => collect(arg, inquiry).length === 0)
  return total && !inquiry.strict ? NONE : [inquiry.opaque(u)]
}
