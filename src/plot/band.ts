/**
 * Bands: a column in which a curve goes up and down many times is drawn as the heights that it takes
 * there. They are found from scattered samples: the highest and the lowest are climbed on from, and what
 * lies between two neighbours is halved until their heights are next to each other, which those at both
 * sides of a jump or a pole never are.
 */

/** Heights from the lesser to the greater number, in pixels. */
export type Heights = readonly [low: number, high: number]

/** Pixels: gaps that nobody sees, and what a continuous curve is trusted to fill. */
const SEEN = 0.8
const FILLED = 8
const SAMPLES = 48
/** Fewer turns than these can be followed one by one. */
const TURNS = 4
const CLIMBS = 24
/** Steps that change so little lead nowhere else. */
const LEVEL = 0.05
const HALVINGS = 24
/** How many values are asked for to fill a column. */
const MOST_VALUES = 500

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
  for (const sign of [1, -1]) {
    const best = defined.reduce((a, b) => (sign * b.y > sign * a.y ? b : a))
    covered.add(best.y, climbed(y, best, sign))
  }
  const pairs = samples
    .flatMap((b, i) => (i === 0 ? [] : [[samples[i - 1] as Sample, b] as const]))
    .filter(([a, b]) => Math.abs(a.y - b.y) > SEEN)
    .sort(([a, b], [c, d]) => Math.abs(c.y - d.y) - Math.abs(a.y - b.y))
  let left = MOST_VALUES
  const fill = (a: Sample, b: Sample, halvings: number): void => {
    if (Math.abs(a.y - b.y) <= FILLED) covered.add(a.y, b.y)
    if (covered.has(a.y, b.y) || halvings <= 0 || left <= 0) return
    left -= 1
    const t = (a.t + b.t) / 2
    const m = { t, y: y(t) }
    if (Number.isNaN(m.y)) return
    fill(a, m, halvings - 1)
    fill(m, b, halvings - 1)
  }
  for (const [a, b] of pairs) fill(a, b, HALVINGS)
  for (const sample of defined) covered.add(sample.y, sample.y)
  return covered.inWindow()
}

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

  inWindow(): Heights[] {
    const [top, bottom] = this.#window
    return this.#parts
      .map(([low, high]): Heights => [Math.max(low, top - 1), Math.min(high, bottom + 1)])
      .filter(([low, high]) => high > top && low < bottom)
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

/** How high the curve goes uphill from the sample (sign 1; −1 downhill), in steps that are halved where they lead nowhere. */
function climbed(y: Curve, from: Sample, sign: number): number {
  let [best, step] = [from, 1 / SAMPLES / 2]
  for (let i = 0; i < CLIMBS; i += 1) {
    const around = [best.t - step, best.t + step]
      .filter((t) => t >= 0 && t <= 1)
      .map((t): Sample => ({ t, y: y(t) }))
    const next = around.find((sample) => sign * sample.y > sign * best.y)
    if (around.every((sample) => Math.abs(sample.y - best.y) <= LEVEL)) return (next ?? best).y
    if (next) best = next
    else step /= 2
  }
  return best.y
}
