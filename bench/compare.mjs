/**
 * Are two formulas equal? Ours and other programs on the same pairs: first what each of them
 * answers, then how long it takes. Each contestant has a thread or a process of its own, so that
 * one that hangs is stopped after five seconds and is not asked that pair again. They take turns
 * at each pair, in an order that changes, so that whatever slows the machine down slows all of
 * them. Nothing is timed before our answers are found right and our certificates accepted.
 *
 * `npm run bench -- compare --ogee <file>` times another build of ogee/core; `--wrong` lists what
 * each contestant got wrong.
 */
import { spawn } from 'node:child_process'
import { createInterface } from 'node:readline'
import { fileURLToPath, pathToFileURL } from 'node:url'
import { parseArgs } from 'node:util'
import { Worker } from 'node:worker_threads'
import { contestants, OURS } from './compare/contestants.mjs'
import { KINDS, pairs } from './compare/pairs.mjs'
import { median } from './harness.mjs'

/**
 * @typedef {import('./compare/contestants.mjs').Contestant} Contestant
 * @typedef {import('./compare/pairs.mjs').Pair} Pair
 * @typedef {{ answer?: import('./compare/pairs.mjs').Truth, took: number } | { failed: string }} Reply
 */

const { values: options } = parseArgs({
  args: process.argv.slice(2),
  options: {
    ogee: { type: 'string', default: fileURLToPath(new URL('../dist/core.js', import.meta.url)) },
    wrong: { type: 'boolean' },
  },
})
const core = pathToFileURL(options.ogee).href

const LIMIT_MS = 5_000
const START_MS = 60_000
const ROUNDS = 5
/** Peers this near to our score, in points, are those we want to be faster than. */
const NEAR = 5

/** A contestant on the other side of a line of messages. */
class Line {
  /** @type {((pair: readonly [string, string]) => void) | undefined} */
  #send
  /** @type {() => unknown} */
  #stop = () => {}
  /** @type {(message: any) => void} */
  #heard = () => {}

  constructor(/** @type {Contestant} */ contestant) {
    this.contestant = contestant
  }

  /** The next message, or undefined if it does not come in time. @param {number} limit @returns {Promise<any>} */
  #next(limit) {
    return new Promise((resolve) => {
      const late = setTimeout(resolve, limit, undefined)
      this.#heard = (message) => {
        clearTimeout(late)
        resolve(message)
      }
    })
  }

  async #start() {
    const { name, command } = this.contestant
    const hear = (/** @type {any} */ message) => this.#heard(message)
    if (command) {
      const [program = '', ...args] = command
      const child = spawn(program, args, { stdio: ['pipe', 'pipe', 'ignore'] })
      createInterface({ input: child.stdout }).on('line', (line) => hear(JSON.parse(line)))
      child.stdin.on('error', () => {})
      this.#send = (pair) => child.stdin.write(`${JSON.stringify(pair)}\n`)
      this.#stop = () => child.kill('SIGKILL')
    } else {
      const worker = new Worker(new URL('./compare/worker.mjs', import.meta.url), {
        workerData: { name, core },
      })
      worker.on('message', hear)
      worker.on('error', (error) => hear({ failed: String(error) }))
      this.#send = (pair) => worker.postMessage(pair)
      this.#stop = () => worker.terminate()
    }
    const ready = await this.#next(START_MS)
    if (!ready?.ready) throw new Error(`${name} does not start: ${ready?.failed ?? 'no answer'}`)
  }

  /** @param {Pair} pair @returns {Promise<Reply>} */
  async ask({ left, right }) {
    if (!this.#send) await this.#start()
    const coming = this.#next(LIMIT_MS)
    this.#send?.([left, right])
    const reply = await coming
    if (!reply) await this.stop()
    return reply ?? { failed: 'no answer in time' }
  }

  async stop() {
    await this.#stop()
    this.#send = undefined
  }
}

/** @param {Reply} reply  @param {Pair} pair */
function grade(reply, { kind, truth }) {
  if ('failed' in reply || !reply.answer) return 'silent'
  if (reply.answer === truth) return 'right'
  // No falsehood: that formulas differ which are defined together nowhere, or which differ where
  // one of them is defined over the complex numbers only.
  const isLenient = kind === 'nowhere both defined' || kind === 'where both defined'
  return isLenient && reply.answer === 'different' ? 'silent' : 'wrong'
}

const lines = contestants().map((contestant) => new Line(contestant))
/** @type {Map<Line, Reply[]>} */
const replies = new Map()
for (const line of lines) {
  /** @type {Reply[]} */
  const own = []
  for (const pair of pairs) own.push(await line.ask(pair))
  replies.set(line, own)
}

const gradesOf = (/** @type {Line} */ line) =>
  pairs.map((pair, i) => grade(/** @type {Reply} */ (replies.get(line)?.[i]), pair))
const count = (/** @type {string[]} */ grades, /** @type {string} */ wanted) =>
  grades.filter((g) => g === wanted).length

for (const line of lines) {
  const grades = gradesOf(line)
  for (const [i, { left, right, truth }] of pairs.entries()) {
    const reply = /** @type {any} */ (replies.get(line)?.[i])
    const isOurs = line.contestant.name === OURS
    const broken = isOurs && reply.failed !== undefined
    if (broken) process.exitCode = 1
    if (grades[i] === 'wrong' && isOurs) process.exitCode = 1
    if (
      broken ||
      (grades[i] === 'wrong' && (options.wrong || isOurs)) ||
      (options.wrong && isOurs && grades[i] !== 'right')
    )
      console.log(
        `${line.contestant.name}: ${left} ; ${right} is ${truth}: ${reply.answer ?? reply.failed ?? 'no answer'}`,
      )
  }
}
if (process.exitCode) {
  for (const line of lines) await line.stop()
  process.exit()
}

/** Milliseconds for each pair that was answered, by contestant. @type {Map<Line, number[][]>} */
const times = new Map(lines.map((line) => [line, pairs.map(() => [])]))
for (let round = 0; round < ROUNDS; round += 1) {
  for (const [i, pair] of pairs.entries()) {
    const first = (round + i) % lines.length
    for (const line of [...lines.slice(first), ...lines.slice(0, first)]) {
      const known = replies.get(line)?.[i]
      // What took more than a second is timed once only.
      if (!known || 'failed' in known || (round > 0 && known.took > 1_000)) continue
      const reply = await line.ask(pair)
      if (!('failed' in reply)) times.get(line)?.[i]?.push(reply.took)
    }
  }
}
for (const line of lines) await line.stop()

const results = lines.map((line) => {
  const grades = gradesOf(line)
  const medians = (times.get(line) ?? []).filter((own) => own.length > 0).map(median)
  const right = count(grades, 'right')
  const middle = median(medians)
  return {
    name: line.contestant.name,
    how: line.contestant.how,
    grades,
    right,
    wrong: count(grades, 'wrong'),
    middle,
  }
})
const [ours, ...peers] = results
if (!ours) throw new Error('nobody was asked')

const sizes = KINDS.map((kind) => pairs.filter((pair) => pair.kind === kind).length)
const header = [
  '',
  ...KINDS.map((kind, k) => `${kind} (${sizes[k]})`),
  'right',
  'wrong',
  'silent',
  'median ms',
  'ratio',
]
const rows = [
  header,
  ...results.map(({ name, grades, right, wrong, middle }) => [
    name,
    ...KINDS.map(
      (kind) =>
        `${count(
          grades.filter((_, i) => pairs[i]?.kind === kind),
          'right',
        )}`,
    ),
    ...[`${right}`, `${wrong}`, `${count(grades, 'silent')}`],
    ...[middle.toPrecision(3), (middle / ours.middle).toPrecision(3)],
  ]),
]
const widths = header.map((_, k) => Math.max(...rows.map((row) => row[k]?.length ?? 0)))
for (const row of rows) {
  const cells = row.map((cell, k) => (k === 0 ? cell.padEnd(widths[k] ?? 0) : cell.padStart(widths[k] ?? 0)))
  console.log(cells.join('  ').trimEnd())
}
console.log(`\n${pairs.length} pairs. ${results.map(({ name, how }) => `${name}: ${how}`).join('; ')}.`)

const points = (/** @type {number} */ right) => (100 * right) / pairs.length
const best = peers.every(({ right }) => right < ours.right)
const near = peers.filter(({ right }) => points(ours.right) - points(right) <= NEAR)
const fastest = Math.min(...near.map(({ middle }) => middle))
console.log(`the most right: ${best ? 'met' : 'missed'}; none wrong: ${ours.wrong === 0 ? 'met' : 'missed'}`)
console.log(
  `faster than the fastest peer within ${NEAR} points: ` +
    (near.length === 0 ? 'no peer is so near' : ours.middle < fastest ? 'met' : 'missed'),
)
