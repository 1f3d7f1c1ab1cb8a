/**
 * Profiles: one parameter is held at a value, and the others are fitted anew. The values at which S does not rise by more
 * than t²·s² are the interval that the likelihood itself gives; it need not be symmetrical, and it may have no end.
 * Source: D. M. Bates, D. G. Watts, Nonlinear Regression Analysis and Its Applications, 1988, ch. 6.
 */
import { crossing } from '../data/distributions.ts'
import { descend } from './marquardt.ts'
import type { Minimum } from './newton.ts'
import type { Problem } from './problem.ts'

/** An interval. An end is ±∞ (or 0, for what is positive) where the data set none. */
export interface Profile {
  readonly low: number
  readonly high: number
  /** Is there no end that the data set? */
  readonly isOpenBelow: boolean
  readonly isOpenAbove: boolean
}

/** Doublings of the distance from the best value at which it is looked for an end. */
const MOST_DOUBLINGS = 24
const MOST_STEPS = 60
/** In logarithms, steps grow no more than this. */
const LARGEST_LOG_STEP = 60

interface Parts {
  readonly problem: Problem
  readonly minimum: Minimum
}

/** The profile of a parameter; `rise` is t·s. */
export function profileOf(
  { problem, minimum }: Parts,
  { name, value, error }: { readonly name: string; readonly value: number; readonly error: number },
  rise: number,
): Profile {
  if (problem.fixed.has(name) || minimum.isExact)
    return { low: value, high: value, isOpenBelow: false, isOpenAbove: false }
  const isLog = problem.positive.has(name)
  const held = heldAt(problem, minimum, name)
  const to = (z: number): number => (isLog ? value * Math.exp(z) : value + z)
  const usual = Number.isFinite(error) && error > 0 ? error : Math.abs(value) || 1
  const first = isLog ? Math.min(usual / value, 1) : usual
  const bound = problem.bounds.get(name)
  const end = (sign: 1 | -1): { readonly at: number; readonly isOpen: boolean } => {
    const theta = minimum.theta.slice()
    const excess = (z: number): number => {
      const sum = held(to(sign * z), theta)
      return Math.sqrt(Math.max(0, sum - minimum.sum)) - rise
    }
    const limit = sign > 0 ? (bound?.high ?? Infinity) : (bound?.low ?? -Infinity)
    let [near, far] = [0, first]
    for (let k = 0; k < MOST_DOUBLINGS; k += 1) {
      const at = to(sign * far)
      if (sign > 0 ? at >= limit : at <= limit) return { at: limit, isOpen: false }
      const found = excess(far)
      if (Number.isNaN(found)) break
      if (found >= 0) {
        const inside = minimum.theta.slice()
        const z = crossing(
          (u) => {
            if (u === 0) return -rise
            const sum = held(to(sign * u), inside)
            return Math.sqrt(Math.max(0, sum - minimum.sum)) - rise
          },
          near,
          far,
        )
        return { at: to(sign * z), isOpen: false }
      }
      near = far
      far *= 2
      if (isLog && far > LARGEST_LOG_STEP) break
    }
    const open = sign > 0 ? Infinity : isLog ? 0 : -Infinity
    return { at: Number.isFinite(limit) ? limit : open, isOpen: true }
  }
  const [below, above] = [end(-1), end(1)]
  return { low: below.at, high: above.at, isOpenBelow: below.isOpen, isOpenAbove: above.isOpen }
}

/** The least S with the parameter at a value; begins at θ, and leaves the others there. */
export function heldAt(
  problem: Problem,
  { theta: best }: Minimum,
  name: string,
): (value: number, theta?: Float64Array) => number {
  const j = problem.model.parameters.indexOf(name)
  const fixed = new Map([...problem.fixed, [name, best[j] as number]])
  const others = problem.holding(fixed)
  return (value, theta = best.slice()) => {
    others.theta[j] = value
    const descent = descend(others, others.coordinates(theta), MOST_STEPS)
    others.place(descent.u)
    if (Number.isFinite(descent.sum)) theta.set(others.theta)
    return descent.sum
  }
}
