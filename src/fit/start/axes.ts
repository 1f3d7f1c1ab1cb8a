/** The values that parameters may have, one after the other, and their combinations. */
import { freeSymbols, isCall, sumOf } from '../../expression/expr.ts'
import { asComputed } from '../model.ts'
import type { Bound, Problem, Table } from '../problem.ts'
import { evenIn } from '../symmetries.ts'
import { type Site, sitesOf } from './sites.ts'
import { type Sizes, sizesAt } from './sizes.ts'

/** Combinations that are tried. */
export const MOST_TRIED = 3_000
/** Neighbours along an axis that count as one place. */
const NEIGHBOURS = 4

/** A parameter with its values, given those of the axes before it. */
export interface Axis {
  readonly j: number
  readonly sizes: Sizes
}

/** The axes of the parameters that are not linear, in an order in which each knows what it needs. */
export function axesOf(
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
export function* combinations(axes: readonly Axis[], first: Float64Array): Generator<Combination> {
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
