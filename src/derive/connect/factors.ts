/** Taking some factors of a product together, so that a rule can be used on them alone. */
import { type Expr, integer, isCall, raise, same } from '../../expression/expr.ts'
import type { Path } from '../../expression/path.ts'
import { isOne, type Rational } from '../../expression/rational.ts'
import { type Factor, type Product, productTerm, without } from '../view.ts'
import type { Work } from './work.ts'

/** Some factors above and below the line, and perhaps a number. */
interface Part {
  readonly coefficient?: Rational
  readonly above?: readonly Factor[]
  readonly below?: readonly Factor[]
}

export const factor = (base: Expr, exponent = 1n): Factor => ({ base, exponent })

const isEmpty = ({ coefficient, above, below }: Product): boolean =>
  isOne(coefficient) && above.length === 0 && below.length === 0

/** The product without the part. */
const remaining = (product: Product, part: Part): Product => ({
  ...product,
  above: without(product.above, part.above ?? []),
  below: without(product.below, part.below ?? []),
})

/**
 * Writes the product at `path` so that `shape`, which is what the part amounts to, stands in it as
 * one operand (or, unless it is to stand alone, as several side by side); returns where.
 */
export function expose(
  work: Work,
  path: Path,
  product: Product,
  part: Part,
  shape: Expr,
  alone = false,
): Path {
  const rest = remaining(product, part)
  if (isEmpty(rest)) {
    work.calculate(path, shape)
    return path
  }
  const there = alone ? undefined : placeOf(work.at(path), shape)
  if (there) return [...path, ...there]
  const whole = productTerm({ ...rest, above: [...rest.above, factor(shape)] })
  work.calculate(path, whole)
  return [...path, ...(placeOf(whole, shape) ?? [])]
}

/** Where `part` stands in the product u as an operand, or as several operands together. */
function placeOf(u: Expr, part: Expr): Path | undefined {
  if (same(u, part)) return []
  if (u.kind !== 'call') return undefined
  if (u.head === 'multiply' && isCall(part, 'multiply') && part.args.length < u.args.length) {
    const chosen: number[] = []
    for (const arg of part.args) {
      const i = u.args.findIndex((other, k) => !chosen.includes(k) && same(other, arg))
      if (i < 0) break
      chosen.push(i)
    }
    if (chosen.length === part.args.length) return [chosen.sort((a, b) => a - b)]
  }
  if (u.head !== 'multiply' && u.head !== 'divide' && u.head !== 'negate') return undefined
  for (const [i, arg] of u.args.entries()) {
    if (u.head === 'divide' && i === 1) break
    const path = placeOf(arg, part)
    if (path) return [i, ...path]
  }
  return undefined
}

/** Base and exponent of what arithmetic cannot open: √u is u to the 1/2, e^v is e to the v. */
export const powerOf = (base: Expr, exponent: bigint): Expr =>
  exponent === 1n ? base : raise(base, integer(exponent))

/** Where a factor of the product u stands, its exponent aside. */
export function pathToFactor(u: Expr, base: Expr): Path | undefined {
  if (same(u, base)) return []
  if (u.kind !== 'call' || !PRODUCTS.has(u.head)) return undefined
  for (const [i, arg] of u.args.entries()) {
    const path = u.head === 'power' && i === 1 ? undefined : pathToFactor(arg, base)
    if (path) return [i, ...path]
  }
  return undefined
}

const PRODUCTS: ReadonlySet<string> = new Set(['multiply', 'divide', 'negate', 'power'])

/** Is u the numeral 1? */
export const isUnit = (u: Expr): boolean => u.kind === 'number' && isOne(u.value)
