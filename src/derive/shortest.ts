/** The route with the fewest steps, found by trying. */
import type { Derivation } from '../expression/derivation.ts'
import type { Expr } from '../expression/expr.ts'
import { derive, type Plan, type Route } from './differentiate.ts'

/** Routes that can be shorter than the usual one; the usual one comes first and wins ties. */
const TRIED: readonly Route[] = ['reciprocal', 'chain', 'product']

/** Above this many nodes only the usual route is worked out. */
const LARGEST_TRIED = 24

/** The derivation with the fewest steps; of equally long ones, the one with the smaller result. */
export function shortest(u: Expr, plan: Omit<Plan, 'route'>): Derivation {
  const routes = hasQuotient(u) && u.size <= LARGEST_TRIED ? TRIED : TRIED.slice(0, 1)
  const tried = routes.map((route) => derive(u, { ...plan, route }))
  return tried.reduce((best, next) => (cost(next) < cost(best) ? next : best))
}

const cost = ({ steps, to }: Derivation): number => steps.length + to.size / 1000

/** Is there a quotient with more than a number below the line? */
const hasQuotient = (u: Expr): boolean =>
  u.kind === 'call' && ((u.head === 'divide' && u.args[1]?.kind === 'call') || u.args.some(hasQuotient))
