/**
 * Beside a cut: whether a curve leads to the value there, and to what it tends if it does not. It is
 * looked at ever closer, and the first three heights that agree show the limit, because still
 * closer to the cut rounding may be all that is left: (1 − cos x)/x² is 0 in doubles near 0.
 */

/** Distances in pixels. */
const DISTANCES = [1e-2, 1e-3, 1e-4, 1e-5, 1e-6, 1e-7] as const
const NEAREST = 1e-7
const CLOSEST = 1e-250
/** Pixels. */
const SAME = 0.02
const AGREED = 0.25
/** As x^(1/3) goes to 0, and quicker than a logarithm goes anywhere. */
const QUICKLY = 0.51
const STEP = 0.5

/** A place of the curve, in pixels, NaN where it has none. */
export interface Sample {
  readonly x: number
  readonly px: number
  readonly y: number
}

/** One side of a cut. */
export interface Side {
  /** From far to near. */
  readonly samples: readonly Sample[]
  readonly arrives: boolean
  readonly limit: number | undefined
  readonly isDefined: boolean
}

/**
 * @param at the curve at a distance from the cut, in pixels; at 0 the closest that doubles come to it
 * @param there its height at the cut, NaN if it has none
 * @param part of the usual distances, where the next cut is near
 */
export function besides(at: (distance: number) => Sample, there: number, part: number): Side {
  const closest = at(0)
  const near = DISTANCES.map((distance) => at(distance * part)).filter((s) => s.x !== closest.x)
  const isDefined = near.some(({ y }) => !Number.isNaN(y))
  const known = settledAt(near)
  if (known !== undefined) return found([near[known] as Sample], there, isDefined)
  const samples = further(near, at, NEAREST * part)
  const late = settledAt(samples)
  if (late !== undefined) return found(samples.slice(0, late + 1), there, isDefined)
  return { samples, arrives: Math.abs(closest.y - there) <= STEP, limit: undefined, isDefined }
}

function found(samples: readonly Sample[], there: number, isDefined: boolean): Side {
  const limit = (samples.at(-1) as Sample).y
  return { samples, arrives: Math.abs(limit - there) <= STEP, limit, isDefined }
}

/** Where the last of the first three that agree stands. */
function settledAt(samples: readonly Sample[]): number | undefined {
  const i = samples.findIndex((_, n) => agree(samples.slice(n, n + 3)))
  return i < 0 ? undefined : i + 2
}

/** Three heights that are the same, or come closer so quickly that hardly anything is left to go. */
function agree(samples: readonly Sample[]): boolean {
  const [a, b, c] = samples.map(({ y }) => y)
  if (a === undefined || b === undefined || c === undefined) return false
  const [first, second] = [Math.abs(a - b), Math.abs(b - c)]
  return Math.max(first, second) <= SAME || (first <= AGREED && second <= QUICKLY * first)
}

/**
 * Closer and closer as long as the height changes, and in the one direction: a logarithm goes far down
 * within no distance, while of a wave that gets ever faster nothing more is to be seen.
 */
function further(near: readonly Sample[], at: (distance: number) => Sample, nearest: number): Sample[] {
  const found = [...near]
  for (let distance = nearest * nearest; distance > CLOSEST && inOneDirection(found); distance *= distance) {
    const [last, next] = [found.at(-1) as Sample, at(distance)]
    if (next.x === last.x || !(Math.abs(next.y - last.y) > SAME)) break
    found.push(next)
  }
  return inOneDirection(found) ? found : [...near]
}

const inOneDirection = (samples: readonly Sample[]): boolean =>
  samples.every(({ y }, i) => {
    const [before, after] = [samples[i - 1], samples[i + 1]]
    return !before || !after || (y - before.y) * (after.y - y) >= 0
  })
