/** Sine, cosine, tangent and their inverses of pairs: as of plain numbers, with what is rounded away kept. */
import { arctangentRest, cosineParts, nearby, type Quadrant, quadrant, sineParts } from './angles.ts'
import {
  add,
  chosen,
  divide,
  doubled,
  multiply,
  opposite,
  ordered,
  type Pair,
  root,
  single,
  sized,
  subtract,
  times,
} from './pairs.ts'
import type { Value, Vector } from './vector.ts'

const one = (v: Vector): Pair => single(v, v.constant(1))

const sine = (v: Vector, q: Quadrant): Pair => ordered(v, ...sineParts(v, q))
const cosine = (v: Vector, q: Quadrant): Pair => ordered(v, ...cosineParts(v, q))

const withSign = (v: Vector, { hi, lo }: Pair, sign: Value): Pair => ({
  hi: v.either(hi, sign),
  lo: v.either(lo, sign),
})

/** Keeps −0 and the smallest numbers. */
const unlessNought = (v: Vector, x: Pair, value: Pair): Pair =>
  chosen(v, v.equal(x.hi, v.constant(0)), x, value)

export function sin(v: Vector, x: Pair): Pair {
  const q = quadrant(v, x.hi, x.lo)
  return unlessNought(v, x, withSign(v, chosen(v, q.isTurned, cosine(v, q), sine(v, q)), q.sineSign))
}

export function cos(v: Vector, x: Pair): Pair {
  const q = quadrant(v, x.hi, x.lo)
  return withSign(v, chosen(v, q.isTurned, sine(v, q), cosine(v, q)), q.cosineSign)
}

export function tan(v: Vector, x: Pair): Pair {
  const q = quadrant(v, x.hi, x.lo)
  const [s, c] = [sine(v, q), cosine(v, q)]
  const over = chosen(v, q.isTurned, opposite(v, c), s)
  return unlessNought(v, x, divide(v, over, chosen(v, q.isTurned, s, c)))
}

/** atan(y/x) for y ≥ 0, x > 0. */
function angle(v: Vector, y: Pair, x: Pair): Pair {
  const { c, base, rest, isLast } = nearby(v, v.divide(y.hi, x.hi))
  const over = chosen(v, isLast, opposite(v, x), subtract(v, y, times(v, c, x)))
  const under = chosen(v, isLast, y, add(v, x, times(v, c, y)))
  const t = divide(v, over, under)
  const small = ordered(v, t.hi, v.fused(t.hi, arctangentRest(v, t.hi), t.lo))
  return add(v, { hi: base, lo: rest }, small)
}

export function atan(v: Vector, x: Pair): Pair {
  const { size, back } = sized(v, x)
  return back(angle(v, size, one(v)))
}

export function asin(v: Vector, x: Pair): Pair {
  const { size, back } = sized(v, x)
  const adjacent = root(v, multiply(v, subtract(v, one(v), size), add(v, one(v), size)))
  return back(angle(v, size, adjacent))
}

/** 2·atan(√((1 − x)/(1 + x))) */
export function acos(v: Vector, x: Pair): Pair {
  return doubled(v, angle(v, root(v, subtract(v, one(v), x)), root(v, add(v, one(v), x))))
}
