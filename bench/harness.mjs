/**
 * Timing contestants against each other. Each is asked once and must be right before anything is
 * timed; then they run in turn, in an order that changes with every round, so that whatever slows
 * the machine down for a while slows all of them down. Medians, and ratios of medians to the first
 * contestant, are what is reported: ratios carry over to other machines, times do not.
 */

/**
 * @typedef {object} Contestant
 * @property {string} name
 * @property {() => unknown} run  one round; a promise is waited for
 * @property {(result: any) => void | boolean | Promise<void | boolean>} check  throws or returns
 *   false if the result of `run` is wrong
 * @property {() => unknown} [prepare]  before each round, not timed
 * @property {boolean} [hasClock]  `run` gives the milliseconds it took, as it runs elsewhere
 *
 * @typedef {object} Timing
 * @property {string} name
 * @property {number} median  milliseconds
 * @property {number} quarter  a quarter of the rounds took no longer
 * @property {number} threeQuarters
 * @property {number} ratio  of the median to the first contestant's
 */

/** @param {readonly number[]} sorted  @param {number} part */
function quantile(sorted, part) {
  const at = (sorted.length - 1) * part
  const [below, above] = [sorted[Math.floor(at)] ?? NaN, sorted[Math.ceil(at)] ?? NaN]
  return below + (above - below) * (at - Math.floor(at))
}

/** The median of some numbers; NaN of none. */
export const median = (/** @type {readonly number[]} */ values) =>
  quantile(
    [...values].sort((a, b) => a - b),
    0.5,
  )

const LEAST_ROUNDS = 3

/**
 * @param {readonly Contestant[]} contestants  the first is what the others are compared with
 * @param {{ rounds?: number, warmUp?: number, seconds?: number }} [options]  no further round is begun after
 *   so many seconds, but three there are
 * @returns {Promise<Timing[]>}
 * @throws Error if a contestant is wrong, before anything is timed
 */
export async function race(contestants, { rounds = 21, warmUp = 3, seconds = Infinity } = {}) {
  for (const { name, run, check } of contestants) {
    if ((await check(await run())) === false) throw new Error(`${name} is wrong`)
  }
  /** @type {Map<string, number[]>} */
  const times = new Map(contestants.map(({ name }) => [name, []]))
  const started = performance.now()
  for (let round = -warmUp; round < rounds; round += 1) {
    if (round >= LEAST_ROUNDS && performance.now() - started > seconds * 1e3) break
    const first = (round + warmUp) % contestants.length
    for (const one of [...contestants.slice(first), ...contestants.slice(0, first)]) {
      const { name, run, prepare, hasClock } = one
      await prepare?.()
      const began = performance.now()
      const result = await run()
      const took = hasClock ? Number(result) : performance.now() - began
      if (round >= 0) times.get(name)?.push(took)
    }
  }
  const sorted = [...times].map(([name, values]) => ({
    name,
    values: values.sort((a, b) => a - b),
  }))
  const reference = quantile(sorted[0]?.values ?? [], 0.5)
  return sorted.map(({ name, values }) => ({
    name,
    median: quantile(values, 0.5),
    quarter: quantile(values, 0.25),
    threeQuarters: quantile(values, 0.75),
    ratio: quantile(values, 0.5) / reference,
  }))
}

/** Three significant digits, no exponent. */
const short = (/** @type {number} */ x) =>
  x >= 100 ? x.toFixed(0) : x.toFixed(Math.max(0, 2 - Math.floor(Math.log10(Math.max(x, 1e-3)))))

/**
 * The timings as lines of text.
 *
 * @param {readonly Timing[]} timings
 */
export function table(timings) {
  const rows = [
    ['', 'median ms', 'middle half', 'ratio'],
    ...timings.map(({ name, median: middle, quarter, threeQuarters, ratio }) => [
      name,
      short(middle),
      `${short(quarter)}–${short(threeQuarters)}`,
      short(ratio),
    ]),
  ]
  const widths = [0, 1, 2, 3].map((i) => Math.max(...rows.map((row) => row[i]?.length ?? 0)))
  return rows
    .map((row) =>
      row
        .map((cell, i) => (i === 0 ? cell.padEnd(widths[i] ?? 0) : cell.padStart(widths[i] ?? 0)))
        .join('   ')
        .trimEnd(),
    )
    .join('\n')
}
