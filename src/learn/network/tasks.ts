/** Data made up to learn from: two classes that no straight line divides. */
import { OgeeError } from '../../expression/error.ts'
import { quoted } from '../../syntax/errors.ts'
import { nearestName } from '../../syntax/suggest.ts'
import { Random } from './random.ts'

/** Rows of inputs, and what belongs to each. */
export interface Examples {
  readonly inputs: readonly (readonly number[])[]
  readonly targets: readonly (readonly number[])[]
}

/** How much data to make. */
export interface TaskOptions {
  /** Rows; 400 by default, half of each class. */
  readonly rows?: number
  /** The deviation of what is added to each coordinate. */
  readonly noise?: number
  readonly seed?: number
}

interface Task {
  readonly about: string
  readonly noise: number
  /** The point of a class, 0 or 1, at a part between 0 and 1 of its curve. */
  readonly point: (part: number, kind: number) => readonly [number, number]
}

const TURNS = 1.75

const CURVES: Readonly<Record<'moons' | 'spirals', Task>> = {
  moons: {
    about: 'two half circles that reach into each other',
    noise: 0.1,
    point(part, kind) {
      const angle = Math.PI * part
      return kind === 0 ? [Math.cos(angle), Math.sin(angle)] : [1 - Math.cos(angle), 0.5 - Math.sin(angle)]
    },
  },
  spirals: {
    about: `two spirals of ${TURNS} turns around each other`,
    noise: 0.02,
    point(part, kind) {
      // the root spreads the points evenly over the area
      const radius = Math.sqrt(0.02 + 0.98 * part)
      const angle = 2 * Math.PI * TURNS * radius + Math.PI * kind
      return [radius * Math.cos(angle), radius * Math.sin(angle)]
    },
  },
}

/** The tasks by name. */
export const TASKS: readonly string[] = ['xor', ...Object.keys(CURVES)]

/**
 * The data of a task: `xor` is its four rows; `moons` and `spirals` are drawn at random, with noise.
 *
 * @throws OgeeError `E935` for a task that there is not and for numbers of rows that cannot be.
 * @example
 * ```ts
 * import { task } from 'ogee/learn'
 * task('xor').targets // → [[0], [1], [1], [0]]
 * task('moons', { rows: 100, seed: 7 }).inputs.length // → 100
 * ```
 */
export function task(name: string, options: TaskOptions = {}): Examples {
  if (name === 'xor') return { inputs: SQUARE, targets: SQUARE.map(([a, b]) => [Number(a !== b)]) }
  const curve = Object.hasOwn(CURVES, name) ? CURVES[name as keyof typeof CURVES] : undefined
  if (!curve) {
    const near = nearestName(name, TASKS)
    throw refusal(
      `there is no task ${quoted(name)}`,
      near === undefined ? `one of ${TASKS.join(', ')}` : `did you mean ${near}?`,
    )
  }
  const { rows = 400, noise = curve.noise, seed = 1 } = options
  if (!(Number.isInteger(rows) && rows >= 2 && rows <= MOST_ROWS))
    throw refusal(`${rows} rows cannot be made`, `from 2 to ${MOST_ROWS}`)
  if (!(noise >= 0 && Number.isFinite(noise)))
    throw refusal(`the noise cannot be ${noise}`, 'for example 0.1')
  const random = new Random(seed, DATA)
  const kinds = Array.from({ length: rows }, (_, i) => i % 2)
  const inputs = kinds.map((kind) =>
    curve.point(random.uniform(), kind).map((u) => u + noise * random.normal()),
  )
  return { inputs, targets: kinds.map((kind) => [kind]) }
}

const SQUARE = [
  [0, 0],
  [0, 1],
  [1, 0],
  [1, 1],
] as const

const MOST_ROWS = 1_000_000
/** The stream of random numbers for data. */
const DATA = 1

const refusal = (what: string, hint: string): OgeeError => new OgeeError('E935', what, undefined, hint)
