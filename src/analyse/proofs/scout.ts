/** Points at which conditions seem to hold, in double precision: they say where to look, and prove nothing. */
import { type Double, double, truth } from '../../decide/double.ts'
import type { Condition } from '../../expression/condition.ts'
import { type CallNode, type Expr, freeSymbols, mentions } from '../../expression/expr.ts'
import { boundOf } from './bound-of.ts'
import { conditionsWithPins, pinsIn, withPins } from './pinned.ts'

/** Steps away from an end, or from 0. */
const STEPS: readonly number[] = [
  1e-6, 1e-5, 1e-4, 1e-3, 0.01, 0.03, 0.1, 0.2, 0.35, 0.5, 0.7, 0.85, 1, 1.2, 1.5, 1.8, 2.2, 2.7, 3.3, 4, 5,
  6.5, 8, 10, 14, 20, 30, 50, 100, 300, 1e3, 3e3, 1e4, 1e5, 1e6,
]
const PARTS: readonly number[] = [
  1e-6,
  1e-5,
  1e-4,
  1e-3,
  0.01,
  0.03,
  ...Array.from({ length: 31 }, (_, i) => (i + 1) / 32),
  0.97,
  0.99,
  0.999,
  0.9999,
]
const LINE: readonly number[] = [...STEPS.map((s) => -s).reverse(), 0, ...STEPS]

export interface Span {
  readonly low: number
  readonly high: number
  readonly hasLow: boolean
  readonly hasHigh: boolean
}

/** The letters of the terms. */
export const lettersOf = (terms: readonly Expr[]): string[] => [...new Set(terms.flatMap(freeSymbols))]

/** A bound of a letter, ready to be valued: its relation, and the end. */
interface Bound {
  readonly head: string
  readonly end: Double
}

const boundsOf = (assuming: readonly Condition[], letter: string, names: readonly string[]): Bound[] =>
  assuming.flatMap((condition) => {
    const bound = boundOf(condition, letter)
    return bound ? [{ head: bound[0], end: double(bound[1], names) }] : []
  })

/** Between which numbers the letter lies, where the other letters have values. */
export const spanOf = (
  assuming: readonly Condition[],
  letter: string,
  at: ReadonlyMap<string, number>,
): Span => spanWithin(boundsOf(assuming, letter, [...at.keys()]), [...at.values()])

function spanWithin(bounds: readonly Bound[], x: readonly number[]): Span {
  let [low, high, hasLow, hasHigh] = [-Infinity, Infinity, false, false]
  for (const { head, end: of } of bounds) {
    const end = of(x)
    if (Number.isNaN(end)) continue
    const isLow = head.startsWith('>')
    const closed = head.endsWith('=')
    if (isLow && (end > low || (end === low && !closed))) [low, hasLow] = [end, closed]
    if (!isLow && (end < high || (end === high && !closed))) [high, hasHigh] = [end, closed]
  }
  return { low, high, hasLow, hasHigh }
}

export function valueAt(u: Expr, at: ReadonlyMap<string, number>): number {
  const names = [...at.keys()]
  return double(u, names)([...at.values()])
}

const spreads = new Map<string, readonly number[]>()
const MOST_SPREADS = 400

/** Numbers spread over the span, the ends among them where they belong to it. */
export function spread(span: Span): readonly number[] {
  const name = `${span.low} ${span.high} ${span.hasLow} ${span.hasHigh}`
  const known = spreads.get(name)
  if (known) return known
  if (spreads.size >= MOST_SPREADS) spreads.clear()
  const made = spreadOver(span)
  spreads.set(name, made)
  return made
}

function spreadOver({ low, high, hasLow, hasHigh }: Span): number[] {
  const ends = [...(hasLow ? [low] : []), ...(hasHigh ? [high] : [])]
  const inner =
    low > -Infinity && high < Infinity
      ? PARTS.map((t) => low + t * (high - low))
      : low > -Infinity
        ? STEPS.map((s) => low + s)
        : high < Infinity
          ? STEPS.map((s) => high - s).reverse()
          : LINE
  return [...new Set([...ends, ...inner])].filter((x) => x >= low && x <= high).sort((a, b) => a - b)
}

/** Marsaglia's xorshift: the same numbers each time. */
function* scattered(): Generator<number> {
  let state = 0x2545f491
  for (;;) {
    state ^= state << 13
    state ^= state >>> 17
    state ^= state << 5
    yield (state >>> 0) / 2 ** 32
  }
}

const MOST_POINTS = 160

export type Place = ReadonlyMap<string, number>

/** Points where all conditions seem to hold. */
export function* places(assuming: readonly Condition[], names: readonly string[]): Generator<Place> {
  const holds = assuming.map((condition) => truth(condition, names))
  const allowed = (x: readonly number[]): boolean => holds.every((condition) => condition(x) === 1)
  const ordered = byDependence(assuming, names)
  const random = scattered()
  const bounds = ordered.map((name, i) => boundsOf(assuming, name, ordered.slice(0, i)))
  const [only] = names
  if (only === undefined || names.length === 1) {
    const all = only === undefined ? [[]] : spread(spanOf(assuming, only, new Map())).map((x) => [x])
    for (const x of all) if (allowed(x)) yield new Map(names.map((name, i) => [name, x[i] as number]))
    return
  }
  for (let k = 0; k < MOST_POINTS; k += 1) {
    const values: number[] = []
    for (const own of bounds) {
      const among = spread(spanWithin(own, values)).filter((x) => Math.abs(x) <= 30 || k % 8 === 0)
      const i = Math.floor((random.next().value as number) * among.length)
      values.push(among[i] ?? 0)
    }
    const x = names.map((name) => values[ordered.indexOf(name)] as number)
    if (allowed(x)) yield new Map(names.map((name, i) => [name, x[i] as number]))
  }
}

/** Letters whose bounds mention others come after these. */
function byDependence(assuming: readonly Condition[], names: readonly string[]): string[] {
  const needs = (name: string): string[] =>
    assuming.flatMap((condition) => {
      const end = boundOf(condition, name)?.[1]
      return end ? freeSymbols(end) : []
    })
  return [...names].sort((a, b) => (needs(a).includes(b) ? 1 : needs(b).includes(a) ? -1 : 0))
}

/** Which signs a term seems to take where the conditions hold. */
export interface Seen {
  readonly negative: boolean
  /** How often it is 0, for one letter not far from 0. */
  readonly zeros: number
  readonly positive: boolean
}

const NEARLY = 1e-12
const noise = (scale: number): number => Math.max(NEARLY * scale, 1e-15)
/** Further out what is not 0 may be too small for a double. */
const NEITHER_TINY = 6

/** The signs seen; what is within rounding of 0 counts as neither. */
export function signsSeen(given: Expr, known: readonly Condition[]): Seen {
  const pins = pinsIn(known)
  const [u, assuming] = [withPins(given, pins), conditionsWithPins(known, pins)]
  const names = lettersOf([u, ...assuming])
  const of = double(u, names)
  const scale = magnitudeOf(u, names)
  const seen = { negative: false, zeros: 0, positive: false }
  for (const at of places(assuming, names)) {
    const x = names.map((name) => at.get(name) as number)
    const value = of(x)
    if (value === 0) seen.zeros += Number(x.length === 1 && Math.abs(x[0] as number) < NEITHER_TINY)
    // a sign seen before need not be measured again
    else if (value > 0) seen.positive ||= value > noise(scale(x))
    else if (value < 0) seen.negative ||= value < -noise(scale(x))
  }
  return seen
}

const SETTINGS = 3
const NO_MORE = 1e-9

/** Does u seem to be 0, or undefined, at an end that belongs to the interval of the letter? */
export function failsAtEnd(given: Expr, letter: string, known: readonly Condition[]): boolean {
  const pins = pinsIn(known)
  const [u, assuming] = [withPins(given, pins), conditionsWithPins(known, pins)]
  const others = lettersOf([u, ...assuming]).filter((name) => name !== letter)
  const fixed = assuming.filter((condition) => !mentions(condition, letter))
  const names = [letter, ...others]
  const [of, scale] = [double(u, names), magnitudeOf(u, names)]
  let settings = 0
  for (const at of places(fixed, others)) {
    const rest = others.map((name) => at.get(name) as number)
    const { low, high, hasLow, hasHigh } = spanOf(assuming, letter, at)
    const ends = [...(hasLow ? [low] : []), ...(hasHigh ? [high] : [])]
    if (ends.some((x) => !(Math.abs(of([x, ...rest])) > NO_MORE * scale([x, ...rest])))) return true
    settings += 1
    if (settings === SETTINGS) break
  }
  return false
}

/** How large the terms are of which u is made: what rounding is measured by. */
export function magnitudeOf(u: Expr, names: readonly string[]): Double {
  const [first, second] = u.kind === 'call' ? u.args : []
  const of = (arg: Expr | undefined): Double => magnitudeOf(arg as Expr, names)
  switch (u.kind === 'call' && u.head) {
    case 'add': {
      const parts = (u as CallNode).args.map(of)
      return (x) => parts.reduce((all, part) => Math.max(all, part(x)), 0)
    }
    case 'multiply': {
      const parts = (u as CallNode).args.map(of)
      return (x) => parts.reduce((all, part) => all * part(x), 1)
    }
    case 'negate':
      return of(first)
    case 'divide': {
      const [over, under] = [of(first), double(second as Expr, names)]
      return (x) => over(x) / Math.abs(under(x)) || 0
    }
  }
  const value = double(u, names)
  return (x) => Math.abs(value(x)) || 0
}
