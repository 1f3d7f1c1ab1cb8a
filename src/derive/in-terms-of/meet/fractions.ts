/** One denominator: for the terms of a sum, and for two forms that are to be compared. */
import { add, divide, type Expr, multiply, productOf, same } from '../../../expression/expr.ts'
import type { Move } from '../../move.ts'
import { asProduct, type Factor, factorTerm, type Product, productTerm, without } from '../../view.ts'
import { type Mover, NOTHING } from './mover.ts'

/** Fractions in a sum are brought to one denominator; in an exponent they say more apart. */
export const oneDenominator: Mover = (u) => {
  if (u.head !== 'add') return NOTHING
  const terms = u.args.map(asProduct)
  if (!terms.some((term) => term.below.length > 0)) return NOTHING
  const all: Factor[] = []
  for (const { below } of terms) for (const factor of without(below, all)) raiseTo(all, factor)
  const below = productOf(all.map(factorTerm))
  const moves: Move[] = []
  const above = terms.map((term, i) => {
    const [numerator, own] = [productTerm({ ...term, below: [] }), productOf(term.below.map(factorTerm))]
    const missing = without(all, term.below)
    const to = divide(missing.length === 0 ? numerator : times(numerator, missing), below)
    if (missing.length > 0) {
      const letters = { u: numerator, v: own, w: productOf(missing.map(factorTerm)) }
      moves.push({ rule: 'cancel a factor', direction: 'backward', letters, at: [i], to })
    } else if (!same(u.args[i] as Expr, to)) moves.push({ at: [i], to })
    return to.args[0] as Expr
  })
  const letters = { v_: above, w: below }
  return [
    ...moves,
    { rule: 'split the fraction', direction: 'backward', letters, to: divide(add(...above), below) },
  ]
}

/** Adds to the factors what is missing of this one. */
function raiseTo(factors: Factor[], { base, exponent }: Factor): void {
  const i = factors.findIndex((factor) => same(factor.base, base))
  const known = factors[i]
  if (known) factors[i] = { base, exponent: known.exponent + exponent }
  else factors.push({ base, exponent })
}

const times = (u: Expr, factors: readonly Factor[]): Expr =>
  productTerm(asProduct(multiply(u, ...factors.map(factorTerm))))

/** What gives two fractions the same denominator. */
export function overOneDenominator(u: Expr, v: Expr): readonly [readonly Move[], readonly Move[]] {
  const [p, q] = [asProduct(u), asProduct(v)]
  return [expandedBy(u, p, without(q.below, p.below)), expandedBy(v, q, without(p.below, q.below))]
}

function expandedBy(u: Expr, { below, ...above }: Product, missing: readonly Factor[]): readonly Move[] {
  const numerator = productTerm({ ...above, below: [] })
  const own = productOf(below.map(factorTerm))
  if (missing.length === 0) return below.length === 0 ? NOTHING : [{ to: divide(numerator, own) }]
  const w = productOf(missing.map(factorTerm))
  const letters = { u: numerator, v: own, w }
  const to = divide(multiply(numerator, w), productOf([...below, ...missing].map(factorTerm)))
  return same(u, to) ? NOTHING : [{ rule: 'cancel a factor', direction: 'backward', letters, to }]
}
