/**
 * The operations of a program: what each means, how it runs in double precision, and its derivative by each
 * operand. `meaning` and `slopes` are formulas in the operands' letters; in a slope, y is the result. What
 * a program means is read off this table, so that `compare` can hold it against the formula it came from.
 */
import { erf, erfc, erfinv } from './special.ts'

export interface Operation {
  readonly letters: readonly string[]
  readonly meaning: string
  readonly run: (...operands: number[]) => number
  readonly slopes: readonly string[]
  /** Time in units of an addition, about. */
  readonly cost: number
}

const operation = (
  letters: string,
  meaning: string,
  run: Operation['run'],
  slopes: readonly string[],
  cost = 1,
): Operation => ({ letters: letters.split(' '), meaning, run, slopes, cost })

const SPECIAL = 20

/** The sign of u with NaN for NaN and 0 for 0. */
const sign = (u: number): number => Math.sign(u)

export type OperationName =
  | 'negate'
  | 'add'
  | 'subtract'
  | 'multiply'
  | 'divide'
  | 'sqrt'
  | 'cbrt'
  | 'abs'
  | 'sign'
  | 'min'
  | 'max'
  | 'exp'
  | 'expm1'
  | 'log'
  | 'log1p'
  | 'sin'
  | 'cos'
  | 'tan'
  | 'asin'
  | 'acos'
  | 'atan'
  | 'sinh'
  | 'cosh'
  | 'tanh'
  | 'asinh'
  | 'acosh'
  | 'atanh'
  | 'erf'
  | 'erfc'
  | 'erfinv'
  | 'power'

export const OPERATIONS: Readonly<Record<OperationName, Operation>> = {
  negate: operation('u', '-u', (u) => -u, ['-1']),
  add: operation('u v', 'u + v', (u, v) => u + v, ['1', '1']),
  subtract: operation('u v', 'u - v', (u, v) => u - v, ['1', '-1']),
  multiply: operation('u v', 'u*v', (u, v) => u * v, ['v', 'u']),
  divide: operation('u v', 'u/v', (u, v) => u / v, ['1/v', '-y/v'], 4),
  sqrt: operation('u', 'sqrt(u)', Math.sqrt, ['1/(2*y)'], 5),
  cbrt: operation('u', 'u^(1/3)', Math.cbrt, ['y/(3*u)'], SPECIAL),
  abs: operation('u', 'abs(u)', Math.abs, ['sign(u)']),
  sign: operation('u', 'sign(u)', sign, ['0']),
  min: operation('u v', 'min(u, v)', Math.min, ['step(v - u)', 'step(u - v)']),
  max: operation('u v', 'max(u, v)', Math.max, ['step(u - v)', 'step(v - u)']),
  exp: operation('u', 'e^u', Math.exp, ['y'], SPECIAL),
  expm1: operation('u', 'e^u - 1', Math.expm1, ['e^u'], SPECIAL),
  log: operation('u', 'log(u)', Math.log, ['1/u'], SPECIAL),
  log1p: operation('u', 'log(1 + u)', Math.log1p, ['1/(1 + u)'], SPECIAL),
  sin: operation('u', 'sin(u)', Math.sin, ['cos(u)'], SPECIAL),
  cos: operation('u', 'cos(u)', Math.cos, ['-sin(u)'], SPECIAL),
  tan: operation('u', 'tan(u)', Math.tan, ['1 + y^2'], SPECIAL),
  asin: operation('u', 'asin(u)', Math.asin, ['1/sqrt((1 - u)*(1 + u))'], SPECIAL),
  acos: operation('u', 'acos(u)', Math.acos, ['-1/sqrt((1 - u)*(1 + u))'], SPECIAL),
  atan: operation('u', 'atan(u)', Math.atan, ['1/(1 + u^2)'], SPECIAL),
  sinh: operation('u', 'sinh(u)', Math.sinh, ['cosh(u)'], SPECIAL),
  cosh: operation('u', 'cosh(u)', Math.cosh, ['sinh(u)'], SPECIAL),
  tanh: operation('u', 'tanh(u)', Math.tanh, ['1/cosh(u)^2'], SPECIAL),
  asinh: operation('u', 'asinh(u)', Math.asinh, ['1/sqrt(1 + u^2)'], SPECIAL),
  acosh: operation('u', 'acosh(u)', Math.acosh, ['1/(sqrt(u - 1)*sqrt(u + 1))'], SPECIAL),
  atanh: operation('u', 'atanh(u)', Math.atanh, ['1/((1 - u)*(1 + u))'], SPECIAL),
  erf: operation('u', 'erf(u)', erf, ['2/sqrt(pi)*e^(-u^2)'], SPECIAL),
  erfc: operation('u', '1 - erf(u)', erfc, ['-2/sqrt(pi)*e^(-u^2)'], SPECIAL),
  erfinv: operation('u', 'erfinv(u)', erfinv, ['sqrt(pi)/2*e^(y^2)'], 3 * SPECIAL),
  /** For u > 0. */
  power: operation('u v', 'e^(v*log(u))', (u, v) => u ** v, ['v*y/u', 'y*log(u)'], 2 * SPECIAL),
}

/** Questions, whose answers choose between values: 1 for yes, 0 for no. */
export type QuestionName = '<' | '<=' | '=' | '!='

export const QUESTIONS: Readonly<Record<QuestionName, (a: number, b: number) => boolean>> = {
  '<': (a, b) => a < b,
  '<=': (a, b) => a <= b,
  '=': (a, b) => a === b,
  '!=': (a, b) => a !== b,
}
