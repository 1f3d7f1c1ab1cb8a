/** A formula written through a function, and a derivative through the function itself. */
import { Canon } from '../../expression/canonical.ts'
import type { Condition } from '../../expression/condition.ts'
import type { Derivation, Step } from '../../expression/derivation.ts'
import { type Expr, freeSymbols, substitute } from '../../expression/expr.ts'
import { isTotal } from '../../rules/forms.ts'
import {
  asExpr,
  assumptions,
  type Context,
  type Formula,
  millisecondsOf,
  variableOf,
} from '../../syntax/formula.ts'
import { withConditions } from '../conditions.ts'
import { writable } from '../json.ts'
import { verify } from '../verify.ts'
import { formsThrough, type Named } from './forms.ts'
import { meet } from './meet.ts'

/** In what terms. */
export interface InTermsOfOptions extends Context {
  /** The letter for the function, or one for each of several; by default f, g, h, whichever are free. */
  readonly name?: string | readonly string[]
}

/** A derivation whose last line is `form` with the functions written out. */
export interface Through extends Derivation {
  /** The result with the letters. */
  readonly form: Expr
  /** The letters, in the order of the functions. */
  readonly letters: readonly string[]
}

/** No form was found, or none that the rules lead to. */
export interface NotFound {
  readonly verdict: 'unknown'
  readonly reason: string
}

/** Forms for which a derivation is looked for. */
const MOST_TRIED = 4

/**
 * The formula written through a function, or through several: a derivation from the formula to a form in
 * which the function stands written out, and that form with a letter for the function. The functions of
 * the variable that are left are as few as could be found.
 *
 * @throws OgeeError `E403` if the variable is not clear; OutOfBudget when the time allowed is used up.
 * @example
 * ```ts
 * print(inTermsOf('e^-x/(1+e^-x)^2', '1/(1+e^-x)').form) // → 'f*(1 - f)'
 * inTermsOf('x', 'y', { variable: 'x' }).verdict // → 'unknown'
 * ```
 */
export function inTermsOf(
  formula: Formula,
  f: Formula | readonly Formula[],
  options: InTermsOfOptions = {},
): Through | NotFound {
  const u = asExpr(formula)
  const bodies = (Array.isArray(f) ? (f as readonly Formula[]) : [f as Formula]).map(asExpr)
  const variable = variableOf(bodies[0] ?? u, options)
  const letters = lettersFor(bodies, [u, ...bodies], variable, options)
  const functions = bodies.map((body, i): Named => ({ letter: letters[i] as string, formula: body }))
  const forms = formsThrough(u, functions, variable)
  if (forms.length === 0) {
    return { verdict: 'unknown', reason: 'no form with fewer functions of the variable was found' }
  }
  const written = new Map(functions.map(({ letter, formula: body }) => [letter, body]))
  for (const form of forms.slice(0, MOST_TRIED)) {
    const to = substitute(form, written)
    const steps = meet(u, to, millisecondsOf(options))
    const derivation = steps && checked(u, to, steps, variable, assumptions(options))
    if (derivation) {
      const through: Through = { ...derivation, form, letters }
      writable(through)
      return through
    }
  }
  return { verdict: 'unknown', reason: 'a form was found, but no derivation of it' }
}

/** The derivation with its conditions, if the checker accepts it. */
function checked(
  from: Expr,
  to: Expr,
  steps: readonly Step[],
  variable: string,
  assuming: readonly Condition[],
): Derivation | undefined {
  const bare = { from, to, variable, steps, assuming, conditions: [] }
  const derivation = withConditions(bare, new Canon(isTotal))
  return verify(derivation).ok ? derivation : undefined
}

const LETTERS: readonly string[] = ['f', 'g', 'h', 'p', 'q', 'F', 'G', 'H']

function lettersFor(
  bodies: readonly Expr[],
  terms: readonly Expr[],
  variable: string,
  { name }: InTermsOfOptions,
): string[] {
  const given = typeof name === 'string' ? [name] : (name ?? [])
  const taken = new Set([variable, ...given, ...terms.flatMap(freeSymbols)])
  const free = [...LETTERS, ...bodies.map((_, i) => `f_${i + 1}`)].filter((letter) => !taken.has(letter))
  return bodies.map((_, i) => given[i] ?? (free.shift() as string))
}
