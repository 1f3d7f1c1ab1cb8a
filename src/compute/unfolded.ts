/** Formulas in functions that programs have: curves and other definitions are opened, so that stable forms see in. */
import { call, type Expr } from '../expression/expr.ts'
import { opened } from '../rules/forms.ts'
import { OPERATIONS } from './operations.ts'

export function unfolded(u: Expr): Expr {
  if (u.kind !== 'call') return u
  const body = Object.hasOwn(OPERATIONS, u.head) ? undefined : opened(u)
  if (body) return unfolded(body)
  const args = u.args.map(unfolded)
  return args.every((arg, i) => arg === u.args[i]) ? u : call(u.head, args)
}
