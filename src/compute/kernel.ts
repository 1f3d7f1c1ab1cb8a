/**
 * Kernels: programs that run over numbers and arrays, with the habits of NumPy. A number gives a number, an array a
 * new array, `out` is written and given back; the type follows the input; numbers are spread over arrays.
 */
import { OgeeError } from '../expression/error.ts'
import { type Column, runOver } from './fallback.ts'
import { passing } from './passing.ts'
import type { Use } from './prepare.ts'
import type { Program } from './program.ts'
import { runner } from './run.ts'
import { steppingOut } from './stepping-out.ts'
import { type Memory, PAGE, webAssembly } from './wasm/api.ts'
import { neededBy } from './wasm/cost.ts'
import { moduleOf, type Routine } from './wasm/encode.ts'
import { engine } from './wasm/engine.ts'
import type { Lane } from './wasm/instructions.ts'
import { loop, mostAlive, type Stride, turnOf } from './wasm/routine.ts'
import { type Tier, type Translated, translated } from './wasm/translate.ts'
import type { Value, Vector } from './wasm/vector.ts'
import { collapsed, leavingRange, type Wide, wideRunner } from './wide.ts'

/** An array of doubles or of singles. */
export type Numbers = Float64Array | Float32Array

/** What a kernel may be called with. */
export type Argument = number | Numbers | readonly number[]

/**
 * Vectors at a time: one is computed while another waits, the more the longer the code is, as long as there are
 * registers for them all. Borders as measured.
 */
const TOGETHER = { few: 2, some: 4, many: 6 }
/** Of more values alive at a time only few vectors have room. */
const CROWDED = 9
/** Longer code waits longer. */
const LONG = 30
/** Whole turns of each of these. */
const TURN = turnOf(12)

function togetherOf(code: Vector, outputs: readonly Value[]): number {
  if (mostAlive(code, outputs) > CROWDED) return TOGETHER.few
  return neededBy(code, outputs).length > LONG ? TOGETHER.many : TOGETHER.some
}

function routineOf(
  name: string,
  { code, outputs, doubt }: Translated,
  inputs: readonly Stride[],
  mask?: Value,
): Routine {
  const all = doubt === undefined ? outputs : [...outputs, doubt]
  const together = togetherOf(code, all)
  return loop(code, { name, inputs, outputs: all, together, mask })
}

interface Instance {
  readonly memory: Memory
  readonly run: (...addresses: number[]) => void
  /** There is one more output: 1 where the element has to be computed by the program itself. */
  readonly doubts: boolean
}

interface Module {
  readonly module: object
  readonly doubts: boolean
}

/** Elements that pass through the kernel's own memory at a time, where arrays lie elsewhere. */
const BLOCK = 2_048
/** Between arrays, so that they do not fall on the same lines of the cache. */
const ROOM = 64

/** Arrays in a memory of their own. */
export interface Room {
  readonly inputs: Readonly<Record<string, Numbers>>
  readonly value: Numbers
  readonly gradient: readonly Numbers[]
  readonly run: () => void
}

/** A program made ready for arrays of one type. */
export class Runner {
  readonly program: Program
  readonly lane: Lane
  readonly tier: Tier
  readonly #modules = new Map<string, Module | undefined>()
  readonly #inner = new Map<string, Instance>()
  readonly #repair: Repair

  constructor(program: Program, lane: Lane, tier: Tier) {
    this.program = program
    this.lane = lane
    this.tier = tier
    this.#repair = repairing(program)
  }

  get #array(): typeof Float64Array | typeof Float32Array {
    return this.lane === 64 ? Float64Array : Float32Array
  }

  /** Does it run on vectors, or is it interpreted? */
  get isVector(): boolean {
    return this.module(this.program.inputs.map(() => 'array')) !== undefined
  }

  /** Bytes that the loop passes for so many elements: whole turns. */
  bytes(length: number): number {
    return Math.ceil((length * this.lane) / 8 / TURN) * TURN
  }

  /** The code for inputs of these kinds; `shared` for memory of so many pages that threads share. */
  module(strides: readonly Stride[], shared?: number): Module | undefined {
    const key = `${strides.join(' ')} ${shared ?? ''}`
    if (this.#modules.has(key)) return this.#modules.get(key)
    const module = this.#compiled(strides, shared)
    this.#modules.set(key, module)
    return module
  }

  #compiled(inputs: readonly Stride[], shared: number | undefined): Module | undefined {
    const { vectors, fuses } = engine()
    if (!webAssembly || !vectors) return undefined
    const near = translated(this.program, this.lane, fuses, this.tier)
    if (!near) return undefined
    const { beyond } = near
    const routines = [
      routineOf('near', near, inputs, beyond?.mask),
      ...(beyond ? [routineOf('beyond', beyond.wide, inputs)] : []),
    ]
    return {
      module: new webAssembly.Module(moduleOf(routines, shared)),
      doubts: near.doubt !== undefined,
    }
  }

  /** The code bound to a memory with room for so many elements of each array; their addresses. */
  #instance(strides: readonly Stride[], length: number): Instance | undefined {
    const found = this.module(strides)
    if (!found || !webAssembly) return undefined
    const bytes = this.addresses(length).end
    const memory = new webAssembly.Memory({ initial: Math.ceil(bytes / PAGE) })
    const { exports } = new webAssembly.Instance(found.module, { m: { memory } })
    return { memory, run: passing(exports, strides), doubts: found.doubts }
  }

  /** Where arrays of inputs and outputs, and of doubts, lie; and where they end. */
  addresses(length: number): { readonly at: readonly number[]; readonly end: number } {
    const step = this.bytes(length) + ROOM
    const count = this.program.inputs.length + this.program.outputs.length + 1
    return { at: Array.from({ length: count }, (_, i) => i * step), end: count * step }
  }

  /** The arrays at the addresses. */
  views(buffer: ArrayBufferLike, length: number): readonly Numbers[] {
    return this.addresses(length).at.map((at) => new this.#array(buffer as ArrayBuffer, at, length))
  }

  /** Arrays in a memory of their own, and what fills the outputs from the inputs. */
  workspace(length: number): Room {
    const { inputs } = this.program
    const own = this.#instance(
      inputs.map(() => 'array'),
      length,
    )
    const { at } = this.addresses(length)
    const arrays = own ? this.views(own.memory.buffer, length) : at.map(() => new this.#array(length))
    const addresses = own?.doubts ? at : at.slice(0, -1)
    const outputs = arrays.slice(inputs.length, -1)
    const run = own
      ? (): void => {
          own.run(this.bytes(length), ...addresses)
          if (own.doubts) this.#repair(arrays, length)
        }
      : (): void => runOver(this.program, arrays.slice(0, inputs.length), outputs, length)
    return this.room(arrays, run)
  }

  /** The arrays by their names. */
  room(arrays: readonly Numbers[], run: () => void): Room {
    const { inputs } = this.program
    const [value, ...gradient] = arrays.slice(inputs.length, -1) as [Numbers, ...Numbers[]]
    const named = Object.fromEntries(inputs.map((name, i) => [name, arrays[i] as Numbers]))
    return { inputs: named, value, gradient, run }
  }

  /** Computes elements again of which the vector code says that it is no good for them. */
  repair(arrays: readonly Numbers[], length: number): void {
    this.#repair(arrays, length)
  }

  /** Fills the outputs, all of the same length. They may be inputs as well. */
  fill(given: readonly Column[], outputs: readonly Numbers[], length: number): void {
    const columns = given.map((column) => unclobbered(column, outputs))
    const strides = columns.map((column): Stride => (typeof column === 'number' ? 'number' : 'array'))
    const key = strides.join(' ')
    const inner = this.#inner.get(key) ?? this.#instance(strides, BLOCK)
    if (!inner) {
      runOver(this.program, columns, outputs, length)
      return
    }
    this.#inner.set(key, inner)
    const { at } = this.addresses(BLOCK)
    const views = this.views(inner.memory.buffer, BLOCK)
    const addresses = inner.doubts ? at : at.slice(0, -1)
    columns.forEach((column, i) => {
      // the loop reads the first; repairs read all
      if (typeof column === 'number') (views[i] as Numbers).fill(column)
    })
    for (let from = 0; from < length; from += BLOCK) {
      const count = Math.min(BLOCK, length - from)
      columns.forEach((column, i) => {
        if (typeof column !== 'number') copied(column, from, count, views[i] as Numbers)
      })
      inner.run(this.bytes(count), ...addresses)
      if (inner.doubts) this.#repair(views, count)
      for (const [k, out] of outputs.entries())
        out.set((views[columns.length + k] as Numbers).subarray(0, count), from)
    }
  }
}

function copied(column: ArrayLike<number>, from: number, count: number, to: Numbers): void {
  if (ArrayBuffer.isView(column)) to.set((column as Numbers).subarray(from, from + count))
  else for (let i = 0; i < count; i += 1) to[i] = column[from + i] as number
}

/** The column, or a copy where writing an output would change elements of it that are still to be read. */
function unclobbered(column: Column, outputs: readonly Numbers[]): Column {
  if (!(column instanceof Float64Array || column instanceof Float32Array)) return column
  const ends = (array: Numbers): number => array.byteOffset + array.byteLength
  const isInTheWay = outputs.some(
    (out) =>
      out.buffer === column.buffer &&
      out.byteOffset < ends(column) &&
      column.byteOffset < ends(out) &&
      (out.byteOffset !== column.byteOffset || out.BYTES_PER_ELEMENT !== column.BYTES_PER_ELEMENT),
  )
  return isInTheWay ? column.slice() : column
}

type Repair = (arrays: readonly Numbers[], length: number) => void

/** Computes the outputs by the program where the last array, of doubts, is not 0. */
function repairing(program: Program): Repair {
  const point = pointwise(program)
  const { length: inputs } = program.inputs
  return (arrays, length) => {
    const doubts = arrays.at(-1) as Numbers
    for (let i = 0; i < length; i += 1) {
      if (doubts[i] === 0) continue
      const values = point(arrays.slice(0, inputs).map((array) => array[i] as number))
      values.forEach((value, k) => {
        ;(arrays[inputs + k] as Numbers)[i] = value
      })
    }
  }
}

/** The length that the arrays have in common; nothing if there is no array. */
export function lengthOf(columns: readonly Argument[]): number | undefined {
  const lengths = new Set(columns.flatMap((column) => (typeof column === 'number' ? [] : [column.length])))
  if (lengths.size > 1)
    throw new OgeeError('E911', `the arrays have different lengths: ${[...lengths].join(', ')}`)
  return [...lengths][0]
}

/** The values at one point: in doubles, with exponents of their own only where something leaves the doubles. */
export function pointwise(program: Program): (at: readonly number[]) => number[] {
  const at = runner(program)
  const steps = steppingOut(program)
  let wide: ((at: readonly number[]) => readonly Wide[]) | undefined
  let leaves: boolean | undefined
  return (point) => {
    const plain = at(point)
    if (!steps(plain)) return program.outputs.map((place) => plain[place] as number)
    leaves ??= leavingRange(program, 64).wide.size > 0
    if (!leaves) return program.outputs.map((place) => plain[place] as number)
    wide ??= wideRunner(program)
    const values = wide(point)
    return program.outputs.map((place) => collapsed(values[place] as Wide))
  }
}

/** Exponents are carried along where something is too large or too small, so that forms need not ask. */
export const KERNEL: Use = {
  reach: 30,
  asksSizes: false,
  runner: (program) => {
    const run = wideRunner(program)
    return (at) => {
      const values = run(at)
      return program.outputs.map((place) => collapsed(values[place] as Wide))
    }
  },
}
