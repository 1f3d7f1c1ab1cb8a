/** The named curves programmed independently in double precision, and operands to try them at. */

type Real = (...operands: number[]) => number

/** erf by Simpson's rule: it shares nothing with the library. */
function erf(x: number): number {
  const n = 400
  const h = x / n
  const density = (t: number): number => (2 / Math.sqrt(Math.PI)) * Math.exp(-t * t)
  let sum = density(0) + density(x)
  for (let i = 1; i < n; i += 1) sum += density(i * h) * (i % 2 === 1 ? 4 : 2)
  return (sum * h) / 3
}

/** The x with (1 + erf(x/√2))/2 = p, by halving. */
function probit(p: number): number {
  let [lo, hi] = [-6, 6]
  for (let n = 0; n < 60; n += 1) {
    const middle = (lo + hi) / 2
    if (0.5 + erf(middle * Math.SQRT1_2) / 2 < p) lo = middle
    else hi = middle
  }
  return (lo + hi) / 2
}

const { abs, atan, atanh, cosh, exp, expm1, hypot, log, log1p, max, min, PI, pow, SQRT1_2, sqrt, tanh } = Math

const REAL_LINE: readonly (readonly number[])[] = [[-4.5], [-2], [-0.75], [0.25], [1.5], [3.5]]
const PROBABILITIES: readonly (readonly number[])[] = [[0.05], [0.3], [0.5], [0.875]]

/** The curve, and operands: the variable first, then the parameters. */
export const CURVE_VALUES: Readonly<Record<string, readonly [Real, readonly (readonly number[])[]]>> = {
  sigmoid: [(x) => (1 + tanh(x / 2)) / 2, REAL_LINE],
  probit: [probit, PROBABILITIES],
  logit: [(p) => 2 * atanh(2 * p - 1), PROBABILITIES],
  tanhexp: [tanh, REAL_LINE],
  softsign: [(x) => (x > 0 ? 1 - 1 / (1 + x) : 1 / (1 - x) - 1), REAL_LINE],
  atansigmoid: [(x) => 0.5 + atan(x) / PI, REAL_LINE],
  algsigmoid: [(x) => x / hypot(1, x), REAL_LINE],
  algsigmoidn: [
    (x, n) => x * pow(1 + pow(abs(x), n), -1 / n),
    [
      [-2, 3],
      [0.5, 1.5],
      [3, 4],
    ],
  ],
  normcdf: [(x) => 0.5 + erf(x * SQRT1_2) / 2, REAL_LINE],
  cloglog: [(p) => log(-log1p(-p)), PROBABILITIES],
  softplus: [(x) => max(x, 0) + log1p(exp(-abs(x))), REAL_LINE],
  relu: [(x) => max(x, 0), REAL_LINE],
  leakyrelu: [(x) => max(x, 0) + 0.01 * min(x, 0), REAL_LINE],
  prelu: [
    (x, a) => max(x, 0) + a * min(x, 0),
    [
      [-2, 0.25],
      [3, 0.25],
    ],
  ],
  elu: [
    (x, a) => max(x, 0) + a * expm1(min(x, 0)),
    [
      [-2, 1],
      [-0.5, 1.5],
      [3, 1.5],
    ],
  ],
  selu: [(x) => 1.0507009873554805 * (x > 0 ? x : 1.6732632423543772 * expm1(x)), REAL_LINE],
  swish: [(x) => (x * (1 + tanh(x / 2))) / 2, REAL_LINE],
  swishbeta: [
    (x, b) => (x * (1 + tanh((b * x) / 2))) / 2,
    [
      [-2, 1.5],
      [0.5, 3],
    ],
  ],
  gelu: [(x) => (x * (1 + erf(x * SQRT1_2))) / 2, REAL_LINE],
  gelutanh: [(x) => 0.5 * x * (1 + tanh(sqrt(2 / PI) * (x + 0.044715 * pow(x, 3)))), REAL_LINE],
  mish: [(x) => x * tanh(log1p(exp(x))), REAL_LINE],
  hardsigmoid: [(x) => max(0, min(1, x / 6 + 0.5)), REAL_LINE],
  hardswish: [(x) => (x * max(0, min(6, x + 3))) / 6, REAL_LINE],
  gaussian: [
    (x, m, s) => exp(-0.5 * pow((x - m) / s, 2)),
    [
      [1.5, 1, 2],
      [-3, 1, 2],
    ],
  ],
  normpdf: [
    (x, m, s) => exp(-0.5 * pow((x - m) / s, 2)) / (s * sqrt(2 * PI)),
    [
      [1.5, 1, 2],
      [-3, 1, 2],
    ],
  ],
  gompertz: [
    (x, a, b, c) => a * exp(-b * exp(-c * x)),
    [
      [0.5, 3, 2, 0.75],
      [4, 3, 2, 0.75],
    ],
  ],
  logistic3: [
    (x, a, k, c) => (a * (1 + tanh((k * (x - c)) / 2))) / 2,
    [
      [0.5, 3, 2, 1],
      [4, 3, 0.5, 1],
    ],
  ],
  logistic4: [
    (x, a, d, c, b) => (a + d) / 2 + ((d - a) * tanh((b * (x - c)) / 2)) / 2,
    [
      [0.5, 1, 5, 2, 3],
      [4, 1, 5, 2, 0.5],
    ],
  ],
  logistic5: [
    (x, a, d, c, b, g) => a + (d - a) * pow(1 + exp(-b * (x - c)), -g),
    [
      [0.5, 1, 5, 2, 3, 0.5],
      [4, 1, 5, 2, 0.5, 2],
    ],
  ],
  richards: [
    (x, a, k, c, n) => a * pow(1 + n * exp(-k * (x - c)), -1 / n),
    [
      [0.5, 3, 2, 1, 0.5],
      [4, 3, 0.5, 1, 2],
    ],
  ],
  hill: [
    (x, a, k, n) => a / (1 + pow(k / x, n)),
    [
      [0.5, 3, 2, 2.5],
      [4, 3, 2, 1.5],
    ],
  ],
  loglogistic: [
    (x, a, b) => 0.5 + 0.5 * tanh((b * log(x / a)) / 2),
    [
      [0.5, 2, 3],
      [4, 2, 1.5],
    ],
  ],
  doseresponse: [
    (x, a, d, c, b) => (a + d) / 2 + ((d - a) * tanh((b * log(x / c)) / 2)) / 2,
    [
      [0.5, 1, 5, 2, 3],
      [4, 1, 5, 2, 0.5],
    ],
  ],
  weibull: [
    (x, l, k) => -expm1(-pow(x / l, k)),
    [
      [0.5, 2, 3],
      [4, 3, 1.5],
    ],
  ],
  michaelis: [
    (s, v, k) => v - (v * k) / (k + s),
    [
      [0.5, 3, 2],
      [4, 3, 2],
    ],
  ],
  boltzmann: [
    (v, a, b, h, k) => (a + b) / 2 + ((b - a) * tanh((v - h) / (2 * k))) / 2,
    [
      [-50, 0.5, 2, -40, 6],
      [-38, 0.5, 2, -40, 6],
    ],
  ],
  fermidirac: [
    (E, m, t) => 1 / (2 * cosh((E - m) / (2 * t)) * exp((E - m) / (2 * t))),
    [
      [2.5, 2, 0.25],
      [1.5, 2, 0.25],
    ],
  ],
}
