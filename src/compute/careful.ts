/**
 * Where digits cancel however a formula is written, as at the root of a derivative, plain numbers are not enough: fast
 * code is held against accurate code at points of all sizes and close to roots, and what errs is marked for pairs.
 */
import { type Numbers, Runner } from './kernel.ts'
import type { OperationName } from './operations.ts'
import type { Program } from './program.ts'
import { LIMITS, lines, sizes } from './wide.ts'

/** Units in the last place that fast code may err by, less what the accurate code errs by. */
const MOST = 3.9

/** Operations with a root where their operand has none. */
const CANCELLING: ReadonlySet<OperationName> = new Set([
  'add',
  'subtract',
  'log',
  'sin',
  'cos',
  'tan',
  'acos',
  'acosh',
])

const known = new WeakMap<Program, Program>()

/** The program, with the outputs marked that fast code is not good enough for. */
export function withCare(program: Program): Program {
  const found = known.get(program) ?? cared(program)
  known.set(program, found)
  return found
}

function cared(program: Program): Program {
  const mayCancel = program.nodes.some((node) => node.kind === 'operation' && CANCELLING.has(node.name))
  if (!mayCancel) return program
  const exacting = new Set(([64, 32] as const).flatMap((lane) => [...erring(program, lane)]))
  return exacting.size === 0 ? program : { ...program, exacting: [...exacting] }
}

/** The outputs for which fast code in lanes of this width errs by too much somewhere. */
function erring(program: Program, lane: 64 | 32): ReadonlySet<number> {
  const exacting = new Set<number>()
  const [fast, accurate] = [new Runner(program, lane, 'fast'), new Runner(program, lane, 'accurate')]
  if (!(fast.isVector && accurate.isVector)) return exacting
  const look = (points: readonly (readonly number[])[]): readonly Numbers[] => {
    const [found, right] = [fast, accurate].map((runner) => filled(runner, points)) as [Numbers[], Numbers[]]
    right.forEach((values, k) => {
      if (values.some((value, i) => isFar(found[k]?.[i] as number, value, lane))) exacting.add(k)
    })
    return right
  }
  for (const line of lines(program.inputs.length)) {
    let xs = [...sizes(LIMITS[lane]), ...CLOSE].sort((a, b) => a - b)
    for (let n = 0; n < REFINED; n += 1) {
      const values = look(xs.map(line))
      xs = values.flatMap((one, k) => (exacting.has(k) ? [] : nearRoots(xs, one))).sort((a, b) => a - b)
      if (xs.length === 0) break
    }
  }
  return exacting
}

/** Everyday numbers, closely. */
const CLOSE = Array.from({ length: 320 }, (_, k) => (k + 0.37) / 16)

/** How often the points next to roots are divided further, into how many, and for how many roots. */
const REFINED = 4
const PARTS = 12
const MOST_ROOTS = 8

/** Points between those neighbours at which the values change their sign. */
function nearRoots(xs: readonly number[], values: Numbers): number[] {
  const found: number[] = []
  for (let i = 1; i < xs.length && found.length < MOST_ROOTS * PARTS; i += 1) {
    if (!((values[i - 1] as number) * (values[i] as number) < 0)) continue
    const [from, to] = [xs[i - 1] as number, xs[i] as number]
    for (let k = 0; k <= PARTS; k += 1) found.push(from + ((to - from) * k) / PARTS)
  }
  return found
}

function filled(runner: Runner, points: readonly (readonly number[])[]): Numbers[] {
  const { program, lane } = runner
  const make = lane === 64 ? Float64Array : Float32Array
  const columns = program.inputs.map((_, i) => new make(points.map((point) => point[i] as number)))
  const outputs = program.outputs.map(() => new make(points.length))
  runner.fill(columns, outputs, points.length)
  return outputs
}

/** Is the value further from the right one than it may be? Subnormal numbers are no matter of digits. */
function isFar(value: number, right: number, lane: 64 | 32): boolean {
  const { least, leastOfAll } = LIMITS[lane]
  const size = Math.abs(right)
  if (!(size >= 2 ** least && size < Infinity)) return false
  return !(Math.abs(value - right) <= MOST * 2 ** (Math.floor(Math.log2(size)) - (least - leastOfAll)))
}
