/**
 * Starting values for any formula. The parameters that enter linearly are projected out; the others are tried at values
 * at which they matter in the data, in every combination or in as many as are allowed; the best are descended from.
 */
import { freeSymbols, isCall, sumOf } from '../../expression/expr.ts'
import { type Descent, descend } from '../marquardt.ts'
import { asComputed } from '../model.ts'
import type { Bound, Problem, Table } from '../problem.ts'
import { evenIn } from '../symmetries.ts'
import { linearOf, Projection } from './projection.ts'
import { type Site, sitesOf } from './sites.ts'
import { type Sizes, sizesAt } from './sizes.ts'

/** Combinations that are tried, places from which a short descent is made, and those that are followed to the end. */
const MOST_TRIED = 3_000
const SHORT = 24
const SHORT_STEPS = 20
const LONG = 6
const LONG_STEPS = 300

export interface Start {
  readonly best: Descent
  readonly linear: readonly number[]
  readonly tried: number
}

/** A place to begin with for parameters that nothing is known of, for questions about the formula alone. */
export function reference(problem: Problem, k: number): Float64Array {
  return Float64Array.from(problem.model.parameters, (name, j) => {
    const bound = problem.bounds.get(name)
    const fixed = problem.fixed.get(name)
    if (fixed !== undefined) return fixed
    // nothing special about these numbers: no two are alike
    const value = 0.4 + (((j + 1) * 0.6180339887498949 + k * 0.7548776662466927) % 1)
    return bound ? Math.min(Math.max(value, bound.low), bound.high) : value
  })
}

interface Tried {
  readonly theta: Float64Array
  readonly sum: number
  /** About where it lies among the combinations. */
  readonly key: string
}

/** Neighbours along an axis that count as one place. */
const NEIGHBOURS = 4

/** The best of each neighbourhood, the best first. */
function apart(found: readonly Tried[]): readonly Tried[] {
  const sorted = [...found].sort((a, b) => a.sum - b.sum)
  const best = new Map<string, Tried>()
  for (const one of sorted) {
    if (!best.has(one.key)) best.set(one.key, one)
    if (best.size === SHORT) break
  }
  return [...best.values()]
}

/** Sums that differ by less are the same. */
const SAME = 1e-9

/** Lower; of two that are as low, the one that does not run off to infinity. */
function isBetter(a: Descent, b: Descent): boolean {
  if (Math.abs(a.sum - b.sum) > SAME * b.sum) return a.sum < b.sum
  return size(a.u) < size(b.u)
}

const size = (u: Float64Array): number => u.reduce((sum, value) => sum + Math.log1p(Math.abs(value)), 0)

/** A place drawn at random, with each parameter in turn at the best of its values. */
function alongAxes(
  { theta: start, sum: before, key }: Tried,
  axes: readonly Axis[],
  projection: Projection,
): Tried {
  let [best, least] = [start, before]
  for (const { j, sizes } of axes) {
    for (const value of sizes(best)) {
      const theta = best.slice()
      theta[j] = value
      const sum = projection.solve(theta)
      if (sum < least) [best, least] = [theta, sum]
    }
  }
  return { theta: best, sum: least, key }
}

interface Axis {
  readonly j: number
  readonly sizes: Sizes
}

/**
 * The best place found. `ordinary` are the rows that sizes are read off, `given` values of parameters to begin with.
 */
export function search(problem: Problem, ordinary: Table, given: ReadonlyMap<string, number>): Start {
  const { model, free } = problem
  const { parameters } = model
  const references = [0, 1, 2].map((k) => reference(problem, k))
  const linear = linearOf(problem, references).filter((j) => !given.has(parameters[j] as string))
  const projection = new Projection(problem, linear)
  const axes = axesOf(problem, linear, ordinary, given)
  const found: Tried[] = []
  let tried = 0
  const first = references[0] as Float64Array
  for (const [name, value] of given) first[parameters.indexOf(name)] = value
  for (const { theta, key } of combinations(axes, first)) {
    tried += 1
    const sum = projection.solve(theta)
    if (Number.isFinite(sum)) found.push({ theta: theta.slice(), sum, key: key.join(' ') })
  }
  const isWhole = tried < MOST_TRIED
  const drawn = apart(found)
  const places = isWhole ? drawn : [...drawn, ...drawn.map((one) => alongAxes(one, axes, projection))]
  const short = places
    .map(({ theta }) => descend(problem, problem.coordinates(theta), SHORT_STEPS))
    .filter(({ sum }) => Number.isFinite(sum))
    .sort((a, b) => (isBetter(a, b) ? -1 : 1))
  let best = short[0] ?? descend(problem, problem.coordinates(first), LONG_STEPS)
  for (const { u } of short.slice(0, LONG)) {
    const long = descend(problem, u, LONG_STEPS)
    if (isBetter(long, best)) best = long
  }
  return { best, linear: linear.filter((j) => free.includes(j)), tried }
}

function axesOf(
  problem: Problem,
  linear: readonly number[],
  ordinary: Table,
  given: ReadonlyMap<string, number>,
): readonly Axis[] {
  const { model, free } = problem
  const { parameters } = model
  const formula = asComputed(model.formula)
  const others = free.filter((j) => !linear.includes(j))
  const even = evenIn(model, others)
  const bent = new Set(others.map((j) => parameters[j] as string))
  const ranked = others
    .map((j) => {
      const name = parameters[j] as string
      const sites = sitesOf(formula, name)
      return {
        j,
        name,
        sites,
        rank: Math.max(0, ...sites.map((one) => rankOf(one, name, bent, model.variables))),
      }
    })
    .sort((a, b) => a.rank - b.rank)
  return ranked.map(({ j, name, sites }, k): Axis => {
    const start = given.get(name)
    if (start !== undefined) return { j, sizes: () => [start] }
    const bound: Bound = problem.bounds.get(name) ?? { low: -Infinity, high: Infinity }
    const isPositive = even.has(j) || problem.positive.has(name)
    const later = new Set(ranked.slice(k + 1).map((one) => one.name))
    return {
      j,
      sizes: sizesAt(
        sites.map((one) => without(one, later)),
        j,
        model,
        ordinary,
        bound,
        isPositive,
      ),
    }
  })
}

/** The site with terms of the sum left out that hold letters whose values come later. */
function without(site: Site, later: ReadonlySet<string>): Site {
  const { others } = site
  if (!others || !isCall(others, 'add')) return site
  const terms = others.args.filter((term) => !freeSymbols(term).some((letter) => later.has(letter)))
  return terms.length === 0 ? site : { ...site, others: sumOf(terms) }
}

/** How much of the others has to be known before the site says anything. */
function rankOf(site: Site, name: string, bent: ReadonlySet<string>, variables: readonly string[]): number {
  const among = (u: Site['part'] | undefined): number =>
    u ? freeSymbols(u).filter((letter) => letter !== name && bent.has(letter)).length : 0
  const isCrossing =
    site.kind === 'term' && !freeSymbols(site.part).some((letter) => variables.includes(letter))
  return among(site.part) + (isCrossing ? 10 * among(site.others) : 0)
}

interface Combination {
  readonly theta: Float64Array
  readonly key: readonly number[]
}

/** All combinations of the axes' values, or as many drawn at random, always the same ones. */
function* combinations(axes: readonly Axis[], first: Float64Array): Generator<Combination> {
  const theta = first.slice()
  const key = axes.map(() => 0)
  let count = 1
  for (const { j, sizes } of axes) {
    const values = sizes(theta)
    theta[j] = values[0] ?? 1
    count *= Math.max(1, values.length)
  }
  theta.set(first)
  if (count <= MOST_TRIED) {
    yield* everyOne(axes, 0, { theta, key })
    return
  }
  let seed = 1
  const random = (): number => {
    seed = (Math.imul(seed, 1_664_525) + 1_013_904_223) >>> 0
    return seed / 2 ** 32
  }
  for (let tries = 0; tries < MOST_TRIED; tries += 1) {
    theta.set(first)
    axes.forEach(({ j, sizes }, k) => {
      const values = sizes(theta)
      const i = Math.floor(random() * values.length)
      theta[j] = values[i] ?? 1
      key[k] = Math.floor(i / NEIGHBOURS)
    })
    yield { theta, key }
  }
}

function* everyOne(
  axes: readonly Axis[],
  k: number,
  at: { readonly theta: Float64Array; readonly key: number[] },
): Generator<Combination> {
  const axis = axes[k]
  if (!axis) {
    yield at
    return
  }
  const values = axis.sizes(at.theta)
  for (const [i, value] of (values.length > 0 ? values : [1]).entries()) {
    at.theta[axis.j] = value
    at.key[k] = Math.floor(i / NEIGHBOURS)
    yield* everyOne(axes, k + 1, at)
  }
}
