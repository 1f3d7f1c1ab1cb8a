/**
 * From the last line to the branches. The line is true exactly where the equation is (both sides of it
 * being defined), so a value in `x = value` is a solution where the conditions beside it hold and the
 * equation is defined there; what is left of these, with the value put in, are the branch's conditions.
 */
import { decide, enclose } from '../../enclose/enclose.ts'
import { type Condition, distinct } from '../../expression/condition.ts'
import { type Expr, freeSymbols, isCall, mentions, substitute } from '../../expression/expr.ts'
import { domainOf } from '../../rules/domain.ts'
import { opposite, unproved } from '../../verify/prove.ts'
import { Facts } from '../../verify/signs.ts'
import { openParts, plainConditions } from './conditions.ts'
import type { Working } from './working.ts'

/** A value and what must hold for it. */
export interface Candidate {
  readonly value: Expr
  readonly beside: readonly Condition[]
}

/** What a line says: candidates, and statements that could not be solved. */
export interface Reading {
  readonly candidates: readonly Candidate[]
  readonly unsolved: readonly (readonly Condition[])[]
}

/** So many alternatives are read at most. */
export const MOST_ALTERNATIVES = 200

/** Reads the alternatives of a statement: each a list of statements that hold together. */
function alternatives(u: Condition): readonly (readonly Condition[])[] {
  if (isCall(u, 'or')) return u.args.flatMap(alternatives).slice(0, MOST_ALTERNATIVES)
  if (!isCall(u, 'and')) return [[u]]
  return u.args
    .map(alternatives)
    .reduce((all, part) =>
      all.flatMap((left) => part.map((right) => [...left, ...right])).slice(0, MOST_ALTERNATIVES),
    )
}

export function readLine(w: Working, line: Condition): Reading {
  const candidates: Candidate[] = []
  const unsolved: (readonly Condition[])[] = []
  for (const parts of alternatives(line)) {
    const chosen = parts.find((part) => isValue(w, part))
    if (!chosen || !isCall(chosen, '=')) unsolved.push(parts)
    else candidates.push({ value: chosen.args[1] as Expr, beside: parts.filter((part) => part !== chosen) })
  }
  return { candidates, unsolved }
}

const isValue = (w: Working, u: Condition): boolean => {
  if (!isCall(u, '=')) return false
  const [left, right] = u.args as [Expr, Expr]
  return left.kind === 'symbol' && left.name === w.variable && !w.varies(right)
}

/**
 * The conditions of the candidate; `false` if they cannot hold, `undefined` if one cannot be decided.
 * Where the equation is defined matters only as far as a step of the derivation relied on it.
 */
export function conditionsOf(
  w: Working,
  { value, beside }: Candidate,
  assuming: readonly Condition[],
): readonly Condition[] | false | undefined {
  const at = new Map([[w.variable, value]])
  const [fixed, varying] = [assuming.filter((c) => !w.varies(c)), assuming.filter((c) => w.varies(c))]
  const needed = [
    ...domainOf(value, w.canon),
    ...w.carried,
    ...[...beside, ...varying, ...w.domainUsed()].map((c) => substitute(c, at)),
  ]
  const kept: Condition[] = []
  let facts = new Facts(fixed, w.canon)
  for (const condition of distinct(needed)) {
    const open = openParts(w, condition, kept, facts)
    for (const part of open) {
      const truth = truthOf(part, facts)
      if (truth === false) return false
      if (truth === true) continue
      if (freeSymbols(part).length === 0) return undefined
      kept.push(part)
      facts = facts.with([part])
    }
  }
  const known = new Facts(fixed, w.canon)
  const plain = plainConditions(w, distinct(kept), known)
  return plain.some((part) => contradicts(part, plain, known)) ? false : plain
}

/** Is one of the conditions false where the letter in x = u is replaced by u? */
function contradicts(part: Condition, all: readonly Condition[], facts: Facts): boolean {
  const [left, right] = isCall(part, '=') ? (part.args as [Expr, Expr]) : []
  if (!left || !right) return false
  return [
    [left, right],
    [right, left],
  ].some(([x, u]) => {
    if (x?.kind !== 'symbol' || mentions(u as Expr, x.name)) return false
    const at = new Map([[x.name, u as Expr]])
    return all.some((other) => other !== part && truthOf(substitute(other, at), facts) === false)
  })
}

/**
 * Do enclosures show that the value does not solve the equation? They never should, for the derivation
 * proves that it does where its conditions hold; this guards the reading of the line.
 */
export function isRefuted(w: Working, value: Expr): boolean {
  const at = new Map([[w.variable, value]])
  const claim = substitute(w.from, at)
  if (freeSymbols(claim).length > 0) return false
  const truth = decide(claim, new Map(), BITS, 100)
  return truth === false || truth === 'undefined'
}

const BITS = 200

/** Has it no letters and, by enclosure, no value? */
export const isNowhere = (u: Expr): boolean =>
  freeSymbols(u).length === 0 && enclose(u, new Map(), BITS, 100).kind === 'undefined'

/** By enclosure if it has no letters, else by what contradicts the facts. */
export function truthOf(condition: Condition, facts: Facts): boolean | undefined {
  if (isCall(condition, '=') && condition.args.some(isNowhere)) return false
  if (freeSymbols(condition).length > 0) {
    if (unproved(condition, facts).length === 0) return true
    const contrary = opposite(condition)
    return contrary.length > 0 && unproved(contrary[0] as Condition, facts).length === 0 ? false : undefined
  }
  const truth = decide(condition, new Map(), BITS, 100)
  return truth === 'unknown' ? undefined : truth === true
}
