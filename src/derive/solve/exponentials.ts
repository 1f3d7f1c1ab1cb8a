/**
 * Exponentials of several exponents, written as powers of one of them: e^(2x) + e^(x+1) as
 * (e^x)^2 + e·e^x, and 4^x + 2^x as (2^x)^2 + 2^x.
 */
import {
  divide,
  type Expr,
  exp,
  integer,
  isCall,
  multiply,
  negate,
  raise,
  same,
  sumOf,
} from '../../expression/expr.ts'
import { numberTerm } from '../../expression/number-term.ts'
import type { Path } from '../../expression/path.ts'
import {
  isInteger,
  isOne,
  isZero,
  ONE,
  over,
  type Rational,
  rational,
  signOf,
  times,
} from '../../expression/rational.ts'
import { asSum, productTerm } from '../view.ts'
import { expand } from './expand.ts'
import { exponentOf, wholeRoot } from './factors.ts'
import { changeLeaves, leavesAt } from './leaves.ts'
import { neat } from './neat.ts'
import { isNought } from './sides.ts'
import type { Working } from './working.ts'

/** A leaf b^(q·g + c): b as it stands, `g` the part that varies, without number, c free of the variable. */
interface Exponential {
  readonly base: Expr
  readonly q: Rational
  readonly g: Expr
  readonly c: Expr
}

const E: Expr = exp(integer(1))

/** The base and exponent, e for exp; `undefined` for what is no exponential. */
export function exponentialIn(w: Working, leaf: Expr): { base: Expr; exponent: Expr } | undefined {
  if (isCall(leaf, 'exp')) return { base: E, exponent: leaf.args[0] as Expr }
  if (!isCall(leaf, 'power') || w.varies(leaf.args[0] as Expr)) return undefined
  return { base: leaf.args[0] as Expr, exponent: leaf.args[1] as Expr }
}

const powerTerm = (base: Expr, exponent: Expr): Expr => (base === E ? exp(exponent) : raise(base, exponent))

function read(w: Working, leaf: Expr): Exponential | undefined {
  const power = exponentialIn(w, leaf)
  if (!power) return undefined
  const { base, exponent } = power
  const terms = asSum(multipliedOut(w, exponent))
  const varying = terms.filter((term) => w.varies(productTerm(term)))
  const [first] = varying
  if (!first || varying.some((term) => isZero(term.coefficient))) return undefined
  const fixed = terms.filter((term) => !varying.includes(term)).map(productTerm)
  const q = varying.length === 1 ? first.coefficient : signOf(first.coefficient) < 0 ? rational(-1n) : ONE
  const g = sumOf(varying.map((term) => productTerm({ ...term, coefficient: over(term.coefficient, q) })))
  return { base, q, g, c: sumOf(fixed) }
}

/** The exponent multiplied out on a sheet of its own. */
function multipliedOut(w: Working, u: Expr): Expr {
  const sheet = w.beside(u)
  expand(sheet, [])
  return sheet.line
}

/** Makes all exponentials among the leaves at `path` powers of one; `true` if something changed. */
export function joinExponentials(w: Working, path: Path): boolean {
  const leaves = leavesAt(w, path)
  const found = leaves.flatMap((leaf) => read(w, leaf) ?? [])
  if (found.length < 2 || found.length < leaves.length) return false
  return w.attempt(() => {
    openExponents(w, path)
    joinBases(w, path)
    return joinPowers(w, path)
  })
}

/** Multiplies out the exponents. */
function openExponents(w: Working, path: Path): void {
  changeLeaves(w, path, (at, leaf) => {
    const power = exponentialIn(w, leaf)
    if (!power) return false
    const place = isCall(leaf, 'exp') ? [...at, 0] : [...at, 1]
    const before = w.at(place)
    expand(w, place)
    return !same(before, w.at(place))
  })
}

/** 4^u is (2^2)^u and so 2^(2*u), where 2^u occurs too. */
function joinBases(w: Working, path: Path): void {
  const roots = leavesAt(w, path).flatMap((leaf) => rootOf(w, exponentialIn(w, leaf)?.base) ?? [])
  const least = roots.reduce<bigint | undefined>((a, b) => (a === undefined || b < a ? b : a), undefined)
  if (least === undefined) return
  changeLeaves(w, path, (at, leaf) => {
    const power = exponentialIn(w, leaf)
    const value = power && w.canon.value(power.base)
    const k = value && isInteger(value) ? exponentOf(value.num, least) : undefined
    if (!power || k === undefined || k < 2) return false
    const letters = { u: integer(least), v: integer(k), w: power.exponent }
    const to = raise(letters.u, neat(multiply(letters.v, letters.w), w.canon))
    return w.rule('power of a power', at, letters, { to, strict: true })
  })
}

function rootOf(w: Working, base: Expr | undefined): bigint | undefined {
  const value = base && w.canon.value(base)
  return value && isInteger(value) ? wholeRoot(value.num)?.base : undefined
}

/** All leaves with one base, and exponents that differ by numbers, as powers of one. */
function joinPowers(w: Working, path: Path): boolean {
  const leaves = leavesAt(w, path).map((leaf) => read(w, leaf))
  const [first] = leaves
  if (!first || !leaves.every((l) => l && same(l.base, first.base) && w.canon.ratio(l.g, first.g)))
    return false
  const quotients = leaves.map((l) =>
    times((l as Exponential).q, w.canon.ratio((l as Exponential).g, first.g) as Rational),
  )
  const unit = quotients.reduce(common)
  const allNegative = quotients.every((q) => signOf(q) < 0)
  const g = neat(multiply(numberTerm(allNegative ? over(unit, rational(-1n)) : unit), first.g), w.canon)
  const t = powerTerm(first.base, g)
  changeLeaves(w, path, (at, leaf) => !same(leaf, t) && asPowerOf(w, at, leaf, t, g))
  return leavesAt(w, path).every((leaf) => same(leaf, t))
}

/** The greatest rational of which both are whole multiples. */
function common(a: Rational, b: Rational): Rational {
  let [p, q] = [a.num * b.den, b.num * a.den]
  while (q !== 0n) [p, q] = [q, p % q]
  return rational(p < 0n ? -p : p, a.den * b.den)
}

/** b^(k·g + c) → b^c · (b^g)^k, one step at a time. */
function asPowerOf(w: Working, at: Path, leaf: Expr, t: Expr, g: Expr): boolean {
  const found = read(w, leaf)
  if (!found) return false
  const { base, c } = found
  const varying = neat(multiply(numberTerm(found.q), found.g), w.canon)
  if (!isNought(c)) return split(w, at, base, c, varying)
  const k = w.canon.ratio(varying, g)
  if (!k || !isInteger(k)) return false
  if (isOne(k)) return w.calculate(at, t)
  if (signOf(k) < 0) return turnedOver(w, at, base, neat(negate(varying), w.canon))
  const [to, n] = [raise(t, integer(k.num)), integer(k.num)]
  return base === E
    ? w.rule('power of an exponential', at, { u: g, v: n }, { back: true, to })
    : w.rule('power of a power', at, { u: base, v: g, w: n }, { back: true, to, strict: true })
}

/** b^(c + v) → b^c · b^v */
function split(w: Working, at: Path, base: Expr, c: Expr, v: Expr): boolean {
  const use = { back: true, to: multiply(powerTerm(base, c), powerTerm(base, v)), strict: true } as const
  return base === E
    ? w.rule('product of exponentials', at, { u: c, v }, use)
    : w.rule('add exponents', at, { u: base, v: c, w: v }, use)
}

/** b^(−u) → 1/b^u */
function turnedOver(w: Working, at: Path, base: Expr, u: Expr): boolean {
  const [v, to] = [integer(1), divide(integer(1), powerTerm(base, u))]
  return base === E
    ? w.rule('reciprocal of an exponential', at, { v, u }, { back: true, to })
    : w.rule('negative power, real exponent', at, { v, u: base, w: u }, { to })
}
