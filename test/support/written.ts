/**
 * Formulas to write in other notations, and what they are worth: other programs must find the same.
 * Enclosures give the values; no printer has a part in them.
 */
import { spawnSync } from 'node:child_process'
import { expect } from 'vitest'
import { double } from '../../src/decide/double.ts'
import { evaluate } from '../../src/derive/evaluate.ts'
import { isCondition } from '../../src/expression/condition.ts'
import { OgeeError } from '../../src/expression/error.ts'
import { type Expr, freeSymbols } from '../../src/expression/expr.ts'
import { numberTerm } from '../../src/expression/number-term.ts'
import { rational } from '../../src/expression/rational.ts'
import { CURVES, DEFINITIONS, PRIMITIVES } from '../../src/functions/index.ts'
import { parse, print } from '../../src/syntax/index.ts'
import { cases } from './cases.ts'
import { Random } from './random.ts'
import { randomTerm } from './random-term.ts'

/** Where formulas are evaluated; binary fractions, so that no program rounds them. */
export const POINTS = [-1.25, 0.5, 3.75] as const

export const installed = (command: string, ...args: readonly string[]): boolean =>
  spawnSync(command, args, { timeout: 30_000 }).status === 0

/** Is a derivative or a value at a place in u? Only some notations write them. */
const hasOperators = (u: Expr): boolean =>
  u.kind === 'call' && (['D', 'at', 'defined', 'interior'].includes(u.head) || u.args.some(hasOperators))

const plain = (text: string): Expr => parse(text, { notation: 'plain' })

/** What the case files read, and every function and curve at its own letters: one term each. */
export const FORMULAS: readonly Expr[] = [
  ...new Map(
    [
      ...cases('written').map(({ input }) => plain(input)),
      ...cases('notations').map(({ answer }) => plain(answer.replace(/^\w+ /, ''))),
      ...[...PRIMITIVES, ...DEFINITIONS, ...CURVES].map(({ name, letters }) =>
        plain(`${name}(${['x', ...letters.slice(1)].join(', ')})`),
      ),
    ]
      .filter((u) => !isCondition(u) && !hasOperators(u))
      .map((u) => [print(u), u]),
  ).values(),
]

/** Random terms without derivatives. */
export function randomTerms(count: number, size: number, seed: number): Expr[] {
  const random = new Random(seed)
  const letters = ['x', 'a', 'b']
  return Array.from({ length: count }, () => randomTerm(random, random.whole(2, size), { letters }))
}

/** Values of the letters but x: 1.5, 2, 2.5 … */
export const parameters = (u: Expr): Readonly<Record<string, number>> =>
  Object.fromEntries(
    freeSymbols(u)
      .filter((name) => name !== 'x')
      .map((name, i) => [name, 1.5 + 0.5 * i]),
  )

const exact = (value: number): Expr => numberTerm(rational(BigInt(value * 4), 4n))

/** The value at x, if there is one and it is found in time. */
export function valueAt(
  u: Expr,
  x: number,
  letters: Readonly<Record<string, number>> = parameters(u),
): number | undefined {
  const at = Object.fromEntries(
    Object.entries({ ...letters, x }).map(([name, value]) => [name, exact(value)]),
  )
  const found = evaluate(u, at, { digits: 15, budget: { milliseconds: 300 } })
  return found.verdict === 'value' ? Number(found.value) : undefined
}

/** Are u's parts at x neither huge nor tiny, so that doubles can follow? */
export function isTame(u: Expr, x: number): boolean {
  const letters = parameters(u)
  const names = ['x', ...Object.keys(letters)]
  const point = [x, ...Object.values(letters)]
  const all = (v: Expr): boolean => {
    if (v.kind !== 'call') return true
    const size = isCondition(v) ? 1 : Math.abs(double(v, names)(point))
    // Branches not taken have no value.
    return (Number.isNaN(size) || size === 0 || (size < 1e6 && size > 1e-6)) && v.args.every(all)
  }
  return all(u)
}

/** Equal to so many digits. */
export function expectSame(found: number, value: number, digits = 12): void {
  expect(Math.abs(found - value)).toBeLessThanOrEqual(10 ** -digits * Math.max(1, Math.abs(value)))
}

/** The text, or undefined where the notation has no words for a function in it. */
export function written(u: Expr, notation: 'c' | 'sympy' | 'fpcore'): string | undefined {
  try {
    return print(u, notation)
  } catch (error) {
    if (error instanceof OgeeError && error.code === 'E410') return undefined
    throw error
  }
}
