/** Bounds of a letter. */
import { type Condition, MIRRORED } from '../../expression/condition.ts'
import { type Expr, mentions } from '../../expression/expr.ts'

/** The condition as a relation of the letter to a term without it. */
export function boundOf(
  condition: Condition,
  letter: string,
): readonly [head: string, end: Expr] | undefined {
  if (condition.kind !== 'call' || !/^[<>]=?$/.test(condition.head)) return undefined
  const [l, r] = condition.args as [Expr, Expr]
  const isLeft = l.kind === 'symbol' && l.name === letter && !mentions(r, letter)
  const isRight = r.kind === 'symbol' && r.name === letter && !mentions(l, letter)
  if (isLeft) return [condition.head, r]
  return isRight ? [MIRRORED.get(condition.head) as string, l] : undefined
}
