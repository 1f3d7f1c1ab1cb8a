/** Cubic equations with rational coefficients and no rational root: shifted until the square is gone, then by formula. */
import { add, type Expr, integer, multiply, raise, sumOf } from '../../expression/expr.ts'
import { numberTerm } from '../../expression/number-term.ts'
import type { Path } from '../../expression/path.ts'
import {
  isOne,
  isZero,
  minus,
  ONE,
  over,
  plus,
  type Rational,
  rational,
  times,
  ZERO,
} from '../../expression/rational.ts'
import { writeAs } from './expand.ts'
import { neat } from './neat.ts'
import type { Working } from './working.ts'

/** a·t³ + b·t² + c·t + d = a·(u³ + p·u + q) with u = t + b/(3a). */
export function cubic(w: Working, path: Path, t: Expr, values: ReadonlyMap<bigint, Rational>): boolean {
  const a = values.get(3n) ?? ONE
  const [d, c, b] = [0n, 1n, 2n].map((k) => over(values.get(k) ?? ZERO, a)) as [Rational, Rational, Rational]
  const shift = over(b, rational(3n))
  const p = minus(c, times(b, shift))
  const q = plus(minus(d, times(c, shift)), times(rational(2n), times(shift, times(shift, shift))))
  const u = isZero(shift) ? t : neat(add(t, numberTerm(shift)), w.canon)
  const terms = [raise(u, integer(3)), ...(isZero(p) ? [] : [multiply(numberTerm(p), u)]), numberTerm(q)]
  const inner = sumOf(terms)
  const outer = isOne(a) ? inner : multiply(numberTerm(a), inner)
  const letters = { u, p: numberTerm(p), q: numberTerm(q) }
  return w.attempt(
    () =>
      (isZero(shift) && isOne(a) ? true : writeAs(w, [...path, 0], outer)) &&
      (isOne(a) ||
        w.rule('product 0, factor not 0', path, { u: inner, w: numberTerm(a) }, { strict: true })) &&
      (w.rule('cubic formula, one root', path, letters, { strict: true }) ||
        w.rule('cubic formula, three roots', path, letters, { strict: true })),
  )
}
