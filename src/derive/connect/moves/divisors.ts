/** Polynomials above and below a line with a common divisor; polynomials with a repeated factor. */
import { type Expr, integer, multiply, raise } from '../../../expression/expr.ts'
import type { Path } from '../../../expression/path.ts'
import { asProduct, type Factor } from '../../view.ts'
import { pathToFactor } from '../factors.ts'
import { type Move, moved, unmade } from '../move.ts'
import {
  commonDivisor,
  derivativeOf,
  linearDivisor,
  type Polynomial,
  polynomialOf,
  polynomialTerm,
  quotientOf,
} from '../polynomial.ts'
import type { Setting } from '../setting.ts'
import { expected, type Work } from '../work.ts'
import { multiplyOut } from './distribute.ts'

/** (x² + 3x + 2)/(x² − 1) → (x + 1)·(x + 2)/((x + 1)·(x − 1)) */
export const commonFactor: Move = function* (u, { setting }) {
  const product = asProduct(u)
  if (product.below.length === 0) return
  for (const f of product.above) {
    const p = polynomialOf(f.base)
    if (!p) continue
    for (const g of product.below) {
      const q = polynomialOf(g.base)
      const d = q && commonDivisor(p, q)
      if (!q || !d) continue
      yield moved(u, (work) => {
        factorAt(work, f, p, d, setting)
        factorAt(work, g, q, d, setting)
      })
    }
  }
}

/** x² + 6x + 9 → (x + 3)² */
export const repeatedFactor: Move = function* (u, { setting }) {
  const p = polynomialOf(u)
  const d = p && commonDivisor(p, derivativeOf(p))
  if (!p || !d) return
  yield moved(u, (work) => writeAsProduct(work, [], p, d, setting))
}

/** x² + 5x + 6 → (x + 2)·(x + 3) */
export const linearFactor: Move = function* (u, { setting }) {
  const p = polynomialOf(u)
  if (!p || p.coefficients.length < 3 || p.coefficients.length > 9) return
  const d = linearDivisor(p)
  if (d) yield moved(u, (work) => writeAsProduct(work, [], p, d, setting))
}

function factorAt(work: Work, f: Factor, p: Polynomial, d: Polynomial, setting: Setting): void {
  if (p.coefficients.length === d.coefficients.length) return
  const path = expected(pathToFactor(work.to, f.base))
  writeAsProduct(work, path, p, d, setting)
}

function writeAsProduct(work: Work, path: Path, p: Polynomial, d: Polynomial, setting: Setting): void {
  const q = expected(quotientOf(p, d))
  const form = written(d, q)
  unmade(work, path, form, (forth) => multiplyOut(forth, [], setting), setting)
}

/** d·q, as a square if they are the same. */
function written(d: Polynomial, q: Polynomial): Expr {
  const [a, b] = [polynomialTerm(d), polynomialTerm(q)]
  if (quotientOf(q, d) && q.coefficients.length === d.coefficients.length) {
    const c = quotientOf(q, d)?.coefficients[0]
    if (c && c.num === 1n && c.den === 1n) return raise(a, integer(2))
  }
  return multiply(a, b)
}
