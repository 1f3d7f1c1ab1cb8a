/**
 * The sums over the rows that regression needs: of the loss, of its derivatives by the coefficients, and of columns
 * and their squares. Columns are shifted and scaled within the sums, f = (x − m)·s, so that sums keep their digits
 * whatever the units are.
 */
import type { Rows } from '../../data/rows.ts'
import { add, type Expr, integer, multiply, negate, symbol } from '../../expression/expr.ts'
import { type Loss, rowLoss } from './loss.ts'

/** What is fitted: the chance of the outcome by the columns. */
export interface Problem {
  readonly rows: Rows
  readonly features: readonly string[]
  /** A column of numbers from 0 to 1. */
  readonly outcome: string
  /** How much a row counts; 1 without it. */
  readonly weight?: string
  readonly loss: Loss
}

export interface Terms {
  /** Names of parameters: coefficients, the constant first; shifts; scales. */
  readonly names: {
    readonly b: readonly string[]
    readonly m: readonly string[]
    readonly s: readonly string[]
  }
  /** The linear form. */
  readonly z: Expr
  readonly y: Expr
  readonly weight: Expr | undefined
  readonly features: readonly Expr[]
  /** Weights, outcomes, and columns and their squares. */
  readonly moments: readonly Expr[]
  /** First derivatives of the loss by the coefficients. */
  readonly slopes: readonly Expr[]
  /** First and second ones, these packed row by row. */
  readonly bends: readonly Expr[]
  readonly value: readonly Expr[]
  /** Products of columns, packed row by row; the first column is 1. */
  readonly products: readonly Expr[]
}

/** Letters that no column has. */
function lettersFor(letter: string, count: number, taken: readonly string[]): string[] {
  let stem = `${letter}_`
  while (taken.some((name) => name.startsWith(stem))) stem += '_'
  return Array.from({ length: count }, (_, i) => `${stem}${i}`)
}

export function termsOf({ rows, features: columns, outcome, weight: weighted, loss }: Problem): Terms {
  const count = columns.length + 1
  const [b, m, s] = ['b', 'm', 's'].map((letter) => lettersFor(letter, count, rows.names)) as [
    string[],
    string[],
    string[],
  ]
  const features = columns.map((name, j) =>
    multiply(add(symbol(name), negate(symbol(m[j + 1] as string))), symbol(s[j + 1] as string)),
  )
  const z = add(symbol(b[0] as string), ...features.map((f, j) => multiply(symbol(b[j + 1] as string), f)))
  const y = symbol(outcome)
  const weight = weighted === undefined ? undefined : symbol(weighted)
  const counted = (u: Expr): Expr => (weight ? multiply(weight, u) : u)
  const slope = counted(rowLoss(loss, 1, y, z))
  const bend = counted(rowLoss(loss, 2, y, z))
  const byCoefficient = [slope, ...features.map((f) => multiply(slope, f))]
  const bent = features.map((f) => multiply(bend, f))
  return {
    names: { b, m, s },
    z,
    y,
    weight,
    features,
    moments: [
      counted(integer(1)),
      counted(y),
      ...features.flatMap((f) => [counted(f), multiply(counted(f), f)]),
    ],
    slopes: byCoefficient,
    bends: [
      ...byCoefficient,
      bend,
      ...features.flatMap((f, i) => [multiply(bend, f), ...bent.slice(0, i + 1).map((u) => multiply(u, f))]),
    ],
    value: [counted(rowLoss(loss, 0, y, z))],
    products: [integer(1), ...features].flatMap((f, i, all) =>
      all.slice(0, i + 1).map((g) => multiply(counted(g), f)),
    ),
  }
}
