/**
 * The packed package as a stranger gets it: installed into an empty folder, imported, its command
 * run, and a program of TypeScript checked against its types.
 */
import { mkdirSync, readdirSync, readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { mustRun, ROOT, run, tool } from './command.mjs'

const PROGRAM = `
import { strictEqual, ok } from 'node:assert'
import * as ogee from 'ogee'
import * as core from 'ogee/core'

for (const { compare, connect, differentiate, parse, print, simplify, solve, verify } of [ogee, core]) {
  const sigmoid = differentiate('1/(1+e^-x)')
  ok(sigmoid.steps.length > 0)
  ok(verify(sigmoid).ok)
  ok(verify(JSON.parse(JSON.stringify(sigmoid))).ok)
  strictEqual(print(parse('d/dx(1/(1+e^-x))')), print(sigmoid.from))
  const equal = compare('x + x', '2*x')
  strictEqual(equal.verdict, 'equal')
  ok(verify(equal.certificate).ok)
  ok(verify(connect('(x + 1)^2', 'x^2 + 2*x + 1')).ok)
  strictEqual(print(simplify('sin(x)^2 + cos(x)^2').to), '1')
  strictEqual(solve('x^2 = 2', 'x').branches.length, 2)
}
`

/** Needs no types but the package's own: not those of Node, not those of a browser. */
const CONSUMER = `
import { type Derivation, differentiate, type Expr, parse, print, verify } from 'ogee'
import { parse as parseInCore } from 'ogee/core'

const formula: Expr = parse('x^2')
const derivation: Derivation = differentiate(formula, { variable: 'x', order: 2 })
export const line: string = print(derivation.to, 'latex')
export const holds: boolean = verify(derivation).ok
export const same: Expr = parseInCore(print(formula))
// @ts-expect-error: a formula is no number
differentiate(2)
`

const CONSUMER_CONFIG = {
  compilerOptions: {
    target: 'es2022',
    lib: ['es2022'],
    module: 'nodenext',
    types: [],
    strict: true,
    exactOptionalPropertyTypes: true,
    skipLibCheck: false,
    noEmit: true,
  },
  files: ['consumer.ts'],
}

/** @param {string} message */
const complain = (message) => {
  throw new Error(`packed package: ${message}`)
}

/**
 * @param {string} folder  where the package is installed
 */
async function tryCommand(folder) {
  const ogee = (/** @type {string[]} */ ...args) =>
    run(join(folder, 'node_modules/.bin/ogee'), args, { cwd: folder })
  const derived = await ogee('derive', '1/(1+e^-x)', '--json')
  if (derived.code !== 0) complain(`ogee derive: exit ${derived.code}\n${derived.output}`)
  const { schema } = JSON.parse(derived.stdout)
  if (schema !== 'ogee/1') complain(`ogee derive --json: schema ${schema}`)
  const broken = await ogee('derive', '1/(1+')
  if (broken.code !== 2) complain(`ogee derive "1/(1+": exit ${broken.code}, not 2`)
  if (broken.stdout !== '' || !broken.stderr.includes('1/(1+') || /^\s+at /m.test(broken.stderr)) {
    complain(`ogee derive "1/(1+" should explain itself on standard error\n${broken.output}`)
  }
  const different = await ogee('compare', 'x', 'x + 1')
  if (different.code !== 1) complain(`ogee compare x "x + 1": exit ${different.code}, not 1`)
  const help = await ogee('--help')
  if (help.code !== 0 || !help.stdout.includes('derive')) complain(`ogee --help\n${help.output}`)
  const { version } = JSON.parse(readFileSync(join(ROOT, 'package.json'), 'utf8'))
  const said = await ogee('--version')
  if (said.stdout.trim() !== version) complain(`ogee --version says ${said.output.trim()}`)
}

/** What is installed with it: d3-array rests on internmap, ml-matrix on the last four. */
const BROUGHT = [
  'csv-parse',
  'd3-array',
  'internmap',
  'ml-matrix',
  'is-any-array',
  'ml-array-max',
  'ml-array-min',
  'ml-array-rescale',
]

/**
 * @param {string} tarball
 * @param {string} folder  made here, and left
 * @returns {Promise<string>}
 */
export async function smokeTest(tarball, folder) {
  mkdirSync(folder, { recursive: true })
  const write = (/** @type {string} */ name, /** @type {unknown} */ content) =>
    writeFileSync(join(folder, name), typeof content === 'string' ? content : JSON.stringify(content))
  write('package.json', { name: 'smoke-test', private: true, type: 'module' })
  write('program.js', PROGRAM)
  write('consumer.ts', CONSUMER)
  write('tsconfig.json', CONSUMER_CONFIG)
  const quiet = ['--offline', '--ignore-scripts', '--no-audit', '--no-fund']
  await mustRun('npm', ['install', ...quiet, tarball], { cwd: folder })
  const installed = readdirSync(join(folder, 'node_modules')).filter((name) => !name.startsWith('.'))
  const others = installed.filter((name) => name !== 'ogee' && !BROUGHT.includes(name))
  if (others.length > 0) complain(`it brings other packages along: ${others}`)
  await mustRun('node', ['program.js'], { cwd: folder })
  await tryCommand(folder)
  await mustRun(tool('tsc'), ['--project', folder])
  const files = readdirSync(join(folder, 'node_modules/ogee'), { recursive: true })
  return `${files.length} files installed, imported, run and type-checked`
}
