/**
 * A form with another domain than the formula stands only where both are defined; elsewhere the formula does. What is
 * asked is what the form itself computes (expm1(x) != 0, not e^x != 1): in doubles the two are not the same.
 */
import { Canon } from '../../expression/canonical.ts'
import { allOf, type Condition, distinct, nonZero } from '../../expression/condition.ts'
import {
  add,
  CONSTANTS,
  call,
  type Expr,
  freeSymbols,
  isCall,
  multiply,
  negate,
  same,
  symbol,
} from '../../expression/expr.ts'
import { domainOf } from '../../rules/domain.ts'
import { isTotal } from '../../rules/forms.ts'
import { unproved } from '../../verify/prove.ts'
import { Facts } from '../../verify/signs.ts'
import { decimalTerm } from '../doubles.ts'
import { parts } from './candidate.ts'
import { areEqual } from './equal.ts'
import { asQuotient, isSquare, product, type Quotient } from './quotients.ts'
import { replaced, rewritten } from './rewritten.ts'
import { spot, truth } from './truth.ts'

/** Questions that a program can ask. */
const ASKED: ReadonlySet<string> = new Set(['<', '<=', '>', '>=', '=', '!=', 'and', 'or'])

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
      !isOfTheSame(condition, known, isSo) &&
      !otherwise(condition, isSo).some(isSo),
  )
}

/**
 * Does the condition ask the same of a numerator as the others do? Over a common denominator x/y − z/x ≠ 0 asks that
 * x² − yz ≠ 0, and 1 − yz/x² ≥ 0 that x² − yz ≥ 0.
 */
function isOfTheSame(
  condition: Condition,
  known: readonly Condition[],
  isSo: (condition: Condition) => boolean,
): boolean {
  const one = differenceOf(condition)
  if (!one) return false
  const others = known.flatMap((other) => differenceOf(other) ?? [])
  if (one.head === '!=') {
    const apart = others.filter(({ head }) => head === '!=').flatMap(({ over }) => [...over, product(over)])
    return one.over.every(
      (factor) => isSo(nonZero(factor)) || apart.some((other) => ratio(factor, other) !== undefined),
    )
  }
  return others.some(
    ({ head, over, under }) =>
      head === one.head &&
      isSquare([...under, ...one.under]) &&
      (ratio(product(one.over), product(over)) ?? 0) > 0,
  )
}

interface Difference extends Quotient {
  readonly head: string
}

const TURNED: Readonly<Record<string, string>> = { '<': '>', '<=': '>=' }

/** What is asked to be above 0, at least 0, or not 0. */
function differenceOf(condition: Condition): Difference | undefined {
  if (condition.kind !== 'call' || condition.args.length !== 2) return undefined
  const { head } = condition
  const [a, b] = condition.args as [Expr, Expr]
  if (head === '!=' || head === '>' || head === '>=') return { head, ...asQuotient(add(a, negate(b))) }
  const other = TURNED[head]
  return other === undefined ? undefined : { head: other, ...asQuotient(add(b, negate(a))) }
}

/** k where u = k·v for a simple number k. */
function ratio(u: Expr, v: Expr): number | undefined {
  const names = [...new Set([...freeSymbols(u), ...freeSymbols(v)])].filter((name) => !CONSTANTS.has(name))
  const [variable] = names
  if (variable === undefined || names.some((name) => !freeSymbols(v).includes(name))) return undefined
  if (same(u, v)) return 1
  const place = spot(
    names,
    names.map((_, i) => SOMEWHERE[i % SOMEWHERE.length] as number),
  )
  const k = truth(u, place) / truth(v, place)
  if (!(Math.abs(k) <= LARGEST_RATIO && Number.isInteger(DENOMINATOR * k) && k !== 0)) return undefined
  return areEqual(u, multiply(decimalTerm(k), v)) ? k : undefined
}

/** A point at which ratios are read off; they are proved afterwards. */
const SOMEWHERE = [1.25, 0.375, 0.8125, 1.5625, 0.59375]
const LARGEST_RATIO = 1_000
const DENOMINATOR = 16

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
  return variable !== undefined && areEqual(left, right)
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
