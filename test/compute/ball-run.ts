/** Programs run over balls: the value of a formula at a double, within a radius. */

import {
  abs,
  add,
  type Ball,
  ball,
  divide,
  exact,
  isNowhere,
  isUnknown,
  isZero,
  multiply,
  NOWHERE,
  negate,
  order,
  signOf,
  sqrt,
  subtract,
  UNKNOWN,
} from '../../src/compute/balls/ball.ts'
import * as functions from '../../src/compute/balls/functions.ts'
import type { OperationName } from '../../src/compute/operations.ts'
import type { Node, Program } from '../../src/compute/program.ts'

const OPERATIONS: Readonly<Record<OperationName, (a: Ball, b: Ball) => Ball>> = {
  negate,
  add,
  subtract,
  multiply,
  divide,
  sqrt,
  abs,
  ...functions,
}

const constantBall = (value: number, rest: number): Ball =>
  rest === 0 ? exact(value) : ball(value, rest, 0, Math.abs(rest) * 2 ** -52)

const YES = exact(1)
const NO = exact(0)

const ANSWERS: Readonly<Record<string, (order: number) => boolean>> = {
  '<': (order) => order < 0,
  '<=': (order) => order <= 0,
  '=': (order) => order === 0,
  '!=': (order) => order !== 0,
}

type Step = (values: readonly Ball[], x: Ball) => Ball

function stepOf(node: Node): Step {
  switch (node.kind) {
    case 'input':
      return (_, x) => x
    case 'constant': {
      const value = constantBall(node.value, node.rest)
      return () => value
    }
    case 'operation': {
      const operate = OPERATIONS[node.name]
      const [a, b = 0] = node.of as [number, number | undefined]
      const isSquare = node.name === 'multiply' && a === b
      return (values) => {
        const value = operate(values[a] as Ball, values[b] as Ball)
        // a square of what may be 0 is not below 0
        return isSquare && isUnknown(value) ? UNKNOWN : value
      }
    }
    case 'question': {
      const holds = ANSWERS[node.name] as (order: number) => boolean
      const [a, b] = node.of
      return (values) => {
        const found = order(values[a] as Ball, values[b] as Ball)
        if (found === undefined) return UNKNOWN
        return Number.isNaN(found) ? NOWHERE : holds(found) ? YES : NO
      }
    }
    case 'both':
    case 'either': {
      const wins = node.kind === 'both' ? isZero : (a: Ball): boolean => signOf(a) > 0
      const [a, b] = node.of
      return (values) => {
        const [left, right] = [values[a] as Ball, values[b] as Ball]
        if (isNowhere(left) || isNowhere(right)) return NOWHERE
        if (wins(left)) return left
        if (wins(right)) return right
        return isUnknown(left) ? left : right
      }
    }
    case 'choose': {
      const [question, yes, no] = node.of
      return (values) => {
        const answer = values[question] as Ball
        if (isNowhere(answer) || isUnknown(answer)) return answer
        return values[isZero(answer) ? no : yes] as Ball
      }
    }
  }
}

/** The value of the program's output at a number. */
export function ballRunner({ nodes, outputs }: Program): (x: number) => Ball {
  const steps = nodes.map(stepOf)
  const [output] = outputs as [number]
  const values: Ball[] = nodes.map(() => UNKNOWN)
  return (x) => {
    const at = exact(x)
    for (let i = 0; i <= output; i += 1) values[i] = (steps[i] as Step)(values, at)
    return values[output] as Ball
  }
}
