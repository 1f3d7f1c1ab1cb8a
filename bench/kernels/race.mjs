/** The contestants for one type of numbers, in turn. */
import { createRequire } from 'node:module'
import { dirname } from 'node:path'
import { setFlagsFromString } from 'node:v8'
import { compile, threaded } from '../../dist/compute/index.js'
import { engine, forget } from '../../dist/compute/wasm/engine.js'
import { race } from '../harness.mjs'
import { CASES } from './cases.mjs'
import { libmvec, python } from './outside.mjs'

/**
 * @typedef {import('./cases.mjs').Numbers} Numbers
 * @typedef {import('./cases.mjs').Case} Case
 * @typedef {'float64' | 'float32'} Type
 * @typedef {import('../harness.mjs').Contestant & { elements: number }} Runner
 * @typedef {import('../../dist/compute/index.js').Workspace} Workspace
 */

export const ALL = [1e3, 1e5, 1e7]
const THREADS = 2
/** From here on threads are worth it, and slow ones are left out. */
const LARGE = 1e6
/** Short rounds are seldom interrupted. */
const ELEMENTS = 2e5
const FEW_ELEMENTS = 4e3

const relaxed = (/** @type {boolean} */ isOn) => {
  setFlagsFromString(`--${isOn ? '' : 'no-'}experimental-wasm-relaxed-simd`)
  forget()
  return engine().fuses
}

/** @template T  @param {boolean} isOn  @param {() => T} make */
function fusing(isOn, make) {
  relaxed(isOn)
  return make()
}

/** Textbook loops lose digits: they are allowed more. @type {Record<Type, readonly [number, number]>} */
const DIGITS = { float64: [1e-13, 1e-12], float32: [4e-6, 1e-5] }

/**
 * @param {Numbers} x  @param {readonly Numbers[]} outputs  @param {(x: number) => number[]} right
 * @param {Type} type  @param {boolean} isTextbook
 */
function checked(x, outputs, right, type, isTextbook) {
  const [relative, textbook] = DIGITS[type]
  const isNear = (/** @type {number} */ a, /** @type {number} */ b) =>
    isTextbook
      ? Math.abs(a - b) <= textbook * Math.max(Math.abs(b), 0.1)
      : Math.abs(a - b) <= relative * Math.abs(b)
  for (let i = 0; i < x.length; i += Math.ceil(x.length / 5_000)) {
    const wanted = right(Number(x[i]))
    for (const [k, out] of outputs.entries())
      if (!isNear(Number(out[i]), Number(wanted[k])))
        throw new Error(`${out[i]} at ${x[i]}, not ${wanted[k]}`)
  }
}

function shuffle(/** @type {Numbers} */ x) {
  for (let i = x.length - 1; i > 0; i -= 1) {
    const j = Math.floor(Math.random() * (i + 1))
    ;[x[i], x[j]] = [Number(x[j]), Number(x[i])]
  }
}

/** TensorFlow.js on WebAssembly; it has singles only. */
async function tensorFlow() {
  try {
    const require = createRequire(import.meta.url)
    /** @type {any} */
    const tf = require('@tensorflow/tfjs-core'.toString())
    const wasm = require('@tensorflow/tfjs-backend-wasm'.toString())
    wasm.setWasmPaths(
      `${dirname(require.resolve('@tensorflow/tfjs-backend-wasm/dist/index.js'.toString()))}/`,
    )
    await tf.setBackend('wasm')
    await tf.ready()
    return tf.getBackend() === 'wasm' ? tf : undefined
  } catch {
    return undefined
  }
}

/** What there is besides ogee. @param {Type} type */
async function rivals(type) {
  const mathjs = await import('mathjs'.toString()).catch(() => undefined)
  const outside = { scipy: python(), libmvec: libmvec() }
  const hasTorch = outside.scipy && (await outside.scipy.ask('has')) === '1'
  const tf = type === 'float32' ? await tensorFlow() : undefined
  for (const [name, found] of Object.entries({
    mathjs,
    ...outside,
    torch: hasTorch,
    'tfjs-wasm': tf ?? type === 'float64',
  }))
    if (!found) console.log(`${name}: not there, left out`)
  return { mathjs, ...outside, hasTorch, tf }
}

/** @typedef {Awaited<ReturnType<typeof rivals>>} Rivals */

/** @param {Case} one  @param {number} size  @param {Type} type  @param {Rivals} others */
async function contestantsOf(one, size, type, others) {
  const { name, formula, gradient, right, loop } = one
  const times = Math.max(1, Math.round(ELEMENTS / size))
  const make = type === 'float64' ? Float64Array : Float32Array
  const source = new make(size)
  for (let i = 0; i < size; i += 1) source[i] = Math.random() * 20 - 10
  const isShuffled = size === 1e5
  /** @type {Runner[]} */
  const list = []
  /** @type {(() => void)[]} */
  const closing = []
  const options = gradient ? { gradient: true } : {}

  /** @param {string} label  @param {Workspace} room  @param {(x: number) => number[]} wanted */
  const kernel = (label, room, wanted = right) => {
    const [x] = /** @type {[Numbers]} */ (Object.values(room.inputs))
    x.set(source)
    list.push({
      name: label,
      elements: times * size,
      prepare: () => (isShuffled ? x.set(source) : undefined),
      run: () => {
        for (let n = 0; n < times; n += 1) room.run()
      },
      check: () => checked(x, [room.value, ...room.gradient], wanted, type, false),
    })
  }
  const [fast, plain] = [true, false].map((isOn) =>
    fusing(isOn, () => {
      const made = compile(formula, options)
      made.workspace(16, type)
      return made
    }),
  )
  const [accurate, limit] = fusing(true, () => [
    compile(formula, { ...options, tier: 'accurate' }),
    compile('x', { ...options, form: 'as-written' }),
  ])
  kernel('ogee', fast.workspace(size, type))
  kernel('ogee SIMD128', plain.workspace(size, type))
  if (size < LARGE) kernel('ogee, accurate', accurate.workspace(size, type))
  const copy = (/** @type {number} */ x) => [x, 1]
  kernel('limit', limit.workspace(size, type), copy)
  if (size >= LARGE)
    for (const [label, made, isOn, wanted] of /** @type {const} */ ([
      ['ogee', fast, true, right],
      ['ogee SIMD128', plain, false, right],
      ['limit', limit, true, copy],
    ])) {
      const room = await fusing(isOn, () => threaded(made, size, { threads: THREADS, type }))
      if (room.threads < THREADS) continue
      closing.push(room.close)
      kernel(`${label}, ${THREADS} threads`, room, wanted)
    }
  relaxed(true)

  const outputs = gradient ? [new make(size), new make(size)] : [new make(size)]
  list.push({
    name: 'loop with Math',
    elements: times * size,
    prepare: () => (isShuffled ? shuffle(source) : undefined),
    run: () => {
      for (let n = 0; n < times; n += 1) loop(source, outputs)
    },
    check: () => checked(source, outputs, right, type, true),
  })
  if (others.mathjs && size < LARGE) {
    const compiled = others.mathjs.compile(one.mathjs)
    const out = new make(size)
    const count = Math.min(size, FEW_ELEMENTS)
    list.push({
      name: 'mathjs',
      elements: count,
      run: () => {
        const scope = { x: 0 }
        for (let i = 0; i < count; i += 1) {
          scope.x = Number(source[i])
          out[i] = compiled.evaluate(scope)
        }
      },
      check: () => checked(source.subarray(0, count), [out], right, type, true),
    })
  }
  if (others.tf) {
    const { tf } = others
    const x = tf.tensor1d(source)
    closing.push(() => x.dispose())
    list.push({
      name: 'tfjs-wasm',
      elements: times * size,
      run: () => {
        for (let n = 0; n < times; n += 1) tf.tidy(() => void one.tensors(tf, x))
      },
      check: () => {
        const found = tf.tidy(() => one.tensors(tf, x).map((/** @type {any} */ part) => part.dataSync()))
        checked(x.dataSync(), found, right, type, true)
      },
    })
  }
  for (const [by, label] of /** @type {const} */ ([
    ['scipy', 'scipy'],
    ['torch', 'torch'],
    ['libmvec', 'libmvec'],
  ])) {
    const program = by === 'libmvec' ? others.libmvec : others.scipy
    if (!program || (by === 'torch' && !(others.hasTorch && size >= LARGE))) continue
    await program.load(name, type, source)
    const given = source.slice()
    list.push({
      name: label,
      elements: times * size,
      hasClock: true,
      prepare: () => (isShuffled && by !== 'libmvec' ? program.ask('shuffle') : undefined),
      run: () => program.run(by, times),
      check: async () => checked(given, await program.outputs(by, type, size), right, type, true),
    })
  }
  return { list, closing }
}

/**
 * @param {Type} type  @param {readonly number[]} sizes
 * @param {(measured: import('./asked.mjs').Measured) => void} report
 */
export async function inTurn(type, sizes, report) {
  console.log(`\n${type}; multiplies and adds in one rounding: ${relaxed(true)}`)
  const others = await rivals(type)
  for (const one of CASES)
    for (const size of sizes) {
      const { list, closing } = await contestantsOf(one, size, type, others)
      const timings = await race(
        list,
        size >= LARGE ? { rounds: 9, warmUp: 1, seconds: 4 } : { rounds: 61, warmUp: 9, seconds: 3 },
      )
      for (const close of closing) close()
      // interruptions only add, so that of each the quicker quarter is compared
      const times = Object.fromEntries(
        timings.map(({ name, quarter }, i) => [name, (quarter * 1e6) / Number(list[i]?.elements)]),
      )
      report({ name: one.name, type, size, times })
    }
  others.scipy?.close()
  others.libmvec?.close()
}
