/**
 * Logistic regression: ogee, scikit-learn, R's glm and ml-logistic-regression on the same rows, CPU seconds of one fit
 * and right digits of the worst coefficient. What is right is found by steps with gradients in 64-bit mantissas. All
 * fit in turn, each in a process of its own; nothing counts that is wrong.
 *
 *     npm run bench -- logistic                  1e5×20, 1e6×20
 *     npm run bench -- logistic 1e7x10
 *     npm run bench -- logistic duckdb           1e7×10 in a file, under a limit of 512 MB
 */
import { spawn } from 'node:child_process'
import { closeSync, mkdtempSync, openSync, rmSync, writeSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { createInterface } from 'node:readline'
import { fileURLToPath } from 'node:url'
import { median } from './harness.mjs'

const PYTHON = '/usr/bin/python3'
const here = (/** @type {string} */ name) => fileURLToPath(new URL(`logistic/${name}`, import.meta.url))

/** Whole numbers that follow each other and look unlike it (Marsaglia's xorshift). */
function uniforms() {
  let [a, b] = [0x9e3779b9, 0x243f6a88]
  return () => {
    a ^= a << 13
    a ^= a >>> 17
    a ^= a << 5
    b = (Math.imul(b, 1_664_525) + 1_013_904_223) | 0
    return (((a ^ b) >>> 0) + 0.5) / 2 ** 32
  }
}

/**
 * Normal columns and outcomes, column by column, as doubles in a file.
 *
 * @param {string} path
 * @param {number} rows
 * @param {number} columns
 */
function write(path, rows, columns) {
  const uniform = uniforms()
  const file = openSync(path, 'w')
  const z = new Float64Array(rows).fill(-0.3)
  const column = new Float64Array(rows)
  for (let j = 0; j < columns; j += 1) {
    for (let i = 0; i < rows; i += 2) {
      const [size, angle] = [Math.sqrt(-2 * Math.log(uniform())), 2 * Math.PI * uniform()]
      column[i] = size * Math.cos(angle)
      if (i + 1 < rows) column[i + 1] = size * Math.sin(angle)
    }
    const factor = ((j % 5) - 2) * 0.2
    for (let i = 0; i < rows; i += 1) z[i] = Number(z[i]) + factor * Number(column[i])
    writeSync(file, column)
  }
  for (let i = 0; i < rows; i += 1) column[i] = uniform() < 1 / (1 + Math.exp(-Number(z[i]))) ? 1 : 0
  writeSync(file, column)
  closeSync(file)
}

/**
 * A process that fits whenever it is asked to and answers with a line of JSON.
 *
 * @param {string} command
 * @param {readonly string[]} args
 */
function contestant(command, args) {
  const child = spawn(command, args, { stdio: ['pipe', 'pipe', 'inherit'] })
  const lines = createInterface({ input: child.stdout })[Symbol.asyncIterator]()
  return {
    /** @param {string} [question]  @returns {Promise<any>} */
    ask: async (question = 'fit') => {
      child.stdin.write(`${question}\n`)
      const { value, done } = await lines.next()
      if (done) throw new Error(`${command} ${args.join(' ')} ended`)
      return JSON.parse(value)
    },
    end: () => child.stdin.end(),
  }
}

/** @param {readonly number[]} found  @param {readonly number[]} right */
const digits = (found, right) =>
  Math.min(
    ...found.map((v, i) =>
      v === right[i] ? 16 : Math.min(16, -Math.log10(Math.abs(v / Number(right[i]) - 1))),
    ),
  )

/** @param {string} size */
async function race(size) {
  const [rows = 0, columns = 0] = size.split('x').map(Number)
  const folder = mkdtempSync(join(tmpdir(), 'ogee-logistic-'))
  const data = join(folder, 'data')
  write(data, rows, columns)
  const about = [data, String(rows), String(columns)]
  const rivals = [
    ['ogee', process.execPath, [here('ours.mjs'), ...about]],
    ['ogee, fused', process.execPath, [here('ours.mjs'), ...about, 'fused']],
    ['scikit-learn newton-cholesky, tol 1e-8', PYTHON, [here('rivals.py'), ...about, 'newton-cholesky']],
    ['scikit-learn lbfgs', PYTHON, [here('rivals.py'), ...about, 'lbfgs']],
    ['R glm.fit', 'Rscript', [here('glm.r'), ...about]],
    ...(rows <= 1e5
      ? [['ml-logistic-regression, 20 steps', process.execPath, [here('ml.mjs'), ...about]]]
      : []),
  ]
  const rounds = rows <= 1e5 ? 7 : rows <= 1e6 ? 3 : 2
  /** @type {{ name: string, cpu: number[], coefficients: number[], peak: number }[]} */
  const results = []
  try {
    /** @type {number[]} */
    let right = []
    // two at a time beside the first, so that the rows are not in memory six times
    for (const one of rivals) {
      const [name, command, args] = /** @type {[string, string, string[]]} */ (one)
      const { ask, end } = contestant(command, args)
      const first = await ask()
      const slow = first.cpu > 10
      const cpu = slow ? [first.cpu] : []
      for (let round = 0; !slow && round < rounds; round += 1) cpu.push((await ask()).cpu)
      results.push({ name, cpu, coefficients: first.coefficients, peak: first.peak })
      if (right.length === 0) {
        const exact = contestant(PYTHON, [here('exact.py'), ...about])
        right = (await exact.ask(JSON.stringify(first.coefficients))).coefficients
        exact.end()
      }
      end()
    }
    const own = results[0]
    if (!own || digits(own.coefficients, right) < 12) throw new Error('ogee is wrong')
    const base = median(results.find(({ name }) => name.includes('cholesky'))?.cpu ?? [])
    console.log(`\n${rows.toExponential()} × ${columns}`.replace('e+', 'e'))
    console.log(`${''.padEnd(40)}  CPU s   of newton-cholesky's  digits  peak MB`)
    for (const { name, cpu, coefficients, peak } of results) {
      const took = median(cpu)
      console.log(
        `${name.padEnd(40)}${took.toFixed(3).padStart(7)}${(took / base).toFixed(2).padStart(22)}${digits(coefficients, right).toFixed(1).padStart(8)}${String(Math.round(peak)).padStart(9)}`,
      )
    }
  } finally {
    rmSync(folder, { recursive: true, force: true })
  }
}

/** Rows in a file of DuckDB, fitted under a limit. */
async function far() {
  const folder = mkdtempSync(join(tmpdir(), 'ogee-logistic-'))
  const [rows, columns] = [1e7, 10]
  try {
    const data = join(folder, 'data')
    write(data, rows, columns)
    const about = [data, String(rows), String(columns)]
    const made = contestant(process.execPath, [here('far.mjs'), ...about, 'make'])
    await made.ask()
    made.end()
    const { ask, end } = contestant(process.execPath, [here('far.mjs'), ...about])
    const found = await ask()
    end()
    const exact = contestant(PYTHON, [here('exact.py'), ...about])
    const { coefficients } = await exact.ask(JSON.stringify(found.coefficients))
    exact.end()
    const { passes, seconds, cpu, peak } = found
    console.log(
      `1e7 × 10 in a file of DuckDB, memory_limit 512MB: ${digits(found.coefficients, coefficients).toFixed(1)} digits,`,
    )
    console.log(
      `${passes} passes in ${seconds.toFixed(1)} s, ${cpu.toFixed(1)} s of CPU, peak ${Math.round(peak)} MB`,
    )
  } finally {
    rmSync(folder, { recursive: true, force: true })
  }
}

const asked = process.argv.slice(2)
const sizes = asked.length > 0 ? asked : ['1e5x20', '1e6x20']
for (const size of sizes) await (size === 'duckdb' ? far() : race(size))
