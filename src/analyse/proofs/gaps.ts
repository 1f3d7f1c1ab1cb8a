/** Where a term may not be defined, or not continuous: at zeros of what its domain asks about. */
import { type Condition, interior, OPPOSITE } from '../../expression/condition.ts'
import type { CallNode, Expr } from '../../expression/expr.ts'
import { unproved } from '../../verify/prove.ts'
import { differenceOf } from './holds/sign.ts'
import type { Work } from './work.ts'
import { zerosOf } from './zeros.ts'

/** Such points as values of the letter, as far as they are found. */
export const gapsOf = (u: Expr, letter: string, assuming: readonly Condition[], work: Work): Expr[] =>
  unproved(interior(u), work.facts(assuming)).flatMap((condition) => {
    const { head, args } = condition as CallNode
    if (!OPPOSITE.has(head)) return []
    return zerosOf(differenceOf(args[0] as Expr, args[1] as Expr), letter, assuming, work)
  })
