/** What a logistic regression says. */

/** One coefficient and what is known of it. */
export interface Coefficient {
  readonly name: string
  readonly value: number
  readonly standardError: number
  /** value/standardError, and how often chance alone makes it as large. */
  readonly z: number
  readonly p: number
  readonly lower: number
  readonly upper: number
  /** e^value with its interval: by what the odds are multiplied when the column grows by 1. Logit only. */
  readonly oddsRatio?: { readonly value: number; readonly lower: number; readonly upper: number }
  /** By how much the probability changes with the column, averaged over the rows; none of the constant. */
  readonly marginalEffect?: number
}

/** The best coefficients. */
export interface Fitted {
  readonly verdict: 'fitted'
  /** The probability as a formula in z. */
  readonly link: string
  readonly coefficients: readonly Coefficient[]
  readonly covariance: readonly (readonly number[])[]
  /** Of the intervals: 0.95. */
  readonly level: number
  readonly l2: number
  readonly rows: number
  /** The sum of the weights, and of the weighted outcomes. */
  readonly weight: number
  readonly outcomes: number
  readonly logLikelihood: number
  readonly deviance: number
  readonly nullDeviance: number
  readonly aic: number
  /** The largest derivative of the loss by a coefficient of a column in standard units, for each unit of weight. */
  readonly gradientNorm: number
  /** Digits of the worst coefficient that a further step and rounding leave. */
  readonly digits: number
  /** How often the rows were passed. */
  readonly passes: number
}

/** There are no best coefficients: along a direction of them the likelihood grows for ever. */
export interface Separated {
  readonly verdict: 'separated'
  readonly kind: 'complete' | 'quasi'
  /** The columns that separate the outcomes, with the direction; the constant is `(constant)`. */
  readonly direction: readonly { readonly name: string; readonly value: number }[]
  /** Rows exactly on the border; 0 if the separation is complete. */
  readonly onBorder: number
  readonly rows: number
  readonly reason: string
}

/** Some columns say what another one says. */
export interface Collinear {
  readonly verdict: 'collinear'
  /** This column is a sum of multiples of the others. */
  readonly column: string
  readonly of: readonly { readonly name: string; readonly factor: number }[]
  readonly reason: string
}

/** The search did not end, and it is not known why. */
export interface Unknown {
  readonly verdict: 'unknown'
  readonly reason: string
}

export type LogisticResult = Fitted | Separated | Collinear | Unknown

export const CONSTANT = '(constant)'
