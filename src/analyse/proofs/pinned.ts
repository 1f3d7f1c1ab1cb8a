/**
 * Letters for numbers without closed form: assumed are an equation that such a number solves and two
 * fractions that it lies between. In double precision it is just a number.
 */
import { double } from '../../decide/double.ts'
import type { Condition } from '../../expression/condition.ts'
import { add, type Expr, freeSymbols, isCall, negate, substitute } from '../../expression/expr.ts'
import { numberTerm } from '../../expression/number-term.ts'
import { boundOf } from './bound-of.ts'
import { bisected, exactly } from './numbers.ts'

/** The letters with their values, as nearly as doubles say. */
export type Pins = ReadonlyMap<string, number>

const NONE: Pins = new Map()

export function pinsIn(assuming: readonly Condition[]): Pins {
  const equations = assuming.filter(
    (condition) => isCall(condition, '=') && freeSymbols(condition).length === 1,
  )
  if (equations.length === 0) return NONE
  return new Map(
    equations.flatMap((equation) => {
      const [letter] = freeSymbols(equation) as [string]
      const value = numberIn(equation, letter, assuming)
      return value === undefined ? [] : [[letter, value] as const]
    }),
  )
}

function numberIn(equation: Expr, letter: string, assuming: readonly Condition[]): number | undefined {
  const bounds = assuming.flatMap((condition) => {
    const bound = boundOf(condition, letter)
    return bound && freeSymbols(bound[1]).length === 0 ? [[bound[0], double(bound[1], [])([])] as const] : []
  })
  const low = Math.max(...bounds.flatMap(([head, end]) => (head.startsWith('>') ? [end] : [])))
  const high = Math.min(...bounds.flatMap(([head, end]) => (head.startsWith('<') ? [end] : [])))
  if (!(high - low < Infinity)) return undefined
  const [u, v] = (equation as Extract<Expr, { readonly kind: 'call' }>).args as [Expr, Expr]
  const of = double(add(u, negate(v)), [letter])
  return of([low]) * of([high]) < 0 ? bisected(of, low, high) : (low + high) / 2
}

/** The term with numbers for these letters. */
export const withPins = (u: Expr, pins: Pins): Expr =>
  pins.size === 0
    ? u
    : substitute(u, new Map([...pins].map(([name, value]) => [name, numberTerm(exactly(value))])))

/** What is then left of the conditions. */
export const conditionsWithPins = (assuming: readonly Condition[], pins: Pins): readonly Condition[] =>
  pins.size === 0
    ? assuming
    : assuming
        .map((condition) => withPins(condition, pins))
        .filter((condition) => freeSymbols(condition).length > 0)
