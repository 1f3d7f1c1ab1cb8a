/** Functions by fewer functions: definitions, tangents, multiples of an angle, Pythagoras. */
import { type CallNode, type Expr, integer, isCall, same } from '../../../expression/expr.ts'
import { isOne, rational } from '../../../expression/rational.ts'
import { definition } from '../../../functions/index.ts'
import { compiledRule } from '../../../rules/compile.ts'
import { opened } from '../../../rules/forms.ts'
import { operand } from '../../move.ts'
import { asProduct, type Product, productTerm } from '../../view.ts'
import { by, type Mover, NOTHING } from './mover.ts'

/** A defined function is what its definition says. */
export const openDefinition: Mover = (u) => {
  const [row, body] = [definition(u.head), opened(u)]
  if (!row || !body) return NOTHING
  const letters = Object.fromEntries(row.letters.map((letter, i) => [letter, u.args[i] as Expr]))
  return [{ rule: `definition of ${u.head}`, letters, to: body }]
}

/** A function of its inverse: tan(atan(u)) is u. */
export const undone: Mover = (u) => {
  const inner = u.args[0]
  const rule = inner?.kind === 'call' && u.args.length === 1 ? `${u.head} of ${inner.head}` : ''
  return compiledRule(rule) ? [by(rule, { u: operand(inner as CallNode) })] : NOTHING
}

/** Functions by others: name of the function and the rule. */
export const through =
  (rules: ReadonlyMap<string, string>): Mover =>
  (u) => {
    const rule = rules.get(u.head)
    return rule ? [by(rule, { u: operand(u) })] : NOTHING
  }

/** cosh² − sinh² is 1. */
export const hyperbolicPythagoras: Mover = (u) => {
  if (u.head !== 'add' || u.args.length !== 2) return NOTHING
  const inside = (term: Product, head: string): Expr | undefined => {
    const [factor, ...more] = term.above
    const isSquare =
      factor?.exponent === 2n && isCall(factor.base, head) && more.length + term.below.length === 0
    return isSquare ? operand(factor.base) : undefined
  }
  const terms = u.args.map(asProduct) as [Product, Product]
  for (const [p, q] of [terms, [terms[1], terms[0]] as const]) {
    const [a, b] = [inside(p, 'cosh'), inside(q, 'sinh')]
    if (
      a &&
      b &&
      same(a, b) &&
      isOne(p.coefficient) &&
      q.coefficient.num === -1n &&
      q.coefficient.den === 1n
    ) {
      return [{ rule: 'hyperbolic Pythagoras', letters: { u: a }, to: integer(1) }]
    }
  }
  return NOTHING
}

/** sin and cos of −u, of 2·u and of (n + 1)·u. */
export const multipleAngle: Mover = (u) => {
  if (u.head !== 'sin' && u.head !== 'cos') return NOTHING
  const angle = asProduct(operand(u))
  const { num, den } = angle.coefficient
  const times = (n: bigint): Expr => productTerm({ ...angle, coefficient: rational(n) })
  if (den !== 1n || num === 0n || num === 1n || angle.above.length === 0) return NOTHING
  if (num < 0n) return [by(u.head === 'sin' ? 'sin is odd' : 'cos is even', { u: times(-num) })]
  const name = u.head === 'sin' ? 'sine' : 'cosine'
  return num % 2n === 0n
    ? [by(`${name} of the double angle`, { u: times(num / 2n) })]
    : [by(`${name} of a sum`, { u: times(num - 1n), v: times(1n) })]
}

/** sin² is 1 − cos², sinh² is cosh² − 1: at most one sine is left in a product. */
export const noSquareOfSine: Mover = (u) => {
  if (!isCall(u, 'power') || !isCall(u.args[0] as Expr, 'sin') || !same(u.args[1] as Expr, integer(2)))
    return NOTHING
  return [by('sine squared', { u: operand(u.args[0] as Expr) })]
}
