/** Two powers or exponentials u and v: u > v where log u > log v, as the exponential function rises. */
import type { Holds, Monotone, Proof } from '../../../expression/claim.ts'
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
  symbol,
} from '../../../expression/expr.ts'
import { literalValue, numberTerm } from '../../../expression/number-term.ts'
import { isInteger, isOne, signOf } from '../../../expression/rational.ts'
import type { Work } from '../work.ts'
import { from, type Inequality } from './form.ts'

export function byLogarithms(inequality: Inequality, work: Work): Proof | undefined {
  const { of, claim, strict } = inequality
  const [u, v] = twoTerms(of) ?? []
  if (!u || !v || (!isPower(u) && !isPower(v))) return undefined
  const [a, b] = [logOf(v), logOf(u)]
  const rises: Monotone = { ...EXPONENTIAL, variable: LETTER }
  const condition = call(strict ? '<' : '<=', [exp(a), exp(b)])
  const above: Holds = { ...claim, condition }
  const first = work.by('monotony', above, { claim: rises, terms: { a, b } })
  if (!first) return undefined
  const inner = { ...claim, assuming: [...claim.assuming, condition] }
  const second = from({ ...inequality, claim: inner }, add(exp(b), negate(exp(a))), integer(1), work)
  return second && { by: 'lemma', conditions: [condition], from: [first, second] }
}

const LETTER = 't_0'
const EXPONENTIAL = {
  kind: 'monotone',
  assuming: [],
  of: exp(symbol(LETTER)),
  direction: 'increasing',
  strictly: true,
} as const

/** The u and v of u − v. */
function twoTerms(of: Expr): readonly [Expr, Expr] | undefined {
  if (!isCall(of, 'add') || of.args.length !== 2) return undefined
  const [p, q] = of.args as [Expr, Expr]
  if (isCall(p, 'negate') === isCall(q, 'negate')) return undefined
  const [plus, minus] = isCall(p, 'negate') ? [q, p] : [p, q]
  return [plus, (minus as Extract<Expr, { readonly kind: 'call' }>).args[0] as Expr]
}

/** Is there an exponential in it, or a power that is none of whole numbers? */
function isPower(u: Expr): boolean {
  if (u.kind !== 'call') return false
  if (u.head === 'exp') return true
  if (u.head === 'power') {
    const value = literalValue(u.args[1] as Expr)
    return !value || !isInteger(value)
  }
  return (u.head === 'multiply' || u.head === 'divide') && u.args.some(isPower)
}

/** The logarithm of a product of powers, taken apart. */
function logOf(u: Expr): Expr {
  const value = literalValue(u)
  if (value && isOne(value)) return integer(0)
  if (value && signOf(value) > 0) return call('log', [numberTerm(value)])
  if (u.kind === 'symbol' && u.name === 'e') return integer(1)
  if (u.kind !== 'call') return call('log', [u])
  const [p, q] = u.args as [Expr, Expr]
  switch (u.head) {
    case 'exp':
      return p
    case 'power':
      return multiply(q, logOf(p))
    case 'sqrt':
      return divide(logOf(p), integer(2))
    case 'multiply':
      return call('add', u.args.map(logOf))
    case 'divide':
      return add(logOf(p), negate(logOf(q)))
  }
  return call('log', [u])
}
