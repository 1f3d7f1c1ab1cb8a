/** A formula written through a function, and a derivative through the function itself. */
import type { Derivation } from '../../expression/derivation.ts'
import { OgeeError } from '../../expression/error.ts'
import { type Expr, freeSymbols, mentions, substitute } from '../../expression/expr.ts'
import {
  asExpr,
  assumptions,
  type Context,
  type Formula,
  millisecondsOf,
  variableOf,
} from '../../syntax/formula.ts'
import { derive } from '../differentiate.ts'
import { writable } from '../json.ts'
import { shortest } from '../shortest.ts'
import { chainBetween, checked, started, type Timed, timeLeft } from './chains.ts'
import { formsThrough, type Named } from './forms.ts'
import { type Order, ordersFrom } from './orders.ts'

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

/** Forms for which a derivation is looked for; one that holds for every value of the variable is preferred. */
const MOST_TRIED = 4

/**
 * The formula written through a function, or through several: a derivation from the formula to a form in
 * which the function stands written out, and that form with a letter for the function. The functions of
 * the variable that are left are as few as could be found. Derivatives in the formula are worked out first.
 *
 * @throws OgeeError `E403` if the variable is not clear; for a formula with derivatives as `differentiate` does.
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
  const u = asExpr(formula, options)
  const bodies = (Array.isArray(f) ? (f as readonly Formula[]) : [f as Formula]).map((body) =>
    asExpr(body, options),
  )
  const variable = variableOf(bodies[0] ?? u, options)
  const letters = lettersFor(bodies, [u, ...bodies], variable, options)
  const functions = bodies.map((body, i): Named => ({ letter: letters[i] as string, formula: body }))
  const setting = settingOf(variable, options)
  const worked = withoutDerivatives(u, setting)
  const varying = functions.filter(({ formula: body }) => mentions(body, variable))
  const forms = formsThrough(worked.to, varying, variable)
  if (forms.length === 0) {
    return { verdict: 'unknown', reason: 'no form with fewer functions of the variable was found' }
  }
  const written = new Map(functions.map(({ letter, formula: body }) => [letter, body]))
  let partial: Through | undefined
  for (const form of forms.slice(0, MOST_TRIED)) {
    const derivation = after(worked, chainBetween(worked.to, substitute(form, written), setting), setting)
    if (!derivation) continue
    const through: Through = writable({ ...derivation, form, letters } as Through) as Through
    if (!derivation.conditions.some((condition) => mentions(condition, variable))) return through
    partial ??= through
  }
  if (partial) return partial
  const ranOut = timeLeft(setting) === 0
  return {
    verdict: 'unknown',
    reason: ranOut ? 'the time allowed is used up' : 'a form was found, but no derivation of it',
  }
}

/** u with every derivative in it worked out, and the steps to that. */
function withoutDerivatives(u: Expr, setting: Timed): Pick<Derivation, 'from' | 'to' | 'steps'> {
  const { variable, assuming } = setting
  if (!hasDerivative(u)) return { from: u, to: u, steps: [] }
  return derive(u, { variable, order: 0, route: 'reciprocal', assuming, milliseconds: timeLeft(setting) })
}

const hasDerivative = (u: Expr): boolean =>
  u.kind === 'call' && (u.head === 'D' || u.args.some(hasDerivative))

/** The chain with the steps that came before it. */
function after(
  { from, steps }: Pick<Derivation, 'from' | 'steps'>,
  chain: Derivation | undefined,
  setting: Timed,
): Derivation | undefined {
  if (!chain || steps.length === 0) return chain
  return checked(from, chain.to, [...steps, ...chain.steps], setting)
}

/** A derivative through the function itself: f′ = P(f), and the higher ones from it. */
export interface SelfReferential {
  readonly f: Expr
  readonly letter: string
  /** f′ with the letter for f. */
  readonly form: Expr
  /** From the derivative of f to `form` with f written out. */
  readonly derivation: Derivation
  /** f″ and higher, as far as asked for and found. */
  readonly orders: readonly Order[]
}

/** How far to go, and the letter. */
export interface SelfReferentialOptions extends Context {
  /** The highest derivative; 1 by default. */
  readonly order?: number
  readonly name?: string
}

const MAX_ORDER = 20

/**
 * The derivative of a function written through the function: f′ = P(f, x), with the derivation from the
 * rule book to that form, and the higher derivatives, each from the one before.
 *
 * @throws OgeeError and OutOfBudget as `differentiate` does.
 * @example
 * ```ts
 * print(selfReferential('1/(1+e^-x)').form) // → 'f*(1 - f)'
 * selfReferential('tan(x)', { order: 3 }).orders.map(({ form }) => print(form)) // → ['2*f + 2*f^3', '2 + 8*f^2 + 6*f^4']
 * ```
 */
export function selfReferential(
  f: Formula,
  options: SelfReferentialOptions = {},
): SelfReferential | NotFound {
  const body = asExpr(f, options)
  const { order = 1 } = options
  if (!Number.isInteger(order) || order < 1 || order > MAX_ORDER) {
    throw new OgeeError('E404', `the order of a derivative must be a whole number from 1 to ${MAX_ORDER}`)
  }
  const variable = variableOf(body, options)
  const { order: _order, ...context } = options
  const setting = settingOf(variable, options)
  const first = shortest(body, { ...setting, order: 1, milliseconds: timeLeft(setting) })
  const through = inTermsOf(first.to, body, { ...context, variable })
  if ('verdict' in through) return through
  const derivation = after(first, through, setting)
  if (!derivation) return { verdict: 'unknown', reason: 'a form was found, but no derivation of it' }
  const [letter] = through.letters as [string]
  const found = { body, letter, form: through.form, derivation }
  return {
    f: body,
    letter,
    form: through.form,
    derivation,
    orders: ordersFrom(found, order, { ...setting, milliseconds: timeLeft(setting) }),
  }
}

const settingOf = (variable: string, context: Context): Timed =>
  started({ variable, assuming: assumptions(context), milliseconds: millisecondsOf(context) })

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
