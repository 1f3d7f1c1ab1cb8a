/** A program over the rows of a table, again and again with other parameters, in one array for all values. */
import { OPERATIONS, type OperationName, QUESTIONS, type QuestionName } from '../compute/operations.ts'
import type { Place, Program } from '../compute/program.ts'
import { type Plan, planOf, type Task } from './plan.ts'

/** Rows at a time. */
const BLOCK = 2_048

/** The columns of a table by the letters that stand for them. */
export type Columns = ReadonlyMap<string, Float64Array>

/** Where values lie, and the code for that. */
interface Layout {
  readonly starts: Int32Array
  readonly rows: Int32Array
  readonly data: Int32Array
  readonly size: number
}

const layouts = new WeakMap<Plan, Map<number, Layout>>()
const MOST_LAYOUTS = 16

/** The layout for blocks of so many rows, made once. */
function layoutOf(plan: Plan, block: number): Layout {
  const shelf = layouts.get(plan) ?? new Map<number, Layout>()
  layouts.set(plan, shelf)
  const known = shelf.get(block)
  if (known) return known
  if (shelf.size >= MOST_LAYOUTS) shelf.clear()
  const starts = new Int32Array(plan.kinds.length).fill(-1)
  const columns = plan.inputs.map(({ place }) => place).filter((place) => plan.kinds[place] === 'data')
  const places = [...columns, ...plan.spread, ...[...plan.data, ...plan.rows].map(({ place }) => place)]
  places.forEach((place, k) => {
    starts[place] = k * block
  })
  const [rows, data] = [codeOf(plan.rows, starts), codeOf(plan.data, starts)]
  const made: Layout = { starts, rows, data, size: places.length * block }
  shelf.set(block, made)
  return made
}

/** Values over all rows, and where a block of them belongs. */
interface Whole {
  readonly values: Float64Array
  readonly at: number
}

export class Evaluator {
  /** The outputs over all rows, written anew by every `run`. */
  readonly outputs: readonly Float64Array[]
  readonly #plan: Plan
  readonly #numbers: Float64Array
  readonly #parameters: readonly (readonly [place: Place, parameter: number])[]
  /** The values of all nodes in a block of rows, each where `starts` says. */
  readonly #room: Float64Array
  readonly #starts: Int32Array
  readonly #code: Int32Array
  /** Columns and what depends on them alone, where there are several blocks. */
  readonly #whole: readonly Whole[]
  readonly #copied: readonly Whole[]
  readonly #length: number
  readonly #block: number

  constructor(program: Program, columns: Columns, parameters: readonly string[], length: number) {
    const plan = planOf(program, [...columns.keys()])
    const block = Math.min(BLOCK, length)
    const numbers = new Float64Array(program.nodes.length)
    const { starts, rows, data: dataCode, size } = layoutOf(plan, block)
    for (const { place, value } of plan.constants) numbers[place] = value
    for (const task of plan.once) numbers[task.place] = scalar(task, numbers)
    const given: (readonly [place: Place, column: Float64Array])[] = []
    const own: (readonly [place: Place, parameter: number])[] = []
    for (const { place, name } of plan.inputs) {
      const column = columns.get(name)
      if (column) given.push([place, column])
      else own.push([place, parameters.indexOf(name)])
    }
    const room = new Float64Array(size)
    for (const place of plan.spread) spread(room, starts[place] as number, block, numbers[place] as number)
    const whole: Whole[] = given.map(([place, values]) => ({ values, at: starts[place] as number }))
    const data = plan.data.map(
      ({ place }): Whole => ({ values: new Float64Array(length), at: starts[place] as number }),
    )
    for (let from = 0; from < length; from += block) {
      const count = Math.min(block, length - from)
      for (const { values, at } of whole) room.set(values.subarray(from, from + count), at)
      applyAll(dataCode, plan.data, room, count)
      for (const { values, at } of data) values.set(room.subarray(at, at + count), from)
    }
    const copied: Whole[] = []
    this.outputs = program.outputs.map((place) => {
      const at = starts[place] as number
      if (length <= block) return room.subarray(at, at + length)
      const values = new Float64Array(length)
      copied.push({ values, at })
      return values
    })
    this.#plan = plan
    this.#numbers = numbers
    this.#parameters = own
    this.#room = room
    this.#starts = starts
    this.#code = rows
    this.#whole = length <= block ? [] : [...whole, ...data]
    this.#copied = copied
    this.#length = length
    this.#block = block
  }

  /** Fills the outputs. */
  run(parameters: ArrayLike<number>): void {
    const [numbers, room, starts] = [this.#numbers, this.#room, this.#starts]
    const { numbers: tasks, spread: constant, rows } = this.#plan
    const [length, block] = [this.#length, this.#block]
    for (const [place, parameter] of this.#parameters) numbers[place] = parameters[parameter] as number
    for (const task of tasks) numbers[task.place] = scalar(task, numbers)
    for (const place of constant) spread(room, starts[place] as number, block, numbers[place] as number)
    for (let from = 0; from < length; from += block) {
      const count = Math.min(block, length - from)
      for (const { values, at } of this.#whole) room.set(values.subarray(from, from + count), at)
      applyAll(this.#code, rows, room, count)
      for (const { values, at } of this.#copied) values.set(room.subarray(at, at + count), from)
    }
  }
}

function spread(room: Float64Array, at: number, count: number, value: number): void {
  for (let i = at; i < at + count; i += 1) room[i] = value
}

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

/** Numbers for each task: its loop, where its values go, and where its operands are. */
const WIDTH = 5

function codeOf(tasks: readonly Task[], starts: Int32Array): Int32Array {
  const code = new Int32Array(tasks.length * WIDTH)
  tasks.forEach(({ loop, place, a, b, c }, k) => {
    code[k * WIDTH] = loop
    ;[place, a, b, c].forEach((one, m) => {
      code[k * WIDTH + m + 1] = one < 0 ? -1 : (starts[one] as number)
    })
  })
  return code
}

/** The operations over so many rows; the commonest have loops of their own, in the order of `LOOPS`. */
function applyAll(code: Int32Array, tasks: readonly Task[], room: Float64Array, count: number): void {
  for (let k = 0; k < code.length; k += WIDTH) {
    const to = code[k + 1] as number
    const u = code[k + 2] as number
    const v = code[k + 3] as number
    switch (code[k]) {
      case 0:
        for (let i = 0; i < count; i += 1) room[to + i] = (room[u + i] as number) + (room[v + i] as number)
        break
      case 1:
        for (let i = 0; i < count; i += 1) room[to + i] = (room[u + i] as number) - (room[v + i] as number)
        break
      case 2:
        for (let i = 0; i < count; i += 1) room[to + i] = (room[u + i] as number) * (room[v + i] as number)
        break
      case 3:
        for (let i = 0; i < count; i += 1) room[to + i] = (room[u + i] as number) / (room[v + i] as number)
        break
      case 4:
        for (let i = 0; i < count; i += 1) room[to + i] = -(room[u + i] as number)
        break
      case 5:
        for (let i = 0; i < count; i += 1) room[to + i] = Math.abs(room[u + i] as number)
        break
      case 6:
        for (let i = 0; i < count; i += 1) room[to + i] = Math.exp(room[u + i] as number)
        break
      case 7:
        for (let i = 0; i < count; i += 1) room[to + i] = Math.log(room[u + i] as number)
        break
      case 8:
        for (let i = 0; i < count; i += 1)
          room[to + i] = (room[u + i] as number) < (room[v + i] as number) ? 1 : 0
        break
      case 9: {
        const w = code[k + 4] as number
        for (let i = 0; i < count; i += 1) room[to + i] = (room[u + i] ? room[v + i] : room[w + i]) as number
        break
      }
      default:
        others(tasks[k / WIDTH] as Task, room, [to, u, v], count)
    }
  }
}

function others(
  { name, b }: Task,
  room: Float64Array,
  [to, u, v]: readonly [number, number, number],
  count: number,
): void {
  const pick = name === 'both' ? Math.min : name === 'either' ? Math.max : undefined
  const question = QUESTIONS[name as QuestionName]
  const run =
    pick ??
    (question
      ? (x: number, y: number): number => (question(x, y) ? 1 : 0)
      : OPERATIONS[name as OperationName].run)
  if (b < 0) for (let i = 0; i < count; i += 1) room[to + i] = run(room[u + i] as number)
  else for (let i = 0; i < count; i += 1) room[to + i] = run(room[u + i] as number, room[v + i] as number)
}
