/**
 * Bands: a column in which a curve goes up and down many times is drawn as the heights that it takes
 * there. They are found from scattered samples: the highest and the lowest are climbed on from, and two
 * neighbours cover what lies between their heights if the curve leads from one to the other, which
 * it does not over a jump or a pole.
 */

/** Heights from the lesser to the greater number, in pixels. */
export type Heights = readonly [low: number, high: number]

/** Pixels that count as a step, and gaps that nobody sees. */
const STEP = 0.5
const SEEN = 0.8
const SAMPLES = 64
/** Fewer turns than these can be followed one by one. */
const TURNS = 4
const CLIMBS = 20
const HALVINGS = 24
/** How many pairs of neighbours are looked into. */
const MOST_PAIRS = 24
/** A part of a wave that has become so much lower by halving is no jump. */
const LOWER = 0.3

interface Sample {
  readonly t: number
  readonly y: number
}

/** Evenly scattered, never in step with a wave: multiples of the golden ratio (H. Weyl, 1916). */
const PLACES: readonly number[] = Array.from(
  { length: SAMPLES },
  (_, i) => (i + (((i * (Math.sqrt(5) - 1)) / 2) % 1)) / SAMPLES,
)

/** The heights of y(t) for 0 ≤ t ≤ 1, NaN where there is none; nothing if the curve can be followed. */
export function bandOf(y: (t: number) => number): Heights[] | undefined {
  const samples = PLACES.map((t): Sample => ({ t, y: y(t) }))
  if (turnsOf(samples) < TURNS) return undefined
  const covered: Heights[] = []
  const defined = samples.filter((sample) => !Number.isNaN(sample.y))
  for (const sign of [1, -1]) {
    const best = defined.reduce((a, b) => (sign * b.y > sign * a.y ? b : a))
    const { y: end } = climbed(y, best, sign)
    covered.push([Math.min(best.y, end), Math.max(best.y, end)])
  }
  const pairs = samples
    .flatMap((b, i) => (i === 0 ? [] : [[samples[i - 1] as Sample, b] as const]))
    .filter(([a, b]) => Math.abs(a.y - b.y) > SEEN)
    .sort(([a, b], [c, d]) => Math.abs(c.y - d.y) - Math.abs(a.y - b.y))
  let left = MOST_PAIRS
  for (const [a, b] of pairs) {
    const between: Heights = [Math.min(a.y, b.y), Math.max(a.y, b.y)]
    if (left <= 0) break
    if (covered.some(([low, high]) => low <= between[0] && high >= between[1])) continue
    left -= 1
    if (!leads(y, a, b)) continue
    covered.push(between)
    covered.splice(0, covered.length, ...joined(covered))
  }
  return joined([...covered, ...defined.map((sample): Heights => [sample.y, sample.y])])
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

/** From the sample uphill (sign 1) or downhill in steps that are halved where they lead nowhere. */
function climbed(y: (t: number) => number, from: Sample, sign: number): Sample {
  let best = from
  let step = 1 / SAMPLES / 2
  for (let i = 0; i < CLIMBS; i += 1) {
    const next = [best.t - step, best.t + step]
      .filter((t) => t >= 0 && t <= 1)
      .map((t): Sample => ({ t, y: y(t) }))
      .find((sample) => sign * sample.y > sign * best.y)
    if (next) best = next
    else step /= 2
  }
  return best
}

/** Does the curve lead from a to b? Over a jump the greater of two halves stays as high as the whole. */
function leads(y: (t: number) => number, a: Sample, b: Sample): boolean {
  let [low, high] = [a, b]
  const whole = Math.abs(a.y - b.y)
  for (let i = 0; i < HALVINGS; i += 1) {
    const t = (low.t + high.t) / 2
    const m = { t, y: y(t) }
    if (Number.isNaN(m.y)) return false
    if (Math.abs(m.y - low.y) > Math.abs(high.y - m.y)) high = m
    else low = m
    if (Math.abs(high.y - low.y) <= Math.max(STEP, LOWER * whole)) return true
  }
  return false
}

/** Without overlaps, and without gaps that are not seen. */
function joined(heights: readonly Heights[]): Heights[] {
  const found: (readonly [number, number])[] = []
  for (const next of [...heights].sort((a, b) => a[0] - b[0])) {
    const last = found.at(-1)
    if (last && next[0] <= last[1] + SEEN) found[found.length - 1] = [last[0], Math.max(last[1], next[1])]
    else found.push(next)
  }
  return found
}
