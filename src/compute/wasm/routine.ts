/** Vector code as a loop over arrays: several vectors at a time, each step for all of them before the next one. */
import { type Bytes, I32, type Routine, signed, unsigned, V128 } from './encode.ts'
import { ANY, CONSTANT, codeOf, type Lane, LOAD, LOAD_SPLAT, STORE } from './instructions.ts'
import type { Line, Value, Vector } from './vector.ts'

/** How an input is read: an array, or one number for all elements. */
export type Stride = 'array' | 'number'

export interface LoopOptions {
  readonly name: string
  readonly inputs: readonly Stride[]
  readonly outputs: readonly Value[]
  /** Vectors at a time. */
  readonly together: number
  /** A mask: the routine answers whether it holds in any lane. */
  readonly mask?: Value | undefined
}

/** Bytes that one turn of the loop takes of each array. */
export const turnOf = (together: number): number => 16 * together

const GET = 0x20
const SET = 0x21
const simd = (code: number): number[] => [0xfd, ...unsigned(code)]
const get = (local: number): number[] => [GET, ...unsigned(local)]
const set = (local: number): number[] => [SET, ...unsigned(local)]

function constantBytes(bits: bigint, lane: Lane): number[] {
  const size = lane / 8
  const one = Array.from({ length: size }, (_, i) => Number((bits >> BigInt(8 * i)) & 255n))
  return Array.from({ length: 16 / size }, () => one).flat()
}

/** Where each value is last used; those kept are wanted to the end. */
function lastUses(lines: readonly Line[], kept: readonly Value[] = []): number[] {
  const last = lines.map((_, i) => i)
  lines.forEach((line, i) => {
    if (line.kind === 'instruction') for (const value of line.of) last[value] = i
  })
  for (const value of kept) last[value] = Number.POSITIVE_INFINITY
  return last
}

/** The most values that are wanted at one time, without constants. */
export function mostAlive({ lines }: Vector, outputs: readonly Value[]): number {
  const last = lastUses(lines, outputs)
  let [alive, most] = [0, 0]
  lines.forEach((line, value) => {
    if (line.kind === 'constant') return
    alive += 1
    const of = line.kind === 'instruction' ? new Set(line.of) : []
    for (const used of of) if (last[used] === value && lines[used]?.kind !== 'constant') alive -= 1
    most = Math.max(most, alive)
  })
  return most
}

/**
 * The routine (end, input…, output…): `end` is the number of bytes of each array that are to be passed, a multiple
 * of `turnOf(together)`; the others are addresses.
 */
export function loop(
  { lines, lane }: Vector,
  { name, inputs, outputs, together, mask }: LoopOptions,
): Routine {
  const parameters = 1 + inputs.length + outputs.length
  const at = parameters
  let locals = parameters + 1
  const last = lastUses(lines)
  const outside: number[] = []
  /** Locals of values that are the same in each turn. */
  const fixed = new Map<Value, number>()
  lines.forEach((line, value) => {
    if (line.kind === 'constant') {
      fixed.set(value, locals)
      outside.push(...simd(CONSTANT), ...constantBytes(line.bits, lane), ...set(locals))
      locals += 1
    }
    if (line.kind === 'input' && inputs[line.index] === 'number') {
      fixed.set(value, locals)
      outside.push(...get(1 + line.index), ...simd(LOAD_SPLAT[lane]), lane === 64 ? 3 : 2, 0, ...set(locals))
      locals += 1
    }
  })
  const free: number[] = []
  const places = new Map<string, number>()
  const place = (value: Value, copy: number): number =>
    fixed.get(value) ?? (places.get(`${value} ${copy}`) as number)
  const body: number[] = []
  const seen = locals++
  // at once, so that a value that nothing else uses frees its local
  const store = (value: Value): void => {
    outputs.forEach((output, i) => {
      for (let copy = 0; output === value && copy < together; copy += 1)
        body.push(
          ...get(1 + inputs.length + i),
          ...get(at),
          0x6a,
          ...get(place(value, copy)),
          ...simd(STORE),
          4,
          ...unsigned(16 * copy),
        )
    })
  }
  lines.forEach((line, value) => {
    if (fixed.has(value)) return
    const ending =
      line.kind === 'instruction' ? line.of.filter((used) => last[used] === value && !fixed.has(used)) : []
    for (let copy = 0; copy < together; copy += 1) {
      if (line.kind === 'input') {
        body.push(...get(1 + line.index), ...get(at), 0x6a, ...simd(LOAD), 4, ...unsigned(16 * copy))
      } else if (line.kind === 'instruction') {
        for (const used of line.of) body.push(...get(place(used, copy)))
        if (line.by !== undefined) body.push(0x41, ...signed(line.by))
        body.push(...simd(codeOf(line.name, lane)))
      }
      // a local whose value is used up takes the new one
      for (const used of new Set(ending)) free.push(place(used, copy))
      const local = free.pop() ?? locals++
      places.set(`${value} ${copy}`, local)
      body.push(...set(local))
    }
    store(value)
    for (let copy = 0; value === mask && copy < together; copy += 1)
      body.push(...get(seen), ...get(place(value, copy)), ...simd(codeOf('or', lane)), ...set(seen))
    if (last[value] === value) for (let copy = 0; copy < together; copy += 1) free.push(place(value, copy))
  })
  for (const value of new Set(outputs)) if (fixed.has(value)) store(value)
  const step: Bytes = [
    ...get(at),
    0x41,
    ...signed(turnOf(together)),
    0x6a,
    0x22,
    ...unsigned(at),
    ...get(0),
    0x49,
  ]
  const answers = mask !== undefined
  return {
    name,
    parameters,
    answers,
    locals: [
      [1, I32],
      [locals - parameters - 1, V128],
    ],
    // skip if there is nothing; else repeat while at < end
    body: [
      ...get(0),
      0x45,
      0x04,
      0x40,
      ...(answers ? [0x41, 0] : []),
      0x0f,
      0x0b,
      ...outside,
      0x03,
      0x40,
      ...body,
      ...step,
      0x0d,
      0x00,
      0x0b,
      ...(answers ? [...get(seen), ...simd(ANY)] : []),
    ],
  }
}
