/**
 * A line that would be right if one of its numerals were another: the numeral is made a letter, and the
 * value that the letter must have is read off in double precision. A guess like all others.
 */
import { double } from '../decide/double.ts'
import type { Canon } from '../expression/canonical.ts'
import { isCondition } from '../expression/condition.ts'
import { type Expr, freeSymbols, negate, symbol } from '../expression/expr.ts'
import { numberTerm } from '../expression/number-term.ts'
import { partAt, replaceAt } from '../expression/path.ts'
import { negated, rational, signOf } from '../expression/rational.ts'
import { fractionNear, pointsFor } from './glance.ts'
import { pathsIn } from './sites.ts'
import { unfoldings } from './unfold.ts'
import { zeroForm } from './zero-form.ts'

export interface NumberSlip {
  /** The line with the right number in it. */
  readonly line: Expr
  readonly before: Expr
  readonly after: Expr
}

type Value = (row: readonly number[]) => number

/** No name that a person can write. */
const UNKNOWN = '#'
const MOST_NUMERALS = 16
const NEAR = 1e-9

/** Every numeral with its right value, where there is one that makes the line one of the references. */
export function* numberSlips(references: readonly Expr[], wrong: Expr, canon: Canon): Generator<NumberSlip> {
  const numerals = [...pathsIn(wrong)].filter((path) => partAt(wrong, path)?.kind === 'number')
  const goals = references.flatMap((u) => formOf(unfoldings(u, canon).last) ?? [])
  for (const path of numerals.slice(0, MOST_NUMERALS)) {
    const line = replaceAt(wrong, path, symbol(UNKNOWN))
    const form = line && formOf(line)
    if (!form) continue
    const fractions = goals.flatMap((goal) => [rightValue(form, goal) ?? []].filter((f) => f.length > 0))
    for (const fraction of fractions.slice(0, 1)) {
      const value = rational(...(fraction as [bigint, bigint]))
      const before = signOf(value) < 0 ? negate(numberTerm(negated(value))) : numberTerm(value)
      const right = replaceAt(wrong, path, before)
      if (right) yield { line: right, before, after: partAt(wrong, path) as Expr }
    }
  }
}

const formOf = (u: Expr): Expr | undefined => (isCondition(u) ? zeroForm(u)?.form : u)

/** The number that makes the form the goal or its opposite at every point. */
function rightValue(form: Expr, goal: Expr): readonly [bigint, bigint] | undefined {
  const names = [...new Set([form, goal].flatMap(freeSymbols))].filter((name) => name !== UNKNOWN)
  const [f, g]: [Value, Value] = [double(form, [...names, UNKNOWN]), double(goal, names)]
  const rows = pointsFor(names.length)
  const [first] = rows as [number[]]
  for (const sign of [1, -1]) {
    for (const value of guesses((k) => f([...first, k]), sign * g(first))) {
      const fits = rows.filter((row) => {
        const [here, there] = [f([...row, value]), sign * g(row)]
        return Math.abs(here - there) <= NEAR * Math.max(1, Math.abs(there))
      })
      const defined = rows.filter((row) => Number.isFinite(g(row)) && Number.isFinite(f([...row, value])))
      if (fits.length >= 2 && fits.length === defined.length) return fractionNear(value)
    }
  }
  return undefined
}

/** Where it stands as a term, factor or divisor, two values tell; else it may be an exponent. */
function guesses(at: (k: number) => number, goal: number): number[] {
  const [one, two] = [at(1), at(2)]
  const straight = 1 + (goal - one) / (two - one)
  const divisor = 1 / (1 - (goal - one) / (2 * (two - one)))
  return [straight, divisor, ...EXPONENTS].filter((k) => Number.isFinite(k) && Math.abs(k) > NEAR)
}

const EXPONENTS = [2, 3, 4, 5, 6, -1, -2, -3, -4, 1 / 2, -1 / 2, 1 / 3, 3 / 2, -3 / 2]
