/**
 * What limits and expansions have in common: a formula near a place, under assumptions on its
 * parameters. Derivatives in it are worked out first. What the formula needs of its parameters to be
 * defined at all becomes a condition of the result.
 */
import { simplify } from '../derive/simplify.ts'
import { workedOut } from '../derive/worked-out.ts'
import { Canon } from '../expression/canonical.ts'
import { type Condition, defined, distinct, isCondition } from '../expression/condition.ts'
import type { Derivation } from '../expression/derivation.ts'
import { OgeeError } from '../expression/error.ts'
import { call, type Expr, freeSymbols, isCall, mentions, negate } from '../expression/expr.ts'
import { literalValue, numberTerm } from '../expression/number-term.ts'
import { over, rational } from '../expression/rational.ts'
import { domainOf } from '../rules/domain.ts'
import { isTotal } from '../rules/forms.ts'
import {
  asExpr,
  assumptions,
  type Context,
  type Formula,
  millisecondsOf,
  variableOf,
} from '../syntax/formula.ts'
import { printPlain } from '../syntax/print-plain.ts'
import type { Approach, Place, Refusal, Side } from '../verify/limits/approach.ts'
import { compareNormalForms } from '../verify/normal-form/normal-form.ts'
import { unproved } from '../verify/prove.ts'
import { Facts } from '../verify/signs.ts'
import { factored, writtenOut } from './proofs/factored.ts'

/** A formula near a place, without derivatives in it. */
export interface Near {
  readonly of: Expr
  readonly name: string
  readonly to: Place
  readonly side: Side | undefined
  readonly assuming: readonly Condition[]
  readonly work: number
  readonly derivations: readonly Derivation[]
  /** What the derivatives need of the parameters. */
  readonly needed: readonly Condition[]
}

const WORK_PER_MILLISECOND = 100

/** Reads the question. Throws OgeeError as its parts do, and `E404` for a place that depends on the variable. */
export function nearOf(
  formula: Formula,
  to: Formula | number,
  options: Context & { readonly side?: Side | undefined },
): Near {
  const given = asExpr(formula, options)
  const name = variableOf(given, options)
  const { assuming, budget } = options
  const context: Context = { variable: name, ...(assuming && { assuming }), ...(budget && { budget }) }
  const { formula: u, conditions, derivations } = workedOut(given, context)
  return {
    of: whereHolds(
      u,
      conditions.filter((condition) => mentions(condition, name)),
    ),
    needed: conditions.filter((condition) => !mentions(condition, name)),
    name,
    to: placeOf(to, name, options),
    side: options.side,
    assuming: assumptions(options).filter((condition) => !mentions(condition, name)),
    work: millisecondsOf(options) * WORK_PER_MILLISECOND,
    derivations,
  }
}

/** The formula where the derivatives in it have the values that were worked out. */
function whereHolds(u: Expr, conditions: readonly Condition[]): Expr {
  const [first, ...more] = conditions.filter((condition) => !isCall(condition, 'defined'))
  if (!first) return u
  return call('piecewise', [u, more.length > 0 ? call('and', [first, ...more]) : first])
}

const ENDS: ReadonlyMap<string, Place> = new Map([
  ...['infinity', '+infinity', 'oo', 'inf', '∞'].map((text) => [text, 'infinity'] as const),
  ...['-infinity', '-oo', '-inf', '-∞'].map((text) => [text, '-infinity'] as const),
])

function placeOf(to: Formula | number, name: string, context: Context): Place {
  if (typeof to === 'number' && Number.isNaN(to)) throw new OgeeError('E404', 'NaN is no place')
  const text = typeof to === 'number' ? String(to).toLowerCase() : to
  const end = typeof text === 'string' ? ENDS.get(text.trim()) : undefined
  if (end) return end
  const place = asExpr(text, context)
  if (mentions(place, name)) throw new OgeeError('E404', 'the place must not depend on the variable')
  return place
}

const MOST_CONDITIONS = 8

/** The answer, under conditions on parameters that the formula needs to be defined at all. */
export function underConditions<T>(
  near: Near,
  find: (approach: Approach) => T | Refusal,
): { readonly found: T | Refusal; readonly conditions: readonly Condition[] } {
  const { of, name, to, side, work } = near
  const canon = new Canon(isTotal)
  const given = new Facts(near.assuming, canon)
  const parts = [of, ...(typeof to === 'string' ? [] : [to])]
  const aboutParameters = [...near.needed, ...parts.flatMap((u) => domainOf(u, canon))].filter(
    (condition) => !mentions(condition, name) && unproved(condition, given).length > 0,
  )
  let conditions = distinct(aboutParameters)
  for (;;) {
    const found = find({ name, to, side, facts: given.with(conditions), work })
    const missing = missingIn(found)
    const isAbout = missing && !mentions(missing, name) && freeSymbols(missing).length > 0
    if (!isAbout || conditions.length >= MOST_CONDITIONS) return { found, conditions }
    conditions = distinct([...conditions, missing])
  }
}

/**
 * A derivative may exist where no rule says so: that what was worked out is undefined says nothing.
 */
export const SILENT = { reason: 'no rule differentiates the formula there' }

function missingIn(found: unknown): Condition | undefined {
  const { decides } = found as { readonly decides?: Expr }
  return decides && isCondition(decides) ? decides : undefined
}

/** Not known, and why: if the sign of a number would decide, which; or which condition. */
export interface Unknown {
  readonly verdict: 'unknown'
  readonly reason: string
  readonly decides?: Expr
}

export function unknown({ reason, decides }: { reason: string; decides?: Expr }, near: Near): Unknown {
  if (!decides) return { verdict: 'unknown', reason }
  if (mentions(decides, near.name)) return { verdict: 'unknown', reason: 'it oscillates' }
  if (isCondition(decides))
    return { verdict: 'unknown', reason: `whether ${printPlain(decides)} decides`, decides }
  const number = withoutMinus(simplest(withoutMinus(decides), near))
  return { verdict: 'unknown', reason: `the sign of ${printPlain(number)} decides`, decides: number }
}

const withoutMinus = (u: Expr): Expr => (isCall(u, 'negate') ? (u.args[0] as Expr) : u)

const SMALL = 3
/** Longer numbers are only brought to one fraction: a search for anything shorter takes too long. */
const LONG = 24
/** The search is bounded by the lines it looks at; this only keeps it from going on for ever. */
const MILLISECONDS = 2_000

/** The number in its simplest form, if that is the same number. */
export function simplest(value: Expr, { assuming, work }: Near): Expr {
  if (value.size <= SMALL) return value
  const product = value.size <= LONG ? undefined : factored(withPlainLogarithms(value))
  const fraction = product && writtenOut(product)
  const short = fraction && fraction.size < value.size ? fraction : value
  const searched =
    short.size <= LONG ? simplify(short, { assuming, budget: { milliseconds: MILLISECONDS } }).to : short
  const facts = new Facts(assuming, new Canon(isTotal))
  const isSame = (form: Expr): boolean => {
    const found = compareNormalForms(value, form, assuming, work)
    return (
      found.outcome === 'equal' && found.except.length === 0 && unproved(defined(form), facts).length === 0
    )
  }
  return [searched, short].find((form) => form !== value && isSame(form)) ?? value
}

/** log(1/2) as −log 2. */
function withPlainLogarithms(u: Expr): Expr {
  if (u.kind !== 'call') return u
  const args = u.args.map(withPlainLogarithms)
  const [operand] = args as [Expr]
  const of = u.head === 'log' ? literalValue(operand) : undefined
  const isSmall = of !== undefined && of.num > 0n && of.num < of.den
  return isSmall ? negate(call('log', [numberTerm(over(rational(1n), of))])) : call(u.head, args)
}
