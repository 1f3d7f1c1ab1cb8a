/**
 * Starting values for any formula. The parameters that enter linearly are projected out; the others are tried at values
 * at which they matter in the data, in every combination or in as many as are allowed; the best are descended from.
 */
import { type Descent, descend } from '../marquardt.ts'
import type { Problem, Table } from '../problem.ts'
import { symmetriesOf } from '../symmetries.ts'
import { type Axis, axesOf, combinations, MOST_TRIED } from './axes.ts'
import { linearOf, Projection } from './projection.ts'

/** Places from which a short descent is made, and those that are followed to the end. */
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
function reference(problem: Problem, k: number): Float64Array {
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

/** So many that are not among the best, from the better half: the best of few combinations may all be beside the point. */
const OTHERS = 16

function others(found: readonly Tried[]): readonly Tried[] {
  const sorted = [...found].sort((a, b) => a.sum - b.sum)
  return Array.from(
    { length: OTHERS },
    (_, k) => sorted[Math.floor(((k + 1) / (2 * OTHERS)) * sorted.length)],
  ).flatMap((one) => one ?? [])
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

/**
 * The best place found. `ordinary` are the rows that sizes are read off, `given` values of parameters to begin with.
 */
export function search(problem: Problem, ordinary: Table, given: ReadonlyMap<string, number>): Start {
  const { model, free } = problem
  const { parameters } = model
  const references = [0, 1, 2].map((k) => reference(problem, k))
  const linear = linearOf(problem, references).filter((j) => !given.has(parameters[j] as string))
  const projection = new Projection(problem, linear)
  const first = references[0] as Float64Array
  for (const [name, value] of given) first[parameters.indexOf(name)] = value
  const axes = axesOf(problem, linear, ordinary, given)
  const found = tryAll(projection, axes, first)
  const drawn = apart(found)
  const isWhole = found.length < MOST_TRIED
  const places = [
    ...drawn,
    ...(isWhole ? [] : [...drawn.map((one) => alongAxes(one, axes, projection)), ...others(found)]),
    ...termByTerm(problem, ordinary, { given, linear, axes, projection }),
  ]
  const short = places
    .map(({ theta }) => descend(problem, problem.coordinates(theta), SHORT_STEPS))
    .filter(({ sum }) => Number.isFinite(sum))
    .sort((a, b) => (isBetter(a, b) ? -1 : 1))
  let best = short[0] ?? descend(problem, problem.coordinates(first), LONG_STEPS)
  for (const { u } of short.slice(0, LONG)) {
    const long = descend(problem, u, LONG_STEPS)
    if (isBetter(long, best)) best = long
  }
  return { best, linear: linear.filter((j) => free.includes(j)), tried: found.length }
}

/** All combinations with the linear parameters at their best, where the model has values there. */
function tryAll(projection: Projection, axes: readonly Axis[], first: Float64Array): Tried[] {
  const found: Tried[] = []
  for (const { theta, key } of combinations(axes, first)) {
    const sum = projection.solve(theta)
    found.push({ theta: theta.slice(), sum: Number.isFinite(sum) ? sum : Infinity, key: key.join(' ') })
  }
  return found
}

interface Known {
  readonly given: ReadonlyMap<string, number>
  readonly linear: readonly number[]
  readonly axes: readonly Axis[]
  readonly projection: Projection
}

/**
 * Of terms that can be exchanged, such as peaks, the last is left out at first; when the others are found, it is looked
 * for alone.
 */
function termByTerm(
  problem: Problem,
  ordinary: Table,
  { given, linear, axes, projection }: Known,
): readonly Tried[] {
  const { model, fixed } = problem
  const { parameters } = model
  const isFree = (j: number): boolean => !fixed.has(parameters[j] as string)
  const term = symmetriesOf(model)
    .filter(({ signs }) => signs.every((sign) => sign === 1))
    .map(({ from }) => from.flatMap((k, j) => (k < j ? [j] : [])))
    .filter((places) => places.every(isFree) && places.some((j) => linear.includes(j)))
    .at(-1)
  if (!term || term.every((j) => linear.includes(j))) return []
  const absent = term.map((j): [string, number] => [parameters[j] as string, linear.includes(j) ? 0 : 1])
  const others = problem.holding(new Map([...fixed, ...absent]))
  const without = new Map([...given].filter(([name]) => !absent.some(([one]) => one === name)))
  const { best } = search(others, ordinary, without)
  const theta = others.place(best.u).slice()
  const own = axes.filter(({ j }) => term.includes(j))
  const found = apart(tryAll(projection, own, theta))
  return [...found, ...found.map((one) => alongAxes(one, axes, projection))]
}
