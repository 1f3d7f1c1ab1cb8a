/**
 * Sums of products of columns, Σ u·v for many pairs (u, v): columns of the same length at fixed addresses. Products
 * are taken tile by tile, a few left columns against a few right ones, so that each vector that is loaded serves
 * several sums and all sums of a tile stay in registers (K. Goto, R. van de Geijn, Anatomy of high-performance matrix
 * multiplication, ACM TOMS 34 (2008)).
 */
import { I32, type Routine, signed, unsigned, V128 } from './encode.ts'
import { CONSTANT, codeOf, LOAD, STORE } from './instructions.ts'

/** Columns by their numbers. */
export type Pair = readonly [left: number, right: number]

/** The sums of every left column with every right one. */
interface Tile {
  readonly lefts: readonly number[]
  readonly rights: readonly number[]
}

/** With the vectors they are made of, so many sums stay in sixteen registers. */
const SUMS = 9
const SIDE = 3

/** Tiles that hold all pairs, and few others. */
function tilesOf(pairs: readonly Pair[]): Tile[] {
  const partners = new Map<number, Set<number>>()
  for (const [left, right] of pairs) {
    const rights = partners.get(left) ?? new Set()
    partners.set(left, rights.add(right))
  }
  const waiting = [...partners.keys()]
  const tiles: Tile[] = []
  while (waiting.length > 0) {
    const first = partners.get(waiting[0] as number) as Set<number>
    const lefts = [waiting.shift() as number]
    while (
      lefts.length < SIDE &&
      waiting.length > 0 &&
      areAlike(first, partners.get(waiting[0] as number) as Set<number>)
    )
      lefts.push(waiting.shift() as number)
    const rights = [...new Set(lefts.flatMap((left) => [...(partners.get(left) as Set<number>)]))]
    const width = Math.floor(SUMS / lefts.length)
    for (let from = 0; from < rights.length; from += width)
      tiles.push({ lefts, rights: rights.slice(from, from + width) })
  }
  return tiles
}

/** Do most partners of one serve the other? */
function areAlike(a: ReadonlySet<number>, b: ReadonlySet<number>): boolean {
  const common = [...a].filter((one) => b.has(one)).length
  return 2 * common > Math.max(a.size, b.size)
}

export interface Dots {
  readonly routine: Routine
  /** Where the sum of each pair stands among the results, which are two doubles each: their sum is meant. */
  readonly places: readonly number[]
  /** How many results there are. */
  readonly count: number
}

const simd = (code: number): number[] => [0xfd, ...unsigned(code)]
const get = (local: number): number[] => [0x20, ...unsigned(local)]
const set = (local: number): number[] => [0x21, ...unsigned(local)]
const ZERO = [...simd(CONSTANT), ...new Array<number>(16).fill(0)]
const load = (address: number): number[] => [...simd(LOAD), 3, ...unsigned(address)]

/** What is where in the memory. */
export interface Layout {
  readonly address: (column: number) => number
  readonly results: number
}

/**
 * The routine (end) adds the sums over the first `end` bytes of the columns to the results; `end` is a multiple of 16.
 */
export function dots(pairs: readonly Pair[], { address, results }: Layout, fuses: boolean): Dots {
  const [end, at, left, right, sum] = [0, 1, 2, 2 + SIDE, 3 + SIDE]
  const found = new Map<string, number>()
  const body: number[] = []
  for (const { lefts, rights } of tilesOf(pairs)) {
    const sumAt = (i: number, j: number): number => sum + i * rights.length + j
    const each = (work: (i: number, j: number) => number[]): number[] =>
      rights.flatMap((_, j) => lefts.flatMap((_, i) => work(i, j)))
    const step = rights.flatMap((column, j) => [
      ...get(at),
      ...load(address(column)),
      ...set(right),
      ...lefts.flatMap((_, i) => [
        ...(fuses
          ? [...get(left + i), ...get(right), ...get(sumAt(i, j)), ...simd(codeOf('fused', 64))]
          : [
              ...get(sumAt(i, j)),
              ...get(left + i),
              ...get(right),
              ...simd(codeOf('multiply', 64)),
              ...simd(codeOf('add', 64)),
            ]),
        ...set(sumAt(i, j)),
      ]),
    ])
    body.push(
      ...each((i, j) => [...ZERO, ...set(sumAt(i, j))]),
      ...[0x41, 0, ...set(at), 0x03, 0x40],
      ...lefts.flatMap((column, i) => [...get(at), ...load(address(column)), ...set(left + i)]),
      ...step,
      ...[...get(at), 0x41, ...signed(16), 0x6a, 0x22, at, ...get(end), 0x49, 0x0d, 0, 0x0b],
      ...each((i, j) => {
        const to = results + 16 * found.size
        found.set(`${lefts[i]} ${rights[j]}`, found.size)
        const sums = [0x41, 0, ...load(to), ...get(sumAt(i, j)), ...simd(codeOf('add', 64))]
        return [0x41, 0, ...sums, ...simd(STORE), 3, ...unsigned(to)]
      }),
    )
  }
  return {
    routine: {
      name: 'dots',
      parameters: 1,
      locals: [
        [1, I32],
        [SIDE + 1 + SUMS, V128],
      ],
      body,
    },
    places: pairs.map(([u, v]) => found.get(`${u} ${v}`) as number),
    count: found.size,
  }
}
