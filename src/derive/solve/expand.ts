/** Multiplying out: a side of an equation as a sum of products, as far as the variable is concerned. */
import {
  type CallNode,
  divide,
  type Expr,
  integer,
  isCall,
  multiply,
  productOf,
  raise,
  same,
  sumOf,
} from '../../expression/expr.ts'
import type { Path } from '../../expression/path.ts'
import { isInteger } from '../../expression/rational.ts'
import { asProduct, common, factorTerm, productTerm, without } from '../view.ts'
import { neat } from './neat.ts'
import { equation, type Working } from './working.ts'

const LARGEST_POWER = 12n

/** Multiplies out what mentions the variable in the term at `path`; `leaf` is left as it is. */
export function expand(w: Working, path: Path, leaf?: Expr): void {
  const u = w.at(path)
  if (u.kind !== 'call' || !w.varies(u) || (leaf && same(u, leaf))) return
  if (u.head === 'add' || u.head === 'negate') {
    for (const i of u.args.keys()) expand(w, [...path, i], leaf)
    tidied(w, path)
  } else EXPANDING.get(u.head)?.(w, path, leaf)
}

type Expanding = (w: Working, path: Path, leaf: Expr | undefined) => void

const tidied = (w: Working, path: Path): boolean => w.calculate(path, neat(w.at(path), w.canon))

const isOpen = (w: Working, u: Expr): boolean => isCall(u, 'add') && w.varies(u)

const hasFractions = (w: Working, u: Expr): boolean =>
  isOpen(w, u) && termsOf(u).some((term) => asProduct(term).below.some((f) => w.varies(f.base)))

/** Sums of fractions first: what stands below them may cancel as long as it is a factor. */
const expandProduct: Expanding = (w, path, leaf) => {
  const before = (w.at(path) as { readonly args: readonly Expr[] }).args
  const fractions = before.findIndex((factor) => hasFractions(w, factor))
  if (fractions < 0) for (const i of before.keys()) expand(w, [...path, i], leaf)
  const u = w.at(path)
  const factors = isCall(u, 'multiply') ? u.args : [u]
  const i = fractions >= 0 ? fractions : factors.findIndex((factor) => isOpen(w, factor))
  if (i < 0) {
    const changed = tidied(w, path) || joinRoots(w, path)
    if (changed) expand(w, path, leaf)
    return
  }
  const rest = productOf(factors.filter((_, k) => k !== i))
  const terms = termsOf(factors[i] as Expr)
  const to = sumOf(terms.map((term) => neat(multiply(rest, term), w.canon)))
  if (w.rule('distribute', path, { u: rest, v_: terms }, { to })) expand(w, path, leaf)
}

/** sqrt(u)*sqrt(v) → sqrt(u*v) */
function joinRoots(w: Working, path: Path): boolean {
  const { args } = w.at(path) as { readonly args: readonly Expr[] }
  const roots = args.flatMap((arg, i) => (isCall(arg, 'sqrt') && w.varies(arg) ? [i] : []))
  const [i, j] = roots
  if (!isCall(w.at(path), 'multiply') || i === undefined || j === undefined) return false
  const [u, v] = [i, j].map((k) => (args[k] as CallNode).args[0] as Expr) as [Expr, Expr]
  const at = args.length === 2 ? path : [...path, [i, j]]
  return w.rule('square root of a product', at, { u, v }, { back: true, strict: true })
}

const expandPower: Expanding = (w, path, leaf) => {
  const [base, exponent] = (w.at(path) as { readonly args: readonly Expr[] }).args as [Expr, Expr]
  if (leaf && same(base, leaf)) return
  expand(w, [...path, 0], leaf)
  const value = w.canon.value(exponent)
  if (!value || !isInteger(value) || value.num > LARGEST_POWER) return
  if (value.num === 0n) w.rule('zero exponent', path, { u: w.at([...path, 0]) }, { strict: true })
  if (value.num < 0n) {
    const letters = { v: integer(1), u: w.at([...path, 0]), n: integer(-value.num) }
    if (w.rule('negative power', path, letters, { strict: true })) expand(w, path, leaf)
  }
  if (value.num < 2n) return
  const inner = w.at([...path, 0])
  if (isCall(inner, 'sqrt') && value.num === 2n) {
    const letters = { u: inner.args[0] as Expr }
    if (w.rule('square of a square root', path, letters, { strict: true })) expand(w, path, leaf)
  } else if (isCall(inner, 'add') && isOpen(w, inner)) multiplyOut(w, path, inner, value.num, leaf)
  else if (inner.kind === 'call' && tidied(w, path) && !isCall(w.at(path), 'power')) expand(w, path, leaf)
}

/** (u + v)^2 by its rule, other powers of sums as products. */
function multiplyOut(w: Working, path: Path, sum: CallNode, n: bigint, leaf: Expr | undefined): void {
  const [u, v] = sum.args as [Expr, Expr]
  const two = integer(2)
  if (n === 2n && sum.args.length === 2) {
    const to = neat(sumOf([raise(u, two), multiply(two, u, v), raise(v, two)]), w.canon)
    if (w.rule('square of a sum', path, { u, v }, { to })) expand(w, path, leaf)
  } else if (w.calculate(path, multiply(...Array.from({ length: Number(n) }, () => sum))))
    expand(w, path, leaf)
}

const expandQuotient: Expanding = (w, path, leaf) => {
  if (cancel(w, path)) {
    expand(w, path, leaf)
    return
  }
  expand(w, [...path, 0], leaf)
  if (tidied(w, path) && !isCall(w.at(path), 'divide')) {
    expand(w, path, leaf)
    return
  }
  const u = w.at(path)
  if (!isCall(u, 'divide')) return
  const [above, below] = u.args as [Expr, Expr]
  if (isOpen(w, above) && isCall(above, 'add')) {
    const to = sumOf(above.args.map((term) => neat(divide(term, below), w.canon)))
    if (w.rule('split the fraction', path, { v_: above.args, w: below }, { to })) expand(w, path, leaf)
  }
}

const EXPANDING: ReadonlyMap<string, Expanding> = new Map([
  ['multiply', expandProduct],
  ['divide', expandQuotient],
  ['power', expandPower],
])

/** Cancels what stands above and below the line, if it is known not to be 0. */
function cancel(w: Working, path: Path): boolean {
  const product = asProduct(w.at(path))
  const shared = common(product.above, product.below)
  if (shared.length === 0) return false
  const above = without(product.above, shared)
  const below = without(product.below, shared)
  const letters = {
    u: productTerm({ ...product, above, below: [] }),
    v: productOf(below.map(factorTerm)),
    w: productOf(shared.map(factorTerm)),
  }
  const to = productTerm({ ...product, above, below })
  return w.rule('cancel a factor', path, letters, { to, strict: true })
}

/** The sum at `path` in its terms, or the one term there. */
export const termsOf = (u: Expr): readonly Expr[] => (isCall(u, 'add') ? u.args : [u])

/** Writes the term at `path` as `to`, which is the same multiplied out: the steps are read backwards. */
export function writeAs(w: Working, path: Path, to: Expr): boolean {
  const scratch = w.beside(equation(to, integer(0)))
  expand(scratch, [0])
  const steps = [...scratch.steps].reverse()
  return w.attempt(() => {
    const result = scratch.at([0])
    if (!w.canon.same(result, w.at(path))) return false
    w.calculate(path, result)
    for (const { rule, letters, path: within, before } of steps) {
      const at = [...path, ...within.slice(1)]
      const done =
        rule === null
          ? w.calculate(at, before)
          : w.rule(rule, at, letters, { back: true, to: before, strict: true })
      if (!done) return false
    }
    return same(w.at(path), to)
  })
}
