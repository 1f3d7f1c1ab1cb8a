/**
 * The derivatives of 1,000 random formulas: ours with every step, as a certificate in JSON text;
 * the other libraries' bare. Cold, each contestant works through the formulas once in a thread of
 * its own. Warm, ours and mathjs take turns in one thread, a few formulas at a time, so that
 * whatever slows the machine down slows all of them. The slower libraries get the first of the
 * formulas and a time limit. Nothing is printed before each of our derivatives has been found
 * right at three points and each certificate accepted.
 *
 * `npm run bench -- derive --ogee <file>` times another build of ogee/core.
 */
import { fileURLToPath, pathToFileURL } from 'node:url'
import { parseArgs } from 'node:util'
import { Worker } from 'node:worker_threads'
import { BARE, contestants, OURS, TEXT } from './derive/contestants.mjs'
import { formulas, isDerivative } from './derive/formulas.mjs'
import { median } from './harness.mjs'

/**
 * @typedef {import('./derive/contestants.mjs').Contestant} Contestant
 * @typedef {import('./derive/worker.mjs').Answer} Answer
 *
 * @typedef {object} Result  of one contestant
 * @property {readonly (Answer | undefined)[]} answers  to the formulas given; undefined: not in time
 * @property {number} cold  milliseconds for a formula, on the first pass
 * @property {number} warm
 */

const { values: options } = parseArgs({
  args: process.argv.slice(2),
  options: { ogee: { type: 'string', default: fileURLToPath(new URL('../dist/core.js', import.meta.url)) } },
})
const core = pathToFileURL(options.ogee).href

const COUNT = 1_000
const ROUNDS = 15
const WARM_UP = 2
/** Formulas that a contestant is given before it is the next one's turn. */
const TURN = 25
/** For one formula, and for all that a slow library is given. */
const [LIMIT_MS, SAMPLE_LIMIT_MS] = [1_000, 15_000]
/** The share of mathjs's time that is asked for, and the one aimed at. */
const [WANTED, AIM] = [1 / 2, 1 / 5]

const set = formulas({ count: COUNT, nodes: [26, 34], seed: 20_261_120 })
const texts = set.map(({ text }) => text)

/** A contestant in a thread of its own. */
class Thread {
  /** @type {Worker | undefined} */
  #worker
  #index

  constructor(/** @type {Contestant} */ contestant) {
    this.#index = contestants.indexOf(contestant)
  }

  /** @param {Worker} worker  @param {number} limit  @returns {Promise<any>} */
  #next(worker, limit) {
    return new Promise((resolve, reject) => {
      const late = setTimeout(resolve, limit, undefined)
      worker.once('message', (message) => {
        clearTimeout(late)
        worker.removeListener('error', reject)
        resolve(message)
      })
      worker.once('error', reject)
    })
  }

  /** The answer, or undefined if it does not come in time. @returns {Promise<Answer | undefined>} */
  async ask(/** @type {string} */ text) {
    if (!this.#worker) {
      const workerData = { index: this.#index, core }
      this.#worker = new Worker(new URL('./derive/worker.mjs', import.meta.url), { workerData })
      await this.#next(this.#worker, 60_000)
    }
    this.#worker.postMessage(text)
    const answer = await this.#next(this.#worker, LIMIT_MS)
    if (!answer) await this.stop()
    return answer
  }

  async stop() {
    await this.#worker?.terminate()
    this.#worker = undefined
  }
}

/** Milliseconds for a formula on average; one that was not answered took at least the limit. */
function mean(/** @type {readonly (Answer | undefined)[]} */ answers) {
  const times = answers.flatMap((a) => (a && 'failed' in a ? [] : [a?.took ?? LIMIT_MS]))
  return times.reduce((a, b) => a + b, 0) / times.length
}

/** @returns {Promise<Result>} */
async function alone(/** @type {Contestant} */ contestant) {
  const thread = new Thread(contestant)
  const end = performance.now() + (contestant.sample ? SAMPLE_LIMIT_MS : Number.POSITIVE_INFINITY)
  /** @type {(Answer | undefined)[]} */
  const answers = []
  for (const text of texts.slice(0, contestant.sample)) {
    if (performance.now() < end) answers.push(await thread.ask(text))
  }
  /** @type {(Answer | undefined)[]} */
  const again = []
  if (contestant.sample) {
    for (const [i, answer] of answers.entries()) {
      again.push(answer && (await thread.ask(/** @type {string} */ (texts[i]))))
    }
  }
  await thread.stop()
  return { answers, cold: mean(answers), warm: mean(again) }
}

/**
 * Warm times for a formula, of all that get all formulas.
 *
 * @returns {Promise<Map<Contestant, number>>}
 */
async function together() {
  const racers = []
  for (const contestant of contestants.filter(({ sample }) => !sample)) {
    const { run, prepare = (/** @type {string} */ text) => text } = await contestant.load(core)
    /** @type {number[]} */
    const rounds = []
    racers.push({ contestant, run, inputs: texts.map((text) => prepare(text)), rounds, took: 0 })
  }
  for (let round = -WARM_UP; round < ROUNDS; round += 1) {
    for (const racer of racers) racer.took = 0
    for (let from = 0; from < COUNT; from += TURN) {
      const first = (round + WARM_UP + from / TURN) % racers.length
      for (const racer of [...racers.slice(first), ...racers.slice(0, first)]) {
        const { run, inputs } = racer
        const began = performance.now()
        for (let i = from; i < from + TURN; i += 1) run(inputs[i])
        racer.took += performance.now() - began
      }
    }
    if (round >= 0) for (const { rounds, took } of racers) rounds.push(took)
  }
  return new Map(racers.map(({ contestant, rounds }) => [contestant, median(rounds) / COUNT]))
}

/** Right, wrong and not told, among the answers of one contestant. */
function judged(/** @type {Contestant} */ { tree }, /** @type {readonly (Answer | undefined)[]} */ answers) {
  const counts = { right: 0, wrong: 0, untold: 0, failed: 0 }
  /** @type {string[]} */
  const faults = []
  for (const [i, answer] of answers.entries()) {
    if (!answer || 'failed' in answer) {
      counts.failed += 1
      faults.push(`${texts[i]}: ${answer ? answer.failed : 'no answer in time'}`)
      continue
    }
    const verdict = tree ? isTrue(() => tree(answer.told, parse), i) : answer.told === '' || undefined
    counts[verdict === true ? 'right' : verdict === false ? 'wrong' : 'untold'] += 1
    if (verdict === false) faults.push(`${texts[i]}: ${answer.told.slice(0, 300)}`)
  }
  return { counts, faults }
}

/** @param {() => import('./derive/formulas.mjs').Tree} tree  @param {number} i */
function isTrue(tree, i) {
  try {
    return isDerivative(tree(), /** @type {import('./derive/formulas.mjs').Formula} */ (set[i]))
  } catch {
    return undefined
  }
}

/** @type {{ parse: (text: string) => any }} */
const { parse } = await import('mathjs'.toString())
const shown = (/** @type {number} */ x) => (Number.isNaN(x) ? '' : x.toPrecision(3))

/** @type {Map<Contestant, Result>} */
const results = new Map()
for (const contestant of contestants) results.set(contestant, await alone(contestant))
/** @type {Map<Contestant, ReturnType<typeof judged>>} */
const verdicts = new Map(
  [...results].map(([contestant, { answers }]) => [contestant, judged(contestant, answers)]),
)
for (const [{ name }, { counts, faults }] of verdicts) {
  const isOurs = name.startsWith('ogee')
  if (isOurs && name !== OURS && counts.wrong + counts.failed > 0) {
    console.error(`${name}: ${faults.slice(0, 5).join('\n')}`)
    process.exit(1)
  }
}
const warm = await together()
const timeOf = (/** @type {string} */ name) => {
  const [found = NaN] = [...warm].filter(([contestant]) => contestant.name === name).map(([, time]) => time)
  return found
}
const [ours, bare, text] = [OURS, BARE, TEXT].map(timeOf)
const rows = [['', 'asked', 'right', 'wrong', 'untold', 'failed', 'cold ms', 'warm ms']]
for (const [contestant, { answers, cold, warm: again }] of results) {
  const counts = verdicts.get(contestant)?.counts ?? { right: 0, wrong: 0, untold: 0, failed: 0 }
  const judge =
    contestant.name === OURS ? ['', '', '', `${counts.failed}`] : Object.values(counts).map(String)
  const time = warm.get(contestant) ?? again
  rows.push([contestant.name, `${answers.length}`, ...judge, shown(cold), shown(time)])
}
const widths = (rows[0] ?? []).map((_, k) => Math.max(...rows.map((row) => row[k]?.length ?? 0)))
for (const row of rows) {
  const cells = row.map((cell, k) => (k === 0 ? cell.padEnd(widths[k] ?? 0) : cell.padStart(widths[k] ?? 0)))
  console.log(cells.join('  ').trimEnd())
}
console.log(`
Times for one formula, in milliseconds: cold on the first pass in a thread of its own, warm the median
of ${ROUNDS} rounds taken in turn. "untold": doubles cannot tell at three points.`)
for (const [what, rival = NaN] of /** @type {const} */ ([
  [BARE, bare],
  [TEXT, text],
])) {
  const ratio = (ours ?? NaN) / rival
  const verdict = ratio <= AIM ? 'the aim is met' : ratio <= WANTED ? 'met' : 'missed'
  console.log(`${OURS} against ${what}: ${ratio.toFixed(2)} (wanted ${WANTED}, aim ${AIM}): ${verdict}`)
}
