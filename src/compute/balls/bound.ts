/**
 * How far what a program computes may be from the exact value at a point. The program runs over balls, each widened by
 * what its operation may round: the number computed lies in the last one (N. Higham, Accuracy and Stability of Numerical
 * Algorithms, 2002, section 3.3).
 */
import type { OperationName } from '../operations.ts'
import type { Node, Program } from '../program.ts'
import {
  abs,
  add,
  type Ball,
  ball,
  divide,
  exact,
  isBeyond,
  isExact,
  isNowhere,
  isUnknown,
  isZero,
  loosened,
  magnitude,
  multiply,
  negate,
  order,
  sqrt,
  subtract,
  UNKNOWN,
} from './ball.ts'
import * as functions from './functions.ts'

/** Units in the last place that operations may err by; kernels may divide by way of the reciprocal. */
export interface Rounding {
  readonly arithmetic: number
  readonly functions: number
}

const RUN: Readonly<Record<OperationName, (a: Ball, b: Ball) => Ball>> = {
  negate,
  add,
  subtract,
  multiply,
  divide,
  sqrt,
  abs,
  ...functions,
}

const EXACT: ReadonlySet<string> = new Set(['negate', 'abs', 'sign', 'min', 'max'])
const ARITHMETIC: ReadonlySet<string> = new Set(['add', 'subtract', 'multiply', 'divide', 'sqrt'])

/** Doubles are even from here down; they end at the other. */
const [LEAST_NORMAL, MOST] = [-1_000, 1_024]
/** As a ball: so many of the least doubles, 2⁻¹⁰⁷⁴. */
const least = (ulps: number): Ball => ball(0, 0, -1_024, ulps * 2 ** -50)

/** All that the operation may make of the value in doubles. */
function stored(value: Ball, ulps: number): Ball {
  if (isNowhere(value) || isUnknown(value)) return value
  if (isBeyond(value) || magnitude(value) >= MOST) return UNKNOWN
  if (ulps === 0 || isZero(value)) return value
  const near = loosened(value, ulps * 2 ** -52)
  return magnitude(value) < LEAST_NORMAL ? add(near, least(ulps)) : near
}

const ANSWERS: Readonly<Record<string, (order: number) => boolean>> = {
  '<': (order) => order < 0,
  '<=': (order) => order <= 0,
  '=': (order) => order === 0,
  '!=': (order) => order !== 0,
}

type Step = (at: readonly number[], before: readonly Ball[]) => Ball

function stepOf(node: Node, inputs: readonly string[], { arithmetic, functions: special }: Rounding): Step {
  switch (node.kind) {
    case 'input': {
      const i = inputs.indexOf(node.name)
      return (at) => exact(at[i] as number)
    }
    case 'constant': {
      // π as a double, or as close as pairs are
      const value = node.rest === 0 ? exact(node.value) : ball(node.value, 0, 0, Math.abs(node.rest) * 2)
      return () => value
    }
    case 'operation': {
      const run = RUN[node.name]
      const ulps = EXACT.has(node.name) ? 0 : ARITHMETIC.has(node.name) ? arithmetic : special
      const [a, b = a] = node.of as [number, number | undefined]
      return (_, before) => {
        const value = run(before[a] as Ball, before[b] as Ball)
        return isExactSum(node.name, value) ? value : stored(value, ulps)
      }
    }
    case 'question': {
      const holds = ANSWERS[node.name] as (order: number) => boolean
      const [a, b] = node.of
      return (_, before) => {
        const found = order(before[a] as Ball, before[b] as Ball)
        if (found === undefined || Number.isNaN(found)) return UNKNOWN
        return exact(Number(holds(found)))
      }
    }
    case 'both':
    case 'either': {
      const wins = node.kind === 'both' ? 0 : 1
      const [a, b] = node.of
      return (_, before) => {
        const sides = [before[a] as Ball, before[b] as Ball]
        const winner = sides.find((side) => isExact(side) && side.hi === wins)
        return winner ?? (sides.every(isExact) ? exact(1 - wins) : UNKNOWN)
      }
    }
    case 'choose': {
      const [question, yes, no] = node.of
      return (_, before) => {
        const answer = before[question] as Ball
        return isExact(answer) ? (before[answer.hi === 1 ? yes : no] as Ball) : UNKNOWN
      }
    }
  }
}

/** A double that needs no rounding. */
const isExactSum = (name: string, value: Ball): boolean =>
  ARITHMETIC.has(name) &&
  name !== 'divide' &&
  isExact(value) &&
  value.lo === 0 &&
  magnitude(value) > LEAST_NORMAL

/** For each output at a point: the ball in which the number computed lies. */
export function reached(program: Program, rounding: Rounding): (at: readonly number[]) => readonly Ball[] {
  const steps = program.nodes.map((node) => stepOf(node, program.inputs, rounding))
  return (at) => {
    const values: Ball[] = []
    for (const step of steps) values.push(step(at, values))
    return program.outputs.map((place) => values[place] as Ball)
  }
}

/** The most that numbers of the ball differ from a double, or from what is rounded to it. */
export function farthest(a: Ball, right: number): number {
  if (Number.isNaN(right)) return Number.NaN
  if (isUnknown(a) || isNowhere(a) || isBeyond(a) || !Number.isFinite(right)) return Number.POSITIVE_INFINITY
  const difference = subtract(a, exact(right))
  const half = Math.max(Math.abs(right) * 2 ** -53, 2 ** -1_074)
  if (isZero(difference)) return half
  return 2 ** Math.min(MOST, magnitude(difference)) + half
}
