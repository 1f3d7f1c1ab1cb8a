/** Powers and roots of products, fractions and sums. */
import {
  add,
  call,
  divide,
  type Expr,
  freeSymbols,
  integer,
  isCall,
  multiply,
  negate,
  productOf,
  raise,
} from '../../../expression/expr.ts'
import { literalValue, numberTerm } from '../../../expression/number-term.ts'
import {
  exactRoot,
  isInteger,
  isOne,
  minus,
  over,
  rational,
  signOf,
  ZERO,
} from '../../../expression/rational.ts'
import { operand } from '../../move.ts'
import {
  asProduct,
  asSum,
  contentOf,
  type Factor,
  factorTerm,
  type Product,
  productTerm,
  sumTerm,
} from '../../view.ts'
import { expose } from '../factors.ts'
import { type Move, moved, tidyUp, unmade } from '../move.ts'
import type { Work } from '../work.ts'
import { multiplyOut } from './distribute.ts'

/** (u·v)^w → u^w·v^w, (u/v)^w → u^w/v^w, and roots of products and fractions. */
export const raiseEach: Move = function* (u) {
  const isRoot = isCall(u, 'sqrt')
  if (!isRoot && !isCall(u, 'power')) return
  const base = u.args[0] as Expr
  const value = isRoot ? undefined : literalValue(u.args[1] as Expr)
  if (value && isInteger(value)) return
  const product = asProduct(base)
  const letters = isRoot ? {} : { w: u.args[1] as Expr }
  if (product.below.length > 0) {
    const [above, below] = halves(product)
    const name = isRoot ? 'square root of a fraction' : 'power of a fraction'
    yield moved(u, (work) => void work.rule(name, [], { u: above, v: below, ...letters }))
    return
  }
  const factors = factorsOf(product)
  if (factors.length < 2) return
  const name = isRoot ? 'square root of a product' : 'power of a product'
  yield moved(u, (work) => {
    for (let rest = factors, at: number[] = []; rest.length > 1; rest = rest.slice(1), at = [...at, 1]) {
      work.rule(name, at, { u: rest[0] as Expr, v: productOf(rest.slice(1)), ...letters }, pairOf(rest))
    }
  })

  function pairOf(rest: readonly Expr[]): Expr {
    const of = (v: Expr): Expr =>
      isRoot ? call('sqrt', [v]) : raise(v, (u as { args: readonly Expr[] }).args[1] as Expr)
    return multiply(of(rest[0] as Expr), of(productOf(rest.slice(1))))
  }
}

/** The factors, the number among them; also the number that the terms of a lone sum share. */
function factorsOf(product: Product): Expr[] {
  const [only] = product.above
  const factors = product.above.map(factorTerm)
  if (!isOne(product.coefficient)) return [numberTerm(product.coefficient), ...factors]
  if (factors.length !== 1 || !only || only.exponent !== 1n || !isCall(only.base, 'add')) return factors
  const terms = asSum(only.base)
  const content = contentOf(terms)
  if (isOne(content) || signOf(content) < 0) return factors
  return [
    numberTerm(content),
    sumTerm(terms.map((t) => ({ ...t, coefficient: over(t.coefficient, content) }))),
  ]
}

const halves = (product: Product): [Expr, Expr] => [
  productTerm({ ...product, coefficient: rational(product.coefficient.num), below: [] }),
  productTerm({
    ...product,
    coefficient: rational(product.coefficient.den),
    above: product.below,
    below: [],
  }),
]

/** √u·√v → √(u·v), √u/√v → √(u/v) */
export const joinRoots: Move = function* (u) {
  if (u.kind !== 'call' || u.head === 'add') return
  const product = asProduct(u)
  const roots = (factors: readonly Factor[]): Factor[] =>
    factors.filter((f) => isCall(f.base, 'sqrt') && f.exponent === 1n)
  const [above, below] = [roots(product.above), roots(product.below)]
  for (const [i, f] of above.entries()) {
    for (const g of above.slice(i + 1)) {
      yield moved(u, (work) => {
        const at = expose(work, [], product, { above: [f, g] }, multiply(f.base, g.base))
        work.back('square root of a product', at, { u: operand(f.base), v: operand(g.base) })
      })
    }
    for (const g of below) {
      yield moved(u, (work) => {
        const at = expose(work, [], product, { above: [f], below: [g] }, divide(f.base, g.base))
        work.back('square root of a fraction', at, { u: operand(f.base), v: operand(g.base) })
      })
    }
  }
  const [first, second] = below
  if (!first || !second) return
  yield moved(u, (work) => {
    const rest = product.below.filter((f) => f !== first && f !== second).map(factorTerm)
    const both = multiply(first.base, second.base)
    const number = numberTerm(rational(product.coefficient.den))
    const others = [...(isOne(rational(product.coefficient.den)) ? [] : [number]), ...rest]
    const upper = productTerm({ ...product, coefficient: rational(product.coefficient.num), below: [] })
    work.calculate([], divide(upper, others.length > 0 ? multiply(...others, both) : both))
    const letters = { u: operand(first.base), v: operand(second.base) }
    work.back('square root of a product', others.length > 0 ? [1, others.length] : [1], letters)
  })
}

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

const speaksOf = (u: Expr, head: string): boolean =>
  u.kind === 'call' && (u.head === head || u.args.some((arg) => speaksOf(arg, head)))

/** A number that is not negative is the root of its power: 1 + √2 = √(3 + 2·√2). */
export const asRoot: Move = function* (u, { goal, setting }) {
  const constant = u.kind === 'call' && freeSymbols(u).length === 0 && u.size < 20 && speaksOf(u, 'sqrt')
  if (!constant || isCall(u, 'sqrt')) return
  if (speaksOf(goal, 'sqrt')) {
    yield moved(u, (work) => {
      if (!setting.holds(call('>=', [u, integer(0)]))) return
      work.back('absolute value, not negative', [], { u })
      work.back('square root of a square', [], { u })
      multiplyOut(work, [0], setting)
    })
  }
  for (const n of rootsIn(goal)) {
    yield moved(u, (work) => {
      const [v, w] = [integer(n), divide(integer(1), integer(n))]
      work.back('power of a power', [], { u, v, w }, raise(raise(u, v), w))
      multiplyOut(work, [0], setting)
    })
  }
}

/** n for each power with the exponent m/n. */
function rootsIn(u: Expr, found: Set<bigint> = new Set()): Set<bigint> {
  if (u.kind !== 'call') return found
  const exponent = u.head === 'power' ? literalValue(u.args[1] as Expr) : undefined
  if (exponent && exponent.den > 2n && exponent.den < 10n) found.add(exponent.den)
  for (const arg of u.args) rootsIn(arg, found)
  return found
}

/** u² − v² → (u + v)·(u − v); exponentials and even powers are squares too. */
export const differenceOfSquares: Move = function* (u, { setting }) {
  if (!isCall(u, 'add') || u.args.length !== 2) return
  const [first, second] = u.args.map(asProduct) as [Product, Product]
  if (signOf(first.coefficient) === signOf(second.coefficient)) return
  const [plus, less] = signOf(first.coefficient) > 0 ? [first, second] : [second, first]
  const [a, b] = [rootOf(plus), rootOf({ ...less, coefficient: minus(ZERO, less.coefficient) })]
  if (!a || !b) return
  yield moved(u, (work) => {
    const square = (w: Expr): Expr => raise(w, integer(2))
    unmade(work, [], add(square(a), negate(square(b))), (forth) => void tidyUp(forth, [], setting), setting)
    work.rule('difference of squares', [], { u: a, v: b })
  })
}

function rootOf(product: Product): Expr | undefined {
  const root = exactRoot(product.coefficient, 2n)
  if (!root || product.below.length > 0) return undefined
  const halved: Factor[] = []
  for (const f of product.above) {
    if (isCall(f.base, 'exp') && f.exponent === 1n) {
      const { coefficient, ...rest } = asProduct(operand(f.base))
      const half = productTerm({ ...rest, coefficient: rational(coefficient.num, coefficient.den * 2n) })
      if (coefficient.num % 2n !== 0n) return undefined
      halved.push({ base: call('exp', [half]), exponent: 1n })
    } else if (f.exponent % 2n === 0n) halved.push({ base: f.base, exponent: f.exponent / 2n })
    else return undefined
  }
  return productTerm({ ...product, coefficient: root, above: halved })
}
