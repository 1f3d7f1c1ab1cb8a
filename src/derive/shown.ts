/**
 * A rule's right-hand side as it is written on the page: factors 1 are dropped, −1 becomes a sign,
 * n − 1 is worked out, and a letter that stands for a product or sum joins the one around it. The
 * letters themselves stay as they are.
 */
import { call, divide, type Expr, isCall, negate, productOf, raise, sumOf } from '../expression/expr.ts'
import { literalValue, numberTerm } from '../expression/number-term.ts'
import { isOne, plus } from '../expression/rational.ts'
import type { Letters } from '../rules/compile.ts'

/** The pattern filled in and cleaned. */
export function shown(pattern: Expr, letters: Letters): Expr {
  if (pattern.kind === 'number') return pattern
  if (pattern.kind === 'symbol') return (letters[pattern.name] as Expr | undefined) ?? pattern
  if (pattern.head === 'sum') return shownList(pattern.args[0] as Expr, letters)
  const args = pattern.args.map((arg) => shown(arg, letters))
  const [a, b] = args as [Expr, Expr]
  switch (pattern.head) {
    case 'multiply':
      return shownProduct(args)
    case 'divide':
      return isUnit(b) ? a : divide(a, b)
    case 'negate':
      return isCall(a, 'negate') ? (a.args[0] as Expr) : negate(a)
    case 'add':
      return shownSum(args)
    case 'power':
      return isUnit(b) ? a : raise(a, b)
    default:
      return call(pattern.head, args)
  }
}

function shownList(element: Expr, letters: Letters): Expr {
  const name = Object.keys(letters).find((letter) => letter.endsWith('_')) as string
  return sumOf((letters[name] as readonly Expr[]).map((item) => shown(element, { ...letters, [name]: item })))
}

const isUnit = (u: Expr): boolean => u.kind === 'number' && isOne(u.value)

function shownProduct(args: readonly Expr[]): Expr {
  const factors = args
    .flatMap((arg) => (isCall(arg, 'multiply') ? arg.args : [arg]))
    .filter((arg) => !isUnit(arg))
  const [first, ...rest] = factors
  const minusOne = first && isCall(first, 'negate') && isUnit(first.args[0] as Expr)
  return minusOne && rest.length > 0 ? negate(productOf(rest)) : productOf(factors)
}

/** Numbers in an exponent such as 3 − 1 are added up. */
function shownSum(args: readonly Expr[]): Expr {
  const terms = args.flatMap((arg) => (isCall(arg, 'add') ? arg.args : [arg]))
  const values = terms.map(literalValue)
  const known = values.every((value) => value !== undefined)
  return known ? numberTerm(values.reduce((a, b) => plus(a as never, b as never)) as never) : sumOf(terms)
}
