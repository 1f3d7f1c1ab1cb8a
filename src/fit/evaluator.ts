/** A program over the rows of a table, again and again with other parameters. */
import { OPERATIONS, type OperationName, QUESTIONS, type QuestionName } from '../compute/operations.ts'
import type { Program } from '../compute/program.ts'
import { type Plan, planOf, type Task } from './plan.ts'

/** Rows at a time. */
const BLOCK = 2_048

/** The columns of a table by the letters that stand for them. */
export type Columns = ReadonlyMap<string, Float64Array>

type Arrays = readonly (Float64Array | undefined)[]

export class Evaluator {
  /** The outputs over all rows, written anew by every `run`. */
  readonly outputs: readonly Float64Array[]
  readonly #plan: Plan
  readonly #numbers: Float64Array
  readonly #parameters: readonly (readonly [place: number, parameter: number])[]
  /** The values of each node over all rows (data) or over a block. */
  readonly #arrays: Arrays
  readonly #whole: readonly (readonly [place: number, values: Float64Array])[]
  readonly #blockwise: readonly (readonly [from: Float64Array, to: Float64Array])[]
  readonly #length: number

  constructor(program: Program, columns: Columns, parameters: readonly string[], length: number) {
    const plan = planOf(program, [...columns.keys()])
    const block = Math.min(BLOCK, length)
    const numbers = new Float64Array(program.nodes.length)
    const arrays: (Float64Array | undefined)[] = new Array(program.nodes.length)
    for (const { place, value } of plan.constants) numbers[place] = value
    for (const task of plan.once) numbers[task.place] = scalar(task, numbers)
    const own: [number, number][] = []
    for (const { place, name } of plan.inputs) {
      const column = columns.get(name)
      if (column) arrays[place] = column
      else own.push([place, parameters.indexOf(name)])
    }
    const room = new Float64Array((plan.spread.length + plan.rows.length) * block)
    let at = 0
    const next = (): Float64Array => {
      at += block
      return room.subarray(at - block, at)
    }
    for (const place of plan.spread) {
      arrays[place] = next()
      ;(arrays[place] as Float64Array).fill(numbers[place] as number)
    }
    for (const task of plan.data) {
      const values = new Float64Array(length)
      const of = task.of.map((place) => {
        const operand = arrays[place] as Float64Array
        return operand.length === length ? operand : new Float64Array(length).fill(numbers[place] as number)
      })
      apply(task, of, values, length)
      arrays[task.place] = values
    }
    for (const { place } of plan.rows) arrays[place] = next()
    const blockwise: [Float64Array, Float64Array][] = []
    this.outputs = program.outputs.map((place) => {
      const values = arrays[place] as Float64Array
      if (length <= block || plan.kinds[place] === 'data') return values
      const all = new Float64Array(length)
      blockwise.push([values, all])
      return all
    })
    this.#plan = plan
    this.#numbers = numbers
    this.#parameters = own
    this.#arrays = arrays
    this.#whole = length <= block ? [] : wholeOf(arrays, length)
    this.#blockwise = blockwise
    this.#length = length
  }

  /** Fills the outputs. */
  run(parameters: ArrayLike<number>): void {
    const numbers = this.#numbers
    const arrays = this.#arrays as Float64Array[]
    const length = this.#length
    for (const [place, parameter] of this.#parameters) numbers[place] = parameters[parameter] as number
    for (const task of this.#plan.numbers) numbers[task.place] = scalar(task, numbers)
    for (const place of this.#plan.spread) (arrays[place] as Float64Array).fill(numbers[place] as number)
    if (length <= BLOCK) {
      for (const task of this.#plan.rows) applyAt(task, arrays, length)
      return
    }
    for (let from = 0; from < length; from += BLOCK) {
      const count = Math.min(BLOCK, length - from)
      for (const [place, values] of this.#whole) arrays[place] = values.subarray(from, from + count)
      for (const task of this.#plan.rows) applyAt(task, arrays, count)
      for (const [values, all] of this.#blockwise) all.set(values.subarray(0, count), from)
    }
    for (const [place, values] of this.#whole) arrays[place] = values
  }
}

const wholeOf = (arrays: Arrays, length: number): (readonly [number, Float64Array])[] =>
  arrays.flatMap((values, place) => (values?.length === length ? [[place, values] as const] : []))

/** The value of an operation on numbers. */
function scalar({ name, of }: Task, numbers: Float64Array): number {
  const [a, b, c] = of as readonly [number, number, number]
  switch (name) {
    case 'choose':
      return numbers[numbers[a] ? b : c] as number
    case 'both':
      return Math.min(numbers[a] as number, numbers[b] as number)
    case 'either':
      return Math.max(numbers[a] as number, numbers[b] as number)
    default: {
      const question = QUESTIONS[name as QuestionName]
      if (question) return Number(question(numbers[a] as number, numbers[b] as number))
      const { run } = OPERATIONS[name as OperationName]
      return b === undefined ? run(numbers[a] as number) : run(numbers[a] as number, numbers[b] as number)
    }
  }
}

function applyAt(task: Task, arrays: readonly Float64Array[], count: number): void {
  const [a, b, c] = task.of as readonly [number, number, number]
  apply(task, [arrays[a], arrays[b], arrays[c]] as Float64Array[], arrays[task.place] as Float64Array, count)
}

/** An operation on arrays. The commonest have loops of their own, which the engine compiles apart. */
function apply({ name }: Task, of: readonly Float64Array[], to: Float64Array, count: number): void {
  const [u, v, w] = of as readonly [Float64Array, Float64Array, Float64Array]
  switch (name) {
    case 'add':
      for (let i = 0; i < count; i += 1) to[i] = (u[i] as number) + (v[i] as number)
      return
    case 'subtract':
      for (let i = 0; i < count; i += 1) to[i] = (u[i] as number) - (v[i] as number)
      return
    case 'multiply':
      for (let i = 0; i < count; i += 1) to[i] = (u[i] as number) * (v[i] as number)
      return
    case 'divide':
      for (let i = 0; i < count; i += 1) to[i] = (u[i] as number) / (v[i] as number)
      return
    case 'negate':
      for (let i = 0; i < count; i += 1) to[i] = -(u[i] as number)
      return
    case 'abs':
      for (let i = 0; i < count; i += 1) to[i] = Math.abs(u[i] as number)
      return
    case 'exp':
      for (let i = 0; i < count; i += 1) to[i] = Math.exp(u[i] as number)
      return
    case 'log':
      for (let i = 0; i < count; i += 1) to[i] = Math.log(u[i] as number)
      return
    case '<':
      for (let i = 0; i < count; i += 1) to[i] = (u[i] as number) < (v[i] as number) ? 1 : 0
      return
    case 'choose':
      for (let i = 0; i < count; i += 1) to[i] = (u[i] ? v[i] : w[i]) as number
      return
    case 'both':
      for (let i = 0; i < count; i += 1) to[i] = Math.min(u[i] as number, v[i] as number)
      return
    case 'either':
      for (let i = 0; i < count; i += 1) to[i] = Math.max(u[i] as number, v[i] as number)
      return
    default:
      others(name as OperationName | QuestionName, u, v, to, count)
  }
}

function others(
  name: OperationName | QuestionName,
  u: Float64Array,
  v: Float64Array | undefined,
  to: Float64Array,
  count: number,
): void {
  const question = QUESTIONS[name as QuestionName]
  if (question) {
    for (let i = 0; i < count; i += 1) to[i] = question(u[i] as number, v?.[i] as number) ? 1 : 0
    return
  }
  const { run, letters } = OPERATIONS[name as OperationName]
  if (letters.length === 1) for (let i = 0; i < count; i += 1) to[i] = run(u[i] as number)
  else for (let i = 0; i < count; i += 1) to[i] = run(u[i] as number, v?.[i] as number)
}
