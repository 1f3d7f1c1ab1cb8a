/**
 * Conditions on parameters as a person would write them: both sides are brought to one fraction and
 * tidied, and what is rational in one letter becomes an interval: 1/y - 1 > 0 is y > 0 and y < 1.
 */
import { type Condition, distinct, MIRRORED } from '../../expression/condition.ts'
import {
  add,
  type CallNode,
  call,
  type Expr,
  freeSymbols,
  integer,
  isCall,
  mentions,
  negate,
  same,
} from '../../expression/expr.ts'
import { numberTerm } from '../../expression/number-term.ts'
import { negated, ONE, over, plus, signOf, times, ZERO } from '../../expression/rational.ts'
import { domainOf } from '../../rules/domain.ts'
import { unproved } from '../../verify/prove.ts'
import type { Facts } from '../../verify/signs.ts'
import { simplerConditions } from '../conditions.ts'
import { OutOfBudget } from '../sheet.ts'
import { asProduct, asSum, type Factor, factorTerm, type Product, productTerm } from '../view.ts'
import { bordered } from './borders.ts'
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
  const squared = rootAgainst(u, head)
  if (squared) return squared
  const isLess = isCall(u, 'add') && u.args.length === 2 && same(u.args[1] as Expr, negate(integer(1)))
  const power = isLess ? (u.args[0] as Expr) : u
  return isLess && isCall(power, 'exp') ? call(head, [power.args[0] as Expr, integer(0)]) : condition
}

/** c·(sqrt(u) - k) < 0 is u < k² for c > 0 and k ≥ 0; c·(sqrt(u) - k) > 0 is u >= 0 for k < 0. */
function rootAgainst(v: Expr, head: string): Condition | undefined {
  const terms = termsWithin(asProduct(v))
  const numbers = terms.filter((term) => term.above.length + term.below.length === 0)
  const [root, ...others] = terms.filter((term) => !numbers.includes(term))
  const [u] = root && others.length === 0 ? radicandOf(root) : []
  if (!root || !u) return undefined
  const rest = numbers.map(({ coefficient }) => coefficient).reduce(plus, ZERO)
  const k = negated(over(rest, root.coefficient))
  const turned = signOf(root.coefficient) < 0 ? (MIRRORED.get(head) as string) : head
  if (signOf(k) >= 0) return call(turned, [add(u, negate(numberTerm(times(k, k)))), integer(0)])
  return turned.startsWith('>') ? call('>=', [u, integer(0)]) : undefined
}

/** The terms of a number times a sum of such, multiplied out. */
function termsWithin(product: Product): readonly Product[] {
  const [factor, ...more] = product.above
  const isSum =
    factor?.exponent === 1n && isCall(factor.base, 'add') && more.length + product.below.length === 0
  if (!factor || !isSum) return [product]
  const scale = (term: Product): Product => ({
    ...term,
    coefficient: times(term.coefficient, product.coefficient),
  })
  return asSum(factor.base).flatMap(termsWithin).map(scale)
}

const radicandOf = ({ above: [factor, ...more], below }: Product): readonly Expr[] =>
  factor?.exponent === 1n && isCall(factor.base, 'sqrt') && more.length + below.length === 0
    ? factor.base.args
    : []

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
  const read = kept.flatMap((condition) => withBorders(w, condition, kept, facts))
  return simplerConditions(distinct(read), facts).filter((condition) => unproved(condition, facts).length > 0)
}

/** A condition on several letters, with its domain, as conditions on one of them, if each of these is. */
function withBorders(
  w: Working,
  condition: Condition,
  kept: readonly Condition[],
  facts: Facts,
): Condition[] {
  if (freeSymbols(condition).length < 2) return [condition]
  const others = kept.filter((other) => other !== condition)
  const known = facts.with(others)
  const isGiven = (letter: string): boolean => facts.conditions.some((c) => mentions(c, letter))
  const all = freeSymbols(condition)
  const letters = [...all.filter((letter) => !isGiven(letter)), ...all.filter(isGiven)]
  const tidied = (u: Expr): Expr => {
    const sheet = w.beside(equation(u, integer(0)), others)
    polish(sheet, [0])
    return sheet.at([0])
  }
  const parts = [condition, ...domainOf(condition, w.canon)].map((part) => {
    if (unproved(part, known).length === 0) return []
    const plain = bordered(part, letters, known, tidied)
    return plain ?? bordered(peeled(w, part, others, known), letters, known, tidied)
  })
  const plain = distinct(parts.flatMap((part) => part ?? []))
  const size = (conditions: readonly Condition[]): number => conditions.reduce((sum, c) => sum + c.size, 0)
  const isPlainer =
    parts.every((part) => part) && size(plain) <= size([condition, ...domainOf(condition, w.canon)])
  return isPlainer ? plain : [condition]
}

const MOST_PEELED = 4

/** Without the logarithms, roots and powers outside, each of which rises or falls. */
function peeled(w: Working, condition: Condition, others: readonly Condition[], facts: Facts): Condition {
  let found = condition
  for (let round = 0; round < MOST_PEELED; round += 1) {
    const next = undone(withoutPower(withoutFactors(simpler(w, found, others), facts), facts))
    if (same(next, found)) break
    found = next
  }
  return found
}

/** c·u > 0 is u > 0 for c > 0, and u < 0 for c < 0. */
function withoutFactors(condition: Condition, facts: Facts): Condition {
  const { head, args } = condition as CallNode
  const product = asProduct(args[0] as Expr)
  const signsOf = (factor: Factor): number => facts.signs(factorTerm(factor))
  const isKnown = (factor: Factor): boolean => [1, 4].includes(signsOf(factor))
  const gone = [...product.above, ...product.below].filter(isKnown)
  const negatives =
    gone.filter((factor) => signsOf(factor) === 1).length + (signOf(product.coefficient) < 0 ? 1 : 0)
  const [above, below] = [product.above, product.below].map((side) => side.filter((f) => !isKnown(f)))
  const rest = productTerm({
    ...product,
    coefficient: ONE,
    above: above as Factor[],
    below: below as Factor[],
  })
  const turned = negatives % 2 === 1 ? (MIRRORED.get(head) as string) : head
  return rest.kind === 'call' ? call(turned, [rest, integer(0)]) : condition
}

/** b^w > 1 is b > 1 for w > 0, and b < 1 for w < 0. */
function withoutPower(condition: Condition, facts: Facts): Condition {
  const [u] = (condition as CallNode).args as [Expr]
  const [power, one] = isCall(u, 'add') && u.args.length === 2 ? u.args : []
  if (!power || !isCall(power, 'power') || !same(one as Expr, negate(integer(1)))) return condition
  const [base, exponent] = power.args as [Expr, Expr]
  const signs = facts.signs(exponent)
  const head = (condition as CallNode).head
  const turned = signs === 4 ? head : signs === 1 ? MIRRORED.get(head) : undefined
  return turned ? call(turned, [add(base, negate(integer(1))), integer(0)]) : condition
}
