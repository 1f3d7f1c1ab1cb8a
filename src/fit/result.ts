/** The result of a fit: estimates, how sure they are, how well the curve fits, and whether there is a best one at all. */
import { studentQuantile } from '../data/distributions.ts'
import { OgeeError } from '../expression/error.ts'
import { aic, aicc, bic, type Fitted, logLikelihood, rSquared } from './criteria.ts'
import { type Effect, effectsOf } from './effects.ts'
import type { Band, Estimate, Estimated, Quantity } from './estimate.ts'
import { Evaluator } from './evaluator.ts'
import { type Identifiability, identifiability } from './identifiability.ts'
import type { FitParts } from './options.ts'
import { type Profile, profileOf } from './profile.ts'
import { quantityOf } from './quantity.ts'
import {
  type Covariance,
  correlations,
  expectedCovariance,
  inverseRows,
  observedCovariance,
  varianceOf,
} from './variance.ts'

const EPSILON = 2 ** -53

/** A fit; everything but the estimates is worked out when it is first asked for. */
export class Fit implements Estimated {
  readonly #parts: FitParts
  readonly parameters: readonly string[]
  /** The sum of squares that is left. */
  readonly rss: number
  /** Rows that count, and degrees of freedom: rows less parameters that move. */
  readonly count: number
  readonly df: number
  #expected: Covariance | undefined
  #observed: Covariance | undefined
  #identifiability: Identifiability | undefined
  #fitted: Float64Array | undefined
  #estimates: readonly Estimate[] | undefined

  constructor(parts: FitParts) {
    const { problem, minimum } = parts
    this.#parts = parts
    this.parameters = problem.model.parameters
    this.rss = minimum.sum
    const { rootWeights } = problem.table
    this.count = rootWeights ? rootWeights.filter((weight) => weight > 0).length : problem.count
    this.df = this.count - minimum.moving.length
  }

  get formula(): FitParts['problem']['model']['formula'] {
    return this.#parts.problem.model.formula
  }

  /** `fitted`: there is a best set of parameters. `undetermined`: there is none, or many. `unknown`: none was reached. */
  get verdict(): 'fitted' | 'undetermined' | 'unknown' {
    return this.identifiability.verdict
  }

  /** Whether the data determine the parameters, in words. */
  get identifiability(): Identifiability {
    this.#identifiability ??= identifiability(this, this.#parts)
    return this.#identifiability
  }

  /** The residual standard deviation √(S/df); 1 where standard deviations were given as they are. */
  get deviation(): number {
    return this.#parts.options.absolute === true ? 1 : Math.sqrt(this.rss / this.df)
  }

  get #variance(): number {
    return this.df > 0 || this.#parts.options.absolute === true ? this.deviation ** 2 : Number.NaN
  }

  /** s²·(JᵀJ)⁻¹, in the order of `moving`. */
  get covariance(): Covariance {
    this.#expected ??= expectedCovariance(this.#parts.minimum, this.#variance)
    return this.#expected
  }

  /** s² by the inverse of the observed Hessian; empty where that is not positive. */
  get observedCovariance(): Covariance {
    this.#observed ??= observedCovariance(this.#parts.minimum, this.#variance) ?? []
    return this.#observed
  }

  /** The correlations of the estimates, in the order of `moving`. */
  get correlations(): Covariance {
    return correlations(this.covariance)
  }

  /** The parameters that covariances are about. */
  get moving(): readonly string[] {
    const { minimum, problem } = this.#parts
    return minimum.moving.map((k) => this.parameters[problem.free[k] as number] as string)
  }

  get estimates(): readonly Estimate[] {
    this.#estimates ??= this.#estimated()
    return this.#estimates
  }

  #estimated(): readonly Estimate[] {
    const { minimum, problem } = this.#parts
    const { moving } = this
    const noise = this.#noise()
    return this.parameters.map((name, j) => {
      const m = moving.indexOf(name)
      const value = minimum.theta[j] as number
      if (m < 0) {
        const state = problem.fixed.has(name) ? 'fixed' : 'at bound'
        return { name, value, error: Number.NaN, observedError: Number.NaN, state, digits: Number.NaN }
      }
      const rounding = Math.max(EPSILON, (noise[m] as number) / (Math.abs(value) || 1))
      return {
        ...{ name, value, state: 'free' },
        error: this.error(name),
        observedError: this.error(name, 'observed'),
        digits: Math.max(0, Math.min(minimum.digits[m] as number, -Math.log10(rounding))),
      }
    })
  }

  /** Is a direction of the parameters without any effect? Then errors mean nothing. */
  get #isSingular(): boolean {
    return this.#parts.minimum.R.some((column, m) => column[m] === 0)
  }

  /** How far rounding of the values may move each parameter. */
  #noise(): readonly number[] {
    const { minimum } = this.#parts
    const weights = this.#parts.problem.table.rootWeights
    const size = minimum.isExtended
      ? Math.sqrt(minimum.sum)
      : Math.sqrt(this.fitted.reduce((sum, value, i) => sum + (value * (weights?.[i] ?? 1)) ** 2, 0))
    return inverseRows(minimum.R).map(
      (row, m) => (EPSILON * size * Math.hypot(...row)) / (minimum.scales[m] as number),
    )
  }

  /** The place of a parameter. */
  #place(name: string): number {
    const j = this.parameters.indexOf(name)
    if (j >= 0) return j
    throw new OgeeError(
      'E952',
      `there is no parameter ${name}`,
      undefined,
      `the parameters are ${this.parameters.join(', ')}`,
    )
  }

  /** The value of a parameter. */
  value(name: string): number {
    return this.#parts.minimum.theta[this.#place(name)] as number
  }

  /** Its standard error, from (JᵀJ)⁻¹ or the observed Hessian; NaN where there is none. */
  error(name: string, from: 'expected' | 'observed' = 'expected'): number {
    this.#place(name)
    if (this.#isSingular) return Number.NaN
    const m = this.moving.indexOf(name)
    const covariance = from === 'expected' ? this.covariance : this.observedCovariance
    return Math.sqrt(covariance[m]?.[m] ?? Number.NaN)
  }

  /** Its interval from the standard error and Student's t: symmetrical, and exact only for linear models. */
  interval(name: string, level: number = this.level): readonly [low: number, high: number] {
    const [value, error] = [this.value(name), this.error(name)]
    const far = this.#t(level) * error
    return [value - far, value + far]
  }

  get level(): number {
    return this.#parts.options.level ?? 0.95
  }

  #t(level: number): number {
    return studentQuantile((1 + level) / 2, this.#parts.options.absolute === true ? Infinity : this.df)
  }

  /** Its interval from the profile: all values at which the others can still fit nearly as well. */
  profile(name: string, level: number = this.level): Profile {
    const one = { name, value: this.value(name), error: this.error(name) }
    return profileOf(this.#parts, one, this.#t(level) * this.deviation)
  }

  /** A quantity that is made of the parameters, with its error by its derived slopes. */
  quantity(formula: string): Quantity {
    return quantityOf(formula, this)
  }

  /**
   * Where the curve has gone these percents of the way between its ends, and its steepest slope. None are there for
   * curves of several variables, or without two ends.
   */
  effects(percents: readonly number[] = [10, 50, 90]): readonly Effect[] {
    const { problem, rows } = this.#parts
    const { model } = problem
    const [x = new Float64Array()] = rows.ordinary.columns.values()
    const [from, to] = [
      x.reduce((a, b) => Math.min(a, b), Infinity),
      x.reduce((a, b) => Math.max(a, b), -Infinity),
    ]
    const isPositive = from > 0 && rows.isPositiveOnly
    return effectsOf(this, model, { from, to, isPositive }, percents)
  }

  /** A quantity from its value and slopes by the moving parameters. */
  quantityFrom(value: number, slopes: readonly number[]): Quantity {
    const error = Math.sqrt(varianceOf(slopes, this.covariance))
    const far = this.#t(this.level) * error
    return { value, error, interval: [value - far, value + far] }
  }

  /** The points, where the model has one variable, and whether that can be positive only. */
  get points(): {
    readonly letter?: string
    readonly x: Float64Array
    readonly y: Float64Array
    readonly isPositive: boolean
  } {
    const { problem, rows } = this.#parts
    const [letter, ...others] = problem.model.variables
    const x = problem.table.columns.get(letter as string) ?? new Float64Array()
    const limits = new Set(rows.limits)
    return {
      ...(letter === undefined || others.length > 0 ? {} : { letter }),
      x: x.map((value, i) => (limits.has(i) ? 0 : value)),
      y: problem.table.y,
      isPositive: rows.isPositiveOnly,
    }
  }

  /** The letters of the formula that are columns. */
  get letters(): readonly string[] {
    return this.#parts.problem.model.variables
  }

  /** Rows in which the curve is continued by its limit, from 0. */
  get limitRows(): readonly number[] {
    return this.#parts.rows.limits
  }

  /** The curve at the rows. */
  get fitted(): Float64Array {
    if (!this.#fitted) {
      const { problem } = this.#parts
      this.#fitted = this.#curve(problem.table.columns, problem.count).outputs[0] as Float64Array
    }
    return this.#fitted
  }

  /** y − f at the rows, without weights. */
  get residuals(): Float64Array {
    const { minimum, problem } = this.#parts
    const weights = problem.table.rootWeights
    const { y } = problem.table
    return minimum.residuals.map((rest, i) =>
      weights
        ? weights[i]
          ? rest / (weights[i] as number)
          : (y[i] as number) - (this.fitted[i] as number)
        : rest,
    )
  }

  #curve(columns: ReadonlyMap<string, Float64Array>, length: number): Evaluator {
    const { model } = this.#parts.problem
    const evaluator = new Evaluator(model.gradient, columns, model.parameters, length)
    evaluator.run(this.#parts.minimum.theta)
    return evaluator
  }

  /** The curve at other x: one array, or one for each letter that is a column. */
  predict(x: ArrayLike<number> | Readonly<Record<string, ArrayLike<number>>>): Float64Array {
    const { columns, length } = this.#at(x)
    return (this.#curve(columns, length).outputs[0] as Float64Array).slice()
  }

  #at(x: ArrayLike<number> | Readonly<Record<string, ArrayLike<number>>>): {
    readonly columns: ReadonlyMap<string, Float64Array>
    readonly length: number
  } {
    const { variables } = this.#parts.problem.model
    const given = isList(x) ? { [variables[0] as string]: x } : x
    const columns = new Map(
      variables.map((letter) => {
        const values = given[letter]
        if (!values) throw new OgeeError('E952', `there is no ${letter} to predict at`)
        return [letter, Float64Array.from(values)]
      }),
    )
    return { columns, length: [...columns.values()][0]?.length ?? 0 }
  }

  /**
   * The curve with bounds at each x: `confidence` for the curve itself, `prediction` for one more measurement. They hold
   * point by point, as far as the model is straight.
   */
  band(
    x: ArrayLike<number> | Readonly<Record<string, ArrayLike<number>>>,
    kind: 'confidence' | 'prediction' = 'confidence',
    level: number = this.level,
  ): Band {
    const { columns, length } = this.#at(x)
    const { outputs } = this.#curve(columns, length)
    const { minimum, problem } = this.#parts
    const t = this.#t(level)
    const values = [...(outputs[0] as Float64Array)]
    const far = values.map((_, i) => {
      const slopes = minimum.moving.map((k) => {
        const slope = outputs[(problem.free[k] as number) + 1]?.[i] as number
        return Number.isFinite(slope) ? slope : 0
      })
      const own = varianceOf(slopes, this.covariance)
      return t * Math.sqrt(kind === 'prediction' ? own + this.deviation ** 2 : own)
    })
    return {
      value: values,
      low: values.map((value, i) => value - (far[i] as number)),
      high: values.map((value, i) => value + (far[i] as number)),
    }
  }

  get #quality(): Fitted {
    const { problem, options } = this.#parts
    const { y, rootWeights } = problem.table
    const { rss, count } = this
    return { rss, count, y, rootWeights, moving: this.moving.length, isAbsolute: options.absolute === true }
  }

  /** The part of the spread of y about its mean that the curve explains; for curves no share, and negative for bad ones. */
  get rSquared(): number {
    return rSquared(this.#quality)
  }

  /** The logarithm of the likelihood of normal errors with variance S/n (or with those given). */
  get logLikelihood(): number {
    return logLikelihood(this.#quality)
  }

  /** Akaike's criterion, with the variance as one of the parameters, as R has it. */
  get aic(): number {
    return aic(this.#quality)
  }

  /** The same for few rows; NaN for too few. */
  get aicc(): number {
    return aicc(this.#quality)
  }

  /** Schwarz's criterion. */
  get bic(): number {
    return bic(this.#quality)
  }

  /** How it was found: the cosine between residuals and slopes (0 at a minimum), digits, and work done. */
  get convergence(): {
    readonly offset: number
    readonly digits: number
    readonly iterations: number
    readonly evaluations: number
    readonly tried: number
  } {
    const { minimum, descent, problem, tried } = this.#parts
    const digits = Math.min(...this.estimates.map((one) => (one.state === 'free' ? one.digits : Infinity)))
    return {
      offset: minimum.offset,
      digits,
      iterations: descent.iterations + minimum.steps,
      evaluations: problem.evaluations,
      tried,
    }
  }
}

const isList = (x: ArrayLike<number> | Readonly<Record<string, ArrayLike<number>>>): x is ArrayLike<number> =>
  Array.isArray(x) || ArrayBuffer.isView(x)
