/** The letters of a formula that are not its variable: their values, and what they mean where it is a named curve. */
import { decimalTerm, nearest } from '../../../src/compute/doubles.ts'
import { ABOUT_CURVES } from '../../../src/explain/about-curves.ts'
import { MIRRORED } from '../../../src/expression/condition.ts'
import {
  CONSTANTS,
  call,
  type Expr,
  integer,
  same,
  substitute,
  symbol,
} from '../../../src/expression/expr.ts'
import { literalValue } from '../../../src/expression/number-term.ts'
import { CURVES } from '../../../src/functions/index.ts'
import { opened } from '../../../src/rules/forms.ts'

/** `a=1,b=2`; what is no such thing is passed over. */
export function lettersIn(text: string): ReadonlyMap<string, number> {
  const pairs = text.split(',').flatMap((part): [string, number][] => {
    const [, name, value] = /^\s*(\p{L}[\p{L}\p{N}_]*)\s*=\s*(-?[\d.e+-]+)\s*$/u.exec(part) ?? []
    return name === undefined || !Number.isFinite(Number(value)) ? [] : [[name, Number(value)]]
  })
  return new Map(pairs)
}

/** u with values for its letters, and powers and factors of 1 left out. */
export const settled = (u: Expr, values: ReadonlyMap<string, number>): Expr =>
  neat(substitute(u, new Map([...values].map(([name, value]) => [name, decimalTerm(value)]))))

const ONE = integer(1)

function neat(u: Expr): Expr {
  if (u.kind !== 'call') return u
  const args = u.args.map(neat)
  const [base, exponent] = args
  if (u.head === 'power' && base && exponent && same(exponent, ONE)) return base
  if (u.head === 'power' && base && same(base, ONE) && exponent?.kind === 'number') return ONE
  const factors = u.head === 'multiply' ? args.filter((arg) => !same(arg, ONE)) : args
  return factors.length === 1 && args.length > 1
    ? (factors[0] as Expr)
    : factors.length === 0
      ? ONE
      : call(u.head, factors)
}

/** What the letters stand for, in the words of the field, where the formula is one named curve and no other. */
export function meanings(
  u: Expr,
): { readonly curve: string; readonly of: ReadonlyMap<string, string> } | undefined {
  const found = CURVES.flatMap(({ name, letters, title }) => {
    const row = call(name, letters.map(symbol))
    const names = new Map<string, string>()
    const isIt = [row, opened(row)].some((form) => {
      names.clear()
      return form !== undefined && isSpelledLike(u, form, names)
    })
    const words = ABOUT_CURVES[name]?.letters ?? {}
    const of = [...names].flatMap(([own, letter]): [string, string][] =>
      words[letter] === undefined ? [] : [[own, words[letter]]],
    )
    return isIt ? [{ curve: title, of: new Map(of) }] : []
  })
  return found.length === 1 ? found[0] : undefined
}

/** Is u the form with other letters? `names` gets the letter of the form for each of u's. */
function isSpelledLike(u: Expr, form: Expr, names: Map<string, string>): boolean {
  if (u.kind === 'symbol' && form.kind === 'symbol') {
    if (CONSTANTS.has(u.name) || CONSTANTS.has(form.name)) return u.name === form.name
    const known = names.get(u.name)
    const isTaken = known === undefined && [...names.values()].includes(form.name)
    if (!isTaken) names.set(u.name, known ?? form.name)
    return !isTaken && names.get(u.name) === form.name
  }
  if (u.kind !== 'call' || form.kind !== 'call') return same(u, form)
  return (
    u.head === form.head &&
    u.args.length === form.args.length &&
    u.args.every((arg, i) => isSpelledLike(arg, form.args[i] as Expr, names))
  )
}

/** Where the variable begins by what is given: 0 for x > 0. */
export function beginning(given: readonly Expr[], variable: string): number | undefined {
  const ends = given.flatMap((condition): number[] => {
    if (condition.kind !== 'call') return []
    const [a, b] = condition.args as [Expr, Expr]
    const isAfter = (head: string, left: Expr): boolean =>
      (head === '>' || head === '>=') && left.kind === 'symbol' && left.name === variable
    const end = isAfter(condition.head, a)
      ? b
      : isAfter(MIRRORED.get(condition.head) ?? '', b)
        ? a
        : undefined
    const value = end && literalValue(end)
    return value ? [nearest(value)] : []
  })
  return ends.length === 0 ? undefined : Math.max(...ends)
}
