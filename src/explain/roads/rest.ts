/**
 * The second road to a derivative that is a product of the function with another form of it, such as f·(1 − f):
 * first that other form is written out and brought to what the derivative leaves for it; then the derivative is seen to be the product.
 */
import { connect } from '../../derive/connect/index.ts'
import { neat } from '../../derive/connect/neat.ts'
import { Setting } from '../../derive/connect/setting.ts'
import { OutOfBudget } from '../../derive/index.ts'
import { verify } from '../../derive/verify.ts'
import { asProduct, factorTerm } from '../../derive/view.ts'
import type { Derivation } from '../../expression/derivation.ts'
import {
  call,
  divide,
  type Expr,
  integer,
  isCall,
  mentions,
  same,
  substitute,
} from '../../expression/expr.ts'
import { ownForm } from '../own-form.ts'
import type { Subject } from '../subject.ts'
import { throughItself } from '../through-itself.ts'

export interface RestRoad {
  readonly letter: string
  /** f′ through the letter. */
  readonly form: Expr
  /** The other factor through the letter: 1 − f. */
  readonly rest: Expr
  /** From the other factor, the function written out, to one fraction. */
  readonly first: Derivation
  /** From the derivative to the product of both, written out. */
  readonly second: Derivation
}

export function restRoadOf(subject: Subject): RestRoad | undefined {
  const found = throughItself(subject)
  if (!found) return undefined
  const { form, letter } = found
  const product = asProduct(form)
  const factors = product.above.map(factorTerm)
  const [rest, ...others] = factors.filter((factor) => isCall(factor, 'add') && mentions(factor, letter))
  if (!rest || others.length > 0 || factors.length < 2) return undefined
  try {
    return joined({ form, letter, rest }, subject)
  } catch (error) {
    if (error instanceof OutOfBudget) return undefined
    throw error
  }
}

function joined(
  { form, letter, rest }: Pick<RestRoad, 'form' | 'letter' | 'rest'>,
  subject: Subject,
): RestRoad | undefined {
  const { formula, derivation, variable, within } = subject
  // written out: divided by a name, the derivative keeps what would cancel
  const f = new Map([[letter, ownForm(subject)]])
  // what is left of the derivative without the other factors
  const others = substitute(replaced(form, rest, integer(1)), f)
  const left = neat(divide(derivation.to, others), new Setting([])).to
  const first = connect(substitute(rest, new Map([[letter, formula]])), left, within(0.3))
  if (isCall(left, 'add') || !('steps' in first) || first.steps.length === 0 || !verify(first).ok)
    return undefined
  const product = replaced(form, rest, first.to)
  const second = connect(derivation.to, substitute(product, f), within(0.3))
  if (!('steps' in second) || second.steps.length === 0 || !verify(second).ok) return undefined
  const conditions = [...first.conditions, ...second.conditions]
  // a condition on the variable would leave points out
  return conditions.some((condition) => mentions(condition, variable))
    ? undefined
    : { letter, form, rest, first, second }
}

/** u with v for its part w. */
function replaced(u: Expr, w: Expr, v: Expr): Expr {
  if (same(u, w)) return v
  if (u.kind !== 'call') return u
  return call(
    u.head,
    u.args.map((arg) => replaced(arg, w, v)),
  )
}
