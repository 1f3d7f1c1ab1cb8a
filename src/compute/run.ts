/** Programs run in double precision, one point at a time: what all other ways to run them are held against. */
import { OPERATIONS, QUESTIONS } from './operations.ts'
import type { Node, Program } from './program.ts'

type Step = (values: Float64Array, at: readonly number[]) => number

function stepOf(node: Node, inputs: readonly string[]): Step {
  switch (node.kind) {
    case 'input': {
      const i = inputs.indexOf(node.name)
      return (_, at) => at[i] ?? Number.NaN
    }
    case 'constant': {
      const { value } = node
      return () => value
    }
    case 'operation': {
      const { run: operate } = OPERATIONS[node.name]
      const [a, b] = node.of as [number, number | undefined]
      if (b === undefined) return (values) => operate(values[a] as number)
      return (values) => operate(values[a] as number, values[b] as number)
    }
    case 'question': {
      const holds = QUESTIONS[node.name]
      const [a, b] = node.of
      return (values) => Number(holds(values[a] as number, values[b] as number))
    }
    case 'both':
    case 'either': {
      const pick = node.kind === 'both' ? Math.min : Math.max
      const [a, b] = node.of
      return (values) => pick(values[a] as number, values[b] as number)
    }
    case 'choose': {
      const [question, yes, no] = node.of
      return (values) => values[values[question] ? yes : no] as number
    }
  }
}

/** Runs the program at a point, the inputs in the order of the program's; gives every node's value. */
export function runner({ nodes, inputs }: Program): (at: readonly number[]) => Float64Array {
  const steps = nodes.map((node) => stepOf(node, inputs))
  const values = new Float64Array(nodes.length)
  return (at) => {
    for (let i = 0; i < steps.length; i += 1) values[i] = (steps[i] as Step)(values, at)
    return values
  }
}

/** The outputs at a point. */
export function run(program: Program, at: readonly number[]): number[] {
  const values = runner(program)(at)
  return program.outputs.map((place) => values[place] as number)
}
