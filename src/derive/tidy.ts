/**
 * Tidying: from what a rule leaves behind to the form a person would leave. Works from the inside
 * out on parts that the derivation made; what the reader typed stays as typed. Each change is a
 * calculation or a named rule, recorded on the sheet. There is no search: every move makes the
 * term simpler in a fixed sense, so it ends.
 */
import {
  add,
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
import { type Path, partAt } from '../expression/path.ts'
import { isInteger, isZero, negated, ONE, signOf } from '../expression/rational.ts'
import type { Letters } from '../rules/compile.ts'
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
import type { Working } from './working.ts'

/** One change of a part: by a rule with its letters, or by calculation. */
interface Move {
  readonly rule?: string
  readonly letters?: Letters
  readonly direction?: 'forward' | 'backward'
  /** Below the part, where the change is. */
  readonly at?: Path
  readonly to: Expr
}

/** Terms that need no tidying: as typed, or tidied before. */
export type Tidied = WeakSet<Expr>

/** Tidies the part at `path`. */
export function tidy(working: Working, path: Path, tidied: Tidied): void {
  for (;;) {
    const part = partAt(working.line, path) as Expr
    if (part.kind !== 'call' || tidied.has(part)) return
    for (let i = 0; i < part.args.length; i += 1) tidy(working, [...path, i], tidied)
    const current = partAt(working.line, path) as Expr
    const move = nextMove(current, working)
    if (!move) {
      if (current.kind === 'call') tidied.add(current)
      return
    }
    const at = [...path, ...(move.at ?? [])]
    if (move.rule) working.rule(move.rule, at, move.letters ?? {}, move.to, move.direction)
    else working.calculate(at, move.to)
  }
}

/** Marks a term and its parts as tidy, except those with a derivative still to be worked out. */
export function keep(u: Expr, tidied: Tidied): boolean {
  if (u.kind !== 'call' || tidied.has(u)) return true
  let done = u.head !== 'D'
  for (const arg of u.args) done = keep(arg, tidied) && done
  if (done) tidied.add(u)
  return done
}

function nextMove(u: Expr, working: Working): Move | undefined {
  if (u.kind !== 'call') return undefined
  switch (u.head) {
    case 'add':
      return tidySum(u, working)
    case 'multiply':
    case 'divide':
    case 'negate':
      return tidyProduct(u, working)
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

const calculated = (u: Expr, to: Expr): Move | undefined => (same(u, to) ? undefined : { to })

function tidySum(u: Expr, working: Working): Move | undefined {
  const terms = asSum(u)
  const gone = terms.filter((term) => isZero(term.coefficient))
  const to = sumTerm(terms.filter((term) => !isZero(term.coefficient)))
  if (gone.length === 0 || working.canon.same(u, to)) return calculated(u, to)
  const r = productTerm({ ...(gone[0] as Product), coefficient: ONE })
  const rest = sumTerm(terms.filter((term) => term !== gone[0]))
  return { rule: 'add and subtract', direction: 'backward', letters: { u: rest, r }, to: rest }
}

function tidyProduct(u: Expr, working: Working): Move | undefined {
  const product = asProduct(u)
  if (isZero(product.coefficient)) return vanish(u, product, working)
  return (
    divideByFraction(product) ??
    liftNegativePower(product) ??
    cancelCommon(product) ??
    mergeExponentials(u, product) ??
    factorOut(u, product) ??
    calculated(u, productTerm(product))
  )
}

/** 0·u is 0 where u is defined. */
function vanish(u: Expr, product: Product, working: Working): Move {
  const zero = integer(0)
  if (working.canon.same(u, zero)) return { to: zero }
  return { rule: 'zero factor', letters: { u: productTerm({ ...product, coefficient: ONE }) }, to: zero }
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

/** Where `part` itself stands in u. */
function pathOf(u: Expr, part: Expr): Path | undefined {
  if (u === part) return []
  if (u.kind !== 'call') return undefined
  for (const [i, arg] of u.args.entries()) {
    const below = pathOf(arg, part)
    if (below) return [i, ...below]
  }
  return undefined
}

function tidyPower(u: Expr): Move | undefined {
  const [base, exponent] = (u as { args: readonly Expr[] }).args as [Expr, Expr]
  const value = literalValue(exponent)
  if (!value) return undefined
  if (isZero(value)) return { rule: 'zero exponent', letters: { u: base }, to: integer(1) }
  if (isInteger(value) && value.num % 2n === 0n && signOf(value) > 0 && isCall(base, 'sqrt')) {
    const radicand = base.args[0] as Expr
    if (value.num === 2n) return { rule: 'square of a square root', letters: { u: radicand }, to: radicand }
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

