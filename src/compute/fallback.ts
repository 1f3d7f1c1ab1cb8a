/** Programs over arrays without WebAssembly: one operation after the other over blocks that stay in the cache. */
import { OPERATIONS, QUESTIONS } from './operations.ts'
import type { Node, Program } from './program.ts'

/** Elements at a time. */
const BLOCK = 512

/** An input: an array, or one number for all elements. */
export type Column = ArrayLike<number> | number

type Pass = (from: number, count: number) => void

function passOf(
  node: Node,
  to: Float64Array,
  blocks: readonly Float64Array[],
  columns: readonly Column[],
  inputs: readonly string[],
): Pass {
  switch (node.kind) {
    case 'input': {
      const column = columns[inputs.indexOf(node.name)] ?? Number.NaN
      if (typeof column === 'number') return (_, count) => to.fill(column, 0, count)
      return (from, count) => {
        for (let i = 0; i < count; i += 1) to[i] = column[from + i] as number
      }
    }
    case 'constant':
      to.fill(node.value)
      return () => undefined
    case 'operation': {
      const { run } = OPERATIONS[node.name]
      const [a, b] = node.of.map((place) => blocks[place]) as [Float64Array, Float64Array | undefined]
      if (!b)
        return (_, count) => {
          for (let i = 0; i < count; i += 1) to[i] = run(a[i] as number)
        }
      return (_, count) => {
        for (let i = 0; i < count; i += 1) to[i] = run(a[i] as number, b[i] as number)
      }
    }
    case 'question': {
      const holds = QUESTIONS[node.name]
      const [a, b] = node.of.map((place) => blocks[place]) as [Float64Array, Float64Array]
      return (_, count) => {
        for (let i = 0; i < count; i += 1) to[i] = holds(a[i] as number, b[i] as number) ? 1 : 0
      }
    }
    case 'both':
    case 'either': {
      const pick = node.kind === 'both' ? Math.min : Math.max
      const [a, b] = node.of.map((place) => blocks[place]) as [Float64Array, Float64Array]
      return (_, count) => {
        for (let i = 0; i < count; i += 1) to[i] = pick(a[i] as number, b[i] as number)
      }
    }
    case 'choose': {
      const [q, yes, no] = node.of.map((place) => blocks[place]) as [Float64Array, Float64Array, Float64Array]
      return (_, count) => {
        for (let i = 0; i < count; i += 1) to[i] = (q[i] ? yes[i] : no[i]) as number
      }
    }
  }
}

/** Fills the outputs from the columns, `length` elements. */
export function runOver(
  program: Program,
  columns: readonly Column[],
  outputs: readonly { [i: number]: number }[],
  length: number,
): void {
  const blocks = program.nodes.map(() => new Float64Array(Math.min(BLOCK, length)))
  const passes = program.nodes.map((node, i) =>
    passOf(node, blocks[i] as Float64Array, blocks, columns, program.inputs),
  )
  for (let from = 0; from < length; from += BLOCK) {
    const count = Math.min(BLOCK, length - from)
    for (const pass of passes) pass(from, count)
    program.outputs.forEach((place, k) => {
      const [block, out] = [blocks[place] as Float64Array, outputs[k] as { [i: number]: number }]
      for (let i = 0; i < count; i += 1) out[from + i] = block[i] as number
    })
  }
}
