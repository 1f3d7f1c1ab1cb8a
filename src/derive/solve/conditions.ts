/**
 * Conditions on parameters as a person would write them: both sides are brought to one fraction and
 * tidied, and what is rational in one letter becomes an interval: 1/y - 1 > 0 is y > 0 and y < 1.
 */
import { type Condition, distinct, MIRRORED } from '../../expression/condition.ts'
import { add, type CallNode, call, type Expr, integer, isCall, negate, same } from '../../expression/expr.ts'
import { domainOf } from '../../rules/domain.ts'
import { unproved } from '../../verify/prove.ts'
import type { Facts } from '../../verify/signs.ts'
import { simplerConditions } from '../conditions.ts'
import { OutOfBudget } from '../sheet.ts'
import { takeOut } from './factoring.ts'
import { intervalOf, type Sole, soleLetter } from './intervals.ts'
import { polish } from './polish.ts'
import { equation, type Working } from './working.ts'

/** What of the condition cannot be proved, each part also tried in a simpler form. */
export function openParts(
  w: Working,
  condition: Condition,
  known: readonly Condition[],
  facts: Facts,
): Condition[] {
  return unproved(condition, facts).flatMap((part) => {
    const simple = simpler(w, part, known)
    const open = simple === part ? [part] : unproved(simple, facts)
    return open.length > 0 && simple.size >= part.size ? [part] : open
  })
}

/** The relation of one polished term to 0, where both sides are defined. */
function simpler(w: Working, condition: Condition, known: readonly Condition[]): Condition {
  if (condition.kind !== 'call' || !MIRRORED.has(condition.head)) return condition
  const [left, right] = condition.args as [Expr, Expr]
  const isNull = right.kind === 'number' && right.value.num === 0n
  const difference = isNull
    ? left
    : add(left, isCall(right, 'negate') ? (right.args[0] as Expr) : negate(right))
  const sheet = w.beside(equation(difference, integer(0)), known)
  try {
    polish(sheet, [0])
    takeOut(sheet, [0], () => true)
  } catch (stop) {
    if (!(stop instanceof OutOfBudget)) throw stop
  }
  return undone(call(condition.head, [sheet.at([0]), integer(0)]))
}

/** log(u) > 0 is u > 1, e^u > 1 is u > 0, sqrt(u) <= 0 is u <= 0, where both sides are defined. */
function undone(condition: Condition): Condition {
  const { head, args } = condition as CallNode
  const [u] = args as [Expr]
  if (isCall(u, 'log')) return call(head, [add(u.args[0] as Expr, negate(integer(1))), integer(0)])
  if (isCall(u, 'sqrt')) return call(head, [u.args[0] as Expr, integer(0)])
  const isLess = isCall(u, 'add') && u.args.length === 2 && same(u.args[1] as Expr, negate(integer(1)))
  const power = isLess ? (u.args[0] as Expr) : u
  return isLess && isCall(power, 'exp') ? call(head, [power.args[0] as Expr, integer(0)]) : condition
}

/** What conditions say of the one letter that they speak of; `isExact` if read as they stand. */
interface Told {
  readonly soles: readonly Sole[]
  readonly isExact: boolean
}

/** The condition with its domain, as it stands or in simple forms, if these speak of one letter only. */
function toldBy(w: Working, condition: Condition, known: readonly Condition[]): Told {
  const parts = [condition, ...domainOf(condition, w.canon)]
  const plain = ofOneLetter(parts)
  if (plain.length > 0) return { soles: plain, isExact: true }
  return { soles: ofOneLetter(parts.map((part) => simpler(w, part, known))), isExact: false }
}

function ofOneLetter(parts: readonly Condition[]): readonly Sole[] {
  const soles = parts.map(soleLetter)
  return soles.every((sole) => sole && sole.letter === soles[0]?.letter) ? (soles as readonly Sole[]) : []
}

/** Simpler conditions that are proved to suffice. */
export function plainConditions(w: Working, conditions: readonly Condition[], facts: Facts): Condition[] {
  const plain = simplerConditions(distinct(conditions), facts)
  const told = new Map(plain.map((condition) => [condition, toldBy(w, condition, plain)]))
  let kept = plain
  for (const letter of new Set([...told.values()].flatMap(({ soles: [sole] }) => sole?.letter ?? []))) {
    const own = kept.filter((condition) => told.get(condition)?.soles[0]?.letter === letter)
    const interval = intervalOf(
      own.flatMap((condition) => told.get(condition)?.soles ?? []),
      letter,
    )
    if (!interval) continue
    const others = kept.filter((condition) => !own.includes(condition))
    const known = [...others, ...interval]
    const suffices = own.every(
      (condition) =>
        told.get(condition)?.isExact || openParts(w, condition, known, facts.with(known)).length === 0,
    )
    if (suffices) kept = known
  }
  return kept.filter((condition) => unproved(condition, facts).length > 0)
}
