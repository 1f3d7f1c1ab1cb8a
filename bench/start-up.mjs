/** The whole process of deriving the sigmoid on the command line, against Node doing nothing. */
import { spawnSync } from 'node:child_process'
import { fileURLToPath } from 'node:url'
import { race, table } from './harness.mjs'

const ogee = fileURLToPath(new URL('../dist/cli/ogee.js', import.meta.url))
const LIMIT = 2

const node = (/** @type {string[]} */ ...args) => {
  const { status, stdout, stderr } = spawnSync(process.execPath, args, {
    encoding: 'utf8',
    stdio: ['ignore', 'pipe', 'pipe'],
  })
  return { status, stdout, stderr }
}

const timings = await race(
  [
    {
      name: 'node -e 0',
      run: () => node('-e', '0'),
      check: ({ status, stdout }) => status === 0 && stdout === '',
    },
    {
      name: 'ogee derive "1/(1+e^-x)"',
      run: () => node(ogee, 'derive', '1/(1+e^-x)'),
      check: ({ status, stdout, stderr }) => {
        if (status !== 0 || !stdout.includes('rule')) throw new Error(`${stdout}${stderr}`)
      },
    },
  ],
  { rounds: 41 },
)
console.log(table(timings))
const ratio = timings[1]?.ratio ?? NaN
console.log(`${ratio.toFixed(2)} times the start of Node; at most ${LIMIT} is wanted`)
if (!(ratio <= LIMIT)) process.exitCode = 1
