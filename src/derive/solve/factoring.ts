/** A factor that every term of an equation u = 0 has is taken out; then one of two factors is 0. */
import { type Expr, isCall, multiply, productOf, sumOf } from '../../expression/expr.ts'
import type { Path } from '../../expression/path.ts'
import { asSum, common, type Factor, factorTerm, productTerm, without } from '../view.ts'
import { expand } from './expand.ts'
import { onOneSide } from './sides.ts'
import { sidesAt, type Working } from './working.ts'

/** u·v = 0, both factors with the variable. */
export function splitProduct(w: Working, path: Path): boolean {
  const [left, right] = sidesAt(w, path)
  const value = w.canon.value(right)
  if (!isCall(left, 'multiply') || value?.num !== 0n) return false
  const varying = left.args.filter((arg) => w.varies(arg))
  if (varying.length < 2) return false
  const [u, ...others] = left.args as [Expr, ...Expr[]]
  return w.rule('product 0', path, { u, v: productOf(others) })
}

/** Everything on the left, multiplied out, and the common factors with the variable taken out. */
export function commonFactor(w: Working, path: Path): boolean {
  return w.attempt(() => {
    if (!onOneSide(w, path)) return false
    expand(w, [...path, 0])
    const taken = takeOut(w, [...path, 0], (factor) => w.varies(factor.base))
    return taken !== undefined && w.rule('product 0', path, taken)
  })
}

/** Takes the factors that are wanted, and that every term of the sum at `path` has, out of it. */
export function takeOut(
  w: Working,
  path: Path,
  isWanted: (factor: Factor) => boolean,
): { readonly u: Expr; readonly v: Expr } | undefined {
  const terms = asSum(w.at(path))
  const [first, ...others] = terms
  if (!first || others.length === 0) return undefined
  const shared = others.reduce((found, term) => common(found, term.above), first.above).filter(isWanted)
  if (shared.length === 0) return undefined
  const u = productOf(shared.map(factorTerm))
  const rests = terms.map((term) => productTerm({ ...term, above: without(term.above, shared) }))
  const v = sumOf(rests)
  return w.rule('distribute', path, { u, v_: rests }, { back: true, to: multiply(u, v) })
    ? { u, v }
    : undefined
}
