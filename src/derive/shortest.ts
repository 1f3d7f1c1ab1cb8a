/** The route with the fewest steps, found by trying. */
import type { Derivation } from '../expression/derivation.ts'
import { call, type Expr } from '../expression/expr.ts'
import { opened } from '../rules/forms.ts'
import { type Plan, type Route, settled, type Working, work } from './differentiate.ts'

/** Routes that can be shorter than the usual one; the usual one comes first and wins ties. */
const TRIED: readonly Route[] = ['reciprocal', 'chain', 'product']

/** Above this many nodes, definitions opened, only the usual route is worked out. */
const LARGEST_TRIED = 20

/** The derivation with the fewest steps; of equally long ones, the one with the smaller result. */
export function shortest(u: Expr, plan: Omit<Plan, 'route'>): Derivation {
  const open = u.size <= LARGEST_TRIED ? openedThroughout(u) : u
  const routes = open.size <= LARGEST_TRIED && hasQuotient(open) ? TRIED : TRIED.slice(0, 1)
  const tried = routes.map((route) => work(u, { ...plan, route }))
  return settled(tried.reduce((best, next) => (cost(next) < cost(best) ? next : best)))
}

const cost = ({ bare: { steps, to } }: Working): number => steps.length + to.size / 1000

/** u with the forms of all defined functions written out. */
function openedThroughout(u: Expr): Expr {
  if (u.kind !== 'call') return u
  const args = call(u.head, u.args.map(openedThroughout))
  return opened(args) ?? args
}

/** Is there a quotient with more than a number below the line? */
const hasQuotient = (u: Expr): boolean =>
  u.kind === 'call' && ((u.head === 'divide' && u.args[1]?.kind !== 'number') || u.args.some(hasQuotient))
