/** What is known of parameters, and of numbers made of them. */

/** One parameter. */
export interface Estimate {
  readonly name: string
  readonly value: number
  /** Standard error from (JᵀJ)⁻¹; NaN where there is none. */
  readonly error: number
  /** Standard error from the observed Hessian. */
  readonly observedError: number
  readonly state: 'free' | 'fixed' | 'at bound'
  /** Right digits of the value as the minimum of the sum for these data. */
  readonly digits: number
}

/** A number with its standard error and interval. */
export interface Quantity {
  readonly value: number
  readonly error: number
  readonly interval: readonly [low: number, high: number]
}

/** A curve with bounds. */
export interface Band {
  readonly value: readonly number[]
  readonly low: readonly number[]
  readonly high: readonly number[]
}

/** What others ask of a fit. */
export interface Estimated {
  readonly parameters: readonly string[]
  readonly estimates: readonly Estimate[]
  /** The parameters that covariances are about. */
  readonly moving: readonly string[]
  readonly df: number
  readonly level: number
  /** The residual standard deviation. */
  readonly deviation: number
  /** The value of a parameter. */
  readonly value: (name: string) => number
  /** A quantity from its value and slopes by the moving parameters. */
  readonly quantityFrom: (value: number, slopes: readonly number[]) => Quantity
}
