/** The error function, its complement and its inverse of pairs. */
import {
  beyondFit,
  FAR,
  FAR_INVERSE,
  inverseAtEnds,
  LEAST_COMPLEMENT,
  NEAR,
  nearInverse,
  slopeOfInverse,
} from './bells.ts'
import { log1p, polynomial, scaled } from './functions.ts'
import { exponentialParts } from './pair-exponentials.ts'
import {
  add,
  chosen,
  constant,
  divide,
  doubled,
  multiply,
  opposite,
  ordered,
  type Pair,
  single,
  sized,
  subtract,
  times,
} from './pairs.ts'
import * as fits from './polynomials.ts'
import type { Value, Vector } from './vector.ts'

const one = (v: Vector): Pair => single(v, v.constant(1))

/** 1 − erf x for x ≥ 0.66 */
function complement(v: Vector, x: Pair): Pair {
  const { m, k } = tailParts(v, atMostFar(v, x))
  return { hi: scaled(v, m.hi, k), lo: scaled(v, m.lo, k) }
}

/** The complement as m·2ᵏ: what is small is scaled last. */
function tailParts(v: Vector, u: Pair): { readonly m: Pair; readonly k: Value } {
  const { m, k } = exponentialParts(v, opposite(v, multiply(v, u, u)))
  return { m: fromGaussian(v, u, m), k }
}

const atMostFar = (v: Vector, x: Pair): Pair => {
  const far = v.constant(FAR[v.lane])
  return chosen(v, v.less(far, x.hi), single(v, far), x)
}

/** The complement by e^(-x²), for x ≥ 0.66. */
function fromGaussian(v: Vector, u: Pair, gaussian: Pair): Pair {
  const centre = single(v, v.constant(3.75))
  const t = divide(v, subtract(v, u, centre), add(v, u, centre))
  const [first, second, ...others] = fits.COMPLEMENT[v.lane] as [number, number, ...number[]]
  // the first terms are most of the sum
  const linear = multiply(v, t, single(v, v.constant(second)))
  const others_ = v.multiply(v.multiply(t.hi, t.hi), polynomial(v, t.hi, others))
  const p = add(v, constant(v, first, 0), add(v, linear, single(v, others_)))
  return divide(v, multiply(v, gaussian, p), add(v, one(v), doubled(v, u)))
}

/** 2/√π·(−1)ⁿ/(n!(2n + 1)), the terms of erf(x)/x in x²: those that count in pairs, the others plain. */
const TERMS: readonly (readonly [value: number, rest: number])[] = [
  [1.1283791670955126, 1.533545961316588e-17],
  [-0.37612638903183754, 1.3391897206030649e-17],
  [0.11283791670955126, -4.017569161809194e-18],
  [-0.026866170645131252, 4.6092880729453e-19],
  [0.005223977625442188, -8.962504586282528e-20],
  [-0.0008548327023450853, 5.0148896786169737e-20],
  [0.00012055332981789664, 6.480246840070509e-21],
]
const MORE_TERMS = [
  -1.492565035840625e-5, 1.6462114365889248e-6, -1.6365844691234924e-7, 1.4807192815879218e-8,
  -1.2290555301717928e-9, 9.422759064650411e-11, -6.7113668551641105e-12, 4.4632242632864775e-13,
  -2.7835162072109215e-14, 1.6342614095367152e-15, -9.063970842808673e-17, 4.763348040515068e-18,
  -2.3784598852774293e-19, 1.131218725924631e-20,
]

/** erf x for |x| ≤ 1 */
function smallError(v: Vector, x: Pair): Pair {
  const u = chosen(v, v.less(v.constant(1), x.hi), one(v), x)
  const square = multiply(v, u, u)
  const more = single(v, polynomial(v, square.hi, MORE_TERMS))
  const factor = TERMS.reduceRight(
    (sum, [value, rest]) => add(v, constant(v, value, rest), multiply(v, square, sum)),
    more,
  )
  return multiply(v, u, factor)
}

const atLeast = (v: Vector, x: Pair): Pair => {
  const least = v.constant(LEAST_COMPLEMENT)
  return chosen(v, v.less(x.hi, least), single(v, least), x)
}

export function erf(v: Vector, x: Pair): Pair {
  const { size, back } = sized(v, x)
  const far = subtract(v, one(v), complement(v, atLeast(v, size)))
  return back(chosen(v, v.less(size.hi, v.constant(NEAR)), smallError(v, size), far))
}

export function erfc(v: Vector, x: Pair): Pair {
  const { size, back } = sized(v, x)
  const tail = complement(v, atLeast(v, size))
  const far = chosen(v, v.less(x.hi, v.constant(0)), subtract(v, doubled(v, one(v)), tail), tail)
  const near = subtract(v, one(v), back(smallError(v, size)))
  return chosen(v, v.less(size.hi, v.constant(LEAST_COMPLEMENT)), near, far)
}

/** 1 − erf x as m·2ᵏ, which is never too small. */
export function erfcParts(v: Vector, x: Pair): { readonly m: Pair; readonly k: Value } {
  const two = v.constant(2)
  const isFar = v.less(two, x.hi)
  const u = atMostFar(v, chosen(v, isFar, x, single(v, two)))
  const { m, k } = tailParts(v, u)
  return {
    m: chosen(v, isFar, m, erfc(v, x)),
    k: v.pick(isFar, beyondFit(v, x.hi, k), v.constant(0)),
  }
}

/** Below this the complement is lifted by 2^LIFT, out of the subnormal numbers. */
const SMALL: Readonly<Record<64 | 32, number>> = { 64: 2 ** -800, 32: 2 ** -90 }
const LIFT: Readonly<Record<64 | 32, number>> = { 64: 200, 32: 40 }

/** How far √π/2·e^(x²)·(1 − erf x)·log((1 − erf x)/left) is from 0 for x ≥ 0.66: Newton's step on logarithms. */
function stepFar(v: Vector, x: Pair, left: Pair): Value {
  const u = atMostFar(v, atLeast(v, x))
  const isSmall = v.less(left.hi, v.constant(SMALL[v.lane]))
  const { m: tail, k } = tailParts(v, u)
  const turns = v.add(k, v.and(isSmall, v.constant(LIFT[v.lane])))
  const lifted = { hi: scaled(v, tail.hi, turns), lo: scaled(v, tail.lo, turns) }
  const lift = v.pick(isSmall, v.constant(2 ** LIFT[v.lane]), v.constant(1))
  const wanted = times(v, lift, left)
  const missing = subtract(v, lifted, wanted)
  const slope = v.multiply(fromGaussian(v, u, one(v)).hi, v.constant(Math.sqrt(Math.PI) / 2))
  return v.multiply(slope, log1p(v, v.divide(missing.hi, wanted.hi)))
}

/** 1 − |y| may be all in the low part: nearer to 1 than any number beside it. */
export function erfinv(v: Vector, y: Pair): Pair {
  const { size, back } = sized(v, y)
  const isFar = v.less(v.constant(FAR_INVERSE), size.hi)
  const left = subtract(v, one(v), size)
  let x = single(v, nearInverse(v, size.hi, left.hi))
  for (let n = 0; n < STEPS; n += 1) {
    const missing = subtract(v, size, smallError(v, x)).hi
    const near = v.multiply(missing, slopeOfInverse(v, v.capped(x.hi, v.constant(1))))
    x = ordered(v, x.hi, v.add(x.lo, v.pick(isFar, stepFar(v, x, left), near)))
  }
  const hi = inverseAtEnds(v, size.hi, left.hi, x.hi)
  return back({ hi, lo: v.pick(v.equal(hi, x.hi), x.lo, v.constant(0)) })
}

const STEPS = 3
