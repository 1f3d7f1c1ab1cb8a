/** A function of something simple: values to know, inverse functions, odd and even, multiples of π. */

import { nonNegative } from '../../expression/condition.ts'
import {
  type CallNode,
  call,
  divide,
  type Expr,
  exp,
  integer,
  isCall,
  multiply,
  negate,
  productOf,
  raise,
  symbol,
} from '../../expression/expr.ts'
import { literalValue, numberTerm } from '../../expression/number-term.ts'
import {
  compareRationals,
  equalRationals,
  isOne,
  isZero,
  minus,
  negated,
  ONE,
  over,
  plus,
  type Rational,
  rational,
  ZERO,
} from '../../expression/rational.ts'
import { primitive } from '../../functions/index.ts'
import { RULE_TABLES } from '../../rules/book.ts'
import { compiledRule } from '../../rules/compile.ts'
import { operand } from '../move.ts'
import { asProduct, asSum, type Factor, factorTerm, type Product, productTerm, sumTerm } from '../view.ts'
import { leansNegative, opened, opposite } from './neat-sum.ts'
import type { Setting } from './setting.ts'
import { numberRoot } from './surds.ts'
import type { Work } from './work.ts'

type FunctionChange = (u: CallNode, work: Work, setting: Setting) => boolean

export function neatFunction(u: CallNode, work: Work, setting: Setting): void {
  for (const change of CHANGES) if (change(u, work, setting)) return
}

/** Rules without letters: what a function is at one point. */
let values: Map<string, { name: string; operand: Expr; value: Expr }[]> | undefined

function valuesOf(head: string): { name: string; operand: Expr; value: Expr }[] {
  if (!values) {
    values = new Map()
    for (const { name } of RULE_TABLES.flatMap((table) => table.rules)) {
      const rule = compiledRule(name)
      if (!rule || rule.letters.length > 0 || rule.from.kind !== 'call' || rule.from.args.length !== 1)
        continue
      const row = { name, operand: operand(rule.from), value: rule.to }
      values.set(rule.from.head, [...(values.get(rule.from.head) ?? []), row])
    }
  }
  return values.get(head) ?? []
}

const valueToKnow: FunctionChange = (u, work, { canon }) => {
  if (u.args.length !== 1) return false
  const row = valuesOf(u.head).find((entry) => canon.same(entry.operand, operand(u)))
  if (!row) return false
  work.rule(row.name, [], {}, row.value)
  return true
}

/** log(e^u) → u, sin(asin(u)) → u */
const undone: FunctionChange = (u, work) => {
  const inner = u.args[0] as Expr
  if (inner.kind !== 'call' || inner.args.length !== 1 || primitive(inner.head)?.inverse !== u.head)
    return false
  work.rule(`${u.head} of ${inner.head}`, [], { u: operand(inner) })
  return true
}

/** e^(c·log(u)) → u^c */
const exponentialOfLog: FunctionChange = (u, work) => {
  if (u.head !== 'exp') return false
  const product = asProduct(operand(u))
  const log = product.above.find((f) => isCall(f.base, 'log') && f.exponent === 1n)
  if (!log) return false
  const v = productTerm({ ...product, above: product.above.filter((f) => f !== log) })
  const base = operand(log.base)
  work.back('power as an exponential', [], { u: base, v }, raise(base, v))
  return true
}

const parity: FunctionChange = (u, work, setting) => {
  const row = primitive(u.head)
  if (!row || u.args.length !== 1 || !(row.odd || row.even) || !leansNegative(operand(u), setting))
    return false
  const turned = turnedRound(operand(u))
  const value = call(u.head, [turned])
  work.rule(`${u.head} is ${row.odd ? 'odd' : 'even'}`, [], { u: turned }, row.odd ? negate(value) : value)
  return true
}

function turnedRound(u: Expr): Expr {
  if (isCall(u, 'add')) return opposite(u)
  const product = asProduct(u)
  return productTerm({ ...product, coefficient: minus(ZERO, product.coefficient) })
}

/** |u| where the sign of u is known; a number comes out. */
const absoluteValue: FunctionChange = (u, work, setting) => {
  if (u.head !== 'abs') return false
  const inner = operand(u)
  if (setting.holds(nonNegative(inner))) work.rule('absolute value, not negative', [], { u: inner })
  else if (setting.holds(call('<=', [inner, integer(0)]))) {
    work.rule('absolute value, not positive', [], { u: inner }, turnedRound(inner))
  } else {
    const product = asProduct(inner)
    const abs = (v: Expr): Expr => call('abs', [v])
    const { num, den } = product.coefficient
    if (product.below.length > 0) {
      const above = productTerm({ ...product, coefficient: rational(num), below: [] })
      const below = productTerm({ ...product, coefficient: rational(den), above: product.below, below: [] })
      const to = divide(abs(above), abs(below))
      work.rule('absolute value of a quotient', [], { u: above, v: below }, to)
      return true
    }
    const factors = product.above.flatMap(evenPart)
    if (!isOne(product.coefficient)) factors.unshift(numberTerm(product.coefficient))
    const [first, ...others] = factors
    if (!first || others.length === 0) return false
    const rest = productOf(others)
    work.rule('absolute value of a product', [], { u: first, v: rest }, multiply(abs(first), abs(rest)))
  }
  return true
}

/** u³ as u²·u: the sign is that of the last factor. */
const evenPart = (f: Factor): Expr[] =>
  f.exponent > 1n && f.exponent % 2n === 1n
    ? [factorTerm({ ...f, exponent: f.exponent - 1n }), f.base]
    : [factorTerm(f)]

/** The larger or smaller of one number twice. */
const extremeOfOne: FunctionChange = (u, work, { canon }) => {
  const name = EXTREMES.get(u.head)
  const [a, b] = u.args as [Expr, Expr]
  if (!name || !canon.same(a, b)) return false
  work.rule(name, [], { u: a })
  return true
}
const EXTREMES: ReadonlyMap<string, string> = new Map([
  ['max', 'maximum of one number'],
  ['min', 'minimum of one number'],
])

/** sign(u) where it is known. */
const signOfKnown: FunctionChange = (u, work, setting) => {
  if (u.head !== 'sign') return false
  const inner = operand(u)
  if (setting.holds(call('>', [inner, integer(0)]))) work.rule('sign of a positive number', [], { u: inner })
  else if (setting.holds(call('<', [inner, integer(0)])))
    work.rule('sign of a negative number', [], { u: inner })
  else return false
  return true
}

/** e^(v + c·log(u)) → e^v·e^(c·log(u)) */
const splitLog: FunctionChange = (u, work) => {
  if (u.head !== 'exp') return false
  const terms = asSum(operand(u))
  const log = terms.find((term) => term.above.some((f) => isCall(f.base, 'log') && f.exponent === 1n))
  if (!log || terms.length < 2) return false
  const [v, w] = [sumTerm(terms.filter((term) => term !== log)), productTerm(log)]
  work.back('product of exponentials', [], { u: v, v: w }, multiply(exp(v), exp(w)))
  return true
}

/** √(u²) → |u|, √(e^u) → e^(u/2), √(u^v) → u^(v/2), roots of numbers. */
const squareRoot: FunctionChange = (u, work, setting) => {
  if (u.head !== 'sqrt') return false
  const inner = operand(u)
  const value = setting.canon.value(u)
  if (value) {
    work.rule('square root as a power', [], { u: inner })
    work.calculate([], numberTerm(value))
  } else if (literalValue(inner)) numberRoot(u, work)
  else {
    const product = asProduct(inner)
    const [only] = product.above
    const lone = product.above.length === 1 && product.below.length === 0 && isOne(product.coefficient)
    if (!lone || !only) return false
    if (only.exponent % 2n === 0n) {
      const root = only.exponent === 2n ? only.base : raise(only.base, integer(only.exponent / 2n))
      work.rule('square root of a square', [], { u: root })
    } else if (only.exponent > 1n || ['exp', 'power', 'sqrt'].some((head) => isCall(only.base, head))) {
      work.rule('square root as a power', [], { u: inner })
    } else return false
  }
  return true
}

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
const turns: FunctionChange = (u, work) => {
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

const CHANGES: readonly FunctionChange[] = [
  valueToKnow,
  undone,
  exponentialOfLog,
  splitLog,
  absoluteValue,
  signOfKnown,
  extremeOfOne,
  squareRoot,
  turns,
  parity,
]
