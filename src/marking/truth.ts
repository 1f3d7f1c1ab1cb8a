/**
 * Two statements in one letter, compared point by point. Where every part is continuous, a statement can
 * only change at a value where the two sides of one of its relations are equal, or at a border of their
 * domain. So it is enough to look at these values, and at one number between each two neighbours.
 */

import { double } from '../decide/double.ts'
import { compare } from '../decide/index.ts'
import { decide } from '../enclose/enclose.ts'
import { Canon } from '../expression/canonical.ts'
import type { Condition } from '../expression/condition.ts'
import { call, type Expr, freeSymbols, integer, isCall, RELATIONS, substitute } from '../expression/expr.ts'
import { numberTerm } from '../expression/number-term.ts'
import { rational } from '../expression/rational.ts'
import { domainOf } from '../rules/domain.ts'
import { isTotal } from '../rules/forms.ts'
import { solutionsIn } from './in-time.ts'

/** Values for which the first statement is true and the second is not, and the other way round. */
export interface Difference {
  readonly lost: readonly Expr[]
  readonly gained: readonly Expr[]
  /** Are there no others? */
  readonly complete: boolean
}

const BITS = 120
const MILLISECONDS = 1_000
const SOLVING = 2_000
/** Heads whose values jump, or whose statements are no relations. */
const JUMPING: ReadonlySet<string> = new Set([
  'sign',
  'step',
  'floor',
  'ceil',
  'round',
  'piecewise',
  'defined',
  'interior',
  'D',
  'at',
])

/** Is the statement true with this value for the letter? `undefined` if that is not decided. */
export function truthAt(u: Condition, at: ReadonlyMap<string, Expr>): boolean | undefined {
  if (isCall(u, 'and') || isCall(u, 'or')) {
    const decisive = u.head === 'or'
    const truths = u.args.map((part) => truthAt(part, at))
    if (truths.includes(decisive)) return decisive
    return truths.includes(undefined) ? undefined : !decisive
  }
  const claim = substitute(u, at)
  const truth = decide(claim, new Map(), BITS, MILLISECONDS)
  if (truth !== 'unknown') return truth === true
  if (claim.kind !== 'call' || !RELATIONS.includes(claim.head)) return undefined
  const [l, r] = claim.args as [Expr, Expr]
  const verdict = compare(l, r, { budget: { milliseconds: MILLISECONDS } })
  if (verdict.verdict === 'disjoint') return false
  if (verdict.verdict !== 'equal' || verdict.where.length > 0) return undefined
  return claim.head === '=' || claim.head === '<=' || claim.head === '>='
}

/** Where the two statements in the letter `name` differ. */
export function difference(p: Condition, q: Condition, name: string): Difference {
  const { values, complete } = criticalValues([p, q], name)
  const around = between(values)
  let isDecided = complete && around !== undefined
  const [lost, gained]: [Expr[], Expr[]] = [[], []]
  for (const value of [...values, ...(around ?? SAMPLES.map(integer))]) {
    const at = new Map([[name, value]])
    const [before, after] = [truthAt(p, at), truthAt(q, at)]
    if (before === undefined || after === undefined) isDecided = false
    else if (before && !after) lost.push(value)
    else if (after && !before) gained.push(value)
  }
  return { lost, gained, complete: isDecided }
}

const SAMPLES = [0, 1, 2, 3]
const MOST_VALUES = 24

/** Values where a relation may change its truth; complete if these are all. */
function criticalValues(
  statements: readonly Condition[],
  name: string,
): { readonly values: readonly Expr[]; readonly complete: boolean } {
  const canon = new Canon(isTotal)
  const values = new Map<number, Expr>()
  const seen = new Set<number>()
  let complete = !statements.some(jumps)
  const look = (u: Condition): void => {
    if (isCall(u, 'and') || isCall(u, 'or')) {
      for (const part of u.args) look(part)
      return
    }
    if (u.kind !== 'call' || !RELATIONS.includes(u.head)) {
      complete = false
      return
    }
    const [l, r] = u.args as [Expr, Expr]
    const equation = call('=', [l, r])
    const key = canon.key(equation)
    if (seen.has(key)) return
    seen.add(key)
    for (const side of [l, r]) for (const condition of domainOf(side, canon)) look(condition)
    if (!freeSymbols(equation).includes(name)) return
    const solution = solutionsIn(equation, name, { budget: { milliseconds: SOLVING } })
    if (!solution.complete && !isIdentity(l, r)) complete = false
    for (const { value, conditions } of solution.branches) {
      if (conditions.length > 0 || freeSymbols(value).length > 0) complete = false
      else values.set(canon.key(value), value)
    }
  }
  statements.forEach(look)
  return {
    values: [...values.values()].slice(0, MOST_VALUES),
    complete: complete && values.size <= MOST_VALUES,
  }
}

const jumps = (u: Expr): boolean => u.kind === 'call' && (JUMPING.has(u.head) || u.args.some(jumps))

function isIdentity(l: Expr, r: Expr): boolean {
  const verdict = compare(l, r, { budget: { milliseconds: SOLVING } })
  return verdict.verdict === 'equal' && verdict.where.length === 0
}

const TOO_NEAR = 1e-6
const FINE = 2n ** 20n

/** A rational number below, between each two and above the values; `undefined` if they lie too close together. */
function between(values: readonly Expr[]): Expr[] | undefined {
  const near = values.map((value) => double(value, [])([])).sort((a, b) => a - b)
  if (near.some((x, i) => !Number.isFinite(x) || (i > 0 && x - (near[i - 1] as number) < TOO_NEAR)))
    return undefined
  if (near.length === 0) return [integer(1)]
  const middles = near.slice(1).map((x, i) => (x + (near[i] as number)) / 2)
  return [(near[0] as number) - 1, ...middles, (near.at(-1) as number) + 1].map(rationalNear)
}

function rationalNear(x: number): Expr {
  const coarse = Math.round(x)
  if (Math.abs(coarse - x) < 1e-12) return numberTerm(rational(BigInt(coarse)))
  return numberTerm(rational(BigInt(Math.round(x * Number(FINE))), FINE))
}
