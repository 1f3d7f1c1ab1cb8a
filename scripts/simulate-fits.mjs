/**
 * Fits of simulated dose-response data with known truth: `node scripts/simulate-fits.mjs starts` asks how often the fit
 * finds the best sum of squares that is known, `coverage` how often intervals hold the truth. A number says how many
 * sets there are in each design. The figures are in docs/fitting.md.
 */
import { fileURLToPath, pathToFileURL } from 'node:url'
import { build } from 'esbuild'
import { ROOT } from './command.mjs'

const bundle = `${ROOT}/node_modules/.cache/ogee/fit.mjs`
await build({
  entryPoints: [`${ROOT}/src/fit/index.ts`],
  outfile: bundle,
  bundle: true,
  platform: 'node',
  format: 'esm',
  target: 'node20',
  logLevel: 'warning',
})
/** @type {typeof import('../src/fit/index.ts')} */
const { fit: fitted } = await import(pathToFileURL(fileURLToPath(pathToFileURL(bundle))).href)

const FORMULA = 'a + (d - a)/(1 + (x/c)^(-b))'
const NAMES = /** @type {const} */ (['a', 'd', 'c', 'b'])
/** Eight doses in threes, each 3.16 times the one before. */
const DOSES = Array.from({ length: 24 }, (_, i) => 0.01 * 10 ** (0.5 * Math.floor(i / 3)))

/** @param {number} seed */
export function randomFrom(seed) {
  let state = seed >>> 0
  const uniform = () => {
    // mulberry32
    state = (state + 0x6d2b79f5) >>> 0
    let t = state
    t = Math.imul(t ^ (t >>> 15), t | 1)
    t ^= t + Math.imul(t ^ (t >>> 7), t | 61)
    return ((t ^ (t >>> 14)) >>> 0) / 2 ** 32
  }
  const normal = () => Math.sqrt(-2 * Math.log(1 - uniform())) * Math.cos(2 * Math.PI * uniform())
  return {
    uniform,
    normal,
    between: (/** @type {number} */ a, /** @type {number} */ b) => a + (b - a) * uniform(),
  }
}

/**
 * @typedef {{ a: number, d: number, c: number, b: number, noise: number }} Truth
 * @typedef {ReturnType<typeof randomFrom>} Random
 * @type {Record<string, { drawn: (random: Random) => Truth, fixed: Truth }>}
 */
const DESIGNS = {
  rising: {
    drawn: (r) => ({
      a: r.between(-5, 5),
      d: r.between(80, 120),
      c: 10 ** r.between(-1.3, 0.8),
      b: r.between(0.7, 2),
      noise: r.between(2, 8),
    }),
    fixed: { a: 0, d: 100, c: 0.6, b: 1.2, noise: 4 },
  },
  falling: {
    drawn: (r) => ({
      a: r.between(80, 120),
      d: r.between(-5, 5),
      c: 10 ** r.between(-1.3, 0.8),
      b: r.between(0.7, 2),
      noise: r.between(2, 8),
    }),
    fixed: { a: 100, d: 5, c: 0.3, b: 1, noise: 4 },
  },
  edge: {
    drawn: (r) => ({
      a: r.between(-5, 5),
      d: r.between(80, 120),
      c: 10 ** r.between(0.8, 1.5),
      b: r.between(0.8, 2),
      noise: r.between(1, 5),
    }),
    fixed: { a: 0, d: 100, c: 8, b: 1.4, noise: 2 },
  },
  steep: {
    drawn: (r) => ({
      a: r.between(-5, 5),
      d: r.between(80, 120),
      c: 10 ** r.between(-1.3, 0.8),
      b: r.between(3, 7),
      noise: r.between(2, 8),
    }),
    fixed: { a: 0, d: 100, c: 0.45, b: 3, noise: 4 },
  },
}

/** @param {Truth} truth  @param {Random} random */
function measured({ a, d, c, b, noise }, random) {
  return DOSES.map((x) => a + (d - a) / (1 + (x / c) ** -b) + noise * random.normal())
}

/** @param {number} count */
function starts(count) {
  for (const [name, { drawn }] of Object.entries(DESIGNS)) {
    const random = randomFrom(name.length * 7_919)
    let [found, identifiable, worst] = [0, 0, 0]
    const began = performance.now()
    for (let k = 0; k < count; k += 1) {
      const truth = drawn(random)
      const data = { x: DOSES, y: measured(truth, random) }
      const own = fitted(FORMULA, data)
      const spread = () => 0.5 + random.uniform()
      const others = [0, 1, 2, 3].map((n) => {
        const by = n === 0 ? () => 1 : spread
        const start = {
          a: truth.a + (n === 0 ? 0 : random.between(-10, 10)),
          d: truth.d * by(),
          c: truth.c * by(),
          b: truth.b * by(),
        }
        return fitted(FORMULA, data, { start, search: false })
      })
      const best = [own, ...others].reduce((one, other) => (other.rss < one.rss ? other : one))
      if (best.verdict !== 'fitted') continue
      identifiable += 1
      const excess = own.rss / best.rss - 1
      if (excess < 1e-8) found += 1
      worst = Math.max(worst, excess)
    }
    const ms = ((performance.now() - began) / count).toFixed(2)
    console.log(
      `${name.padEnd(8)} best optimum in ${found} of ${identifiable} identifiable sets (${((100 * found) / identifiable).toFixed(2)} %), ${count - identifiable} not identifiable; worst excess ${worst.toExponential(1)}; ${ms} ms a set`,
    )
  }
}

/** @param {number} count */
function coverage(count) {
  for (const [name, { fixed }] of Object.entries(DESIGNS)) {
    const random = randomFrom(name.length * 104_729 + 1)
    const covered = { profile: [0, 0, 0, 0], wald: [0, 0, 0, 0] }
    for (let k = 0; k < count; k += 1) {
      const own = fitted(FORMULA, { x: DOSES, y: measured(fixed, random) })
      NAMES.forEach((parameter, j) => {
        const truth = fixed[parameter]
        const profile = own.profile(parameter)
        const [low, high] = own.interval(parameter)
        if (truth >= profile.low && truth <= profile.high) covered.profile[j] += 1
        if (truth >= low && truth <= high) covered.wald[j] += 1
      })
    }
    const said = (/** @type {number[]} */ list) =>
      NAMES.map((parameter, j) => `${parameter} ${((100 * (list[j] ?? 0)) / count).toFixed(2)}`).join(', ')
    console.log(
      `${name.padEnd(8)} profile: ${said(covered.profile)} %; from standard errors: ${said(covered.wald)} %`,
    )
  }
}

const [what = 'starts', count] = process.argv.slice(2)
if (what === 'coverage') coverage(Number(count ?? 2_000))
else starts(Number(count ?? 2_500))
