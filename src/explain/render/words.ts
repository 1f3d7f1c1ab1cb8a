/** Conditions in a sentence. */
import type { Condition } from '../../expression/condition.ts'
import { type Expr, isCall } from '../../expression/expr.ts'
import { isZero } from '../../expression/rational.ts'
import type { Said } from '../draft.ts'

/** a, b and c */
export function listed(items: readonly Said[], last: Said = ' and '): Said[] {
  return items.flatMap((item, i): Said[] => (i === 0 ? [item] : [i === items.length - 1 ? last : ', ', item]))
}

/** The letter that the condition says to be a whole number: sin(π·n) = 0 says so of n. */
function wholeNumberIn(condition: Condition): Expr | undefined {
  if (!isCall(condition, '=')) return undefined
  const [left, right] = condition.args as [Expr, Expr]
  if (right.kind !== 'number' || !isZero(right.value) || !isCall(left, 'sin')) return undefined
  const [angle] = left.args as [Expr]
  const factors = isCall(angle, 'multiply') ? angle.args : []
  const n = factors.find((u) => u.kind === 'symbol' && u.name !== 'pi')
  const isPi = factors.some((u) => u.kind === 'symbol' && u.name === 'pi')
  return factors.length === 2 && isPi ? n : undefined
}

/** `, for a != 0 and every whole number n`; nothing where there is no condition. */
export function carried(conditions: readonly Condition[]): Said[] {
  const whole = conditions.flatMap((c) => wholeNumberIn(c) ?? [])
  const others = conditions.filter((c) => !wholeNumberIn(c))
  const every: Said[] = whole.length === 0 ? [] : [`every whole number `, ...listed(whole)]
  if (others.length === 0) return every.length === 0 ? [] : [', for ', ...every]
  return [', for ', ...listed(others), ...(every.length === 0 ? [] : [' and ' as Said, ...every])]
}
