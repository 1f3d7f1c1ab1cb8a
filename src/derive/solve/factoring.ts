/** A factor that every term of an equation u = 0 has is taken out; then one of two factors is 0. */
import { type Expr, isCall, multiply, productOf, sumOf } from '../../expression/expr.ts'
import type { Path } from '../../expression/path.ts'
import { asSum, common, factorTerm, productTerm, without } from '../view.ts'
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

/** Everything on the left, multiplied out, and the common factors taken out. */
export function commonFactor(w: Working, path: Path): boolean {
  return w.attempt(() => {
    if (!onOneSide(w, path)) return false
    expand(w, [...path, 0])
    const terms = asSum(sidesAt(w, path)[0])
    const [first, ...others] = terms
    if (!first || others.length === 0) return false
    const shared = others.reduce((found, term) => common(found, term.above), first.above)
    const varying = shared.filter((f) => w.varies(f.base))
    if (varying.length === 0) return false
    const u = productOf(varying.map(factorTerm))
    const rests = terms.map((term) => productTerm({ ...term, above: without(term.above, varying) }))
    const to = multiply(u, sumOf(rests))
    if (!w.rule('distribute', [...path, 0], { u, v_: rests }, { back: true, to })) return false
    return w.rule('product 0', path, { u, v: sumOf(rests) })
  })
}
