/**
 * A form with another domain than the formula stands only where both are defined; elsewhere the formula does. What is
 * asked is what the form itself computes (expm1(x) != 0, not e^x != 1): in doubles the two are not the same.
 */
import { compare } from '../../derive/compare.ts'
import { OutOfBudget } from '../../derive/index.ts'
import { Canon } from '../../expression/canonical.ts'
import { allOf, type Condition, distinct, nonZero } from '../../expression/condition.ts'
import { OgeeError } from '../../expression/error.ts'
import {
  add,
  CONSTANTS,
  call,
  type Expr,
  freeSymbols,
  isCall,
  negate,
  symbol,
} from '../../expression/expr.ts'
import { domainOf } from '../../rules/domain.ts'
import { isTotal } from '../../rules/forms.ts'
import { unproved } from '../../verify/prove.ts'
import { Facts } from '../../verify/signs.ts'
import { parts } from './candidate.ts'
import { replaced, rewritten } from './rewritten.ts'
import { spot, truth } from './truth.ts'

/** Questions that a program can ask. */
const ASKED: ReadonlySet<string> = new Set(['<', '<=', '>', '>=', '=', '!=', 'and', 'or'])
const MILLISECONDS = 200

/** The form, elsewhere the formula; nothing where it cannot be asked whether both are defined. */
export function guarded(form: Expr, u: Expr): Expr | undefined {
  const canon = new Canon(isTotal)
  const [ofForm, ofFormula] = [domainOf(form, canon), domainOf(u, canon)]
  const missing = lacking(ofForm, ofFormula, canon)
  const added = lacking(ofFormula, ofForm, canon).flatMap((condition) => holes(condition))
  const asked = distinct([...missing, ...added])
  if (asked.length === 0) return form
  if (!asked.every((condition) => condition.kind === 'call' && ASKED.has(condition.head))) return undefined
  return isCall(form, 'piecewise') ? undefined : call('piecewise', [form, allOf(asked), u])
}

/** The conditions that do not follow from the others, as they stand or with a part rewritten, nor are one of them. */
function lacking(conditions: readonly Condition[], known: readonly Condition[], canon: Canon): Condition[] {
  const facts = new Facts(known, canon)
  const isSo = (condition: Condition): boolean => unproved(condition, facts).length === 0
  return conditions.filter(
    (condition) =>
      !isSo(condition) &&
      !known.some((other) => isInOtherWords(condition, other)) &&
      !otherwise(condition, isSo).some(isSo),
  )
}

/** The condition with one of its parts in another form. */
function otherwise(condition: Condition, isSo: (condition: Condition) => boolean): readonly Condition[] {
  return [...parts(condition)].flatMap(({ part, path }) =>
    path.length === 0 || part.kind !== 'call'
      ? []
      : [...rewritten(part, isSo)].slice(0, MOST_OTHERS).map((other) => replaced(condition, path, other)),
  )
}

/** Other forms tried of each part of a condition. */
const MOST_OTHERS = 4

function isInOtherWords(a: Condition, b: Condition): boolean {
  if (a.kind !== 'call' || b.kind !== 'call' || a.head !== b.head || a.args.length !== 2) return false
  const [left, right] = [a, b].map(({ args }) => add(args[0] as Expr, negate(args[1] as Expr))) as [
    Expr,
    Expr,
  ]
  const variable = freeSymbols(left).find((name) => !CONSTANTS.has(name))
  if (variable === undefined) return false
  try {
    return compare(left, right, { variable, budget: { milliseconds: MILLISECONDS } }).verdict === 'equal'
  } catch (error) {
    if (error instanceof OgeeError || error instanceof OutOfBudget) return false
    throw error
  }
}

/**
 * Single points where only the form is defined: in doubles `tan x != x` is false near 0 as well, so that 0 itself is
 * asked for where that is meant; what no double is needs no question.
 */
function holes(condition: Condition): Condition[] {
  if (condition.kind !== 'call' || condition.head !== '!=') return [condition]
  const [a, b] = condition.args as [Expr, Expr]
  const [name, ...others] = freeSymbols(condition).filter((one) => !CONSTANTS.has(one))
  if (name === undefined || others.length > 0 || isLinear(a, b)) return [condition]
  const isHole = truth(add(a, negate(b)), spot([name], [0])) === 0
  return isHole ? [nonZero(symbol(name))] : []
}

/** A letter, or one and a number: told exactly in doubles. */
const isLinear = (a: Expr, b: Expr): boolean =>
  b.kind === 'number' && (a.kind === 'symbol' || (a.size <= 3 && isCall(a, 'add')))
