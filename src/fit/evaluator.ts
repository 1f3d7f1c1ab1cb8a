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
      const over = (place: number): Float64Array | undefined => {
        const operand = arrays[place]
        if (operand === undefined || operand.length === length) return operand
        return new Float64Array(length).fill(numbers[place] as number)
      }
      apply(task, over(task.a), over(task.b), over(task.c), values, length)
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
      applyAll(this.#plan.rows, arrays, length)
      return
    }
    for (let from = 0; from < length; from += BLOCK) {
      const count = Math.min(BLOCK, length - from)
      for (const [place, values] of this.#whole) arrays[place] = values.subarray(from, from + count)
      applyAll(this.#plan.rows, arrays, count)
      for (const [values, all] of this.#blockwise) all.set(values.subarray(0, count), from)
    }
    for (const [place, values] of this.#whole) arrays[place] = values
  }
}

const wholeOf = (arrays: Arrays, length: number): (readonly [number, Float64Array])[] =>
  arrays.flatMap((values, place) => (values?.length === length ? [[place, values] as const] : []))

/** The value of an operation on numbers. */
function scalar({ name, a, b, c }: Task, numbers: Float64Array): number {
  const [u, v] = [numbers[a] as number, numbers[b] as number]
  if (name === 'choose') return (u ? v : numbers[c]) as number
  if (name === 'both') return Math.min(u, v)
  if (name === 'either') return Math.max(u, v)
  const question = QUESTIONS[name as QuestionName]
  if (question) return Number(question(u, v))
  const { run } = OPERATIONS[name as OperationName]
  return b < 0 ? run(u) : run(u, v)
}

function applyAll(tasks: readonly Task[], arrays: readonly Float64Array[], count: number): void {
  for (let k = 0; k < tasks.length; k += 1) {
    const task = tasks[k] as Task
    apply(task, arrays[task.a], arrays[task.b], arrays[task.c], arrays[task.place] as Float64Array, count)
  }
}

/** An operation on arrays; the loops in the order of `LOOPS`. */
function apply(
  { name, loop }: Task,
  first: Float64Array | undefined,
  second: Float64Array | undefined,
  third: Float64Array | undefined,
  to: Float64Array,
  count: number,
): void {
  const [u, v, w] = [first, second, third] as [Float64Array, Float64Array, Float64Array]
  switch (loop) {
    case 0:
      for (let i = 0; i < count; i += 1) to[i] = (u[i] as number) + (v[i] as number)
      return
    case 1:
      for (let i = 0; i < count; i += 1) to[i] = (u[i] as number) - (v[i] as number)
      return
    case 2:
      for (let i = 0; i < count; i += 1) to[i] = (u[i] as number) * (v[i] as number)
      return
    case 3:
      for (let i = 0; i < count; i += 1) to[i] = (u[i] as number) / (v[i] as number)
      return
    case 4:
      for (let i = 0; i < count; i += 1) to[i] = -(u[i] as number)
      return
    case 5:
      for (let i = 0; i < count; i += 1) to[i] = Math.abs(u[i] as number)
      return
    case 6:
      for (let i = 0; i < count; i += 1) to[i] = Math.exp(u[i] as number)
      return
    case 7:
      for (let i = 0; i < count; i += 1) to[i] = Math.log(u[i] as number)
      return
    case 8:
      for (let i = 0; i < count; i += 1) to[i] = (u[i] as number) < (v[i] as number) ? 1 : 0
      return
    case 9:
      for (let i = 0; i < count; i += 1) to[i] = (u[i] ? v[i] : w[i]) as number
      return
    case 10:
      for (let i = 0; i < count; i += 1) to[i] = Math.min(u[i] as number, v[i] as number)
      return
    case 11:
      for (let i = 0; i < count; i += 1) to[i] = Math.max(u[i] as number, v[i] as number)
      return
    default:
      others(name as OperationName | QuestionName, u, second, to, count)
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
  const { run } = OPERATIONS[name as OperationName]
  if (v === undefined) for (let i = 0; i < count; i += 1) to[i] = run(u[i] as number)
  else for (let i = 0; i < count; i += 1) to[i] = run(u[i] as number, v[i] as number)
}
