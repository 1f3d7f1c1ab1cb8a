/** What was being done, where no mistake explains the line: a sum became a product, or a product a sum. */
import { type Expr, freeSymbols, isCall } from '../expression/expr.ts'

export type Shape = 'factoring' | 'expanding'

const POLYNOMIAL: ReadonlySet<string> = new Set(['add', 'multiply', 'negate', 'power'])

/** The change of shape between two polynomials in the same letters. */
export function shapeOf(from: Expr, to: Expr): Shape | undefined {
  if (!isPolynomial(from) || !isPolynomial(to)) return undefined
  if (!freeSymbols(from).some((name) => freeSymbols(to).includes(name))) return undefined
  if (isSum(from) && isProduct(to)) return 'factoring'
  return holdsProduct(from) && isSum(to) && !holdsProduct(to) ? 'expanding' : undefined
}

const isPolynomial = (u: Expr): boolean =>
  u.kind !== 'call' ||
  (POLYNOMIAL.has(u.head) &&
    u.args.every(isPolynomial) &&
    (u.head !== 'power' || u.args[1]?.kind === 'number'))

const isSum = (u: Expr): boolean => isCall(u, 'add') && !holdsProduct(u)

/** A product or power with a sum in it. */
const isProduct = (u: Expr): boolean =>
  (isCall(u, 'multiply') || isCall(u, 'power')) && u.args.some((arg) => isCall(arg, 'add') || isProduct(arg))

const holdsProduct = (u: Expr): boolean => isProduct(u) || (u.kind === 'call' && u.args.some(holdsProduct))
