/** What the rules about claims share: reading proofs, intervals, and putting terms for letters. */
import type { Canon } from '../../expression/canonical.ts'
import type { Claim, Extended, Holds, Proof } from '../../expression/claim.ts'
import { allOf, type Condition, defined, MIRRORED, OPPOSITE } from '../../expression/condition.ts'
import type { Derivation } from '../../expression/derivation.ts'
import {
  CONSTANTS,
  call,
  derivative,
  type Expr,
  exp,
  mentions,
  multiply,
  same,
  substitute,
  symbol,
} from '../../expression/expr.ts'
import { exponentValue } from '../../rules/exponent.ts'
import { opened } from '../../rules/forms.ts'
import { demand, Fault } from '../fault.ts'

/** A rule of inference: what is needed for the claim. Throws a Fault where it does not apply. */
export type Inference = (claim: never, proof: Proof, canon: Canon) => readonly Claim[]

export const holds = (assuming: readonly Condition[], condition: Condition): Holds => ({
  kind: 'holds',
  assuming,
  condition,
})

/** The term of that name in the proof. */
export function termOf(proof: Proof, name: string): Expr {
  const term = proof.terms?.[name]
  demand(term !== undefined, `the proof must name ${name}`)
  return term
}

export function only<T>(items: readonly T[] | undefined, what: string): T {
  demand(items?.length === 1, `the proof must hold one ${what}`)
  return items[0] as T
}

/** What speaks of a whole neighbourhood says something else of a letter with a fixed value. */
const NEARBY: ReadonlySet<string> = new Set(['D', 'at', 'interior'])
const isPlain = (u: Expr): boolean => u.kind !== 'call' || (!NEARBY.has(u.head) && u.args.every(isPlain))

/** u with the term for the letter; not where a letter is bound. */
export function put(u: Expr, letter: string, value: Expr): Expr {
  demand(isPlain(u) && !CONSTANTS.has(letter), 'no term may be put for a bound letter')
  return filled(u, letter, value)
}

/** An exponent that becomes a number is still that of a positive base: x^n for n = 2 is e^(2·log x). */
function filled(u: Expr, letter: string, value: Expr): Expr {
  if (u.kind !== 'call' || !mentions(u, letter)) return substitute(u, new Map([[letter, value]]))
  const args = u.args.map((arg) => filled(arg, letter, value))
  const [base, exponent] = args as [Expr, Expr]
  const isNew = u.head === 'power' && exponentValue(exponent) && !exponentValue(u.args[1] as Expr)
  if (isNew) return exp(multiply(exponent, call('log', [base])))
  const body = opened(u)
  const inside = body && filled(body, letter, value)
  const fresh = call(u.head, args)
  return !inside || same(inside, opened(fresh) as Expr) ? fresh : inside
}

export const putAll = (us: readonly Expr[], letter: string, value: Expr): Expr[] =>
  us.map((u) => put(u, letter, value))

/** What is assumed of the other letters only. */
export const without = (conditions: readonly Condition[], letter: string): Condition[] =>
  conditions.filter((condition) => !mentions(condition, letter))

/** An end of an interval, and whether it belongs to it. */
export interface Bound {
  readonly end: Expr
  readonly closed: boolean
  readonly condition: Condition
}

/** The bounds of the interval that the conditions give to the letter; refuses if they give none. */
export function interval(
  conditions: readonly Condition[],
  letter: string,
): { readonly lower: readonly Bound[]; readonly upper: readonly Bound[] } {
  const lower: Bound[] = []
  const upper: Bound[] = []
  for (const condition of conditions) {
    if (!mentions(condition, letter)) continue
    const [head, end] = about(condition, letter)
    const side = head.startsWith('>') ? lower : upper
    side.push({ end, closed: head.endsWith('='), condition })
  }
  return { lower, upper }
}

/** The condition as a relation with the letter on the left. */
function about(condition: Condition, letter: string): readonly [string, Expr] {
  const [left, right] = condition.kind === 'call' ? condition.args : []
  const head = condition.kind === 'call' ? condition.head : ''
  if (!left || !right || !/^[<>]=?$/.test(head)) throw new Fault('the set must be an interval')
  const swapped = !isLetter(left, letter)
  const [x, end] = swapped ? [right, left] : [left, right]
  demand(isLetter(x, letter) && !mentions(end, letter), 'the set must be an interval')
  return [swapped ? (MIRRORED.get(head) as string) : head, end]
}

export const isLetter = (u: Expr, letter: string): boolean => u.kind === 'symbol' && u.name === letter

/** Left and right side of a relation. */
export function sides(condition: Condition): readonly [head: string, left: Expr, right: Expr] {
  demand(condition.kind === 'call' && OPPOSITE.has(condition.head), 'a relation is needed')
  return [condition.head, condition.args[0] as Expr, condition.args[1] as Expr]
}

/** Do the two relations say the same, perhaps with their sides exchanged? */
export function sameRelation(a: Condition, b: Condition): boolean {
  const [head, left, right] = sides(a)
  return same(a, b) || same(call(MIRRORED.get(head) as string, [right, left]), b)
}

/** The derivative in the proof: what it is, and what it needs in order to be there. */
export function slope(u: Expr, x: string, given: Derivation): readonly [Expr, Condition] {
  demand(same(given.from, derivative(u, symbol(x))), 'the derivation must be that of the derivative')
  return [given.to, allOf([...given.assuming, ...given.conditions, defined(given.to)])]
}

export function finite(value: Extended): Expr {
  demand(typeof value !== 'string', 'a number is needed')
  return value
}
