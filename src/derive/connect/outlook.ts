/** What the moves may look at of the other end: what stands below the line there, and which angles. */
import type { Step } from '../../expression/derivation.ts'
import { type Expr, same } from '../../expression/expr.ts'
import { asProduct, type Factor } from '../view.ts'
import type { Outlook } from './move.ts'
import type { Setting } from './setting.ts'

/** More than these are not looked at. */
const MOST = 6

/** The outlook on this goal; steps that are barred are not taken. */
export function outlookOn(
  goal: Expr,
  setting: Setting,
  isBarred: (step: Step) => boolean = () => false,
): Outlook {
  const divisors: Factor[] = []
  const angles: Expr[] = []
  const visit = (u: Expr): void => {
    if (u.kind !== 'call') return
    if (u.head === 'divide' || u.head === 'power') {
      for (const f of asProduct(u).below) {
        const i = divisors.findIndex(({ base }) => same(base, f.base))
        if (i < 0) divisors.push(f)
        else if (f.exponent > (divisors[i] as Factor).exponent) divisors[i] = f
      }
    }
    if (ANGLED.has(u.head)) angles.push(u.args[0] as Expr)
    u.args.forEach(visit)
  }
  visit(goal)
  return { setting, goal, isBarred, divisors: divisors.slice(0, MOST), angles: angles.slice(0, MOST) }
}

const ANGLED: ReadonlySet<string> = new Set(['sin', 'cos', 'tan', 'sinh', 'cosh', 'tanh'])
