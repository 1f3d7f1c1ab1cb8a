/** Sums, multiples and products of angles. */
import { call, type Expr, isCall, multiply } from '../../../expression/expr.ts'
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
import { compiledRule } from '../../../rules/compile.ts'
import { operand } from '../../move.ts'
import { shown } from '../../shown.ts'
import { asProduct, asSum, productTerm, sumTerm } from '../../view.ts'
import { expose } from '../factors.ts'
import { type Move, moved } from '../move.ts'
import { collected } from '../neat/sum.ts'
import type { Setting } from '../setting.ts'
import { type Change, expected } from '../work.ts'

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
export const productsToSums: Move = function* (u, { setting }) {
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
          work.farFetched = 2
          const { to } = expected(compiledRule(rule))
          work.rule(rule, at, letters, operandsCollected(shown(to, letters), setting))
        })
      }
    }
  }
}

/** u with the operands of its functions collected: cos(x − 2·x) as cos(−x). */
function operandsCollected(u: Expr, setting: Setting): Expr {
  if (u.kind !== 'call') return u
  const args = SUMS.has(u.head)
    ? u.args.map((arg) => collected(arg, setting))
    : u.args.map((arg) => operandsCollected(arg, setting))
  return call(u.head, args)
}
