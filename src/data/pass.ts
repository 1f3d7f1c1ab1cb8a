/** A plan as vector code: one routine computes the factors of a block of rows, another one adds up their products. */
import { Remembered } from '../compute/remembered.ts'
import { type Memory, PAGE, webAssembly } from '../compute/wasm/api.ts'
import { dots } from '../compute/wasm/dots.ts'
import { moduleOf } from '../compute/wasm/encode.ts'
import { engine } from '../compute/wasm/engine.ts'
import { loop, mostAlive, turnOf } from '../compute/wasm/routine.ts'
import { translatedPlainly } from '../compute/wasm/translate.ts'
import type { Plan } from './sums.ts'

/** Code for blocks of rows. */
export interface Pass {
  /** Rows of a block. */
  readonly rows: number
  /** Where a block of each column is put. */
  readonly columns: readonly Float64Array[]
  /** Where the parameters are put. */
  readonly parameters: Float64Array
  /** Passes so many rows of the block. */
  readonly run: (rows: number) => void
  /** The results so far, two for each sum; and where those of each pair begin. */
  readonly results: Float64Array
  readonly places: readonly number[]
}

/** What fits in the cache beside the processor core, in bytes. */
const CACHE = 1 << 18
const MOST_ROWS = 2_048
const LEAST_ROWS = 64
/** Between columns, so that they do not fall on the same lines of the cache. */
const ROOM = 192
/** Vectors at a time: more of them would need more registers than there are. */
const TOGETHER = 2
const MANY_TOGETHER = 4
const MANY = 11

const known = new Remembered<Pass | undefined>()

/** The code for the plan; nothing where there is none, or no engine for it. */
export const passFor = ({ columns, program, pairs }: Plan): Pass | undefined =>
  known.get([program, pairs, columns.length, engine()], () => made({ columns, program, pairs }))

function made({ columns, program, pairs }: Omit<Plan, 'parameters'>): Pass | undefined {
  const { vectors, fuses } = engine()
  const code = vectors && webAssembly ? translatedPlainly(program, fuses) : undefined
  if (!webAssembly || !code || code.doubt !== undefined) return undefined
  const many = columns.length + program.outputs.length + 1
  const rows = Math.max(LEAST_ROWS, Math.min(MOST_ROWS, 2 ** Math.floor(Math.log2(CACHE / 8 / many))))
  const step = 8 * rows + ROOM
  const parameters = program.inputs.length - columns.length
  const begin = Math.ceil(parameters / 8) * 64
  const outputs = program.outputs.length
  // the column after the last output is the number 1
  const address = (i: number): number => begin + i * step
  const results = address(many)
  const sums = dots(pairs, { address, results }, fuses)
  const together = mostAlive(code.code, code.outputs) > MANY ? TOGETHER : MANY_TOGETHER
  const inputs = program.inputs.map((_, i) => (i < columns.length ? 'array' : 'number') as 'array' | 'number')
  const routine = loop(code.code, { name: 'factors', inputs, outputs: code.outputs, together })
  const module = new webAssembly.Module(moduleOf([routine, sums.routine]))
  const end = results + 16 * sums.count
  const memory: Memory = new webAssembly.Memory({ initial: Math.ceil(end / PAGE) })
  const { exports } = new webAssembly.Instance(module, { m: { memory } })
  const at = (i: number, length: number): Float64Array => new Float64Array(memory.buffer, address(i), length)
  const factors = Array.from({ length: outputs }, (_, i) => at(i, rows))
  at(outputs, rows).fill(1)
  const addresses = [
    ...columns.map((_, i) => address(outputs + 1 + i)),
    ...Array.from({ length: parameters }, (_, i) => 8 * i),
    ...factors.map((_, i) => address(i)),
  ]
  const [fill, add] = [exports.factors, exports.dots] as [(...at: number[]) => void, (end: number) => void]
  const turn = turnOf(together)
  return {
    rows,
    columns: columns.map((_, i) => at(outputs + 1 + i, rows)),
    parameters: new Float64Array(memory.buffer, 0, parameters),
    run(count) {
      fill(Math.ceil((8 * count) / turn) * turn, ...addresses)
      // a vector holds two: what is beyond the last row does not count
      if (count % 2 === 1) for (const factor of factors) factor[count] = 0
      add(16 * Math.ceil(count / 2))
    },
    results: new Float64Array(memory.buffer, results, 2 * sums.count),
    places: sums.places,
  }
}
