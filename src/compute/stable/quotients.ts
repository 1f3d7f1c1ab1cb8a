/** Terms as one quotient each, above and below the line as factors; what is no sum, product or quotient is a factor. */
import { type Expr, integer, isCall, negate, productOf, same, sumOf } from '../../expression/expr.ts'
import { slimmed } from './expand.ts'

export interface Quotient {
  readonly over: readonly Expr[]
  readonly under: readonly Expr[]
}

/** Larger whole powers are not written out. */
const HIGHEST = 4n

const MINUS = negate(integer(1))

/** u as one quotient, shared factors cancelled. */
export function asQuotient(u: Expr): Quotient {
  if (u.kind !== 'call') return { over: [u], under: [] }
  const [a, b] = u.args as [Expr, Expr]
  switch (u.head) {
    case 'negate':
      return times({ over: [MINUS], under: [] }, asQuotient(a))
    case 'multiply':
      return u.args.map(asQuotient).reduce(times)
    case 'divide':
      return times(asQuotient(a), turned(asQuotient(b)))
    case 'add':
      return sum(u.args.map(asQuotient))
    case 'power':
      return powerOf(a, b) ?? { over: [u], under: [] }
    default:
      return { over: [u], under: [] }
  }
}

const turned = ({ over, under }: Quotient): Quotient => ({ over: under, under: over })

function powerOf(base: Expr, exponent: Expr): Quotient | undefined {
  if (exponent.kind !== 'number' || exponent.value.den !== 1n) return undefined
  const n = exponent.value.num
  const size = n < 0n ? -n : n
  if (size === 0n || size > HIGHEST) return undefined
  const one = asQuotient(base)
  return Array.from({ length: Number(size) }, () => (n < 0n ? turned(one) : one)).reduce(times)
}

function times(a: Quotient, b: Quotient): Quotient {
  const [over, under] = cancelled([...a.over, ...b.over], [...a.under, ...b.under])
  return { over, under }
}

/** Both lists without what they share. */
function cancelled(a: readonly Expr[], b: readonly Expr[]): readonly [readonly Expr[], readonly Expr[]] {
  const left: Expr[] = []
  const right = [...b]
  for (const factor of a) {
    const at = right.findIndex((other) => same(other, factor))
    if (at < 0) left.push(factor)
    else right.splice(at, 1)
  }
  return [left, right]
}

/** Over the least common denominator. */
function sum(terms: readonly Quotient[]): Quotient {
  const under: Expr[] = []
  for (const term of terms) under.push(...cancelled(term.under, under)[0])
  const over = terms.map((term) => product([...term.over, ...cancelled(under, term.under)[0]]))
  const top = slimmed(sumOf(over))
  return times({ over: factorsOf(top), under: [] }, { over: [], under })
}

const factorsOf = (u: Expr): readonly Expr[] =>
  isCall(u, 'multiply')
    ? u.args.flatMap(factorsOf)
    : isCall(u, 'negate')
      ? [MINUS, ...factorsOf(u.args[0] as Expr)]
      : [u]

/** The product of factors. */
export const product = (factors: readonly Expr[]): Expr =>
  factors.length === 0 ? integer(1) : factors.length === 1 ? (factors[0] as Expr) : productOf(factors)

/** Do the factors come in pairs of the same? Their product is then a square. */
export function isSquare(factors: readonly Expr[]): boolean {
  const left: Expr[] = []
  for (const factor of factors) {
    const at = left.findIndex((other) => same(other, factor))
    if (at < 0) left.push(factor)
    else left.splice(at, 1)
  }
  return left.every((factor) => factor.kind === 'number' && factor.value.num > 0n)
}
