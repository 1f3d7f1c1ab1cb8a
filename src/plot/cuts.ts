/**
 * Cuts: places where a curve may be interrupted or bent, found from what the formula says of itself:
 * zeros of the terms that its domain depends on, and of those that choose between its forms.
 * They are found in double precision, so that a curve is looked at there; nothing is concluded from them.
 */

import { difference } from '../analyse/breaks.ts'
import { type Double, double } from '../decide/double.ts'
import { call, type Expr, integer, mentions, same } from '../expression/expr.ts'
import { elementaryForm, isTotal, opened } from '../rules/forms.ts'
import { breakTerms } from './break-terms.ts'

/** A place, and what the formula is there, NaN if it is undefined. */
export interface Cut {
  readonly x: number
  readonly value: number
}

interface Zero {
  readonly x: number
  readonly isExact: boolean
}

const PARTS = 1_500
/** A term with more zeros than this tells nothing: they are closer than what is drawn at each. */
const MOST_CUTS = 100
const HALVINGS = 60
/** Where a square or a root touches 0, one neighbour at least is so many times as great. */
const TOUCHING = 1.3

/** The places between `from` and `to`, in order. */
export function cutsOf(u: Expr, variable: string, from: number, to: number): Cut[] {
  const terms = breakTerms(u, variable)
  const found = terms
    .flatMap((term) => zeros(double(term, [variable]), from, to).map((zero) => ({ ...zero, term })))
    .filter(({ x }) => x >= from && x <= to)
    .sort((a, b) => a.x - b.x)
  const near = (to - from) * 1e-12
  const groups: (typeof found)[] = []
  for (const zero of found) {
    const last = groups.at(-1)
    if (last && zero.x - (last[0] as Zero).x <= near) last.push(zero)
    else groups.push([zero])
  }
  const plain = double(u, [variable])
  const settled = settledFor(u, variable)
  return groups.map((group) => {
    const exact = group.find(({ isExact }) => isExact)
    const { x } = exact ?? (group[0] as Zero)
    return { x, value: exact ? plain([x]) : settled(group.map(({ term }) => term))([x]) }
  })
}

/** The formula where these terms are 0, which no double may make them; worked out once for the same terms. */
function settledFor(u: Expr, variable: string): (zeros: readonly Expr[]) => Double {
  const known: { zeros: readonly Expr[]; f: Double }[] = []
  return (zeros) => {
    const old = known.find(
      (one) => one.zeros.length === zeros.length && one.zeros.every((z, i) => z === zeros[i]),
    )
    if (old) return old.f
    const f = double(settled(u, variable, zeros), [variable])
    known.push({ zeros, f })
    return f
  }
}

const ZERO = integer(0)
const RELATIONS: ReadonlySet<string> = new Set(['=', '!=', '<', '<=', '>', '>='])

function settled(u: Expr, variable: string, zeros: readonly Expr[]): Expr {
  if (zeros.some((zero) => same(zero, u))) return ZERO
  if (u.kind !== 'call' || !mentions(u, variable)) return u
  const body = opened(u)
  if (body) return settled(body, variable, zeros)
  const [left, right] = u.args
  if (left && right && RELATIONS.has(u.head) && zeros.some((zero) => same(zero, difference(left, right))))
    return call(u.head, [ZERO, ZERO])
  const args = u.args.map((arg) => settled(arg, variable, zeros))
  if (args.some((arg, i) => arg !== u.args[i])) return call(u.head, args)
  // The tangent has a pole where the cosine, which it does not write, is 0.
  const form = isTotal(u.head) ? undefined : elementaryForm(u)
  return form ? settled(form, variable, zeros) : u
}

/** Where f changes its sign, is 0, or touches 0 as a square does; nothing if that is too often. */
function zeros(f: Double, from: number, to: number): Zero[] {
  const found: Zero[] = []
  const at = (x: number): number => f([x])
  const step = (to - from) / PARTS
  const xs = Array.from({ length: PARTS + 1 }, (_, i) => neat(from + i * step, step))
  const values = xs.map(at)
  for (let i = 0; i <= PARTS; i += 1) {
    const [x, y, before, after] = [xs[i] as number, values[i] as number, values[i - 1], values[i + 1]]
    if (y === 0) found.push({ x, isExact: true })
    else if (after !== undefined && y * after < 0) found.push(crossing(at, x, xs[i + 1] as number))
    else if (before !== undefined && after !== undefined && before * y > 0 && y * after > 0) {
      const [least, most] = [Math.min(before / y, after / y), Math.max(before / y, after / y)]
      if (least >= 1 && most >= TOUCHING) {
        const low = lowest((v) => Math.abs(at(v)), xs[i - 1] as number, xs[i + 1] as number)
        if (Math.abs(at(low.x)) < 1e-9 * Math.max(Math.abs(before), Math.abs(after))) found.push(low)
      }
    }
    if (found.length > MOST_CUTS) return []
  }
  return found
}

/** Without the last digits, which rounding made: 0 and not 1e-16. */
const neat = (x: number, step: number): number => {
  const unit = 10 ** Math.floor(Math.log10(step) - 6)
  const rounded = Math.round(x / unit) * unit
  return Math.abs(rounded - x) < 1e-9 * step ? Number(rounded.toPrecision(14)) : x
}

function crossing(f: (x: number) => number, a: number, b: number): Zero {
  let [low, high] = [a, b]
  const rises = f(b) > 0
  for (let i = 0; i < HALVINGS; i += 1) {
    const middle = low / 2 + high / 2
    const y = f(middle)
    if (y === 0) return shortest(f, middle, (b - a) * 1e-6)
    if (y > 0 === rises) high = middle
    else low = middle
  }
  return shortest(f, high, (b - a) * 1e-6)
}

/** The least value between a and b, by thirds; the place is good to about half the digits of a double. */
function lowest(f: (x: number) => number, a: number, b: number): Zero {
  let [low, high] = [a, b]
  for (let i = 0; i < HALVINGS; i += 1) {
    const [p, q] = [low + (high - low) / 3, high - (high - low) / 3]
    if (f(p) < f(q)) high = q
    else low = p
  }
  return shortest(f, low / 2 + high / 2, (b - a) * 1e-5)
}

/** The shortest decimal nearby at which f is 0 in doubles, if there is one, else x itself. */
function shortest(f: (x: number) => number, x: number, near: number): Zero {
  const first = Math.floor(-Math.log10(near))
  for (let digits = first; digits <= first + 9; digits += 1) {
    const decimal = Number(x.toFixed(Math.max(0, Math.min(100, digits))))
    if (f(decimal) === 0) return { x: decimal, isExact: true }
  }
  return { x, isExact: f(x) === 0 }
}
