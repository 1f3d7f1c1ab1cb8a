/**
 * Candidates for an antiderivative: a table, sums and constant factors, and substitution of a part w of
 * the formula, ∫ q(w)·w′ dx = ∫ q(t) dt. They are found formally; whoever asks differentiates them.
 */

import { double } from '../decide/double.ts'
import { solve } from '../derive/solve/index.ts'
import {
  add,
  call,
  divide,
  type Expr,
  exp,
  freeSymbols,
  integer,
  isCall,
  mentions,
  multiply,
  negate,
  productOf,
  raise,
  same,
  substitute,
  sumOf,
  symbol,
} from '../expression/expr.ts'
import { numberTerm } from '../expression/number-term.ts'
import { exactRoot, isInteger } from '../expression/rational.ts'
import { put } from '../verify/claims/parts.ts'
import { factored, writtenOut } from './proofs/factored.ts'
import type { Study } from './study.ts'

const [ONE, TWO] = [integer(1), integer(2)]
const DEEPEST = 6
/** Integrals looked at for one function. */
const MOST_STEPS = 30
const EFFORT = { name: 'effort' }
/** For a variable that is put in; with another figure at each depth. */
const LETTER = 't_{0}'

const log = (u: Expr): Expr => call('log', [u])
const size = (u: Expr): Expr => call('abs', [u])
const root = (u: Expr): Expr => call('sqrt', [u])
const minus = (u: Expr, v: Expr): Expr => add(u, negate(v))

/** ∫ f(w) dw, for functions of one operand. */
const TABLE: Readonly<Record<string, (w: Expr) => Expr>> = {
  exp,
  sin: (w) => negate(call('cos', [w])),
  cos: (w) => call('sin', [w]),
  tan: (w) => negate(log(size(call('cos', [w])))),
  sinh: (w) => call('cosh', [w]),
  cosh: (w) => call('sinh', [w]),
  tanh: (w) => log(call('cosh', [w])),
  log: (w) => minus(multiply(w, log(w)), w),
  sqrt: (w) => multiply(divide(TWO, integer(3)), w, root(w)),
  atan: (w) => minus(multiply(w, call('atan', [w])), divide(log(add(ONE, raise(w, TWO))), TWO)),
  asin: (w) => add(multiply(w, call('asin', [w])), root(minus(ONE, raise(w, TWO)))),
  erf: (w) => add(multiply(w, call('erf', [w])), divide(exp(negate(raise(w, TWO))), root(symbol('pi')))),
  abs: (w) => divide(multiply(w, size(w)), TWO),
}

/** A term whose derivative is formally u, if one is found. */
export function antiderivativeOf(u: Expr, study: Study): Expr | undefined {
  return integrate(u, study.variable, study, DEEPEST)
}

/** An integral that was looked at, with a letter of its own for the variable. */
interface Looked {
  readonly of: Expr
  readonly depth: number
  /** None where it is not found, or is still looked for: what comes round to itself is no step ahead. */
  found?: Expr | undefined
}

function integrate(u: Expr, x: string, study: Study, depth: number): Expr | undefined {
  const effort = study.note(EFFORT, () => ({ left: MOST_STEPS, looked: [] as Looked[] }))
  if (depth < 0) return undefined
  if (!mentions(u, x)) return multiply(u, symbol(x))
  if (u.kind !== 'call') return divide(raise(u, TWO), TWO)
  const of = substitute(u, new Map([[x, symbol(LETTER)]]))
  const before = effort.looked.find((one) => same(one.of, of) && (one.found ?? one.depth >= depth))
  if (before) return before.found && substitute(before.found, new Map([[LETTER, symbol(x)]]))
  effort.left -= 1
  if (effort.left < 0) return undefined
  const looked: Looked = { of, depth }
  effort.looked.push(looked)
  const found =
    bySum(u, x, study, depth) ??
    byConstants(u, x, study, depth) ??
    byTable(u, x, study) ??
    byDivision(u, x, study, depth) ??
    byFactors(u, x, study, depth) ??
    bySubstitution(u, x, study, depth) ??
    byParts(u, x, study, depth)
  looked.found = found && substitute(found, new Map([[x, symbol(LETTER)]]))
  return found
}

function bySum(u: Expr, x: string, study: Study, depth: number): Expr | undefined {
  if (isCall(u, 'negate')) {
    const inner = integrate(u.args[0] as Expr, x, study, depth)
    return inner && negate(inner)
  }
  const [above, below] = isCall(u, 'divide') ? (u.args as [Expr, Expr]) : [u, ONE]
  if (!isCall(above, 'add')) return undefined
  const terms =
    below === ONE ? above.args : above.args.map((arg) => written(divide(arg, below)) ?? divide(arg, below))
  const parts = terms.map((arg) => integrate(arg, x, study, depth))
  return parts.every((part) => part !== undefined) ? sumOf(parts as Expr[]) : undefined
}

const BY_PARTS: ReadonlySet<string> = new Set([
  'log',
  'atan',
  'asin',
  'acos',
  'asinh',
  'acosh',
  'atanh',
  'erf',
])

/** ∫ v·w dx = V·w − ∫ V·w′ dx with V′ = v, for a factor w with a simpler derivative; v may be 1. */
function byParts(u: Expr, x: string, study: Study, depth: number): Expr | undefined {
  if (depth <= 0) return undefined
  const factors = isCall(u, 'multiply') ? u.args : [u]
  const w = factors.find((v) => v.kind === 'call' && BY_PARTS.has(v.head)) ?? factors.find(isPowerOf(x))
  const slope = w && factors.length > (isPowerOf(x)(w) ? 1 : 0) ? study.work.derivative(w, x)?.to : undefined
  if (!w || !slope) return undefined
  const v = integrate(productOf(factors.filter((other) => other !== w)), x, study, depth - 1)
  const rest = v && written(multiply(v, slope))
  const inner = rest && integrate(rest, x, study, depth - 1)
  return inner && minus(multiply(v, w), inner)
}

/** x, x², x³, …; those need not be taken apart that stand alone. */
const isPowerOf =
  (x: string) =>
  (u: Expr): boolean => {
    const [base, n] = isCall(u, 'power') ? (u.args as [Expr, Expr]) : [u, ONE]
    return base.kind === 'symbol' && base.name === x && n.kind === 'number' && isInteger(n.value)
  }

/** p/q = c + r/q for p and q of the second degree in x. */
function byDivision(u: Expr, x: string, study: Study, depth: number): Expr | undefined {
  if (!isCall(u, 'divide') || depth <= 0) return undefined
  const [p, q] = u.args as [Expr, Expr]
  const [above, below] = [p, q].map((v) => {
    const slope = study.work.derivative(v, x)?.to
    return slope && rateOf(slope, x, study)
  })
  if (!above || !below || study.canon.isNull(above) || study.canon.isNull(below)) return undefined
  const c = written(divide(above, below)) ?? divide(above, below)
  const rest = written(divide(minus(p, multiply(c, q)), q))
  const inner = rest && integrate(rest, x, study, depth - 1)
  return inner && add(multiply(c, symbol(x)), inner)
}

/** Without the factors and divisors in which the variable does not stand, as they are written. */
function byConstants(u: Expr, x: string, study: Study, depth: number): Expr | undefined {
  if (isCall(u, 'divide')) {
    const [v, c] = u.args as [Expr, Expr]
    const inner = mentions(c, x) ? undefined : integrate(v, x, study, depth)
    return inner && divide(inner, c)
  }
  if (!isCall(u, 'multiply')) return undefined
  const fixed = u.args.filter((arg) => !mentions(arg, x))
  const inner =
    fixed.length === 0
      ? undefined
      : integrate(productOf(u.args.filter((arg) => mentions(arg, x))), x, study, depth)
  return inner && multiply(...fixed, inner)
}

/** The derivative of w, if it does not mention the variable. */
function rateOf(w: Expr, x: string, study: Study): Expr | undefined {
  const slope = study.work.derivative(w, x)?.to
  const plain = slope && (written(slope) ?? slope)
  return plain && !mentions(plain, x) ? plain : undefined
}

const written = (u: Expr): Expr | undefined => {
  const found = factored(u)
  return found && writtenOut(found)
}

function byTable(u: Expr, x: string, study: Study): Expr | undefined {
  if (u.kind !== 'call') return undefined
  const [w, n] = u.args as [Expr, Expr]
  const rate = mentions(w, x) ? rateOf(w, x, study) : undefined
  if (isCall(u, 'exp')) return rate ? divide(u, rate) : bell(u, x, study)
  if (isCall(u, 'power') && rate && !mentions(n, x)) {
    const more = study.canon.value(add(n, ONE))
    if (more?.num === 0n) return divide(log(size(w)), rate)
    const next = more ? numberTerm(more) : add(n, ONE)
    return divide(raise(w, next), multiply(next, rate))
  }
  const known = Object.hasOwn(TABLE, u.head) ? TABLE[u.head] : undefined
  return known && rate && u.args.length === 1 ? divide(known(w), rate) : undefined
}

/** ∫ e^(C − A·(x − h)²) dx, A > 0: an error function. */
function bell(u: Expr, x: string, study: Study): Expr | undefined {
  const q = (u as { readonly args: readonly Expr[] }).args[0] as Expr
  const slope = study.work.derivative(q, x)?.to
  const turn = slope && rateOf(slope, x, study)
  if (!slope || !turn || turn.kind === 'number') return undefined
  const { branches } = solve(slope, x, { assuming: study.assuming, budget: study.budget(200) })
  const h = branches.length === 1 ? branches[0]?.value : undefined
  if (!h || mentions(h, x)) return undefined
  const a = written(divide(negate(turn), TWO)) ?? divide(negate(turn), TWO)
  const w = multiply(root(a), minus(symbol(x), h))
  return multiply(
    exp(written(put(q, x, h)) ?? put(q, x, h)),
    divide(root(symbol('pi')), multiply(TWO, root(a))),
    call('erf', [w]),
  )
}

/** Without the factors that do not mention the variable; a quotient as a product. */
function byFactors(u: Expr, x: string, study: Study, depth: number): Expr | undefined {
  const form = factored(u)
  if (!form) return undefined
  const isFixed = ({ base }: { readonly base: Expr }): boolean => !mentions(base, x)
  const fixed = writtenOut({ number: form.number, factors: form.factors.filter(isFixed) })
  const moving = form.factors.filter((factor) => !isFixed(factor))
  const [only, ...more] = moving
  const rest = writtenOut({ number: { num: 1n, den: 1n }, factors: moving })
  if (!same(rest, u) && !same(fixed, ONE)) {
    const inner = integrate(rest, x, study, depth - 1)
    return inner && multiply(fixed, inner)
  }
  const isBelow = moving.length <= 2 && moving.every(({ exponent }) => exponent === -1)
  const inverse = isBelow ? overQuadratic(productOf(moving.map(({ base }) => base)), x, study) : undefined
  if (inverse) return multiply(fixed, inverse)
  const isPower = only && more.length === 0 && only.exponent !== 1
  return isPower
    ? byTable(call('power', [only.base, numberTerm({ num: BigInt(only.exponent), den: 1n })]), x, study)
    : undefined
}

const [NEGATIVE, POSITIVE] = [1, 4]

/** ∫ dx/(a·(x − h)² + m): an arctangent if a·m > 0, a logarithm if a·m < 0. */
function overQuadratic(q: Expr, x: string, study: Study): Expr | undefined {
  const slope = study.work.derivative(q, x)?.to
  const turn = slope && rateOf(slope, x, study)
  if (!slope || !turn || study.canon.isNull(turn)) return undefined
  const plain = (u: Expr): Expr => written(u) ?? u
  const a = plain(divide(turn, TWO))
  const h = plain(negate(divide(put(slope, x, integer(0)), turn)))
  const m = plain(put(q, x, h))
  const signs = study.facts().signs(plain(divide(m, a)))
  const away = study.canon.isNull(h) ? symbol(x) : minus(symbol(x), h)
  if (signs === POSITIVE) {
    const r = rootOf(plain(divide(m, a)), study)
    return divide(call('atan', [divide(away, r)]), multiply(a, r))
  }
  if (signs !== NEGATIVE) return undefined
  const r = rootOf(plain(negate(divide(m, a))), study)
  return divide(log(size(divide(minus(away, r), add(away, r)))), multiply(TWO, a, r))
}

function rootOf(u: Expr, { canon }: Study): Expr {
  const value = canon.value(u)
  const exact = value && exactRoot(value, 2n)
  return exact ? numberTerm(exact) : root(u)
}

/** Parts of u that are worth a letter: exponentials first, then what stands inside of others. */
function parts(u: Expr, x: string): Expr[] {
  if (u.kind !== 'call' || !mentions(u, x)) return []
  const inner = u.args.flatMap((arg) => [
    ...(arg.kind === 'call' && mentions(arg, x) ? [arg] : []),
    ...parts(arg, x),
  ])
  const all = inner.sort((a, b) => Number(isCall(b, 'exp')) - Number(isCall(a, 'exp')))
  return all.filter((w, i) => all.findIndex((v) => same(v, w)) === i)
}

function bySubstitution(u: Expr, x: string, study: Study, depth: number): Expr | undefined {
  if (depth <= 0) return undefined
  const inner = [u, ...parts(u, x)]
  const power = inner
    .slice(0, MOST_PARTS)
    .map((w) => powerOfPart(u, w, x, study))
    .find((found) => found !== undefined)
  if (power) return power
  for (const w of [...plainExponentials(inner, x, study), ...inner].slice(0, MOST_PARTS)) {
    const slope = study.work.derivative(w, x)?.to
    const q = slope && written(divide(u, slope))
    if (!q) continue
    const letter = `${LETTER.slice(0, 3)}${depth}}`
    const t = symbol(letter)
    const rate = isCall(w, 'add') ? rateOf(w, x, study) : undefined
    // a part that is linear in the variable gives the variable
    const given = rate && divide(minus(t, put(w, x, integer(0))), rate)
    const inside = written(given ? put(q, x, given) : replaced(q, w, t, study))
    if (!inside || mentions(inside, x)) continue
    const found = rational(inside, t) ?? integrate(inside, letter, study, depth - 1)
    if (found) return substitute(found, new Map([[letter, w]]))
  }
  return undefined
}

const MOST_PARTS = 8
const EXPONENTS: readonly Expr[] = [0, -1, 1, -2, 2]
  .map((n) => numberTerm({ num: BigInt(n), den: 1n }))
  .concat([-1n, 1n, -3n].map((n) => numberTerm({ num: n, den: 2n })))

const TRIED = [0.37, 0.71, 1.3, 2.9]
const VARIES = 1e-3

/** Does the size of u seem to depend on x, in doubles and for some values of the other letters? */
function seemsToVary(u: Expr, x: string): boolean {
  const others = freeSymbols(u).filter((name) => name !== x)
  const of = double(u, [x, ...others])
  const rest = others.map((_, i) => 1.3 + 0.47 * i)
  const sizes = TRIED.map((at) => Math.abs(of([at, ...rest]))).filter((size) => Number.isFinite(size))
  const [least, most] = [Math.min(...sizes), Math.max(...sizes)]
  return sizes.length > 1 && most - least > VARIES * most
}

/** u = c·wⁿ·w′ */
function powerOfPart(u: Expr, w: Expr, x: string, study: Study): Expr | undefined {
  const slope = study.work.derivative(w, x)?.to
  if (!slope) return undefined
  for (const n of EXPONENTS) {
    const ratio = divide(u, multiply(raise(w, n), slope))
    const c = seemsToVary(ratio, x) ? undefined : written(ratio)
    if (!c || mentions(c, x)) continue
    const more = study.canon.value(add(n, ONE))
    if (!more) continue
    return more.num === 0n
      ? multiply(c, log(size(w)))
      : multiply(c, divide(raise(w, numberTerm(more)), numberTerm(more)))
  }
  return undefined
}

/** e^(k·x) and e^(-k·x) for the exponentials of k·x + c among the parts. */
function plainExponentials(inner: readonly Expr[], x: string, study: Study): Expr[] {
  const rates = inner.flatMap((w) => (isCall(w, 'exp') ? (rateOf(w.args[0] as Expr, x, study) ?? []) : []))
  const all = rates.flatMap((rate) => [
    exp(written(multiply(rate, symbol(x))) ?? symbol(x)),
    exp(negate(written(multiply(rate, symbol(x))) ?? symbol(x))),
  ])
  return all.filter((w, i) => all.findIndex((v) => same(v, w)) === i)
}

/** u with t for w; powers of an exponential as powers of t. */
function replaced(u: Expr, w: Expr, t: Expr, study: Study): Expr {
  if (same(u, w)) return t
  if (u.kind !== 'call') return u
  if (isCall(u, 'exp') && isCall(w, 'exp')) {
    const ratio = study.canon.ratio(u.args[0] as Expr, w.args[0] as Expr)
    if (ratio && isInteger(ratio)) return raise(t, numberTerm(ratio))
  }
  return call(
    u.head,
    u.args.map((arg) => replaced(arg, w, t, study)),
  )
}

/** c/(t·(a + b·t)) by partial fractions: log|t/(a + b·t)|·c/a. */
function rational(u: Expr, t: Expr): Expr | undefined {
  const form = factored(u)
  const below = form?.factors.filter(({ exponent, base }) => exponent === -1 && mentionsTerm(base, t)) ?? []
  const others =
    form?.factors.filter((factor) => mentionsTerm(factor.base, t) && !below.includes(factor)) ?? []
  const sum = below.find(({ base }) => isCall(base, 'add'))
  const alone = below.find(({ base }) => same(base, t))
  if (!form || others.length > 0 || below.length !== 2 || !sum || !alone) return undefined
  const name = (t as { readonly name: string }).name
  const start = written(put(sum.base, name, integer(0)))
  if (!start || (start.kind === 'number' && start.value.num === 0n)) return undefined
  const fixed = writtenOut({
    number: form.number,
    factors: form.factors.filter((factor) => !below.includes(factor)),
  })
  return multiply(divide(fixed, start), minus(log(size(t)), log(size(sum.base))))
}

const mentionsTerm = (u: Expr, t: Expr): boolean => mentions(u, (t as { readonly name: string }).name)
