/** The evaluators over one table, each made once. */
import type { Program } from '../compute/program.ts'
import { type Columns, Evaluator } from './evaluator.ts'

export class Evaluators {
  readonly columns: Columns
  readonly length: number
  readonly #made = new Map<Program, Evaluator>()

  constructor(columns: Columns, length: number) {
    this.columns = columns
    this.length = length
  }

  /** The evaluator of a program; the same for all who ask, so what it wrote stands until somebody runs it again. */
  of(program: Program, parameters: readonly string[]): Evaluator {
    const { columns, length } = this
    const evaluator = this.#made.get(program) ?? new Evaluator(program, columns, parameters, length)
    this.#made.set(program, evaluator)
    return evaluator
  }
}
