/**
 * Stable forms: FPBench's and Herbie's benchmarks. A row is right when the form found has at most one wrong bit on
 * average at the row's points, wrong when it has more than the formula as written. Right values are enclosed anew: the
 * suite's own, computed with a fixed number of digits, are wrong at some points, which are counted.
 */
import { candidateOf, costOf, programOf } from '../src/compute/stable/candidate.ts'
import { wrongBits } from '../src/compute/stable/error.ts'
import { type Stable, stable } from '../src/compute/stable/index.ts'
import type { Sample } from '../src/compute/stable/samples.ts'
import { spot, truth } from '../src/compute/stable/truth.ts'
import { CONSTANTS, type Expr, freeSymbols } from '../src/expression/expr.ts'
import { print } from '../src/syntax/index.ts'
import { letteredTerm, lettersOf } from './dialects.ts'
import { attempt, failed } from './judged.ts'
import type { Case, Outcome, Part, Row } from './suite.ts'

interface Question {
  readonly of: Expr
  readonly names: readonly string[]
  readonly assuming: readonly Expr[]
}

function questionOf(row: Row): Question | undefined {
  if (!row.infix) return undefined
  try {
    const of = letteredTerm(row.infix, row.args)
    const assuming = row.pre_infix ? [letteredTerm(row.pre_infix, row.args)] : []
    programOf(of, freeSymbols(of))
    return { of, names: freeSymbols(of).filter((name) => !CONSTANTS.has(name)), assuming }
  } catch {
    return undefined
  }
}

/** The row's points: with our right values, and with the suite's. */
function pointsOf(row: Row, { of, names }: Question): { readonly ours: Sample[]; readonly stored: Sample[] } {
  const letters = lettersOf(row.args)
  const stored = (row.points as Row[]).map((point): Sample => {
    const values = new Map(Object.entries(point.at as Row).map(([name, x]) => [letters.get(name), Number(x)]))
    const at = names.map((name) => values.get(name) as number)
    return { at, spot: spot(names, at), right: Number(point.truth) }
  })
  const ours = stored.map((sample): Sample => {
    const right = truth(of, sample.spot)
    return Number.isNaN(right) ? sample : { ...sample, right }
  })
  return { ours, stored }
}

const MOST_BITS = 1
const WORSE = 0.1

function judged(row: Row, asked: Question, found: Stable): Outcome {
  const { ours, stored } = pointsOf(row, asked)
  const [before, after] = [asked.of, found.form].map((form) => candidateOf(form, asked.names, ours)) as [
    ReturnType<typeof candidateOf>,
    ReturnType<typeof candidateOf>,
  ]
  const figures = {
    'wrong bits as written': before.mean,
    'wrong bits in the form found': after.mean,
    'of these by the truth stored': candidateOf(found.form, asked.names, stored).mean,
    'cost, as a multiple': costOf(after.program) / Math.max(1, costOf(before.program)),
    'points whose stored truth is wrong': ours.filter(
      ({ right }, i) => wrongBits(right, stored[i]?.right ?? 0) > 1,
    ).length,
  }
  if (after.mean > before.mean + WORSE)
    return { grade: 'wrong', note: 'more wrong bits than as written', figures }
  if (after.mean <= MOST_BITS) return { grade: 'right', figures }
  return { grade: 'unknown', note: found.form === asked.of ? 'kept as it is' : 'not good enough', figures }
}

export const STABLE: readonly Part[] = [
  {
    file: 'fpcore',
    name: 'fpcore',
    title: 'stable forms with at most 1 wrong bit on average',
    counts: (row) => questionOf(row) !== undefined,
    caseOf: (row): Case => {
      const asked = questionOf(row) as Question
      const { of, names, assuming } = asked
      const bits = candidateOf(of, names, pointsOf(row, asked).ours).mean
      return {
        id: row.id,
        section: `${bits > MOST_BITS ? 'above 1 bit as written' : 'good as written'}${row.sigmoid_like ? ', sigmoid-like' : ''}`,
        text: print(of),
        ask: () => attempt(() => stable(of, { assuming })),
        judge: (answer) => (answer instanceof Error ? failed(answer) : judged(row, asked, answer as Stable)),
      }
    },
  },
]
