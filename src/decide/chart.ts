/**
 * The natural domain of a formula in one letter, as a sign chart: if the conditions are about
 * products, powers and absolute values of polynomials, they cannot change their truth between
 * neighbouring roots. So the domains of two formulas are compared at the roots and once in between.
 */
import { type Condition, OPPOSITE, RELATED } from '../expression/condition.ts'
import { add, type CallNode, type Expr, isCall, negate } from '../expression/expr.ts'
import {
  compareRationals,
  isZero,
  minus,
  plus,
  type Rational,
  rational,
  signOf,
} from '../expression/rational.ts'
import { exponentValue } from '../rules/exponent.ts'
import { type Coefficients, coefficients, roots, simplestBetween, valueAt } from './roots.ts'

/** Its terms' signs by the values of the letter. */
type SignAt = (x: Rational) => number

interface Chart {
  readonly stops: readonly Rational[]
  /** Do all conditions hold there? */
  readonly holds: (x: Rational) => boolean
}

const NO_VALUES: ReadonlyMap<string, Rational> = new Map()
const NEAR = rational(1n, 1n << 200n)

/** The sign of a polynomial; 0 at the numbers that stand for its roots. */
function polynomialSign(p: Coefficients, found: readonly Rational[]): SignAt {
  const isRoot = (x: Rational): boolean =>
    found.some(
      (root) => compareRationals(minus(root, NEAR), x) <= 0 && compareRationals(x, plus(root, NEAR)) <= 0,
    )
  return (x) => (isRoot(x) ? 0 : signOf(valueAt(p, x)))
}

/** The sign of a term, and the roots of the polynomials it is made of. */
function signs(u: Expr, name: string, stops: Rational[]): SignAt | undefined {
  const polynomial = coefficients(u, name, NO_VALUES)
  if (polynomial) {
    const found = roots(polynomial)
    stops.push(...found)
    return polynomialSign(polynomial, found)
  }
  if (u.kind !== 'call') return undefined
  const exponent = isCall(u, 'power') ? exponentValue(u.args[1] as Expr) : undefined
  const powers = isCall(u, 'abs') || isCall(u, 'sqrt') || exponent !== undefined
  if (!powers && !isCall(u, 'multiply') && !isCall(u, 'divide') && !isCall(u, 'negate')) return undefined
  const parts = (powers ? u.args.slice(0, 1) : u.args).map((arg) => signs(arg, name, stops))
  if (!parts.every((part) => part !== undefined)) return undefined
  if (isCall(u, 'negate')) return (x) => -(parts[0] as SignAt)(x)
  const even =
    !isCall(u, 'multiply') &&
    !isCall(u, 'divide') &&
    (exponent === undefined || exponent.num % 2n === 0n || exponent.den % 2n === 0n)
  return (x) => {
    const sign = parts.reduce((product, part) => product * (part as SignAt)(x), 1)
    return even ? Math.abs(sign) : sign
  }
}

function chart(conditions: readonly Condition[], name: string): Chart | undefined {
  const stops: Rational[] = []
  const tests: ((x: Rational) => boolean)[] = []
  for (const condition of conditions) {
    if (condition.kind !== 'call' || !OPPOSITE.has(condition.head)) return undefined
    const { head, args } = condition as CallNode
    const [l, r] = args as readonly [Expr, Expr]
    const sign = signs(r.kind === 'number' && isZero(r.value) ? l : add(l, negate(r)), name, stops)
    const related = RELATED.get(head)
    if (!sign || related === undefined) return undefined
    // −, 0, + are the bits 1, 2, 4
    tests.push((x) => (related & (1 << (sign(x) + 1))) !== 0)
  }
  return { stops, holds: (x) => tests.every((test) => test(x)) }
}

/**
 * Whether somewhere only the first conditions hold, and whether somewhere only the second do;
 * `undefined` if they are not of the form described.
 */
export function compareCharts(
  first: readonly Condition[],
  second: readonly Condition[],
  name: string,
): { readonly onlyFirst: boolean; readonly onlySecond: boolean } | undefined {
  const [a, b] = [chart(first, name), chart(second, name)]
  if (!a || !b) return undefined
  const places = placesOf([...a.stops, ...b.stops])
  return {
    onlyFirst: places.some((x) => a.holds(x) && !b.holds(x)),
    onlySecond: places.some((x) => b.holds(x) && !a.holds(x)),
  }
}

/** The stops, and a number on each side of every one of them. */
function placesOf(stops: readonly Rational[]): Rational[] {
  const sorted = [...stops].sort(compareRationals)
  const apart = sorted.filter(
    (x, i) => i === 0 || compareRationals(minus(x, sorted[i - 1] as Rational), NEAR) > 0,
  )
  const [first, last] = [apart[0], apart.at(-1)]
  if (!first || !last) return [rational(0n)]
  const between = apart.slice(1).map((x, i) => simplestBetween(apart[i] as Rational, x))
  return [...apart, ...between, minus(first, rational(1n)), plus(last, rational(1n))]
}
