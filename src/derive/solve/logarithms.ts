/** Logarithms gathered into one; logarithms of both sides taken where the unknown stands in exponents. */
import { add, call, divide, type Expr, isCall, multiply, negate, productOf } from '../../expression/expr.ts'
import { numberTerm } from '../../expression/number-term.ts'
import type { Path } from '../../expression/path.ts'
import { isOne, negated, signOf } from '../../expression/rational.ts'
import { asProduct } from '../view.ts'
import { expand } from './expand.ts'
import { exponentialIn } from './exponentials.ts'
import { leavesAt } from './leaves.ts'
import { separate } from './sides.ts'
import { opposite, sidesAt, type Working } from './working.ts'

/** c₁·log(u₁) + c₂·log(u₂) + … = v becomes log(…) = v, if all else is free of the variable. */
export function joinLogarithms(w: Working, path: Path): boolean {
  const leaves = leavesAt(w, path)
  if (leaves.length < 2 || !leaves.every((leaf) => isCall(leaf, 'log'))) return false
  return w.attempt(() => {
    expand(w, [...path, 0])
    expand(w, [...path, 1])
    if (!separate(w, path, (term) => w.varies(term))) return false
    if (!w.varies(w.at([...path, 0]))) return true
    return gathered(w, [...path, 0])
  })
}

const log = (u: Expr): Expr => call('log', [u])

/** The sum of multiples of logarithms at `at` as one logarithm. */
function gathered(w: Working, at: Path): boolean {
  for (;;) {
    const u = w.at(at)
    if (!isCall(u, 'add')) return factorWithin(w, at)
    for (const i of u.args.keys()) if (!factorWithin(w, [...at, i])) return false
    const { args } = w.at(at) as { readonly args: readonly Expr[] }
    const start = args.findIndex((arg) => isCall(arg, 'log'))
    if (start < 0) return false
    const other = args.findIndex((_, i) => i !== start)
    const pair = [start, other].sort((a, b) => a - b)
    const place = args.length === 2 ? at : [...at, pair]
    const first = inner(args[start] as Expr)
    const second = args[other] as Expr
    const minus = isCall(second, 'negate')
    const v = inner(minus ? (second.args[0] as Expr) : second)
    if (!first || !v) return false
    const rule = minus ? 'logarithm of a quotient' : 'logarithm of a product'
    const to = log(minus ? divide(first, v) : multiply(first, v))
    if (!w.rule(rule, place, { u: first, v }, { back: true, to, strict: true })) return false
  }
}

const inner = (u: Expr): Expr | undefined => (isCall(u, 'log') ? u.args[0] : undefined)

/** c·log(u) → log(u^c), −c·log(u) → −log(u^c). */
function factorWithin(w: Working, at: Path): boolean {
  const product = asProduct(w.at(at))
  const [only] = product.above
  const u = only && inner(only.base)
  if (!u || product.above.length !== 1 || product.below.length > 0 || only.exponent !== 1n) return false
  const sign = signOf(product.coefficient)
  const size = sign < 0 ? negated(product.coefficient) : product.coefficient
  if (isOne(size)) return true
  const place = sign < 0 && isCall(w.at(at), 'negate') ? [...at, 0] : at
  const c = numberTerm(size)
  return w.rule('logarithm of a power', place, { u, v: c }, { back: true, strict: true })
}

/** A·b^u = C·d^v, each side positive: take logarithms of both sides and take them apart. */
export function compareLogarithms(w: Working, path: Path): boolean {
  return w.attempt(() => apart(w, path) && logarithmsCompared(w, path))
}

/** u − v = 0 is u = v; the positive term goes to the left. */
function apart(w: Working, path: Path): boolean {
  const [left, right] = sidesAt(w, path)
  if (!isCall(left, 'add')) return true
  if (left.args.length !== 2 || w.canon.value(right)?.num !== 0n) return false
  const [p, q] = left.args as [Expr, Expr]
  const [u, v] = isCall(p, 'negate') ? [q, p.args[0] as Expr] : [p, opposite(q)]
  return w.rule('everything on one side', path, { u, v }, { back: true })
}

function logarithmsCompared(w: Working, path: Path): boolean {
  const [left, right] = sidesAt(w, path)
  const isProduct = (u: Expr): boolean => {
    if (isCall(u, 'add')) return false
    const { above, below } = asProduct(u)
    return [...above, ...below].every((f) => !w.varies(f.base) || exponentialIn(w, f.base) !== undefined)
  }
  if (!isProduct(left) || !isProduct(right)) return false
  return w.attempt(() => {
    if (!w.rule('logarithms of both sides', path, { u: left, v: right }, { strict: true })) return false
    return [0, 1].every((side) => openLogarithm(w, [...path, side]))
  })
}

/** log of a product of powers → sum of multiples of logarithms. */
function openLogarithm(w: Working, at: Path): boolean {
  const u = w.at(at)
  if (!isCall(u, 'log')) return true
  const inner = u.args[0] as Expr
  if (!w.varies(inner)) return true
  if (isCall(inner, 'exp')) return w.rule('log of exp', at, { u: inner.args[0] as Expr })
  if (isCall(inner, 'power')) {
    const [base, exponent] = inner.args as [Expr, Expr]
    return w.rule('logarithm of a power', at, { u: base, v: exponent }, { strict: true })
  }
  if (isCall(inner, 'negate')) return false
  if (isCall(inner, 'divide')) {
    const [a, b] = inner.args as [Expr, Expr]
    if (!w.rule('logarithm of a quotient', at, { u: a, v: b }, { to: sumOfLogs(a, b, true), strict: true }))
      return false
    return openLogarithm(w, [...at, 0]) && openLogarithm(w, [...at, 1, 0])
  }
  if (!isCall(inner, 'multiply')) return false
  const [a, ...others] = inner.args as [Expr, ...Expr[]]
  const b = productOf(others)
  if (!w.rule('logarithm of a product', at, { u: a, v: b }, { to: sumOfLogs(a, b, false), strict: true }))
    return false
  return openLogarithm(w, [...at, 0]) && openLogarithm(w, [...at, 1])
}

const sumOfLogs = (a: Expr, b: Expr, quotient: boolean): Expr =>
  add(log(a), quotient ? negate(log(b)) : log(b))
