/**
 * Points at which forms are measured. Half of all doubles are smaller than 1 in size, so drawing them evenly would
 * hide most damage: they are drawn from strata of sizes instead, both signs, each stratum counting the same.
 */
import type { Expr } from '../../expression/expr.ts'
import { type Allowance, type Spot, spot, truth } from './truth.ts'

export interface Sample {
  readonly at: readonly number[]
  readonly spot: Spot
  /** The double nearest to the value there. */
  readonly right: number
}

/** The values that a variable may have. */
export interface Between {
  readonly from: number
  readonly to: number
}

/** Numbers in [0, 1) that are the same in each run (Park and Miller, 1988). */
export function numbers(seed: number): () => number {
  let state = (seed % 2147483646) + 1
  return () => {
    state = (state * 48271) % 2147483647
    return (state - 1) / 2147483646
  }
}

/** Sizes: tiny, small, about 1, tens, hundreds, large, huge; the middle ones more often. */
const STRATA: readonly (readonly [from: number, to: number, weight: number])[] = [
  [-300, -40, 1],
  [-40, -12, 2],
  [-12, -3, 3],
  [-3, -0.3, 4],
  [-0.3, 0.5, 4],
  [0.5, 1.6, 4],
  [1.6, 2.85, 3],
  [2.85, 12, 2],
  [12, 300, 1],
]
const WEIGHT = STRATA.reduce((sum, [, , weight]) => sum + weight, 0)

/** `reach`: sizes are between 10^-reach and 10^reach. */
type Draw = (random: () => number, reach: number) => number

/** Doubles of every exponent alike: products of such numbers are too large or too small. */
const anyExponent: Draw = (random, reach) => {
  const part = random()
  const size = reach === Infinity ? 2 ** (-1_040 + 2_060 * part) : 10 ** (reach * (2 * part - 1))
  return random() < 0.5 ? -size : size
}

/** Numbers as people write them: with several letters none of them is then much larger than the others. */
const everydayNumber: Draw = (random) => EVERYDAY * (2 * random() - 1)

const EVERYDAY = 8

const anyNumber: Draw = (random, reach) => {
  let at = random() * WEIGHT
  const [least, most] = STRATA.find(([, , weight]) => {
    at -= weight
    return at < 0
  }) ?? [0, 1, 1]
  const [from, to] = [least, most].map((size) => Math.max(-reach, Math.min(reach, size))) as [number, number]
  const size = 10 ** (from + (to - from) * random())
  return random() < 0.5 ? -size : size
}

/** A number of the range: of any size within it, or evenly. */
function within({ from, to }: Between, draw: () => number, random: () => number): number {
  if (from === -Infinity && to === Infinity) return draw()
  if (random() < 0.5 && Number.isFinite(from) && Number.isFinite(to)) {
    const part = random()
    return from * (1 - part) + to * part
  }
  for (let tries = 0; tries < 200; tries += 1) {
    const value = draw()
    if (value >= from && value <= to) return value
    if (-value >= from && -value <= to) return -value
    // close to a finite end
    const near =
      Number.isFinite(from) && (random() < 0.5 || !Number.isFinite(to))
        ? from + Math.abs(value)
        : to - Math.abs(value)
    if (near >= from && near <= to) return near
  }
  return Number.isFinite(from) ? from : to
}

/** Where points are wanted. */
export interface Where {
  readonly ranges: ReadonlyMap<string, Between>
  readonly accepts: (at: readonly number[]) => boolean
  readonly spots?: Spots
  /** Only sizes between 10^-reach and 10^reach; all by default. */
  readonly reach?: number
}

/** Points at which something is known already: a derivative has much in common with what it is a derivative of. */
export class Spots {
  readonly #known = new Map<string, Spot>()

  at(names: readonly string[], at: readonly number[]): Spot {
    const key = `${names} ${at}`
    const found = this.#known.get(key) ?? spot(names, at)
    this.#known.set(key, found)
    return found
  }
}

/** For enclosures at a point, on average. */
const WORK = 3e5
/** How the points are drawn, in turn. */
const DRAWS: readonly Draw[] = [anyNumber, everydayNumber, anyNumber, anyExponent]
/** Tries for each point, and values looked for. */
const MOST_TRIES = 100
const MOST_VALUES = 4

/** As many points of the domain as asked for, if so many are soon found. */
export function samplesOf(
  u: Expr,
  names: readonly string[],
  { ranges, accepts, spots = new Spots(), reach = Infinity }: Where,
  count: number,
  seed = 7,
): Sample[] {
  const random = numbers(seed)
  const allowance = { left: count * WORK }
  const found: Sample[] = []
  const all: Between = { from: -Infinity, to: Infinity }
  let looked = 0
  for (let tries = 0; tries < MOST_TRIES * count && found.length < count; tries += 1) {
    const draw = DRAWS[tries % DRAWS.length] as Draw
    const at = names.map((name) => within(ranges.get(name) ?? all, () => draw(random, reach), random))
    if (!accepts(at)) continue
    looked += 1
    if (looked > MOST_VALUES * count) break
    found.push(...sampleAt(u, at, spots.at(names, at), allowance))
  }
  return found
}

/** The point with its value; what is too large for a double says nothing of a form. */
function sampleAt(u: Expr, at: readonly number[], place: Spot, allowance: Allowance): Sample[] {
  const right = truth(u, place, allowance)
  return Number.isFinite(right) ? [{ at, spot: place, right }] : []
}

/** Roots looked for, and how near to them is looked: as parts of their size, or of 1. */
const MOST_ROOTS = 6
const NEAR = [0.3, 2 ** -4, 2 ** -8, 2 ** -14, 2 ** -22, 2 ** -34]

/** Points near roots for which enclosures are allowed for, about. */
const MOST_NEAR = 40

/** Lines through samples, along which roots are looked for where there are several variables. */
const MOST_LINES = 16

type Value = (at: readonly number[]) => number

/** Samples close to where a part of the formula is 0, along each variable: there digits cancel. */
export function nearRoots(
  u: Expr,
  names: readonly string[],
  known: readonly Sample[],
  parts: readonly Value[],
  accepts: (at: readonly number[]) => boolean,
): Sample[] {
  const isLine = names.length === 1
  const starts = isLine
    ? known.slice(0, 1)
    : known.slice(0, Math.ceil(MOST_LINES / Math.max(1, names.length)))
  const found: Sample[] = []
  const allowance = { left: MOST_NEAR * WORK }
  starts.forEach(({ at }, k) => {
    names.forEach((_, axis) => {
      const along = (x: number): readonly number[] => at.map((value, i) => (i === axis ? x : value))
      const places = [...new Set([...known.map((one) => one.at[axis] as number), ...GRID])]
        .filter((x) => accepts(along(x)))
        .sort((a, b) => a - b)
      const roots = [...new Set(parts.flatMap((part) => rootsOf((x) => part(along(x)), places)))]
      const chosen = isLine ? roots.slice(0, MOST_ROOTS) : roots.slice(0, 1)
      for (const x of chosen) {
        const scale = Math.abs(x) > 0 ? Math.abs(x) : 1
        const near = isLine ? NEAR : [NEAR[(k + axis) % NEAR.length] as number]
        for (const beside of near.flatMap((part) => [x - part * scale, x + part * scale])) {
          const at = along(beside)
          if (accepts(at)) found.push(...sampleAt(u, at, spot(names, at), allowance))
        }
      }
    })
  })
  return found
}

function rootsOf(f: (x: number) => number, xs: readonly number[]): number[] {
  const values = xs.map(f)
  return values.flatMap((value, i) => {
    const next = values[i + 1]
    if (value === 0) return [xs[i] as number]
    return next !== undefined && value * next < 0 ? [root(f, xs[i] as number, xs[i + 1] as number)] : []
  })
}

/** Where everyday formulas have their roots. */
const GRID = Array.from({ length: 81 }, (_, i) => (i - 40) / 8)

function root(f: (x: number) => number, from: number, to: number): number {
  let [low, high] = [from, to]
  const isUp = f(to) > 0
  for (let i = 0; i < 80; i += 1) {
    const middle = (low + high) / 2
    if (f(middle) > 0 === isUp) high = middle
    else low = middle
  }
  return high
}
