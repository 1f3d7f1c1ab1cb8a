/** Multiplying out: a side of an equation as a sum of products, as far as the variable is concerned. */
import {
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

/** Multiplies out what mentions the variable in the term at `path`. */
export function expand(w: Working, path: Path): void {
  const u = w.at(path)
  if (u.kind !== 'call' || !w.varies(u)) return
  switch (u.head) {
    case 'add':
    case 'negate':
      for (const i of u.args.keys()) expand(w, [...path, i])
      tidied(w, path)
      break
    case 'multiply':
      expandProduct(w, path)
      break
    case 'divide':
      expandQuotient(w, path)
      break
    case 'power':
      expandPower(w, path)
      break
  }
}

const tidied = (w: Working, path: Path): boolean => w.calculate(path, neat(w.at(path), w.canon))

const isOpen = (w: Working, u: Expr): boolean => isCall(u, 'add') && w.varies(u)

function expandProduct(w: Working, path: Path): void {
  for (const i of (w.at(path) as { args: readonly Expr[] }).args.keys()) {
    expand(w, [...path, i])
  }
  const u = w.at(path)
  const factors = isCall(u, 'multiply') ? u.args : [u]
  const i = factors.findIndex((factor) => isOpen(w, factor))
  if (i < 0) {
    if (!tidied(w, path)) return
    return isCall(w.at(path), 'multiply') ? undefined : expand(w, path)
  }
  const rest = productOf(factors.filter((_, k) => k !== i))
  const terms = (factors[i] as { readonly args?: readonly Expr[] }).args ?? []
  const to = sumOf(terms.map((term) => neat(multiply(rest, term), w.canon)))
  if (w.rule('distribute', path, { u: rest, v_: terms }, { to })) expand(w, path)
}

function expandPower(w: Working, path: Path): void {
  const [base, exponent] = (w.at(path) as { args: readonly Expr[] }).args as [Expr, Expr]
  expand(w, [...path, 0])
  const value = w.canon.value(exponent)
  if (!value || !isInteger(value) || value.num < 2n || value.num > LARGEST_POWER) return
  if (isCall(base, 'sqrt') && value.num === 2n) {
    w.rule('square of a square root', path, { u: base.args[0] as Expr }, { strict: true })
    return expand(w, path)
  }
  const open = isOpen(w, w.at([...path, 0]))
  const inner = w.at([...path, 0])
  if (open) {
    if (value.num === 2n && inner.kind === 'call' && inner.args.length === 2) {
      const [u, v] = inner.args as [Expr, Expr]
      const two = integer(2)
      const to = neat(sumOf([raise(u, two), multiply(two, u, v), raise(v, two)]), w.canon)
      if (w.rule('square of a sum', path, { u, v }, { to })) expand(w, path)
      return
    }
    const copies = Array.from({ length: Number(value.num) }, () => inner)
    if (w.calculate(path, multiply(...copies))) expand(w, path)
  } else if (inner.kind === 'call' && tidied(w, path) && !isCall(w.at(path), 'power')) expand(w, path)
}

function expandQuotient(w: Working, path: Path): void {
  expand(w, [...path, 0])
  if (tidied(w, path) && !isCall(w.at(path), 'divide')) return expand(w, path)
  const u = w.at(path)
  if (!isCall(u, 'divide')) return
  const [above, below] = u.args as [Expr, Expr]
  if (isOpen(w, above) && isCall(above, 'add')) {
    const to = sumOf(above.args.map((term) => neat(divide(term, below), w.canon)))
    if (w.rule('split the fraction', path, { v_: above.args, w: below }, { to })) expand(w, path)
    return
  }
  cancel(w, path)
}

/** Cancels what stands above and below the line, if it is known not to be 0. */
export function cancel(w: Working, path: Path): boolean {
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
  if (!w.rule('cancel a factor', path, letters, { to, strict: true })) return false
  expand(w, path)
  return true
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
