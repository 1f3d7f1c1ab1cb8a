/** Polynomials that are squares, by the method of long division. */
import { integerRoot } from '../../expression/rational.ts'
import { accumulate, exponents, leading, type Monomial, type Polynomial, parted } from './polynomial.ts'

const MOST_TERMS = 12

/** q with q² = p and a positive last coefficient, if there is one with few terms. */
export function squareRoot(p: Polynomial): Polynomial | undefined {
  const lead = leading(p)
  const first = rootOfMonomial(lead)
  const head = p.get(lead) ?? 0n
  const coefficient = head > 0n ? integerRoot(head, 2n) : 0n
  if (first === undefined || coefficient * coefficient !== head || head === 0n) return undefined
  const root = new Map([[first, coefficient]])
  const rest = new Map(p)
  rest.delete(lead)
  while (rest.size > 0) {
    const top = leading(rest)
    const m = parted(top, first)
    const q = rest.get(top) as bigint
    if (m === undefined || root.has(m) || q % (2n * coefficient) !== 0n || root.size > MOST_TERMS)
      return undefined
    const next = q / (2n * coefficient)
    // p − (root + t)² = (p − root²) − 2·root·t − t²
    accumulate(rest, root, -2n * next, m)
    root.set(m, next)
    accumulate(rest, new Map([[m, next]]), -next, m)
  }
  return root
}

function rootOfMonomial(m: Monomial): Monomial | undefined {
  const halves = exponents(m).map((n) => n / 2)
  return halves.every(Number.isInteger) ? String.fromCharCode(...halves) : undefined
}
