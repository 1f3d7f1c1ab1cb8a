/**
 * Pairs of a formula F and its derivative f: is d/dx F equal to f? The same with an integer of F
 * changed, and with x/10¹⁴ added to F, where the answer is no. Nothing is assumed of parameters; if the
 * two are not equal wherever both are defined, the conditions that the derivation carries are.
 */
import type { Verdict } from '../src/decide/index.ts'
import { compare } from '../src/derive/compare.ts'
import { differentiate } from '../src/derive/index.ts'
import type { Expr } from '../src/expression/expr.ts'
import { print } from '../src/syntax/index.ts'
import { corrupted } from './corrupt.ts'
import { plainTerm } from './dialects.ts'
import { attempt, judgedVerdict } from './judged.ts'
import type { Case, Part, Row } from './suite.ts'

/** Is the derivative of F by the variable equal to f: wherever both are defined, or where F has one? */
export function derivativeIs(F: Expr | string, variable: string, f: Expr | string): Verdict {
  const { to, conditions } = differentiate(F, { variable })
  const everywhere = compare(to, f, { variable })
  if (everywhere.verdict === 'equal' || conditions.length === 0) return everywhere
  return compare(to, f, { variable, assuming: conditions })
}

const topOf = (row: Row): string => String(row.section).split('/')[0] as string

interface Point {
  readonly at: Readonly<Record<string, number>>
  readonly f: string
}

/** Those parts of F from which the questions are made: F itself, or another formula for it. */
type Change = (row: Row) => string | undefined

const nudged: Change = (row) => `(${row.F}) + ${row.variable}/10^14`
const damaged: Change = (row) => {
  const points = (row.points as readonly Point[]).map(({ at, f }) => ({ at, slope: Number(f) }))
  const other = corrupted(plainTerm(row.F), row.variable, row.id, points)
  return other && print(other)
}

const part = (
  file: string,
  name: string,
  title: string,
  truth: 'equal' | 'different',
  change: Change,
): Part => ({
  file,
  name: `${file}/${name}`,
  title,
  counts: () => true,
  caseOf: (row): Case | { readonly none: string } => {
    const F = change(row)
    if (F === undefined) return { none: 'no change of an integer is seen in doubles' }
    return {
      id: row.id,
      section: topOf(row),
      text: `d/d${row.variable} ${F}  ≡  ${row.f}`,
      ask: () => attempt(() => derivativeIs(F, row.variable, row.f)),
      judge: (answer) => judgedVerdict(answer as Verdict | Error, truth),
    }
  },
})

const partsOf = (file: string): Part[] => [
  part(file, 'true', 'd/dx F ≡ f', 'equal', (row) => row.F),
  part(file, 'corrupted', 'd/dx F ≢ f, an integer of F changed', 'different', damaged),
  part(file, 'nudged', 'd/dx (F + x/10^14) ≢ f', 'different', nudged),
]

export const DERIVATIVES: readonly Part[] = [...partsOf('rubi_core'), ...partsOf('rubi_pairs')]
