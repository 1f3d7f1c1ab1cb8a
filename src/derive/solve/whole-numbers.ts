/** Families of solutions: n is any whole number, or one of a few. */
import type { Canon } from '../../expression/canonical.ts'
import type { Condition } from '../../expression/condition.ts'
import { call, type Expr, integer, mentions, multiply, substitute, symbol } from '../../expression/expr.ts'
import { literalValue, numberTerm } from '../../expression/number-term.ts'
import { compareRationals, type Rational, rational } from '../../expression/rational.ts'
import { neat } from './neat.ts'

/** n is a whole number: sin(pi*n) = 0. */
const isWhole = (name: string): Condition =>
  call('=', [call('sin', [multiply(symbol('pi'), symbol(name))]), integer(0)])

/** A value and what must hold for it. */
interface Member {
  readonly value: Expr
  readonly conditions: readonly Condition[]
}

/** So many members of a family are written one by one. */
const MOST_MEMBERS = 24n

/** The family, or its members if its conditions leave only a few values of its one letter. */
export function membersOf(
  value: Expr,
  conditions: readonly Condition[],
  letters: readonly string[],
  canon: Canon,
): Member[] {
  const family = { value, conditions: [...conditions, ...letters.map(isWhole)] }
  const [n, ...others] = letters
  if (n === undefined || others.length > 0) return [family]
  const own = conditions.filter((c) => mentions(c, n)).map((c) => boundIn(c, n))
  const bounds = own.flatMap((bound) => bound ?? [])
  const lows = bounds.filter(({ head }) => head.startsWith('>')).map(({ at }) => ceiling(at))
  const highs = bounds
    .filter(({ head }) => head.startsWith('<'))
    .map(({ at }) => -ceiling({ ...at, num: -at.num }))
  if (bounds.length < own.length || lows.length === 0 || highs.length === 0) return [family]
  const [low, high] = [rising(lows).at(-1) as bigint, rising(highs)[0] as bigint]
  if (high - low >= MOST_MEMBERS) return [family]
  const rest = conditions.filter((c) => !mentions(c, n))
  return Array.from({ length: Number(high - low) + 1 }, (_, i) => rational(low + BigInt(i)))
    .filter((k) => bounds.every((bound) => holds(bound, k)))
    .map((k) => ({ value: neat(substitute(value, new Map([[n, numberTerm(k)]])), canon), conditions: rest }))
}

/** The letter stands in the relation `head` to a number. */
interface Bound {
  readonly head: string
  readonly at: Rational
}

function boundIn(condition: Condition, letter: string): Bound | undefined {
  if (condition.kind !== 'call') return undefined
  const [left, right] = condition.args as [Expr, Expr | undefined]
  const at = right && literalValue(right)
  return at && left.kind === 'symbol' && left.name === letter ? { head: condition.head, at } : undefined
}

const HOLDS: ReadonlyMap<string, (order: number) => boolean> = new Map([
  ['>', (order) => order > 0],
  ['>=', (order) => order >= 0],
  ['<', (order) => order < 0],
  ['<=', (order) => order <= 0],
  ['=', (order) => order === 0],
  ['!=', (order) => order !== 0],
])

const holds = ({ head, at }: Bound, k: Rational): boolean =>
  HOLDS.get(head)?.(compareRationals(k, at)) === true

const rising = (list: readonly bigint[]): bigint[] => [...list].sort((a, b) => (a < b ? -1 : 1))

/** The least whole number that is not below. */
const ceiling = ({ num, den }: Rational): bigint => (num >= 0n ? (num + den - 1n) / den : -(-num / den))
