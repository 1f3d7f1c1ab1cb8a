/**
 * Points at which forms are measured. Half of all doubles are smaller than 1 in size, so drawing them evenly would
 * hide most damage: they are drawn from strata of sizes instead, both signs, each stratum counting the same.
 */
import type { Expr } from '../../expression/expr.ts'
import { type Spot, spot, truth } from './truth.ts'

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

function anyNumber(random: () => number): number {
  let at = random() * WEIGHT
  const [from, to] = STRATA.find(([, , weight]) => {
    at -= weight
    return at < 0
  }) ?? [0, 1, 1]
  const size = 10 ** (from + (to - from) * random())
  return random() < 0.5 ? -size : size
}

/** A number of the range: of any size within it, or evenly. */
function within({ from, to }: Between, random: () => number): number {
  if (from === -Infinity && to === Infinity) return anyNumber(random)
  if (random() < 0.5 && Number.isFinite(to - from)) return from + (to - from) * random()
  for (let tries = 0; tries < 200; tries += 1) {
    const value = anyNumber(random)
    if (value >= from && value <= to) return value
    // close to a finite end
    const near =
      Number.isFinite(from) && (random() < 0.5 || !Number.isFinite(to))
        ? from + Math.abs(value)
        : to - Math.abs(value)
    if (near >= from && near <= to) return near
  }
  return Number.isFinite(from) ? from : to
}

/** As many points of the domain as asked for, if so many are soon found. */
export function samplesOf(
  u: Expr,
  names: readonly string[],
  ranges: ReadonlyMap<string, Between>,
  count: number,
  accepts: (at: readonly number[]) => boolean = () => true,
): Sample[] {
  const random = numbers(7)
  const found: Sample[] = []
  const all: Between = { from: -Infinity, to: Infinity }
  for (let tries = 0; tries < 12 * count && found.length < count; tries += 1) {
    const at = names.map((name) => within(ranges.get(name) ?? all, random))
    if (!accepts(at)) continue
    const place = spot(names, at)
    const right = truth(u, place)
    // what is too large for a double says nothing of a form
    if (Number.isFinite(right)) found.push({ at, spot: place, right })
  }
  return found
}

/** Roots looked for, and how near to them is looked: as parts of their size, or of 1. */
const MOST_ROOTS = 6
const NEAR = [0.3, 2 ** -4, 2 ** -8, 2 ** -14, 2 ** -22, 2 ** -34]

/** Samples close to where a part of the formula is 0, in formulas of one variable: there digits cancel. */
export function nearRoots(
  u: Expr,
  names: readonly string[],
  known: readonly Sample[],
  parts: readonly ((at: readonly number[]) => number)[],
  accepts: (at: readonly number[]) => boolean = () => true,
): Sample[] {
  const [name, ...others] = names
  if (name === undefined || others.length > 0) return []
  const xs = [...known.map(({ at }) => at[0] as number), ...GRID]
    .filter((x) => accepts([x]))
    .sort((a, b) => a - b)
  const roots = new Set<number>()
  for (const part of parts) {
    const values = xs.map((x) => part([x]))
    values.forEach((value, i) => {
      const next = values[i + 1]
      if (value === 0) roots.add(xs[i] as number)
      else if (next !== undefined && value * next < 0)
        roots.add(root(part, xs[i] as number, xs[i + 1] as number))
    })
  }
  const near = [...roots].slice(0, MOST_ROOTS).flatMap((x) => {
    const scale = Math.abs(x) > 0 ? Math.abs(x) : 1
    return NEAR.flatMap((part) => [x - part * scale, x + part * scale])
  })
  return near.flatMap((x): Sample[] => {
    if (!accepts([x])) return []
    const place = spot([name], [x])
    const right = truth(u, place)
    return Number.isFinite(right) ? [{ at: [x], spot: place, right }] : []
  })
}

/** Where everyday formulas have their roots. */
const GRID = Array.from({ length: 81 }, (_, i) => (i - 40) / 8)

function root(f: (at: readonly number[]) => number, from: number, to: number): number {
  let [low, high] = [from, to]
  const isUp = f([to]) > 0
  for (let i = 0; i < 80; i += 1) {
    const middle = (low + high) / 2
    if (f([middle]) > 0 === isUp) high = middle
    else low = middle
  }
  return high
}
