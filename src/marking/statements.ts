/**
 * A step from one statement (an equation, an inequality, several joined by `or`) to the next: are the same
 * values solutions of both? Lost and gained solutions are shown by values; that there are none is proved.
 */
import { compare } from '../decide/index.ts'
import type { Point } from '../decide/verdict.ts'
import { solve } from '../derive/solve/index.ts'
import { Canon } from '../expression/canonical.ts'
import type { Condition } from '../expression/condition.ts'
import { linesOf } from '../expression/derivation.ts'
import {
  add,
  call,
  divide,
  type Expr,
  freeSymbols,
  integer,
  isCall,
  mentions,
  multiply,
  negate,
  RELATIONS,
  same,
  substitute,
} from '../expression/expr.ts'
import { numberTerm } from '../expression/number-term.ts'
import { rational } from '../expression/rational.ts'
import { domainOf } from '../rules/domain.ts'
import { isTotal } from '../rules/forms.ts'
import { asExpr, assumptions, type Context } from '../syntax/formula.ts'
import { print } from '../syntax/print.ts'
import { fractionNear, Glance } from './glance.ts'
import { inTime, solutionsIn } from './in-time.ts'
import { likelyMistake } from './likely.ts'
import type { LikelyMistake, Mark } from './marking.ts'
import { NAMED } from './mistakes/index.ts'
import { chainBetween, described, rulesOf, sidesOf } from './quantities.ts'
import { isRoundedSolution, ROUNDED } from './rounded.ts'
import type { Acting } from './sites.ts'
import { solvedForm } from './solved.ts'
import { isSystem, passage } from './systems.ts'
import { difference, truthAt } from './truth.ts'
import { mayScale, zeroForm } from './zero-form.ts'

const DECIDING = 1_000

/** Marks `to` as what comes after `from`. */
export function statementMark(from: Condition, to: Condition, context: Context): Mark {
  const found = held(from, to, context)
  if ('verdict' in found) return found
  if (found.lost.length > 0 && found.gained.length > 0 && isRoundedSolution(from, to))
    return { verdict: 'unknown', reason: ROUNDED }
  if (found.lost.length > 0 || found.gained.length > 0)
    return differing(from, to, found, assumptions(context))
  if (found.complete) {
    const name = mainLetter(to, freeSymbols(call('and', [from, to])), context)
    return { verdict: 'follows', by: (name && inTime(() => rulesTo(from, to, name))) || [], where: [] }
  }
  return { verdict: 'unknown', reason: 'whether both lines have the same solutions was not decided' }
}

/** The mark, where it is plain; else where the statements differ, as far as that is known. */
function held(from: Condition, to: Condition, context: Context): Mark | Found {
  if (same(from, to)) return { verdict: 'follows', by: [], where: [] }
  const assuming = assumptions(context)
  const names = [...new Set([from, to].flatMap(freeSymbols))]
  const name = mainLetter(to, names, context)
  const plain = bySides(from, to, context) ?? byScaling(from, to, assuming)
  if (plain) return plain
  if (name === undefined) return noLetter(from, to)
  if (names.length === 1) return oneLetter(from, to, name, assuming)
  if (isSystem(from) || isSystem(to)) return asSystems(from, to, assuming)
  return severalLetters(from, to, [name, ...names], context)
}

/** A line that speaks of fewer letters of a system is a consequence of it. */
function asSystems(from: Condition, to: Condition, assuming: readonly Condition[]): Mark | Found {
  const { lost, gained, forth, back } = passage(from, to, assuming)
  const isPart = isSystem(from) && freeSymbols(to).length < freeSymbols(from).length
  if (forth && isPart) return { verdict: 'follows', by: [], where: [] }
  return { lost, gained: isPart ? [] : gained, complete: forth && back }
}

/** Have both the same solutions, and is that proved? */
function isEquivalent(from: Condition, to: Condition, context: Context): boolean {
  const found = held(from, to, context)
  if ('verdict' in found) return found.verdict === 'follows'
  return found.complete && found.lost.length === 0 && found.gained.length === 0
}

/** The letter that the line is solved for, or the variable. */
function mainLetter(to: Condition, names: readonly string[], { variable }: Context): string | undefined {
  if (variable !== undefined && names.includes(variable)) return variable
  const sides = sidesOf(isCall(to, 'or') || isCall(to, 'and') ? (to.args[0] as Expr) : to)
  const [left] = sides ?? []
  if (left?.kind === 'symbol' && names.includes(left.name)) return left.name
  return names.includes('x') ? 'x' : names[0]
}

/** Both lines have the same sides, differently written. */
function bySides(from: Condition, to: Condition, context: Context): Mark | undefined {
  const [before, after] = [sidesOf(from), sidesOf(to)]
  if (!before || !after) return undefined
  const budget = { milliseconds: DECIDING }
  for (const [l, r] of [before, [before[1], before[0]] as const]) {
    const verdicts = (
      [
        [l, after[0]],
        [r, after[1]],
      ] as const
    ).map(([u, v]) => (same(u, v) ? undefined : compare(u, v, { ...context, budget })))
    const isSame = verdicts.every(
      (v) => v === undefined || (v.verdict === 'equal' && v.domains === 'same' && v.where.length === 0),
    )
    if (!isSame) continue
    const chains = (
      [
        [l, after[0]],
        [r, after[1]],
      ] as const
    ).map(([u, v]) => (same(u, v) ? undefined : chainBetween(u, v, context)))
    return { verdict: 'follows', by: chains.flatMap((chain) => (chain ? rulesOf(chain) : [])), where: [] }
  }
  return undefined
}

/** One zero form is a constant times the other, and both are defined at the same points. */
function byScaling(from: Condition, to: Condition, assuming: readonly Condition[]): Mark | undefined {
  const [p, q] = [zeroForm(from), zeroForm(to)]
  if (!p || !q || p.relation !== q.relation || !isPlain(from, p.form) || !isPlain(to, q.form))
    return undefined
  const names = [...new Set([from, to].flatMap(freeSymbols))]
  const c = new Glance(q.form, names).ratio(p.form)
  const fraction = c === undefined || !mayScale(p, c) ? undefined : fractionNear(c)
  if (!fraction) return undefined
  const scaled = multiply(numberTerm(rational(...fraction)), q.form)
  const verdict = compare(p.form, scaled, { assuming, budget: { milliseconds: DECIDING } })
  const isProvedHere = verdict.verdict === 'equal' && verdict.domains === 'same' && verdict.where.length === 0
  return isProvedHere ? { verdict: 'follows', by: [], where: [] } : undefined
}

/** One alternative may hold where another is undefined; their product is undefined there. */
const isPlain = (u: Condition, form: Expr): boolean =>
  !isCall(u, 'or') || domainOf(form, new Canon(isTotal)).length === 0

/** Points where only one of the two is true. */
interface Found {
  readonly lost: readonly Point[]
  readonly gained: readonly Point[]
  readonly complete: boolean
}

function noLetter(from: Condition, to: Condition): Mark {
  const [before, after] = [truthAt(from, new Map()), truthAt(to, new Map())]
  if (before === undefined || after === undefined)
    return { verdict: 'unknown', reason: 'the truth of a line was not decided' }
  if (before === after) return { verdict: 'follows', by: [], where: [] }
  return {
    verdict: 'equivalent, but',
    but: before ? 'lost solutions' : 'gained solutions',
    at: [],
    where: [],
    by: [],
  }
}

function oneLetter(from: Condition, to: Condition, name: string, assuming: readonly Condition[]): Found {
  const found = difference(from, to, name)
  const points = (values: readonly Expr[]): Point[] =>
    values
      .filter((value) => assuming.every((c) => isAllowed(c, name, value)))
      .map((value) => ({ [name]: print(value) }))
  return { lost: points(found.lost), gained: points(found.gained), complete: found.complete }
}

/** May the letter have the value, by an assumption? One about it alone has to be seen to hold. */
function isAllowed(c: Condition, name: string, value: Expr): boolean {
  const truth = truthAt(c, new Map([[name, value]]))
  return freeSymbols(c).every((letter) => letter === name) ? truth === true : truth !== false
}

/** Values for the other letters, one row after another; equal ones find what is lost where letters agree. */
const INSTANCES = [
  [1, 5, 6, 7],
  [2, 3, 5, 7],
  [1, 1, 1, 1],
  [-3, 2, -1, 4],
  [0, 0, 0, 0],
]

/**
 * A proof with letters is tried first. Then all letters but one are set to numbers: what differs so
 * differs, but nothing is proved. Each letter has its turn, for an equation may have no solution for one.
 */
function severalLetters(
  from: Condition,
  to: Condition,
  preferred: readonly string[],
  context: Context,
): Found {
  const names = [...new Set(preferred)]
  const [name] = names as [string]
  // With a letter in an exponent the base is positive, whatever number the letter is set to.
  const isPower = hasLetterInExponent(from) || hasLetterInExponent(to)
  const degenerate = isPower
    ? [...domainsOf(from), ...domainsOf(to)]
    : [...fixedDomain(to, name), ...fixedDomain(from, name)]
  const [lost, gained]: [Point[], Point[]] = [[], []]
  const look = (letter: string, row: readonly number[]): void => {
    const others = names.filter((other) => other !== letter)
    const at = new Map(others.map((other, i) => [other, signed(row[i % row.length] as number)]))
    const put = (u: Expr): Expr => substitute(u, at)
    const found = oneLetter(put(from), put(to), letter, assumptions(context).map(put))
    const rest = Object.fromEntries([...at].map(([other, value]) => [other, print(value)]))
    const regular = (points: readonly Point[]): Point[] =>
      points
        .map((point) => ({ ...rest, ...point }))
        .filter((point) => degenerate.every((c) => truthAt(c, valuesAt(point)) !== false))
        .slice(0, 1)
    lost.push(...regular(found.lost))
    gained.push(...regular(found.gained))
  }
  // A wrong line is mostly seen to be wrong at once, and a proof that fails takes long.
  for (const row of isPower ? [] : INSTANCES.slice(0, MOST_FIRST)) look(name, row)
  if (lost.length + gained.length === 0 && isProved(from, to, names, context))
    return { lost, gained, complete: true }
  for (const letter of names.slice(0, MOST_TURNS)) {
    for (const row of INSTANCES) {
      if (lost.length > 0 && gained.length > 0) return { lost, gained, complete: false }
      look(letter, row)
    }
  }
  return { lost, gained, complete: false }
}

const MOST_FIRST = 1
const MOST_TURNS = 2

/** Values that a line leaves out whatever the unknown is: a = 0 is no solution that x = −b/a has lost. */
const fixedDomain = (u: Condition, name: string): readonly Condition[] =>
  domainsOf(u).filter((c) => isCall(c, '!=') && !mentions(c, name))

/** Where the sides of the line are defined. */
function domainsOf(u: Condition): readonly Condition[] {
  const sides =
    isCall(u, 'or') || isCall(u, 'and') ? u.args.flatMap((part) => sidesOf(part) ?? []) : (sidesOf(u) ?? [])
  const canon = new Canon(isTotal)
  return sides.flatMap((side) => domainOf(side, canon))
}

const hasLetterInExponent = (u: Expr): boolean =>
  u.kind === 'call' &&
  ((u.head === 'power' && freeSymbols(u.args[1] as Expr).length > 0) || u.args.some(hasLetterInExponent))

const valuesAt = (point: Point): ReadonlyMap<string, Expr> =>
  new Map(Object.entries(point).map(([name, text]) => [name, asExpr(text)]))

const signed = (n: number): Expr => (n < 0 ? negate(integer(-n)) : integer(n))

/** Solved for one of the letters, do all solutions of each line make the other true? */
function isProved(from: Condition, to: Condition, names: readonly string[], context: Context): boolean {
  return names.some((name) => {
    const assuming = [...assumptions(context), ...fixedDomain(to, name), ...fixedDomain(from, name)]
    const both = (more: readonly Condition[]): boolean => {
      const regular = { ...context, assuming: [...assuming, ...more] }
      return holdsForSolutions(from, to, name, regular) && holdsForSolutions(to, from, name, regular)
    }
    if (both([])) return true
    // √(w²) is w or −w: where w ≠ 0 is known, each sign is a case of its own.
    const [w] = assuming.flatMap((c) => (isCall(c, '!=') ? c.args : []))
    return w !== undefined && both([call('>', [w, integer(0)])]) && both([call('<', [w, integer(0)])])
  })
}

function holdsForSolutions(from: Condition, to: Condition, name: string, context: Context): boolean {
  const parts = isCall(from, 'or') ? from.args : [from]
  return parts.every((part) => {
    if (!isCall(part, '=')) return false
    const solution = solutionsIn(part, name, { ...context, budget: { milliseconds: DECIDING } })
    return (
      solution.complete &&
      solution.branches.every(({ value, conditions }) => {
        const put = substitute(to, new Map([[name, value]]))
        const alternatives = isCall(put, 'or') ? put.args : [put]
        const known = [...assumptions(context), ...conditions, ...domainOf(value, new Canon(isTotal))]
        return alternatives.some((claim) => isIdentity(claim, known))
      })
    )
  })
}

function isIdentity(claim: Condition, assuming: readonly Condition[]): boolean {
  const sides = sidesOf(claim)
  if (!sides) return false
  const zero = add(sides[0], negate(sides[1]))
  const verdict = compare(zero, integer(0), { assuming, budget: { milliseconds: DECIDING } })
  return verdict.verdict === 'equal' && verdict.domains === 'same' && verdict.where.length === 0
}

function differing(
  from: Condition,
  to: Condition,
  { lost, gained }: Found,
  assuming: readonly Condition[],
): Mark {
  // Squaring gains solutions without a mistake; values that were never solutions do not come from it.
  const isSlip = lost.length > 0 || !isCall(from, '=') || keepsNone(to, gained)
  const near = isSlip ? undefined : inTime(() => inOneSide(from, to, assuming))
  const guess = isSlip
    ? inTime(() => guessed(from, to, assuming, gained.length === 0))
    : near && NAMED.includes(near.mistake)
      ? near
      : undefined
  const mistake: { mistake?: LikelyMistake } = guess ? { mistake: described(guess) } : {}
  if (lost.length > 0 && gained.length > 0) return { verdict: 'wrong', at: lost[0] as Point, ...mistake }
  const [but, at] =
    lost.length > 0 ? (['lost solutions', lost] as const) : (['gained solutions', gained] as const)
  return { verdict: 'equivalent, but', but, at, where: [], by: [], ...mistake }
}

/** Is no value of the line a solution of the one before? */
const keepsNone = (to: Condition, gained: readonly Point[]): boolean =>
  freeSymbols(to).length === 0 || (solvedForm(to)?.values.length ?? Number.POSITIVE_INFINITY) <= gained.length

/** What explains a slip with an equation explains it with an inequality as well. */
function guessed(
  from: Condition,
  to: Condition,
  assuming: readonly Condition[],
  onlyLost: boolean,
): ReturnType<typeof likelyMistake> {
  const follows = (u: Expr, v: Expr): boolean => isEquivalent(u, v, { assuming })
  const right = onlyLost ? withSharedFactor(from, to) : undefined
  const near = inOneSide(from, to, assuming)
  // What was solved already is only calculated further.
  if (near && (NAMED.includes(near.mistake) || solvedForm(from))) return near
  const found = likelyMistake({ from, right, solving: solvingOf(from, to) }, to, assuming, follows) ?? near
  if (found || from.kind !== 'call' || to.kind !== 'call' || from.head !== to.head || from.args.length !== 2)
    return found
  return isCall(from, '=')
    ? undefined
    : likelyMistake({ from: call('=', from.args) }, call('=', to.args), assuming)
}

const MOST_LINES = 8

/** The lines that solve the equation, each with the rule that leads on from it. */
function solvingOf(from: Condition, to: Condition): readonly Acting[] {
  const name = mainLetter(to, freeSymbols(from), {})
  if (!isCall(from, '=') || name === undefined) return []
  const derivation = inTime(() => solve(from, name, { budget: { milliseconds: DECIDING } }))?.derivation
  if (!derivation) return []
  const steps = derivation.steps.slice(0, MOST_LINES)
  const lines = linesOf(derivation).slice(0, MOST_LINES)
  const isSolved = solvedForm(to) !== undefined
  return lines.map((line, i) => ({
    line,
    ...(isSolved && steps[i]?.rule ? { rule: steps[i].rule, letters: steps[i].letters } : {}),
  }))
}

/** Where one side is as it was, the mistake is looked for in the other. */
function inOneSide(
  from: Condition,
  to: Condition,
  assuming: readonly Condition[],
): ReturnType<typeof likelyMistake> {
  const [before, after] = [relationSides(from), relationSides(to)]
  if (!before || !after) return undefined
  const canon = new Canon(isTotal)
  const kept = [0, 1].filter((i) => canon.same(before[i] as Expr, after[i] as Expr))
  if (kept.length !== 1) return undefined
  const changed = 1 - (kept[0] as number)
  return likelyMistake({ from: before[changed] as Expr }, after[changed] as Expr, assuming)
}

const relationSides = (u: Condition): readonly Expr[] | undefined =>
  u.kind === 'call' && RELATIONS.includes(u.head) ? u.args : undefined

/** The line with the factor that its sides have more than those of the next: (l/l′)·l′ = (l/l′)·r′. */
function withSharedFactor(from: Condition, to: Condition): Expr | undefined {
  const [before, after] = [sidesOf(from), sidesOf(to)]
  if (!before || !after) return undefined
  const [[l, r], [nextL, nextR]] = [before, after]
  const factor = divide(l, nextL)
  const crossed = new Glance(multiply(l, nextR), freeSymbols(call('and', [from, to])))
  const ratio = crossed.ratio(multiply(r, nextL))
  if (ratio === undefined || Math.abs(ratio - 1) > 1e-9 || freeSymbols(factor).length === 0) return undefined
  return call('=', [multiply(factor, nextL), multiply(factor, nextR)])
}

/** The rules on the way, if the line is one of those that solving goes through. */
function rulesTo(from: Condition, to: Condition, name: string): readonly string[] {
  if (!isCall(from, '=')) return []
  const { derivation } = solve(from, name, { budget: { milliseconds: DECIDING } })
  const canon = new Canon(isTotal)
  const at = linesOf(derivation).findIndex((line) => canon.same(line, to))
  return at < 0 ? [] : rulesOf({ ...derivation, steps: derivation.steps.slice(0, at) })
}
