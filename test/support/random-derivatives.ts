/** Random formulas differentiated, replayed and held against difference quotients. */
import { differentiate, OutOfBudget } from '../../src/derive/index.ts'
import { toJson } from '../../src/derive/json.ts'
import { verify } from '../../src/derive/verify.ts'
import type { Derivation } from '../../src/expression/derivation.ts'
import { OgeeError } from '../../src/expression/error.ts'
import type { Expr } from '../../src/expression/expr.ts'
import { type Rational, rational } from '../../src/expression/rational.ts'
import { print } from '../../src/syntax/print.ts'
import { isValue, meanValue, type Point, valueAt } from './oracle.ts'
import type { Random } from './random.ts'
import { randomTerm } from './random-term.ts'

/** What became of some random formulas. */
export interface Outcome {
  made: number
  derived: number
  /** At three points or more the difference quotient agreed with the narrow values of the derivative. */
  informed: number
  readonly refused: string[]
  readonly wrong: string[]
  /** Formulas that could not be differentiated, by cause. */
  readonly causes: Map<string, string[]>
}

/** Nothing yet. */
export const nothingYet = (): Outcome => ({
  ...{ made: 0, derived: 0, informed: 0 },
  ...{ refused: [], wrong: [], causes: new Map() },
})

const WANTED = 3
const POINTS = 6
const MOST_POINTS = 12
const LARGEST = 36

function near(random: Random, low: number, high: number): Rational {
  const den = random.pick([7, 11, 13, 97])
  return rational(BigInt(random.whole(low * den, high * den)), BigInt(den))
}

/** A point away from the borders of most domains. */
function pointFor(random: Random): Point {
  const [low, high] = random.weighted([
    [4, [0, 2]],
    [3, [-2, 0]],
    [2, [1, 4]],
    [1, [-5, -1]],
  ] as const)
  return {
    x: near(random, low, high),
    a: random.chance(0.8) ? near(random, 0, 3) : near(random, -3, 0),
  }
}

/** A random formula of 3 to 36 nodes and three points or more at which it has a value. */
function drawn(random: Random): { readonly u: Expr; readonly points: readonly Point[] } {
  for (;;) {
    const u = randomTerm(random, random.whole(3, 30), { letters: ['x', 'a'] })
    if (u.size < 3 || u.size > LARGEST) continue
    const points: Point[] = []
    for (let i = 0; i < MOST_POINTS && points.length < POINTS; i += 1) {
      const at = pointFor(random)
      if (isValue(valueAt(u, at, 40))) points.push(at)
    }
    if (points.length >= WANTED) return { u, points }
  }
}

function derivativeOf(u: Expr, { causes }: Outcome): Derivation | undefined {
  try {
    return differentiate(u, { variable: 'x', route: 'reciprocal' })
  } catch (error) {
    const known = error instanceof OgeeError || error instanceof OutOfBudget
    const cause = error instanceof OgeeError ? error.code : `${(error as Error).name}`
    if (!known) throw error
    causes.set(cause, [...(causes.get(cause) ?? []), print(u)])
    return undefined
  }
}

/** One more random formula. */
export function tryOne(random: Random, outcome: Outcome): void {
  const { u, points } = drawn(random)
  outcome.made += 1
  const derivation = derivativeOf(u, outcome)
  if (!derivation) return
  outcome.derived += 1
  const verdict = verify(JSON.parse(JSON.stringify(toJson(derivation))))
  const again = outcome.made % 10 === 0 ? verify(derivation) : verdict
  if (!verdict.ok) outcome.refused.push(`${print(u)} at step ${verdict.step}: ${verdict.reason}`)
  if (again.ok !== verdict.ok) outcome.refused.push(`${print(u)} in one form only`)
  let informative = 0
  for (const at of points) {
    const agreement = meanValue(u, derivation.to, derivation.conditions, 'x', at)
    if (agreement === 'agrees') informative += 1
    if (agreement === 'differs') outcome.wrong.push(told(derivation, at))
    if (informative === WANTED) break
  }
  if (informative === WANTED) outcome.informed += 1
}

const told = ({ from, to, conditions }: Derivation, at: Point): string =>
  [from, to, ...conditions].map((u) => print(u)).join('  ;  ') +
  Object.entries(at).map(([name, { num, den }]) => `  ${name} = ${num}/${den}`)
