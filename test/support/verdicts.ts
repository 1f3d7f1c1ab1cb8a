/** What a verdict says, held against enclosures at points: no rule, key or checker is asked. */
import type { Point as Place, Verdict } from '../../src/decide/index.ts'
import { type Expr, freeSymbols } from '../../src/expression/expr.ts'
import { type Rational, rational } from '../../src/expression/rational.ts'
import { print } from '../../src/syntax/print.ts'
import { holdsAt, isValue, meets, type Point, type Value, valueAt } from './oracle.ts'
import type { Random } from './random.ts'

/** A rational number as certificates write it. */
function readRational(text: string): Rational {
  const [num = '', den = '1'] = text.split('/')
  return rational(BigInt(num), BigInt(den))
}

const placed = (at: Place): Point =>
  Object.fromEntries(Object.entries(at).map(([name, text]) => [name, readRational(text)]))

const told = (at: Point): string =>
  Object.entries(at)
    .map(([name, { num, den }]) => `${name} = ${num}/${den}`)
    .join(', ')

/** Binary digits tried one after the other, until two values are seen to be apart. */
const DIGITS = [120, 500, 4_000, 90_000]

/** Are the values of two terms at a point different? They are not where both are narrow and meet. */
function differ(left: Expr, right: Expr, at: Point): boolean | 'unknown' {
  let narrow = false
  for (const bits of DIGITS) {
    const [a, b] = [valueAt(left, at, bits), valueAt(right, at, bits)]
    if (a === 'undefined' || b === 'undefined') return false
    if (!isValue(a) || !isValue(b)) continue
    if (!meets(a, b)) return true
    narrow = bits === DIGITS.at(-1)
  }
  return narrow ? false : 'unknown'
}

/** Which claims about the domains a point refutes at which the sides are defined, or not, as given. */
function domainFault(domains: string, a: Value, b: Value): string | undefined {
  const onlyLeft = isValue(a) && b === 'undefined'
  const onlyRight = a === 'undefined' && isValue(b)
  if (onlyLeft && (domains === 'same' || domains === 'right-wider')) return 'only the left side is defined'
  if (onlyRight && (domains === 'same' || domains === 'left-wider')) return 'only the right side is defined'
  return domains === 'disjoint' && isValue(a) && isValue(b) ? 'both sides are defined' : undefined
}

/** A question put to compare. */
export interface Question {
  readonly left: Expr
  readonly right: Expr
  readonly assuming?: readonly Expr[]
  /** A point where the sides are known to be different. */
  readonly differsAt?: Point
}

/** Is the point where the sides differ among those that an equality does not speak of? */
export const isExcepted = (verdict: Verdict, { differsAt }: Question): boolean =>
  verdict.verdict === 'equal' &&
  differsAt !== undefined &&
  verdict.where.some((c) => holdsAt(c, differsAt) === false)

/** What is false in a verdict, at a point, if points show it. */
export function falsehood(
  verdict: Verdict,
  question: Question,
  random: Random,
  points = 24,
): string | undefined {
  const { left, right, assuming = [] } = question
  if (verdict.verdict === 'unknown') return undefined
  if (verdict.verdict === 'different') {
    const at = placed(verdict.at)
    if (assuming.some((c) => holdsAt(c, at) === false)) return `an assumption fails at ${told(at)}`
    return differ(left, right, at) === false ? `no difference at ${told(at)}` : undefined
  }
  const where = verdict.verdict === 'equal' ? verdict.where : []
  const names = [...new Set([left, right, ...assuming, ...where].flatMap(freeSymbols))]
  for (let i = 0; i < points; i += 1) {
    const at = Object.fromEntries(names.map((name) => [name, random.rational()]))
    if (!assuming.every((c) => holdsAt(c, at) === true)) continue
    const [a, b] = [valueAt(left, at), valueAt(right, at)]
    const fault = domainFault(verdict.domains, a, b)
    if (fault !== undefined) return `${verdict.domains}, but ${fault} at ${told(at)}`
    const isClaimed = verdict.verdict === 'equal' && where.every((c) => holdsAt(c, at) === true)
    if (isClaimed && isValue(a) && isValue(b) && !meets(a, b)) return `the sides differ at ${told(at)}`
  }
  return undefined
}

/** The question and the verdict on a line. */
export const reported = ({ left, right }: Question, { verdict }: Verdict, fault: string): string =>
  `${print(left)}  ;  ${print(right)}  called ${verdict}: ${fault}`
