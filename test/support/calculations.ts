/**
 * Random rewritings of a term: legal calculations, which keep its key, and tempting steps that are
 * no calculations, some of them wrong.
 */
import {
  add,
  call,
  divide,
  type Expr,
  exp,
  integer,
  isCall,
  multiply,
  negate,
  productOf,
  raise,
  sumOf,
} from '../../src/expression/expr.ts'
import { numberTerm } from '../../src/expression/number-term.ts'
import { isInteger, minus, rational } from '../../src/expression/rational.ts'
import type { Random } from './random.ts'

/** A change of one node, if it applies there. */
export type Change = (u: Expr, random: Random) => Expr | undefined

const args = (u: Expr): readonly [Expr, Expr] =>
  (u.kind === 'call' ? u.args : []) as unknown as readonly [Expr, Expr]
const head = (u: Expr): string => (u.kind === 'call' ? u.head : '')
const wholeExponent = (u: Expr): bigint | undefined => {
  if (!isCall(u, 'power')) return undefined
  const [, n] = args(u)
  return n.kind === 'number' && isInteger(n.value) && n.value.num > 0n && n.value.num < 9n
    ? n.value.num
    : undefined
}
const MIRROR: Readonly<Record<string, string>> = { '<': '>', '>': '<', '<=': '>=', '>=': '<=' }
const CASES = new Set(['piecewise', '<', '>', '<=', '>=', '=', '!=', 'and', 'or'])
const isQuantity = (u: Expr): boolean => !CASES.has(head(u)) || head(u) === 'piecewise'

/** Changes that a calculation may make. */
export const CALCULATIONS: Readonly<Record<string, Change>> = {
  order: (u, random) =>
    isCall(u, 'add') || isCall(u, 'multiply') ? call(u.head, random.shuffled(u.args)) : undefined,
  bracket: (u, random) => {
    if (!(isCall(u, 'add') || isCall(u, 'multiply')) || u.args.length < 3) return undefined
    const k = random.whole(2, u.args.length - 1)
    return call(u.head, [call(u.head, u.args.slice(0, k)), ...u.args.slice(k)])
  },
  flatten: (u) => {
    if (!(isCall(u, 'add') || isCall(u, 'multiply'))) return undefined
    return call(
      u.head,
      u.args.flatMap((arg) => (isCall(arg, u.head) ? arg.args : [arg])),
    )
  },
  'add 0': (u) => (isQuantity(u) ? add(u, integer(0)) : undefined),
  'times 1': (u) => (isQuantity(u) ? multiply(integer(1), u) : undefined),
  'over 1': (u) => (isQuantity(u) ? divide(u, integer(1)) : undefined),
  'twice negated': (u) => (isQuantity(u) ? negate(negate(u)) : undefined),
  'minus one times': (u) => (isCall(u, 'negate') ? multiply(negate(integer(1)), args(u)[0]) : undefined),
  'split a number': (u, random) => {
    if (u.kind !== 'number') return undefined
    const part = rational(BigInt(random.whole(-3, 3)))
    return add(numberTerm(minus(u.value, part)), numberTerm(part))
  },
  'number as a quotient': (u, random) => {
    if (u.kind !== 'number' || !isInteger(u.value)) return undefined
    const k = BigInt(random.whole(1, 5))
    return divide(integer(u.value.num * k), integer(k))
  },
  'half and half': (u) =>
    isQuantity(u) ? add(divide(u, integer(2)), multiply(divide(integer(1), integer(2)), u)) : undefined,
  'more and less': (u) =>
    isQuantity(u) ? add(multiply(integer(3), u), negate(multiply(integer(2), u))) : undefined,
  'square as a product': (u) => {
    const n = wholeExponent(u)
    if (n === undefined || n < 2n) return undefined
    return multiply(args(u)[0], raise(args(u)[0], integer(n - 1n)))
  },
  'product as a square': (u) => {
    if (!isCall(u, 'multiply') || u.args.length !== 2) return undefined
    return u.args[0] === u.args[1] ? raise(args(u)[0], integer(2)) : undefined
  },
  'power of a product': (u) => {
    const n = wholeExponent(u)
    const [base] = args(u)
    if (n === undefined || !base || !isCall(base, 'multiply')) return undefined
    return productOf(base.args.map((factor) => raise(factor, integer(n))))
  },
  'power of a quotient': (u) => {
    const n = wholeExponent(u)
    const [base] = args(u)
    if (n === undefined || !base || !isCall(base, 'divide')) return undefined
    return divide(raise(args(base)[0], integer(n)), raise(args(base)[1], integer(n)))
  },
  'divide in turn': (u) => {
    if (!isCall(u, 'divide') || !isCall(args(u)[1], 'multiply')) return undefined
    const [first, ...rest] = (args(u)[1] as Expr & { args: readonly Expr[] }).args
    return divide(divide(args(u)[0], first as Expr), productOf(rest))
  },
  'divide at once': (u) => {
    if (!isCall(u, 'divide') || !isCall(args(u)[0], 'divide')) return undefined
    const [top, below] = args(args(u)[0])
    return divide(top, multiply(below, args(u)[1]))
  },
  'factor out of a quotient': (u) => {
    if (!isCall(u, 'divide') || !isCall(args(u)[0], 'multiply')) return undefined
    const [first, ...rest] = (args(u)[0] as Expr & { args: readonly Expr[] }).args
    return multiply(divide(first as Expr, args(u)[1]), ...rest)
  },
  'number into a sum': (u) => {
    if (!isCall(u, 'multiply') || u.args.length !== 2) return undefined
    const [n, s] = args(u)
    return n.kind === 'number' && n.value.num !== 0n && isCall(s, 'add')
      ? sumOf(s.args.map((term) => multiply(n, term)))
      : undefined
  },
  'sign into a sum': (u) => {
    const [s] = args(u)
    return isCall(u, 'negate') && s && isCall(s, 'add') ? sumOf(s.args.map(negate)) : undefined
  },
  'divisor into a sum': (u) => {
    if (!isCall(u, 'divide')) return undefined
    const [s, n] = args(u)
    return isCall(s, 'add') && n.kind === 'number' && n.value.num !== 0n
      ? sumOf(s.args.map((term) => divide(term, n)))
      : undefined
  },
  'zero times what is defined everywhere': (u, random) => {
    const extra = random.pick([call('sin', [exp(integer(2))]), exp(integer(3)), integer(7)])
    return isQuantity(u) ? add(u, multiply(integer(0), extra)) : undefined
  },
  'turned question': (u) => {
    const mirror = MIRROR[head(u)]
    return mirror === undefined ? undefined : call(mirror, [args(u)[1], args(u)[0]])
  },
}

/** Steps that are no calculations: rules at best, wrong at worst. */
export const TEMPTATIONS: Readonly<Record<string, Change>> = {
  'cancelled factor': (u) => (isQuantity(u) ? divide(multiply(u, u), u) : undefined),
  'over itself': (u) => (isQuantity(u) ? multiply(u, divide(u, u)) : undefined),
  'turned over twice': (u) => (isQuantity(u) ? divide(integer(1), divide(integer(1), u)) : undefined),
  'negative power': (u) =>
    isCall(u, 'divide') ? multiply(args(u)[0], raise(args(u)[1], negate(integer(1)))) : undefined,
  'zero times': (u) => (isQuantity(u) ? add(u, multiply(integer(0), call('log', [u]))) : undefined),
  'exponent 0': (u) => (isQuantity(u) ? multiply(u, raise(u, integer(0))) : undefined),
  'exponent 1': (u) => (isQuantity(u) ? raise(u, integer(1)) : undefined),
  'root of the square': (u) => (isQuantity(u) ? call('sqrt', [raise(u, integer(2))]) : undefined),
  'third root of the cube': (u) =>
    isQuantity(u) ? raise(raise(u, integer(3)), divide(integer(1), integer(3))) : undefined,
  'square of the root': (u) => (isQuantity(u) ? raise(call('sqrt', [u]), integer(2)) : undefined),
  distribute: (u) => {
    const [a, s] = args(u)
    return isCall(u, 'multiply') && u.args.length === 2 && s && isCall(s, 'add')
      ? sumOf(s.args.map((term) => multiply(a, term)))
      : undefined
  },
  'divide by parts': (u) => {
    const [a, b] = args(u)
    return isCall(u, 'divide') && isCall(b, 'divide')
      ? divide(multiply(a, args(b)[1]), args(b)[0])
      : undefined
  },
  'exponents added': (u) => {
    const [a, b] = args(u)
    return isCall(u, 'multiply') && isCall(a, 'exp') && b && isCall(b, 'exp')
      ? exp(add(args(a)[0], args(b)[0]))
      : undefined
  },
  'power in turn': (u) => {
    const [base, n] = args(u)
    return isCall(u, 'power') && isCall(base, 'power')
      ? raise(args(base)[0], multiply(args(base)[1], n))
      : undefined
  },
  'root of a product': (u) => {
    const [base, n] = args(u)
    return isCall(u, 'power') && isCall(base, 'multiply')
      ? productOf(base.args.map((factor) => raise(factor, n)))
      : undefined
  },
  'operand lost': (u) => (u.kind === 'call' && isQuantity(u) ? u.args[0] : undefined),
  'operands exchanged': (u) =>
    u.kind === 'call' && u.args.length === 2 ? call(u.head, [args(u)[1], args(u)[0]]) : undefined,
  'sign moved': (u) => {
    const [a] = args(u)
    return u.kind === 'call' && u.args.length === 1 && a && isCall(a, 'negate')
      ? negate(call(u.head, a.args))
      : undefined
  },
  'reciprocal in turn': (u) =>
    isCall(u, 'divide') ? divide(integer(1), divide(args(u)[1], args(u)[0])) : undefined,
}

/** A term in which more of the changes apply than in a random one, of the given parts. */
export function shaped([p, q, r]: readonly [Expr, Expr, Expr], random: Random): Expr {
  const n = integer(random.whole(2, 4))
  return random.pick<Expr>([
    raise(multiply(p, q), n),
    raise(divide(p, q), n),
    divide(p, multiply(q, r)),
    divide(divide(p, q), r),
    divide(multiply(p, q), r),
    multiply(n, add(p, q)),
    divide(add(p, q), n),
    multiply(p, p),
    divide(divide(p, q), divide(r, p)),
    raise(raise(p, n), divide(integer(1), n)),
    multiply(exp(p), exp(q)),
    negate(add(p, negate(q))),
    divide(p, divide(integer(1), q)),
    raise(multiply(negate(n), p), negate(integer(1))),
    multiply(integer(0), add(p, q)),
    add(p, negate(p), q),
  ])
}

/** The term with the change made at a random place where it applies; itself where there is none. */
export function changed(u: Expr, change: Change, random: Random): Expr {
  const places: number[][] = []
  const visit = (v: Expr, path: number[]): void => {
    places.push(path)
    if (v.kind === 'call') for (const [i, arg] of v.args.entries()) visit(arg, [...path, i])
  }
  visit(u, [])
  for (const path of random.shuffled(places)) {
    const found = at(u, path, (part) => change(part, random))
    if (found) return found
  }
  return u
}

function at(u: Expr, path: readonly number[], f: (u: Expr) => Expr | undefined): Expr | undefined {
  const [first, ...rest] = path
  if (first === undefined) return f(u)
  if (u.kind !== 'call') return undefined
  const part = at(u.args[first] as Expr, rest, f)
  return (
    part &&
    call(
      u.head,
      u.args.map((arg, i) => (i === first ? part : arg)),
    )
  )
}
