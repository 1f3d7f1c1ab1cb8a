/** Moving terms from one side of an equation to the other. */
import { type Expr, integer, negate, sumOf } from '../../expression/expr.ts'
import type { Path } from '../../expression/path.ts'
import { asSum, productTerm } from '../view.ts'
import { termsOf } from './expand.ts'
import { neat } from './neat.ts'
import { equation, opposite, sidesAt, type Working } from './working.ts'

/** Is it the number 0, as written? */
export const isNought = (u: Expr): boolean => u.kind === 'number' && u.value.num === 0n

/** Brings the variable to the left. */
export function facing(w: Working, path: Path): boolean {
  const [left, right] = sidesAt(w, path)
  return !w.varies(left) && w.varies(right) && w.rule('exchange the sides', path, { u: left, v: right })
}

/** Everything on the left, 0 on the right. */
export function onOneSide(w: Working, path: Path): boolean {
  const [left, right] = sidesAt(w, path)
  if (w.canon.value(right)?.num === 0n) return true
  const difference = sumOf([...termsOf(left), ...termsOf(right).map((term) => negate(term))])
  const to = equation(neat(difference, w.canon), integer(0))
  return w.rule('everything on one side', path, { u: left, v: right }, { to })
}

/** The terms that are wanted on the left, all others on the right. */
export function separate(w: Working, path: Path, isWanted: (term: Expr) => boolean): boolean {
  const split = (u: Expr): [Expr, Expr] => {
    const terms = asSum(u).map(productTerm)
    return [sumOf(terms.filter(isWanted)), sumOf(terms.filter((term) => !isWanted(term)))]
  }
  const [left, right] = sidesAt(w, path)
  const [wanted, rest] = split(right)
  const back = { u: left, w: opposite(wanted), v: rest }
  if (!isNought(wanted) && !w.rule('subtract from both sides', path, back, { back: true })) return false
  const [u, other] = split(sidesAt(w, path)[0])
  if (isNought(other) || isNought(u)) return true
  return w.rule('subtract from both sides', path, { u, w: other, v: sidesAt(w, path)[1] })
}

/** The equation at `path` twice: where w is not 0, and where it is. */
export const zeroOrNot = (w: Working, path: Path, by: Expr): boolean => {
  const [u, v] = sidesAt(w, path)
  return w.rule('zero or not', path, { u, v, w: by }, { strict: true })
}
