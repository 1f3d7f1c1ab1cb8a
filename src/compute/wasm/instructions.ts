/** The instructions on vectors that are used, by what they are called here, for lanes of 64 and of 32 bits. */

export type Lane = 64 | 32

export type Instruction =
  | 'splat'
  | 'absolute'
  | 'opposite'
  | 'root'
  | 'add'
  | 'subtract'
  | 'multiply'
  | 'divide'
  | 'least'
  | 'greatest'
  | 'capped'
  | 'raised'
  | 'floor'
  | 'nearest'
  | 'equal'
  | 'unequal'
  | 'less'
  | 'atMost'
  | 'and'
  | 'without'
  | 'or'
  | 'either'
  | 'pick'
  | 'pickLane'
  | 'addBits'
  | 'subtractBits'
  | 'left'
  | 'right'
  | 'fused'
  | 'fusedMinus'

/** Codes behind the prefix 0xfd: [f64x2 or i64x2, f32x4 or i32x4]. */
const CODES: Readonly<Record<Instruction, readonly [number, number]>> = {
  splat: [0x14, 0x13],
  absolute: [0xec, 0xe0],
  opposite: [0xed, 0xe1],
  root: [0xef, 0xe3],
  add: [0xf0, 0xe4],
  subtract: [0xf1, 0xe5],
  multiply: [0xf2, 0xe6],
  divide: [0xf3, 0xe7],
  /** The lesser; NaN if one is. */
  least: [0xf4, 0xe8],
  greatest: [0xf5, 0xe9],
  /** b if b < a, else a: one instruction, where `least` takes many. */
  capped: [0xf6, 0xea],
  raised: [0xf7, 0xeb],
  floor: [0x75, 0x68],
  nearest: [0x94, 0x6a],
  equal: [0x47, 0x41],
  unequal: [0x48, 0x42],
  less: [0x49, 0x43],
  atMost: [0x4b, 0x45],
  and: [0x4e, 0x4e],
  /** a and not b */
  without: [0x4f, 0x4f],
  or: [0x50, 0x50],
  either: [0x51, 0x51],
  /** Bits of a where those of c are 1, else of b. */
  pick: [0x52, 0x52],
  /** The same where c is all 1 or all 0 in each lane; relaxed. */
  pickLane: [0x10c, 0x10b],
  addBits: [0xce, 0xae],
  subtractBits: [0xd1, 0xb1],
  left: [0xcb, 0xab],
  right: [0xcd, 0xad],
  /** a·b + c, rounded once or twice. */
  fused: [0x107, 0x105],
  /** c − a·b */
  fusedMinus: [0x108, 0x106],
}

export const codeOf = (instruction: Instruction, lane: Lane): number =>
  CODES[instruction][lane === 64 ? 0 : 1]

export const LOAD = 0x00
export const STORE = 0x0b
export const CONSTANT = 0x0c
/** Is any bit 1? */
export const ANY = 0x53
export const LOAD_SPLAT: Readonly<Record<Lane, number>> = { 64: 0x0a, 32: 0x09 }
