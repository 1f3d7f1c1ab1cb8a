/**
 * Fractions in kernels written as a person writes them: factors apart, what does not depend on the
 * function in front, 1 − f/a for (a − f)/a, log(a/f) for −log(f/a). Several ways are offered; the
 * caller chooses among them.
 */
import {
  divide,
  type Expr,
  exp,
  integer,
  isCall,
  multiply,
  negate,
  productOf,
  raise,
  same,
  sumOf,
} from '../../expression/expr.ts'
import { numberTerm } from '../../expression/number-term.ts'
import { isOne, negated, ONE, over, power, rational, signOf, times } from '../../expression/rational.ts'
import { asProduct, productTerm } from '../view.ts'
import { type Fraction, fraction, whole } from './fraction.ts'
import {
  factored,
  isSum,
  kernelIn,
  mentionsLetters,
  monomial,
  type Piece,
  type Pieces,
  sorted,
  type Writing,
} from './pieces.ts'
import {
  coefficients,
  degree,
  difference,
  generator,
  generatorsOf,
  isNought,
  opposite as negative,
  numberIn,
  type Polynomial,
  product,
  raised,
  scaled,
  termsOf,
} from './polynomial.ts'
import { signedForReading, turnedLogarithm, turnedSum } from './signs.ts'

/** The forms to choose from, the most welcome first. */
export function waysToWrite(u: Fraction, writing: Writing): Expr[] {
  if (isNought(u.above)) return [integer(0)]
  const collecting = [...writing.letters].filter((v) => degree(u.above, v) > 0).reverse()
  return [
    inFactors(u, writing),
    inFactors(u, { ...writing, factors: [] }),
    ...collecting.map((v) => collectedBy(v, u, writing)),
    inTerms(u, writing),
    ...splitBehind(u, writing),
  ]
}

/** f·(2 + x)/x as f·(2/x + 1). */
function splitBehind(u: Fraction, writing: Writing): Expr[] {
  const { number, pieces } = factored(u.above, writing.factors)
  const bracket = pieces.find((piece) => isSum(piece) && piece.exponent === 1)
  const isNeeded = bracket && pieces.length > 1 && numberIn(u.below) === undefined
  if (!isNeeded || mentionsLetters(u.below, writing)) return []
  const outside = laidOut({ number: ONE, pieces: pieces.filter((piece) => piece !== bracket) }, writing)
  const inner = termsOf(scaled(bracket.base, number)).map((term) =>
    inFactors(fraction(monomial(term), u.below), writing),
  )
  return [multiply(outside, inOrder(inner))]
}

/** Term by term, the lowest powers of the letters first. */
export const inTerms = (u: Fraction, writing: Writing): Expr =>
  inOrder(sorted(u.above, writing).map((term) => inFactors(fraction(monomial(term), u.below), writing)))

/** The fraction as sums and products of kernels, whatever they mean. */
export function writtenPlainly(u: Fraction, term: Writing['term']): Expr {
  if (isNought(u.above)) return integer(0)
  return inFactors(u, { term, letters: new Set(), varying: new Set(), factors: [] })
}

/** By powers of one kernel. */
function collectedBy(v: number, u: Fraction, writing: Writing): Expr {
  const parts = coefficients(u.above, v)
    .map((c, i) => product(c, raised(generator(v), i)))
    .filter((part) => !isNought(part))
  return inOrder(parts.map((part) => inFactors(fraction(part, u.below), writing)))
}

/** A sum that begins with a positive term if there is one. */
function inOrder(terms: readonly Expr[]): Expr {
  const lead = terms.findIndex((term) => !isCall(term, 'negate'))
  if (lead <= 0) return sumOf(terms)
  return sumOf([terms[lead] as Expr, ...terms.filter((_, i) => i !== lead)])
}

/** As one product or quotient. */
function inFactors(u: Fraction, writing: Writing): Expr {
  const [above, below] = [factored(u.above, writing.factors), factored(u.below, writing.factors)]
  const together: Pieces = {
    number: over(above.number, below.number),
    pieces: [...above.pieces, ...below.pieces.map((piece) => ({ ...piece, exponent: -piece.exponent }))],
  }
  const steps = [signedForReading, turnedLogarithm, turnedSum, joinedRoots, measured]
  return laidOut(
    steps.reduce((pieces, step) => step(pieces, writing), together),
    writing,
  )
}

/** (1 − f²)·√(1 − f²) is (1 − f²)^(3/2). */
function joinedRoots(all: Pieces, writing: Writing): Pieces {
  for (const root of all.pieces) {
    const kernel = kernelIn(root.base)
    const term = kernel === undefined ? undefined : writing.term(kernel)
    if (!term || !isCall(term, 'sqrt') || root.exponent < 1) continue
    const [radicand] = term.args as [Expr]
    const sum = all.pieces.find(
      (piece) => isSum(piece) && piece.exponent > 0 && same(sumTerm(piece.base, writing), radicand),
    )
    if (!sum) continue
    const exponent = rational(BigInt(2 * sum.exponent + root.exponent), 2n)
    const as = raise(radicand, numberTerm(exponent))
    return {
      ...all,
      pieces: all.pieces.flatMap((piece) =>
        piece === root ? [] : piece === sum ? [{ ...sum, exponent: 1, as }] : [piece],
      ),
    }
  }
  return all
}

/** (a − f)/a is 1 − f/a: a sum is measured by its part without the function if that part is divided by. */
function measured(all: Pieces, writing: Writing): Pieces {
  const sums = all.pieces.filter(
    (piece) => isSum(piece) && piece.exponent > 0 && mentionsLetters(piece.base, writing),
  )
  return sums.reduce((found, piece) => measuredPiece(found, piece, writing), all)
}

function measuredPiece(all: Pieces, piece: Piece, writing: Writing): Pieces {
  const others = [
    ...[...writing.letters].map((v) => generator(v)),
    ...all.pieces.filter((other) => other !== piece && isSum(other)).map(({ base }) => base),
  ]
  for (const other of others) {
    for (const sign of [1, -1]) {
      const p = difference(piece.base, sign > 0 ? other : negative(other))
      const [term, ...more] = termsOf(p)
      if (!term || more.length > 0 || term.exponents.size === 0 || mentionsLetters(p, writing)) continue
      const gone = raised(monomial({ ...term, coefficient: ONE }), piece.exponent)
      const rest = dividedBelow(all.pieces, gone)
      if (!rest) continue
      const ratio = inFactors(fraction(other, p), writing)
      const as = sumOf([integer(1), sign > 0 ? ratio : minus(ratio)])
      const number = times(all.number, power(term.coefficient, BigInt(piece.exponent)) ?? ONE)
      return { number, pieces: rest.map((q) => (q === piece ? { ...piece, as } : q)) }
    }
  }
  return all
}

const minus = (u: Expr): Expr => (isCall(u, 'negate') ? (u.args[0] as Expr) : negate(u))

/** The pieces without these kernels below the line, if all of them are there. */
function dividedBelow(pieces: readonly Piece[], gone: Polynomial): Piece[] | undefined {
  const [term] = termsOf(gone)
  const rest = pieces.map((piece) => {
    const kernel = kernelIn(piece.base)
    const k = kernel === undefined ? 0 : (term?.exponents.get(kernel) ?? 0)
    return k > 0 ? { ...piece, exponent: piece.exponent + k } : piece
  })
  const missing = [...(term?.exponents ?? [])].some(
    ([v, k]) => !pieces.some((piece) => kernelIn(piece.base) === v && -piece.exponent >= k),
  )
  return missing ? undefined : rest.filter(({ exponent }) => exponent !== 0)
}

/** Does it stand with the letters: because they are in it, or as a bracket with the variable? */
const belongsBehind = (p: Polynomial, writing: Writing): boolean =>
  mentionsLetters(p, writing) ||
  (termsOf(p).length > 1 && [...generatorsOf(p)].some((v) => writing.varying.has(v)))

/** Numbers and parameters, the variable, its functions, the letters, brackets. */
function rank({ base, as }: Piece, writing: Writing): number {
  const kernel = kernelIn(base)
  if (kernel === undefined) return as ? 6 : belongsBehind(base, writing) ? 5 : 0
  const plain = writing.term(kernel).kind === 'symbol'
  if (writing.letters.has(kernel)) return plain ? 3 : 7
  return writing.varying.has(kernel) ? (plain ? 1 : 2) : 0
}

function laidOut({ number, pieces }: Pieces, writing: Writing): Expr {
  const size = signOf(number) < 0 ? negated(number) : number
  const ordered = pieces
    .map((piece, i) => ({ piece, i, rank: rank(piece, writing) }))
    .sort((p, q) => p.rank - q.rank || p.i - q.i)
    .map(({ piece }) => piece)
  const parts = ordered.map((piece) => ({
    isAbove: piece.exponent > 0 || isExponential(piece, writing),
    isLetter: belongsBehind(piece.base, writing),
    term: pieceTerm(piece, writing),
  }))
  const pick = (isAbove: boolean, isLetter: boolean): Expr[] =>
    parts.filter((part) => part.isAbove === isAbove && part.isLetter === isLetter).map(({ term }) => term)
  const lead = (n: bigint, terms: Expr[]): Expr[] => (n === 1n ? terms : [integer(n), ...terms])
  const [a, b] = [lead(size.num, pick(true, false)), lead(size.den, pick(false, false))]
  const [f, g] = [pick(true, true), pick(false, true)]
  const apart = a.length > 0 && b.length > 0 && f.length > 0 && g.length === 0
  const written = apart
    ? multiply(divide(productOf(a), productOf(b)), ...f)
    : quotientOf([...a, ...f], [...b, ...g])
  return signOf(number) < 0 ? negate(written) : written
}

const quotientOf = (above: readonly Expr[], below: readonly Expr[]): Expr =>
  below.length === 0 ? productOf(above) : divide(productOf(above), productOf(below))

const isExponential = ({ base }: Piece, writing: Writing): boolean => {
  const kernel = kernelIn(base)
  return kernel !== undefined && isCall(writing.term(kernel), 'exp')
}

/** The piece above or below its line; exponentials always stand above. */
function pieceTerm(piece: Piece, writing: Writing): Expr {
  const { base, exponent, as } = piece
  const kernel = kernelIn(base)
  const term = as ?? (kernel === undefined ? sumTerm(base, writing) : writing.term(kernel))
  const n = Math.abs(exponent)
  if (isCall(term, 'exp')) return exp(multiple(exponent, term.args[0] as Expr))
  if (isCall(term, 'sqrt') && n > 1)
    return powerTerm(term.args[0] as Expr, numberTerm(rational(BigInt(n), 2n)))
  if (isCall(term, 'power') && n > 1)
    return powerTerm(term.args[0] as Expr, multiple(n, term.args[1] as Expr))
  return n === 1 ? term : raise(term, integer(n))
}

const powerTerm = (u: Expr, v: Expr): Expr => (v.kind === 'number' && isOne(v.value) ? u : raise(u, v))

const multiple = (n: number, u: Expr): Expr => {
  const size = multiply(integer(Math.abs(n)), u)
  return n === 1 ? u : productTerm(asProduct(n < 0 ? negate(size) : size))
}

const sumTerm = (p: Polynomial, writing: Writing): Expr =>
  inOrder(sorted(p, writing).map((term) => inFactors(whole(monomial(term)), { ...writing, factors: [] })))
