/** Linear relations between elements, with rational coefficients, found exactly. */
import { isZero, minus, negated, over, type Rational, rational, times } from '../../expression/rational.ts'
import { spend } from './budget.ts'
import type { Element } from './element.ts'
import type { Field } from './field.ts'
import type { Monomial, Polynomial } from './polynomial.ts'

type Row = ReadonlyMap<Monomial, Rational>

const rowOf = (p: Polynomial): Row => new Map([...p].map(([m, q]) => [m, rational(q)]))

/** a − q·b. */
function less<K>(
  a: ReadonlyMap<K, Rational>,
  q: Rational,
  b: ReadonlyMap<K, Rational>,
): ReadonlyMap<K, Rational> {
  spend(b.size)
  const difference = new Map(a)
  for (const [place, value] of b) {
    const old = difference.get(place)
    const next = old ? minus(old, times(q, value)) : negated(times(q, value))
    if (isZero(next)) difference.delete(place)
    else difference.set(place, next)
  }
  return difference
}

/** The q with u = Σ qᵢ·basisᵢ, by place in the basis and without zeros; `undefined` if there are none. */
export function combination(
  field: Field,
  u: Element,
  basis: readonly Element[],
): ReadonlyMap<number, Rational> | undefined {
  if (basis.length === 0) return undefined
  spend(basis.length ** 2)
  const [target, ...rows] = field.together([u, ...basis]).rest
  const pivots: { readonly at: Monomial; readonly row: Row; readonly made: ReadonlyMap<number, Rational> }[] =
    []
  const cleared = (row: Row, made: ReadonlyMap<number, Rational>) => {
    let [left, how] = [row, made]
    for (const pivot of pivots) {
      const q = left.get(pivot.at)
      if (!q) continue
      const factor = over(q, pivot.row.get(pivot.at) as Rational)
      left = less(left, factor, pivot.row)
      how = less(how, factor, pivot.made)
    }
    return { left, how }
  }
  for (const [i, row] of rows.entries()) {
    const { left, how } = cleared(rowOf(row), new Map([[i, rational(1n)]]))
    const [at] = left.keys()
    if (at !== undefined) pivots.push({ at, row: left, made: how })
  }
  const { left, how } = cleared(rowOf(target as Polynomial), new Map())
  return left.size > 0 ? undefined : new Map([...how].map(([i, q]) => [i, negated(q)]))
}
