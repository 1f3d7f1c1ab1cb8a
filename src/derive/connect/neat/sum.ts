/** Like terms together, zeros gone, no sum within a sum. */
import { type CallNode, type Expr, integer, isCall } from '../../../expression/expr.ts'
import { isZero, negated, ONE, plus, signOf, times } from '../../../expression/rational.ts'
import { asProduct, asSum, type Product, productTerm, sumTerm } from '../../view.ts'
import type { Setting } from '../setting.ts'
import type { Work } from '../work.ts'

export function neatSum(u: CallNode, work: Work, setting: Setting): void {
  const terms = likeTerms(opened(asSum(u)), setting)
  const left = terms.filter((term) => !isZero(term.coefficient))
  const to = sumTerm(left)
  const crowded = left.length < u.args.length || u.args.some(isNested)
  if (!crowded) return
  if (left.length === terms.length || setting.canon.same(u, to)) {
    work.calculate([], to)
    return
  }
  const gone = terms.find((term) => isZero(term.coefficient)) as Product
  const rest = sumTerm(terms.filter((term) => term !== gone))
  work.back('add and subtract', [], { u: rest, r: productTerm({ ...gone, coefficient: ONE }) }, rest)
}

/** A sum, a number times a sum, or a double minus. */
function isNested(u: Expr): boolean {
  if (isCall(u, 'negate')) {
    const inner = u.args[0] as Expr
    return isCall(inner, 'negate') || isNested(inner)
  }
  if (isCall(u, 'add')) return true
  return (
    isCall(u, 'multiply') &&
    u.args.length === 2 &&
    u.args[0]?.kind === 'number' &&
    isCall(u.args[1] as Expr, 'add')
  )
}

/** The terms with a number times a sum multiplied out. */
export function opened(terms: readonly Product[]): Product[] {
  return terms.flatMap((term) => {
    const [only] = term.above
    const lone = term.above.length === 1 && term.below.length === 0 && only?.exponent === 1n
    if (!lone || !isCall(only.base, 'add')) return [term]
    return opened(asSum(only.base)).map((inner) => ({
      ...inner,
      coefficient: times(inner.coefficient, term.coefficient),
    }))
  })
}

/** Terms that are multiples of each other by calculation become one. */
function likeTerms(terms: readonly Product[], { canon }: Setting): Product[] {
  const kept: { term: Product; unit: Expr }[] = []
  for (const term of terms) {
    const unit = isZero(term.coefficient) ? integer(0) : productTerm({ ...term, coefficient: ONE })
    const i = kept.findIndex((other) => canon.ratio(unit, other.unit) !== undefined)
    const known = kept[i]
    if (!known) kept.push({ term, unit })
    else {
      const ratio = canon.ratio(unit, known.unit) ?? ONE
      const coefficient = plus(known.term.coefficient, times(ratio, term.coefficient))
      kept[i] = { ...known, term: { ...known.term, coefficient } }
    }
  }
  return kept.map(({ term }) => term)
}

/** Is the opposite the plainer form? Exactly one of u and −u leans negative, unless u is 0. */
export function leansNegative(u: Expr, setting: Setting): boolean {
  if (isCall(u, 'add')) return isMostlyNegative(u, setting)
  const { coefficient, above, below } = asProduct(u)
  const turned = [...above, ...below].filter(
    ({ base, exponent }) => exponent % 2n === 1n && isCall(base, 'add') && isMostlyNegative(base, setting),
  )
  return signOf(coefficient) < 0 !== (turned.length % 2 === 1)
}

/** Has the sum more negative terms than positive ones? Its key decides if they are as many. */
function isMostlyNegative(u: Expr, { canon }: Setting): boolean {
  const signs = asSum(u).map((term) => signOf(term.coefficient))
  const balance = signs.reduce<number>((sum, sign) => sum + sign, 0)
  return balance === 0 ? canon.key(opposite(u)) < canon.key(u) : balance < 0
}

/** −u, written without a bracket. */
export const opposite = (u: Expr): Expr =>
  sumTerm(asSum(u).map((term) => ({ ...term, coefficient: negated(term.coefficient) })))

/** u with its like terms collected, if that is no more than a calculation. */
export function collected(u: Expr, setting: Setting): Expr {
  const terms = likeTerms(opened(asSum(u)), setting).filter((term) => !isZero(term.coefficient))
  const to = sumTerm(terms)
  return setting.canon.same(u, to) ? to : u
}
