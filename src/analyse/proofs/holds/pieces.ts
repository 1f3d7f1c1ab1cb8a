/**
 * By the derivative: where P rises or falls, its value or limit at the lower end of the piece says that
 * it is positive. Where it turns, the pieces on both sides are looked at; a lowest value that is not 0 is kept
 * in a short interval, which is left to enclosures.
 */
import { double } from '../../../decide/double.ts'
import type { Monotone, Proof } from '../../../expression/claim.ts'
import type { Condition } from '../../../expression/condition.ts'
import { add, call, type Expr, integer, mentions, negate, same, symbol } from '../../../expression/expr.ts'
import { numberTerm } from '../../../expression/number-term.ts'
import { put } from '../../../verify/claims/parts.ts'
import { boundOf } from '../bound-of.ts'
import { bisected, simplestNear } from '../numbers.ts'
import { conditionsWithPins, pinsIn, withPins } from '../pinned.ts'
import { lettersOf, magnitudeOf, places, type Span, spanOf, spread } from '../scout.ts'
import type { Work } from '../work.ts'
import { plainZeros, zerosOf } from '../zeros.ts'
import { isEnough } from './boxes.ts'
import { from, type Inequality, inCases, isPositive, withLemmas } from './form.ts'

const HIGHEST_ORDER = 6

export function byPieces(inequality: Inequality, work: Work): Proof | undefined {
  if (work.order >= HIGHEST_ORDER) return undefined
  const pins = pinsIn(inequality.claim.assuming)
  const letters = lettersOf([inequality.of]).filter((name) => !pins.has(name))
  const views: View[] = []
  for (const letter of letters) {
    const view = work.isOver ? undefined : viewAlong(inequality, letter, work)
    if (view) views.push(view)
    const proof = view && !work.isOver ? rising(inequality, view, work) : undefined
    if (proof) return proof
  }
  // it is divided only where it neither rises nor falls throughout in any letter
  for (const view of views) {
    const proof = work.isOver ? undefined : divided(inequality, view, work)
    if (proof) return proof
  }
  return undefined
}

/** P as a function of one letter: the interval, the slope, and where that changes its sign. */
interface View {
  readonly letter: string
  readonly assuming: readonly Condition[]
  readonly slope: Expr
  readonly turns: readonly number[] | undefined
}

function viewAlong({ claim, of }: Inequality, letter: string, work: Work): View | undefined {
  const assuming = intervalIn(claim.assuming, letter)
  const slope = work.derivative(of, letter)?.to
  return slope && { letter, assuming, slope, turns: turningPoints(slope, letter, assuming) }
}

const rising = (
  inequality: Inequality,
  { letter, assuming, slope, turns }: View,
  work: Work,
): Proof | undefined => (turns?.length === 0 ? onPiece(inequality, slope, letter, assuming, work) : undefined)

function divided(
  inequality: Inequality,
  { letter, assuming, slope, turns }: View,
  work: Work,
): Proof | undefined {
  if (turns === undefined) return byParameters(inequality, slope, letter, assuming, work)
  const [first] = turns
  if (first === undefined) return byParts(inequality, letter, assuming, work)
  for (const at of splits(inequality.of, slope, letter, assuming, first, work)) {
    const proof = inCases(inequality, symbol(letter), at, work)
    if (proof) return proof
  }
  return undefined
}

/** The tightest bounds of the letter, and what is assumed of the other letters. */
function intervalIn(assuming: readonly Condition[], letter: string): Condition[] {
  const others = assuming.filter((condition) => !mentions(condition, letter))
  const pins = pinsIn(assuming)
  const [somewhere = new Map<string, number>()] = places(
    conditionsWithPins(others, pins),
    lettersOf(assuming).filter((name) => name !== letter && !pins.has(name)),
  )
  const at = new Map([...somewhere, ...pins])
  const { low, high, hasLow, hasHigh } = spanOf(assuming, letter, at)
  const isTight = (sign: '>' | '<', end: number, closed: boolean): Condition | undefined =>
    assuming.find((condition) => {
      const bound = boundOf(condition, letter)
      return (
        bound?.[0] === `${sign}${closed ? '=' : ''}` &&
        spanOf([condition], letter, at)[sign === '>' ? 'low' : 'high'] === end
      )
    })
  const bounds = [isTight('>', low, hasLow), isTight('<', high, hasHigh)]
  return [...others, ...bounds.filter((bound) => bound !== undefined)]
}

const NEARLY = 1e-6
const FEW_BOXES = 60
const SHORTEST = 1e-8
const SAMPLES = 5

/**
 * Where the slope changes its sign, in order; `undefined` if other letters matter and it does so, or
 * does so differently for different values of them.
 */
function turningPoints(given: Expr, letter: string, known: readonly Condition[]): number[] | undefined {
  const pins = pinsIn(known)
  const [slope, assuming] = [withPins(given, pins), conditionsWithPins(known, pins)]
  const others = lettersOf([slope, ...assuming]).filter((name) => name !== letter)
  const fixed = assuming.filter((condition) => !mentions(condition, letter))
  const names = [letter, ...others]
  const of = double(slope, names)
  const scale = magnitudeOf(slope, names)
  let some: number[] = []
  let seen = 0
  for (const at of [...places(fixed, others)].slice(0, others.length === 0 ? 1 : SAMPLES)) {
    const rest = others.map((name) => at.get(name) as number)
    const turns = changes(
      (x) => of([x, ...rest]),
      (x) => scale([x, ...rest]),
      spanOf(assuming, letter, at),
    )
    if (turns.length > 0 && others.length > 0) return undefined
    some = turns
    seen += 1
  }
  return seen > 0 ? some : undefined
}

const NOISE = 1e-11

function changes(f: (x: number) => number, scale: (x: number) => number, span: Span): number[] {
  const turns: number[] = []
  let last: number | undefined
  for (const x of spread(span)) {
    const value = f(x)
    if (Number.isNaN(value) || Math.abs(value) <= NOISE * scale(x)) continue
    if (last !== undefined && Math.sign(f(last)) !== Math.sign(value)) {
      turns.push(bisected(([t]) => f(t as number), last, x))
    }
    last = x
  }
  return turns
}

/** Where to divide the interval: exactly where P turns, or beside it. */
function splits(
  of: Expr,
  slope: Expr,
  letter: string,
  known: readonly Condition[],
  turn: number,
  work: Work,
): Expr[] {
  const pins = pinsIn(known)
  const assuming = conditionsWithPins(known, pins)
  const isThere = (at: Expr): boolean =>
    Math.abs(double(withPins(at, pins), [])([]) - turn) < 1e-3 * (1 + Math.abs(turn))
  // a lowest value that is not 0 need not be met exactly
  const isNought = Math.abs(double(withPins(of, pins), [letter])([turn])) < NEARLY
  const exact = isNought ? zerosOf(slope, letter, known, work) : plainZeros(slope, letter, known)
  const [first] = exact.filter(isThere)
  if (first) return [first]
  const { low, high } = spanOf(assuming, letter, new Map())
  let half = 0.05 * (1 + Math.abs(turn))
  const isShort = (): boolean =>
    isEnough(withPins(of, pins), false, [letter], [[turn - 2 * half, turn + 2 * half]], FEW_BOXES)
  while (half > SHORTEST && !isShort()) half /= 4
  const [left, right] = [-1, 1].map((side) => simplestNear(turn + 1.5 * side * half, half / 2))
  const value = ({ num, den }: { readonly num: bigint; readonly den: bigint }): number =>
    Number(num) / Number(den)
  return [left, right]
    .filter((r) => r !== undefined)
    .filter((r) => value(r) > low + half / 8 && value(r) < high - half / 8)
    .map((r) => numberTerm(r))
    .slice(0, 1)
}

const SHORTEST_PART = 1 / 50

/** On a bounded piece: the part next to the end at which P is least, and the rest. */
function byParts(
  inequality: Inequality,
  letter: string,
  assuming: readonly Condition[],
  work: Work,
): Proof | undefined {
  const pins = pinsIn(assuming)
  const { low, high } = spanOf(assuming, letter, pins)
  const width = high - low
  if (!(width < Infinity && width > SHORTEST_PART)) return undefined
  const f = double(withPins(inequality.of, pins), [letter])
  const isLower = f([low + width / 64]) < f([high - width / 64])
  const near = isLower ? low + width / 8 : high - width / 8
  const at = numberTerm(simplestNear(near, width / 32))
  return inCases(inequality, symbol(letter), at, work)
}

/** Where other letters matter: the points where P turns must be known as terms. */
function byParameters(
  inequality: Inequality,
  slope: Expr,
  letter: string,
  assuming: readonly Condition[],
  work: Work,
): Proof | undefined {
  const isEnd = (at: Expr): boolean =>
    assuming.some((condition) => {
      const bound = boundOf(condition, letter)
      return bound !== undefined && same(bound[1], at)
    })
  for (const at of zerosOf(slope, letter, assuming, work)
    .filter((zero) => !isEnd(zero))
    .slice(0, 2)) {
    const proof = inCases(inequality, symbol(letter), at, work)
    if (proof) return proof
  }
  return undefined
}

/** Where P rises or falls throughout. */
function onPiece(
  inequality: Inequality,
  slope: Expr,
  letter: string,
  assuming: readonly Condition[],
  work: Work,
): Proof | undefined {
  const direction = directionOf(slope, letter, assuming)
  const lowerEnd = direction === 'increasing'
  const bound = assuming
    .map((condition) => boundOf(condition, letter))
    .find((one) => one?.[0].startsWith(lowerEnd ? '>' : '<'))
  // what is not strict never needs more than that P does not fall
  for (const strictly of inequality.strict ? [true, false] : [false]) {
    const rises: Monotone = {
      kind: 'monotone',
      assuming,
      of: inequality.of,
      variable: letter,
      direction,
      strictly,
    }
    work.order += 1
    const isKnown = work.prove(rises)
    work.order -= 1
    if (!isKnown) continue
    return bound?.[0].endsWith('=')
      ? byValueAt(inequality, rises, bound[1], lowerEnd, work)
      : byLimit(inequality, rises, bound?.[1], lowerEnd, work)
  }
  return undefined
}

function directionOf(given: Expr, letter: string, known: readonly Condition[]): Monotone['direction'] {
  const pins = pinsIn(known)
  const [slope, assuming] = [withPins(given, pins), conditionsWithPins(known, pins)]
  const names = lettersOf([slope, symbol(letter), ...assuming])
  const of = double(slope, names)
  const scale = magnitudeOf(slope, names)
  for (const at of places(assuming, names)) {
    const x = names.map((name) => at.get(name) as number)
    const value = of(x)
    if (Math.abs(value) > NOISE * scale(x)) return value > 0 ? 'increasing' : 'decreasing'
  }
  return 'increasing'
}

/** P ≥ P(end) > 0. */
function byValueAt(
  inequality: Inequality,
  rises: Monotone,
  end: Expr,
  isLower: boolean,
  work: Work,
): Proof | undefined {
  const { claim, of, strict } = inequality
  const least = put(of, rises.variable, end)
  const x = symbol(rises.variable)
  const [a, b] = isLower ? [end, x] : [x, end]
  const isAbove = call('>=', [of, least])
  const needed = work.by('monotony', { ...claim, condition: isAbove }, { claim: rises, terms: { a, b } })
  return needed && above(inequality, least, { condition: isAbove, proof: needed }, strict, work)
}

/** P > L, its limit at the end, and L ≥ 0. */
function byLimit(
  inequality: Inequality,
  rises: Monotone,
  end: Expr | undefined,
  isLower: boolean,
  work: Work,
): Proof | undefined {
  const { claim, of, strict } = inequality
  const { variable, strictly } = rises
  const fixed = claim.assuming.filter((condition) => !mentions(condition, variable))
  const to = end ?? (isLower ? '-infinity' : 'infinity')
  const found = work.limit(of, variable, to, isLower ? 'right' : 'left', work.facts(fixed))
  if (found.kind !== 'finite') return undefined
  const is = found.value
  const terms = {
    b: symbol(variable),
    is,
    ...(end && { to: end }),
    ...(isLower ? {} : { upper: integer(1) }),
  }
  const condition = call(strictly ? '>' : '>=', [of, is])
  if (same(condition, claim.condition)) return work.by('limit', claim, { claim: rises, terms })
  const proof = work.by('limit', { ...claim, condition }, { claim: rises, terms })
  return proof && above(inequality, is, { condition, proof }, strict && !strictly, work)
}

/** From P ≥ L (or P > L) and L > 0 (or L ≥ 0): P = (P − L) + L. */
function above(
  inequality: Inequality,
  least: Expr,
  known: { readonly condition: Expr; readonly proof: Proof },
  strict: boolean,
  work: Work,
): Proof | undefined {
  const { claim, of } = inequality
  const first = { ...claim, assuming: [...claim.assuming, known.condition] }
  const second = withLemmas(first, [isPositive(least, strict)], work, (inner) =>
    from({ ...inequality, claim: inner }, add(add(of, negate(least)), least), integer(1), work),
  )
  return second && { by: 'lemma', conditions: [known.condition], from: [known.proof, second] }
}
