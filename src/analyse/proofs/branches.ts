/** Forms by cases where the case is known: |u| as u, a piecewise form as one of its branches. */

import { switches } from '../../decide/disprove.ts'
import type { Condition } from '../../expression/condition.ts'
import { call, type Expr, integer, isCall, negate } from '../../expression/expr.ts'
import { opened } from '../../rules/forms.ts'
import { opposite, unproved } from '../../verify/prove.ts'
import type { Facts } from '../../verify/signs.ts'
import { lettersOf } from './scout.ts'
import type { Work } from './work.ts'
import { zerosOf } from './zeros.ts'

const CHOOSING: ReadonlySet<string> = new Set(['abs', 'sign', 'step', 'min', 'max', 'piecewise'])

/** Is there a form by cases in u? */
export function branches(u: Expr): boolean {
  if (u.kind !== 'call') return false
  const body = opened(u)
  return body ? branches(body) : CHOOSING.has(u.head) || u.args.some(branches)
}

/** u with each form by cases replaced by the case that the facts choose; the same term if none is chosen. */
export function chosen(u: Expr, facts: Facts): Expr {
  if (!branches(u) || u.kind !== 'call') return u
  const body = opened(u)
  if (body) return chosen(body, facts)
  const args = u.args.map((arg, i) => (isCall(u, 'piecewise') && i % 2 === 1 ? arg : chosen(arg, facts)))
  const holds = (condition: Condition): boolean => unproved(condition, facts).length === 0
  const order = (a: Expr, b: Expr): number =>
    holds(call('>=', [a, b])) ? 1 : holds(call('<=', [a, b])) ? -1 : 0
  const [a, b] = args as [Expr, Expr]
  const sign = ['abs', 'sign', 'step'].includes(u.head) ? order(a, integer(0)) : 0
  const isStrict = (): boolean => holds(call('!=', [a, integer(0)]))
  switch (u.head) {
    case 'abs':
      if (sign !== 0) return sign > 0 ? a : negate(a)
      break
    case 'sign':
      if (sign !== 0 && isStrict()) return sign > 0 ? integer(1) : negate(integer(1))
      break
    case 'step':
      if (sign !== 0 && isStrict()) return integer(sign > 0 ? 1 : 0)
      break
    case 'max':
    case 'min': {
      const larger = order(a, b)
      if (larger !== 0) return larger > 0 === (u.head === 'max') ? a : b
      break
    }
    case 'piecewise':
      return branch(args, holds) ?? call('piecewise', args)
  }
  return call(u.head, args)
}

function branch(args: readonly Expr[], holds: (condition: Condition) => boolean): Expr | undefined {
  for (let i = 0; i + 1 < args.length; i += 2) {
    if (holds(args[i + 1] as Condition)) return args[i]
    const [contrary] = opposite(args[i + 1] as Condition)
    if (!contrary || !holds(contrary)) return undefined
  }
  return args.length % 2 === 1 ? args.at(-1) : undefined
}

const MOST_POINTS = 6

/** Where u may go from one case to another, as values of the letter that the conditions allow. */
export function breaks(u: Expr, letter: string, assuming: readonly Condition[], work: Work): Expr[] {
  if (!branches(u)) return []
  const terms = switches(u).filter((term) => lettersOf([term]).includes(letter))
  return terms.flatMap((term) => zerosOf(term, letter, assuming, work)).slice(0, MOST_POINTS)
}
