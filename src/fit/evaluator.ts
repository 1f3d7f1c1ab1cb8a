/**
 * A program over the rows of a table, again and again with other parameters: what depends on the data alone is
 * computed once, what depends on the parameters alone once for all rows.
 */
import { OPERATIONS, type OperationName, QUESTIONS } from '../compute/operations.ts'
import { type Node, operandsOf, type Place, type Program } from '../compute/program.ts'

/** Rows at a time. */
const BLOCK = 2_048

type Pass = (from: number, count: number) => void

/** An operand over the rows: `step` is 1 where it holds all rows, 0 where it holds a block. */
interface Operand {
  readonly values: Float64Array
  readonly step: 0 | 1
}

type Unary = (u: Operand, to: Float64Array) => Pass
type Binary = (u: Operand, v: Operand, to: Float64Array) => Pass

const unary =
  (run: (u: number) => number): Unary =>
  ({ values, step }, to) =>
  (from, count) => {
    const start = from * step
    for (let i = 0; i < count; i += 1) to[i] = run(values[start + i] as number)
  }

/** The commonest operations have loops of their own, which the engine compiles apart. */
const UNARY: Readonly<Partial<Record<OperationName, Unary>>> = {
  negate:
    ({ values, step }, to) =>
    (from, count) => {
      const start = from * step
      for (let i = 0; i < count; i += 1) to[i] = -(values[start + i] as number)
    },
  abs:
    ({ values, step }, to) =>
    (from, count) => {
      const start = from * step
      for (let i = 0; i < count; i += 1) to[i] = Math.abs(values[start + i] as number)
    },
  exp:
    ({ values, step }, to) =>
    (from, count) => {
      const start = from * step
      for (let i = 0; i < count; i += 1) to[i] = Math.exp(values[start + i] as number)
    },
  log:
    ({ values, step }, to) =>
    (from, count) => {
      const start = from * step
      for (let i = 0; i < count; i += 1) to[i] = Math.log(values[start + i] as number)
    },
}

const BINARY: Readonly<Partial<Record<OperationName, Binary>>> = {
  add: (a, b, to) => (from, count) => {
    const [u, v, p, q] = [a.values, b.values, from * a.step, from * b.step]
    for (let i = 0; i < count; i += 1) to[i] = (u[p + i] as number) + (v[q + i] as number)
  },
  subtract: (a, b, to) => (from, count) => {
    const [u, v, p, q] = [a.values, b.values, from * a.step, from * b.step]
    for (let i = 0; i < count; i += 1) to[i] = (u[p + i] as number) - (v[q + i] as number)
  },
  multiply: (a, b, to) => (from, count) => {
    const [u, v, p, q] = [a.values, b.values, from * a.step, from * b.step]
    for (let i = 0; i < count; i += 1) to[i] = (u[p + i] as number) * (v[q + i] as number)
  },
  divide: (a, b, to) => (from, count) => {
    const [u, v, p, q] = [a.values, b.values, from * a.step, from * b.step]
    for (let i = 0; i < count; i += 1) to[i] = (u[p + i] as number) / (v[q + i] as number)
  },
}

const binary =
  (run: (u: number, v: number) => number): Binary =>
  (a, b, to) =>
  (from, count) => {
    const [u, v, p, q] = [a.values, b.values, from * a.step, from * b.step]
    for (let i = 0; i < count; i += 1) to[i] = run(u[p + i] as number, v[q + i] as number)
  }

const choice =
  (question: Operand, yes: Operand, no: Operand, to: Float64Array): Pass =>
  (from, count) => {
    const [q, u, v] = [question.values, yes.values, no.values]
    const [qs, us, vs] = [from * question.step, from * yes.step, from * no.step]
    for (let i = 0; i < count; i += 1) to[i] = (q[qs + i] ? u[us + i] : v[vs + i]) as number
  }

function passOf(node: Node, operands: readonly Operand[], to: Float64Array): Pass {
  const [a, b, c] = operands as [Operand, Operand, Operand]
  switch (node.kind) {
    case 'operation': {
      const { name } = node
      const { run } = OPERATIONS[name]
      if (operands.length === 1) return (UNARY[name] ?? unary(run))(a, to)
      return (BINARY[name] ?? binary(run))(a, b, to)
    }
    case 'question': {
      const holds = QUESTIONS[node.name]
      return binary((u, v) => Number(holds(u, v)))(a, b, to)
    }
    case 'both':
      return binary(Math.min)(a, b, to)
    case 'either':
      return binary(Math.max)(a, b, to)
    default:
      return choice(a, b, c, to)
  }
}

/** The value of a node from those of its operands. */
function nodeValue(node: Node, at: (place: Place) => number): number {
  switch (node.kind) {
    case 'operation':
      return OPERATIONS[node.name].run(...node.of.map(at))
    case 'question':
      return Number(QUESTIONS[node.name](at(node.of[0]), at(node.of[1])))
    case 'both':
      return Math.min(at(node.of[0]), at(node.of[1]))
    case 'either':
      return Math.max(at(node.of[0]), at(node.of[1]))
    case 'choose':
      return at(node.of[at(node.of[0]) ? 1 : 2])
    default:
      return Number.NaN
  }
}

/** The columns of a table by the letters that stand for them. */
export type Columns = ReadonlyMap<string, Float64Array>

/** What a node depends on. */
type Kind = 'number' | 'data' | 'row'

export class Evaluator {
  /** The outputs over all rows, written anew by every `run`. */
  readonly outputs: readonly Float64Array[]
  readonly #numbers: Float64Array
  readonly #inputs: readonly { readonly place: Place; readonly parameter: number }[]
  readonly #scalars: readonly { readonly place: Place; readonly run: () => number }[]
  readonly #spread: readonly { readonly place: Place; readonly values: Float64Array }[]
  readonly #passes: readonly Pass[]
  readonly #copied: readonly (readonly [from: Float64Array, to: Float64Array])[]
  readonly #length: number

  constructor(program: Program, columns: Columns, parameters: readonly string[], length: number) {
    const { nodes } = program
    const block = Math.min(BLOCK, length)
    const kinds = kindsOf(program, columns)
    const needed = neededBy(program)
    const numbers = new Float64Array(nodes.length)
    const operands: (Operand | undefined)[] = []
    const inputs: { place: Place; parameter: number }[] = []
    const scalars: { place: Place; run: () => number }[] = []
    const spread: { place: Place; values: Float64Array }[] = []
    const passes: Pass[] = []
    const overRows = (place: Place): Operand => {
      const known = operands[place]
      if (known) return known
      const values = new Float64Array(block)
      spread.push({ place, values })
      const made: Operand = { values, step: 0 }
      operands[place] = made
      return made
    }
    nodes.forEach((node, place) => {
      if (!needed.has(place)) return
      if (kinds[place] === 'number') {
        if (node.kind === 'constant') numbers[place] = node.value
        else if (node.kind === 'input') inputs.push({ place, parameter: parameters.indexOf(node.name) })
        else scalars.push({ place, run: scalarOf(node, numbers) })
        return
      }
      if (node.kind === 'input') {
        operands[place] = { values: columns.get(node.name) as Float64Array, step: 1 }
        return
      }
      const of = operandsOf(node).map(overRows)
      if (kinds[place] === 'data') {
        operands[place] = { values: onceFor(node, of, length, numbers, nodes), step: 1 }
        return
      }
      const values = new Float64Array(block)
      operands[place] = { values, step: 0 }
      passes.push(passOf(node, of, values))
    })
    const copied: [Float64Array, Float64Array][] = []
    this.outputs = program.outputs.map((place) => {
      const { values, step } = overRows(place)
      if (step === 1 || length <= block) return values
      const all = new Float64Array(length)
      copied.push([values, all])
      return all
    })
    this.#numbers = numbers
    this.#inputs = inputs
    this.#scalars = scalars
    this.#spread = spread
    this.#passes = passes
    this.#copied = copied
    this.#length = length
  }

  /** Fills the outputs. */
  run(parameters: ArrayLike<number>): void {
    const numbers = this.#numbers
    for (const { place, parameter } of this.#inputs) numbers[place] = parameters[parameter] as number
    for (const { place, run } of this.#scalars) numbers[place] = run()
    for (const { place, values } of this.#spread) values.fill(numbers[place] as number)
    const length = this.#length
    for (let from = 0; from < length; from += BLOCK) {
      const count = Math.min(BLOCK, length - from)
      for (const pass of this.#passes) pass(from, count)
      for (const [values, all] of this.#copied) all.set(values.subarray(0, count), from)
    }
  }
}

function scalarOf(node: Node, numbers: Float64Array): () => number {
  if (node.kind === 'operation') {
    const { run } = OPERATIONS[node.name]
    const [a, b] = node.of as [Place, Place | undefined]
    return b === undefined
      ? () => run(numbers[a] as number)
      : () => run(numbers[a] as number, numbers[b] as number)
  }
  return () => nodeValue(node, (place) => numbers[place] as number)
}

function kindsOf({ nodes }: Program, columns: Columns): readonly Kind[] {
  const kinds: Kind[] = []
  /** Does a number depend on parameters? */
  const moving: boolean[] = []
  for (const node of nodes) {
    const of = operandsOf(node)
    const isMoving = node.kind === 'input' ? !columns.has(node.name) : of.some((place) => moving[place])
    const hasData =
      node.kind === 'input' ? columns.has(node.name) : of.some((place) => kinds[place] !== 'number')
    moving.push(isMoving)
    kinds.push(hasData ? (isMoving ? 'row' : 'data') : 'number')
  }
  return kinds
}

function neededBy({ nodes, outputs }: Program): ReadonlySet<Place> {
  const needed = new Set<Place>()
  const visit = (place: Place): void => {
    if (needed.has(place)) return
    needed.add(place)
    operandsOf(nodes[place] as Node).forEach(visit)
  }
  outputs.forEach(visit)
  return needed
}

/** The values of a node that depends on data and constants only. */
function onceFor(
  node: Node,
  operands: readonly Operand[],
  length: number,
  numbers: Float64Array,
  nodes: readonly Node[],
): Float64Array {
  const of = operandsOf(node)
  const whole = operands.map((operand, k): Operand => {
    if (operand.step === 1) return operand
    const place = of[k] as Place
    const constant = nodes[place] as Node
    const value = constant.kind === 'constant' ? constant.value : constantOf(place, nodes)
    numbers[place] = value
    return { values: new Float64Array(length).fill(value), step: 1 }
  })
  const to = new Float64Array(length)
  passOf(node, whole, to)(0, length)
  return to
}

/** A number that no parameter moves. */
function constantOf(place: Place, nodes: readonly Node[]): number {
  const node = nodes[place] as Node
  return node.kind === 'constant' ? node.value : nodeValue(node, (at) => constantOf(at, nodes))
}
