/**
 * Kernels over arrays against the loop one writes by hand, the libraries that are there, and the limit: a kernel that
 * only copies. What runs in turn runs on the same numbers, and must be right before anything is timed. Doubles and
 * singles have a process each, as a loop that has met both is slow. Times are per element; ratios are what carries over.
 *
 *     npm run bench -- kernels [size…]
 */
import { spawn } from 'node:child_process'
import { once } from 'node:events'
import { createInterface } from 'node:readline'
import { fileURLToPath } from 'node:url'
import { asked, table } from './kernels/asked.mjs'
import { ALL, inTurn } from './kernels/race.mjs'

const [first, ...others] = process.argv.slice(2)
const sizes = (/** @type {readonly string[]} */ list) => (list.length > 0 ? list.map(Number) : ALL)

/** @typedef {import('./kernels/asked.mjs').Measured} Measured */

if (first === '--type') {
  const [type, ...rest] = others
  await inTurn(/** @type {'float64' | 'float32'} */ (type), sizes(rest), (measured) =>
    process.stdout.write(`${JSON.stringify(measured)}\n`),
  )
  process.exit(0)
}

/** @type {Measured[]} */
const all = []
for (const type of ['float64', 'float32']) {
  const args = [fileURLToPath(import.meta.url), '--type', type, ...(first ? [first, ...others] : [])]
  const child = spawn(process.execPath, args, { stdio: ['ignore', 'pipe', 'inherit'] })
  for await (const line of createInterface({ input: child.stdout })) {
    if (!line.startsWith('{')) {
      console.log(line)
      continue
    }
    const measured = /** @type {Measured} */ (JSON.parse(line))
    all.push(measured)
    console.log(table(measured))
  }
  const failed = child.exitCode ?? (await once(child, 'exit'))[0]
  if (failed) {
    console.error(`${type}: something was wrong, see above`)
    process.exitCode = 1
  }
}
console.log(asked(all))
