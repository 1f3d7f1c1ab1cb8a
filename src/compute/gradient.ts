/**
 * Derivatives of a program by the chain rule, operation by operation, written into the same program, so that
 * what value and derivatives share is computed once (A. Griewank, A. Walther, Evaluating Derivatives, 2008).
 */
import type { Expr } from '../expression/expr.ts'
import { parsePattern } from '../rules/pattern.ts'
import { Lowering } from './lower.ts'
import { OPERATIONS, type OperationName } from './operations.ts'
import { type Node, operandsOf, type Place, type Program, Writer } from './program.ts'

const slopes = new Map<string, readonly Expr[]>()

function slopesOf(name: OperationName): readonly Expr[] {
  const known = slopes.get(name) ?? OPERATIONS[name].slopes.map((slope) => parsePattern(slope))
  slopes.set(name, known)
  return known
}

/** A writer that leaves out what multiplying by 0 or 1 and adding 0 leaves out. */
class Sums {
  readonly #writer: Writer

  constructor(writer: Writer) {
    this.#writer = writer
  }

  #is(place: Place, value: number): boolean {
    const node = this.#writer.nodes[place]
    return node?.kind === 'constant' && node.value === value
  }

  times(a: Place, b: Place): Place {
    if (this.#is(a, 0) || this.#is(b, 1)) return a
    if (this.#is(b, 0) || this.#is(a, 1)) return b
    if (this.#is(a, -1)) return this.#writer.operation('negate', b)
    if (this.#is(b, -1)) return this.#writer.operation('negate', a)
    return this.#writer.operation('multiply', a, b)
  }

  plus(a: Place, b: Place): Place {
    if (this.#is(a, 0)) return b
    if (this.#is(b, 0)) return a
    return this.#writer.operation('add', a, b)
  }
}

/** Copies the nodes of a program; the places stay the same. */
function copied({ nodes }: Program): Writer {
  const writer = new Writer()
  for (const node of nodes) writer.node(node)
  return writer
}

/** The derivative of a node by each of its operands, as places. */
function partials(writer: Writer, node: Node, y: Place): readonly (Place | undefined)[] {
  if (node.kind === 'choose') {
    const [question] = node.of
    const [one, nought] = [writer.constant(1), writer.constant(0)]
    return [undefined, writer.choose(question, one, nought), writer.choose(question, nought, one)]
  }
  if (node.kind !== 'operation') return []
  const letters = new Map<string, Place>([['y', y]])
  for (const [i, letter] of OPERATIONS[node.name].letters.entries()) letters.set(letter, node.of[i] as Place)
  const lowering = new Lowering(writer, letters)
  return slopesOf(node.name).map((slope) => lowering.place(slope))
}

/**
 * The program with the derivatives of its first output by the variables after its outputs, from the result
 * back to the inputs: each operation is passed once, however many variables there are.
 */
export function reverse(program: Program, variables: readonly string[]): Program {
  const writer = copied(program)
  const sums = new Sums(writer)
  const [output] = program.outputs as [Place]
  const weights = new Map<Place, Place>([[output, writer.constant(1)]])
  for (let place = output; place >= 0; place -= 1) {
    const weight = weights.get(place)
    const node = program.nodes[place] as Node
    if (weight === undefined) continue
    const by = partials(writer, node, place)
    operandsOf(node).forEach((operand, i) => {
      const slope = by[i]
      if (slope === undefined) return
      const more = sums.times(weight, slope)
      const before = weights.get(operand)
      weights.set(operand, before === undefined ? more : sums.plus(before, more))
    })
  }
  const ends = variables.map((name) => weights.get(inputPlace(program, name)) ?? writer.constant(0))
  return writer.program(program.inputs, [...program.outputs, ...ends])
}

/** As `reverse`, from the inputs on to the results: for many results of one variable. */
export function forward(program: Program, variable: string): Program {
  const writer = copied(program)
  const sums = new Sums(writer)
  const nought = writer.constant(0)
  const moving = new Map<Place, Place>([[inputPlace(program, variable), writer.constant(1)]])
  program.nodes.forEach((node, place) => {
    if (moving.has(place)) return
    const by = operandsOf(node).some((operand) => moving.has(operand)) ? partials(writer, node, place) : []
    const terms = operandsOf(node).flatMap((operand, i) => {
      const [speed, slope] = [moving.get(operand), by[i]]
      return speed === undefined || slope === undefined ? [] : [sums.times(slope, speed)]
    })
    if (terms.length > 0)
      moving.set(
        place,
        terms.reduce((a, b) => sums.plus(a, b)),
      )
  })
  const ends = program.outputs.map((place) => moving.get(place) ?? nought)
  return writer.program(program.inputs, [...program.outputs, ...ends])
}

const inputPlace = ({ nodes }: Program, name: string): Place =>
  nodes.findIndex((node) => node.kind === 'input' && node.name === name)
