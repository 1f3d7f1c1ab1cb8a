/** A plan as vector code: one routine computes the factors of a block of rows, another one adds up their products. */
import type { Node } from '../compute/program.ts'
import { Remembered } from '../compute/remembered.ts'
import { PAGE, webAssembly } from '../compute/wasm/api.ts'
import { dots } from '../compute/wasm/dots.ts'
import { moduleOf } from '../compute/wasm/encode.ts'
import { engine } from '../compute/wasm/engine.ts'
import { loop, mostAlive, turnOf } from '../compute/wasm/routine.ts'
import { translatedPlainly } from '../compute/wasm/translate.ts'
import type { Plan } from './sums.ts'

/** Code for blocks of rows, in a memory of its own. */
export interface Pass {
  /** Rows of a block. */
  readonly rows: number
  /** Where a block of each column is put, and the parameters. */
  readonly columns: readonly Float64Array[]
  readonly parameters: Float64Array
  /** Adds what so many rows of the block give. */
  readonly run: (rows: number) => void
  /** The results, two doubles each, whose sum is meant; and which one belongs to each pair. */
  readonly results: Float64Array
  readonly places: readonly number[]
}

/** What fits in the cache beside the processor core, in bytes. */
const CACHE = 1 << 19
const MOST_ROWS = 2_048
const LEAST_ROWS = 64
/** Between columns, so that they do not fall on the same lines of the cache. */
const ROOM = 192
/** Vectors at a time: more of them would need more registers than there are. */
const TOGETHER = 2
const MANY_TOGETHER = 4
const MANY = 11

/** A function of WebAssembly has no more parameters than this, and should not be longer than so many sums make it. */
const MOST_PARAMETERS = 1_000
const MOST_PAIRS = 60_000

const known = new Remembered<Pass | undefined>()

/** What a node does, whatever inputs are called; JSON has no -0 and no infinity. */
function nodeKey(node: Node, inputs: readonly string[]): unknown {
  if (node.kind === 'input') return inputs.indexOf(node.name)
  return node.kind === 'constant' ? [Object.is(node.value, -0) ? '-0' : String(node.value), node.rest] : node
}

/**
 * The code for the plan; nothing where there is none, or no engine for it. All rows share it: nobody waits in the
 * middle of a pass.
 */
export const passFor = (plan: Plan): Pass | undefined => known.get(keyOf(plan), () => made(plan))

const keyOf = ({ program: { inputs, nodes, outputs }, pairs, columns }: Plan): unknown => [
  inputs.length,
  nodes.map((node) => nodeKey(node, inputs)),
  outputs,
  pairs,
  columns.length,
  engine(),
]

function made({ columns, program, pairs }: Plan): Pass | undefined {
  const { vectors, fuses } = engine()
  const addressed = 1 + program.inputs.length + program.outputs.length
  if (addressed > MOST_PARAMETERS || pairs.length > MOST_PAIRS) return undefined
  const code = vectors && webAssembly ? translatedPlainly(program, fuses) : undefined
  if (!webAssembly || !code || code.doubt !== undefined) return undefined
  const outputs = program.outputs.length
  const parameters = program.inputs.length - columns.length
  const many = columns.length + outputs + 1
  const rows = Math.max(LEAST_ROWS, Math.min(MOST_ROWS, 2 ** Math.floor(Math.log2(CACHE / 8 / many))))
  const begin = Math.ceil((8 * parameters) / 64) * 64
  // factors, the number 1, columns, results
  const address = (i: number): number => begin + i * (8 * rows + ROOM)
  const [ones, results] = [outputs, address(many)]
  const { routine: adding, places, count } = dots(pairs, { address, results }, fuses)
  const together = mostAlive(code.code, code.outputs) > MANY ? TOGETHER : MANY_TOGETHER
  const inputs = program.inputs.map((_, i) => (i < columns.length ? 'array' : 'number') as 'array' | 'number')
  const filling = loop(code.code, { name: 'factors', inputs, outputs: code.outputs, together })
  const module = new webAssembly.Module(moduleOf([filling, adding]))
  const memory = new webAssembly.Memory({ initial: Math.ceil((results + 16 * count) / PAGE) })
  const { exports } = new webAssembly.Instance(module, { m: { memory } })
  const [fill, add] = [exports.factors, exports.dots] as [(...at: number[]) => void, (end: number) => void]
  const doubles = (at: number, length: number): Float64Array => new Float64Array(memory.buffer, at, length)
  const factors = program.outputs.map((_, i) => doubles(address(i), rows))
  doubles(address(ones), rows).fill(1)
  const addresses = [
    ...columns.map((_, i) => address(ones + 1 + i)),
    ...Array.from({ length: parameters }, (_, i) => 8 * i),
    ...factors.map((_, i) => address(i)),
  ]
  const turn = turnOf(together)
  return {
    rows,
    columns: columns.map((_, i) => doubles(address(ones + 1 + i), rows)),
    parameters: doubles(0, parameters),
    results: doubles(results, 2 * count),
    places,
    run(some) {
      fill(Math.ceil((8 * some) / turn) * turn, ...addresses)
      // a vector holds two: what is beyond the last row does not count
      if (some % 2 === 1) for (const factor of factors) factor[some] = 0
      add(16 * Math.ceil(some / 2))
    },
  }
}
