/**
 * What is read off a fitted curve: where it has gone a part of the way between its two ends (EC10, EC50, time to half),
 * and how steep it is at most. Ends are limits and places are solutions, both worked out from the formula under the signs
 * that the parameters were found to have; errors are by derived slopes. Where no solution is found in symbols, the place is
 * found in numbers, and its slopes by implicit differentiation.
 */
import { limit } from '../analyse/limit.ts'
import { forward, reverse } from '../compute/gradient.ts'
import { compile } from '../compute/index.ts'
import { run } from '../compute/run.ts'
import { crossing } from '../data/distributions.ts'
import { simplify } from '../derive/simplify.ts'
import { solve } from '../derive/solve/index.ts'
import type { Condition } from '../expression/condition.ts'
import { add, call, divide, type Expr, integer, multiply, negate, symbol } from '../expression/expr.ts'
import { print } from '../syntax/index.ts'
import type { Estimated, Quantity } from './estimate.ts'
import type { Model } from './model.ts'
import { quantityOf } from './quantity.ts'

/** A quantity with what it is. */
export interface Effect extends Quantity {
  readonly name: string
  /** In the parameters, where it was found in symbols. */
  readonly formula?: string
}

/** Where the variable begins: at 0 where the formula is about x > 0 only. */
export interface Span {
  readonly from: number
  readonly to: number
  readonly isPositive: boolean
}

/** Budgets only guard: what they stop is found in numbers. */
const PATIENCE = { budget: { milliseconds: 2_000 } }

/** The places of the parts (in percent), and the steepest slope. Nothing where the curve has no two ends. */
export function effectsOf(
  fit: Estimated,
  model: Model,
  span: Span,
  parts: readonly number[],
): readonly Effect[] {
  const [letter, ...others] = model.variables
  if (letter === undefined || others.length > 0) return []
  const assuming = signsOf(fit, letter, span)
  const ends = endsOf(model.formula, letter, span, assuming)
  const places = ends
    ? parts.flatMap((part) => placeOf(fit, model, { letter, span, assuming, ends, part }))
    : []
  const slope = steepest(fit, model, letter, span)
  return [...places, ...(slope ? [slope] : [])]
}

/** The signs of the parameters, and of the variable. */
function signsOf(fit: Estimated, letter: string, { isPositive }: Span): readonly Condition[] {
  const nought = integer(0)
  const signs = fit.estimates
    .filter(({ value }) => value !== 0)
    .map(({ name, value }) => call(value > 0 ? '>' : '<', [symbol(name), nought]))
  return [...signs, ...(isPositive ? [call('>', [symbol(letter), nought])] : [])] as readonly Condition[]
}

type Ends = readonly [start: Expr, end: Expr]

function endsOf(
  u: Expr,
  letter: string,
  { isPositive }: Span,
  assuming: readonly Condition[],
): Ends | undefined {
  const context = { assuming, ...PATIENCE }
  const found = [
    isPositive ? limit(u, letter, 0, { ...context, side: 'right' }) : limit(u, letter, '-infinity', context),
    limit(u, letter, 'infinity', context),
  ].flatMap((one) => (one.verdict === 'limit' && typeof one.value !== 'string' ? [one.value] : []))
  return found.length === 2 ? (found as unknown as Ends) : undefined
}

interface Asked {
  readonly letter: string
  readonly span: Span
  readonly assuming: readonly Condition[]
  readonly ends: Ends
  readonly part: number
}

/** Where the curve has gone a part of the way. */
function placeOf(
  fit: Estimated,
  model: Model,
  { letter, span, assuming, ends, part }: Asked,
): readonly Effect[] {
  const name = `EC${+part.toPrecision(6)}`
  const share = divide(integer(Math.round(part * 1_000)), integer(100_000))
  const [start, end] = ends
  const goal = add(start, multiply(share, add(end, negate(start))))
  const values = new Map(fit.estimates.map((one) => [one.name, one.value]))
  const at = curveOf(model, values)
  const target = valueAt(goal, values)
  const solved = inSymbols(model.formula, goal, letter, assuming)
  for (const value of solved) {
    const place = valueAt(value, values)
    const isThere =
      Number.isFinite(place) && Math.abs(at(place) - target) <= 1e-6 * (Math.abs(target) + fit.deviation)
    if (isThere && !(span.isPositive && place <= 0))
      return [{ name, formula: print(value), ...quantityOf(value, fit) }]
  }
  const place = inNumbers(at, target, span)
  if (place === undefined) return []
  return [{ name, ...byImplicitSlopes(fit, model, letter, { goal, place }) }]
}

function inSymbols(u: Expr, goal: Expr, letter: string, assuming: readonly Condition[]): readonly Expr[] {
  try {
    const { branches } = solve(call('=', [u, goal]), letter, { assuming, ...PATIENCE })
    return branches.map(({ value }) => simplify(value, { assuming, variable: letter, ...PATIENCE }).to)
  } catch {
    return []
  }
}

/** The curve in numbers. */
const curveOf =
  ({ value, variables }: Model, values: ReadonlyMap<string, number>): ((x: number) => number) =>
  (x) => {
    const at = value.inputs.map((name) => (name === variables[0] ? x : (values.get(name) as number)))
    return run(value, at)[0] as number
  }

function valueAt(u: Expr, values: ReadonlyMap<string, number>): number {
  const names = [...values.keys()]
  return compile(u, { variables: names, form: 'as-written' })(
    ...names.map((name) => values.get(name) as number),
  )
}

const SCANNED = 400

/** Where f meets a value, looked for along the data and as far beyond them. */
function inNumbers(
  f: (x: number) => number,
  target: number,
  { from, to, isPositive }: Span,
): number | undefined {
  const grid = Array.from({ length: SCANNED + 1 }, (_, i) => {
    const part = (3 * i) / SCANNED - 1
    if (!isPositive) return from + part * (to - from)
    return from * (to / from) ** part
  })
  for (let i = 0; i < SCANNED; i += 1) {
    const [a, b] = [grid[i] as number, grid[i + 1] as number]
    const [u, v] = [f(a) - target, f(b) - target]
    if (u * v < 0) return crossing((x) => Math.sign(v) * (f(x) - target), a, b)
  }
  return undefined
}

/** x with f(x; θ) = T(θ): dx/dθ = (T_θ − f_θ)/f_x. */
function byImplicitSlopes(
  fit: Estimated,
  { value, parameters, variables }: Model,
  letter: string,
  { goal, place }: { readonly goal: Expr; readonly place: number },
): Quantity {
  const values = new Map(fit.estimates.map((one) => [one.name, one.value]))
  const at = value.inputs.map((name) => (name === variables[0] ? place : (values.get(name) as number)))
  const slopes = run(reverse(value, [letter, ...parameters]), at).slice(1)
  const goals = compile(goal, { variables: parameters, gradient: parameters, form: 'as-written' })(
    ...parameters.map((name) => values.get(name) as number),
  ).gradient
  return fit.quantityFrom(
    place,
    fit.moving.map((name) => {
      const j = parameters.indexOf(name)
      return ((goals[j] as number) - (slopes[j + 1] as number)) / (slopes[0] as number)
    }),
  )
}

const GOLDEN = (Math.sqrt(5) - 1) / 2

/**
 * The steepest slope within the data, where it is steeper than at their ends: there f_xx = 0, so that the place itself
 * adds nothing to the slope's own slopes.
 */
function steepest(
  fit: Estimated,
  { value, variables, parameters }: Model,
  letter: string,
  span: Span,
): Effect | undefined {
  const rate = forward(value, letter)
  const slope = { ...rate, outputs: rate.outputs.slice(1) }
  const values = new Map(fit.estimates.map((one) => [one.name, one.value]))
  const at = (x: number): number[] =>
    value.inputs.map((name) => (name === variables[0] ? x : (values.get(name) as number)))
  const size = (x: number): number => Math.abs(run(slope, at(x))[0] as number)
  const grid = Array.from(
    { length: SCANNED + 1 },
    (_, i) => span.from + ((span.to - span.from) * i) / SCANNED,
  )
  const best = grid.reduce((most, x, i) => (size(x) > size(grid[most] as number) ? i : most), 0)
  if (best === 0 || best === SCANNED) return undefined
  let [low, high] = [grid[best - 1] as number, grid[best + 1] as number]
  for (let k = 0; k < 60; k += 1) {
    const [a, b] = [high - GOLDEN * (high - low), low + GOLDEN * (high - low)]
    if (size(a) > size(b)) high = b
    else low = a
  }
  const [steepness, ...slopes] = run(reverse(slope, parameters), at((low + high) / 2)) as [
    number,
    ...number[],
  ]
  return {
    name: 'steepest slope',
    ...fit.quantityFrom(
      steepness,
      fit.moving.map((name) => slopes[parameters.indexOf(name)] as number),
    ),
  }
}
