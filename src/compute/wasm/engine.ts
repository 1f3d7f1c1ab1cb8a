/** What the WebAssembly engine can do, found out by trying. */
import { webAssembly } from './api.ts'
import { moduleOf } from './encode.ts'
import { loop } from './routine.ts'
import { Vector } from './vector.ts'

/** Nothing in a page whose policy allows no WebAssembly. */
function compiled(bytes: Uint8Array<ArrayBuffer>): object | undefined {
  try {
    return webAssembly && new webAssembly.Module(bytes)
  } catch {
    return undefined
  }
}

/** Does a·b + c round once? The instruction leaves that to the machine, so it is tried: 2⁻⁶⁰ is lost else. */
function tried(fuses: boolean): number | undefined {
  if (!webAssembly) return undefined
  const v = new Vector(64, fuses)
  const u = v.input(0)
  const square = v.multiply(u, u)
  const lost = fuses ? v.opposite(v.fusedMinus(u, u, square)) : square
  const bytes = moduleOf([loop(v, { name: 'run', inputs: ['array'], outputs: [lost], together: 1 })])
  const module = webAssembly.validate(bytes) ? compiled(bytes) : undefined
  if (!module) return undefined
  const memory = new webAssembly.Memory({ initial: 1 })
  const { exports } = new webAssembly.Instance(module, { m: { memory } })
  const numbers = new Float64Array(memory.buffer)
  numbers[0] = 1 + 2 ** -30
  exports.run?.(16, 0, 16)
  return numbers[2]
}

export interface Engine {
  /** Vectors of 128 bits. */
  readonly vectors: boolean
  /** Multiplication and addition in one rounding. */
  readonly fuses: boolean
}

let known: Engine | undefined

/** Looked up once. */
export function engine(): Engine {
  known ??= { vectors: tried(false) !== undefined, fuses: tried(true) === 2 ** -60 }
  return known
}

/** Forgets what was found out, for engines whose flags were changed since. */
export function forget(): void {
  known = undefined
}
