/**
 * Laurent series with enclosed coefficients, computed with as numbers are: u = tᶠ(c₀ + c₁t + …), from the right of
 * t = 0. Functions follow from their differential equations (R. Moore, Interval Analysis, 1966, chapter 11; D. Knuth,
 * TAOCP 2, 4.7). What is known to be as small as 0 would be is taken for 0: series are measured, never trusted.
 */
import { magnitude } from '../../enclose/dyadic.ts'
import { enclose } from '../../enclose/enclose.ts'
import { isHalt } from '../../enclose/halt.ts'
import * as i from '../../enclose/interval.ts'
import { type CallNode, call, type Expr, mentions, same, symbol } from '../../expression/expr.ts'
import { numberTerm } from '../../expression/number-term.ts'
import { type Rational, rational } from '../../expression/rational.ts'
import { primitive } from '../../functions/index.ts'
import { exponentValue } from '../../rules/exponent.ts'
import { opened } from '../../rules/forms.ts'
import { parsePattern } from '../../rules/pattern.ts'

/** The first coefficient is not 0; `terms.length` coefficients are known. */
export interface Jet {
  readonly from: number
  readonly terms: readonly i.Interval[]
}

const BITS = 192

class NoSeries extends Error {}
const none = (): never => {
  throw new NoSeries('no series')
}

const whole = (n: number): i.Interval => i.point(rational(BigInt(n)), BITS)
const plus = (a: i.Interval, b: i.Interval): i.Interval => i.sum(a, b, BITS)
const times = (a: i.Interval, b: i.Interval): i.Interval =>
  isNull(a) ? a : isNull(b) ? b : i.product(a, b, BITS)
const over = (a: i.Interval, b: i.Interval): i.Interval => (isNull(a) ? a : i.quotient(a, b, BITS))
const isNull = (a: i.Interval): boolean => a.exact?.num === 0n

/** What is left of 0 when the last bits are lost. */
const SMALL = -140
const isSmall = (a: i.Interval): boolean => (i.signs(a) & i.NULL) !== 0 && magnitude(i.absolute(a).hi) < SMALL

/** Without the zeros in front. */
function begun(from: number, terms: readonly i.Interval[]): Jet {
  const first = terms.findIndex((term) => !isSmall(term))
  if (first < 0 || (i.signs(terms[first] as i.Interval) & i.NULL) !== 0) return none()
  return { from: from + first, terms: terms.slice(first) }
}

const constant = (c: i.Interval, length: number): Jet => begun(0, padded([c], length))
const padded = (terms: readonly i.Interval[], length: number): i.Interval[] =>
  Array.from({ length }, (_, k) => terms[k] ?? i.ZERO)

/** The coefficient of tⁿ. */
const at = ({ from, terms }: Jet, n: number): i.Interval => terms[n - from] ?? i.ZERO
const end = ({ from, terms }: Jet): number => from + terms.length

function sum(a: Jet, b: Jet): Jet {
  const [from, to] = [Math.min(a.from, b.from), Math.min(end(a), end(b))]
  if (to <= from) return none()
  return begun(
    from,
    Array.from({ length: to - from }, (_, k) => plus(at(a, from + k), at(b, from + k))),
  )
}

const opposite = ({ from, terms }: Jet): Jet => ({ from, terms: terms.map(i.opposite) })

function product(a: Jet, b: Jet): Jet {
  const length = Math.min(a.terms.length, b.terms.length)
  const terms = Array.from({ length }, (_, n) =>
    added(n + 1, (k) => times(a.terms[k] as i.Interval, b.terms[n - k] as i.Interval)),
  )
  return { from: a.from + b.from, terms }
}

const added = (count: number, term: (k: number) => i.Interval): i.Interval => {
  let total = i.ZERO
  for (let k = 0; k < count; k += 1) total = plus(total, term(k))
  return total
}

function quotient(a: Jet, b: Jet): Jet {
  const length = Math.min(a.terms.length, b.terms.length)
  const [b0] = b.terms as [i.Interval]
  const terms: i.Interval[] = []
  for (let n = 0; n < length; n += 1) {
    const rest = added(n, (k) => times(terms[k] as i.Interval, b.terms[n - k] as i.Interval))
    terms.push(over(i.difference(a.terms[n] as i.Interval, rest, BITS), b0))
  }
  return { from: a.from - b.from, terms }
}

/** uʳ: n·u₀·yₙ = Σ (k(r + 1) − n)·uₖ·yₙ₋ₖ for the part after tᶠ. */
function power({ from, terms }: Jet, r: Rational): Jet {
  const start = rational(BigInt(from) * r.num, r.den)
  const [u0] = terms as [i.Interval]
  if (start.den !== 1n) return none()
  const y0 = enclosed(call('power', [symbol('u'), numberTerm(r)]), u0)
  const made = [y0]
  const more = i.point(rational(r.num + r.den, r.den), BITS)
  for (let n = 1; n < terms.length; n += 1) {
    const total = added(n, (j) => {
      const k = j + 1
      const factor = i.difference(times(whole(k), more), whole(n), BITS)
      return times(times(factor, terms[k] as i.Interval), made[n - k] as i.Interval)
    })
    made.push(over(total, times(whole(n), u0)))
  }
  return begun(Number(start.num), made)
}

/** f(u₀), and tⁿ for n > 0 from f(u)′ = slope·u′. */
function integrated(y0: i.Interval, slope: Jet | undefined, u: Jet): Jet {
  if (!slope) return begun(0, padded([y0], u.terms.length))
  const speed = begun(
    u.from - 1,
    u.terms.map((term, k) => times(whole(u.from + k), term)),
  )
  const rate = product(slope, speed)
  if (rate.from < 0) return none()
  const length = end(rate) + 1
  return begun(
    0,
    Array.from({ length }, (_, n) => (n === 0 ? y0 : over(at(rate, n - 1), whole(n)))),
  )
}

/** The value at the point, of f or of a formula in u. */
function enclosed(f: Expr, u0: i.Interval): i.Interval {
  const found = enclose(f, new Map([['u', u0]]), BITS, Infinity)
  if (isHalt(found) || !found.total || !Number.isFinite(found.value.hi.e)) return none()
  return found.value
}

/** Functions that solve y′ = a·u′·y or are made of those that do. */
const BY_EQUATION: Readonly<Record<string, (u: Jet) => Jet>> = {
  exp: exponential,
  sin: (u) => wave(u).sine,
  cos: (u) => wave(u).cosine,
  tan: (u) => quotient(wave(u).sine, wave(u).cosine),
  sinh: (u) => halved(sum(exponential(u), opposite(exponential(opposite(u))))),
  cosh: (u) => halved(sum(exponential(u), exponential(opposite(u)))),
  tanh: (u) => {
    const [up, down] = [exponential(u), exponential(opposite(u))]
    return quotient(sum(up, opposite(down)), sum(up, down))
  },
}

const halved = ({ from, terms }: Jet): Jet => ({ from, terms: terms.map((term) => over(term, whole(2))) })

/** What is known of u from t⁰ on; it must not grow at t = 0. */
const regular = (u: Jet): readonly i.Interval[] =>
  u.from < 0 ? none() : Array.from({ length: end(u) }, (_, n) => at(u, n))

const head = (name: string): Expr => call(name, [symbol('u')])

function exponential(u: Jet): Jet {
  const terms = regular(u)
  const y = [enclosed(head('exp'), terms[0] as i.Interval)]
  for (let n = 1; n < terms.length; n += 1) y.push(step(n, terms, y))
  return begun(0, y)
}

/** Σ k·uₖ·yₙ₋ₖ/n for k = 1..n */
const step = (n: number, u: readonly i.Interval[], y: readonly i.Interval[]): i.Interval =>
  over(
    added(n, (k) => times(times(whole(k + 1), u[k + 1] as i.Interval), y[n - k - 1] as i.Interval)),
    whole(n),
  )

function wave(u: Jet): { readonly sine: Jet; readonly cosine: Jet } {
  const terms = regular(u)
  const [s, c] = ['sin', 'cos'].map((name) => [enclosed(head(name), terms[0] as i.Interval)]) as [
    i.Interval[],
    i.Interval[],
  ]
  for (let n = 1; n < terms.length; n += 1) {
    const [up, down] = [step(n, terms, c), i.opposite(step(n, terms, s))]
    s.push(up)
    c.push(down)
  }
  return {
    get sine() {
      return begun(0, s)
    },
    get cosine() {
      return begun(0, c)
    },
  }
}

/** The series of formulas in one variable, each found once. */
export class Jets {
  readonly #variable: string
  readonly #start: Jet
  readonly #length: number
  readonly #known = new Map<number, { readonly u: Expr; readonly found: Jet | undefined }[]>()

  /** In powers of the variable, or of one over it. */
  constructor(variable: string, isFarOut: boolean, length: number) {
    this.#variable = variable
    this.#length = length
    this.#start = { from: isFarOut ? -1 : 1, terms: padded([i.ONE], length) }
  }

  /** Nothing where there is no such series, or none is found. */
  of(u: Expr): Jet | undefined {
    const shelf = this.#known.get(u.hash) ?? []
    this.#known.set(u.hash, shelf)
    const known = shelf.find((one) => same(one.u, u))
    if (known) return known.found
    let found: Jet | undefined
    try {
      found = this.#made(u)
    } catch (error) {
      if (!(error instanceof NoSeries || error instanceof RangeError)) throw error
    }
    shelf.push({ u, found })
    return found
  }

  #jet(u: Expr): Jet {
    return this.of(u) ?? none()
  }

  #made(u: Expr): Jet {
    if (!mentions(u, this.#variable)) return constant(enclosed(u, i.ZERO), this.#length)
    if (u.kind !== 'call') return this.#start
    const args = (): Jet[] => u.args.map((arg) => this.#jet(arg))
    switch (u.head) {
      case 'add':
        return args().reduce(sum)
      case 'multiply':
        return args().reduce(product)
      case 'divide': {
        const [a, b] = args() as [Jet, Jet]
        return quotient(a, b)
      }
      case 'negate':
        return opposite(this.#jet(u.args[0] as Expr))
      case 'abs': {
        const inner = this.#jet(u.args[0] as Expr)
        return i.signs(inner.terms[0] as i.Interval) === i.NEGATIVE ? opposite(inner) : inner
      }
      case 'power':
        return this.#power(u)
      case 'sqrt':
        return power(this.#jet(u.args[0] as Expr), rational(1n, 2n))
      default:
        return this.#function(u)
    }
  }

  #power({ args }: CallNode): Jet {
    const [base, exponent] = args as [Expr, Expr]
    const r = exponentValue(exponent)
    if (r) return r.num === 0n ? constant(i.ONE, this.#length) : power(this.#jet(base), r)
    return exponential(product(this.#jet(exponent), this.#jet(call('log', [base]))))
  }

  #function(u: CallNode): Jet {
    const body = opened(u)
    if (body) return this.#jet(body)
    const [arg, other] = u.args as [Expr, Expr | undefined]
    if (other !== undefined) return none()
    const inner = this.#jet(arg)
    const byEquation = BY_EQUATION[u.head]
    if (byEquation) return byEquation(inner)
    if (u.head === 'atan' && inner.from < 0) return this.#turned(arg, inner)
    const { derivative, reciprocal } = primitive(u.head) ?? {}
    if (
      inner.from < 0 ||
      (derivative === undefined && reciprocal === undefined) ||
      derivative?.includes(u.head)
    )
      return none()
    // the slope as a formula in the letter u, whose series is put in
    const slope = new Jets('u', false, inner.terms.length)
    slope.#known.set(symbol('u').hash, [{ u: symbol('u'), found: inner }])
    const [form, isOver] = derivative === undefined ? [reciprocal as string, true] : [derivative, false]
    const found = slope.of(parsePattern(form)) ?? none()
    return integrated(
      enclosed(head(u.head), at(inner, 0)),
      isOver ? quotient(constant(i.ONE, found.terms.length), found) : found,
      inner,
    )
  }

  /** atan u = ±π/2 − atan(1/u) */
  #turned(arg: Expr, inner: Jet): Jet {
    const rest = opposite(this.#jet(call('atan', [call('divide', [numberTerm(rational(1n)), arg])])))
    const isBelow = i.signs(inner.terms[0] as i.Interval) === i.NEGATIVE
    const quarter = i.scaled(enclosed(symbol('pi'), i.ZERO), -1)
    return sum(constant(isBelow ? i.opposite(quarter) : quarter, this.#length), rest)
  }
}
