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
  const common = terms.reduce<readonly Expr[]>((found, { under }) => {
    const more: Expr[] = []
    let left = found
    for (const factor of under) {
      const rest = without(left, factor)
      if (rest) left = rest
      else more.push(factor)
    }
    return [...found, ...more]
  }, [])
  if (common.length === 0) return undefined
  const over = terms.map((term) => {
    const missing = term.under.reduce<readonly Expr[]>(
      (left, factor) => without(left, factor) ?? left,
      common,
    )
    return missing.length === 0 ? term.over : multiply(term.over, ...missing)
  })
  return divide(sumOf(over), product(common))
}

/** A quotient without the factors that stand above and below the line. */
export function cancelled(u: Expr): Expr {
  if (!isCall(u, 'divide')) return u
  const [top, bottom] = u.args as [Expr, Expr]
  const isNegative = isCall(top, 'negate')
  let over = factorsOf(isNegative ? (top.args[0] as Expr) : top)
  let under = factorsOf(bottom)
  let isShorter = false
  for (const factor of over) {
    const left = factor.kind === 'number' && factor.value.num === 1n ? undefined : without(under, factor)
    if (!left) continue
    under = left
    over = without(over, factor) as readonly Expr[]
    isShorter = true
  }
  if (!isShorter) return u
  const size = under.length === 0 ? product(over) : divide(product(over), product(under))
  return isNegative ? negate(size) : size
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
