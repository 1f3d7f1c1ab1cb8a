/** Seeded random formulas as text that every contestant reads the same way. */
import { at, rate } from './numbers.mjs'

/**
 * A formula as plain data: a number, the name of a symbol, or a head with its operands.
 *
 * @typedef {number | string | readonly [head: string, ...operands: any[]]} Tree
 * @typedef {Readonly<Record<'x' | 'a' | 'b', number>>} Point
 * @typedef {object} Formula
 * @property {string} text
 * @property {number} nodes
 * @property {readonly Point[]} points  where it is defined and its derivative well conditioned
 * @property {readonly import('./numbers.mjs').Ball[]} rates  the derivative by x at these points
 */

const FUNCTIONS = ['sin', 'cos', 'tan', 'exp', 'log', 'sqrt', 'atan', 'sinh', 'cosh', 'tanh']
const EXPONENTS = [2, 3, 4, -1, -2, -3]
/** @type {ReadonlyMap<string, number>} */
const PRECEDENCE = new Map(Object.entries({ '+': 1, '-': 1, '*': 2, '/': 2 }))

/** The same numbers between 0 and 1 for the same seed, on every machine. */
function random(/** @type {number} */ seed) {
  let state = seed >>> 0
  return () => {
    state = (state + 0x6d2b79f5) >>> 0
    let t = Math.imul(state ^ (state >>> 15), state | 1)
    t ^= t + Math.imul(t ^ (t >>> 7), t | 61)
    return ((t ^ (t >>> 14)) >>> 0) / 2 ** 32
  }
}

/**
 * A tree of exactly `nodes` nodes.
 *
 * @param {() => number} next
 * @param {number} nodes
 * @returns {Tree}
 */
function tree(next, nodes) {
  const pick = (/** @type {readonly any[]} */ items) => items[Math.floor(next() * items.length)]
  if (nodes === 1)
    return next() < 0.6 ? 'x' : next() < 0.5 ? pick(['a', 'b']) : 1 + pick([...Array(9).keys()])
  if (nodes === 2 || next() < 0.3) return [/** @type {string} */ (pick(FUNCTIONS)), tree(next, nodes - 1)]
  if (next() < 0.12) return ['^', tree(next, nodes - 2), pick(EXPONENTS)]
  const left = 1 + Math.floor(next() * (nodes - 2))
  const operator = /** @type {string} */ (pick([...'+++--****//']))
  return [operator, tree(next, left), tree(next, nodes - 1 - left)]
}

/** @param {Tree} u  @returns {string} */
function written(u) {
  if (!Array.isArray(u)) return `${u}`
  const [head, v, w] = u
  const level = PRECEDENCE.get(head)
  if (head === '^') {
    const base = Array.isArray(v) && v.length > 2 ? `(${written(/** @type {any} */ (v))})` : written(v)
    return w < 0 ? `${base}^(${w})` : `${base}^${w}`
  }
  if (level === undefined) return `${head}(${written(v)})`
  const operand = (/** @type {Tree} */ t, /** @type {number} */ least) => {
    const own = Array.isArray(t) ? (PRECEDENCE.get(t[0]) ?? 3) : 3
    return own < least ? `(${written(t)})` : written(t)
  }
  return `${operand(v, level)}${head}${operand(w, level + 1)}`
}

const CANDIDATES = 24
const POINTS = 3

/**
 * @param {{ count: number, nodes: readonly [number, number], seed: number }} options
 * @returns {Formula[]}
 */
export function formulas({ count, nodes: [fewest, most], seed }) {
  const next = random(seed)
  const place = () => 0.3 + 2 * next()
  /** @type {Formula[]} */
  const found = []
  while (found.length < count) {
    const nodes = fewest + Math.floor(next() * (most - fewest + 1))
    const u = tree(next, nodes)
    const candidates = Array.from({ length: CANDIDATES }, () => ({ x: place(), a: place(), b: place() }))
    const usable = candidates.flatMap((point) => {
      const value = rate(u, point)
      return isUsable(value) ? [{ point, value }] : []
    })
    if (usable.length < POINTS) continue
    const chosen = usable.slice(0, POINTS)
    const [points, rates] = [chosen.map(({ point }) => point), chosen.map(({ value }) => value)]
    found.push({ text: written(u), nodes, points, rates })
  }
  return found
}

/** Known to nine digits, neither tiny nor huge. */
const isUsable = (/** @type {import('./numbers.mjs').Ball} */ { value, error }) =>
  Math.abs(value) > 1e-30 && Math.abs(value) < 1e30 && error < 1e-9 * Math.abs(value)

/**
 * Is `u` the derivative at all points, as far as doubles can tell? `undefined` if they cannot:
 * where it has no value, or none with three digits.
 *
 * @param {Tree} u
 * @param {Formula} formula
 * @returns {boolean | undefined}
 */
export function isDerivative(u, { points, rates }) {
  let told = 0
  for (const [i, point] of points.entries()) {
    const wanted = /** @type {import('./numbers.mjs').Ball} */ (rates[i])
    const { value, error } = at(u, point)
    if (!Number.isFinite(value) || !(error < 1e-3 * Math.abs(wanted.value))) continue
    if (Math.abs(value - wanted.value) > 4 * (error + wanted.error)) return false
    told += 1
  }
  return told === points.length ? true : undefined
}
