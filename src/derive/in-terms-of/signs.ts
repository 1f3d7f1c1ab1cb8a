/** The signs that a person gives to brackets and logarithms in a product. */
import { call, divide, type Expr, freeSymbols, isCall, same, symbol } from '../../expression/expr.ts'
import { isOne, negated, signOf } from '../../expression/rational.ts'
import {
  flipped,
  isOddPower,
  isSum,
  kernelIn,
  opposite,
  type Piece,
  type Pieces,
  sorted,
  type Writing,
} from './pieces.ts'
import { generatorsOf, type Term, termsOf } from './polynomial.ts'

/** Each sum with as few negative terms as possible, else with its plainest term positive: 1 − f. */
export function signedForReading(all: Pieces, writing: Writing): Pieces {
  return all.pieces.filter(isSum).reduce((found, piece) => {
    const terms = sorted(piece.base, writing)
    const negative = terms.filter(({ coefficient }) => signOf(coefficient) < 0).length
    const leads = signOf((terms[0] as Term).coefficient) > 0
    const well = 2 * negative < terms.length || (2 * negative === terms.length && leads)
    return well ? found : flipped(found, piece, opposite(piece))
  }, all)
}

/** −log(f/a) is log(a/f). */
export function turnedLogarithm(all: Pieces, writing: Writing): Pieces {
  if (signOf(all.number) > 0) return all
  const found = all.pieces.find((piece) => isOddPower(piece) && turnedQuotient(piece, writing) !== undefined)
  return found ? flipped(all, found, { ...found, as: turnedQuotient(found, writing) as Expr }) : all
}

const isLetter = (name: string, { letters, term }: Writing): boolean =>
  [...letters].some((v) => same(term(v), symbol(name)))

/** The logarithm of the reciprocal, if a letter stands above the line. */
function turnedQuotient({ base }: Piece, writing: Writing): Expr | undefined {
  const kernel = kernelIn(base)
  const term = kernel !== undefined && writing.letters.has(kernel) ? writing.term(kernel) : undefined
  const inner = term && isCall(term, 'log') ? term.args[0] : undefined
  if (!inner || !isCall(inner, 'divide')) return undefined
  const [above, below] = inner.args as [Expr, Expr]
  return freeSymbols(below).some((name) => isLetter(name, writing))
    ? undefined
    : call('log', [divide(below, above)])
}

/** −(d − f) is f − d, also −(1 − f) by itself; but beside other factors 1 − f, 1 − f² stay. */
export function turnedSum(all: Pieces, writing: Writing): Pieces {
  if (signOf(all.number) > 0) return all
  const plain = (v: number): boolean => writing.term(v).kind === 'symbol'
  const isAlone = all.pieces.length === 1 && isOne(negated(all.number))
  const stays = ({ base }: Piece): boolean =>
    !isAlone && sorted(base, writing)[0]?.exponents.size === 0 && [...generatorsOf(base)].every(plain)
  const mixed = all.pieces.filter(
    (piece) =>
      isSum(piece) &&
      isOddPower(piece) &&
      !stays(piece) &&
      termsOf(piece.base).some(({ coefficient }) => signOf(coefficient) < 0),
  )
  const [found] = mixed.sort((p, q) => termsOf(p.base).length - termsOf(q.base).length)
  return found ? flipped(all, found, opposite(found)) : all
}
