/** Linear relations between elements, with rational coefficients, found exactly by elimination. */
import { minus, negated, ONE, over, type Rational, rational, times, ZERO } from '../../expression/rational.ts'
import { spend } from './budget.ts'
import type { Element } from './element.ts'
import type { Field } from './field.ts'
import type { Monomial } from './polynomial.ts'

/** A polynomial by its monomials; and of which elements of the basis it was made, by their places. */
type Row = Map<Monomial | number, Rational>

/** Coefficients by place. */
export type Combination = ReadonlyMap<number, Rational>

/** The q with u = Σ qᵢ·basisᵢ, by place in the basis and without zeros; `undefined` if there are none. */
export function combination(field: Field, u: Element, basis: readonly Element[]): Combination | undefined {
  if (basis.length === 0) return undefined
  spend(basis.length ** 2)
  const [target, ...rows] = field
    .together([u, ...basis])
    .rest.map((p): Row => new Map([...p].map(([m, q]) => [m, rational(q)])))
  const pivots = new Map<Monomial, Row>()
  for (const [i, row] of rows.entries()) {
    row.set(i, ONE)
    const at = cleared(row, pivots)
    if (at !== undefined) pivots.set(at, row)
  }
  if (cleared(target as Row, pivots) !== undefined) return undefined
  return new Map([...(target as Row)].map(([i, q]) => [i as number, negated(q)]))
}

/** Subtracts multiples of the rows until their monomials are gone; returns a monomial that is left. */
function cleared(row: Row, pivots: ReadonlyMap<Monomial, Row>): Monomial | undefined {
  for (const [at, pivot] of pivots) {
    const q = row.get(at)
    if (!q) continue
    spend(pivot.size)
    const factor = over(q, pivot.get(at) as Rational)
    for (const [place, value] of pivot) {
      const left = minus(row.get(place) ?? ZERO, times(factor, value))
      if (left.num === 0n) row.delete(place)
      else row.set(place, left)
    }
  }
  return [...row.keys()].find((place) => typeof place === 'string')
}
