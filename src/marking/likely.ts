/** The likeliest mistake: the first in the table that gives exactly the wrong line. */
import { compare } from '../decide/index.ts'
import { Canon } from '../expression/canonical.ts'
import { type Condition, isCondition, positive } from '../expression/condition.ts'
import { type Expr, freeSymbols, isCall, multiply, symbol } from '../expression/expr.ts'
import { numberTerm } from '../expression/number-term.ts'
import { rational } from '../expression/rational.ts'
import { isTotal } from '../rules/forms.ts'
import { type Candidate, candidates } from './candidates.ts'
import { fractionNear, Glance } from './glance.ts'
import { LAPSES, NAMED } from './mistakes/index.ts'
import { shapeOf } from './shapes.ts'
import type { Given } from './sites.ts'
import { mayLeadTo, type Solved, solvedForm } from './solved.ts'
import { Slips } from './two-slips.ts'
import { unfoldings } from './unfold.ts'
import { mayScale, type ZeroForm, zeroForm } from './zero-form.ts'

/** Counts end the search; the clock only guards against formulas that are slow to look at. */
const LONGEST = 4_000
const MILLISECONDS = 1_000
const PROOFS = 6

/** A mistake, and one more if there are two in the line. */
export interface Explanation extends Candidate {
  readonly also?: Candidate
}

/** Does the line `to` follow from `from`? */
export type Follows = (from: Expr, to: Expr) => boolean

/** The mistake that makes `to` of what is given; `follows` tells it of statements that need steps. */
export function likelyMistake(
  given: Given,
  to: Expr,
  assuming: readonly Condition[],
  follows?: Follows,
): Explanation | undefined {
  const deadline = Date.now() + LONGEST
  const canon = new Canon(isTotal)
  const target = measured(to)
  const { from, right } = given
  const names = [...new Set([from, to].flatMap(freeSymbols))]
  const glance = target && new Glance(target.form, names)
  const meant = measured(right ?? withoutDerivatives(from, canon))
  const glanceBack = meant && new Glance(meant.form, names)
  const solved = follows && solvedForm(to)
  const slips =
    meant?.relation === 'value' && target?.relation === 'value' ? new Slips(meant.form, names) : undefined
  let proofs = 0
  for (const candidate of candidates(given, to, canon)) {
    if (Date.now() > deadline || proofs >= PROOFS) return undefined
    const line = withoutDerivatives(candidate.line, canon)
    if (!candidate.isUndone && canon.same(line, to)) return candidate
    const found = measured(line)
    const [goal, look] = candidate.isUndone ? [meant, glanceBack] : [target, glance]
    const c = found && goal && found.relation === goal.relation ? look?.ratio(found.form) : undefined
    // Of equations that are never true, each is a multiple of the others.
    const isEmpty = goal?.relation === '=' && look?.isConstant === true && c !== 1
    if (found && goal && c !== undefined && isMeant(goal, c) && !isEmpty) {
      proofs += 1
      if (isProved(found.form, goal.form, c, assuming, names)) return candidate
    } else if (follows && mayFollow(candidate, line, found?.form, solved, names)) {
      proofs += 1
      if (candidate.isUndone ? follows(from, line) : follows(line, to)) return candidate
    } else if (found && slips) slips.keep(candidate, found.form)
  }
  const two = target && slips ? twoSlips(slips, target.form, assuming, names) : undefined
  return two ?? byShape(from, to)
}

/** Where no mistake gives the line, it is said what went wrong on the way. */
function byShape(from: Expr, to: Expr): Explanation | undefined {
  const shape = shapeOf(from, to)
  const mistake = shape && LAPSES.find((row) => row.shape === shape)
  return mistake && { mistake, line: to, before: from, after: to, isUndone: false }
}

/** Two mistakes, one of them by name at least: two lapses explain too much. */
function twoSlips(
  slips: Slips,
  wrong: Expr,
  assuming: readonly Condition[],
  names: readonly string[],
): Explanation | undefined {
  let proofs = 0
  for (const { first, second, form } of slips.pairs(wrong)) {
    if (!NAMED.includes(first.mistake) && !NAMED.includes(second.mistake)) continue
    proofs += 1
    if (proofs > PROOFS) return undefined
    if (isProved(form, wrong, 1, assuming, names)) return { ...first, also: second }
  }
  return undefined
}

/** Is it worth a proof by steps that the mistaken line leads to the wrong one, or the right one to the mended? */
function mayFollow(
  { isUndone, mistake: { on } }: Candidate,
  line: Expr,
  form: Expr | undefined,
  solved: Solved | undefined,
  names: readonly string[],
): boolean {
  if (isUndone) return on === 'number'
  if (form && (isCall(line, '=') || isCall(line, 'or')))
    return solved !== undefined && mayLeadTo(form, solved)
  return on === 'line' && names.length === 1 && isCondition(line)
}

/** A quantity by itself, or the zero form of a statement. */
const measured = (u: Expr): (Pick<ZeroForm, 'form'> & { readonly relation: string }) | undefined =>
  isCondition(u) ? zeroForm(u) : { relation: 'value', form: u }

const isMeant = (target: { readonly relation: string }, c: number): boolean =>
  target.relation === 'value' ? Math.abs(c - 1) < 1e-9 : mayScale(target as ZeroForm, c)

const withoutDerivatives = (u: Expr, canon: Canon): Expr => unfoldings(u, canon).last

/** Is u = c·v, if need be for positive letters only? People forget signs of letters when they slip. */
function isProved(
  u: Expr,
  v: Expr,
  c: number,
  assuming: readonly Condition[],
  names: readonly string[],
): boolean {
  const fraction = fractionNear(c)
  if (!fraction) return false
  const scaled = c === 1 ? v : multiply(numberTerm(rational(...fraction)), v)
  const budget = { milliseconds: MILLISECONDS }
  const isEqual = (extra: readonly Condition[]): boolean =>
    compare(u, scaled, { assuming: [...assuming, ...extra], budget }).verdict === 'equal'
  return isEqual([]) || isEqual(names.map((name) => positive(symbol(name))))
}
