/**
 * The curves that are timed: as ogee is given them, as loops that one writes by hand, and for the others. The loops are
 * written out, because a callback would be timed with them; the callbacks here are for checking.
 */

/**
 * @typedef {Float64Array | Float32Array} Numbers
 * @typedef {object} Case
 * @property {string} name
 * @property {string} formula
 * @property {boolean} gradient
 * @property {(x: number) => number[]} right
 * @property {(x: any, outputs: any[]) => void} loop
 * @property {string} mathjs
 * @property {(tf: any, x: any) => any[]} tensors
 */

const sigmoid = (/** @type {number} */ x) => 1 / (1 + Math.exp(-x))
const C = Math.sqrt(2 / Math.PI)

/** @type {readonly Case[]} */
export const CASES = [
  {
    name: 'sigmoid',
    formula: 'sigmoid(x)',
    gradient: true,
    right: (x) => {
      const e = Math.exp(-Math.abs(x))
      return [x < 0 ? e / (1 + e) : 1 / (1 + e), e / (1 + e) ** 2]
    },
    loop: (x, [s, d]) => {
      for (let i = 0; i < x.length; i += 1) {
        const y = 1 / (1 + Math.exp(-x[i]))
        s[i] = y
        d[i] = y * (1 - y)
      }
    },
    mathjs: '1/(1+exp(-x))',
    tensors: (tf, x) => {
      const y = tf.sigmoid(x)
      return [y, tf.mul(y, tf.sub(1, y))]
    },
  },
  {
    name: 'tanh',
    formula: 'tanh(x)',
    gradient: false,
    right: (x) => [Math.tanh(x)],
    loop: (x, [y]) => {
      for (let i = 0; i < x.length; i += 1) y[i] = Math.tanh(x[i])
    },
    mathjs: 'tanh(x)',
    tensors: (tf, x) => [tf.tanh(x)],
  },
  {
    name: 'softplus',
    formula: 'softplus(x)',
    gradient: false,
    right: (x) => [Math.max(x, 0) + Math.log1p(Math.exp(-Math.abs(x)))],
    loop: (x, [y]) => {
      for (let i = 0; i < x.length; i += 1) y[i] = Math.log1p(Math.exp(x[i]))
    },
    mathjs: 'log(1+exp(x))',
    tensors: (tf, x) => [tf.softplus(x)],
  },
  {
    name: 'swish',
    formula: 'swish(x)',
    gradient: false,
    right: (x) => [x * sigmoid(x)],
    loop: (x, [y]) => {
      for (let i = 0; i < x.length; i += 1) y[i] = x[i] / (1 + Math.exp(-x[i]))
    },
    mathjs: 'x/(1+exp(-x))',
    tensors: (tf, x) => [tf.mul(x, tf.sigmoid(x))],
  },
  {
    name: 'GELU',
    formula: 'x*(1 + tanh(sqrt(2/pi)*(x + 0.044715*x^3)))/2',
    gradient: false,
    right: (x) => [x / (1 + Math.exp(-2 * C * (x + 0.044715 * x * x * x)))],
    loop: (x, [y]) => {
      for (let i = 0; i < x.length; i += 1) {
        const u = x[i]
        y[i] = 0.5 * u * (1 + Math.tanh(C * (u + 0.044715 * u * u * u)))
      }
    },
    mathjs: 'x*(1 + tanh(0.7978845608028654*(x + 0.044715*x^3)))/2',
    tensors: (tf, x) => {
      const u = tf.mul(C, tf.add(x, tf.mul(0.044715, tf.mul(x, tf.mul(x, x)))))
      return [tf.mul(tf.mul(0.5, x), tf.add(1, tf.tanh(u)))]
    },
  },
]
