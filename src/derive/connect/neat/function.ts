import {
  type CallNode,
  call,
  type Expr,
  exp,
  integer,
  isCall,
  multiply,
  negate,
  raise,
} from '../../../expression/expr.ts'
import { literalValue, numberTerm } from '../../../expression/number-term.ts'
import { isOne } from '../../../expression/rational.ts'
import { primitive } from '../../../functions/index.ts'
import { RULE_TABLES } from '../../../rules/book.ts'
import { compiledRule } from '../../../rules/compile.ts'
import { operand } from '../../move.ts'
import { asProduct, asSum, productTerm, sumTerm } from '../../view.ts'
import type { Setting } from '../setting.ts'
import type { Work } from '../work.ts'
import { absoluteValue, type FunctionChange, turnedRound } from './absolute.ts'
import { leansNegative } from './sum.ts'
import { numberRoot } from './surds.ts'
import { turns } from './turns.ts'

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

/** The larger or smaller of two numbers where it is known which that is, or of one number twice. */
const extreme: FunctionChange = (u, work, setting) => {
  const row = EXTREMES.get(u.head)
  const [a, b] = u.args as [Expr, Expr]
  if (!row) return false
  if (setting.canon.same(a, b)) {
    work.rule(`${row.name} of one number`, [], { u: a })
    return true
  }
  const isFirst = setting.holds(call(row.relation, [a, b]))
  const [larger, smaller] = row.relation === '>=' ? [a, b] : [b, a]
  if (!isFirst && !setting.holds(call('<', [larger, smaller]))) return false
  work.rule(`${row.name} by cases`, [], { u: a, v: b })
  if (isFirst) work.rule('first branch', [], { u: a, v: b, c: call(row.relation, [a, b]) }, a)
  else work.rule('second branch', [], { u: a, v: b, a: larger, b: smaller }, b)
  return true
}
const EXTREMES: ReadonlyMap<string, { readonly name: string; readonly relation: string }> = new Map([
  ['max', { name: 'maximum', relation: '>=' }],
  ['min', { name: 'minimum', relation: '<=' }],
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

const CHANGES: readonly FunctionChange[] = [
  valueToKnow,
  undone,
  exponentialOfLog,
  splitLog,
  absoluteValue,
  signOfKnown,
  extreme,
  squareRoot,
  turns,
  parity,
]
