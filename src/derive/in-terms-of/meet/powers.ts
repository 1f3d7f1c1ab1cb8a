/** A product has one power of each base, and powers of powers are powers. */
import {
  add,
  type CallNode,
  divide,
  type Expr,
  exp,
  integer,
  isCall,
  multiply,
  negate,
  raise,
  same,
  sumOf,
} from '../../../expression/expr.ts'
import { literalValue } from '../../../expression/number-term.ts'
import { isInteger, isOne } from '../../../expression/rational.ts'
import { operand } from '../../move.ts'
import { liftNegativePower } from '../../negative-power.ts'
import { asProduct, collected, type Factor, factorTerm, productTerm } from '../../view.ts'
import { by, isProduct, type Mover, NOTHING, product } from './mover.ts'

/** u^(-n) alone is 1/u^n. */
export const belowTheLine: Mover = (u) => {
  const lifted = u.head === 'power' ? liftNegativePower(asProduct(u)) : undefined
  return lifted ? [lifted] : NOTHING
}

/** A power of a power, of an exponential, or to the power 1; before anything is done to the base. */
export const powerOfPower: Mover = (u) => {
  if (u.head !== 'power') return NOTHING
  const [base, w] = u.args as [Expr, Expr]
  if (w.kind === 'number' && isOne(w.value)) return [{ to: base }]
  if (isCall(base, 'exp')) {
    const letters = { u: operand(base), v: w }
    return [{ rule: 'power of an exponential', letters, to: exp(product(letters.u, w)) }]
  }
  if (!isCall(base, 'power')) return NOTHING
  const [v0, v] = base.args as [Expr, Expr]
  if (isWhole(v) && isWhole(w)) return NOTHING
  return [{ rule: 'power of a power', letters: { u: v0, v, w }, to: raise(v0, product(v, w)) }]
}

const isWhole = (u: Expr): boolean => {
  const value = literalValue(u)
  return value !== undefined && isInteger(value)
}

/** u^(v + n) is u^v·u^n: whole powers stand apart from the others. */
export const wholePart: Mover = (u) => {
  if (u.head !== 'power') return NOTHING
  const [base, exponent] = u.args as [Expr, Expr]
  if (!isCall(exponent, 'add')) return NOTHING
  const n = exponent.args.find(isWhole)
  if (!n) return NOTHING
  const v = sumOf(exponent.args.filter((arg) => arg !== n))
  return [
    {
      rule: 'add exponents',
      direction: 'backward',
      letters: { u: base, v, w: n },
      to: multiply(raise(base, v), raise(base, n)),
    },
  ]
}

/** x^v·x^w and x^v/x^w become one power, if both exponents are numbers or neither is. */
export const onePower: Mover = (u) => {
  if (!isProduct(u)) return NOTHING
  const whole = asProduct(u)
  const rooted = [...whole.above, ...whole.below].filter((f) => isCall(f.base, 'power') && f.exponent === 1n)
  for (const f of rooted) {
    const [base] = (f.base as CallNode).args as [Expr, Expr]
    const others = [...whole.above, ...whole.below]
    const g = others.find((h) => h !== f && same(baseOf(h), base) && isNumber(h) === isNumber(f))
    if (!g) continue
    const [first, second] = whole.above.includes(f) ? [f, g] : [g, f]
    if (!whole.above.includes(first)) continue
    const isBelow = whole.below.includes(second)
    const letters = { u: base, v: exponentOf(first), w: exponentOf(second) }
    const rest = productTerm({
      ...whole,
      above: whole.above.filter((h) => h !== first && h !== second),
      below: whole.below.filter((h) => h !== second),
    })
    const total = collected(add(letters.v, isBelow ? negate(letters.w) : letters.w))
    const [a, b] = [factorTerm(first), factorTerm(second)]
    return [
      { to: multiply(rest, isBelow ? divide(a, b) : multiply(a, b)) },
      { rule: isBelow ? 'subtract exponents' : 'add exponents', letters, at: [1], to: raise(base, total) },
    ]
  }
  return NOTHING
}

const baseOf = (f: Factor): Expr =>
  isCall(f.base, 'power') && f.exponent === 1n ? (f.base.args[0] as Expr) : f.base

const exponentOf = (f: Factor): Expr =>
  isCall(f.base, 'power') && f.exponent === 1n ? (f.base.args[1] as Expr) : integer(f.exponent)

const isNumber = (f: Factor): boolean => literalValue(exponentOf(f)) !== undefined

/** √u as u^(1/2), so that it meets other powers of u. */
export const rootAsPower: Mover = (u) =>
  u.head === 'sqrt' ? [by('square root as a power', { u: operand(u) })] : NOTHING
