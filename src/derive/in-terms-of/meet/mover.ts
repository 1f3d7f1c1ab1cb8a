/**
 * Moves towards one fraction: what tidying leaves alone because a person would, but what must go
 * before two forms can be compared. Each gives steps at one node; none is trusted.
 */
import type { Canon } from '../../../expression/canonical.ts'
import { type CallNode, type Expr, isCall, multiply } from '../../../expression/expr.ts'
import { compiledRule, type Letters } from '../../../rules/compile.ts'
import type { Move } from '../../move.ts'
import { shown } from '../../shown.ts'
import { asProduct, productTerm } from '../../view.ts'

/** What to do at a node, or nothing. */
export type Mover = (u: CallNode, canon: Canon) => readonly Move[]

export const NOTHING: readonly Move[] = []

/** The rule with its letters, giving what its other side says. */
export function by(rule: string, letters: Letters, direction: 'forward' | 'backward' = 'forward'): Move {
  const row = compiledRule(rule)
  if (!row) throw new RangeError(`no rule ${rule}`)
  return { rule, letters, direction, to: shown(direction === 'forward' ? row.to : row.from, letters) }
}

export const isProduct = (u: Expr): boolean =>
  isCall(u, 'multiply') || isCall(u, 'divide') || isCall(u, 'negate')

export const product = (u: Expr, v: Expr): Expr => productTerm(asProduct(multiply(u, v)))
