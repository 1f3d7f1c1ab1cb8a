/** The terms at whose zeros a formula may have a pole, a jump, a kink, an end or a narrow peak. */
import { deciding, difference } from '../analyse/breaks.ts'
import { Canon } from '../expression/canonical.ts'
import type { Condition } from '../expression/condition.ts'
import { type Expr, isCall, mentions, same } from '../expression/expr.ts'
import { domainOf } from '../rules/domain.ts'
import { exponentValue } from '../rules/exponent.ts'
import { isTotal, opened } from '../rules/forms.ts'

/** Terms in the variable; those of the domain first. */
export function breakTerms(u: Expr, variable: string): Expr[] {
  const canon = new Canon(isTotal)
  const terms = [
    ...domainOf(u, canon).flatMap((condition) => sides(condition, canon)),
    ...deciding(u, variable),
    ...squared(u, variable),
  ]
  return terms
    .filter((term) => mentions(term, variable))
    .filter((term, i, all) => all.findIndex((other) => same(other, term)) === i)
}

/** What stands in a square: e^(−k·(x − c)²) and 1/(1 + k·(x − c)²) have a peak at c, which may be narrower than a pixel. */
function squared(u: Expr, variable: string): Expr[] {
  if (u.kind !== 'call' || !mentions(u, variable)) return []
  const body = opened(u)
  if (body) return squared(body, variable)
  const [base, exponent] = u.args
  const n = isCall(u, 'power') && exponent ? exponentValue(exponent) : undefined
  const isEven = n !== undefined && n.den === 1n && n.num % 2n === 0n && base?.kind === 'call'
  return [...(isEven ? [base] : []), ...u.args.flatMap((arg) => squared(arg, variable))]
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
