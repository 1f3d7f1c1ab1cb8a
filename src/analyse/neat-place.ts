/**
 * A number as a person would write it. Candidates are found formally: one fraction, roots without what
 * can stand before them; the caller proves that the one that is taken is the same number.
 */
import { simplify } from '../derive/simplify.ts'
import {
  add,
  call,
  type Expr,
  integer,
  isCall,
  multiply,
  negate,
  productOf,
  same,
} from '../expression/expr.ts'
import { numberTerm } from '../expression/number-term.ts'
import { exactRoot, isInteger, type Rational, rational } from '../expression/rational.ts'
import type { Facts } from '../verify/signs.ts'
import { type Factor, factored, powerOf, writtenOut } from './proofs/factored.ts'

const LONG = 24
const POSITIVE = 4

/** Shorter forms of the number, the shortest first. */
export function neatForms(value: Expr, facts: Facts, milliseconds: number): Expr[] {
  if (value.kind !== 'call') return []
  const number = facts.canon.value(value)
  if (number) return same(numberTerm(number), value) ? [] : [numberTerm(number)]
  const outside = rootsPulled(value, facts)
  const product = factored(outside)
  const formal = product ? turned(writtenOut(product)) : outside
  const short = formal.size < outside.size ? formal : outside
  const forms = [
    short,
    formal,
    value.size <= LONG ? simplify(short, { assuming: facts.conditions, budget: { milliseconds } }).to : short,
  ]
  return [...new Set(forms)].filter((form) => form.size < value.size).sort((a, b) => a.size - b.size)
}

/** −(a − b) is b − a. */
function turned(u: Expr): Expr {
  if (u.kind !== 'call') return u
  const [sum] = u.args
  if (!isCall(u, 'negate') || !sum || !isCall(sum, 'add') || sum.args.length !== 2) return u
  const [a, b] = sum.args as [Expr, Expr]
  return isCall(b, 'negate') ? add(b.args[0] as Expr, negate(a)) : u
}

/** Roots of products, with the factors that are powers taken out. */
function rootsPulled(u: Expr, facts: Facts): Expr {
  if (u.kind !== 'call') return u
  const args = u.args.map((arg) => rootsPulled(arg, facts))
  const v = args.some((arg, i) => arg !== u.args[i]) ? call(u.head, args) : u
  const [radicand, exponent] = args as [Expr, Expr | undefined]
  const root = isCall(v, 'sqrt') ? numberTerm(rational(1n, 2n)) : isCall(v, 'power') ? exponent : undefined
  const product = root && factored(radicand)
  if (!product || !root || product.number.num <= 0n) return v
  const outside: Expr[] = []
  const inside: Factor[] = []
  for (const factor of product.factors) {
    const out = pulled(factor, root, facts)
    if (out) outside.push(out)
    else inside.push(factor)
  }
  const number = rootOfNumber(product.number, root, facts)
  if (outside.length === 0 && !number) return v
  const rest = writtenOut({ number: number ? rational(1n) : product.number, factors: inside })
  const isOne = rest.kind === 'number' && rest.value.num === 1n && rest.value.den === 1n
  const kept = isOne ? [] : [isCall(v, 'sqrt') ? call('sqrt', [rest]) : call('power', [rest, root])]
  return productOf([...(number ?? []), ...outside, ...kept])
}

function rootOfNumber(number: Rational, root: Expr, facts: Facts): Expr[] | undefined {
  if (number.num === 1n && number.den === 1n) return undefined
  const r = facts.canon.value(root)
  const exact = r?.num === 1n ? exactRoot(number, r.den) : undefined
  return exact && [numberTerm(exact)]
}

/** (bⁿ)ʳ as a power of b or |b| with a whole exponent, if it is one. */
function pulled({ base, exponent }: Factor, root: Expr, facts: Facts): Expr | undefined {
  const [b, n] = isCall(base, 'power') ? (base.args as [Expr, Expr]) : [base, integer(1)]
  const product = factored(multiply(numberTerm(rational(BigInt(exponent))), n, root))
  const value = product?.factors.length === 0 ? product.number : undefined
  if (!value || !isInteger(value) || value.num <= 0n) return undefined
  if (facts.signs(b) === POSITIVE) return powerOf(b, Number(value.num))
  return isCall(base, 'power') ? undefined : powerOf(call('abs', [b]), Number(value.num))
}
