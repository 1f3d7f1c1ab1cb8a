/** Programs run at all samples at once, operation by operation: what forms share is computed once. */
import type { Expr } from '../../expression/expr.ts'
import { Lowering } from '../lower.ts'
import { OPERATIONS, QUESTIONS } from '../operations.ts'
import { type Node, operandsOf, type Place, Writer } from '../program.ts'
import type { Sample } from './samples.ts'

type Column = Float64Array

const MOST_AT_ONCE = 64

/** The values of formulas at the samples, and what they cost. */
export class Columns {
  readonly #names: readonly string[]
  readonly #samples: readonly Sample[]
  readonly #writer = new Writer()
  readonly #lowering = new Lowering(this.#writer)
  readonly #columns: Column[] = []
  #slab: Column = new Float64Array(0)
  #used = 0

  constructor(names: readonly string[], samples: readonly Sample[]) {
    this.#names = names
    this.#samples = samples
  }

  /**
   * The formula's values, and its operations.
   *
   * @throws OgeeError `E901` for what no program computes.
   */
  of(form: Expr): { readonly values: Column; readonly nodes: readonly Node[] } {
    const output = this.#lowering.place(form)
    const needed = new Set<Place>([output])
    for (const place of needed)
      for (const operand of operandsOf(this.#writer.nodes[place] as Node)) needed.add(operand)
    const places = [...needed].sort((a, b) => a - b)
    for (const place of places) this.#columns[place] ??= this.#made(this.#writer.nodes[place] as Node)
    return {
      values: this.#columns[output] as Column,
      nodes: places.map((place) => this.#writer.nodes[place] as Node),
    }
  }

  #at(place: Place | undefined): Column {
    return this.#columns[place as Place] as Column
  }

  /** Room for a column; many at once, as each buffer of its own is costly. */
  #room(): Column {
    const { length } = this.#samples
    if (this.#used + length > this.#slab.length)
      [this.#slab, this.#used] = [new Float64Array(length * MOST_AT_ONCE), 0]
    this.#used += length
    return this.#slab.subarray(this.#used - length, this.#used)
  }

  #made(node: Node): Column {
    const made = this.#room()
    switch (node.kind) {
      case 'input': {
        const i = this.#names.indexOf(node.name)
        return filled(made, (k) => this.#samples[k]?.at[i] ?? Number.NaN)
      }
      case 'constant':
        return made.fill(node.value)
      case 'operation': {
        const { run } = OPERATIONS[node.name]
        const [a, b] = [this.#at(node.of[0]), node.of.length > 1 ? this.#at(node.of[1]) : undefined]
        if (b) return filled(made, (k) => run(a[k] as number, b[k] as number))
        return filled(made, (k) => run(a[k] as number))
      }
      case 'question': {
        const holds = QUESTIONS[node.name]
        const [a, b] = node.of.map((place) => this.#at(place)) as [Column, Column]
        return filled(made, (k) => Number(holds(a[k] as number, b[k] as number)))
      }
      case 'both':
      case 'either': {
        const pick = node.kind === 'both' ? Math.min : Math.max
        const [a, b] = node.of.map((place) => this.#at(place)) as [Column, Column]
        return filled(made, (k) => pick(a[k] as number, b[k] as number))
      }
      case 'choose': {
        const [question, yes, no] = node.of.map((place) => this.#at(place)) as [Column, Column, Column]
        return filled(made, (k) => (question[k] ? yes[k] : no[k]) as number)
      }
    }
  }
}

function filled(column: Column, value: (k: number) => number): Column {
  for (let k = 0; k < column.length; k += 1) column[k] = value(k)
  return column
}
