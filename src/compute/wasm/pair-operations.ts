/** The operations of programs on pairs. */
import type { OperationName } from '../operations.ts'
import * as functions from './functions.ts'
import * as angles from './pair-angles.ts'
import * as bells from './pair-bells.ts'
import { exp, expm1, log, log1p } from './pair-exponentials.ts'
import * as hyperbolics from './pair-hyperbolics.ts'
import {
  add,
  chosen,
  constant,
  divide,
  multiply,
  opposite,
  type Pair,
  root,
  safely,
  single,
  sized,
  subtract,
} from './pairs.ts'
import type { Value, Vector } from './vector.ts'

const below = (v: Vector, a: Pair, b: Pair): Value =>
  v.or(v.less(a.hi, b.hi), v.and(v.equal(a.hi, b.hi), v.less(a.lo, b.lo)))

/** NaN where either is. */
const withNaN = (v: Vector, plain: Value, pair: Pair): Pair => {
  const isNumber = v.equal(plain, plain)
  return { hi: v.pick(isNumber, pair.hi, plain), lo: v.pick(isNumber, pair.lo, v.constant(0)) }
}

type Operation = (v: Vector, a: Pair, b: Pair) => Pair

/** The operations on pairs. */
export const PAIRS: Readonly<Partial<Record<OperationName, Operation>>> = {
  negate: opposite,
  add: (v, a, b) => safely(v, v.add(a.hi, b.hi), add(v, a, b)),
  subtract: (v, a, b) => safely(v, v.subtract(a.hi, b.hi), subtract(v, a, b)),
  multiply,
  divide,
  sqrt: root,
  abs: (v, a) => sized(v, a).size,
  sign: (v, a) => single(v, functions.sign(v, a.hi)),
  min: (v, a, b) => withNaN(v, v.least(a.hi, b.hi), chosen(v, below(v, a, b), a, b)),
  max: (v, a, b) => withNaN(v, v.greatest(a.hi, b.hi), chosen(v, below(v, a, b), b, a)),
  exp,
  expm1,
  log,
  log1p,
  tanh: hyperbolics.tanh,
  sinh: hyperbolics.sinh,
  cosh: hyperbolics.cosh,
  asinh: hyperbolics.asinh,
  acosh: hyperbolics.acosh,
  atanh: hyperbolics.atanh,
  sin: angles.sin,
  cos: angles.cos,
  tan: angles.tan,
  asin: angles.asin,
  acos: angles.acos,
  atan: angles.atan,
  erf: bells.erf,
  erfc: bells.erfc,
  erfinv: bells.erfinv,
  power: (v, u, w) => {
    const value = exp(v, multiply(v, w, log(v, u)))
    const isNought = v.equal(w.hi, v.constant(0))
    return chosen(v, isNought, single(v, v.constant(1)), value)
  },
  cbrt: (v, u) => {
    const { size, back } = sized(v, u)
    const third = constant(v, 1 / 3, 1.850371707708594e-17)
    const value = exp(v, multiply(v, log(v, size), third))
    const isNought = v.equal(u.hi, v.constant(0))
    return back(chosen(v, isNought, size, value))
  },
}
