/** A form of a formula with what it costs and how wrong it is at each sample. */
import { type Expr, isCall } from '../../expression/expr.ts'
import { Lowering } from '../lower.ts'
import { OPERATIONS } from '../operations.ts'
import { type Program, Writer } from '../program.ts'
import { Columns } from './columns.ts'
import { ALL_BITS, wrongBits } from './error.ts'
import type { Sample } from './samples.ts'

export interface Candidate {
  readonly form: Expr
  /** Made when it is asked for. */
  readonly program: Program
  /** Wrong bits, sample by sample. */
  readonly wrong: readonly number[]
  readonly mean: number
  /** What is chosen by: wrong bits, those that rounding alone may cost hardly counted. */
  readonly loss: number
  readonly cost: number
  /** Equal to the formula only nearly, and only somewhere. */
  readonly isNear: boolean
}

export function programOf(form: Expr, names: readonly string[]): Program {
  const writer = new Writer()
  return writer.program(names, [new Lowering(writer).place(form)])
}

/** Time in units of an addition, about; a choice costs both branches. */
export const costOf = ({ nodes }: Pick<Program, 'nodes'>): number =>
  nodes.reduce(
    (sum, node) =>
      sum + (node.kind === 'operation' ? OPERATIONS[node.name].cost : node.kind === 'choose' ? 1 : 0),
    0,
  )

/** Where more bits are wrong a form that holds only nearly does not hold, and is worse than none. */
const HOLDS = 4
const WORSE_THAN_NONE = 2 * ALL_BITS

/**
 * Does the right value tell a good form from a bad one? Values too small or too large for doubles are 0 or infinite
 * in many forms, of which one that holds only nearly may be far off next to the point.
 */
const tells = ({ at, right }: Sample): boolean =>
  Number.isFinite(right) && (right !== 0 || at.some((x) => x === 0))

/** Measures forms at samples; what they share is computed once. */
export class Meter {
  readonly #names: readonly string[]
  readonly #samples: readonly Sample[]
  readonly #columns: Columns

  constructor(names: readonly string[], samples: readonly Sample[]) {
    this.#names = names
    this.#samples = samples
    this.#columns = new Columns(names, samples)
  }

  of(form: Expr, isNear = false): Candidate {
    const { values, nodes } = this.#columns.of(form)
    const wrong = this.#samples.map((sample, i) => {
      const bits = wrongBits(values[i] as number, sample.right)
      return isNear && (bits > HOLDS || !tells(sample)) ? WORSE_THAN_NONE : bits
    })
    const names = this.#names
    return {
      isNear,
      form,
      get program() {
        return programOf(form, names)
      },
      wrong,
      mean: mean(wrong),
      loss: mean(wrong.map(lossOf)),
      cost: costOf({ nodes }),
    }
  }
}

export const candidateOf = (
  form: Expr,
  names: readonly string[],
  samples: readonly Sample[],
  isNear = false,
): Candidate => new Meter(names, samples).of(form, isNear)

/** A last digit more or less is no reason to prefer a form. */
const ROUNDING = 1.6

export const lossOf = (bits: number): number => (bits <= ROUNDING ? bits / 8 : bits - ROUNDING * (7 / 8))

/** Wrong bits that a form must save to cost one addition more. */
export const PER_COST = 0.001

/** What forms are ordered by: of those that lose alike the cheaper one comes first. */
export const lossWithCost = ({ loss, cost }: Candidate): number => loss + PER_COST * cost

export const mean = (values: readonly number[]): number =>
  values.length === 0 ? 0 : values.reduce((a, b) => a + b, 0) / values.length

/** The parts of u, each with the way to it; of cases the values, not the questions. */
export function* parts(
  u: Expr,
  path: readonly number[] = [],
): Generator<{ readonly part: Expr; readonly path: readonly number[] }> {
  yield { part: u, path }
  if (u.kind !== 'call') return
  const isCases = isCall(u, 'piecewise')
  for (const [i, arg] of u.args.entries()) {
    const isQuestion = isCases && i % 2 === 1
    if (!isQuestion) yield* parts(arg, [...path, i])
  }
}
