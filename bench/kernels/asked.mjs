/** What is asked of kernels, held against what was measured. */

/**
 * @typedef {object} Measured
 * @property {string} name  of the curve
 * @property {'float64' | 'float32'} type
 * @property {number} size
 * @property {Record<string, number>} times  nanoseconds per element, by contestant
 */

/**
 * @typedef {object} Asked
 * @property {string} what
 * @property {string} ours
 * @property {string} against
 * @property {number} least  their time by ours
 * @property {(one: Measured) => boolean} [where]
 */

const isLarge = (/** @type {Measured} */ { size }) => size >= 1e7
const isSigmoid = (/** @type {Measured} */ { name }) => name === 'sigmoid'
const limitOf = (/** @type {Measured['type']} */ type) => (/** @type {Measured} */ one) =>
  isLarge(one) && isSigmoid(one) && one.type === type

/** Where both were measured; a share of the bandwidth is the limit's time by ours. @type {readonly Asked[]} */
const ASKED = [
  { what: 'loop with Math', ours: 'ogee', against: 'loop with Math', least: 6 },
  { what: 'SciPy, NumPy', ours: 'ogee', against: 'scipy', least: 1.8 },
  { what: 'mathjs', ours: 'ogee', against: 'mathjs', least: 50 },
  { what: 'tfjs-wasm', ours: 'ogee', against: 'tfjs-wasm', least: 3 },
  { what: 'torch, 2 threads', ours: 'ogee, 2 threads', against: 'torch', least: 1, where: isLarge },
  {
    what: 'bandwidth, f64',
    ours: 'ogee, 2 threads',
    against: 'limit, 2 threads',
    least: 0.7,
    where: limitOf('float64'),
  },
  {
    what: 'bandwidth, f64, SIMD128',
    ours: 'ogee SIMD128, 2 threads',
    against: 'limit, 2 threads',
    least: 0.55,
    where: limitOf('float64'),
  },
  {
    what: 'bandwidth, f32',
    ours: 'ogee, 2 threads',
    against: 'limit, 2 threads',
    least: 0.84,
    where: limitOf('float32'),
  },
  {
    what: 'bandwidth, f32, SIMD128',
    ours: 'ogee SIMD128, 2 threads',
    against: 'limit, 2 threads',
    least: 0.6,
    where: limitOf('float32'),
  },
  { what: '(distance to libmvec)', ours: 'ogee', against: 'libmvec', least: 0 },
  { what: '(distance to the limit)', ours: 'ogee', against: 'limit', least: 0 },
]

const title = (/** @type {Measured} */ { name, type, size }) =>
  `${name}, ${type === 'float64' ? 'f64' : 'f32'}, ${size.toExponential(0).replace('+', '')}`

/** The times of one race. @param {Measured} measured */
export function table(measured) {
  const { times } = measured
  const ours = times.ogee ?? Number.NaN
  const rows = Object.entries(times).map(
    ([name, time]) =>
      `  ${name.padEnd(26)} ${time.toFixed(3).padStart(9)} ns ${(time / ours).toFixed(2).padStart(8)} ×`,
  )
  return [`\n${title(measured)}`, ...rows].join('\n')
}

/** All that is asked. @param {readonly Measured[]} all */
export function asked(all) {
  const rows = ASKED.flatMap(({ what, ours, against, least, where = () => true }) =>
    all.filter(where).flatMap((one) => {
      const [our, their] = [one.times[ours], one.times[against]]
      if (our === undefined || their === undefined) return []
      const ratio = their / our
      const verdict = least === 0 ? '' : ratio >= least ? 'met' : 'MISSED'
      const wanted = least === 0 ? '' : `≥ ${least}`
      return [
        `${what.padEnd(26)} ${title(one).padEnd(22)} ${wanted.padStart(7)} ${ratio.toFixed(2).padStart(8)}  ${verdict}`,
      ]
    }),
  )
  const missed = rows.filter((row) => row.endsWith('MISSED')).length
  const met = rows.filter((row) => row.endsWith('met')).length
  return [
    '\ntheir time by ours           where                    asked measured',
    ...rows,
    `${met} met, ${missed} missed`,
  ].join('\n')
}
