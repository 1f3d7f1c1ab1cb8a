/**
 * How each program is asked whether two formulas are equal. `undefined` is no answer: what a
 * program's "not equal" means where it only failed to make them the same.
 */
import { spawnSync } from 'node:child_process'

/**
 * @typedef {import('./pairs.mjs').Truth | undefined} Answer
 * @typedef {(left: string, right: string) => Answer} Ask
 * @typedef {object} Contestant
 * @property {string} name
 * @property {string} how
 * @property {(core: string) => Promise<Ask>} [load]  in a thread of its own
 * @property {readonly string[]} [command]  a program that answers lines of JSON with lines of JSON
 */

// Named at run time: these packages are installed with the first run of a bench.
const library = (/** @type {string} */ name) => import(name)
const zero = (/** @type {any} */ found) => (String(found) === '0' ? 'equal' : undefined)

export const OURS = 'ogee'

/** @type {readonly Contestant[]} */
const LIBRARIES = [
  {
    name: OURS,
    how: 'compare, every certificate verified off the clock',
    load: async (core) => {
      const { compare, verify } = await library(core)
      return (left, right) => {
        const found = compare(left, right)
        if (found.verdict === 'unknown') return undefined
        checks.push(() => {
          const checked = verify(found.certificate)
          if (!checked.ok) throw new Error(`certificate refused: ${checked.reason}`)
        })
        return found.verdict
      }
    },
  },
  {
    name: 'mathjs',
    how: 'symbolicEqual',
    load: async () => {
      const { symbolicEqual } = await library('mathjs')
      return (left, right) => (symbolicEqual(left, right) ? 'equal' : undefined)
    },
  },
  {
    name: 'nerdamer',
    how: 'simplify and expand of the difference is 0',
    load: async () => {
      const { default: nerdamer } = await library('nerdamer')
      for (const part of ['Algebra', 'Calculus', 'Solve', 'Extra']) await library(`nerdamer/${part}.js`)
      return (left, right) =>
        zero(nerdamer(`simplify((${left})-(${right}))`)) ?? zero(nerdamer(`expand((${left})-(${right}))`))
    },
  },
  {
    name: 'algebrite',
    how: 'simplify of the difference is 0',
    load: async () => {
      const { default: algebrite } = await library('algebrite')
      const spelled = (/** @type {string} */ text) => text.replaceAll(/\ba(?=sin|cos|tan)/g, 'arc')
      return (left, right) => zero(algebrite.run(`simplify((${spelled(left)})-(${spelled(right)}))`))
    },
  },
  {
    name: 'compute-engine',
    how: 'isIdenticallyEqual (by sampling)',
    load: async () => {
      const { ComputeEngine } = await library('@cortex-js/compute-engine')
      const engine = new ComputeEngine()
      const read = (/** @type {string} */ text) =>
        engine.parse(text.replaceAll(/\blog\b/g, 'ln'), { strict: false })
      return (left, right) => {
        const isEqual = read(left).isIdenticallyEqual(read(right))
        return isEqual === undefined ? undefined : isEqual ? 'equal' : 'different'
      }
    },
  },
]

/** Checks of answers given, made off the clock. @type {(() => void)[]} */
export const checks = []

const SYMPY = `
import json, sys, time
from sympy import *
names = {n: Symbol(n, real=True) for n in 'abcxy'}
names.update({'e': E, 'abs': Abs})
print(json.dumps({'ready': True}), flush=True)
for line in sys.stdin:
    left, right = json.loads(line)
    began = time.perf_counter()
    try:
        u, v = [sympify(t.replace('^', '**'), locals=names) for t in (left, right)]
        found = u.equals(v)
        if found is None and simplify(u - v) == 0:
            found = True
        answer = {True: 'equal', False: 'different'}.get(found)
        took = (time.perf_counter() - began) * 1000
        print(json.dumps({'answer': answer, 'took': took}), flush=True)
    except Exception as error:
        print(json.dumps({'failed': str(error)}), flush=True)
`

/** A program started anew for each line it is given; the time of its start is taken off. */
const perLine = (/** @type {string} */ shell) => `
const { spawnSync } = require('node:child_process')
const run = (left, right) => {
  const began = performance.now()
  const { stdout } = spawnSync('sh', ['-c', ${JSON.stringify(shell)}, 'sh', left, right], { encoding: 'utf8' })
  return { took: performance.now() - began, told: (stdout ?? '').trim().split('\\n').at(-1) }
}
const idle = Math.min(...[1, 2, 3].map(() => run('1', '1').took))
console.log(JSON.stringify({ ready: true }))
require('node:readline').createInterface({ input: process.stdin }).on('line', (line) => {
  const { took, told } = run(...JSON.parse(line))
  const answer = { true: 'equal', 1: 'equal', false: 'different' }[told]
  console.log(JSON.stringify({ answer, took: Math.max(0.1, took - idle) }))
})
`

// The chain that proves most in Maxima: exponentials for all functions, then the canonical form.
const MAXIMA = `maxima --very-quiet --batch-string="display2d:false\\$ e:%e\\$ pi:%pi\\$ d:($1)-($2)\\$
print(if is(equal(d,0))=true or is(radcan(exponentialize(d))=0) then true else is(equal(d,0)))\\$"`
const GIAC = `echo "simplify(($1)-($2))==0" | giac 2>/dev/null | grep -E '^(0|1|true|false)$' | sed s/^0$/unknown/`

const answers = (/** @type {string} */ command, /** @type {string[]} */ ...args) =>
  spawnSync(command, args, { stdio: 'ignore' }).status === 0

/** Other programs, where they are installed. @type {readonly (Contestant & { test: () => boolean })[]} */
const PROGRAMS = [
  {
    name: 'SymPy',
    how: 'equals, else simplify of the difference; real symbols',
    command: ['python3', '-u', '-c', SYMPY],
    test: () => answers('python3', '-c', 'import sympy'),
  },
  {
    name: 'Maxima',
    how: 'is(equal), else radcan(exponentialize) of the difference',
    command: [process.execPath, '-e', perLine(MAXIMA)],
    test: () => answers('maxima', '--version'),
  },
  {
    name: 'giac',
    how: 'simplify of the difference is 0',
    command: [process.execPath, '-e', perLine(GIAC)],
    test: () => answers('giac', '--version'),
  },
]

/** All libraries, and the programs that are there. @returns {readonly Contestant[]} */
export const contestants = () => [...LIBRARIES, ...PROGRAMS.filter(({ test }) => test())]

/** The contestant of this name, in a thread of its own. @param {string} name */
export const named = (name) => LIBRARIES.find((contestant) => contestant.name === name)
