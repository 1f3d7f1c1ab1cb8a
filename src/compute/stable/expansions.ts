/**
 * Taylor polynomials near 0 and sums of powers far out, for parts where all digits cancel. They hold nearly and near
 * there only: where they are good enough is measured, as of every form.
 */
import { series } from '../../analyse/series.ts'
import { OutOfBudget } from '../../derive/index.ts'
import { OgeeError } from '../../expression/error.ts'
import {
  add,
  CONSTANTS,
  type Expr,
  freeSymbols,
  integer,
  multiply,
  negate,
  raise,
  same,
  symbol,
} from '../../expression/expr.ts'
import { literalValue } from '../../expression/number-term.ts'

const MILLISECONDS = 2_000
const ORDER = 14
/** Parts expanded in one search. */
const MOST_PARTS = 8
const LARGEST = 40

/** Polynomials of one variable, by Horner's rule in the lowest power; found once for each part. */
export class Expansions {
  readonly #known = new Map<number, { readonly u: Expr; readonly found: readonly Expr[] }[]>()

  #count = 0

  of(u: Expr): readonly Expr[] {
    const [name, ...others] = freeSymbols(u).filter((one) => !CONSTANTS.has(one))
    if (name === undefined || others.length > 0 || u.size > LARGEST) return []
    const shelf = this.#known.get(u.hash) ?? []
    this.#known.set(u.hash, shelf)
    const known = shelf.find((one) => same(one.u, u))
    if (known) return known.found
    const found =
      this.#count < MOST_PARTS && hasNumbersOnly(u) ? [expansion(u, name, ORDER) ?? []].flat() : []
    this.#count += 1
    shelf.push({ u, found })
    return found
  }
}

/** With π or e in it the coefficients would hardly be numbers. */
const hasNumbersOnly = (u: Expr): boolean => freeSymbols(u).every((name) => !CONSTANTS.has(name))

function expansion(u: Expr, variable: string, order: number): Expr | undefined {
  try {
    const found = series(u, { variable, order, budget: { milliseconds: MILLISECONDS } })
    if (found.verdict !== 'series' || found.terms.length < 2) return undefined
    const terms = found.terms.map(({ coefficient, exponent }) => ({ coefficient, n: literalValue(exponent) }))
    if (
      terms.some(
        ({ n, coefficient }) => n === undefined || n.den !== 1n || literalValue(coefficient) === undefined,
      )
    )
      return undefined
    return horner(
      terms.map(({ coefficient, n }) => ({ coefficient, n: Number(n?.num) })),
      symbol(variable),
    )
  } catch (error) {
    if (error instanceof OgeeError || error instanceof OutOfBudget) return undefined
    throw error
  }
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
