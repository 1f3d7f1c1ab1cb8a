/**
 * Do the data determine the parameters? Asked before any error is believed: are there enough different x; is there a
 * direction in which nothing changes (the least singular value of the scaled slopes); does S fall for ever as a parameter
 * grows; is there an interval without an end. Said in words, with the parameters concerned.
 */
import { Matrix, SingularValueDecomposition } from 'ml-matrix'
import { studentQuantile } from '../data/distributions.ts'
import type { Columns } from './data.ts'
import type { Estimated } from './estimate.ts'
import { AT_REST, type Minimum } from './newton.ts'
import type { FitParts } from './options.ts'
import type { Problem } from './problem.ts'
import { heldAt, profileOf } from './profile.ts'

export type Cause = 'few x' | 'no effect' | 'together' | 'no end' | 'not reached'

/** Whether there is one best set of parameters. */
export interface Identifiability {
  readonly verdict: 'fitted' | 'undetermined' | 'unknown'
  readonly cause?: Cause
  /** The parameters that are not determined. */
  readonly parameters: readonly string[]
  readonly reason?: string
  /** What is determined but weakly, or at a bound. */
  readonly notes: readonly string[]
  /** The least singular value of the slopes over the largest, each slope scaled to length 1. */
  readonly condition: number
}

/** A direction that changes the curve by less than this part of the others changes nothing, as far as doubles show. */
const NOTHING = 1e-10
/** A relative standard error from which on it is looked whether the interval has ends. */
const DOUBTFUL = 0.4

export function identifiability(
  fit: Estimated,
  { problem, minimum, columns, options }: FitParts,
): Identifiability {
  const notes = boundNotes(fit)
  const { values, direction } = leastDirection(minimum)
  const condition = values.length === 0 ? 1 : (values.at(-1) as number) / (values[0] as number)
  const say = (
    verdict: Identifiability['verdict'],
    cause: Cause,
    parameters: readonly string[],
    reason: string,
  ) => ({
    ...{ verdict, cause, parameters, reason, notes, condition },
  })
  const few = fewDifferent(problem, columns, fit.moving.length)
  if (few !== undefined) return say('undetermined', 'few x', fit.moving, few)
  const idle = fit.moving.filter((_, m) => hasNoEffect(minimum, m))
  if (idle.length > 0)
    return say(
      'undetermined',
      'no effect',
      idle,
      `at the best fit the curve does not depend on ${listed(idle)}`,
    )
  // where S is flat, not where it is still falling
  if (condition < NOTHING && minimum.offset < AT_REST) {
    const names = concerned(direction, minimum, fit)
    return say(
      'undetermined',
      'together',
      names.map(({ name }) => name),
      togetherReason(names),
    )
  }
  const endless = fit.estimates.flatMap(({ name, state }) => {
    const isSuspect = state === 'free' && isDoubtful(fit, name, minimum)
    return isSuspect && fallsForEver(problem, minimum, name) ? [name] : []
  })
  if (endless.length > 0)
    return say(
      'undetermined',
      'no end',
      endless,
      `the sum of squares goes on falling as ${listed(endless)} ${endless.length > 1 ? 'move' : 'moves'} away without end: the data do not say where ${endless.length > 1 ? 'they lie' : 'it lies'}`,
    )
  if (!(minimum.isExact || (minimum.isMinimum && minimum.offset < AT_REST)))
    return say('unknown', 'not reached', [], 'no minimum was reached within the steps that are allowed')
  const t =
    fit.df > 0
      ? studentQuantile((1 + fit.level) / 2, options.absolute === true ? Infinity : fit.df)
      : Number.NaN
  const level = `${+(fit.level * 100).toPrecision(4)} %`
  const open = fit.estimates.flatMap((one) => {
    if (one.state !== 'free' || !isDoubtful(fit, one.name, minimum) || !(t * fit.deviation > 0)) return []
    const { isOpenBelow, isOpenAbove } = profileOf({ problem, minimum }, one, t * fit.deviation)
    if (isOpenBelow && isOpenAbove) return [one.name]
    if (isOpenBelow || isOpenAbove)
      notes.push(`the ${level} interval of ${one.name} has no ${isOpenBelow ? 'lower' : 'upper'} end`)
    return []
  })
  if (open.length > 0)
    return say(
      'undetermined',
      'no end',
      open,
      `any value of ${listed(open)} fits nearly as well: the ${level} interval has no ends`,
    )
  return { verdict: 'fitted', parameters: [], notes, condition }
}

const boundNotes = (fit: Estimated): string[] =>
  fit.estimates.flatMap(({ name, state, value }) =>
    state === 'at bound'
      ? [`${name} is held by its bound ${value}: errors are those with it fixed there`]
      : [],
  )

const listed = (names: readonly string[]): string =>
  names.length < 2 ? (names[0] ?? '') : `${names.slice(0, -1).join(', ')} and ${names.at(-1)}`

/** Too few different rows of x for the parameters. */
function fewDifferent({ table }: Problem, { of }: Columns, moving: number): string | undefined {
  const columns = [...table.columns.values()]
  const rows = new Set<string>()
  for (let i = 0; i < table.y.length; i += 1) {
    if (table.rootWeights && !((table.rootWeights[i] as number) > 0)) continue
    rows.add(columns.map((column) => column[i]).join(' '))
    if (rows.size >= moving) return undefined
  }
  const names = [...of.values()].join(', ')
  return `there are ${rows.size === 1 ? 'rows at one' : `${rows.size} different`} ${names || 'x'} only, for ${moving} parameters`
}

const hasNoEffect = ({ R }: Minimum, m: number): boolean => {
  const column = R[m] as Float64Array
  for (let i = 0; i <= m; i += 1) if (column[i] !== 0) return false
  return true
}

/** The singular values of the scaled slopes, and the direction of the least. */
function leastDirection({ R }: Minimum): {
  readonly values: readonly number[]
  readonly direction: readonly number[]
} {
  const p = R.length
  if (p === 0) return { values: [], direction: [] }
  const triangle = Array.from({ length: p }, (_, i) =>
    Array.from({ length: p }, (_, k) => (k < i ? 0 : ((R[k] as Float64Array)[i] ?? 0))),
  )
  if (triangle.some((row) => row.some((value) => !Number.isFinite(value))))
    return { values: [1, 0], direction: [] }
  const found = new SingularValueDecomposition(new Matrix(triangle), { autoTranspose: true })
  const V = found.rightSingularVectors
  return { values: found.diagonal, direction: Array.from({ length: p }, (_, i) => V.get(i, p - 1)) }
}

/** The parameters that move along the direction, with their relative changes. */
function concerned(
  direction: readonly number[],
  { scales }: Minimum,
  fit: Estimated,
): readonly { readonly name: string; readonly change: number }[] {
  const changes = fit.moving.map((name, m) => ({
    name,
    change: (direction[m] ?? 0) / (scales[m] as number) / (fit.value(name) || 1),
  }))
  const most = Math.max(...changes.map(({ change }) => Math.abs(change)))
  return changes.filter(({ change }) => Math.abs(change) > 1e-3 * most)
}

function togetherReason(names: readonly { readonly name: string; readonly change: number }[]): string {
  const most = Math.max(...names.map(({ change }) => Math.abs(change)))
  const how = names.map(({ name, change }) => {
    const percent = +Math.abs(change / most).toPrecision(2)
    return `${name} ${change > 0 ? 'grows' : 'falls'} by ${percent} %`
  })
  const all = listed(names.map(({ name }) => name))
  return `only a combination of ${all} is determined: nothing changes when ${listed(how)}`
}

const isDoubtful = (fit: Estimated, name: string, minimum: Minimum): boolean => {
  const { value, error } = fit.estimates.find((one) => one.name === name) ?? { value: 0, error: Number.NaN }
  if (minimum.isExact) return false
  return !minimum.isMinimum || !(error < DOUBTFUL * Math.abs(value)) || !(minimum.offset < AT_REST)
}

/** How far out it is looked, and what counts as no rise. */
const FAR = [10, 1_000] as const
const RISE = 1e-9

/** Does S not rise as the parameter goes further and further from 0, or, if it is positive, towards 0? */
function fallsForEver(problem: Problem, minimum: Minimum, name: string): boolean {
  const j = problem.model.parameters.indexOf(name)
  const best = minimum.theta[j] as number
  const bound = problem.bounds.get(name)
  const ways = problem.positive.has(name) ? FAR.flatMap((far) => [far, 1 / far]) : FAR
  const held = heldAt(problem, minimum, name)
  const falls = (factors: readonly number[]): boolean => {
    const theta = minimum.theta.slice()
    return factors.every((factor) => {
      const value = best * factor
      if (bound && (value < bound.low || value > bound.high)) return false
      // from where the last one came to, or from the best place: either may lead astray
      const sum = Math.min(held(value, theta), held(value))
      return sum <= minimum.sum * (1 + RISE)
    })
  }
  if (best === 0) return false
  const [out, inwards] = [ways.filter((way) => way > 1), ways.filter((way) => way < 1)]
  return falls(out) || (inwards.length > 0 && falls(inwards))
}
