/**
 * Equations that are rational in one term t: fractions are cleared, brackets multiplied out, powers of
 * t gathered; then by degree: divide, take a root, take out a factor, or use the quadratic formula.
 */
import { type Expr, integer, isCall, multiply, productOf, raise, same, sumOf } from '../../expression/expr.ts'
import { numberTerm } from '../../expression/number-term.ts'
import type { Path } from '../../expression/path.ts'
import { gcd, isZero, type Rational } from '../../expression/rational.ts'
import { asProduct, asSum, type Factor, factorTerm, productTerm, sumTerm } from '../view.ts'
import { cubic } from './cubic.ts'
import { expand, termsOf, writeAs } from './expand.ts'
import { factorOf } from './factors.ts'
import { isNought, onOneSide, separate, zeroOrNot } from './sides.ts'
import { equation, sidesAt, type Working } from './working.ts'

/** Brings the equation at `path`, whose only leaf is t, nearer to `t = …`. */
export function rationalEquation(w: Working, path: Path, t: Expr): boolean {
  return w.attempt(() => clearFractions(w, path, t) && inPowers(w, path, t))
}

/** Multiplies both sides by all denominators that mention the variable, and multiplies out. */
export function clearFractions(w: Working, path: Path, leaf?: Expr): boolean {
  for (let round = 0; round < 6; round += 1) {
    const [left, right] = sidesAt(w, path)
    if (isCall(left, 'divide') && w.varies(left.args[1] as Expr)) {
      const [u, below] = left.args as [Expr, Expr]
      const zero = w.canon.value(right)
      const isNull = zero && isZero(zero) && w.rule('fraction 0', path, { u, w: below })
      if (!isNull && !w.rule('multiply by the divisor', path, { u, w: below, v: right })) return false
    } else if (isCall(right, 'divide') && w.varies(right.args[1] as Expr)) {
      if (!w.rule('exchange the sides', path, { u: left, v: right })) return false
    } else {
      expand(w, [...path, 0], leaf)
      expand(w, [...path, 1], leaf)
      const [u, v] = sidesAt(w, path)
      const factors = denominator(w, [u, v])
      if (factors.length === 0) return true
      const below = productOf(factors.map(factorTerm))
      if (!multiplyBy(w, path, u, v, below)) return false
      expand(w, [...path, 0], leaf)
      expand(w, [...path, 1], leaf)
    }
  }
  return false
}

function multiplyBy(w: Working, path: Path, u: Expr, v: Expr, by: Expr): boolean {
  if (!isNought(v)) return w.rule('multiply both sides', path, { u, v, w: by })
  return w.rule(
    'product 0, factor not 0',
    path,
    { u, w: by },
    { back: true, to: equation(multiply(u, by), v) },
  )
}

/** The least product that all denominators with the variable divide. */
function denominator(w: Working, sides: readonly Expr[]): Factor[] {
  const found: { base: Expr; exponent: bigint }[] = []
  for (const term of sides.flatMap(termsOf)) {
    for (const { base, exponent } of asProduct(term).below.filter((f) => w.varies(f.base))) {
      const known = found.find((f) => same(f.base, base))
      if (!known) found.push({ base, exponent })
      else if (known.exponent < exponent) known.exponent = exponent
    }
  }
  return found
}

/** The exponent of t in a product, and the rest of it; `undefined` if the rest mentions the variable. */
function powerOf(w: Working, term: Expr, t: Expr): { readonly k: bigint; readonly rest: Expr } | undefined {
  const product = asProduct(term)
  const own = product.above.find((f) => same(f.base, t))
  const rest = productTerm({ ...product, above: product.above.filter((f) => f !== own) })
  return w.varies(rest) ? undefined : { k: own?.exponent ?? 0n, rest }
}

/** The coefficients by exponent, each the list of the terms it has. */
type Coefficients = ReadonlyMap<bigint, readonly Expr[]>

function coefficientsOf(w: Working, u: Expr, t: Expr): Coefficients | undefined {
  const found = new Map<bigint, Expr[]>()
  for (const term of termsOf(u)) {
    if (term.kind === 'number' && isZero(term.value)) continue
    const power = powerOf(w, term, t)
    if (!power) return undefined
    found.set(power.k, [...(found.get(power.k) ?? []), power.rest])
  }
  return found
}

function inPowers(w: Working, path: Path, t: Expr): boolean {
  const [left, right] = sidesAt(w, path)
  const [l, r] = [coefficientsOf(w, left, t), coefficientsOf(w, right, t)]
  if (!l || !r) return false
  const degree = [...l.keys(), ...r.keys()].reduce((a, b) => (a > b ? a : b), 0n)
  return degree <= 1n ? linear(w, path, t) : polynomial(w, path, t)
}

/** Terms with t to the left, all others to the right; then t is taken out. */
function linear(w: Working, path: Path, t: Expr): boolean {
  if (!separate(w, path, (term) => w.varies(term))) return false
  gather(w, [...path, 0], t)
  return true
}

/** Takes t^k out of the terms of the sum at `path` that have it, for each k ≥ 1. */
function gather(w: Working, path: Path, t: Expr): void {
  const coefficients = coefficientsOf(w, w.at(path), t)
  for (const [k, rests] of coefficients ?? []) {
    if (k === 0n || rests.length < 2) continue
    const u = w.at(path)
    const places = termsOf(u).flatMap((term, i) => (powerOf(w, term, t)?.k === k ? [i] : []))
    const at = places.length === termsOf(u).length ? path : [...path, places]
    const u0 = factorTerm({ base: t, exponent: k })
    w.rule('distribute', at, { u: u0, v_: rests }, { back: true, to: multiply(u0, sumOf(rests)) })
  }
}

/** Everything on the left, gathered; then by its shape. */
function polynomial(w: Working, path: Path, t: Expr): boolean {
  if (!onOneSide(w, path)) return false
  const coefficients = coefficientsOf(w, sidesAt(w, path)[0], t)
  if (!coefficients) return false
  const degrees = [...coefficients.keys()].sort((a, b) => (a < b ? -1 : 1))
  const [lowest = 0n] = degrees
  if (lowest > 0n) return degrees.length === 1 || takeOut(w, path, t, lowest)
  gather(w, [...path, 0], t)
  if (degrees.length <= 2) return true
  const step = degrees.reduce(gcd)
  const highest = degrees.at(-1) as bigint
  if (highest === 2n * step)
    return quadratic(w, path, factorTerm({ base: t, exponent: step }), coefficients, step)
  return takeOutRoot(w, path, factorTerm({ base: t, exponent: step }), coefficients, step)
}

/** t^k out of every term; then one of two factors is 0. */
function takeOut(w: Working, path: Path, t: Expr, k: bigint): boolean {
  const u = factorTerm({ base: t, exponent: k })
  const terms = asSum(sidesAt(w, path)[0])
  const rests = terms.map((term) => {
    const above = term.above.map((f) => (same(f.base, t) ? { ...f, exponent: f.exponent - k } : f))
    return productTerm({ ...term, above: above.filter((f) => f.exponent > 0n) })
  })
  const to = multiply(u, sumOf(rests))
  const done = w.rule('distribute', [...path, 0], { u, v_: rests }, { back: true, to })
  return done && w.rule('product 0', path, { u, v: sumOf(rests) })
}

function quadratic(w: Working, path: Path, u: Expr, coefficients: Coefficients, step: bigint): boolean {
  const c = (k: bigint): Expr => sumOf(coefficients.get(k * step) ?? [])
  const letters = { a: c(2n), b: c(1n), c: c(0n), u }
  if (w.rule('quadratic formula', path, letters, { strict: true })) return true
  return w.attempt(
    () =>
      zeroOrNot(w, path, letters.a) &&
      w.rule('quadratic formula', [...path, 0, 1], letters, { strict: true }) &&
      w.rule('no square', [...path, 1, 1], letters, { strict: true }),
  )
}

const hasHigher = (values: ReadonlyMap<bigint, Rational>): boolean => [...values.keys()].some((k) => k > 3n)

/** A polynomial with rational coefficients as a product of two, if such are found; a cubic one by formula. */
function takeOutRoot(w: Working, path: Path, t: Expr, coefficients: Coefficients, step: bigint): boolean {
  const values = new Map<bigint, Rational>()
  for (const [k, terms] of coefficients) {
    const value = w.canon.value(sumOf(terms))
    if (!value) return false
    values.set(k / step, value)
  }
  const found = factorOf(values)
  if (!found) return values.has(3n) && !hasHigher(values) && cubic(w, path, t, values)
  const powers = (list: readonly Rational[]): Expr =>
    sumTerm(
      asSum(
        sumOf(
          list
            .flatMap((c, k) =>
              isZero(c) ? [] : [multiply(numberTerm(c), k === 0 ? integer(1) : raise(t, integer(k)))],
            )
            .reverse(),
        ),
      ),
    )
  const [first, second] = [powers(found.factor), powers(found.quotient)]
  const product = multiply(first, second)
  return writeAs(w, [...path, 0], product) && w.rule('product 0', path, { u: first, v: second })
}
