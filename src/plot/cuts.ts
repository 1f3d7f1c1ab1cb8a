/**
 * Cuts: places where a curve may be interrupted or bent, found from what the formula says of itself:
 * zeros of the terms that its domain depends on, and of those that choose between its forms.
 * They are found in double precision, so that a curve is looked at there; nothing is concluded from them.
 */

import { type Double, double } from '../decide/double.ts'
import type { Expr } from '../expression/expr.ts'
import { breakTerms } from './break-terms.ts'

const PARTS = 1_500
const MOST_CUTS = 200
const HALVINGS = 60

/** The places between `from` and `to`, in order. */
export function cutsOf(u: Expr, variable: string, from: number, to: number): number[] {
  const found = breakTerms(u, variable).flatMap((term) => zeros(double(term, [variable]), from, to))
  const near = (to - from) * 1e-12
  return found
    .filter((x) => x >= from && x <= to)
    .sort((a, b) => a - b)
    .filter((x, i, all) => i === 0 || x - (all[i - 1] as number) > near)
    .slice(0, MOST_CUTS)
}

/** Where f changes its sign, is 0, or touches 0 as a square does. */
function zeros(f: Double, from: number, to: number): number[] {
  const found: number[] = []
  const at = (x: number): number => f([x])
  const step = (to - from) / PARTS
  const xs = Array.from({ length: PARTS + 1 }, (_, i) => neat(from + i * step, step))
  const values = xs.map(at)
  for (let i = 0; i <= PARTS && found.length < MOST_CUTS; i += 1) {
    const [x, y, before, after] = [xs[i] as number, values[i] as number, values[i - 1], values[i + 1]]
    if (y === 0) found.push(x)
    else if (after !== undefined && y * after < 0) found.push(crossing(at, x, xs[i + 1] as number))
    else if (before !== undefined && after !== undefined && before * y > 0 && y * after > 0) {
      if (Math.abs(y) <= Math.abs(before) && Math.abs(y) <= Math.abs(after)) {
        const low = lowest((v) => Math.abs(at(v)), xs[i - 1] as number, xs[i + 1] as number)
        if (Math.abs(at(low)) < 1e-9 * Math.max(Math.abs(before), Math.abs(after))) found.push(low)
      }
    }
  }
  return found
}

/** Without the last digits, which rounding made: 0 and not 1e-16. */
const neat = (x: number, step: number): number => {
  const unit = 10 ** Math.floor(Math.log10(step) - 6)
  const rounded = Math.round(x / unit) * unit
  return Math.abs(rounded - x) < 1e-9 * step ? Number(rounded.toPrecision(14)) : x
}

function crossing(f: (x: number) => number, a: number, b: number): number {
  let [low, high] = [a, b]
  const rises = f(b) > 0
  for (let i = 0; i < HALVINGS; i += 1) {
    const middle = low / 2 + high / 2
    const y = f(middle)
    if (y === 0) return middle
    if (y > 0 === rises) high = middle
    else low = middle
  }
  const decimal = Number(high.toPrecision(14))
  return f(decimal) === 0 ? decimal : high
}

/** The least value between a and b, by thirds; the place is good to about half the digits of a double. */
function lowest(f: (x: number) => number, a: number, b: number): number {
  let [low, high] = [a, b]
  for (let i = 0; i < HALVINGS; i += 1) {
    const [p, q] = [low + (high - low) / 3, high - (high - low) / 3]
    if (f(p) < f(q)) high = q
    else low = p
  }
  const middle = low / 2 + high / 2
  const unit = 10 ** Math.floor(Math.log10(b - a) - 5)
  const decimal = Number((Math.round(middle / unit) * unit).toPrecision(14))
  return f(decimal) <= f(middle) ? decimal : middle
}
