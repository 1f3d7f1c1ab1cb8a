/** Programs run in double precision, one point at a time: what all other ways to run them are held against. */
import { OPERATIONS, QUESTIONS } from './operations.ts'
import type { Node, Program } from './program.ts'

/** Every node's value; questions are 1 or 0. The inputs are in the order of the program's. */
export function valuesOf(
  { nodes, inputs }: Program,
  at: readonly number[],
  values: Float64Array = new Float64Array(nodes.length),
): Float64Array {
  nodes.forEach((node, place) => {
    values[place] = computed(node, inputs, at, values)
  })
  return values
}

function computed(
  node: Node,
  inputs: readonly string[],
  at: readonly number[],
  values: Float64Array,
): number {
  switch (node.kind) {
    case 'input':
      return at[inputs.indexOf(node.name)] ?? Number.NaN
    case 'constant':
      return node.value
    case 'operation':
      return OPERATIONS[node.name].run(
        ...(node.of.map((place) => values[place] as number) as [number, number]),
      )
    case 'question':
      return Number(QUESTIONS[node.name](values[node.of[0]] as number, values[node.of[1]] as number))
    case 'both':
      return Math.min(values[node.of[0]] as number, values[node.of[1]] as number)
    case 'either':
      return Math.max(values[node.of[0]] as number, values[node.of[1]] as number)
    case 'choose':
      return values[node.of[values[node.of[0]] ? 1 : 2]] as number
  }
}

/** The outputs at a point. */
export function run(program: Program, at: readonly number[]): number[] {
  const values = valuesOf(program, at)
  return program.outputs.map((place) => values[place] as number)
}
