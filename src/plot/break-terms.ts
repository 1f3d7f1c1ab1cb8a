/** The terms at whose zeros a formula may have a pole, a jump, a kink or an end. */
import { deciding, difference } from '../analyse/breaks.ts'
import { Canon } from '../expression/canonical.ts'
import type { Condition } from '../expression/condition.ts'
import { type Expr, isCall, mentions, same } from '../expression/expr.ts'
import { domainOf } from '../rules/domain.ts'
import { isTotal } from '../rules/forms.ts'

/** Terms in the variable; those of the domain first. */
export function breakTerms(u: Expr, variable: string): Expr[] {
  const canon = new Canon(isTotal)
  const terms = [
    ...domainOf(u, canon).flatMap((condition) => sides(condition, canon)),
    ...deciding(u, variable),
  ]
  return terms
    .filter((term) => mentions(term, variable))
    .filter((term, i, all) => all.findIndex((other) => same(other, term)) === i)
}

const RELATIONS: ReadonlySet<string> = new Set(['=', '!=', '<', '<=', '>', '>='])

/** The differences that the condition compares with 0. */
function sides(condition: Condition, canon: Canon): Expr[] {
  if (condition.kind !== 'call') return []
  if (isCall(condition, 'and') || isCall(condition, 'or'))
    return condition.args.flatMap((part) => sides(part, canon))
  const [left, right] = condition.args
  if (isCall(condition, 'defined') && left) return partsOf(left, canon)
  return left && right && RELATIONS.has(condition.head) ? [difference(left, right)] : []
}

/** Of a form whose domain cannot be listed: what its parts need. */
const partsOf = (u: Expr, canon: Canon): Expr[] =>
  u.kind === 'call'
    ? u.args.flatMap((arg) =>
        domainOf(arg, canon).flatMap((c) => (isCall(c, 'defined') ? [] : sides(c, canon))),
      )
    : []
