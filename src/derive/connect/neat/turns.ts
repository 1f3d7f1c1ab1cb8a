import { call, type Expr, negate, symbol } from '../../../expression/expr.ts'
import { numberTerm } from '../../../expression/number-term.ts'
import {
  compareRationals,
  equalRationals,
  isZero,
  minus,
  negated,
  ONE,
  over,
  plus,
  type Rational,
  rational,
} from '../../../expression/rational.ts'
import { operand } from '../../move.ts'
import { asSum, type Product, sumTerm } from '../../view.ts'
import type { FunctionChange } from './absolute.ts'
import { opened } from './sum.ts'

const TURNS: ReadonlySet<string> = new Set(['sin', 'cos', 'tan'])
const isPi = (term: Product): boolean => {
  const [only] = term.above
  return (
    term.above.length === 1 && term.below.length === 0 && only?.exponent === 1n && only.base === symbol('pi')
  )
}

const HALF = rational(1n, 2n)
const QUARTER_TURNED: ReadonlyMap<string, (v: Expr) => Expr> = new Map([
  ['sin', (v: Expr) => call('cos', [v])],
  ['cos', (v: Expr) => negate(call('sin', [v]))],
  ['tan', (v: Expr) => negate(call('divide', [call('cos', [v]), call('sin', [v])]))],
])

/** Whole, half and quarter turns in the operand of sin, cos and tan: less than a quarter stays. */
export const turns: FunctionChange = (u, work) => {
  if (!TURNS.has(u.head)) return false
  const terms = opened(asSum(operand(u)))
  const angle = terms.find(isPi)
  if (!angle) return false
  const rest = terms.filter((term) => term !== angle)
  const c = angle.coefficient
  const without = (by: Rational): Expr => {
    const left = minus(c, by)
    return sumTerm(isZero(left) ? rest : [...rest, { ...angle, coefficient: left }])
  }
  const period = u.head === 'tan' ? 1n : 2n
  const n = floor(over(plus(c, HALF), rational(period)))
  const aQuarter = equalRationals(c, HALF)
  if (n !== 0n && !(aQuarter && u.head === 'tan')) {
    const v = without(rational(n * period))
    work.rule(`whole turn of ${u.head}`, [], { u: v, n: numberTerm(rational(n)) }, call(u.head, [v]))
  } else if (u.head !== 'tan' && compareRationals(c, HALF) > 0) {
    const v = without(ONE)
    work.rule(`half turn of ${u.head}`, [], { u: v }, negate(call(u.head, [v])))
  } else if (rest.length === 0) return false
  else if (aQuarter) {
    const v = without(HALF)
    work.rule(`quarter turn of ${u.head}`, [], { u: v }, QUARTER_TURNED.get(u.head)?.(v))
  } else if (u.head === 'cos' && equalRationals(negated(c), HALF)) {
    work.back('quarter turn of sin', [], { u: operand(u) }, call('sin', [sumTerm(rest)]))
  } else if (u.head === 'sin' && equalRationals(negated(c), HALF)) {
    const v = without(ONE)
    work.rule('half turn of sin', [], { u: v }, negate(call('sin', [v])))
  } else return false
  return true
}

const floor = (a: Rational): bigint => (a.num >= 0n ? a.num / a.den : -((-a.num + a.den - 1n) / a.den))
