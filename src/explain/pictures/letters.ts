/**
 * Numbers for the letters of a formula, so that it can be drawn: 1 for each, unless what is assumed of them
 * says otherwise or the function would not vary; then as few as possible become another number.
 */
import { double, truth } from '../../decide/double.ts'
import type { Condition } from '../../expression/condition.ts'
import { type Expr, freeSymbols, integer, mentions, negate, substitute } from '../../expression/expr.ts'
import { numberTerm } from '../../expression/number-term.ts'
import { rational } from '../../expression/rational.ts'

export type Values = ReadonlyMap<string, Expr>

const ONE = integer(1)
const OTHERS: readonly Expr[] = [
  integer(2),
  numberTerm(rational(1n, 2n)),
  integer(3),
  negate(integer(1)),
  integer(0),
]
const MOST_TRIED = 300
const PROBES = Array.from({ length: 41 }, (_, i) => (i - 20) / 2 + 0.01)

/** Values for all letters but the variable, under these conditions; nothing where none were found. */
export function valuesFor(f: Expr, variable: string, conditions: readonly Condition[]): Values | undefined {
  const letters = freeSymbols(f).filter((name) => name !== variable)
  if (letters.length === 0) return new Map()
  const about = conditions.filter((condition) => !mentions(condition, variable))
  let tried = 0
  for (const values of choices(letters)) {
    tried += 1
    if (tried > MOST_TRIED) return undefined
    if (about.every((c) => isTrue(substitute(c, values))) && varies(substitute(f, values), variable))
      return values
  }
  return undefined
}

/** All 1, then with one letter changed, then with two; the last letter first. */
function* choices(letters: readonly string[]): Generator<Values> {
  const ones = new Map<string, Expr>(letters.map((letter) => [letter, ONE]))
  yield ones
  const backwards = [...letters].reverse()
  for (const letter of backwards) for (const value of OTHERS) yield new Map([...ones, [letter, value]])
  for (const [i, first] of backwards.entries())
    for (const second of backwards.slice(i + 1))
      for (const a of OTHERS) for (const b of OTHERS) yield new Map([...ones, [first, a], [second, b]])
}

/** Is the condition without letters true? */
export const isTrue = (condition: Condition): boolean => truth(condition, [])([]) === 1

/** Does it take different values, if it has the variable at all? */
function varies(f: Expr, variable: string): boolean {
  const value = double(f, [variable])
  const values = PROBES.map((x) => value([x])).filter(Number.isFinite)
  if (!mentions(f, variable)) return values.length > 0
  const [low, high] = [Math.min(...values), Math.max(...values)]
  return high - low > 1e-9 * Math.max(Math.abs(low), Math.abs(high))
}
