/** Fractions in kernels as numbers times powers: the pieces of which a written form is made. */
import type { Expr } from '../../expression/expr.ts'
import { negated, ONE, type Rational, times } from '../../expression/rational.ts'
import {
  content,
  difference,
  generator,
  generatorsOf,
  isNought,
  lowestDegree,
  opposite as negative,
  numberIn,
  type Polynomial,
  primitive,
  product,
  quotient,
  raised,
  type Term,
  termsOf,
} from './polynomial.ts'

/** How the kernels look, and which of them come from the functions. */
export interface Writing {
  readonly term: (kernel: number) => Expr
  /** Kernels with one of the letters in them, in the order of the letters. */
  readonly letters: ReadonlySet<number>
  /** Kernels with the variable in them. */
  readonly varying: ReadonlySet<number>
  /** Polynomials that are likely factors. */
  readonly factors: readonly Polynomial[]
}

/** A factor with its exponent, negative below the line. */
export interface Piece {
  readonly base: Polynomial
  readonly exponent: number
  /** How the base is written, if not as its terms say. */
  readonly as?: Expr
}

export interface Pieces {
  readonly number: Rational
  readonly pieces: readonly Piece[]
}

export const monomial = ({ coefficient, exponents }: Term): Polynomial =>
  [...exponents].reduce<Polynomial>((all, [v, k]) => product(all, raised(generator(v), k)), coefficient)

/** p as a number times powers of kernels, of the likely factors and of what is left. */
export function factored(p: Polynomial, likely: readonly Polynomial[]): Pieces {
  const pieces: Piece[] = []
  let rest = primitive(p)
  for (const v of [...generatorsOf(p)].sort((a, b) => a - b)) {
    const exponent = lowestDegree(p, v)
    if (exponent === 0) continue
    pieces.push({ base: generator(v), exponent })
    rest = quotient(rest, raised(generator(v), exponent)) as Polynomial
  }
  for (const base of likely) {
    let exponent = 0
    for (let next = quotient(rest, base); next !== undefined; next = quotient(rest, base)) {
      rest = next
      exponent += 1
    }
    if (exponent > 0) pieces.push({ base, exponent })
  }
  const number = numberIn(rest)
  if (number === undefined) pieces.push({ base: rest, exponent: 1 })
  return { number: times(content(p), number ?? ONE), pieces }
}

/** The kernel that p is, if it is one alone. */
export function kernelIn(p: Polynomial): number | undefined {
  const [only, ...more] = generatorsOf(p)
  const alone = only !== undefined && more.length === 0 && isNought(difference(p, generator(only)))
  return alone ? only : undefined
}

export const isSum = ({ base }: Piece): boolean => termsOf(base).length > 1

export const isOddPower = ({ exponent }: Piece): boolean => exponent % 2 !== 0

export const flipped = ({ number, pieces }: Pieces, piece: Piece, turned: Piece): Pieces => ({
  number: isOddPower(piece) ? negated(number) : number,
  pieces: pieces.map((other) => (other === piece ? turned : other)),
})

export const opposite = (piece: Piece): Piece => ({ ...piece, base: negative(piece.base) })

export const mentionsLetters = (p: Polynomial, { letters }: Writing): boolean =>
  [...generatorsOf(p)].some((v) => letters.has(v))

/** Numbers first, then in the order in which the kernels were met. */
const earlier = (a: number, b: number): number =>
  a === b ? 0 : b === Infinity || (a !== Infinity && a > b) ? 1 : -1

/** Terms without the letters first, then by their powers. */
export function sorted(p: Polynomial, { letters }: Writing): Term[] {
  const letterDegree = ({ exponents }: Term): number =>
    [...exponents].reduce((total, [v, k]) => total + (letters.has(v) ? k : 0), 0)
  return termsOf(p)
    .map((term, i) => ({ term, i, key: letterDegree(term), first: Math.min(...term.exponents.keys()) }))
    .sort((s, t) => s.key - t.key || earlier(s.first, t.first) || s.i - t.i)
    .map(({ term }) => term)
}
