/** Fits by ogee whenever a line comes in: the rows, columns and, for one rounding in products, `fused`. */
import { closeSync, openSync, readSync } from 'node:fs'
import { createInterface } from 'node:readline'
import { allowFusing } from '../../dist/compute/index.js'
import { inMemory, regression } from '../../dist/learn/index.js'

const [path = '', rows = 0, columns = 0, fused] = process.argv.slice(2)
if (fused) allowFusing()
const file = openSync(path, 'r')
/** @type {Record<string, Float64Array>} */
const table = {}
for (let j = 0; j <= Number(columns); j += 1) {
  const column = new Float64Array(Number(rows))
  const bytes = new Uint8Array(column.buffer)
  for (let at = 0; at < bytes.length; )
    at += readSync(file, bytes, at, Math.min(bytes.length - at, 1 << 30), null)
  table[j === Number(columns) ? 'y' : `x${j}`] = column
}
closeSync(file)
const features = Object.keys(table).filter((name) => name !== 'y')
// the loss is derived and code made once, as a library is compiled once
const few = Object.fromEntries(Object.entries(table).map(([name, column]) => [name, column.slice(0, 10_000)]))
for (let k = 0; k < 20; k += 1) await regression(inMemory(few), { features, outcome: 'y' })
for await (const _ of createInterface({ input: process.stdin })) {
  const before = process.cpuUsage()
  const found = await regression(inMemory(table), { features, outcome: 'y' })
  const { user, system } = process.cpuUsage(before)
  if (found.verdict !== 'fitted') throw new Error(found.reason)
  const coefficients = found.coefficients.map(({ value }) => value)
  const peak = process.resourceUsage().maxRSS / 1024
  console.log(JSON.stringify({ cpu: (user + system) / 1e6, coefficients, peak, passes: found.passes }))
}
