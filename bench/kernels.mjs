/**
 * Kernels over arrays against the loop one writes by hand, the libraries that are there, and the limit: a kernel
 * that only reads one array and writes two. All in one process, in turn, on the same numbers. Times are per element; ratios are what carries over.
 *
 *     npm run bench -- kernels [size…]
 */
import { spawn, spawnSync } from 'node:child_process'
import { createInterface } from 'node:readline'
import { allowFusing, compile, threaded } from '../dist/compute/index.js'
import { race } from './harness.mjs'

/**
 * @typedef {Float64Array | Float32Array} Numbers
 * @typedef {'float64' | 'float32'} Type
 * @typedef {{ name: string, formula: string, gradient?: boolean, loop: (x: number) => number[], mathjs: string }} Case
 * @typedef {import('./harness.mjs').Contestant & { share?: number }} Runner
 */

const SIZES = process.argv.slice(2).map(Number).filter(Boolean)
const sizes = SIZES.length > 0 ? SIZES : [1e3, 1e5, 1e7]
const THREADS = 2
const ELEMENTS_PER_ROUND = 1e6

const sigmoid = (/** @type {number} */ x) => 1 / (1 + Math.exp(-x))

/** What each must give, and the textbook formula for mathjs.  @type {readonly Case[]} */
const CASES = [
  {
    name: 'σ and σ′',
    formula: 'sigmoid(x)',
    gradient: true,
    loop: (x) => {
      const e = Math.exp(-Math.abs(x))
      return [sigmoid(x), e / (1 + e) ** 2]
    },
    mathjs: '1/(1+exp(-x))',
  },
  { name: 'tanh', formula: 'tanh(x)', loop: (x) => [Math.tanh(x)], mathjs: 'tanh(x)' },
  {
    name: 'softplus',
    formula: 'softplus(x)',
    loop: (x) => [Math.log1p(Math.exp(x))],
    mathjs: 'log(1+exp(x))',
  },
  {
    name: 'swish',
    formula: 'swish(x)',
    loop: (x) => [x * sigmoid(x)],
    mathjs: 'x/(1+exp(-x))',
  },
  {
    name: 'GELU',
    formula: 'x*(1 + tanh(sqrt(2/pi)*(x + 0.044715*x^3)))/2',
    loop: (x) => {
      const u = Math.sqrt(2 / Math.PI) * (x + 0.044715 * x * x * x)
      return [x / (1 + Math.exp(-2 * u))]
    },
    mathjs: 'x*(1 + tanh(0.7978845608028654*(x + 0.044715*x^3)))/2',
  },
]

/**
 * Loops written out, as one would: the callbacks above are for checking.
 *
 * @type {Record<string, (x: any, outputs: any[]) => void>}
 */
const HAND = {
  'σ and σ′': (x, [s, d]) => {
    for (let i = 0; i < x.length; i += 1) {
      const y = 1 / (1 + Math.exp(-x[i]))
      s[i] = y
      d[i] = y * (1 - y)
    }
  },
  tanh: (x, [y]) => {
    for (let i = 0; i < x.length; i += 1) y[i] = Math.tanh(x[i])
  },
  softplus: (x, [y]) => {
    for (let i = 0; i < x.length; i += 1) y[i] = Math.log1p(Math.exp(x[i]))
  },
  swish: (x, [y]) => {
    for (let i = 0; i < x.length; i += 1) y[i] = x[i] / (1 + Math.exp(-x[i]))
  },
  GELU: (x, [y]) => {
    const c = Math.sqrt(2 / Math.PI)
    for (let i = 0; i < x.length; i += 1) {
      const u = x[i]
      y[i] = 0.5 * u * (1 + Math.tanh(c * (u + 0.044715 * u * u * u)))
    }
  },
}

const mathjs = await import('mathjs'.toString()).catch(() => undefined)
if (!mathjs) console.log('mathjs: not installed, left out')

/**
 * A Python that has the module, kept running: it computes when it is told to, and answers.
 *
 * @param {string} module  @param {string} setup  @param {string} statement
 */
function python(module, setup, statement) {
  const found = ['/usr/bin/python3', 'python3'].find(
    (name) => spawnSync(name, ['-c', `import numpy, ${module}`]).status === 0,
  )
  if (!found) return undefined
  const script = `
import sys, numpy as np
${setup}
print('ready', flush=True)
for line in sys.stdin:
    for _ in range(int(line)):
        ${statement}
    print('done', flush=True)
`
  const child = spawn(found, ['-u', '-c', script], { stdio: ['pipe', 'pipe', 'inherit'] })
  const lines = createInterface({ input: child.stdout })[Symbol.asyncIterator]()
  return {
    ready: () => lines.next(),
    run: async (/** @type {number} */ times) => {
      child.stdin.write(`${times}\n`)
      await lines.next()
    },
    close: () => child.kill(),
  }
}

const RIVALS = [
  {
    name: 'scipy expit, s(1 − s)',
    module: 'scipy.special',
    setup: (/** @type {number} */ size, /** @type {Type} */ type) =>
      `from scipy.special import expit
x = np.random.default_rng(1).uniform(-10, 10, ${size}).astype('${type}')
s = np.empty_like(x); d = np.empty_like(x)`,
    statement: 'expit(x, out=s); np.subtract(1, s, out=d); np.multiply(s, d, out=d)',
  },
  {
    name: `torch forward and backward, ${THREADS} threads`,
    module: 'torch',
    setup: (/** @type {number} */ size, /** @type {Type} */ type) =>
      `import torch
torch.set_num_threads(${THREADS})
x = torch.from_numpy(np.random.default_rng(1).uniform(-10, 10, ${size}).astype('${type}')).requires_grad_()
g = torch.ones_like(x)`,
    statement: 'x.grad = None; torch.sigmoid(x).backward(g)',
  },
]

/** @type {Set<string>} */
const missing = new Set()

function filled(/** @type {Numbers} */ x) {
  for (let i = 0; i < x.length; i += 1) x[i] = Math.random() * 20 - 10
}

/** Textbook loops lose digits: they are allowed more. */
const DIGITS = { float64: [1e-12, 1e-3], float32: [2e-6, 2e-3] }

/**
 * @param {Numbers} x  @param {readonly Numbers[]} outputs  @param {(x: number) => number[]} loop
 * @param {Type} type  @param {boolean} [isTextbook]
 */
function checked(x, outputs, loop, type, isTextbook = false) {
  const [relative = 0, absolute = 0] = DIGITS[type]
  const isNear = (/** @type {number} */ a, /** @type {number} */ b) =>
    Math.abs(a - b) <= relative * Math.max(Math.abs(b), isTextbook ? absolute : type === 'float64' ? 0 : 1e-4)
  for (let i = 0; i < x.length; i += Math.ceil(x.length / 5_000)) {
    const wanted = loop(x[i])
    for (const [k, out] of outputs.entries())
      if (!isNear(out[i], wanted[k])) throw new Error(`${out[i]} at ${x[i]}, not ${wanted[k]}`)
  }
}

/**
 * @param {Case} one  @param {number} size  @param {Type} type
 * @param {readonly import('../dist/compute/index.js').Kernel<any>[]} kernels  fast, accurate, and one that only copies
 */
async function contestantsOf(one, size, type, kernels) {
  const { name, loop, gradient = false, mathjs: text } = one
  const times = Math.max(1, Math.round(ELEMENTS_PER_ROUND / size))
  const make = type === 'float64' ? Float64Array : Float32Array
  const source = new make(size)
  filled(source)
  const kernel = (
    /** @type {string} */ label,
    /** @type {import('../dist/compute/index.js').Workspace} */ room,
  ) => {
    const [x] = /** @type {[Numbers]} */ (Object.values(room.inputs))
    x.set(source)
    const outputs = [room.value, ...room.gradient]
    return {
      name: label,
      run: () => {
        for (let n = 0; n < times; n += 1) room.run()
      },
      check: () =>
        checked(x, outputs, label.startsWith('limit') ? (/** @type {number} */ u) => [u, 1] : loop, type),
    }
  }
  const [fast, accurate, limit] = /** @type {[any, any, any]} */ (kernels)
  /** @type {Runner[]} */
  const list = [
    kernel('ogee', fast.workspace(size, type)),
    kernel('ogee, accurate', accurate.workspace(size, type)),
  ]
  /** @type {(() => void)[]} */
  const closing = []
  if (size >= 1e6) {
    const room = await threaded(fast, size, { threads: THREADS, type })
    closing.push(room.close)
    list.push(kernel(`ogee, ${room.threads} threads`, room))
  }
  list.push(
    kernel(gradient ? 'limit: read 1, write 2' : 'limit: read 1, write 1', limit.workspace(size, type)),
  )
  const outputs = gradient ? [new make(size), new make(size)] : [new make(size)]
  list.push({
    name: 'loop with Math',
    run: () => {
      for (let n = 0; n < times; n += 1) HAND[name](source, outputs)
    },
    check: () => checked(source, outputs, loop, type, true),
  })
  if (mathjs && size <= 1e5) {
    const compiled = mathjs.compile(text)
    const out = new make(size)
    list.push({
      name: 'mathjs, value only',
      run: () => {
        const scope = { x: 0 }
        for (let i = 0; i < size; i += 1) {
          scope.x = source[i]
          out[i] = compiled.evaluate(scope)
        }
      },
      check: () => checked(source, [out], loop, type, true),
      share: times,
    })
  }
  for (const rival of gradient ? RIVALS : []) {
    const running = missing.has(rival.name)
      ? undefined
      : python(rival.module, rival.setup(size, type), rival.statement)
    if (!running) {
      if (!missing.has(rival.name)) console.log(`${rival.name}: not installed, left out`)
      missing.add(rival.name)
      continue
    }
    await running.ready()
    closing.push(running.close)
    list.push({ name: rival.name, run: () => running.run(times), check: () => true })
  }
  return { list, times, closing }
}

console.log(`multiplies and adds in one rounding: ${allowFusing()}`)
for (const one of CASES) {
  const gradient = one.gradient ?? false
  const options = gradient ? { gradient: true } : {}
  const kernels = [
    compile(one.formula, options),
    compile(one.formula, { ...options, tier: 'accurate' }),
    compile('x', { ...options, form: 'as-written' }),
  ]
  for (const type of /** @type {Type[]} */ (['float64', 'float32']))
    for (const size of sizes) {
      const { list, times, closing } = await contestantsOf(one, size, type, kernels)
      const counted = times * size
      const timings = await race(list, { rounds: size >= 1e6 ? 9 : 21, warmUp: 2 })
      for (const close of closing) close()
      const nanoseconds = (/** @type {number} */ i) =>
        (timings[i].quarter * 1e6) / (list[i].share === undefined ? counted : size)
      console.log(`\n${one.name}, ${type}, ${size.toExponential(0)} elements`)
      for (const [i, { name }] of timings.entries())
        console.log(
          `${name.padEnd(36)} ${nanoseconds(i).toFixed(3).padStart(9)} ns   ${(nanoseconds(i) / nanoseconds(0)).toFixed(2).padStart(7)} times`,
        )
    }
}
