/** Powers taken apart: a whole power and a root, a number in the exponent, an exponential. */
import { add, type Expr, isCall, multiply, raise } from '../../../expression/expr.ts'
import { literalValue, numberTerm } from '../../../expression/number-term.ts'
import { isInteger, isOne, minus, rational, signOf } from '../../../expression/rational.ts'
import { asProduct, asSum, productTerm, sumTerm } from '../../view.ts'
import { type Move, moved } from '../move.ts'
import type { Work } from '../work.ts'
import { multiplyOut } from './distribute.ts'
import { speaksOf } from './roots.ts'

/** (u + v)^(3/2) → (u + v)·√(u + v), multiplied out. */
export const splitPower: Move = function* (u, { setting }) {
  const product = asProduct(u)
  for (const f of [...product.above, ...product.below]) {
    if (!isCall(f.base, 'power') || f.exponent !== 1n) continue
    const [base, exponent] = f.base.args as [Expr, Expr]
    const value = literalValue(exponent)
    if (!value || isInteger(value) || signOf(value) < 0 || value.num < value.den || !isCall(base, 'add'))
      continue
    const whole = rational(value.num / value.den)
    const m = numberTerm(whole)
    const n = numberTerm(minus(value, whole))
    const root = raise(base, n)
    const split = multiply(isOne(whole) ? base : raise(base, m), root)
    const path = pathIn(u, f.base)
    if (!path) continue
    yield moved(u, (work) => {
      work.back('add positive exponents', path, { u: base, m, n }, split)
      const half = literalValue(n)
      if (half?.num === 1n && half.den === 2n) work.back('square root as a power', [...path, 1], { u: base })
      openSquare(work, path)
    })
  }

  function openSquare(work: Work, path: readonly number[]): void {
    const now = work.at(path)
    if (now.kind !== 'call') return
    const rootTerm = now.args[1] as Expr
    if (isCall(now.args[0] as Expr, 'power')) multiplyOut(work, [...path, 0], setting)
    const sum = work.at([...path, 0])
    const terms = isCall(sum, 'add') ? sum.args : [sum]
    work.rule(
      'distribute',
      path,
      { u: rootTerm, v_: terms },
      add(...terms.map((v) => productTerm(asProduct(multiply(v, rootTerm))))),
    )
  }
}

function pathIn(u: Expr, part: Expr): number[] | undefined {
  if (u === part) return []
  if (u.kind !== 'call') return undefined
  for (const [i, arg] of u.args.entries()) {
    const path = pathIn(arg, part)
    if (path) return [i, ...path]
  }
  return undefined
}

/** 2^(x + 3) → 2^x·2^3 */
export const splitExponent: Move = function* (u) {
  if (!isCall(u, 'power')) return
  const [base, exponent] = u.args as [Expr, Expr]
  const terms = asSum(exponent)
  if (terms.length < 2 || !literalValue(base)) return
  const number = terms.find((term) => term.above.length === 0 && term.below.length === 0)
  if (!number) return
  const v = sumTerm(terms.filter((term) => term !== number))
  const w = productTerm(number)
  yield moved(u, (work) => {
    work.back('add exponents', [], { u: base, v, w }, multiply(raise(base, v), raise(base, w)))
  })
}

/** u^v → e^(v·log(u)) if the other end speaks of logarithms or exponentials. */
export const asExponential: Move = function* (u, { goal }) {
  if (!isCall(u, 'power') || literalValue(u.args[1] as Expr)) return
  if (!speaksOf(goal, 'log') && !speaksOf(goal, 'exp')) return
  const [base, exponent] = u.args as [Expr, Expr]
  yield moved(u, (work) => void work.rule('power as an exponential', [], { u: base, v: exponent }))
}
