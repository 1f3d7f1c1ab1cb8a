/** How each library is asked for a derivative by x, and its answers as plain trees. */

/**
 * @typedef {import('./formulas.mjs').Tree} Tree
 * @typedef {(input: any) => any} Run
 * @typedef {object} Contestant
 * @property {string} name
 * @property {number} [sample]  so slow that it gets only so many formulas, in a thread of its own
 * @property {(core: string) => Promise<{ run: Run, prepare?: Run }>} load  `run` is timed;
 *   `prepare` makes its input from the text of the formula, off the clock
 * @property {(answer: any) => string} told  the answer as text, off the clock
 * @property {(told: string, parse: (text: string) => any) => Tree} [tree]
 */

// Named at run time: these packages are installed with the first run of a bench.
const library = (/** @type {string} */ name) => import(name)

/** A tree of ogee as plain data. @param {any} u @returns {Tree} */
function fromOgee(u) {
  if (u.kind === 'number') return Number(u.value.num) / Number(u.value.den)
  if (u.kind === 'symbol') return u.name
  const args = u.args.map(fromOgee)
  return u.head === 'negate' ? ['*', -1, ...args] : [SIGNS[u.head] ?? u.head, ...args]
}

/** @type {Readonly<Record<string, string>>} */
const SIGNS = { add: '+', subtract: '-', multiply: '*', divide: '/', pow: '^', power: '^' }
/** @type {Readonly<Record<string, string>>} */
const SYNONYMS = { arctan: 'atan' }

/** A tree of mathjs as plain data. @param {any} node @returns {Tree} */
function fromMathjs(node) {
  if (node.type === 'ConstantNode') return Number(node.value)
  if (node.type === 'SymbolNode') return node.name
  if (node.type === 'ParenthesisNode') return fromMathjs(node.content)
  const name = node.type === 'FunctionNode' ? node.fn.name : node.fn
  const args = node.args.map(fromMathjs)
  if (name === 'unaryMinus') return ['*', -1, ...args]
  if (name === 'log' && args.length === 2) return ['/', ['log', args[0]], ['log', args[1]]]
  return [SIGNS[name] ?? SYNONYMS[name] ?? name, ...args]
}

/** @type {Contestant['tree']} */
const read = (told, parse) => fromMathjs(parse(told))

/** @type {Readonly<Record<string, string>>} */
const MATH_JSON = {
  Add: '+',
  Multiply: '*',
  Divide: '/',
  Rational: '/',
  Power: '^',
  Ln: 'log',
  Arctan: 'atan',
}

/** The format of compute-engine as plain data. @param {any} json @returns {Tree} */
function fromMathJson(json) {
  if (json === 'ExponentialE') return 'e'
  if (typeof json !== 'object') return json
  if (!Array.isArray(json)) return Number(json.num)
  const [head, ...operands] = json
  const args = operands.map(fromMathJson)
  if (head === 'Negate') return ['*', -1, ...args]
  if (head === 'Root') return ['^', args[0], ['/', 1, args[1]]]
  return [MATH_JSON[head] ?? head.toLowerCase(), ...args]
}

const certificateOf = (/** @type {any} */ ogee, /** @type {string} */ text) =>
  ogee.toText(ogee.differentiate(text, { variable: 'x' }))

const bare = { simplify: false }

export const OURS = 'ogee: text to all steps, as JSON text'
export const BARE = 'mathjs: text to tree'
export const TEXT = 'mathjs: text to text'

/** @type {readonly Contestant[]} */
export const contestants = [
  {
    name: OURS,
    load: async (core) => {
      const ogee = await library(core)
      return { run: (text) => certificateOf(ogee, text) }
    },
    told: String,
  },
  {
    name: 'ogee: text to all steps',
    load: async (core) => {
      const { differentiate } = await library(core)
      return { run: (text) => differentiate(text, { variable: 'x' }) }
    },
    told: ({ to }) => JSON.stringify(fromOgee(to)),
    tree: (told) => JSON.parse(told),
  },
  {
    name: 'ogee: JSON text verified',
    load: async (core) => {
      const ogee = await library(core)
      return {
        prepare: (text) => certificateOf(ogee, text),
        run: (text) => ogee.verify(JSON.parse(text)),
      }
    },
    told: ({ ok, step, reason }) => (ok ? '' : `refused at step ${step}: ${reason}`),
  },
  {
    name: BARE,
    load: async () => {
      const { derivative } = await library('mathjs')
      return { run: (text) => derivative(text, 'x', bare) }
    },
    told: String,
    tree: read,
  },
  {
    name: TEXT,
    load: async () => {
      const { derivative } = await library('mathjs')
      return { run: (text) => derivative(text, 'x', bare).toString() }
    },
    told: String,
    tree: read,
  },
  {
    name: 'mathjs: tree to tree',
    load: async () => {
      const { derivative, parse } = await library('mathjs')
      return { prepare: parse, run: (tree) => derivative(tree, 'x', bare) }
    },
    told: String,
    tree: read,
  },
  {
    name: 'mathjs, simplified: text to tree',
    sample: 30,
    load: async () => {
      const { derivative } = await library('mathjs')
      return { run: (text) => derivative(text, 'x') }
    },
    told: String,
    tree: read,
  },
  {
    name: 'nerdamer: text to tree',
    sample: 200,
    load: async () => {
      const { default: nerdamer } = await library('nerdamer')
      await library('nerdamer/Calculus.js')
      return { run: (text) => nerdamer.diff(text, 'x') }
    },
    told: String,
    tree: read,
  },
  {
    name: 'algebrite: text to text',
    sample: 30,
    load: async () => {
      const { default: algebrite } = await library('algebrite')
      return {
        prepare: (text) => text.replaceAll('atan', 'arctan'),
        run: (text) => algebrite.run(`derivative(${text},x)`),
      }
    },
    told: String,
    tree: read,
  },
  {
    name: 'compute-engine: text to tree',
    sample: 100,
    load: async () => {
      const { ComputeEngine } = await library('@cortex-js/compute-engine')
      const engine = new ComputeEngine()
      return {
        prepare: (text) => text.replaceAll('log', 'ln'),
        run: (text) => engine.box(['D', engine.parse(text, { strict: false }), 'x']).evaluate(),
      }
    },
    told: ({ json }) => JSON.stringify(json),
    tree: (told) => fromMathJson(JSON.parse(told)),
  },
]
