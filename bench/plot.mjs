/**
 * How long a picture takes once the program is warm: each of test/cases/plots.txt, of which 30 ms is
 * wanted; and against the naive way, a polyline through 10,000 values that mathjs gives. First our
 * pictures must be small, complete and, where mathjs is asked, within half a pixel of its values.
 */
import { readFileSync } from 'node:fs'
import { fileURLToPath } from 'node:url'
import { plot } from '../dist/plot/index.js'
import { median, race, table } from './harness.mjs'

const WANTED_MS = 30
const LARGEST = 40_000
const ROUNDS = 5
const SHOWN = 12
const POINTS = 10_000

/** @typedef {import('../dist/plot/index.js').PlotOptions} PlotOptions */

/** @type {Record<string, PlotOptions['scale']>} */
const AXES = { x: { x: 'log' }, y: { y: 'log' }, both: { x: 'log', y: 'log' } }

/** @returns {PlotOptions} */
const optionsIn = (/** @type {string[]} */ parts) =>
  Object.fromEntries(
    parts.map((part) => {
      const [name = '', value = ''] = part.split(' ')
      return name === 'log' ? ['scale', AXES[value]] : [name, Number(value)]
    }),
  )

const cases = readFileSync(fileURLToPath(new URL('../test/cases/plots.txt', import.meta.url)), 'utf8')
  .split('\n')
  .filter((line) => line.includes(' ==> ') && !line.startsWith('#'))
  .map((line) => {
    const [text = ''] = line.split(' ==> ')
    const [formula = '', ...parts] = text.split(' ; ')
    return { text, draw: () => plot(formula, optionsIn(parts)) }
  })

/** Milliseconds of the processor that the work takes, so that other programs do not count. */
const timed = (/** @type {() => void} */ work) => {
  const began = process.cpuUsage()
  work()
  const { user, system } = process.cpuUsage(began)
  return (user + system) / 1_000
}

const drawn = cases.map(({ text, draw }) => {
  const svg = draw()
  if (svg.length >= LARGEST) throw new Error(`${text}: ${svg.length} characters`)
  if (svg.includes('drawn coarsely')) throw new Error(`${text} is drawn coarsely`)
  return { text, draw, size: svg.length }
})
/** @type {number[][]} */
const times = drawn.map(() => [])
for (let round = 0; round < ROUNDS; round += 1)
  drawn.forEach(({ draw }, i) => {
    times[i]?.push(timed(draw))
  })
const rows = drawn
  .map(({ text, size }, i) => ({ text, size, took: median(times[i] ?? []) }))
  .sort((a, b) => b.took - a.took)
for (const { text, size, took } of rows.slice(0, SHOWN))
  console.log(`${text.padEnd(44)}${took.toFixed(1).padStart(8)} ms${`${size}`.padStart(8)} characters`)
const slow = rows.filter(({ took }) => took > WANTED_MS)
console.log(
  `${rows.length} pictures: median ${median(rows.map(({ took }) => took)).toFixed(1)} ms, ` +
    `${slow.length} over ${WANTED_MS} ms; the largest has ${Math.max(...rows.map(({ size }) => size))} characters\n`,
)

/** @type {{ compile: (formula: string) => { evaluate: (scope: { x: number }) => number } }} */
const { compile } = await import('mathjs'.toString())

/** The frame and the path of a picture, in pixels. @returns {{ box: number[], path: [number, number][] }} */
function read(/** @type {string} */ svg) {
  const box = /class="axis" d="M([\d.]+) ([\d.]+)v([\d.]+)h([\d.]+)/.exec(svg)?.slice(1).map(Number) ?? []
  const d = /<path fill="none" stroke-width="2"[^>]* d="([^"]*)"/.exec(svg)?.[1] ?? ''
  /** @type {[number, number][]} */
  const path = []
  let [x, y] = [0, 0]
  for (const [, command, numbers = ''] of d.matchAll(/([Mlhv])([^A-Za-z]*)/g)) {
    const [a = 0, b = 0] = [...numbers.matchAll(/-?\d*\.?\d+/g)].map(Number)
    if (command === 'M') [x, y] = [a, b]
    else if (command === 'v') y += a
    else [x, y] = [x + a, command === 'h' ? y : y + b]
    path.push([x, y])
  }
  return { box, path }
}

/** Is the place within half a pixel of the path? */
const isNear = (/** @type {[number, number]} */ [x, y], /** @type {[number, number][]} */ path) =>
  path.some(([bx, by], i) => {
    const [ax, ay] = path[i - 1] ?? [bx, by]
    const [dx, dy] = [bx - ax, by - ay]
    const length = dx * dx + dy * dy
    const t = length === 0 ? 0 : Math.max(0, Math.min(1, ((x - ax) * dx + (y - ay) * dy) / length))
    return Math.hypot(x - ax - t * dx, y - ay - t * dy) <= 0.5
  })

for (const formula of ['1/(1+e^-x)', 'sin(x^2)', 'x^3/(x^2+1)']) {
  const f = compile(formula)
  const window = { from: -10, to: 10, yFrom: -10, yTo: 10 }
  const naive = () => {
    let d = ''
    for (let i = 0; i < POINTS; i += 1) {
      const x = -10 + (20 * i) / (POINTS - 1)
      d += `${i === 0 ? 'M' : 'L'}${(29.3 * (x + 10)).toFixed(1)} ${(16.75 * (10 - f.evaluate({ x }))).toFixed(1)}`
    }
    return d
  }
  console.log(formula)
  console.log(
    table(
      await race([
        { name: `${POINTS} values of mathjs`, run: naive, check: (d) => d.split('L').length === POINTS },
        {
          name: 'ogee',
          run: () => plot(formula, window),
          check: (svg) => {
            const { box, path } = read(svg)
            const [left = NaN, top = NaN, height = NaN, width = NaN] = box
            return Array.from({ length: 500 }, (_, i) => -9.99 + i / 25.1).every((x) => {
              const y = f.evaluate({ x })
              return isNear([left + ((x + 10) / 20) * width, top + ((10 - y) / 20) * height], path)
            })
          },
        },
      ]),
    ),
  )
}
if (slow.length > 0) process.exitCode = 1
