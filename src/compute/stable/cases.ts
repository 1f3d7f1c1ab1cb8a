/** A formula with a smallest or largest value in it, case by case: where u < v it is the formula with u for min(u, v). */
import { type CallNode, call, type Expr, same } from '../../expression/expr.ts'
import { slimmed } from './expand.ts'

export interface Cases {
  readonly question: Expr
  readonly yes: Expr
  readonly no: Expr
}

/** The two cases of the first smallest or largest value of two; nothing where there is none. */
export function casesOf(u: Expr): Cases | undefined {
  const chosen = firstChoice(u)
  if (!chosen) return undefined
  const [a, b] = chosen.args as [Expr, Expr]
  const [low, high] = chosen.head === 'min' ? [a, b] : [b, a]
  return {
    question: call('<', [a, b]),
    yes: slimmed(instead(u, chosen, low)),
    no: slimmed(instead(u, chosen, high)),
  }
}

function firstChoice(u: Expr): CallNode | undefined {
  if (u.kind !== 'call' || u.head === 'piecewise') return undefined
  for (const arg of u.args) {
    const found = firstChoice(arg)
    if (found) return found
  }
  return (u.head === 'min' || u.head === 'max') && u.args.length === 2 ? u : undefined
}

function instead(u: Expr, part: Expr, other: Expr): Expr {
  if (same(u, part)) return other
  return u.kind === 'call'
    ? call(
        u.head,
        u.args.map((arg) => instead(arg, part, other)),
      )
    : u
}
