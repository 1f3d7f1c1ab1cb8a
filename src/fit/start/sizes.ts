/** Values that a parameter may well have, given the others: those at which its sites matter in the data. */
import { Evaluator } from '../evaluator.ts'
import { type Model, programOf } from '../model.ts'
import type { Bound, Table } from '../problem.ts'
import type { Site } from './sites.ts'

/** Where along the sorted values of the rest of a sum a term may cancel it; and how far beyond their ends. */
const PARTS = [0, 0.1, 0.2, 0.3, 0.4, 0.5, 0.6, 0.7, 0.8, 0.9, 1] as const
const BEYOND = [0.15, 0.5, 1, 3] as const
/** How far what a function is applied to may spread over the data. */
const SPREADS = [0.1, 0.3, 1, 2, 4, 8, 16, 32, 64, 200] as const

/** The same of an angle: waves that differ by a turn over the data have nothing to do with each other. */
const TURNS: readonly number[] = Array.from({ length: 42 }, (_, k) => 1.5 * (k + 1))

/** Finds values for one parameter. */
export type Sizes = (theta: Float64Array) => readonly number[]

interface Measured {
  readonly site: Site
  readonly part: Evaluator
  readonly others: Evaluator | undefined
}

/** The values of the parameter at these sites as a function of the other parameters. */
export function sizesAt(
  sites: readonly Site[],
  j: number,
  { variables, parameters }: Model,
  table: Table,
  { low, high }: Bound,
  isPositive: boolean,
): Sizes {
  const inputs = [...variables, ...parameters]
  const over = (u: Site['part']): Evaluator =>
    new Evaluator(programOf(u, inputs), table.columns, parameters, table.y.length)
  const measured = sites.map(
    (site): Measured => ({
      site,
      part: over(site.part),
      others: site.others ? over(site.others) : undefined,
    }),
  )
  return (theta) => {
    const at = theta.slice()
    at[j] = 1
    const values = measured.flatMap((one) => valuesOf(one, at))
    const all = values.length > 0 ? values : [...SPREADS, ...SPREADS.map((size) => -size)]
    const kept = all.filter((value) => Number.isFinite(value) && value >= low && value <= high)
    return distinct(isPositive ? kept.filter((value) => value > 0) : kept)
  }
}

function valuesOf({ site, part, others }: Measured, at: Float64Array): number[] {
  part.run(at)
  const factor = part.outputs[0] as Float64Array
  const [, spread] = ends(factor)
  if (site.kind === 'argument') return scaled(SPREADS, largestOf(factor), site.degree)
  if (site.kind === 'angle') return scaled(TURNS, largestOf(factor), site.degree)
  if (site.kind === 'logarithm') {
    // log(c·θᵏ) vanishes where c·θᵏ = 1; beyond the data by ratios
    const logs = factor.map((value) => Math.log(Math.abs(value)))
    if (!(spread > 0)) return SPREADS.flatMap((size) => [Math.exp(size / 10), Math.exp(-size / 10)])
    return along(logs).flatMap((log) => roots(Math.exp(-log), site.degree))
  }
  others?.run(at)
  const rest = others?.outputs[0] as Float64Array
  const [, restSpread] = ends(rest)
  if (spread > 0 && !(restSpread > 0) && site.isWithin) return scaled(SPREADS, spread, site.degree)
  if (spread > 0) {
    const ratios = rest.map((value, i) => value / (factor[i] as number)).filter(Number.isFinite)
    return along(ratios.map(Math.abs)).flatMap((ratio) => [
      ...roots(ratio, site.degree),
      ...roots(-ratio, site.degree),
    ])
  }
  const c = factor[0] as number
  const crossings = along(rest).flatMap((value) => roots(-value / c, site.degree))
  return site.isWithin
    ? crossings
    : [...crossings, ...along(rest).flatMap((value) => roots(value / c, site.degree))]
}

const largestOf = (values: Float64Array): number => {
  const [low, spread] = ends(values)
  return Math.max(spread, Math.abs(low) < 1e-300 ? 0 : spread > 0 ? spread : Math.abs(low))
}

/** θ with |c·θᵏ| = each size, of both signs. */
const scaled = (sizes: readonly number[], c: number, degree: number): number[] =>
  sizes.flatMap((size) => {
    const root = (size / c) ** (1 / degree)
    return [root, -root]
  })

/** θ with θᵏ = value. */
function roots(value: number, degree: number): number[] {
  const root = Math.abs(value) ** (1 / degree)
  if (degree % 2 === 0) return value > 0 ? [root, -root] : [root]
  return [Math.sign(value) * root]
}

/** The least value and how far the largest is from it, of those that are finite. */
function ends(values: Float64Array): readonly [low: number, spread: number] {
  let [low, high] = [Infinity, -Infinity]
  for (const value of values)
    if (Number.isFinite(value)) {
      low = Math.min(low, value)
      high = Math.max(high, value)
    }
  return low <= high ? [low, high - low] : [0, 0]
}

/** Values along those given, and beyond them. */
function along(values: Float64Array): number[] {
  const sorted = [...new Set(values)].filter(Number.isFinite).sort((a, b) => a - b)
  if (sorted.length === 0) return []
  // a point at 0 of a logarithmic scale is no place
  const most = sorted.length - 1
  const inside = PARTS.map((part) => {
    const k = Math.floor(part * most)
    const next = sorted[Math.min(k + 1, most)] as number
    return (sorted[k] as number) + (part * most - k) * (next - (sorted[k] as number))
  })
  const [low, high] = [sorted[0] as number, sorted[most] as number]
  const span = high - low
  return [...inside, ...BEYOND.flatMap((far) => [low - far * span, high + far * span])]
}

function distinct(values: readonly number[]): number[] {
  const sorted = [...values].sort((a, b) => a - b)
  return sorted.filter(
    (value, i) => i === 0 || Math.abs(value - (sorted[i - 1] as number)) > 1e-6 * Math.abs(value),
  )
}
