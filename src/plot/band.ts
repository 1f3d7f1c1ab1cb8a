/**
 * Bands: a column in which a curve goes up and down many times is drawn as the heights that it takes
 * there. They are found from scattered samples: the highest and the lowest are climbed on from, and what
 * lies between two neighbours is halved until their heights are next to each other, which those at both
 * sides of a jump or a pole never are.
 */

/** Heights from the lesser to the greater number, in pixels. */
export type Heights = readonly [low: number, high: number]

/** Pixels: gaps that nobody sees, and what a curve fills that goes evenly from one end to the other. */
const SEEN = 0.8
const FILLED = 36
/** A quarter of the way that takes a greater part of the rise may be a jump. */
const EVENLY = 0.4
const SAMPLES = 48
/** Fewer turns than these can be followed one by one. */
const TURNS = 2
const CLIMBS = 24
/** Steps that change so little lead nowhere else. */
const LEVEL = 0.05
const HALVINGS = 24
/** With so many halvings left, what goes all over the window is a pole. */
const SURELY = 14
/** How many values are asked for to fill a column, and how many jumps are looked into. */
const MOST_VALUES = 500
const MOST_JUMPS = 4
const MOST_PARTS = 5

interface Sample {
  readonly t: number
  readonly y: number
}

type Curve = (t: number) => number

/** Evenly scattered, never in step with a wave: multiples of the golden ratio (H. Weyl, 1916). */
const PLACES: readonly number[] = Array.from(
  { length: SAMPLES },
  (_, i) => (i + (((i * (Math.sqrt(5) - 1)) / 2) % 1)) / SAMPLES,
)

/**
 * The heights of y(t) for 0 ≤ t ≤ 1, NaN where there is none, as far as they lie in the window; nothing
 * if the curve can be followed.
 */
export function bandOf(y: Curve, window: Heights): Heights[] | undefined {
  const samples = PLACES.map((t): Sample => ({ t, y: y(t) }))
  if (turnsOf(samples) < TURNS) return undefined
  const defined = samples.filter((sample) => !Number.isNaN(sample.y))
  const covered = new Covered(window)
  let [left, jumps] = [MOST_VALUES, 0]
  const middle = (a: Sample, b: Sample): Sample => {
    left -= 1
    const t = (a.t + b.t) / 2
    return { t, y: y(t) }
  }
  const fill = (a: Sample, b: Sample, halvings: number): void => {
    const rise = b.y - a.y
    if (Math.abs(rise) <= SEEN) covered.add(a.y, b.y)
    if (Number.isNaN(rise) || covered.has(a.y, b.y) || jumps >= MOST_JUMPS || left <= 0) return
    if (halvings <= (isAcross(a.y, b.y, window) ? SURELY : 0)) {
      jumps += 1
      return
    }
    const m = middle(a, b)
    if (Math.abs(rise) <= FILLED) {
      const [p, q] = [middle(a, m), middle(m, b)]
      if (
        isEven(p.y - a.y, rise) &&
        isEven(m.y - p.y, rise) &&
        isEven(q.y - m.y, rise) &&
        isEven(b.y - q.y, rise)
      ) {
        covered.add(a.y, b.y)
        return
      }
      fill(a, p, halvings - 2)
      fill(p, m, halvings - 2)
      fill(m, q, halvings - 2)
      fill(q, b, halvings - 2)
      return
    }
    fill(a, m, halvings - 1)
    fill(m, b, halvings - 1)
  }
  for (let i = 1; i < samples.length; i += 1) fill(samples[i - 1] as Sample, samples[i] as Sample, HALVINGS)
  for (const sample of defined) covered.add(sample.y, sample.y)
  for (const { edge, end, sign } of covered.gaps()) {
    const behind = defined.filter((sample) => sign * (sample.y - edge) <= SEEN)
    const best = behind.reduce<Sample | undefined>(
      (a, b) => (a && sign * a.y >= sign * b.y ? a : b),
      undefined,
    )
    if (best) covered.add(best.y, climbed(y, best, sign, end))
  }
  return covered.inWindow()
}

/** Is one above the window and one below? */
const isAcross = (a: number, b: number, [top, bottom]: Heights): boolean =>
  Math.min(a, b) < top && Math.max(a, b) > bottom

const isEven = (part: number, rise: number): boolean => part / rise >= 0 && part / rise <= EVENLY

/** A set of heights; those outside the window belong to it from the start. */
class Covered {
  #parts: Heights[]
  readonly #window: Heights

  constructor(window: Heights) {
    this.#window = window
    this.#parts = [
      [-Infinity, window[0]],
      [window[1], Infinity],
    ]
  }

  has(a: number, b: number): boolean {
    const [low, high] = [Math.min(a, b), Math.max(a, b)]
    return this.#parts.some((part) => part[0] <= low && part[1] >= high)
  }

  /** Parts between which no gap is seen become one. */
  add(a: number, b: number): void {
    if (this.has(a, b)) return
    let [low, high] = [Math.min(a, b), Math.max(a, b)]
    const others: Heights[] = []
    for (const part of this.#parts) {
      if (part[0] > high + SEEN || part[1] < low - SEEN) others.push(part)
      else [low, high] = [Math.min(low, part[0]), Math.max(high, part[1])]
    }
    this.#parts = [...others, [low, high]]
  }

  /** The gaps, from below (sign 1) and from above, if they are few. */
  gaps(): { edge: number; end: number; sign: number }[] {
    const parts = [...this.#parts].sort((a, b) => a[0] - b[0])
    if (parts.length > MOST_PARTS) return []
    return parts.slice(1).flatMap(([above], i) => {
      const [, below] = parts[i] as Heights
      return [
        { edge: below, end: above, sign: 1 },
        { edge: above, end: below, sign: -1 },
      ]
    })
  }

  /** What is seen. So many levels in one column are waves too fast even for doubles: then all between them. */
  inWindow(): Heights[] {
    const [top, bottom] = this.#window
    const parts = this.#parts
      .map(([low, high]): Heights => [Math.max(low, top - 1), Math.min(high, bottom + 1)])
      .filter(([low, high]) => high > top && low < bottom)
    if (parts.length <= MOST_PARTS) return parts
    return [[Math.min(...parts.map(([low]) => low)), Math.max(...parts.map(([, high]) => high))]]
  }
}

/** How often the curve changes its direction, begins or ends, as far as the samples show. */
function turnsOf(samples: readonly Sample[]): number {
  let [turns, direction] = [0, 0]
  for (let i = 1; i < samples.length; i += 1) {
    const change = (samples[i] as Sample).y - (samples[i - 1] as Sample).y
    const next = Number.isNaN(change) ? 2 : Math.sign(change)
    if (next === 0 || next === direction) continue
    if (direction !== 0) turns += 1
    direction = next
  }
  return turns
}

/**
 * How far the curve goes up from the sample (sign 1; −1 down), in steps that are halved where they lead
 * nowhere, or beyond the end of the gap.
 */
function climbed(y: Curve, from: Sample, sign: number, end: number): number {
  let [best, step] = [from, 1 / SAMPLES / 2]
  for (let i = 0; i < CLIMBS; i += 1) {
    const around = [best.t - step, best.t + step]
      .filter((t) => t >= 0 && t <= 1)
      .map((t): Sample => ({ t, y: y(t) }))
    const next = around.find(({ y: next }) => sign * next > sign * best.y && sign * next < sign * end)
    if (around.every((sample) => Math.abs(sample.y - best.y) <= LEVEL)) return (next ?? best).y
    if (next) best = next
    else step /= 2
  }
  return best.y
}
