/**
 * Other values of the parameters that give the same curve: a ↔ d with b → −b, two peaks exchanged. They are found by trying
 * changes of signs and exchanges on the formula itself, and used only where `compare` proves the formulas equal.
 */
import { compare } from '../derive/compare.ts'
import { type Expr, negate, substitute, symbol } from '../expression/expr.ts'
import { Evaluator } from './evaluator.ts'
import type { Model } from './model.ts'

/** For each parameter, which parameter's value it takes, and with which sign. */
export interface Symmetry {
  readonly from: readonly number[]
  readonly signs: readonly (1 | -1)[]
}

const ROWS = Float64Array.of(0.31, 0.57, 0.83, 1.19, 1.61, 2.3)
/** Parameters beyond these are not looked at: there are too many ways to exchange them. */
const MOST_PARAMETERS = 10

const known = new WeakMap<Model, readonly Symmetry[]>()

/** The proved symmetries of a model. */
export function symmetriesOf(model: Model): readonly Symmetry[] {
  const before = known.get(model)
  if (before) return before
  const seems = seeming(model)
  const found = candidates(model).filter((one) => seems(one) && isProved(model, one))
  known.set(model, found)
  return found
}

function candidates({ formula, parameters }: Model): readonly Symmetry[] {
  const p = parameters.length
  if (p > MOST_PARAMETERS) return exchanges(formula, parameters)
  const same = parameters.map((_, j) => j)
  const plus = parameters.map((): 1 | -1 => 1)
  const flips: (readonly number[])[] = [
    ...same.map((j) => [j]),
    ...same.flatMap((j) => same.slice(j + 1).map((k) => [j, k])),
  ]
  const signed = (places: readonly number[]): (1 | -1)[] => plus.map((_, j) => (places.includes(j) ? -1 : 1))
  const swaps = same.flatMap((j) =>
    same.slice(j + 1).flatMap((k) => {
      const from = same.map((l) => (l === j ? k : l === k ? j : l))
      const others = same.filter((l) => l !== j && l !== k)
      return [[], [j, k], ...others.map((l) => [l])].map(
        (places): Symmetry => ({ from, signs: signed(places) }),
      )
    }),
  )
  return [
    ...flips.map((places): Symmetry => ({ from: same, signs: signed(places) })),
    ...swaps,
    ...exchanges(formula, parameters),
  ]
}

/** Terms of a sum that are alike but for their letters may be exchanged. */
function exchanges(u: Expr, parameters: readonly string[]): readonly Symmetry[] {
  if (u.kind !== 'call') return []
  const inner = u.args.flatMap((arg) => exchanges(arg, parameters))
  if (u.head !== 'add') return inner
  const pairs = u.args.flatMap((a, i) =>
    u.args.slice(i + 1).flatMap((b) => {
      const letters = new Map<string, string>()
      if (!alike(a, b, parameters, letters) || letters.size < 2) return []
      const from = parameters.map((name, j) => {
        const other = letters.get(name)
        return other === undefined ? j : parameters.indexOf(other)
      })
      return [{ from, signs: parameters.map((): 1 => 1) }]
    }),
  )
  return [...inner, ...pairs]
}

/** Are the terms the same with letters exchanged? Fills in which. */
function alike(a: Expr, b: Expr, parameters: readonly string[], letters: Map<string, string>): boolean {
  if (a.kind === 'symbol' && b.kind === 'symbol') {
    if (!parameters.includes(a.name) || !parameters.includes(b.name)) return a.name === b.name
    const [there, back] = [letters.get(a.name), letters.get(b.name)]
    if (there === undefined && back === undefined) {
      letters.set(a.name, b.name)
      letters.set(b.name, a.name)
      return true
    }
    return there === b.name && back === a.name
  }
  if (a.kind === 'number' && b.kind === 'number') return a.hash === b.hash
  if (a.kind !== 'call' || b.kind !== 'call' || a.head !== b.head || a.args.length !== b.args.length)
    return false
  return a.args.every((arg, i) => alike(arg, b.args[i] as Expr, parameters, letters))
}

/** Is it so at a few points, in doubles? */
function seeming(model: Model): (one: Symmetry) => boolean {
  const { parameters, variables } = model
  const columns = new Map(variables.map((name, k) => [name, ROWS.map((x) => x + 0.07 * k)]))
  const evaluator = new Evaluator(model.value, columns, parameters, ROWS.length)
  const at = (theta: Float64Array): Float64Array => {
    evaluator.run(theta)
    return (evaluator.outputs[0] as Float64Array).slice()
  }
  const places = [0, 1].map((k) =>
    Float64Array.from(
      parameters,
      (_, j) => 0.4 + (((j + 1) * 0.6180339887498949 + k * 0.7548776662466927) % 1),
    ),
  )
  return (one) =>
    places.every((theta) => {
      const [there, here] = [at(moved(theta, one)), at(theta)]
      return here.every((value, i) => Math.abs(value - (there[i] as number)) <= 1e-10 * Math.abs(value))
    })
}

function isProved({ formula, parameters }: Model, { from, signs }: Symmetry): boolean {
  const letters = new Map(
    parameters.map((name, j): [string, Expr] => {
      const other = symbol(parameters[from[j] as number] as string)
      return [name, signs[j] === -1 ? negate(other) : other]
    }),
  )
  return (
    compare(formula, substitute(formula, letters), { variable: parameters[0] as string }).verdict === 'equal'
  )
}

/** The parameters as the symmetry has them. */
export const moved = (theta: Float64Array, { from, signs }: Symmetry): Float64Array =>
  theta.map((_, j) => (signs[j] as number) * (theta[from[j] as number] as number))

/** Which of some parameters can change their sign alone, the parameters beside them following. */
export const evenIn = (model: Model, some: readonly number[]): ReadonlySet<number> =>
  new Set(
    symmetriesOf(model).flatMap(({ from, signs }) => {
      const flipped = some.filter((j) => signs[j] === -1)
      return some.every((j) => from[j] === j) && flipped.length === 1 ? flipped : []
    }),
  )

const MOST_MOVES = 50

/**
 * One of all sets of values that give the same curve: parameters of which a sign is free are positive, and those that
 * can be exchanged rise. Parameters that enter linearly follow the others.
 */
export function canonical(
  model: Model,
  theta: Float64Array,
  linear: readonly number[],
  mayMove: (theta: Float64Array) => boolean,
): Float64Array {
  const symmetries = symmetriesOf(model)
  let now = theta
  for (let k = 0; k < MOST_MOVES; k += 1) {
    const better = symmetries.find(
      (one) => isBetter(now, moved(now, one), one, linear) && mayMove(moved(now, one)),
    )
    if (!better) break
    now = moved(now, better)
  }
  return now
}

function isBetter(
  now: Float64Array,
  then: Float64Array,
  { from, signs }: Symmetry,
  linear: readonly number[],
): boolean {
  const first = (places: readonly number[]): number | undefined =>
    places.find((j) => !linear.includes(j)) ?? places[0]
  const flipped = first(signs.flatMap((sign, j) => (sign === -1 ? [j] : [])))
  if (flipped !== undefined) return (now[flipped] as number) < 0 && (then[flipped] as number) > 0
  const exchanged = first(from.flatMap((k, j) => (k !== j ? [j] : [])))
  return exchanged !== undefined && (then[exchanged] as number) < (now[exchanged] as number)
}
