/** The route with the fewest steps, found by trying. */
import type { Derivation } from '../expression/derivation.ts'
import { type CallNode, call, type Expr, mentions } from '../expression/expr.ts'
import { opened } from '../rules/forms.ts'
import { type Plan, type Route, settled, type Working, work } from './differentiate.ts'

const USUAL: Route = 'reciprocal'
/** Routes that can be shorter than the usual one, which comes first and wins ties. */
const OTHERS: readonly Route[] = ['chain', 'product']

/** Above this many nodes, definitions opened, only the usual route is worked out. */
const LARGEST_TRIED = 20

/** The derivation with the fewest steps; of equally long ones, the one with the smaller result. */
export function shortest(u: Expr, plan: Omit<Plan, 'route'>): Derivation {
  const open = u.size <= LARGEST_TRIED ? openedThroughout(u) : u
  const others = open.size <= LARGEST_TRIED ? OTHERS.filter((route) => mayDiffer(route, open, plan)) : []
  const tried = [USUAL, ...others].map((route) => work(u, { ...plan, route }))
  return settled(tried.reduce((best, next) => (cost(next) < cost(best) ? next : best)))
}

const cost = ({ bare: { steps, to } }: Working): number => steps.length + to.size / 1000

/** u with the forms of all defined functions written out. */
function openedThroughout(u: Expr): Expr {
  if (u.kind !== 'call') return u
  const args = call(u.head, u.args.map(openedThroughout))
  return opened(args) ?? args
}

/**
 * Can the route take another way than the usual one? Routes part at quotients: `product` where the
 * divisor varies, `chain` if, besides, what is divided does not. Derivatives of derivatives meet
 * quotients that are not in u.
 */
function mayDiffer(route: Route, u: Expr, { variable, order }: Omit<Plan, 'route'>): boolean {
  const anyQuotient = order > 1 || some(u, (v) => v.head === 'D')
  return some(u, ({ head, args: [a, b] }) => {
    if (head !== 'divide' || !a || !b) return false
    if (anyQuotient) return b.kind !== 'number'
    return mentions(b, variable) && (route === 'product' || !mentions(a, variable))
  })
}

/** Is there such a call in u? */
const some = (u: Expr, such: (v: CallNode) => boolean): boolean =>
  u.kind === 'call' && (such(u) || u.args.some((arg) => some(arg, such)))
