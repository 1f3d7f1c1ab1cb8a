/** A step from one quantity to the next: does it keep its value, by which rules, and if not, why not? */
import { compare } from '../derive/compare.ts'
import { connect } from '../derive/connect/index.ts'
import { workedOut } from '../derive/worked-out.ts'
import { Canon } from '../expression/canonical.ts'
import { defined } from '../expression/condition.ts'
import type { Derivation } from '../expression/derivation.ts'
import { type Expr, isCall, same } from '../expression/expr.ts'
import { isTotal } from '../rules/forms.ts'
import { assumptions, type Context } from '../syntax/formula.ts'
import { agreement } from './agreement.ts'
import { inTime } from './in-time.ts'
import { type Explanation, likelyMistake } from './likely.ts'
import type { LikelyMistake, Mark } from './marking.ts'
import { isRoundedValue, ROUNDED } from './rounded.ts'

/** Milliseconds for a verdict, and for a chain of steps. */
const DECIDING = 2_000
const CHAINING = 150

/** Marks `to` as what comes after `from`; `meant` is what it was made of, where that is another form of it. */
export function quantityMark(from: Expr, to: Expr, context: Context, meant?: Expr): Mark {
  if (same(from, to)) return { verdict: 'follows', by: [], where: [] }
  const verdict = compare(from, to, { ...context, budget: { milliseconds: DECIDING } })
  switch (verdict.verdict) {
    case 'equal': {
      const chain = chainBetween(from, to, context)
      const by = chain ? rulesOf(chain) : []
      const { where, domains } = verdict
      const differentiated = hasDerivative(from) || hasDerivative(to)
      if (!differentiated && (domains === 'right-wider' || domains === 'left-wider')) {
        const [but, narrower] =
          domains === 'right-wider' ? (['wider domain', from] as const) : (['narrower domain', to] as const)
        const conditions = chain?.conditions ?? []
        return {
          verdict: 'equivalent, but',
          but,
          at: [],
          where: conditions.length > 0 ? conditions : [defined(narrower)],
          by,
        }
      }
      return { verdict: 'follows', by, where, ...(chain ? { derivation: chain } : {}) }
    }
    case 'different':
      if (isRoundedValue(from, to)) return { verdict: 'unknown', reason: ROUNDED }
      return {
        verdict: 'wrong',
        at: verdict.at,
        left: verdict.left,
        right: verdict.right,
        ...inTime(() => explained(meant ?? from, to, context)),
      }
    case 'disjoint':
      return { verdict: 'wrong', ...inTime(() => explained(from, to, context)) }
    case 'unknown':
      return { verdict: 'unknown', reason: verdict.reason }
  }
}

const hasDerivative = (u: Expr): boolean =>
  u.kind === 'call' && (u.head === 'D' || u.args.some(hasDerivative))

/** The steps between, if they are found soon. */
export function chainBetween(from: Expr, to: Expr, context: Context): Derivation | undefined {
  const found = inTime(() => connect(from, to, { ...context, budget: { milliseconds: CHAINING } }))
  return found && 'steps' in found ? found : undefined
}

/** The rules in order, without those that only say that a letter is a letter. */
export const rulesOf = ({ steps }: Derivation): string[] => {
  const names = steps.flatMap(({ rule }) => (rule === null || TRIVIAL.has(rule) ? [] : [rule]))
  return [...new Set(names)]
}

const TRIVIAL: ReadonlySet<string> = new Set(['variable rule', 'constant rule'])

/** Why a line is wrong: the likeliest mistake, what still agrees, a right line. */
function explained(
  from: Expr,
  to: Expr,
  context: Context,
): { mistake?: LikelyMistake; agrees?: Expr; instead?: Expr } {
  const { formula } = hasDerivative(from) ? workedOut(from, context) : { formula: from }
  const right = hasDerivative(from) ? formula : undefined
  const found = likelyMistake({ from, right }, to, assumptions(context))
  const agrees = agreement(formula, to)
  return {
    ...(found ? { mistake: described(found) } : {}),
    ...(agrees ? { agrees } : {}),
    ...(right ? { instead: right } : {}),
  }
}

/** A guess as it is told. */
export function described({ mistake: { name, say }, before, after, also }: Explanation): LikelyMistake {
  return { name, say, before, after, ...(also ? { also: described(also) } : {}) }
}

/** Is it the same up to calculations? */
export const isSameUpToCalculation = (u: Expr, v: Expr): boolean => new Canon(isTotal).same(u, v)

/** The two sides of `l = r`. */
export const sidesOf = (u: Expr): readonly [Expr, Expr] | undefined =>
  isCall(u, '=') ? (u.args as readonly [Expr, Expr]) : undefined
