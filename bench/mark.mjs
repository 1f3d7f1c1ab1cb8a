/**
 * How long marking takes: each line of the cases in test/cases, a file of 200 lines, and input that
 * nobody would type. Marks are asserted first. What is wanted: a median of 200 ms a line, 10 s for the
 * file, and an answer within the budget for the rest.
 */
import { readFileSync } from 'node:fs'
import { fileURLToPath } from 'node:url'
import { mark } from '../dist/index.js'
import { median } from './harness.mjs'

const MEDIAN_MS = 200
const FILE_MS = 10_000
const FILE_LINES = 200
const BUDGET_MS = 2_000
/** A line is not interrupted: this is what the last one may take over the budget. */
const ONE_LINE_MS = 2_000

/** @returns {{ work: string[], answer: string }[]} */
const cases = (/** @type {string} */ name) =>
  readFileSync(fileURLToPath(new URL(`../test/cases/${name}.txt`, import.meta.url)), 'utf8')
    .split('\n')
    .filter((line) => line.includes(' ==> ') && !line.startsWith('#'))
    .map((line) => {
      const [input = '', answer = ''] = line.split(' ==> ')
      return { work: input.split(' ; '), answer: answer.trim() }
    })

const right = cases('marking-right')
const wrong = cases('marking-wrong')
for (const { work, answer } of right) {
  const { verdict } = mark(work)
  if (verdict !== answer) throw new Error(`${work.join(' ; ')} is called ${verdict}`)
}
for (const { work } of wrong) {
  if (mark(work).verdict !== 'wrong') throw new Error(`${work.join(' ; ')} is not refused`)
}

/** Milliseconds that the work takes. */
const timed = (/** @type {() => void} */ work) => {
  const began = performance.now()
  work()
  return performance.now() - began
}

/** @type {string[]} */
const failures = []
const row = (/** @type {string} */ what, /** @type {number} */ took, /** @type {number} */ limit) => {
  console.log(`${what.padEnd(48)}${took.toFixed(1).padStart(10)} ms   at most ${limit}`)
  if (!(took <= limit)) failures.push(what)
}

const perLine = [...right, ...wrong].map(({ work }) => timed(() => mark(work)) / work.length)
row('a line of the cases, median', median(perLine), MEDIAN_MS)
row('a line of the cases, slowest', Math.max(...perLine), FILE_MS)

const all = [...wrong, ...right].flatMap(({ work }) => ['# next', ...work])
const file = all.filter((line) => line !== '').slice(0, FILE_LINES)
row(
  `a file of ${FILE_LINES} lines`,
  timed(() => mark(file)),
  FILE_MS,
)

const budget = { milliseconds: BUDGET_MS }
/** @type {readonly (readonly [string, string[]])[]} */
const hostile = [
  ['one line of 1 MB', ['x+'.repeat(500_000)]],
  ['10^5 lines', Array.from({ length: 100_000 }, (_, i) => `x^2 = ${i}`)],
  ['10^5 lines of words', Array.from({ length: 100_000 }, (_, i) => `for x > ${i}`)],
  ['10^5 definitions', Array.from({ length: 100_000 }, (_, i) => `f_${i}(x) = x^${i}`)],
  ['control characters', ['\0\u0001\u0007\u001b[2J'.repeat(4_000), 'x = 1']],
  ['5,000 brackets', ['('.repeat(5_000), ')'.repeat(5_000)]],
  ['a sum of 100 terms, wrong', [sum(100), `= ${sum(100)} + 1`]],
]
for (const [what, lines] of hostile)
  row(
    what,
    timed(() => mark(lines, { budget })),
    BUDGET_MS + ONE_LINE_MS,
  )

function sum(/** @type {number} */ terms) {
  return Array.from({ length: terms }, (_, i) => `${i + 2}*x^${i}`).join(' + ')
}

if (failures.length > 0) {
  console.error(`too slow: ${failures.join(', ')}`)
  process.exitCode = 1
}
