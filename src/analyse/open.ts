/** Why a property stays open: something is not known of the parameters, or was not found or proved. */
import type { Condition } from '../expression/condition.ts'
import { call, type Expr, integer, isCall, negate } from '../expression/expr.ts'
import { type Reason, reasonText, told } from './reason.ts'

/** It depends on whether this holds, which neither follows from what is assumed nor contradicts it. */
export class Missing extends Error {
  readonly condition: Condition

  constructor(condition: Condition) {
    super('it depends on the parameters')
    this.condition = condition
  }
}

/** It was not found, or not proved. */
export class Open extends Error {
  readonly reason: Reason

  constructor(reason: Reason | string) {
    const because = typeof reason === 'string' ? told(reason) : reason
    super(reasonText(because))
    this.reason = because
  }
}

/** u > 0 as one would say it: a − b > 0 is a > b. */
export function positiveCondition(u: Expr): Condition {
  if (isCall(u, 'add') && u.args.length === 2) {
    const [a, b] = u.args as [Expr, Expr]
    if (isCall(b, 'negate')) return call('>', [a, b.args[0] as Expr])
    if (isCall(a, 'negate')) return call('>', [b, a.args[0] as Expr])
    if (b.kind === 'number') return call('>', [a, negate(b)])
  }
  return call('>', [u, integer(0)])
}
