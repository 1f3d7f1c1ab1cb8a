/**
 * Fewer functions in an equation: defined functions are opened, hyperbolic ones written with
 * exponentials, angles doubled or halved, sines and cosines of one angle written by one of them.
 */
import {
  add,
  call,
  type Expr,
  integer,
  isCall,
  multiply,
  negate,
  raise,
  same,
  symbol,
} from '../../expression/expr.ts'
import { type Path, partAt } from '../../expression/path.ts'
import { definition } from '../../functions/index.ts'
import { compiledRule } from '../../rules/compile.ts'
import { asProduct } from '../view.ts'
import { expand, termsOf } from './expand.ts'
import { changeLeaves, leafPaths, leavesAt } from './leaves.ts'
import { neat } from './neat.ts'
import { sidesAt, type Working } from './working.ts'

/** Writes out every function of the variable that is a name for a formula. */
export function openDefinitions(w: Working, path: Path): boolean {
  const u = w.at(path)
  if (u.kind !== 'call' || !w.varies(u)) return true
  const row = definition(u.head)
  if (row) {
    const letters = Object.fromEntries(row.letters.map((letter, i) => [letter, u.args[i] as Expr]))
    return w.rule(`definition of ${u.head}`, path, letters) && openDefinitions(w, path)
  }
  if (isCall(u, 'piecewise') || isCall(u, 'D')) return true
  return u.args.every((_, i) => openDefinitions(w, [...path, i]))
}

/** Takes away what undoes itself: tan(atan(u)) is u. */
export function cancelInverses(w: Working, path: Path): boolean {
  const u = w.at(path)
  if (u.kind !== 'call' || !w.varies(u)) return false
  if (u.args.some((_, i) => cancelInverses(w, [...path, i]))) return true
  const [inner] = u.args
  if (inner?.kind !== 'call') return false
  const rule = compiledRule(`${u.head} of ${inner.head}`)
  return rule !== undefined && w.rule(rule.rule.name, path, { u: inner.args[0] as Expr }, { strict: true })
}

/** sinh, cosh and tanh by exponentials, where several leaves stand in the way. */
export function byExponentials(w: Working, path: Path): boolean {
  if (leavesAt(w, path).length < 2) return false
  return changeLeaves(w, path, (at, leaf) => {
    const isHyperbolic = leaf.kind === 'call' && ['sinh', 'cosh', 'tanh'].includes(leaf.head)
    if (!isHyperbolic) return false
    const u = leaf.args[0] as Expr
    return w.rule(`${leaf.head} by exponentials`, at, { u })
  })
}

/** f(u) = f(v) for a function that takes its values once, or at angles that are known. */
export function comparedOperands(w: Working, path: Path): boolean {
  const [left, right] = sidesAt(w, path)
  if (left.kind !== 'call' || right.kind !== 'call' || left.head !== right.head || !w.varies(right))
    return false
  const [u, v] = [left.args[0] as Expr, right.args[0] as Expr]
  const rule = COMPARED.get(left.head)
  const letters: Record<string, Expr> = { u, v }
  if (left.head === 'sin' || left.head === 'cos') letters.n = symbol(w.freshLetter())
  return rule !== undefined && w.rule(rule, path, letters)
}

const COMPARED: ReadonlyMap<string, string> = new Map([
  ['exp', 'compare exponents'],
  ['abs', 'equal absolute values'],
  ['sin', 'equal sines'],
  ['cos', 'equal cosines'],
])

const ANGLES: ReadonlySet<string> = new Set(['sin', 'cos', 'tan'])
const angleOf = (leaf: Expr): Expr | undefined =>
  leaf.kind === 'call' && ANGLES.has(leaf.head) ? leaf.args[0] : undefined

/** Sines, cosines and tangents only: makes them fewer. */
export function fewerAngles(w: Working, path: Path): boolean {
  const leaves = leavesAt(w, path)
  const angles = leaves.map(angleOf)
  if (leaves.length < 2 || angles.some((angle) => angle === undefined)) return false
  const [u] = [...(angles as Expr[])].sort((a, b) => a.size - b.size) as [Expr, ...Expr[]]
  return (
    w.attempt(() => twoTerms(w, path)) ||
    w.attempt(() => halved(w, path, u)) ||
    w.attempt(() => tangents(w, path)) ||
    w.attempt(() => cosinesOnly(w, path)) ||
    w.attempt(() => sinesOnly(w, path))
  )
}

/** sin(a) − sin(b) = 0 compares two sines; a·sin(u) + b·cos(u) = 0 is one for the tangent. */
function twoTerms(w: Working, path: Path): boolean {
  const [left, right] = sidesAt(w, path)
  const terms = [...termsOf(left), ...termsOf(right).map((term) => negate(term))].filter((term) =>
    w.varies(term),
  )
  const [p, q] = terms.map((term) => asProduct(term))
  if (
    terms.length !== 2 ||
    !p ||
    !q ||
    [left, right].some((side) => termsOf(side).some((term) => !w.varies(term) && !isNull(term)))
  ) {
    return false
  }
  const leaf = (product: typeof p): Expr | undefined => {
    const varying = product.above.filter((f) => w.varies(f.base))
    return varying.length === 1 && varying[0]?.exponent === 1n ? varying[0].base : undefined
  }
  const [first, second] = [leaf(p), leaf(q)]
  if (!first || !second || first.kind !== 'call' || second.kind !== 'call') return false
  const to = (u: Expr): Expr => neat(u, w.canon)
  if (same(first.args[0] as Expr, second.args[0] as Expr)) {
    if (!isNull(right) && !w.rule('everything on one side', path, { u: left, v: right })) return false
    const [sine, cosine] = first.head === 'sin' ? [p, q] : [q, p]
    if (![first.head, second.head].includes('cos') || ![first.head, second.head].includes('sin')) return false
    const factor = (product: typeof p, u: Expr): Expr => productWithout(w, product, u)
    const s = first.head === 'sin' ? first : second
    const c = first.head === 'sin' ? second : first
    const letters = { a: factor(sine, s), b: factor(cosine, c), u: first.args[0] as Expr }
    return w.rule('sine and cosine to tangent', path, letters)
  }
  if (first.head !== second.head) return false
  const minus = neat(add(productWithout(w, p, first), productWithout(w, q, second)), w.canon)
  if (!isNull(minus)) return false
  const factor = productWithout(w, p, first)
  if (!isNull(right) && !w.rule('everything on one side', path, { u: left, v: right })) return false
  const difference = add(first, negate(second))
  const product = multiply(factor, difference)
  if (
    !same(factor, integer(1)) &&
    !w.rule('divide both sides', path, { u: difference, w: factor, v: integer(0) }, { strict: true })
  ) {
    return false
  }
  void product
  void to
  return w.rule('everything on one side', path, { u: first, v: second }, { back: true })
}

const isNull = (u: Expr): boolean => u.kind === 'number' && u.value.num === 0n

function productWithout(w: Working, product: ReturnType<typeof asProduct>, leaf: Expr): Expr {
  const above = product.above.filter((f) => !same(f.base, leaf))
  return neat(multiplyAll(product.coefficient.num, product.coefficient.den, above, product.below), w.canon)
}

function multiplyAll(
  num: bigint,
  den: bigint,
  above: ReturnType<typeof asProduct>['above'],
  below: ReturnType<typeof asProduct>['below'],
): Expr {
  const size = num < 0n ? -num : num
  const factors = above.map((f) => raise(f.base, integer(f.exponent)))
  const top = multiply(integer(size), ...factors, integer(1))
  const bottom = multiply(integer(den), ...below.map((f) => raise(f.base, integer(f.exponent))), integer(1))
  const u = call('divide', [top, bottom])
  return num < 0n ? negate(u) : u
}

/** sin(2u) and cos(2u) by the sine and cosine of u, where these occur. */
function halved(w: Working, path: Path, u: Expr): boolean {
  return changeLeaves(w, path, (at, leaf) => {
    const angle = angleOf(leaf)
    const ratio = angle && w.canon.ratio(angle, u)
    if (leaf.kind !== 'call' || !ratio || ratio.num !== 2n || ratio.den !== 1n) return false
    if (leaf.head === 'sin') return w.rule('sine of the double angle', at, { u })
    if (leaf.head !== 'cos') return false
    const hasSine = leafPaths(w, path).some((p) => isCall(partAt(w.line, p) as Expr, 'sin'))
    return w.rule(`cosine of the double angle by the ${hasSine ? 'sine' : 'cosine'}`, at, { u })
  })
}

function tangents(w: Working, path: Path): boolean {
  return changeLeaves(
    w,
    path,
    (at, leaf) => isCall(leaf, 'tan') && w.rule('tangent', at, { u: leaf.args[0] as Expr }),
  )
}

/** sin²(u) → 1 − cos²(u), if the sine occurs in even powers only. */
const cosinesOnly = (w: Working, path: Path): boolean => squaresOf(w, path, 'sin', 'sine squared')
const sinesOnly = (w: Working, path: Path): boolean => squaresOf(w, path, 'cos', 'cosine squared')

function squaresOf(w: Working, path: Path, head: string, rule: string): boolean {
  expand(w, [...path, 0])
  expand(w, [...path, 1])
  const changed = changeLeaves(w, path, (at, leaf) => {
    if (!isCall(leaf, head)) return false
    const parent = at.slice(0, -1)
    const power = w.at(parent)
    const exponent = isCall(power, 'power') ? w.canon.value(power.args[1] as Expr) : undefined
    if (exponent?.num !== 2n || exponent.den !== 1n) return false
    return w.rule(rule, parent, { u: leaf.args[0] as Expr })
  })
  for (const side of [0, 1]) expand(w, [...path, side])
  return changed && !leavesAt(w, path).some((leaf) => isCall(leaf, head))
}
