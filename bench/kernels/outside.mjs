/** Programs beside this one that take words line by line and answer each with a line: rivals.py and libmvec.c. */
import { spawn, spawnSync } from 'node:child_process'
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { createInterface } from 'node:readline'
import { fileURLToPath } from 'node:url'

/** @typedef {import('./cases.mjs').Numbers} Numbers */

const COMPILER = 'gcc'
const folder = mkdtempSync(join(tmpdir(), 'ogee-kernels-'))
process.on('exit', () => rmSync(folder, { recursive: true, force: true }))
const here = (/** @type {string} */ name) => fileURLToPath(new URL(name, import.meta.url))

class Outside {
  /** @param {string} command  @param {readonly string[]} args */
  constructor(command, args) {
    this.child = spawn(command, args, { stdio: ['pipe', 'pipe', 'inherit'] })
    this.lines = createInterface({ input: this.child.stdout })[Symbol.asyncIterator]()
  }

  /** @param {string} words */
  async ask(words) {
    this.child.stdin.write(`${words}\n`)
    const { value, done } = await this.lines.next()
    if (done) throw new Error(`no answer to ${words}`)
    return value
  }

  /** @param {string} name  @param {string} type  @param {Numbers} numbers */
  async load(name, type, numbers) {
    const path = join(folder, 'numbers')
    writeFileSync(path, new Uint8Array(numbers.buffer, numbers.byteOffset, numbers.byteLength))
    await this.ask(`load ${name} ${type} ${path}`)
  }

  /** @param {string} by  @param {number} times  milliseconds, by its own clock */
  run = async (by, times) => Number(await this.ask(`run ${by} ${times}`))

  /** What it last computed, one array after the other. @param {string} by  @param {string} type  @param {number} length */
  async outputs(by, type, length) {
    const path = join(folder, 'outputs')
    await this.ask(`save ${by} ${path}`)
    const bytes = new Uint8Array(readFileSync(path)).buffer
    const all = type === 'float64' ? new Float64Array(bytes) : new Float32Array(bytes)
    return Array.from({ length: all.length / length }, (_, i) => all.subarray(i * length, (i + 1) * length))
  }

  close() {
    this.child.kill()
  }
}

/** A Python with SciPy, that of the system first. */
export function python() {
  const found = ['/usr/bin/python3', 'python3'].find(
    (name) => spawnSync(name, ['-c', 'import numpy, scipy.special']).status === 0,
  )
  return found === undefined ? undefined : new Outside(found, ['-u', here('rivals.py')])
}

/** The loops in C, compiled for this machine. */
export function libmvec() {
  const program = join(folder, 'libmvec')
  const options = ['-O3', '-march=native', '-ffast-math', here('libmvec.c'), '-o', program, '-lm']
  return spawnSync(COMPILER, options).status === 0 ? new Outside(program, []) : undefined
}
