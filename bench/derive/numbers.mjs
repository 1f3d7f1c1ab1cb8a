/**
 * Values in doubles with a bound on their rounding error, and derivatives by the variable `x`
 * found with them along the way, without any formula for the derivative: what the contestants'
 * answers are held against.
 */

/**
 * @typedef {import('./formulas.mjs').Tree} Tree
 * @typedef {import('./formulas.mjs').Point} Point
 * @typedef {{ readonly value: number, readonly error: number }} Ball
 */

/** A few units in the last place: no function of V8 is farther off. */
const UNIT = 2 ** -51

/** @param {number} value  @param {number} [carried]  @returns {Ball} */
const ball = (value, carried = 0) => ({ value, error: carried + UNIT * Math.abs(value) })
const NONE = { value: NaN, error: NaN }
const ZERO = { value: 0, error: 0 }

/** @typedef {(u: Ball, v: Ball) => Ball} Operation */

/** @type {Operation} */
const plus = (u, v) => ball(u.value + v.value, u.error + v.error)
/** @type {Operation} */
const minus = (u, v) => ball(u.value - v.value, u.error + v.error)
/** @type {Operation} */
const times = (u, v) =>
  ball(u.value * v.value, Math.abs(u.value) * v.error + Math.abs(v.value) * u.error + u.error * v.error)
/** @type {Operation} */
const over = (u, v) => {
  const least = Math.abs(v.value) - v.error
  if (!(least > 0)) return NONE
  const value = u.value / v.value
  return ball(value, (u.error + Math.abs(value) * v.error) / least)
}

/** @param {(x: number) => number} f  @param {(x: number) => number} slope  @returns {(u: Ball) => Ball} */
const lifted = (f, slope) => (u) => {
  // Twice the slope at the middle, for a ball this small, is more than the slope anywhere in it.
  const { value, error } = u
  return ball(f(value), 2 * Math.abs(slope(value)) * error)
}
const sec = (/** @type {number} */ x) => 1 / Math.cos(x)
const csc = (/** @type {number} */ x) => 1 / Math.sin(x)

/** @type {Readonly<Record<string, (u: Ball) => Ball>>} */
const FUNCTIONS = {
  sin: lifted(Math.sin, Math.cos),
  cos: lifted(Math.cos, Math.sin),
  tan: lifted(Math.tan, (x) => sec(x) ** 2),
  sec: lifted(sec, (x) => sec(x) * Math.tan(x)),
  csc: lifted(csc, (x) => csc(x) / Math.tan(x)),
  cot: lifted(
    (x) => 1 / Math.tan(x),
    (x) => csc(x) ** 2,
  ),
  exp: lifted(Math.exp, Math.exp),
  log: lifted(Math.log, (x) => 1 / x),
  sqrt: lifted(Math.sqrt, (x) => 0.5 / Math.sqrt(x)),
  atan: lifted(Math.atan, (x) => 1 / (1 + x * x)),
  sinh: lifted(Math.sinh, Math.cosh),
  cosh: lifted(Math.cosh, Math.sinh),
  tanh: lifted(Math.tanh, (x) => 1 / Math.cosh(x) ** 2),
  sech: lifted(
    (x) => 1 / Math.cosh(x),
    (x) => Math.tanh(x) / Math.cosh(x),
  ),
  csch: lifted(
    (x) => 1 / Math.sinh(x),
    (x) => 1 / (Math.tanh(x) * Math.sinh(x)),
  ),
  coth: lifted(
    (x) => 1 / Math.tanh(x),
    (x) => 1 / Math.sinh(x) ** 2,
  ),
  abs: lifted(Math.abs, () => 1),
  sign: lifted(Math.sign, () => 0),
}

/** @type {Operation} */
const raised = (u, n) => {
  const value = u.value ** n.value
  const [byBase, byExponent] = [(n.value * value) / u.value, value * Math.log(Math.abs(u.value))]
  const carried = (n.error === 0 ? 0 : Math.abs(byExponent) * n.error) + Math.abs(byBase) * u.error
  return ball(value, 2 * carried)
}

/** @type {Readonly<Record<string, Operation>>} */
const OPERATIONS = { '+': plus, '-': minus, '*': times, '/': over, '^': raised }

/**
 * The value of a formula at a point; NaN where it has none or a head is not known.
 *
 * @param {Tree} u
 * @param {Point} point
 * @returns {Ball}
 */
export function at(u, point) {
  if (typeof u === 'number') return { value: u, error: Number.isInteger(u) ? 0 : UNIT * Math.abs(u) }
  if (typeof u === 'string') {
    if (u === 'e') return ball(Math.E)
    if (u === 'pi') return ball(Math.PI)
    const value = /** @type {Readonly<Record<string, number>>} */ (point)[u]
    return value === undefined ? NONE : { value, error: 0 }
  }
  const [head, ...operands] = u
  const [first, ...rest] = operands.map((operand) => at(operand, point))
  const operation = OPERATIONS[head]
  if (!first) return NONE
  if (operation) return rest.reduce(operation, first)
  return FUNCTIONS[head]?.(first) ?? NONE
}

const one = { value: 1, error: 0 }
const number = (/** @type {number} */ value) => ({ value, error: 0 })
const square = (/** @type {Ball} */ u) => times(u, u)
const call = (/** @type {string} */ head, /** @type {Ball} */ u) =>
  /** @type {(u: Ball) => Ball} */ (FUNCTIONS[head])(u)

/**
 * f′ at the value of its operand, `f` being the function's value there.
 *
 * @type {Readonly<Record<string, (u: Ball, f: Ball) => Ball>>}
 */
const SLOPES = {
  sin: (u) => call('cos', u),
  cos: (u) => minus(ZERO, call('sin', u)),
  tan: (_, f) => plus(one, square(f)),
  exp: (_, f) => f,
  log: (u) => over(one, u),
  sqrt: (_, f) => over(number(0.5), f),
  atan: (u) => over(one, plus(one, square(u))),
  sinh: (u) => call('cosh', u),
  cosh: (u) => call('sinh', u),
  tanh: (u) => over(one, square(call('cosh', u))),
}

/**
 * The derivative by x at a point, carried along with the value from the leaves up.
 *
 * @param {Tree} u
 * @param {Point} point
 * @returns {Ball}
 */
export const rate = (u, point) => both(u, point)[1]

/** @param {Tree} u  @param {Point} point  @returns {readonly [value: Ball, rate: Ball]} */
function both(u, point) {
  if (!Array.isArray(u)) return [at(u, point), u === 'x' ? one : ZERO]
  const [head, v, w] = u
  const [f, df] = both(v, point)
  if (head === '^') {
    const lower = times(number(w), raised(f, number(w - 1)))
    return [raised(f, number(w)), times(lower, df)]
  }
  const slope = SLOPES[head]
  if (slope) {
    const value = call(head, f)
    return [value, times(slope(f, value), df)]
  }
  const [g, dg] = both(w, point)
  if (head === '*') return [times(f, g), plus(times(df, g), times(f, dg))]
  if (head === '/') {
    const value = over(f, g)
    return [value, over(minus(df, times(value, dg)), g)]
  }
  const operation = /** @type {Operation} */ (OPERATIONS[head])
  return [operation(f, g), operation(df, dg)]
}
