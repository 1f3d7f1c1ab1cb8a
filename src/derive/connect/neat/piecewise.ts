/** Forms by cases where it is known which case counts. */
import { type CallNode, call, type Expr } from '../../../expression/expr.ts'
import type { Setting } from '../setting.ts'
import type { Work } from '../work.ts'

/** Question, the rule if it is answered no, what answers it so, and whether its sides are exchanged. */
const REFUSALS: ReadonlyMap<
  string,
  { readonly rule: string; readonly by: string; readonly turned: boolean }
> = new Map([
  ['>', { rule: 'second branch, strict', by: '<=', turned: false }],
  ['>=', { rule: 'second branch', by: '<', turned: false }],
  ['<', { rule: 'second branch, strict', by: '<=', turned: true }],
  ['<=', { rule: 'second branch', by: '<', turned: true }],
])

export function neatPiecewise({ args }: CallNode, work: Work, setting: Setting): void {
  const [u, c, v] = args as [Expr, Expr, Expr | undefined]
  if (args.length > 3) return
  if (setting.holds(c)) {
    if (v) work.rule('first branch', [], { u, c, v }, u)
    else work.rule('only branch', [], { u, c }, u)
    return
  }
  const refusal = c.kind === 'call' ? REFUSALS.get(c.head) : undefined
  if (!v || !refusal || c.kind !== 'call') return
  const [left, right] = c.args as [Expr, Expr]
  const [a, b] = refusal.turned ? [right, left] : [left, right]
  if (setting.holds(call(refusal.by, [a, b]))) work.rule(refusal.rule, [], { u, v, a, b }, v)
}
