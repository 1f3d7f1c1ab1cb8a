/** A form that is defined at fewer points than the formula stands only where it is defined. */
import { whereDefined } from '../../derive/conditions.ts'
import { Canon } from '../../expression/canonical.ts'
import { allOf } from '../../expression/condition.ts'
import { call, type Expr, isCall } from '../../expression/expr.ts'
import { domainOf } from '../../rules/domain.ts'
import { isTotal } from '../../rules/forms.ts'

/** Questions that a program can ask. */
const ASKED: ReadonlySet<string> = new Set(['<', '<=', '>', '>=', '=', '!=', 'and', 'or'])

/** The form, elsewhere the formula; nothing where it cannot be asked whether the form is defined. */
export function guarded(form: Expr, u: Expr): Expr | undefined {
  const canon = new Canon(isTotal)
  const lacking = whereDefined(form, domainOf(u, canon), canon)
  if (lacking.length === 0) return form
  if (!lacking.every((condition) => condition.kind === 'call' && ASKED.has(condition.head))) return undefined
  return isCall(form, 'piecewise') ? undefined : call('piecewise', [form, allOf(lacking), u])
}
