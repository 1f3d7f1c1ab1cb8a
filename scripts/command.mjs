/** Running another program and keeping what it says. */
import { spawn } from 'node:child_process'
import { fileURLToPath } from 'node:url'

/** The folder that holds package.json. */
export const ROOT = fileURLToPath(new URL('..', import.meta.url))

/**
 * Runs a program to its end, its standard input closed.
 *
 * @param {string} program
 * @param {readonly string[]} args
 * @param {{ cwd?: string, env?: Record<string, string | undefined> }} [options]
 * @returns {Promise<{ code: number, stdout: string, stderr: string, output: string }>} `output`
 *   holds both streams in the order they came
 */
export function run(program, args, { cwd = ROOT, env } = {}) {
  return new Promise((resolve, reject) => {
    const child = spawn(program, args, {
      cwd,
      env: { ...process.env, ...env },
      stdio: ['ignore', 'pipe', 'pipe'],
    })
    let [stdout, stderr, output] = ['', '', '']
    child.stdout.setEncoding('utf8').on('data', (text) => {
      stdout += text
      output += text
    })
    child.stderr.setEncoding('utf8').on('data', (text) => {
      stderr += text
      output += text
    })
    child.on('error', reject)
    child.on('close', (code) => resolve({ code: code ?? 1, stdout, stderr, output }))
  })
}

/**
 * As `run`, but a program that fails is an error that carries what it said.
 *
 * @param {string} program
 * @param {readonly string[]} args
 * @param {{ cwd?: string, env?: Record<string, string | undefined> }} [options]
 */
export async function mustRun(program, args, options) {
  const result = await run(program, args, options)
  if (result.code === 0) return result
  const command = [program.replace(ROOT, ''), ...args].join(' ')
  throw new Error(`${result.output.trimEnd()}\n${command}: exit ${result.code}`)
}

/**
 * The program that a development dependency installs.
 *
 * @param {string} name
 */
export const tool = (name) => `${ROOT}node_modules/.bin/${name}`
