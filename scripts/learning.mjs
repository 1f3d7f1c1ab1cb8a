/**
 * What learning is worth, measured; the figures are in docs/learning.md:
 *
 *     node scripts/learning.mjs gradients 0 200   backpropagation in random networks against differences of 200 bits
 *     node scripts/learning.mjs tasks 20          moons and spirals: how much is right of data that was held out
 *     node scripts/learning.mjs flow              how gradients of the usual activations flow, and how long that takes
 */
import { pathToFileURL } from 'node:url'
import { build } from 'esbuild'
import { ROOT } from './command.mjs'

/**
 * A file of the project with all it imports, as a module.
 *
 * @param {string} path
 * @returns {Promise<any>}
 */
async function bundled(path) {
  const outfile = `${ROOT}/node_modules/.cache/ogee/${path.replaceAll('/', '-')}.mjs`
  await build({
    entryPoints: [`${ROOT}/${path}`],
    outfile,
    bundle: true,
    platform: 'node',
    format: 'esm',
    target: 'node20',
    packages: 'external',
    logLevel: 'warning',
  })
  return import(pathToFileURL(outfile).href)
}

/** Parameters that are compared in each network. */
const PLACES = 5

async function gradients(from = 0, to = 200) {
  /** @type {typeof import('../test/learn/high-precision.ts')} */
  const { compared } = await bundled('test/learn/high-precision.ts')
  let [worst, count] = [0, 0]
  for (let seed = from; seed < to; seed += 1) {
    const found = compared(seed, PLACES)
    count += found.count
    if (found.error > worst || Number.isNaN(found.error))
      console.log(`network ${seed}: ${found.error.toExponential(1)}  ${found.what}`)
    worst = Math.max(worst, found.error)
  }
  console.log(
    `networks ${from} to ${to - 1}, ${count} derivatives: greatest relative error ${worst.toExponential(1)}`,
  )
}

const TASKS = [
  { name: 'moons', wanted: 0.97, options: {} },
  { name: 'spirals', wanted: 0.95, options: { activation: 'swish', initial: 'he' } },
]
const TEST = { rows: 1_000, apart: 1_000 }

async function tasks(seeds = 20) {
  const learn = await learning()
  for (const { name, wanted, options } of TASKS) {
    const rights = Array.from({ length: seeds }, (_, i) => {
      const seed = i + 1
      const { model } = learn.train(learn.task(name, { seed }), { ...options, seed })
      return learn.score(model, learn.task(name, { rows: TEST.rows, seed: seed + TEST.apart })).right ?? 0
    })
    const good = rights.filter((right) => right >= wanted).length
    const sorted = rights.toSorted((a, b) => a - b)
    console.log(
      `${name}: at least ${wanted} right for ${good} of ${seeds} seeds; least ${sorted[0]}, ${sorted[1]}`,
    )
  }
}

/** @returns {Promise<typeof import('../src/learn/index.ts')>} */
const learning = () => bundled('src/learn/index.ts')

const ACTIVATIONS = ['sigmoid', 'tanh', 'relu', 'gelu', 'swish', 'softplus', { of: 'elu', at: { a: 1 } }]

async function flow() {
  const learn = await learning()
  const began = performance.now()
  const { user } = process.cpuUsage()
  for (const activation of ACTIVATIONS) {
    for (const initial of ['xavier', 'he']) {
      const found = [10, 30].map((depth) => learn.flow(activation, { initial, depth }))
      const numbers = found.map((one) =>
        [
          one.ratio.toExponential(1),
          one.factor.toFixed(3),
          one.expectedFactor.toFixed(3),
          one.boundFactor?.toFixed(2),
        ].join(' | '),
      )
      console.log(`| ${found[0]?.activation.of} | ${initial} | ${numbers.join(' | ')} |`)
    }
  }
  const seconds = (performance.now() - began) / 1000
  console.log(
    `${seconds.toFixed(1)} s, ${((process.cpuUsage().user - user) / 1e6).toFixed(1)} s of the processor`,
  )
}

const [what, ...numbers] = process.argv.slice(2)
const work = { gradients, tasks, flow }[what ?? '']
if (!work) throw new Error('name what to measure: gradients, tasks or flow')
await work(...numbers.map(Number))
