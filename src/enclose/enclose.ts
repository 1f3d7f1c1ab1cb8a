/**
 * The value of a term at a point or on a box: an interval that holds it wherever it is defined, and
 * whether it is proved to be defined everywhere there, or nowhere. What terms mean: DESIGN.md.
 */
import { RELATED } from '../expression/condition.ts'
import { type CallNode, call, type Expr, integer, type SymbolNode, symbol } from '../expression/expr.ts'
import { PRIMITIVES, primitive } from '../functions/index.ts'
import { exponentValue } from '../rules/exponent.ts'
import { domainRow, opened } from '../rules/forms.ts'
import { parsePattern } from '../rules/pattern.ts'
import { least } from './dyadic.ts'
import { BASIC, circle, exp, log, type OnInterval, odd, realPower } from './elementary.ts'
import { type Halt, isHalt, stop, tick, within } from './halt.ts'
import * as i from './interval.ts'
import { type Interval, NEGATIVE, NULL, POSITIVE } from './interval.ts'

/**
 * `value` holds the values of the term wherever it is defined: everywhere if `total`, else there is a
 * `doubt`. `undefined`: it is defined nowhere. `unknown`: nothing is known.
 */
export type Enclosure =
  | Halt
  | { kind: 'interval'; value: Interval; total: boolean; doubt: string | undefined }

/** Values of symbols; bits; where it matters, what keeps the term from being defined everywhere. */
interface Scope {
  readonly at: ReadonlyMap<string, Interval>
  readonly p: number
  readonly doubts: string[] | undefined
}

/** Defined only where what is `possible` is `allowed`. */
function need(possible: number, allowed: number, { doubts }: Scope, reason: string): void {
  if (doubts && (possible & allowed) === 0) stop('undefined', reason)
  if (possible & ~allowed) doubts?.push(reason)
}
/** `run()`; where that is defined nowhere but perhaps not `needed`, only a doubt is left. */
function attempt<T>(needed: boolean, { doubts }: Scope, run: () => T): T | undefined {
  const found = within(Infinity, run)
  if (!isHalt(found)) return found
  if (needed || found.kind === 'unknown') throw found
  doubts?.push(found.reason)
  return undefined
}

const [TRUE, FALSE] = [1, 2]

/** TRUE, FALSE or both, as the condition may be on the box. */
function truth(c: Expr, s: Scope): number {
  const [head, args] = c.kind === 'call' ? [c.head, c.args] : ['', []]
  const accepted = RELATED.get(head)
  if (accepted !== undefined) {
    const signs = i.order(value(args[0] as Expr, s), value(args[1] as Expr, s))
    return (signs & accepted ? TRUE : 0) + (signs & ~accepted ? FALSE : 0)
  }
  if (head === 'defined') {
    const inner = { ...s, doubts: [] }
    const found = attempt(false, inner, () => value(args[0] as Expr, inner))
    return found === undefined ? FALSE : inner.doubts.length === 0 ? TRUE : TRUE + FALSE
  }
  if (head !== 'and' && head !== 'or') stop('unknown', 'not a condition on numbers')
  const [open, closed] = head === 'and' ? [TRUE, FALSE] : [FALSE, TRUE]
  let state = open // read from the left while it may be `open`
  for (const arg of args) {
    const next = (): number => attempt(state === open, s, () => truth(arg, s)) ?? 0
    if (state & open) state = (state & closed) | next()
  }
  return state
}

/** The hull of the branches that may be chosen: value, condition, …, otherwise? */
function cases({ args }: CallNode, s: Scope): Interval {
  let found: Interval | undefined
  let [sure, left] = [true, FALSE] // no condition may have held; none may have held
  for (let k = 0; k < args.length && left; k += 2) {
    const [branch, condition] = [args[k] as Expr, args[k + 1]]
    const holds = condition ? (attempt(sure, s, () => truth(condition, s)) ?? 0) : TRUE
    const needed = sure && holds === TRUE
    const part = holds & TRUE ? attempt(needed, s, () => value(branch, s)) : undefined
    found = found && part ? i.hull(found, part) : (found ?? part)
    ;[sure, left] = [sure && holds === FALSE, holds & FALSE]
  }
  if (left) s.doubts?.push('no case applies')
  return found ?? stop('undefined', s.doubts?.at(-1) ?? '')
}

function powerOf([base, exponent]: readonly Expr[], s: Scope): Interval {
  const a = value(base as Expr, s)
  const number = exponentValue(exponent as Expr)
  if (number === undefined) {
    const y = value(exponent as Expr, s)
    need(i.signs(a), POSITIVE, s, 'a power with a variable exponent needs a base > 0')
    return y.exact ? realPower(a, y.exact, s.p) : exp(i.product(y, log(a, s.p), s.p), s.p)
  }
  const allowed = POSITIVE + (number.den % 2n === 0n ? 0 : NEGATIVE) + (number.num < 0n ? 0 : NULL)
  need(i.signs(a), allowed, s, 'the exponent does not allow this base')
  return realPower(a, number, s.p)
}

function sign(a: Interval): Interval {
  const values = [-1n, 0n, 1n].filter((_, k) => (i.signs(a) >> k) & 1)
  return i.between({ m: values[0] as bigint, e: 0 }, { m: values.at(-1) as bigint, e: 0 })
}
function lesser(a: Interval, b: Interval): Interval {
  const signs = i.order(a, b)
  if (!(signs & POSITIVE)) return a
  return signs & NEGATIVE ? i.between(least(a.lo, b.lo), least(a.hi, b.hi)) : b
}
function ratio(a: Interval, b: Interval, s: Scope): Interval {
  need(i.signs(b), NEGATIVE + POSITIVE, s, 'division by 0')
  return i.quotient(a, b, s.p)
}
type Strict = (args: readonly [Interval, Interval], s: Scope) => Interval
const OPERATIONS: ReadonlyMap<string, Strict> = new Map(
  Object.entries<Strict>({
    add: (args, { p }) => args.reduce((a, b) => i.sum(a, b, p)),
    multiply: (args, { p }) => args.reduce((a, b) => i.product(a, b, p)),
    divide: ([a, b], s) => ratio(a, b, s),
    negate: ([a]) => i.opposite(a),
    min: (args) => args.reduce(lesser),
    max: (args) => i.opposite(args.map(i.opposite).reduce(lesser)),
  }),
)

/** A function by a formula in u. */
function formula(form: string): OnInterval {
  const body = parsePattern(form)
  return (u, p) => value(body, { at: new Map([['u', u]]), p, doubts: undefined })
}
const FUNCTIONS = new Map(Object.entries<OnInterval>({ ...BASIC, sign }))
for (const { name, enclosure, likeIdentity } of PRIMITIVES) {
  const f = enclosure === undefined ? undefined : formula(enclosure)
  if (f) FUNCTIONS.set(name, likeIdentity ? odd(f) : f)
}

/** A head that needs all its operands: an operation or a function; or a definition, opened. */
function applied(u: CallNode, s: Scope): Interval {
  const [operation, f] = [OPERATIONS.get(u.head), FUNCTIONS.get(u.head)]
  if (!operation && !f) return value(opened(u) ?? stop('unknown', `no value for ${u.head}`), s)
  const args = u.args.map((arg) => value(arg, s)) as unknown as [Interval, Interval]
  if (!f) return (operation as Strict)(args, s)
  const here = { ...s, at: new Map([['u', args[0]]]) }
  for (const [k, row] of (s.doubts ? domainRow(u.head, [symbol('u')]) : []).entries()) {
    need(truth(row, here), TRUE, s, `${u.head} u needs ${primitive(u.head)?.domain[k]}`)
  }
  return f(args[0], s.p)
}

/** The values of u; where there is nothing to say about them, a `Halt` is thrown. */
function value(u: Expr, s: Scope): Interval {
  tick(s.p)
  if (u.kind === 'number') return i.point(u.value, s.p)
  if (u.kind === 'symbol') {
    if (u.name === 'pi') return circle(s.p)
    if (u.name === 'e') return exp(i.ONE, s.p)
    const known = s.at.get(u.name) ?? stop('unknown', `no value for ${u.name}`)
    return known.exact ? i.point(known.exact, s.p) : known
  }
  if (u.head === 'piecewise') return cases(u, s)
  if (u.head === 'power') return powerOf(u.args, s)
  if (u.head === 'D') return stop('unknown', 'a derivative still to be worked out')
  if (u.head !== 'at') return applied(u, s)
  const [body, x, to] = u.args as [Expr, SymbolNode, Expr]
  return value(body, { ...s, at: new Map(s.at).set(x.name, value(to, s)) })
}

/**
 * Encloses u where its symbols range over the intervals `at`, each operation to about `bits` bits:
 * at a point, in an interval a few units wide or by the exact number.
 *
 * @example
 * ```ts
 * enclose(parse('sqrt(9)'), new Map(), 60).value.exact // → { num: 3n, den: 1n }
 * ```
 */
export function enclose(
  u: Expr,
  at: ReadonlyMap<string, Interval>,
  bits: number,
  milliseconds = 1000,
): Enclosure {
  const doubts: string[] = []
  const p = Math.max(32, bits) + 8
  return within<Enclosure>(milliseconds, () => {
    const all = value(u, { at, p, doubts })
    return { kind: 'interval', value: all, total: doubts.length === 0, doubt: doubts[0] }
  })
}

/**
 * Whether the condition is true on all of the box, false on all of it, or undefined on all of it.
 *
 * @example
 * ```ts
 * decide(parse('pi^2 < 10'), new Map(), 60) // → true
 * ```
 */
export function decide(
  condition: Expr,
  ...box: [at: ReadonlyMap<string, Interval>, bits: number, milliseconds?: number]
): boolean | 'undefined' | 'unknown' {
  const found = enclose(call('piecewise', [integer(1), condition, integer(0)]), ...box)
  if (found.kind !== 'interval') return found.kind
  return found.total && found.value.exact ? found.value.exact.num === 1n : 'unknown'
}
