/** Doubles: zeros and least values of functions of one, and fractions near one. */
import { simplestBetween } from '../../decide/roots.ts'
import { type Rational, rational } from '../../expression/rational.ts'

/** Where the function changes its sign between two numbers. */
export function bisected(of: (x: readonly number[]) => number, from: number, to: number): number {
  let [a, b] = [from, to]
  const sign = Math.sign(of([a]))
  for (let n = 0; n < 80; n += 1) {
    const middle = (a + b) / 2
    if (Math.sign(of([middle])) === sign) a = middle
    else b = middle
  }
  return (a + b) / 2
}

const STEPS = 80
const GOLDEN = (Math.sqrt(5) - 1) / 2

/** Where f is least between two numbers, by golden section. */
export function least(f: (x: number) => number, from: number, to: number, steps: number = STEPS): number {
  let [a, b] = [from, to]
  let [c, d] = [b - GOLDEN * (b - a), a + GOLDEN * (b - a)]
  let [p, q] = [f(c), f(d)]
  for (let n = 0; n < steps; n += 1) {
    if (p < q) {
      ;[b, d, q] = [d, c, p]
      c = b - GOLDEN * (b - a)
      p = f(c)
    } else {
      ;[a, c, p] = [c, d, q]
      d = a + GOLDEN * (b - a)
      q = f(d)
    }
  }
  return (a + b) / 2
}

/** The value of a double. */
export function exactly(x: number): Rational {
  let [m, den] = [x, 1n]
  while (!Number.isInteger(m)) {
    m *= 2
    den *= 2n
  }
  return rational(BigInt(m), den)
}

/** The simplest fraction as near as that. */
export const simplestNear = (x: number, near: number): Rational =>
  simplestBetween(exactly(x - near), exactly(x + near))
