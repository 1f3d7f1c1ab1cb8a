/** Quotients as one quotient: sums over a common denominator, common factors cancelled, equal factors as powers. */
import {
  call,
  divide,
  type Expr,
  integer,
  isCall,
  multiply,
  negate,
  productOf,
  raise,
  same,
  sumOf,
} from '../../expression/expr.ts'

const factorsOf = (u: Expr): readonly Expr[] => (isCall(u, 'multiply') ? u.args.flatMap(factorsOf) : [u])

interface Quotient {
  readonly over: Expr
  readonly under: readonly Expr[]
}

/** u as a quotient; what is under the line as factors. */
function quotient(u: Expr): Quotient {
  if (isCall(u, 'negate')) {
    const { over, under } = quotient(u.args[0] as Expr)
    return { over: negate(over), under }
  }
  if (isCall(u, 'divide')) {
    const [top, bottom] = u.args as [Expr, Expr]
    const { over, under } = quotient(top)
    return { over, under: [...under, ...factorsOf(bottom)] }
  }
  if (isCall(u, 'multiply')) {
    const all = u.args.map(quotient)
    return { over: productOf(all.map(({ over }) => over)), under: all.flatMap(({ under }) => under) }
  }
  return { over: u, under: [] }
}

/** Taken out once; undefined where it is not among them. */
function without(factors: readonly Expr[], one: Expr): readonly Expr[] | undefined {
  const at = factors.findIndex((factor) => same(factor, one))
  return at < 0 ? undefined : factors.filter((_, i) => i !== at)
}

const product = (factors: readonly Expr[]): Expr => (factors.length === 0 ? integer(1) : productOf(factors))

/** A sum of quotients over their common denominator. */
export function together(u: Expr): Expr | undefined {
  if (!isCall(u, 'add')) return undefined
  const terms = u.args.map(quotient)
  const denominator: Expr[] = []
  for (const { under } of terms) {
    let left: readonly Expr[] = [...denominator]
    for (const factor of under) {
      const rest = without(left, factor)
      if (rest) left = rest
      else denominator.push(factor)
    }
  }
  if (denominator.length === 0) return undefined
  const over = terms.map((term) => {
    const missing = term.under.reduce<readonly Expr[]>(
      (left, factor) => without(left, factor) ?? left,
      denominator,
    )
    return missing.length === 0 ? term.over : multiply(term.over, ...missing)
  })
  return divide(sumOf(over), product(denominator))
}

/** A quotient without the factors that stand above and below the line. */
export function cancelled(u: Expr): Expr {
  if (!isCall(u, 'divide')) return u
  const [top, bottom] = u.args as [Expr, Expr]
  const [over, under] = [linesOf(top), linesOf(bottom)]
  const [above, below] = common(over.above, under.above)
  const [aboveBelow, belowBelow] = common(over.below, under.below)
  if (above.length === over.above.length && aboveBelow.length === over.below.length) return u
  const size = quotientOf(quotientOf(product(above), aboveBelow), [quotientOf(product(below), belowBelow)])
  return over.isNegative === under.isNegative ? size : negate(size)
}

/** What is above the line and what below, as factors. */
function linesOf(u: Expr): {
  readonly above: readonly Expr[]
  readonly below: readonly Expr[]
  readonly isNegative: boolean
} {
  const isNegative = isCall(u, 'negate')
  const size = isNegative ? (u.args[0] as Expr) : u
  if (!isCall(size, 'divide')) return { above: factorsOf(size), below: [], isNegative }
  const [top, bottom] = size.args as [Expr, Expr]
  return { above: factorsOf(top), below: factorsOf(bottom), isNegative }
}

const isUnit = (u: Expr): boolean => u.kind === 'number' && u.value.num === 1n && u.value.den === 1n

/** Both without the factors that they share. */
function common(a: readonly Expr[], b: readonly Expr[]): readonly [readonly Expr[], readonly Expr[]] {
  let [left, right] = [a, b]
  for (const factor of a) {
    const rest = isUnit(factor) ? undefined : without(right, factor)
    if (!rest) continue
    right = rest
    left = without(left, factor) as readonly Expr[]
  }
  return [left, right]
}

const quotientOf = (top: Expr, bottom: readonly Expr[]): Expr => {
  const under = product(bottom)
  return isUnit(under) ? top : divide(top, under)
}

/** x·x as x². */
export function powered(u: Expr): Expr {
  if (u.kind !== 'call') return u
  const v = call(u.head, u.args.map(powered))
  if (v.head !== 'multiply') return v
  const counts: { readonly factor: Expr; n: number }[] = []
  for (const factor of factorsOf(v)) {
    const known = counts.find((one) => same(one.factor, factor))
    if (known && factor.kind !== 'number') known.n += 1
    else counts.push({ factor, n: 1 })
  }
  if (counts.every(({ n }) => n === 1)) return v
  return productOf(counts.map(({ factor, n }) => (n === 1 ? factor : raise(factor, integer(n)))))
}
