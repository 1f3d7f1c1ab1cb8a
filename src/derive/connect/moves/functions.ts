/** Functions by their rows: definitions, exponentials, squares, sums and multiples of angles. */
import {
  add,
  type CallNode,
  call,
  divide,
  type Expr,
  integer,
  isCall,
  multiply,
  negate,
  raise,
} from '../../../expression/expr.ts'
import { match } from '../../../expression/match.ts'
import { numberTerm } from '../../../expression/number-term.ts'
import {
  compareRationals,
  isInteger,
  minus,
  ONE,
  over,
  type Rational,
  rational,
} from '../../../expression/rational.ts'
import { definition } from '../../../functions/index.ts'
import { compiledRule } from '../../../rules/compile.ts'
import { opened } from '../../../rules/forms.ts'
import { operand } from '../../move.ts'
import { asProduct, asSum, type Factor, productTerm, sumTerm } from '../../view.ts'
import { expose } from '../factors.ts'
import { type Move, moved, pathToSome } from '../move.ts'
import { type Change, DeadEnd, expected, type Work } from '../work.ts'

/** A function written by its definition. */
export const openDefinition: Move = function* (u) {
  const body = opened(u)
  const row = u.kind === 'call' ? definition(u.head) : undefined
  if (!body || !row || u.kind !== 'call') return
  const letters = Object.fromEntries(row.letters.map((letter, i) => [letter, u.args[i] as Expr]))
  yield moved(u, (work) => void work.rule(`definition of ${u.head}`, [], letters, body))
}

/** Rules whose left side is one function, or the square of one. */
const ROWS: readonly string[] = [
  'tangent',
  'tanh by sinh and cosh',
  'tanh by exponentials',
  'cosh by exponentials',
  'sinh by exponentials',
  'absolute value by the sign',
  'sine of an arccosine',
  'cosine of an arcsine',
  'tangent of an arcsine',
  'tangent of an arccosine',
  'cosine of an arctangent',
  'sine of an arctangent',
  'arccosine by the arcsine',
  'arctangent of a reciprocal',
  'arsinh as a logarithm',
  'arcosh as a logarithm',
  'artanh as a logarithm',
  'maximum by cases',
  'minimum by cases',
]
const SQUARES: ReadonlyMap<string, readonly string[]> = new Map([
  ['sin', ['sine squared', 'sine squared by the double angle']],
  ['cos', ['cosine squared', 'cosine squared by the double angle']],
  ['cosh', ['cosh squared', 'cosh squared by the double operand']],
  ['sinh', ['sinh squared', 'sinh squared by the double operand']],
])
const RECIPROCAL_SQUARES: ReadonlyMap<string, string> = new Map([
  ['cos', 'one over cosine squared'],
  ['cosh', 'one over cosh squared'],
])

export const byRow: Move = function* (u) {
  if (u.kind !== 'call' || u.args.length !== 1) return
  for (const name of ROWS) {
    const rule = expected(compiledRule(name))
    if (rule.from.kind !== 'call' || rule.from.head !== u.head) continue
    const [letters] = match(rule.from, u, () => true)
    if (letters) yield moved(u, (work) => void work.rule(name, [], Object.fromEntries(letters)))
  }
}

/** sin²u → 1 − cos²u and its like, in any even power. */
export const squares: Move = function* (u) {
  if (u.kind !== 'call' || u.head === 'add') return
  const product = asProduct(u)
  for (const f of product.above) {
    const names = f.base.kind === 'call' ? SQUARES.get(f.base.head) : undefined
    if (!names || f.exponent < 2n) continue
    for (const name of names) yield moved(u, (work) => writeSquare(work, f, name))
  }
  for (const f of product.below) {
    const name = f.base.kind === 'call' ? RECIPROCAL_SQUARES.get(f.base.head) : undefined
    if (!name || f.exponent < 2n) continue
    const w = operand(f.base)
    yield moved(u, (work) => {
      const part = { below: [{ base: f.base, exponent: 2n }] }
      const at = expose(work, [], product, part, divide(integer(1), raise(f.base, integer(2))))
      work.rule(name, at, { u: w })
    })
  }

  function writeSquare(work: Work, f: Factor, name: string): void {
    const half = f.exponent / 2n
    const square = raise(f.base, integer(2))
    const shape = half === 1n ? square : raise(square, integer(half))
    const part = { above: [{ base: f.base, exponent: 2n * half }] }
    const at = expose(work, [], product, part, shape)
    work.rule(name, half === 1n ? at : [...at, 0], { u: operand(f.base) })
  }
}

const SUMS: ReadonlyMap<string, string> = new Map([
  ['sin', 'sine of a sum'],
  ['cos', 'cosine of a sum'],
  ['sinh', 'sinh of a sum'],
  ['cosh', 'cosh of a sum'],
])
const DOUBLES: ReadonlyMap<string, readonly string[]> = new Map([
  ['sin', ['sine of the double angle']],
  ['sinh', ['sinh of the double operand']],
  ['cosh', ['cosh of the double operand']],
  [
    'cos',
    [
      'cosine of the double angle by the cosine',
      'cosine of the double angle by the sine',
      'cosine of the double angle',
    ],
  ],
])

/** sin(u + v), sin(2·u), sin(n·u) = sin((n − 1)·u + u); n also against an angle at the other end. */
export const angles: Move = function* (u, { setting, angles: others }) {
  const name = u.kind === 'call' ? SUMS.get(u.head) : undefined
  if (!name || u.kind !== 'call') return
  const w = operand(u)
  const terms = asSum(w)
  if (terms.length > 1) {
    for (const first of terms) {
      const rest = terms.filter((term) => term !== first)
      yield ofSum(productTerm(first), sumTerm(rest))
      if (terms.length === 2) break
    }
  }
  const units: { unit: Expr; n: Rational }[] = []
  const { coefficient } = asProduct(w)
  if (coefficient.den === 1n && coefficient.num > 1n && w.kind !== 'number') {
    units.push({ unit: productTerm({ ...asProduct(w), coefficient: ONE }), n: coefficient })
  }
  for (const other of others) {
    const n = ratioOf(w, other)
    if (n && isInteger(n) && n.num > 1n && n.num < 13n) units.push({ unit: other, n })
  }
  for (const { unit, n } of units) {
    const times = (k: Rational): Expr => productTerm(asProduct(multiply(numberTerm(k), unit)))
    if (n.num % 2n === 0n) {
      const half = times(over(n, rational(2n)))
      for (const double of DOUBLES.get(u.head) ?? []) {
        yield moved(u, (work) => void work.rule(double, [], { u: half }))
      }
      if (!DOUBLES.has(u.head)) yield ofSum(half, half)
    }
    if (n.num > 2n) yield ofSum(times(minus(n, ONE)), unit)
  }

  function ofSum(a: Expr, b: Expr): Change | undefined {
    return moved(u, (work) => void work.rule(name as string, [], { u: a, v: b }))
  }
  function ratioOf(a: Expr, b: Expr): Rational | undefined {
    const ratio = setting.canon.ratio(a, b)
    return ratio && compareRationals(ratio, ONE) > 0 ? ratio : undefined
  }
}

const PRODUCTS: readonly (readonly [string, string, string])[] = [
  ['sin', 'cos', 'sine times cosine'],
  ['cos', 'cos', 'cosine times cosine'],
  ['sin', 'sin', 'sine times sine'],
]

/** sin(u)·cos(v) → (sin(u + v) + sin(u − v))/2 and its like. */
export const productsToSums: Move = function* (u) {
  if (u.kind !== 'call' || u.head === 'add') return
  const product = asProduct(u)
  for (const [one, other, rule] of PRODUCTS) {
    for (const [i, f] of product.above.entries()) {
      for (const [j, g] of product.above.entries()) {
        if (i === j || (one === other && j < i) || !isCall(f.base, one) || !isCall(g.base, other)) continue
        const part = {
          above: [
            { base: f.base, exponent: 1n },
            { base: g.base, exponent: 1n },
          ],
        }
        const letters = { u: operand(f.base), v: operand(g.base) }
        yield moved(u, (work) => {
          const at = expose(work, [], product, part, multiply(f.base, g.base))
          work.rule(rule, at, letters)
        })
      }
    }
  }
}

/** c·sin²u + c·cos²u → c; c·cosh²u − c·sinh²u → c */
export const pythagoras: Move = function* (u, { setting }) {
  if (!isCall(u, 'add')) return
  yield* pairs(u, 'sin', 'cos', 1n, 'Pythagoras')
  yield* pairs(u, 'sinh', 'cosh', -1n, 'hyperbolic Pythagoras')

  function* pairs(
    sum: CallNode,
    one: string,
    other: string,
    sign: bigint,
    rule: string,
  ): Generator<Change | undefined> {
    for (const [i, term] of sum.args.entries()) {
      for (const f of asProduct(term).above) {
        if (f.exponent < 2n || !isCall(f.base, one)) continue
        const w = operand(f.base)
        const partner = raise(call(other, [w]), integer(2))
        const rest = asProduct(divide(term, raise(f.base, integer(2))))
        const c = productTerm({
          ...rest,
          above: lowered(rest.above, f),
          below: rest.below.filter((g) => g.base !== f.base),
        })
        const mate = multiply(c, partner, numberTerm(rational(sign)))
        const j = sum.args.findIndex((arg) => setting.canon.same(arg, mate))
        if (j < 0) continue
        yield moved(sum, (work) => join(work, sum, i, j, c, w))
      }
    }
    function join(work: Work, s: CallNode, i: number, j: number, c: Expr, w: Expr): void {
      const path = pathToSome(s, [i, j])
      const [a, b] = [one, other].map((head) => raise(call(head, [w]), integer(2))) as [Expr, Expr]
      const inner = sign > 0n ? add(a, b) : add(b, negate(a))
      const unit = setting.canon.same(c, integer(1))
      const at = path.length === 0 ? [] : [Math.min(i, j)]
      if (unit) work.rule(rule, path, { u: w }, integer(1))
      else {
        if (inner.kind !== 'call') throw new DeadEnd('a sum is expected')
        work.back('distribute', path, { u: c, v_: inner.args }, multiply(c, inner))
        work.rule(rule, [...at, 1], { u: w }, integer(1))
      }
    }
  }
}

const lowered = (factors: readonly Factor[], f: Factor): Factor[] =>
  factors.flatMap((g) => {
    const exponent = g.base === f.base ? g.exponent - 2n : g.exponent
    return exponent > 0n ? [{ base: g.base, exponent }] : []
  })
