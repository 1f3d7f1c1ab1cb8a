/**
 * Stable forms: FPBench's and Herbie's benchmarks. A row is right when the form found has at most one wrong bit on
 * average at the row's points, wrong when it has more than the formula as written; once in doubles, operation by
 * operation, once as a kernel of the fast tier computes it. Right values are enclosed anew: the suite's own, computed
 * with a fixed number of digits, are wrong at some points, which are counted.
 */
import { KERNEL, Runner } from '../src/compute/kernel.ts'
import { together } from '../src/compute/prepare.ts'
import { candidateOf, costOf, mean, programOf } from '../src/compute/stable/candidate.ts'
import { wrongBits } from '../src/compute/stable/error.ts'
import { type Stable, type StableOptions, stable } from '../src/compute/stable/index.ts'
import { lossy, Truths } from '../src/compute/stable/local-error.ts'
import type { Sample } from '../src/compute/stable/samples.ts'
import { spot, truth } from '../src/compute/stable/truth.ts'
import { CONSTANTS, type Expr, freeSymbols, isCall } from '../src/expression/expr.ts'
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

/** Wrong bits, point by point. */
type Measure = (form: Expr, names: readonly string[], samples: readonly Sample[]) => readonly number[]

const inDoubles: Measure = (form, names, samples) => candidateOf(form, names, samples).wrong

const inKernels: Measure = (form, names, samples) => {
  const given = { of: 'value', given: form, form, before: 0, after: 0 }
  const runner = new Runner(together([given], names, []).program, 64, 'fast')
  const columns = names.map((_, i) => Float64Array.from(samples, ({ at }) => at[i] as number))
  const out = new Float64Array(samples.length)
  runner.fill(columns, [out], samples.length)
  return samples.map(({ right }, i) => wrongBits(out[i] as number, right))
}

function judged(row: Row, asked: Question, found: Stable, measure: Measure): Outcome {
  const { names } = asked
  const { ours, stored } = pointsOf(row, asked)
  const before = mean(inDoubles(asked.of, names, ours))
  const wrong = measure(found.form, names, ours)
  const after = mean(wrong)
  const cost = (form: Expr): number => costOf(programOf(form, names))
  const figures = {
    'wrong bits as written': before,
    'wrong bits as written, computed alike': mean(measure(asked.of, names, ours)),
    'wrong bits in the form found': after,
    'of these by the truth stored': mean(measure(found.form, names, stored)),
    'cost, as a multiple': cost(found.form) / Math.max(1, cost(asked.of)),
    'points whose stored truth is wrong': ours.filter(
      ({ right }, i) => wrongBits(right, stored[i]?.right ?? 0) > 1,
    ).length,
  }
  if (after > before + WORSE) return { grade: 'wrong', note: causeOf(found.form, wrong, ours), figures }
  if (after <= MOST_BITS) return { grade: 'right', figures }
  return { grade: 'unknown', note: causeOf(found.form, wrong, ours), figures }
}

const ANGLES: ReadonlySet<string> = new Set(['sin', 'cos', 'tan'])
const EXPONENTIALS: ReadonlySet<string> = new Set(['exp', 'expm1', 'sinh', 'cosh', 'tanh'])
const INVERSES: ReadonlySet<string> = new Set(['asin', 'acos', 'atanh', 'acosh', 'log', 'log1p'])

/** Which operation loses most, given right operands. */
function causeOf(form: Expr, wrong: readonly number[], samples: readonly Sample[]): string {
  const branch = isCall(form, 'piecewise') ? (form.args.at(-1) as Expr) : form
  const [worst] = lossy(branch, wrong, new Truths(samples))
  if (!worst || worst.loss < LEAST) return 'each operation rounds a little'
  const { part } = worst
  if (part.kind !== 'call') return 'not known'
  if (ANGLES.has(part.head)) return 'a rounded angle'
  if (EXPONENTIALS.has(part.head)) return 'a rounded exponent'
  if (INVERSES.has(part.head)) return 'a rounded argument near a singularity'
  if (part.head === 'power')
    return part.args[1]?.kind === 'number' ? 'too large or too small on the way' : 'a rounded exponent'
  return part.head === 'add' ? 'terms that cancel' : 'too large or too small on the way'
}

const LEAST = 1

function found({ of, assuming }: Question, how: StableOptions): Stable | Error {
  return attempt(() => stable(of, { assuming, ...how }))
}

function partOf(name: string, title: string, measure: Measure, how: StableOptions = {}): Part {
  return {
    file: 'fpcore',
    name,
    title,
    counts: (row) => questionOf(row) !== undefined,
    caseOf: (row): Case => {
      const asked = questionOf(row) as Question
      const { of, names } = asked
      const bits = candidateOf(of, names, pointsOf(row, asked).ours).mean
      return {
        id: row.id,
        section: `${bits > MOST_BITS ? 'above 1 bit as written' : 'good as written'}${row.sigmoid_like ? ', sigmoid-like' : ''}`,
        text: print(of),
        ask: () => found(asked, how),
        judge: (answer) =>
          answer instanceof Error ? failed(answer) : judged(row, asked, answer as Stable, measure),
      }
    },
  }
}

export const STABLE: readonly Part[] = [
  partOf('fpcore', 'stable forms with at most 1 wrong bit on average, in doubles', inDoubles),
  partOf('fpcore/kernels', 'forms for kernels, as those of the fast tier compute them', inKernels, KERNEL),
]
