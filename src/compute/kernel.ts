/**
 * Kernels: programs that run over numbers and arrays, with the habits of NumPy. A number gives a number, an array a
 * new array, `out` is written and given back; the type follows the input; numbers are spread over arrays.
 */
import { OgeeError } from '../expression/error.ts'
import { type Column, runOver } from './fallback.ts'
import type { Program } from './program.ts'
import { runner } from './run.ts'
import { type Memory, PAGE, webAssembly } from './wasm/api.ts'
import { moduleOf } from './wasm/encode.ts'
import { engine } from './wasm/engine.ts'
import type { Lane } from './wasm/instructions.ts'
import { loop, type Stride, turnOf } from './wasm/routine.ts'
import { type Tier, translated } from './wasm/translate.ts'

/** An array of doubles or of singles. */
export type Numbers = Float64Array | Float32Array

/** What a kernel may be called with. */
export type Argument = number | Numbers | readonly number[]

const TOGETHER: Readonly<Record<Tier, number>> = { fast: 4, accurate: 2 }

interface Instance {
  readonly memory: Memory
  readonly run: (...addresses: number[]) => void
}

/** Elements that pass through the kernel's own memory at a time, where arrays lie elsewhere. */
const BLOCK = 4_096
const ROOM = 64

/** A program made ready for arrays of one type. */
export class Runner {
  readonly program: Program
  readonly lane: Lane
  readonly tier: Tier
  readonly #modules = new Map<string, object | undefined>()
  readonly #inner = new Map<string, Instance>()

  constructor(program: Program, lane: Lane, tier: Tier) {
    this.program = program
    this.lane = lane
    this.tier = tier
  }

  get together(): number {
    return TOGETHER[this.tier]
  }

  /** Does it run on vectors, or is it interpreted? */
  get isVector(): boolean {
    return this.#module(this.program.inputs.map(() => 'array')) !== undefined
  }

  #module(strides: readonly Stride[]): object | undefined {
    const key = strides.join(' ')
    if (this.#modules.has(key)) return this.#modules.get(key)
    const module = this.#compiled(strides)
    this.#modules.set(key, module)
    return module
  }

  #compiled(inputs: readonly Stride[]): object | undefined {
    const { vectors, fuses } = engine()
    if (!webAssembly || !vectors) return undefined
    const code = translated(this.program, this.lane, fuses, this.tier)
    if (!code) return undefined
    const routine = loop(code.code, { name: 'run', inputs, outputs: code.outputs, together: this.together })
    return new webAssembly.Module(moduleOf([routine]))
  }

  /** The code bound to a memory of so many bytes. */
  instance(strides: readonly Stride[], bytes: number): Instance | undefined {
    const module = this.#module(strides)
    if (!module || !webAssembly) return undefined
    const memory = new webAssembly.Memory({ initial: Math.ceil(bytes / PAGE) })
    const { exports } = new webAssembly.Instance(module, { m: { memory } })
    return { memory, run: exports.run as Instance['run'] }
  }

  /** Arrays in a memory of their own, and what fills the outputs from the inputs. */
  workspace(length: number): {
    readonly inputs: Readonly<Record<string, Numbers>>
    readonly value: Numbers
    readonly gradient: readonly Numbers[]
    readonly run: () => void
  } {
    const { inputs, outputs } = this.program
    const make = this.lane === 64 ? Float64Array : Float32Array
    const turn = turnOf(this.together)
    const bytes = Math.ceil((length * this.lane) / 8 / turn) * turn
    const count = inputs.length + outputs.length
    const own = this.instance(
      inputs.map(() => 'array'),
      (bytes + ROOM) * count,
    )
    const addresses = Array.from({ length: count }, (_, i) => i * (bytes + ROOM))
    const arrays = addresses.map((address) =>
      own ? new make(own.memory.buffer, address, length) : new make(length),
    )
    const [value, ...gradient] = arrays.slice(inputs.length) as [Numbers, ...Numbers[]]
    const run = own
      ? (): void => own.run(bytes, ...addresses)
      : (): void => runOver(this.program, arrays.slice(0, inputs.length), [value, ...gradient], length)
    const named = Object.fromEntries(inputs.map((name, i) => [name, arrays[i] as Numbers]))
    return { inputs: named, value, gradient, run }
  }

  /** Fills the outputs, all of the same length. */
  fill(columns: readonly Column[], outputs: readonly Numbers[], length: number): void {
    const strides = columns.map((column): Stride => (typeof column === 'number' ? 'number' : 'array'))
    const key = strides.join(' ')
    const bytes = (this.lane / 8) * BLOCK + ROOM
    const inner = this.#inner.get(key) ?? this.instance(strides, bytes * (columns.length + outputs.length))
    if (!inner) {
      runOver(this.program, columns, outputs, length)
      return
    }
    this.#inner.set(key, inner)
    const make = this.lane === 64 ? Float64Array : Float32Array
    const addresses = [...columns, ...outputs].map((_, i) => i * bytes)
    const views = addresses.map((address) => new make(inner.memory.buffer, address, BLOCK))
    columns.forEach((column, i) => {
      if (typeof column === 'number') (views[i] as Numbers)[0] = column
    })
    const turn = turnOf(this.together)
    for (let from = 0; from < length; from += BLOCK) {
      const count = Math.min(BLOCK, length - from)
      columns.forEach((column, i) => {
        if (typeof column !== 'number') copied(column, from, count, views[i] as Numbers)
      })
      inner.run(Math.ceil((count * this.lane) / 8 / turn) * turn, ...addresses)
      for (const [k, out] of outputs.entries())
        out.set((views[columns.length + k] as Numbers).subarray(0, count), from)
    }
  }
}

function copied(column: ArrayLike<number>, from: number, count: number, to: Numbers): void {
  if (ArrayBuffer.isView(column)) to.set((column as Numbers).subarray(from, from + count))
  else for (let i = 0; i < count; i += 1) to[i] = column[from + i] as number
}

/** The length that the arrays have in common; nothing if there is no array. */
export function lengthOf(columns: readonly Argument[]): number | undefined {
  const lengths = new Set(columns.flatMap((column) => (typeof column === 'number' ? [] : [column.length])))
  if (lengths.size > 1)
    throw new OgeeError('E911', `the arrays have different lengths: ${[...lengths].join(', ')}`)
  return [...lengths][0]
}

/** The values at one point. */
export function pointwise(program: Program): (at: readonly number[]) => number[] {
  const at = runner(program)
  return (point) => {
    const values = at(point)
    return program.outputs.map((place) => values[place] as number)
  }
}
