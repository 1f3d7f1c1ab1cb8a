/**
 * Tidying: from what a rule leaves behind to the form a person would leave. Works from the inside
 * out on parts that the derivation made; what the reader typed stays as typed. Each change is a
 * calculation or a named rule, recorded on the sheet. There is no search: every move makes the
 * term simpler in a fixed sense, so it ends.
 */
import type { Canon } from '../expression/canonical.ts'
import {
  add,
  type CallNode,
  call,
  divide,
  type Expr,
  exp,
  integer,
  isCall,
  literalValue,
  multiply,
  numberTerm,
  productOf,
  raise,
  same,
} from '../expression/expr.ts'
import { type Path, partAt, replaceAt } from '../expression/path.ts'
import { isInteger, isZero, negated, ONE, signOf } from '../expression/rational.ts'
import type { Letters } from '../rules/compile.ts'
import { along, below, type Place, type Sheet } from './sheet.ts'
import {
  asProduct,
  asSum,
  common,
  factorTerm,
  type Product,
  productTerm,
  sumTerm,
  without,
} from './view.ts'

/** One change of a part: by a rule with its letters, or by calculation. */
interface Move {
  readonly rule?: string
  readonly letters?: Letters
  readonly direction?: 'forward' | 'backward'
  /** Below the part, where the change is. */
  readonly at?: Path
  readonly to: Expr
  /** Nothing is left to do afterwards. */
  readonly settled?: true
}

/** Terms that need no tidying: as typed, or tidied before. */
export type Tidied = Set<Expr>

/** What tidying needs: where to write, what counts as a calculation, and what to leave alone. */
export interface Desk {
  readonly sheet: Sheet
  readonly canon: Canon
  readonly tidied: Tidied
}

/** Tidies u, which stands at `at`, and returns what became of it. */
export function tidy(u: Expr, at: Place | undefined, desk: Desk): Expr {
  let part = u
  for (;;) {
    if (part.kind !== 'call' || desk.tidied.has(part)) return part
    part = withTidyOperands(part, at, desk)
    const move = nextMove(part, desk.canon)
    if (!move) {
      desk.tidied.add(part)
      return part
    }
    const path = move.at ?? []
    const place = along(at, path)
    const before = partAt(part, path) as Expr
    if (move.rule) desk.sheet.rule(move.rule, place, move.letters ?? {}, before, move.to, move.direction)
    else desk.sheet.calculate(place, before, move.to)
    part = replaceAt(part, path, move.to) as Expr
    if (move.settled) {
      keep(part, desk.tidied)
      return part
    }
  }
}

function withTidyOperands(u: CallNode, at: Place | undefined, desk: Desk): CallNode {
  let changed = false
  const args = u.args.map((arg, i) => {
    const tidied = tidy(arg, below(at, i), desk)
    changed ||= tidied !== arg
    return tidied
  })
  return changed ? call(u.head, args) : u
}

/** Marks a term and its parts as tidy, except those with a derivative still to be worked out. */
export function keep(u: Expr, tidied: Tidied): boolean {
  if (u.kind !== 'call' || tidied.has(u)) return true
  let done = u.head !== 'D'
  for (const arg of u.args) done = keep(arg, tidied) && done
  if (done) tidied.add(u)
  return done
}

function nextMove(u: CallNode, canon: Canon): Move | undefined {
  switch (u.head) {
    case 'add':
      return tidySum(u, canon)
    case 'multiply':
    case 'divide':
    case 'negate':
      return tidyProduct(u, canon)
    case 'power':
      return tidyPower(u)
    case 'exp':
      return tidyExp(u)
    case 'piecewise':
      return tidyPiecewise(u)
    default:
      return undefined
  }
}

const calculated = (u: Expr, to: Expr): Move | undefined =>
  same(u, to) ? undefined : { to, settled: true }

function tidySum(u: Expr, canon: Canon): Move | undefined {
  const terms = asSum(u)
  const gone = terms.filter((term) => isZero(term.coefficient))
  const to = sumTerm(terms.filter((term) => !isZero(term.coefficient)))
  if (gone.length === 0 || canon.same(u, to)) return calculated(u, to)
  const r = productTerm({ ...(gone[0] as Product), coefficient: ONE })
  const rest = sumTerm(terms.filter((term) => term !== gone[0]))
  return { rule: 'add and subtract', direction: 'backward', letters: { u: rest, r }, to: rest }
}

function tidyProduct(u: Expr, canon: Canon): Move | undefined {
  const product = asProduct(u)
  if (isZero(product.coefficient)) return vanish(u, product, canon)
  return (
    squareOfRoot(u, product) ??
    divideByFraction(product) ??
    liftNegativePower(product) ??
    cancelCommon(product) ??
    mergeExponentials(u, product) ??
    factorOut(u, product) ??
    calculated(u, productTerm(product))
  )
}

/** 0·u is 0 where u is defined. */
function vanish(u: Expr, product: Product, canon: Canon): Move {
  const zero = integer(0)
  if (canon.same(u, zero)) return { to: zero }
  return { rule: 'zero factor', letters: { u: productTerm({ ...product, coefficient: ONE }) }, to: zero }
}

/** √w·√w is w: first written as a square, then the rule. */
function squareOfRoot(u: Expr, product: Product): Move | undefined {
  const root = [...product.above, ...product.below].find((f) => isCall(f.base, 'sqrt') && f.exponent === 2n)
  if (!root) return undefined
  const square = factorTerm(root)
  const at = pathOf(u, square, same)
  const radicand = operand(root.base)
  if (at) return { rule: 'square of a square root', letters: { u: radicand }, at, to: radicand }
  const to = productTerm(product)
  return same(u, to) ? undefined : { to }
}

/** u/(v/w) → (u·w)/v */
function divideByFraction(product: Product): Move | undefined {
  const factor = product.below.find((f) => isCall(f.base, 'divide'))
  if (!factor) return undefined
  const [above, below] = (factor.base as { args: readonly Expr[] }).args as [Expr, Expr]
  const rest = { ...product, below: product.below.filter((f) => f !== factor) }
  const [v, w] = [above, below].map((base) => productTerm(asProduct(factorTerm({ base, exponent: factor.exponent }))))
  const letters = { u: productTerm(rest), v: v as Expr, w: w as Expr }
  return { rule: 'divide by a fraction', letters, to: divide(multiply(letters.u, letters.w), letters.v) }
}

/** v·u^-n → v/u^n */
function liftNegativePower(product: Product): Move | undefined {
  const factor = product.above.find((f) => isNegativePower(f.base))
  if (!factor || factor.exponent !== 1n || !isCall(factor.base, 'power')) return undefined
  const [base, exponent] = factor.base.args as [Expr, Expr]
  const value = literalValue(exponent)
  const n = value ? numberTerm(negated(value)) : (exponent as { args: readonly Expr[] }).args[0] as Expr
  const rest = { ...product, above: product.above.filter((f) => f !== factor) }
  const power = value && isInteger(value) ? { base, exponent: -value.num } : { base: raise(base, n), exponent: 1n }
  const v = productTerm(rest)
  return value
    ? { rule: 'negative power', letters: { v, u: base, n }, to: productTerm({ ...rest, below: [...rest.below, power] }) }
    : {
        rule: 'negative power, real exponent',
        letters: { v, u: base, w: n },
        to: productTerm({ ...rest, below: [...rest.below, power] }),
      }
}

function isNegativePower(u: Expr): boolean {
  if (!isCall(u, 'power')) return false
  const exponent = u.args[1] as Expr
  const value = literalValue(exponent)
  return value ? signOf(value) < 0 : isCall(exponent, 'negate')
}

/** (u·w)/(v·w) → u/v */
function cancelCommon(product: Product): Move | undefined {
  const shared = common(product.above, product.below)
  if (shared.length === 0) return undefined
  const w = productOf(shared.map(factorTerm))
  const above = without(product.above, shared)
  const below = without(product.below, shared)
  const u = productTerm({ ...product, above, below: [] })
  const v = productOf(below.map(factorTerm))
  return { rule: 'cancel a factor', letters: { u, v, w }, to: productTerm({ ...product, above, below }) }
}

/** e^u·e^-u → 1: exponentials that stand together and whose exponents add up to a number. */
function mergeExponentials(u: Expr, product: Product): Move | undefined {
  const exponentials = product.above.filter((f) => isCall(f.base, 'exp') && f.exponent === 1n)
  for (const [i, f] of exponentials.entries()) {
    for (const g of exponentials.slice(i + 1)) {
      const letters = { u: operand(f.base), v: operand(g.base) }
      const total = sumTerm(asSum(add(letters.u, letters.v)))
      const at = total.kind === 'number' ? pathOfBoth(u, f.base, g.base) : undefined
      if (at) return { rule: 'product of exponentials', letters, at, to: exp(total) }
    }
  }
  return undefined
}

const operand = (u: Expr): Expr => (u as { args: readonly Expr[] }).args[0] as Expr

/** Where two operands of one product stand in u. */
function pathOfBoth(u: Expr, a: Expr, b: Expr): Path | undefined {
  const [first, second] = [pathOf(u, a), pathOf(u, b)]
  const parent = first?.slice(0, -1)
  const product = parent && partAt(u, parent)
  const [i, j] = [first?.at(-1), second?.at(-1)]
  const together = second && parent && second.length === first?.length && parent.every((n, k) => n === second[k])
  if (!together || !product || !isCall(product, 'multiply') || typeof i !== 'number' || typeof j !== 'number') return undefined
  if (product.args.length === 2) return parent
  return [...parent, i < j ? [i, j] : [j, i]]
}

/** A sum above a fraction line whose terms share a factor: take it out if something then cancels. */
function factorOut(u: Expr, product: Product): Move | undefined {
  const place = product.above.findIndex((f) => isCall(f.base, 'add') && f.exponent === 1n)
  const sum = product.above[place]?.base
  if (!sum || product.below.length === 0) return undefined
  const terms = asSum(sum)
  if (terms.length < 2 || terms.some((term) => term.below.length > 0)) return undefined
  const shared = terms.map((term) => term.above).reduce(common)
  if (shared.length === 0) return undefined
  const rest = terms.map((term) => ({ ...term, above: without(term.above, shared) }))
  const inner = sumTerm(asSum(add(...rest.map(productTerm))))
  const helps = common(shared, product.below).length > 0 || inner.size < sumTerm(rest).size
  const at = helps ? pathOf(u, sum) : undefined
  if (!at) return undefined
  const g = productOf(shared.map(factorTerm))
  const parts = rest.map(productTerm)
  return {
    rule: 'distribute',
    direction: 'backward',
    letters: { u: g, v_: parts },
    at,
    to: multiply(g, add(...parts)),
  }
}

/** Where `part` itself (or one that is `like` it) stands in u. */
function pathOf(u: Expr, part: Expr, like: (a: Expr, b: Expr) => boolean = Object.is): Path | undefined {
  if (like(u, part)) return []
  if (u.kind !== 'call') return undefined
  for (const [i, arg] of u.args.entries()) {
    const path = pathOf(arg, part, like)
    if (path) return [i, ...path]
  }
  return undefined
}

function tidyPower(u: Expr): Move | undefined {
  const [base, exponent] = (u as { args: readonly Expr[] }).args as [Expr, Expr]
  const value = literalValue(exponent)
  if (!value) return undefined
  if (isZero(value)) return { rule: 'zero exponent', letters: { u: base }, to: integer(1) }
  if (value.den === 1n && value.num === 2n && isCall(base, 'sqrt')) {
    return { rule: 'square of a square root', letters: { u: operand(base) }, to: operand(base) }
  }
  return isInteger(value) && signOf(value) > 0 ? calculated(u, productTerm(asProduct(u))) : undefined
}

function tidyExp(u: Expr): Move | undefined {
  const exponent = operand(u)
  if (exponent.kind === 'number' && isZero(exponent.value)) return { rule: 'exp at 0', letters: {}, to: integer(1) }
  return undefined
}

/** Branches within the last branch are written in one row. */
function tidyPiecewise(u: Expr): Move | undefined {
  if (u.kind !== 'call') return undefined
  const last = u.args.length % 2 === 1 ? u.args[u.args.length - 1] : undefined
  if (!last || !isCall(last, 'piecewise')) return undefined
  return { to: call('piecewise', [...u.args.slice(0, -1), ...last.args]) }
}

