/** WebAssembly modules as bytes (WebAssembly Core Specification 2.0, chapter 5; relaxed SIMD proposal). */

export type Bytes = readonly number[]

/** A whole number ≥ 0 in groups of seven bits, the lowest first (LEB128). */
export function unsigned(n: number): number[] {
  const bytes: number[] = []
  let rest = n
  do {
    const low = rest % 128
    rest = Math.floor(rest / 128)
    bytes.push(rest > 0 ? low + 128 : low)
  } while (rest > 0)
  return bytes
}

/** A whole number of 32 bits with its sign. */
export function signed(n: number): number[] {
  const bytes: number[] = []
  let rest = n
  for (;;) {
    const low = rest & 127
    rest >>= 7
    const isLast = (rest === 0 && (low & 64) === 0) || (rest === -1 && (low & 64) !== 0)
    bytes.push(isLast ? low : low | 128)
    if (isLast) return bytes
  }
}

const list = (items: readonly Bytes[]): number[] => [...unsigned(items.length), ...items.flat()]
const sized = (bytes: Bytes): number[] => [...unsigned(bytes.length), ...bytes]
/** Names are plain letters. */
const text = (word: string): number[] => sized([...word].map((letter) => letter.charCodeAt(0)))
const section = (id: number, bytes: Bytes): number[] => [id, ...sized(bytes)]

export const I32 = 0x7f
export const V128 = 0x7b

/** One exported function over an imported memory. */
export interface Routine {
  readonly name: string
  /** Parameters are all of type i32. */
  readonly parameters: number
  /** Further locals, so many of each type. */
  readonly locals: readonly (readonly [count: number, type: number])[]
  readonly body: Bytes
  /** Does it leave a whole number? */
  readonly answers?: boolean
}

const MAGIC: Bytes = [0x00, 0x61, 0x73, 0x6d, 0x01, 0x00, 0x00, 0x00]
const END = 0x0b

/** A module that imports its memory as `m.memory`; of just so many pages if threads share it. */
export function moduleOf(routines: readonly Routine[], shared?: number): Uint8Array<ArrayBuffer> {
  const types = routines.map(
    ({ parameters, answers }): Bytes => [
      0x60,
      ...list(Array.from({ length: parameters }, () => [I32])),
      ...list(answers ? [[I32]] : []),
    ],
  )
  const limits = shared === undefined ? [0x00, 0x01] : [0x03, ...unsigned(shared), ...unsigned(shared)]
  const memory: Bytes = [...text('m'), ...text('memory'), 0x02, ...limits]
  const code = routines.map(({ locals, body }): Bytes => {
    const declared = list(locals.map(([count, type]) => [...unsigned(count), type]))
    return sized([...declared, ...body, END])
  })
  return new Uint8Array([
    ...MAGIC,
    ...section(1, list(types)),
    ...section(2, list([memory])),
    ...section(3, list(routines.map((_, i) => unsigned(i)))),
    ...section(7, list(routines.map(({ name }, i) => [...text(name), 0x00, ...unsigned(i)]))),
    ...section(10, list(code)),
  ])
}
