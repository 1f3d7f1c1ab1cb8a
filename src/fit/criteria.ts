/** How well a curve fits, as numbers that can be compared between models. */

/** What they are made from. */
export interface Fitted {
  readonly rss: number
  /** Rows that count. */
  readonly count: number
  readonly y: Float64Array
  readonly rootWeights: Float64Array | undefined
  /** Parameters that moved. */
  readonly moving: number
  /** Were the standard deviations of y known? */
  readonly isAbsolute: boolean
}

/** The part of the spread of y about its mean that the curve explains; negative where the mean is better. */
export function rSquared({ rss, y, rootWeights }: Fitted): number {
  const weight = (i: number): number => (rootWeights ? (rootWeights[i] as number) ** 2 : 1)
  let [sum, weights] = [0, 0]
  y.forEach((value, i) => {
    sum += weight(i) * value
    weights += weight(i)
  })
  let total = 0
  y.forEach((value, i) => {
    total += weight(i) * (value - sum / weights) ** 2
  })
  return 1 - rss / total
}

/** The logarithm of the likelihood of normal errors with variance S/n, or with those given. */
export function logLikelihood({ rss, count: n, rootWeights, isAbsolute }: Fitted): number {
  const logs = rootWeights ? rootWeights.reduce((sum, root) => sum + (root > 0 ? Math.log(root) : 0), 0) : 0
  if (isAbsolute) return logs - (n * Math.log(2 * Math.PI) + rss) / 2
  return logs - (n / 2) * (Math.log(2 * Math.PI) + 1 + Math.log(rss / n))
}

/** The variance is one of the parameters, as R has it, unless it was given. */
const freedom = ({ moving, isAbsolute }: Fitted): number => moving + (isAbsolute ? 0 : 1)

/** Akaike's criterion. */
export const aic = (fitted: Fitted): number => 2 * freedom(fitted) - 2 * logLikelihood(fitted)

/** The same for few rows; NaN for too few. */
export function aicc(fitted: Fitted): number {
  const k = freedom(fitted)
  const rest = fitted.count - k - 1
  return rest > 0 ? aic(fitted) + (2 * k * (k + 1)) / rest : Number.NaN
}

/** Schwarz's criterion. */
export const bic = (fitted: Fitted): number =>
  Math.log(fitted.count) * freedom(fitted) - 2 * logLikelihood(fitted)
