/**
 * Equations with roots of what varies. Roots of one base are powers of the finest of them; one of
 * several roots is brought alone to one side and undone, which leaves fewer.
 */
import { type CallNode, call, type Expr, integer, isCall, raise, same } from '../../expression/expr.ts'
import { numberTerm } from '../../expression/number-term.ts'
import type { Path } from '../../expression/path.ts'
import {
  gcd,
  isInteger,
  isOne,
  ONE,
  type Rational,
  rational,
  signOf,
  times,
} from '../../expression/rational.ts'
import { asProduct, productTerm } from '../view.ts'
import { expand } from './expand.ts'
import { changeLeaves, leavesAt } from './leaves.ts'
import { clearFractions } from './polynomial.ts'
import { isNought, separate } from './sides.ts'
import { sidesAt, type Working } from './working.ts'

/** b^r with r > 0 rational; any other leaf to the power 1. */
interface Root {
  readonly base: Expr
  readonly r: Rational
}

function rootOf(w: Working, leaf: Expr): Root {
  if (isCall(leaf, 'sqrt')) return { base: leaf.args[0] as Expr, r: rational(1n, 2n) }
  const r = isCall(leaf, 'power') ? w.canon.value(leaf.args[1] as Expr) : undefined
  return r && isCall(leaf, 'power') ? { base: leaf.args[0] as Expr, r } : { base: leaf, r: ONE }
}

const rootTerm = (base: Expr, r: Rational): Expr =>
  r.num === 1n && r.den === 2n ? call('sqrt', [base]) : raise(base, numberTerm(r))

/** All leaves b^r with one base b as whole powers of b^(1/q). */
export function joinRoots(w: Working, path: Path): boolean {
  const roots = leavesAt(w, path).map((leaf) => rootOf(w, leaf))
  const shared = roots.find(
    ({ base, r }) => !isInteger(r) && roots.filter((root) => same(root.base, base)).length > 1,
  )
  if (!shared) return false
  const { base } = shared
  const own = roots.filter((root) => same(root.base, base))
  const q = own.reduce((den, { r }) => (den * r.den) / gcd(den, r.den), 1n)
  const t = rootTerm(base, rational(1n, q))
  const isOther = (leaf: Expr): boolean => !same(leaf, t) && same(rootOf(w, leaf).base, base)
  return w.attempt(() => {
    changeLeaves(w, path, (at, leaf) => isOther(leaf) && asPowerOf(w, at, rootOf(w, leaf), t, q))
    return !leavesAt(w, path).some(isOther)
  })
}

function asPowerOf(w: Working, at: Path, { base, r }: Root, t: Expr, q: bigint): boolean {
  const n = times(r, rational(q))
  if (!isInteger(n) || isOne(n) || signOf(n) < 0) return false
  const to = raise(t, integer(n.num))
  if (q === 2n && n.num === 2n)
    return w.rule('square of a square root', at, { u: base }, { back: true, to, strict: true })
  const letters = { u: base, r: numberTerm(rational(1n, q)), n: integer(n.num) }
  if (!isCall(t, 'sqrt'))
    return w.rule('whole power of a root', at, letters, { back: true, to, strict: true })
  const plain = raise(raise(base, letters.r), letters.n)
  if (!w.rule('whole power of a root', at, letters, { back: true, to: plain, strict: true })) return false
  return w.rule('square root as a power', [...at, 0], { u: base }, { back: true, to: t })
}

/** Brings a root alone to the left, if its factor is free of the variable, and leaves the rest to undo. */
export function aloneRoot(w: Working, path: Path): boolean {
  const roots = leavesAt(w, path).filter((leaf) => !isOne(rootOf(w, leaf).r))
  return [...roots].sort((a, b) => b.size - a.size).some((root) => w.attempt(() => alone(w, path, root)))
}

/** The terms with the leaf on the left, all others on the right. */
function alone(w: Working, path: Path, leaf: Expr): boolean {
  if (!clearFractions(w, path)) return false
  expand(w, [...path, 0])
  expand(w, [...path, 1])
  const has = (term: Expr): boolean => asProduct(term).above.some((f) => same(f.base, leaf))
  if (!separate(w, path, has)) return false
  if (isNought(sidesAt(w, path)[0])) return true
  const product = asProduct(sidesAt(w, path)[0])
  const factor = productTerm({ ...product, above: product.above.filter((f) => !same(f.base, leaf)) })
  const own = product.above.find((f) => same(f.base, leaf))
  if (isCall(sidesAt(w, path)[0], 'add') || own?.exponent !== 1n) return false
  const right = sidesAt(w, path)[1]
  if (!isOneTerm(factor)) {
    const squared = { u: (leaf as CallNode).args[0] as Expr, w: factor, v: right }
    if (isCall(leaf, 'sqrt') && w.varies(right) && !w.varies(factor)) {
      if (w.rule('square both sides of a multiple of a root', path, squared, { strict: true })) return true
    }
    const letters = { u: leaf, w: factor, v: right }
    const divided =
      w.rule('divide both sides', path, letters, { strict: true }) ||
      (!w.varies(factor) && w.rule('divide both sides, divisor not 0', path, letters))
    if (!divided) return false
  }
  return undone(w, path, leaf)
}

const isOneTerm = (u: Expr): boolean => u.kind === 'number' && isOne(u.value)

/** b^r = v with v that varies, undone. */
function undone(w: Working, path: Path, leaf: Expr): boolean {
  const [, v] = sidesAt(w, path)
  if (!w.varies(v)) return true
  const { base, r } = rootOf(w, leaf)
  if (isCall(leaf, 'sqrt')) return w.rule('square both sides of a root', path, { u: base, v })
  const letters = { u: base, r: numberTerm(r), v }
  return (
    w.rule('odd root of both sides', path, letters) ||
    w.rule('even root of both sides', path, letters) ||
    w.rule('undo an even root', path, letters)
  )
}
