/** What the form of a polynomial tells about its sign, at all points where its generators have values. */
import type { Bases, Known } from './bases.ts'
import { spend } from './budget.ts'
import { byRoot, difference, isDefinite, type Monomial, type Polynomial, product } from './polynomial.ts'

const LARGEST = 12
const DEEPEST = 2

/** A sum of terms that are never negative is not negative, and positive if one of them is. */
export function knownSign(p: Polynomial, bases: Bases, depth = 0): Known {
  let known: Known = 'not negative'
  for (const [m, q] of p) {
    const term = q > 0n ? signOfMonomial(m, bases) : 'nothing'
    if (term === 'nothing') return isDefinite(p) || outweighs(p, bases, depth) ? 'positive' : 'nothing'
    if (term === 'positive') known = 'positive'
  }
  return known
}

/** Roots are not negative, nor are even powers; any other generator is what its base is known to be. */
function signOfMonomial(m: Monomial, bases: Bases): Known {
  let known: Known = 'positive'
  for (let i = 0; i < m.length; i += 1) {
    const n = m.charCodeAt(i)
    const { kind, base } = bases.generators[i] as Bases['generators'][number]
    const sign = bases.at(base).known
    if (n === 0 || sign === 'positive') continue
    if (n % 2 === 1 && kind !== 'root' && sign === 'nothing') return 'nothing'
    known = 'not negative'
  }
  return known
}

/** p = u + v·√b, where the part with the larger square is positive. */
function outweighs(p: Polynomial, bases: Bases, depth: number): boolean {
  if (p.size > LARGEST || depth > DEEPEST) return false
  spend(bases.generators.length)
  return bases.generators.some(({ kind, value }, i) => {
    const split = kind === 'root' ? byRoot(p, i, bases.order / 2) : undefined
    if (!split) return false
    const [u, v] = split
    const [first, second] = [product(u, u), product(product(v, v), value)]
    const isPositive = (part: Polynomial): boolean =>
      knownSign(bases.reduced(part), bases, depth + 1) === 'positive'
    return (
      [u, difference(first, second)].every(isPositive) || [v, difference(second, first)].every(isPositive)
    )
  })
}
