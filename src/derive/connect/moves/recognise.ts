/**
 * Recognising a shorter form: rules read from right to left where a term, or some operands of a sum
 * or product, are what they say, up to a number. Only for a search without another end: between two
 * ends the other end brings these rules in.
 */
import { type CallNode, call, type Expr, integer, isCall, multiply, raise } from '../../../expression/expr.ts'
import { match } from '../../../expression/match.ts'
import { numberTerm } from '../../../expression/number-term.ts'
import { isOne, MINUS_ONE, ONE, over, type Rational } from '../../../expression/rational.ts'
import { type CompiledRule, compiledRule } from '../../../rules/compile.ts'
import { asProduct, asSum, common, contentOf, type Factor, sumTerm } from '../../view.ts'
import { expose } from '../factors.ts'
import { type Move, moved, pathToSome } from '../move.ts'
import { expected, type Work } from '../work.ts'

/** Sums that are one function, read from right to left. */
const SUMS: readonly string[] = [
  'sine squared',
  'cosine squared',
  'cosh squared',
  'sinh squared',
  'one over cosine squared',
  'one over cosh squared',
  'sine of a sum',
  'cosine of a sum',
  'sinh of a sum',
  'cosh of a sum',
  'cosine of the double angle',
  'cosine of the double angle by the cosine',
  'cosine of the double angle by the sine',
]

const rules = (names: readonly string[]): CompiledRule[] => names.map((name) => expected(compiledRule(name)))

/** A sum, or some of its terms, as one function; a number may stand before it. */
export const recogniseSum: Move = function* (u) {
  if (!isCall(u, 'add') || u.args.length > 6 || !u.args.some(isAngled)) return
  for (const chosen of choices(u.args.length)) {
    if (!chosen.some((i) => isAngled(u.args[i] as Expr))) continue
    const terms = chosen.flatMap((i) => asSum(u.args[i] as Expr))
    const content = contentOf(terms)
    for (const scale of [ONE, MINUS_ONE, content, { ...content, num: -content.num }]) {
      const inner = sumTerm(terms.map((t) => ({ ...t, coefficient: over(t.coefficient, scale) })))
      for (const rule of rules(SUMS)) {
        const [letters] = match(rule.to, inner, () => true)
        if (!letters) continue
        yield moved(u, (work) => recognised(work, u, chosen, scale, inner, rule, Object.fromEntries(letters)))
      }
    }
  }
}

const ANGLED: ReadonlySet<string> = new Set(['sin', 'cos', 'tan', 'sinh', 'cosh', 'tanh'])

/** Is a trigonometric or hyperbolic function one of the factors? */
function isAngled(u: Expr): boolean {
  if (u.kind !== 'call') return false
  if (ANGLED.has(u.head)) return true
  return PRODUCTS.has(u.head) && u.args.some(isAngled)
}
const PRODUCTS: ReadonlySet<string> = new Set(['multiply', 'divide', 'negate', 'power'])

/** Two or more of n operands. */
function* choices(n: number): Generator<number[]> {
  for (let bits = 3; bits < 2 ** n; bits += 1) {
    const chosen = Array.from({ length: n }, (_, i) => i).filter((i) => bits & (2 ** i))
    if (chosen.length >= 2 && chosen.length <= 3) yield chosen
  }
}

function recognised(
  work: Work,
  u: CallNode,
  chosen: readonly number[],
  scale: Rational,
  inner: Expr,
  rule: CompiledRule,
  letters: Parameters<Work['rule']>[2],
): void {
  const path = pathToSome(u, chosen)
  const name = rule.rule.name
  if (isOne(scale)) {
    work.back(name, path, letters)
    return
  }
  work.calculate(path, multiply(numberTerm(scale), inner))
  const at = path.length === 0 ? [] : [Math.min(...chosen)]
  work.back(name, [...at, 1], letters)
}

/** Quotients of two functions of one operand. */
const QUOTIENTS: readonly string[] = ['tangent', 'tanh by sinh and cosh']

export const recogniseQuotient: Move = function* (u) {
  const product = asProduct(u)
  for (const rule of rules(QUOTIENTS)) {
    const [top, bottom] = (rule.to as CallNode).args as [CallNode, CallNode]
    for (const f of product.above) {
      if (!isCall(f.base, top.head)) continue
      const w = f.base.args[0] as Expr
      const g = product.below.find((h) => isCall(h.base, bottom.head) && h.base.args[0] === w)
      if (!g) continue
      const n = common([f], [{ ...g, base: f.base }])[0]?.exponent ?? 1n
      const part = { above: [{ base: f.base, exponent: n }], below: [{ base: g.base, exponent: n }] }
      const quotient = divided(f, g)
      yield moved(u, (work) => {
        const at = expose(work, [], product, part, n === 1n ? quotient : raise(quotient, integer(n)), true)
        work.back(rule.rule.name, n === 1n ? at : [...at, 0], { u: w })
      })
    }
  }
}

const divided = (f: Factor, g: Factor): Expr => call('divide', [f.base, g.base])

/** sin(u)·cos(u) → sin(2·u)/2 */
export const recogniseDouble: Move = function* (u) {
  const product = asProduct(u)
  for (const f of product.above) {
    if (!isCall(f.base, 'sin')) continue
    const w = f.base.args[0] as Expr
    const g = product.above.find((h) => isCall(h.base, 'cos') && h.base.args[0] === w)
    if (!g || product.coefficient.num % 2n !== 0n) continue
    const half = { ...product, coefficient: over(product.coefficient, { num: 2n, den: 1n }) }
    const part = {
      above: [
        { base: f.base, exponent: 1n },
        { base: g.base, exponent: 1n },
      ],
    }
    yield moved(u, (work) => {
      const at = expose(work, [], half, part, multiply(integer(2), f.base, g.base), true)
      work.back('sine of the double angle', at, { u: w })
    })
  }
}

/** Quotients that are one hyperbolic function. */
const HYPERBOLIC: readonly string[] = ['tanh by exponentials', 'cosh by exponentials', 'sinh by exponentials']

export const recogniseHyperbolic: Move = function* (u) {
  if (!isCall(u, 'divide')) return
  for (const rule of rules(HYPERBOLIC)) {
    const [letters] = match(rule.to, u, () => true)
    if (letters) yield moved(u, (work) => void work.back(rule.rule.name, [], Object.fromEntries(letters)))
  }
}
