/** Hyperbolic functions of pairs and their inverses, by exponentials and logarithms of pairs. */
import { exp, expm1, log, log1p } from './pair-exponentials.ts'
import {
  add,
  chosen,
  constant,
  divide,
  doubled,
  halved,
  multiply,
  type Pair,
  root,
  safely,
  single,
  sized,
  subtract,
} from './pairs.ts'
import type { Mask, Value, Vector } from './vector.ts'

const one = (v: Vector): Pair => single(v, v.constant(1))
const ln2 = (v: Vector): Pair => constant(v, Math.LN2, 2.3190468138462996e-17)

export function tanh(v: Vector, x: Pair): Pair {
  const { size, back } = sized(v, x)
  // beyond this what it lacks for 1 is no normal number
  const most = v.constant(v.lane === 64 ? 354 : 44)
  const isOne = v.less(most, size.hi)
  const t = expm1(v, doubled(v, chosen(v, isOne, one(v), size)))
  const value = divide(v, t, add(v, t, single(v, v.constant(2))))
  const isNought = v.equal(x.hi, v.constant(0))
  return back(chosen(v, isOne, one(v), chosen(v, isNought, size, value)))
}

/** e^x/2, which may be finite where e^x is not. */
function halfExponential(v: Vector, x: Pair): Pair {
  return exp(v, safely(v, x.hi, subtract(v, x, ln2(v))))
}

/** Here e^-x no longer counts beside e^x. */
const isFar = (v: Vector, size: Pair): Mask => v.less(v.constant(v.lane === 64 ? 40 : 20), size.hi)

export function sinh(v: Vector, x: Pair): Pair {
  const { size, back } = sized(v, x)
  const t = expm1(v, size)
  const near = halved(v, add(v, t, divide(v, t, add(v, t, one(v)))))
  const isNought = v.equal(x.hi, v.constant(0))
  return back(chosen(v, isNought, size, chosen(v, isFar(v, size), halfExponential(v, size), near)))
}

export function cosh(v: Vector, x: Pair): Pair {
  const { size } = sized(v, x)
  const e = exp(v, size)
  const near = halved(v, add(v, e, divide(v, one(v), e)))
  return chosen(v, isFar(v, size), halfExponential(v, size), near)
}

/** From here on 1 beside x² does not count. */
const huge = (v: Vector): Value => v.constant(v.lane === 64 ? 2 ** 60 : 2 ** 28)

/** log(2x) */
const farLogarithm = (v: Vector, x: Pair): Pair => {
  const near = log(v, x)
  return safely(v, near.hi, add(v, near, ln2(v)))
}

const capped = (v: Vector, x: Pair): Pair => chosen(v, v.less(huge(v), x.hi), single(v, huge(v)), x)

/** log(1 + u + u²/(1 + √(1 + u²))) for u = |x| */
export function asinh(v: Vector, x: Pair): Pair {
  const { size, back } = sized(v, x)
  const u = capped(v, size)
  const square = multiply(v, u, u)
  const under = add(v, one(v), root(v, add(v, one(v), square)))
  const near = log1p(v, add(v, u, divide(v, square, under)))
  return back(chosen(v, v.less(huge(v), size.hi), farLogarithm(v, size), near))
}

/** log(1 + t + √(t(t + 2))) for t = x − 1 */
export function acosh(v: Vector, x: Pair): Pair {
  const t = subtract(v, capped(v, x), one(v))
  const near = log1p(v, add(v, t, root(v, multiply(v, t, add(v, t, doubled(v, one(v)))))))
  const inside = chosen(v, v.less(huge(v), x.hi), farLogarithm(v, x), near)
  return chosen(v, v.atMost(v.constant(1), x.hi), inside, single(v, v.constant(Number.NaN)))
}

export function atanh(v: Vector, x: Pair): Pair {
  const { size, back } = sized(v, x)
  const ratio = divide(v, doubled(v, size), subtract(v, one(v), size))
  return back(halved(v, log1p(v, ratio)))
}
