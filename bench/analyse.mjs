/**
 * How long it takes to say what a curve does: `ogee analyse` as a whole process, for every named curve,
 * and single claims by `judge`. The answers are asserted first: the range of the sigmoid, the minimum of
 * swish. What is wanted: half a second where critical points have a closed form, three where they must
 * be searched, over the start of bare Node.
 */
import { spawnSync } from 'node:child_process'
import { readFileSync } from 'node:fs'
import { fileURLToPath } from 'node:url'
import { analyse, judge, print, propertiesNamed, verify } from '../dist/index.js'
import { median } from './harness.mjs'

const CLOSED_MS = 500
const SEARCHED_MS = 3_000
const ROUNDS = 3

const cli = fileURLToPath(new URL('../dist/cli/ogee.js', import.meta.url))
const source = readFileSync(fileURLToPath(new URL('../src/functions/curves.ts', import.meta.url)), 'utf8')
const names = [...source.matchAll(/^ {2}\w+\(\s*'(\w+)'/gm)].map(([, name]) => name ?? '')
/** Their critical points, or inflections, have no closed form. */
const SEARCHED = ['swish', 'mish', 'gelu', 'gelutanh', 'swishbeta', 'tanhexp']

const [range] = propertiesNamed(analyse('1/(1+e^-x)'), 'range')
const ends = range?.value.flatMap(({ low, high }) => [low.value, high.value])
if (ends?.map((end) => (typeof end === 'string' ? end : print(end))).join() !== '0,1') {
  throw new Error('the range of the sigmoid')
}
for (const [claim, verdict] of [
  ["sigmoid' <= 1/4", 'true'],
  ['swish has exactly one minimum', 'true'],
  ["sigmoid' is decreasing", 'false'],
]) {
  const judged = judge(claim ?? '')
  if (judged.verdict === 'unknown' || judged.verdict !== verdict)
    throw new Error(`${claim} is judged ${judged.verdict}`)
  for (const certificate of judged.certificates()) {
    if (!verify(certificate).ok) throw new Error(`a certificate of ${claim}`)
  }
}

/** Milliseconds of a whole process. */
const timed = (/** @type {readonly string[]} */ args) => {
  const began = performance.now()
  const { status, stderr } = spawnSync(process.execPath, args, { encoding: 'utf8' })
  if (status === 2) throw new Error(stderr)
  return performance.now() - began
}
const whole = (/** @type {readonly string[]} */ args) =>
  median(Array.from({ length: ROUNDS }, () => timed(args)))

const bare = whole(['-e', '0'])
console.log(`bare Node                  ${bare.toFixed(0).padStart(8)} ms`)
/** @type {string[]} */
const slow = []
for (const name of names) {
  const took = whole([cli, 'analyse', name, '--budget', '10000'])
  const limit = SEARCHED.includes(name) ? SEARCHED_MS : CLOSED_MS
  console.log(`${name.padEnd(26)} ${took.toFixed(0).padStart(8)} ms   at most ${limit}`)
  if (took > limit) slow.push(name)
}
for (const claim of [
  '0 < sigmoid < 1',
  'e^x >= 1 + x',
  'gelu is monotone',
  'swish has exactly one minimum',
]) {
  const began = performance.now()
  judge(claim)
  console.log(`judge ${claim.padEnd(34)}${(performance.now() - began).toFixed(0).padStart(6)} ms`)
}
if (slow.length > 0) {
  console.error(`too slow: ${slow.join(', ')}`)
  process.exitCode = 1
}
