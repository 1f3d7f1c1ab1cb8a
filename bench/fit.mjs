/**
 * Fitting four parameters to 24 points and to 100,000: ogee with values to begin with and without, SciPy's curve_fit
 * (MINPACK) with the Jacobian and without, from the same values. All must agree before anything is timed. Standard errors
 * are part of the work; the formula has been read once before, as a function is defined once in Python.
 *
 *     npm run bench -- fit
 */
import { spawn } from 'node:child_process'
import { createInterface } from 'node:readline'
import { fileURLToPath } from 'node:url'
import { fit as fitted } from '../dist/fit/index.js'
import { parse } from '../dist/index.js'
import { race } from './harness.mjs'

const FORMULA = parse('a + (d - a)/(1 + (x/c)^(-b))')
const NAMES = ['a', 'd', 'c', 'b']
const TRUTH = [2, 100, 0.6, 1.3]
const START = [0, 90, 0.3, 1]

/** @param {number} count */
function data(count) {
  let state = 7
  const uniform = () => {
    state = (Math.imul(state, 1_664_525) + 1_013_904_223) >>> 0
    return (state + 0.5) / 2 ** 32
  }
  const [a = 0, d = 0, c = 0, b = 0] = TRUTH
  const x = Array.from(
    { length: count },
    (_, i) => 0.01 * 1000 ** (Math.floor((8 * i) / count) / 7 + 0.02 * uniform()),
  )
  const y = x.map(
    (dose) =>
      a +
      (d - a) / (1 + (dose / c) ** -b) +
      3 * Math.sqrt(-2 * Math.log(uniform())) * Math.cos(2 * Math.PI * uniform()),
  )
  return { x, y }
}

const PYTHON = '/usr/bin/python3'
const script = fileURLToPath(new URL('fit/rival.py', import.meta.url))
const child = spawn(PYTHON, [script], { stdio: ['pipe', 'pipe', 'inherit'] })
const answers = createInterface({ input: child.stdout })[Symbol.asyncIterator]()

for (const [count, times] of [
  [24, 200],
  [100_000, 1],
]) {
  const { x, y } = data(count)
  const table = { x: Float64Array.from(x), y: Float64Array.from(y) }
  const start = Object.fromEntries(NAMES.map((name, j) => [name, START[j]]))
  const ours = (/** @type {object} */ options) => {
    /** @type {any} */
    let found
    for (let k = 0; k < times; k += 1) {
      found = fitted(FORMULA, table, options)
      found.covariance
    }
    return [NAMES.map((name) => found.value(name)), NAMES.map((name) => found.error(name))]
  }
  child.stdin.write(`${JSON.stringify({ x, y, start: START })}\n`)
  const theirs = async (/** @type {boolean} */ jacobian) => {
    child.stdin.write(`${JSON.stringify({ jacobian, times })}\n`)
    return JSON.parse((await answers.next()).value)
  }
  const [right] = ours({})
  const check = (/** @type {number[][]} */ [values]) =>
    (values ?? []).every((value, j) => Math.abs(value / right[j] - 1) < 1e-5)
  const timings = await race(
    [
      { name: 'ogee, from starting values', run: () => ours({ start }), check },
      { name: 'ogee, from none', run: () => ours({}), check },
      { name: 'scipy, Jacobian given', run: () => theirs(true), check },
      { name: 'scipy, differences', run: () => theirs(false), check },
    ],
    { rounds: 11, warmUp: 2 },
  )
  console.log(`\n${count} points`)
  for (const { name, median } of timings)
    console.log(
      `${name.padEnd(28)} ${(median / times).toFixed(4).padStart(10)} ms   ${(median / (timings[0]?.median ?? 1)).toFixed(2).padStart(6)} times`,
    )
}
child.stdin.end()
