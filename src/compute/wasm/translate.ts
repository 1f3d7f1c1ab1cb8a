/** Programs as vector code: each operation by its instruction or its function on vectors. */
import type { OperationName, QuestionName } from '../operations.ts'
import type { Node, Place, Program } from '../program.ts'
import * as functions from './functions.ts'
import type { Lane } from './instructions.ts'
import { type Value, Vector } from './vector.ts'

type Translation = (v: Vector, ...operands: Value[]) => Value

/** Operations that have a translation; the others are for scalar code. */
const TRANSLATIONS: Readonly<Partial<Record<OperationName, Translation>>> = {
  negate: (v, u) => v.opposite(u as Value),
  add: (v, a, b) => v.add(a as Value, b as Value),
  subtract: (v, a, b) => v.subtract(a as Value, b as Value),
  multiply: (v, a, b) => v.multiply(a as Value, b as Value),
  divide: (v, a, b) => v.divide(a as Value, b as Value),
  sqrt: (v, u) => v.root(u as Value),
  abs: (v, u) => v.absolute(u as Value),
  sign: (v, u) => {
    const one = v.signed(u as Value, v.constant(1))
    return v.pick(
      v.unequal(v.multiply(u as Value, v.constant(0)), v.constant(0)),
      u as Value,
      v.pick(v.equal(u as Value, v.constant(0)), u as Value, one),
    )
  },
  min: (v, a, b) => v.least(a as Value, b as Value),
  max: (v, a, b) => v.greatest(a as Value, b as Value),
  exp: functions.exp,
  expm1: functions.expm1,
  log: functions.log,
  log1p: functions.log1p,
  sin: functions.sin,
  cos: functions.cos,
  tan: functions.tan,
  asin: functions.asin,
  acos: functions.acos,
  atan: functions.atan,
  sinh: functions.sinh,
  cosh: functions.cosh,
  tanh: functions.tanh,
  asinh: functions.asinh,
  acosh: functions.acosh,
  atanh: functions.atanh,
  erf: functions.erf,
  erfc: functions.erfc,
} as Readonly<Partial<Record<OperationName, Translation>>>

const QUESTIONS: Readonly<Record<QuestionName, (v: Vector, a: Value, b: Value) => Value>> = {
  '<': (v, a, b) => v.less(a, b),
  '<=': (v, a, b) => v.atMost(a, b),
  '=': (v, a, b) => v.equal(a, b),
  '!=': (v, a, b) => v.unequal(a, b),
}

/** Vector code, and where its outputs are. */
export interface Translated {
  readonly code: Vector
  readonly outputs: readonly Value[]
}

/** The program for lanes of a width; nothing where an operation has no translation. */
export function translated(program: Program, lane: Lane, fuses: boolean): Translated | undefined {
  const v = new Vector(lane, fuses)
  const values: Value[] = []
  const at = (place: Place): Value => values[place] as Value
  for (const node of program.nodes) {
    const value = valueFrom(v, node, program, at)
    if (value === undefined) return undefined
    values.push(value)
  }
  return { code: v, outputs: program.outputs.map(at) }
}

function valueFrom(
  v: Vector,
  node: Node,
  { inputs }: Program,
  at: (place: Place) => Value,
): Value | undefined {
  switch (node.kind) {
    case 'input':
      return v.input(inputs.indexOf(node.name))
    case 'constant':
      return v.constant(node.value)
    case 'operation':
      return TRANSLATIONS[node.name]?.(v, ...node.of.map(at))
    case 'question':
      return QUESTIONS[node.name](v, at(node.of[0]), at(node.of[1]))
    case 'both':
      return v.and(at(node.of[0]), at(node.of[1]))
    case 'either':
      return v.or(at(node.of[0]), at(node.of[1]))
    case 'choose':
      return v.pick(at(node.of[0]), at(node.of[1]), at(node.of[2]))
  }
}
