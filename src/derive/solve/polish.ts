/**
 * A value as a person would leave it: functions and their inverses undone, values to know put in,
 * square factors taken out of roots, sums of fractions brought together, and all of it tidied. Each
 * change is a step of the derivation; none needs a condition that is not known already.
 */
import { call, divide, type Expr, integer, isCall, multiply, sumOf } from '../../expression/expr.ts'
import { numberTerm } from '../../expression/number-term.ts'
import type { Path } from '../../expression/path.ts'
import { negated, type Rational, rational, signOf } from '../../expression/rational.ts'
import { primitive } from '../../functions/index.ts'
import { compiledRule } from '../../rules/compile.ts'
import { asProduct, type Factor, factorTerm, productTerm } from '../view.ts'
import { expand } from './expand.ts'
import { type WholePower, wholeRoot } from './factors.ts'
import { neat } from './neat.ts'
import { opposite, type Working } from './working.ts'

const MOST_ROUNDS = 4

/** Polishes the term at `path`; `true` if something changed. */
export function polish(w: Working, path: Path): boolean {
  const before = w.steps.length
  for (let round = 0; round < MOST_ROUNDS; round += 1) {
    const start = w.steps.length
    w.withAllLetters(() => inside(w, path))
    w.tidy(path)
    if (w.steps.length === start) break
  }
  return w.steps.length > before
}

/** From the inside out. */
function inside(w: Working, path: Path): void {
  const u = w.at(path)
  if (u.kind !== 'call') return
  for (const i of u.args.keys()) {
    if ((w.at(path) as { readonly args?: readonly Expr[] }).args?.[i]) inside(w, [...path, i])
  }
  w.calculate(path, neat(w.at(path), w.canon))
  const v = w.at(path)
  if (v.kind === 'call' && MOVES.some((move) => w.attempt(() => move(w, path, v.head, v.args))))
    inside(w, path)
}

type Polishing = (w: Working, path: Path, head: string, args: readonly Expr[]) => boolean

/** g(f(u)) → u, where g undoes f. */
const inverse: Polishing = (w, path, head, [u]) =>
  u?.kind === 'call' &&
  compiledRule(`${head} of ${u.head}`) !== undefined &&
  w.rule(`${head} of ${u.head}`, path, { u: u.args[0] as Expr }, { strict: true })

/** asin(1/2) → pi/6 */
const known: Polishing = (w, path, head, [u]) => {
  const values = u === undefined ? [] : (primitive(head)?.values ?? [])
  return values.some(([operand]) => {
    const rule = compiledRule(`${head} at ${operand}`)
    return rule !== undefined && w.canon.same(rule.from, w.at(path)) && w.rule(rule.rule.name, path, {})
  })
}

/** atan(−1) → −atan(1) */
const odd: Polishing = (w, path, head, [u]) =>
  u !== undefined &&
  isCall(u, 'negate') &&
  primitive(head)?.odd === true &&
  w.rule(`${head} is odd`, path, { u: u.args[0] as Expr })

/** acos(−1/2) → pi − acos(1/2), which is known */
const supplement: Polishing = (w, path, head, [u]) => {
  if (head !== 'acos' || !u || !isCall(u, 'negate')) return false
  const v = u.args[0] as Expr
  const at = [...path, 1, 0]
  return (
    w.rule('arccosine of the opposite', path, { u: v }) &&
    isCall(w.at(at), 'acos') &&
    known(w, at, 'acos', [v])
  )
}

const LARGEST_RADICAND = 1_000_000n

/** sqrt(12) → 2*sqrt(3), sqrt(1/3) → sqrt(3)/3 */
const squareFactor: Polishing = (w, path, head, [u]) => {
  const value = head === 'sqrt' && u ? w.canon.value(u) : undefined
  if (!value || signOf(value) <= 0 || value.num > LARGEST_RADICAND || value.den > LARGEST_RADICAND)
    return false
  const [outside, inner] = squareOf(value.num * value.den)
  const factor = rational(outside, value.den)
  if (factor.num === 1n && factor.den === 1n) return false
  const square = rational(factor.num ** 2n, factor.den ** 2n)
  const v = integer(inner)
  const to = neat(multiply(numberTerm(factor), call('sqrt', [v])), w.canon)
  return w.rule('square root of a product', path, { u: numberTerm(square), v }, { to })
}

/** n = s²·r with s as large as possible. */
function squareOf(n: bigint): readonly [bigint, bigint] {
  let [s, r] = [1n, n]
  for (let d = 2n; d * d <= r && d < 1000n; d += 1n) {
    while (r % (d * d) === 0n) [s, r] = [s * d, r / (d * d)]
  }
  return [s, r]
}

/** sqrt(v^2) → |v| */
const rootOfSquare: Polishing = (w, path, head, [u]) =>
  head === 'sqrt' &&
  u !== undefined &&
  isCall(u, 'power') &&
  w.canon.value(u.args[1] as Expr)?.num === 2n &&
  w.canon.value(u.args[1] as Expr)?.den === 1n &&
  w.rule('square root of a square', path, { u: u.args[0] as Expr })

/** |v| → v or −v where the sign is known. */
const sign: Polishing = (w, path, head, [u]) =>
  head === 'abs' &&
  u !== undefined &&
  (w.rule('absolute value, not negative', path, { u }, { strict: true }) ||
    w.rule('absolute value, not positive', path, { u }, { strict: true }))

/** sqrt(v)^2 → v */
const squareOfRoot: Polishing = (w, path, head, [u, exponent]) => {
  const n = head === 'power' && exponent ? w.canon.value(exponent) : undefined
  if (!u || !n) return false
  if (isCall(u, 'sqrt') && n.num === 2n && n.den === 1n) {
    return w.rule('square of a square root', path, { u: u.args[0] as Expr }, { strict: true })
  }
  const r = isCall(u, 'power') ? w.canon.value(u.args[1] as Expr) : undefined
  if (!isCall(u, 'power') || !r) return false
  const letters = { u: u.args[0] as Expr, r: u.args[1] as Expr, n: exponent as Expr }
  return w.rule('whole power of a root', path, letters, { strict: true })
}

/** (e^u)^v → e^(u·v) */
const powerOfExponential: Polishing = (w, path, head, [u, v]) =>
  head === 'power' &&
  u !== undefined &&
  isCall(u, 'exp') &&
  w.rule('power of an exponential', path, { u: u.args[0] as Expr, v: v as Expr })

/** log(8)/log(2) → 3*log(2)/log(2): logarithms of powers of one number, where they meet in a fraction. */
const logarithmsOfPowers: Polishing = (w, path, head) => {
  if (head !== 'divide') return false
  const found = logarithmsIn(w, path)
  const roots = found.map(({ root }) => root.base)
  return found.some(({ at, root: { base, exponent } }) => {
    if (exponent === 1 || roots.filter((other) => other === base).length < 2) return false
    return w.rule('logarithm of a power', at, { u: integer(base), v: numberTerm(rational(BigInt(exponent))) })
  })
}

/** A whole number, or one over a whole number, as a power. */
function powerIn(value: Rational): WholePower | undefined {
  if (value.den === 1n) return wholeRoot(value.num)
  const root = value.num === 1n ? wholeRoot(value.den) : undefined
  return root && { ...root, exponent: -root.exponent }
}

/** Where logarithms of such numbers stand, and the least numbers these are powers of. */
function logarithmsIn(w: Working, path: Path): readonly { readonly at: Path; readonly root: WholePower }[] {
  const u = w.at(path)
  if (u.kind !== 'call') return []
  const value = isCall(u, 'log') ? w.canon.value(u.args[0] as Expr) : undefined
  const root = value && powerIn(value)
  return root ? [{ at: path, root }] : u.args.flatMap((_, i) => logarithmsIn(w, [...path, i]))
}

/** e^(c·log(u)) → u^c */
const exponentialOfLogarithm: Polishing = (w, path, head, [u]) => {
  const product = head === 'exp' && u ? asProduct(u) : undefined
  const own = product?.above.find((f) => isCall(f.base, 'log') && f.exponent === 1n)
  if (!product || !own || !isCall(own.base, 'log')) return false
  const v = productTerm({ ...product, above: product.above.filter((f) => f !== own) })
  return w.rule(
    'power as an exponential',
    path,
    { u: own.base.args[0] as Expr, v },
    { back: true, strict: true },
  )
}

/** A sum of fractions is brought to one denominator if that is no longer. */
const together: Polishing = (w, path, head, args) => {
  if (head !== 'add') return false
  const i = args.findIndex((arg) => asProduct(arg).below.length > 0)
  if (i < 0) return false
  const pair = i === 0 ? [0, 1] : [0, i]
  const [first, second] = pair.map((k) => asProduct(args[k] as Expr)) as [Product, Product]
  const [u, z] = [first, second].map((p) => productTerm({ ...p, below: [] })) as [Expr, Expr]
  const [v, t] = [first, second].map((p) => productOfFactors(p.below)) as [Expr, Expr]
  const size = w.line.size
  const place = args.length === 2 ? path : [...path, pair]
  const at = args.length === 2 ? path : [...path, 0]
  const to = divide(call('add', [multiply(u, t), multiply(z, v)]), multiply(v, t))
  if (!w.rule('common denominator', place, { u, v, w: z, z: t }, { to })) return false
  expand(w, [...at, 0])
  w.calculate([...at, 1], neat(w.at([...at, 1]), w.canon))
  return w.line.size <= size
}

/** −u/(v − w) → u/(w − v) */
const turned: Polishing = (w, path) => {
  const product = asProduct(w.at(path))
  const isMixed = ({ base, exponent }: Factor): boolean =>
    isCall(base, 'add') && exponent % 2n !== 0n && !base.args.every((term) => !isCall(term, 'negate'))
  const found = signOf(product.coefficient) < 0 ? product.below.find(isMixed) : undefined
  if (!found || !isCall(found.base, 'add')) return false
  const terms = found.base.args.map(opposite)
  const first = terms.findIndex((term) => !isCall(term, 'negate'))
  const base = sumOf([terms[first] as Expr, ...terms.filter((_, i) => i !== first)])
  const below = product.below.map((f) => (f === found ? { ...f, base } : f))
  return w.calculate(path, productTerm({ ...product, coefficient: negated(product.coefficient), below }))
}

type Product = ReturnType<typeof asProduct>
const productOfFactors = (factors: Product['below']): Expr =>
  factors.length === 1
    ? factorTerm(factors[0] as Product['below'][number])
    : factors.length === 0
      ? integer(1)
      : multiply(...factors.map(factorTerm))

const MOVES: readonly Polishing[] = [
  inverse,
  known,
  odd,
  supplement,
  squareOfRoot,
  rootOfSquare,
  sign,
  squareFactor,
  powerOfExponential,
  logarithmsOfPowers,
  exponentialOfLogarithm,
  together,
  turned,
]
