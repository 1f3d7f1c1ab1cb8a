/**
 * Taylor polynomials near 0 and sums of powers far out, for parts where all digits cancel. They hold nearly and near
 * there only: where they are good enough is measured, as of every form.
 */
import { toRational } from '../../enclose/dyadic.ts'
import type { Interval } from '../../enclose/interval.ts'
import {
  add,
  CONSTANTS,
  divide,
  type Expr,
  freeSymbols,
  integer,
  multiply,
  negate,
  raise,
  same,
  symbol,
} from '../../expression/expr.ts'
import { numberTerm } from '../../expression/number-term.ts'
import { type Rational, rational } from '../../expression/rational.ts'
import { type Jet, Jets } from './jets.ts'

/** Coefficients taken, and how many more are computed as cancelling costs some. */
const ORDER = 20
const SPARE = 6
/** Parts expanded in one search. */
const MOST_PARTS = 12
const LARGEST = 60

/** Polynomials of one variable, by Horner's rule in the lowest power; found once for each part. */
export class Expansions {
  readonly #known = new Map<number, { readonly u: Expr; readonly found: readonly Expr[] }[]>()
  readonly #jets = new Map<string, readonly [near: Jets, far: Jets]>()

  #count = 0

  of(u: Expr): readonly Expr[] {
    const [name, ...others] = freeSymbols(u).filter((one) => !CONSTANTS.has(one))
    if (name === undefined || others.length > 0 || u.size > LARGEST) return []
    const shelf = this.#known.get(u.hash) ?? []
    this.#known.set(u.hash, shelf)
    const known = shelf.find((one) => same(one.u, u))
    if (known) return known.found
    const found = this.#count < MOST_PARTS ? this.#found(u, name) : []
    this.#count += 1
    shelf.push({ u, found })
    return found
  }

  #found(u: Expr, name: string): readonly Expr[] {
    const made = (far: boolean): Jets => new Jets(name, far, ORDER + SPARE)
    const [near, far] = this.#jets.get(name) ?? [made(false), made(true)]
    this.#jets.set(name, [near, far])
    const x = symbol(name)
    return [polynomial(near.of(u), x) ?? [], polynomial(far.of(u), divide(integer(1), x)) ?? []].flat()
  }
}

function polynomial(jet: Jet | undefined, x: Expr): Expr | undefined {
  if (!jet) return undefined
  const terms = jet.terms
    .slice(0, ORDER)
    .map((term, k) => ({ value: numberNear(term), n: jet.from + k }))
    .filter(({ value }) => value.num !== 0n)
    .map(({ value, n }) => ({ coefficient: numberTerm(value), n }))
  return terms.length < 2 ? undefined : horner(terms, x)
}

/** Of as many digits are coefficients that are not known exactly. */
const MOST = 10n ** 24n

/** The number itself where it is known exactly, else its first digits. */
function numberNear({ exact, lo, hi }: Interval): Rational {
  if (exact) return exact
  const [low, high] = [toRational(lo), toRational(hi)]
  if (low.num <= 0n && high.num >= 0n) return rational(0n)
  const size = low.num < 0n ? -low.num : low.num
  let scale = 1n
  while (size * scale < low.den * MOST) scale *= 10n
  const digits = (2n * size * scale + low.den) / (2n * low.den)
  return rational(low.num < 0n ? -digits : digits, scale)
}

interface Term {
  readonly coefficient: Expr
  readonly n: number
}

const power = (x: Expr, n: number): Expr =>
  n === 1 ? x : n > 0 ? raise(x, integer(n)) : raise(x, negate(integer(-n)))

/** xⁿ(a + xᵏ(b + …)) */
function horner([first, ...rest]: readonly Term[], x: Expr, before = 0): Expr | undefined {
  if (!first) return undefined
  const inner = horner(rest, x, first.n)
  const sum = inner ? add(first.coefficient, inner) : first.coefficient
  const n = first.n - before
  return n === 0 ? sum : multiply(power(x, n), sum)
}
