/**
 * Numbers with an exponent of their own, m·2ᵏ, so that nothing on the way is too large or too small for a double: x² in
 * 1/(1 + x²), e^x in x·e^x. Programs are tried both ways, in doubles and like this; where the two part, it is noted
 * which values left the range, and code for these carries the exponent along.
 */
import { OPERATIONS, QUESTIONS } from './operations.ts'
import type { Node, Place, Program } from './program.ts'
import { runner } from './run.ts'
import { erfc, scaledTail } from './special.ts'
import { steppingOut } from './stepping-out.ts'

/** m·2ᵏ with k a whole number; m = 0, infinite or NaN stands for itself. */
export interface Wide {
  readonly m: number
  readonly k: number
}

const LN2_HIGH = 0.6931471803691238
const LN2_LOW = 1.9082149292705877e-10
/** Exponentials are computed up to here; beyond, their size is enough, and then all are alike. */
const FARTHEST = 300_000
const MOST = 2 ** 900

const parts = new DataView(new ArrayBuffer(8))

/** x as m·2ᵏ with m between 1 and 2. */
export function wideOf(x: number): Wide {
  if (x === 0 || !Number.isFinite(x)) return { m: x, k: 0 }
  if (Math.abs(x) < 2 ** -1022) {
    const { m, k } = wideOf(x * 2 ** 60)
    return { m, k: k - 60 }
  }
  parts.setFloat64(0, x)
  const bits = parts.getUint32(0)
  parts.setUint32(0, (bits & 0x800fffff) | 0x3ff00000)
  return { m: parts.getFloat64(0), k: ((bits >>> 20) & 0x7ff) - 1023 }
}

/** k of m·2ᵏ for normal doubles; 0 for what has none. */
function exponentOf(x: number): number {
  if (x === 0 || !Number.isFinite(x)) return 0
  parts.setFloat64(0, x)
  return ((parts.getUint32(0) >>> 20) & 0x7ff) - 1_023
}

function exponentsOf(values: Float64Array): Int32Array {
  const found = new Int32Array(values.length)
  for (let i = 0; i < found.length; i += 1) found[i] = exponentOf(values[i] as number)
  return found
}

/** m·2ᵏ, rounded once. */
export function collapsed({ m, k }: Wide): number {
  const capped = Math.max(-2_000, Math.min(2_000, k))
  const half = Math.trunc(capped / 2)
  return m * 2 ** half * 2 ** (capped - half)
}

const normal = (m: number, k: number): Wide => {
  const found = wideOf(m)
  return found.m === 0 || !Number.isFinite(found.m) ? found : { m: found.m, k: found.k + k }
}

function exponential(x: number): Wide {
  if (Math.abs(x) < 700 || Number.isNaN(x)) return wideOf(Math.exp(x))
  if (Math.abs(x) > FARTHEST) return { m: 1, k: Math.round(Math.max(-MOST, Math.min(MOST, x)) * Math.LOG2E) }
  const k = Math.round(x * Math.LOG2E)
  return normal(Math.exp(x - k * LN2_HIGH - k * LN2_LOW), k)
}

/** 1 − erf x, the square in two parts where e^(-x²) is too small. */
function complement(x: number): Wide {
  if (!(x > 25 && x < FARTHEST)) return wideOf(erfc(x))
  const head = Math.fround(x)
  const { m, k } = exponential(-head * head)
  return normal(m * Math.exp(-(x - head) * (x + head)) * scaledTail(x), k)
}

function sum(a: Wide, b: Wide): Wide {
  if (a.m === 0) return b
  if (b.m === 0) return a
  if (a.k < b.k) return sum(b, a)
  return normal(a.m + b.m * 2 ** Math.max(-1_000, b.k - a.k), a.k)
}

/** In parts only where it must be: near 1 they would cancel. */
const logarithm = ({ m, k }: Wide): number =>
  Math.abs(k) < 1_000 ? Math.log(m * 2 ** k) : Math.log(m) + k * Math.LN2

type Operate = (a: Wide, b: Wide) => Wide

/** Operations that are not done in doubles. */
const OPERATE: Record<string, Operate> = {
  negate: ({ m, k }) => ({ m: -m, k }),
  abs: ({ m, k }) => ({ m: Math.abs(m), k }),
  add: sum,
  subtract: (a, b) => sum(a, { m: -b.m, k: b.k }),
  multiply: (a, b) => normal(a.m * b.m, a.k + b.k),
  divide: (a, b) => normal(a.m / b.m, a.k - b.k),
  sqrt: ({ m, k }) => normal(Math.sqrt(k % 2 === 0 ? m : 2 * m), Math.floor(k / 2)),
  exp: (a) => exponential(collapsed(a)),
  erfc: (a) => complement(collapsed(a)),
  log: (a) => wideOf(logarithm(a)),
  log1p: (a) => wideOf(a.k > 64 ? logarithm(a) : Math.log1p(collapsed(a))),
  cosh: (a) => {
    const [size] = [Math.abs(collapsed(a))]
    return size > 40 ? normal(exponential(size).m / 2, exponential(size).k) : wideOf(Math.cosh(size))
  },
  power: (a, b) => {
    const [base, exponent] = [collapsed(a), collapsed(b)]
    if (a.m <= 0 || !Number.isFinite(a.m)) return wideOf(base ** exponent)
    // the square of half the power, as often as need be: e^(b·log a) would be as wrong as its exponent is large
    for (let halvings = 0; halvings <= MOST_SQUARES; halvings += 1) {
      const value = base ** (exponent / 2 ** halvings)
      if (!isNormal(value)) continue
      let found = wideOf(value)
      for (let n = 0; n < halvings; n += 1) found = normal(found.m * found.m, 2 * found.k)
      return found
    }
    return exponential(exponent * logarithm(a))
  },
}

const MOST_SQUARES = 4
const isNormal = (x: number): boolean => x >= 2 ** -1_022 && x < Number.POSITIVE_INFINITY

/** Functions that are u for tiny u. */
for (const name of [
  'expm1',
  'log1p',
  'sin',
  'tan',
  'asin',
  'atan',
  'sinh',
  'tanh',
  'asinh',
  'atanh',
] as const) {
  const { run } = OPERATIONS[name]
  const other = OPERATE[name] ?? ((a: Wide) => wideOf(run(collapsed(a))))
  OPERATE[name] = (a, b) => (a.k < -110 ? a : other(a, b))
}

type Step = (values: readonly Wide[], at: readonly number[]) => Wide

function stepOf(node: Node, inputs: readonly string[]): Step {
  switch (node.kind) {
    case 'input': {
      const i = inputs.indexOf(node.name)
      return (_, at) => wideOf(at[i] ?? Number.NaN)
    }
    case 'constant': {
      const value = wideOf(node.value)
      return () => value
    }
    case 'operation': {
      const { run } = OPERATIONS[node.name]
      const operate: Operate = OPERATE[node.name] ?? ((a, b) => wideOf(run(collapsed(a), collapsed(b))))
      const [a, b = a] = node.of as [Place, Place | undefined]
      return (values) => operate(values[a] as Wide, values[b] as Wide)
    }
    case 'question': {
      const holds = QUESTIONS[node.name]
      const [a, b] = node.of
      return (values) => ({
        m: Number(holds(collapsed(values[a] as Wide), collapsed(values[b] as Wide))),
        k: 0,
      })
    }
    case 'both':
    case 'either': {
      const pick = node.kind === 'both' ? Math.min : Math.max
      const [a, b] = node.of
      return (values) => ({ m: pick((values[a] as Wide).m, (values[b] as Wide).m), k: 0 })
    }
    case 'choose': {
      const [question, yes, no] = node.of
      return (values) => values[(values[question] as Wide).m ? yes : no] as Wide
    }
  }
}

/** Runs the program at a point, in doubles or with the digits of singles; gives every node's value. */
export function wideRunner(
  { nodes, inputs }: Program,
  lane: 64 | 32 = 64,
): (at: readonly number[]) => readonly Wide[] {
  const steps = nodes.map((node) => stepOf(node, inputs))
  const values: Wide[] = nodes.map(() => ({ m: 0, k: 0 }))
  return (at) => {
    for (let i = 0; i < steps.length; i += 1) {
      const value = (steps[i] as Step)(values, at)
      values[i] = lane === 64 ? value : { m: Math.fround(value.m), k: value.k }
    }
    return values
  }
}

/** A value that tells by its size whether others leave the range. */
export interface Watched {
  readonly place: Place
  /** Between these nothing does. */
  readonly least: number
  readonly most: number
}

/** What of a program leaves the range of its numbers where that changes a result. */
export interface Leaving {
  /** As long as these stay within their borders, nothing leaves the range. */
  readonly watched: readonly Watched[]
  /** Values that leave it somewhere. */
  readonly wide: ReadonlySet<Place>
}

/** The exponents of a format: results of less count as no normal numbers. */
export interface Limits {
  readonly least: number
  readonly most: number
  readonly leastOfAll: number
}

export const LIMITS: Readonly<Record<64 | 32, Limits>> = {
  64: { least: -1_022, most: 1_023, leastOfAll: -1_074 },
  32: { least: -126, most: 127, leastOfAll: -149 },
}

/** Sizes of all exponents, and evenly up to where exponentials leave the doubles twice over. */
export function sizes({ leastOfAll, most }: Limits): number[] {
  const found: number[] = []
  const step = (most - leastOfAll) / 180
  for (let e = leastOfAll; e <= most; e += step) found.push(2 ** Math.floor(e) * 1.37)
  found.push(2 ** most * 1.99)
  for (let k = 1; k <= 160; k += 1) found.push((k * -leastOfAll * 1.5) / 160)
  for (let k = 1; k <= 40; k += 1) found.push(k / 4)
  return found.sort((a, b) => a - b)
}

/** Values of the other variables beside one. */
const BESIDE = [0.7, 3.1, -1.3]
/** Units in the last place that are put down to rounding. */
const ROUNDING = 16

/** Tried at points of all sizes, along each variable and along two at a time. */
export function leavingRange(program: Program, lane: 64 | 32): Leaving {
  const known = remembered[lane].get(program)
  if (known) return known
  const found = tried(program, LIMITS[lane])
  remembered[lane].set(program, found)
  return found
}

const remembered = { 64: new WeakMap<Program, Leaving>(), 32: new WeakMap<Program, Leaving>() }

/** Operations whose operands are in range where their results are. */
const NEVER: ReadonlySet<string> = new Set(['exp', 'erfc', 'cosh'])

function tried(program: Program, limits: Limits): Leaving {
  const wide = new Set<Place>()
  const bad: number[] = []
  const exact = wideRunner(program, limits === LIMITS[64] ? 64 : 32)
  const isOut = ({ m, k }: Wide): boolean =>
    m !== 0 && Number.isFinite(m) && (k <= limits.least || k >= limits.most)
  const [quick, steps] = [plainRunner(program), steppingOut(program)]
  const [smallest, largest] = [2 ** (limits.least + 1), 2 ** limits.most]
  const isPast = (value: number): boolean => {
    const size = Math.abs(value)
    return size !== 0 && size !== Infinity && (size < smallest || size >= largest)
  }
  const look = (at: readonly number[]): ArrayLike<number> => {
    // mostly doubles tell
    const doubles = quick(at)
    if (!(steps(doubles) || doubles.some(isPast))) return exponentsOf(doubles)
    const values = exact(at)
    const exponents = values.map(({ m, k }) => (m === 0 || !Number.isFinite(m) ? 0 : k))
    if (!values.some(isOut)) return exponents
    const plain = inRange(program, values, at, limits)
    if (program.outputs.every((place) => isNear(plain[place] as number, values[place] as Wide, limits)))
      return exponents
    bad.push(Math.abs(at[0] as number))
    program.nodes.forEach((node, place) => {
      if (node.kind !== 'operation' || !(node.name in OPERATE)) return
      // what is made of values out of range has to take them as they are
      const takes = !NEVER.has(node.name) && node.of.some((operand) => isOut(values[operand] as Wide))
      if (takes || isOut(values[place] as Wide)) wide.add(place)
    })
    return exponents
  }
  for (const line of [...lines(program.inputs.length), ...diagonals(program.inputs.length)]) {
    let before: { readonly x: number; readonly exponents: ArrayLike<number> } | undefined
    for (const x of sizes(limits)) {
      const exponents = look(line(x))
      if (before) edges(before, { x, exponents }, limits, wide, (y) => look(line(y)))
      before = { x, exponents }
    }
  }
  const watched =
    program.inputs.length === 1 ? [watchedInput(program, bad, limits)] : watchedValues(wide, limits)
  return { wide, watched }
}

/** One input: between the sizes next to those at which something left the range. */
function watchedInput({ nodes }: Program, bad: readonly number[], limits: Limits): Watched {
  const tries = sizes(limits)
  const [below, above] = [bad.filter((size) => size < 1), bad.filter((size) => size >= 1)]
  const [last, first] = [Math.max(...below), Math.min(...above)]
  return {
    place: nodes.findIndex(({ kind }) => kind === 'input'),
    least: below.length === 0 ? 0 : Math.min(...tries.filter((size) => size > last)),
    most: above.length === 0 ? Number.POSITIVE_INFINITY : Math.max(...tries.filter((size) => size < first)),
  }
}

/** Several inputs, which may be large together: the values themselves, with room for one more operation. */
const watchedValues = (wide: ReadonlySet<Place>, { most }: Limits): readonly Watched[] =>
  [...wide].map((place) => ({ place, least: 2 ** (20 - most), most: 2 ** (most - 20) }))

/** Points along each variable. */
export function* lines(length: number): Generator<(x: number) => readonly number[]> {
  for (let axis = 0; axis < length; axis += 1)
    for (const beside of length === 1 ? [0] : BESIDE)
      for (const sign of [1, -1])
        yield (x) => Array.from({ length }, (_, i) => (i === axis ? sign * x : beside + i / 8))
}

/** Points at which two variables are large together, or one is as small as the other is large. */
function* diagonals(length: number): Generator<(x: number) => readonly number[]> {
  for (let i = 0; i < length; i += 1)
    for (let j = i + 1; j < length; j += 1)
      for (const other of [(x: number) => x, (x: number) => Math.min(1 / x, Number.MAX_VALUE)])
        yield (x) => Array.from({ length }, (_, k) => (k === i ? x : k === j ? other(x) : 0.7 + k / 8))
}

interface Looked {
  readonly x: number
  readonly exponents: ArrayLike<number>
}

const MOST_HALVINGS = 40
/** Points looked at on either side of one where values are subnormal. */
const BESIDES = 6

/** Looks also where values are subnormal, or just too large, if they go past that between two points. */
function edges(
  a: Looked,
  b: Looked,
  { least, leastOfAll, most }: Limits,
  wide: ReadonlySet<Place>,
  look: (x: number) => ArrayLike<number>,
): void {
  for (const [from, to] of [
    [leastOfAll, least],
    [most, most + 8],
  ] as const) {
    const side = (k: number): number => (k < from ? -1 : k > to ? 1 : 0)
    for (let place = 0; place < a.exponents.length; place += 1) {
      const k = a.exponents[place] as number
      if (side(k) * side(b.exponents[place] as number) !== -1 || wide.has(place)) continue
      let [low, high] = [a.x, b.x]
      for (let n = 0; n < MOST_HALVINGS; n += 1) {
        const middle = high > 4 * low ? Math.sqrt(low) * Math.sqrt(high) : (low + high) / 2
        const now = side(look(middle)[place] as number)
        if (now === 0) {
          for (let k = -BESIDES; k <= BESIDES; k += 1) look(middle * (1 + k * 2 ** -11))
          break
        }
        if (now === side(k)) low = middle
        else high = middle
      }
    }
  }
}

/** The values as code of this format without exponents of their own would have them, rounding aside. */
function inRange(
  program: Program,
  values: readonly Wide[],
  at: readonly number[],
  limits: Limits,
): ArrayLike<number> {
  if (limits === LIMITS[64]) return plainRunner(program)(at)
  // singles: doubles cut off to the range after each operation
  const found = new Float64Array(values.length)
  const steps = program.nodes.map((node) => stepOf(node, program.inputs))
  const cut: Wide[] = []
  steps.forEach((step, place) => {
    const value = Math.fround(collapsed(step(cut, at)))
    found[place] = value
    cut[place] = wideOf(value)
  })
  return found
}

const runners = new WeakMap<Program, (at: readonly number[]) => Float64Array>()
function plainRunner(program: Program): (at: readonly number[]) => Float64Array {
  const known = runners.get(program) ?? runner(program)
  runners.set(program, known)
  return known
}

/** The same but for rounding, as far as the range of the format goes. */
function isNear(value: number, right: Wide, { least, most, leastOfAll }: Limits): boolean {
  if (Number.isNaN(right.m)) return true
  if (right.m === 0) return value === 0
  if (Math.abs(right.m) === Infinity || right.k > most) return value === Math.sign(right.m) * Infinity
  const exact = collapsed(right)
  // in the subnormal numbers one more rounding already shows
  const rounding = right.k < least ? 1.5 : ROUNDING
  return Math.abs(value - exact) <= rounding * 2 ** Math.max(leastOfAll, right.k - (least - leastOfAll))
}
