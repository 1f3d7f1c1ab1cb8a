/** Writes the rows as a file of DuckDB (`make`), or fits them there under a limit of 512 MB, whenever a line comes in. */
import { readFileSync } from 'node:fs'
import { createInterface } from 'node:readline'
import { farTable } from '../../dist/data/index.js'
import { regression } from '../../dist/learn/index.js'

const [path = '', rows = 0, columns = 0, make] = process.argv.slice(2)
const names = Array.from({ length: Number(columns) }, (_, j) => `x${j}`)
const database = `${path}.duckdb`

async function made() {
  const { DuckDBInstance } = await import('@duckdb/node-api')
  const instance = await DuckDBInstance.create(database, { memory_limit: '2GB' })
  const connection = await instance.connect()
  await connection.run(`CREATE TABLE t (${[...names, 'y'].map((name) => `${name} DOUBLE`).join(', ')})`)
  const appender = await connection.createAppender('t')
  const data = new Float64Array(new Uint8Array(readFileSync(path)).buffer)
  const n = Number(rows)
  for (let i = 0; i < n; i += 1) {
    for (let j = 0; j <= names.length; j += 1) appender.appendDouble(Number(data[j * n + i]))
    appender.endRow()
    if (i % 100_000 === 0) appender.flushSync()
  }
  appender.closeSync()
  connection.closeSync()
  instance.closeSync()
}

async function fitted() {
  const [before, began] = [process.cpuUsage(), performance.now()]
  const table = await farTable(database, { memory: '512MB', temporary: `${path}.temporary` })
  const far = await table.rows([...names, 'y'].map((name) => ({ name, column: name })))
  const found = await regression(far, { features: names, outcome: 'y' })
  table.close()
  const { user, system } = process.cpuUsage(before)
  if (found.verdict !== 'fitted') throw new Error(found.reason)
  return {
    coefficients: found.coefficients.map(({ value }) => value),
    passes: found.passes,
    seconds: (performance.now() - began) / 1000,
    cpu: (user + system) / 1e6,
    peak: process.resourceUsage().maxRSS / 1024,
  }
}

for await (const _ of createInterface({ input: process.stdin })) {
  console.log(JSON.stringify(make ? await made().then(() => ({})) : await fitted()))
}
