/** Several things in a sentence: what stands between them, and under which conditions something is said. */
import type { Condition } from '../../expression/condition.ts'
import { type Expr, isCall } from '../../expression/expr.ts'
import { isZero } from '../../expression/rational.ts'
import type { Said } from '../draft.ts'
import { say } from './message.ts'

/** a, b, c */
export const inRow = (items: readonly Said[]): Said => chained('list.comma', items)

/** a; b; c */
export const inTurn = (items: readonly Said[]): Said => chained('list.semicolon', items)

/** a, b and c */
export const listed = (items: readonly Said[]): Said => withLast('list.and', items)

/** a, b or c */
export const either = (items: readonly Said[]): Said => withLast('list.or', items)

const chained = (key: 'list.comma' | 'list.semicolon', [first = '', ...more]: readonly Said[]): Said =>
  more.reduce((before, next) => say(key, { before, next }), first)

function withLast(key: 'list.and' | 'list.or', items: readonly Said[]): Said {
  const last = items.at(-1) ?? ''
  return items.length < 2 ? last : say(key, { before: inRow(items.slice(0, -1)), last })
}

/** What is said, and the conditions under which it holds. */
export const under = (said: Said, conditions: readonly Condition[]): Said =>
  conditions.length === 0 ? said : say('list.for', { said, conditions: conditionsSaid(conditions) })

/** a != 0 and every whole number n */
export function conditionsSaid(conditions: readonly Condition[]): Said {
  const whole = conditions.flatMap((condition) => wholeNumberIn(condition) ?? [])
  const others = conditions.filter((condition) => !wholeNumberIn(condition))
  const every = whole.length === 0 ? [] : [say('list.whole-numbers', { letters: listed(whole) })]
  return listed([...others, ...every])
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
