/** A single power: whole, negative, of a power, of a number. */
import {
  type CallNode,
  call,
  divide,
  type Expr,
  exp,
  integer,
  isCall,
  multiply,
  raise,
} from '../../../expression/expr.ts'
import { literalValue, numberTerm } from '../../../expression/number-term.ts'
import { exactRoot, isInteger, isOne, isZero, negated, signOf, times } from '../../../expression/rational.ts'
import { operand } from '../../move.ts'
import { asProduct, asSum, productTerm } from '../../view.ts'
import type { Setting } from '../setting.ts'
import type { Work } from '../work.ts'
import { neatProduct } from './product.ts'
import { collected, opposite } from './sum.ts'
import { numberPower } from './surds.ts'

export function neatPower(u: CallNode, work: Work, setting: Setting): void {
  const [base, exponent] = u.args as [Expr, Expr]
  const value = literalValue(exponent) ?? setting.canon.value(exponent)
  if (isCall(base, 'exp')) {
    work.rule(
      'power of an exponential',
      [],
      { u: operand(base), v: exponent },
      exp(collected(multiply(exponent, operand(base)), setting)),
    )
  } else if (value) ofNumber(u, value, work, setting)
  else if (base.kind === 'number' && isOne(base.value)) work.rule('power of 1', [], { w: exponent })
  else if (isNegative(exponent)) {
    const w = opposite(exponent)
    work.rule('negative power, real exponent', [], { v: integer(1), u: base, w })
  } else if (!powerOfPower(u, work, setting) && base.kind === 'number') perfectBase(u, work)
}

/** Is every term of it negative? */
const isNegative = (u: Expr): boolean => asSum(u).every((term) => signOf(term.coefficient) < 0)

type Value = NonNullable<ReturnType<typeof literalValue>>

function ofNumber(u: CallNode, value: Value, work: Work, setting: Setting): void {
  const [base, exponent] = u.args as [Expr, Expr]
  if (isZero(value)) work.rule('zero exponent', [], { u: base }, integer(1))
  else if (isOne(value)) work.calculate([], base)
  else if (literalValue(exponent) === undefined) work.calculate([1], numberTerm(value))
  else if (setting.canon.value(u)) work.calculate([], numberTerm(setting.canon.value(u) as Value))
  else if (isInteger(value) && signOf(value) > 0) neatProduct(u, work, setting)
  else if (isInteger(value) && isCall(base, 'divide')) turnOver(base, value, work)
  else if (signOf(value) < 0)
    work.rule('negative power', [], { v: integer(1), u: base, n: numberTerm(negated(value)) })
  else if (powerOfPower(u, work, setting)) return
  else if (value.num === 1n && value.den === 2n) work.back('square root as a power', [], { u: base })
  else if (literalValue(base)) numberPower(u, work)
}

/** (u/v)^-n → (v/u)^n */
function turnOver(base: CallNode, value: Value, work: Work): void {
  const [u, v] = base.args as [Expr, Expr]
  work.rule('negative power of a fraction', [], { u, v, n: numberTerm(negated(value)) })
}

/** (u^v)^w → u^(v·w) */
function powerOfPower(u: CallNode, work: Work, { canon }: Setting): boolean {
  const [base, w] = u.args as [Expr, Expr]
  const product = asProduct(base)
  const [only] = product.above
  const lone = product.above.length === 1 && product.below.length === 0 && isOne(product.coefficient)
  if (!lone || !only) return false
  const whole = canon.value(w)
  if (only.exponent > 1n) {
    if (whole && isInteger(whole)) return false
    if (only.exponent % 2n === 0n) {
      const root = productTerm(asProduct(raise(only.base, integer(only.exponent / 2n))))
      work.rule('power of a square', [], { u: root, w }, raise(call('abs', [root]), doubled(w)))
    } else joined(work, only.base, integer(only.exponent), w)
  } else if (isCall(only.base, 'power')) joined(work, only.base.args[0] as Expr, only.base.args[1] as Expr, w)
  else if (isCall(only.base, 'sqrt')) {
    const half = divide(integer(1), integer(2))
    const inner = operand(only.base)
    work.rule('square root as a power', [0], { u: inner }, raise(inner, half))
    joined(work, inner, half, w)
  } else return false
  return true
}

/** 4^w → 2^(2·w) */
function perfectBase(u: CallNode, work: Work): void {
  const [base, w] = u.args as [Expr, Expr]
  const value = literalValue(base)
  if (!value || !isInteger(value)) return
  for (let k = 64n; k >= 2n; k -= 1n) {
    const root = exactRoot(value, k)
    if (!root || root.num < 2n) continue
    joined(work, integer(root.num), integer(k), w)
    return
  }
}

const doubled = (w: Expr): Expr => {
  const value = literalValue(w)
  return value
    ? numberTerm(times(value, { num: 2n, den: 1n }))
    : productTerm(asProduct(multiply(integer(2), w)))
}

function joined(work: Work, u: Expr, v: Expr, w: Expr): void {
  const product = productTerm(asProduct(multiply(v, w)))
  work.rule('power of a power', [], { u, v, w }, raise(u, product))
}
