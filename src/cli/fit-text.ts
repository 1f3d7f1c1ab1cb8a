/** A fit as lines of text, and as JSON. */

import type { Expr } from '../expression/expr.ts'
import type { Effect, Fit, Profile, Quantity } from '../fit/index.ts'
import { opened } from '../rules/forms.ts'
import { print } from '../syntax/index.ts'

/** What was asked beside the fit itself. */
export interface Report {
  readonly fit: Fit
  /** What was asked for, where that is not the formula of the fit itself. */
  readonly formula?: Expr
  readonly group?: string
  readonly profiles: ReadonlyMap<string, Profile>
  readonly effects: readonly Effect[]
  readonly quantities: readonly (Quantity & { readonly formula: string })[]
  readonly notes: readonly string[]
}

/** So many digits of estimates, and of errors. */
const [DIGITS, FEW] = [7, 4] as const

const number = (value: number, digits: number = DIGITS): string =>
  Number.isFinite(value)
    ? String(+value.toPrecision(digits)).replace('-', '−')
    : value > 0
      ? '∞'
      : value < 0
        ? '−∞'
        : '—'

/** Columns, the first to the left, the others to the right. */
function aligned(rows: readonly (readonly string[])[]): string[] {
  const widths = (rows[0] ?? []).map((_, k) => Math.max(...rows.map((row) => (row[k] ?? '').length)))
  return rows.map((row) =>
    row
      .map((cell, k) => (k === 0 ? cell.padEnd(widths[k] as number) : cell.padStart(widths[k] as number)))
      .join('   ')
      .trimEnd(),
  )
}

const interval = (low: number, high: number): string => `${number(low, FEW + 1)} … ${number(high, FEW + 1)}`

const level = (fit: Fit): string => `${+(100 * fit.level).toPrecision(4)} %`

/** The estimates with their errors and intervals. */
function estimates({ fit, profiles }: Report): string[] {
  const rows = fit.estimates.map(({ name, value, error, observedError, state }) => {
    const profile = profiles.get(name)
    const between = profile ? interval(profile.low, profile.high) : state === 'free' ? '—' : `(${state})`
    const errors = state === 'free' ? [number(error, FEW), number(observedError, FEW)] : ['', '']
    return [name, number(value), ...errors, between]
  })
  return aligned([['', 'estimate', 'std. error', 'observed', `${level(fit)} interval`], ...rows])
}

function derived({ fit, effects, quantities }: Report): string[] {
  const all = [
    ...effects.map(({ name, formula, ...rest }) => ({
      name: formula === undefined ? name : `${name} = ${formula}`,
      ...rest,
    })),
    ...quantities.map(({ formula, ...rest }) => ({ name: formula, ...rest })),
  ]
  if (all.length === 0) return []
  const rows = all.map(({ name, value, error, interval: [low, high] }) => [
    name,
    number(value),
    number(error, FEW),
    interval(low, high),
  ])
  return ['', ...aligned([['', 'value', 'std. error', `${level(fit)} interval`], ...rows])]
}

/** The formula; of a curve that has a name, with what that stands for. */
function written(u: Expr): string {
  const body = u.kind === 'call' ? opened(u) : undefined
  return body ? `${print(u)} = ${print(body)}` : print(u)
}

/** The whole report. */
export function fitText(report: Report): string {
  const { fit, formula = fit.formula, group, notes } = report
  const { verdict, identifiability, convergence } = fit
  const title = `${written(formula)}${group === undefined ? '' : `   ${group}`}`
  const verdictLines =
    verdict === 'fitted'
      ? []
      : ['', `${verdict === 'undetermined' ? 'not determined' : 'not known'}: ${identifiability.reason}`]
  const quality = [
    `sum of squares ${number(fit.rss, 10)}, residual standard deviation ${number(fit.deviation, 5)} with ${fit.df} degrees of freedom`,
    `R² ${number(fit.rSquared, 5)}, AIC ${number(fit.aic, 6)}, AICc ${number(fit.aicc, 6)}, BIC ${number(fit.bic, 6)}`,
    verdict === 'fitted' && Number.isFinite(convergence.digits)
      ? `right digits: ${Math.floor(convergence.digits)}; gradient ${convergence.offset.toExponential(1)} of the residuals; ${convergence.iterations} steps`
      : `gradient ${convergence.offset.toExponential(1)} of the residuals after ${convergence.iterations} steps`,
  ]
  const about =
    'standard errors: s²·(JᵀJ)⁻¹, and beside it by the observed Hessian; intervals: profile likelihood'
  const said = [...identifiability.notes, ...notes].map((note) => `note: ${note}`)
  return [
    title,
    '',
    ...estimates(report),
    ...derived(report),
    ...verdictLines,
    '',
    ...quality,
    about,
    ...said,
    '',
  ].join('\n')
}

const finite = (value: number): number | string | null =>
  Number.isFinite(value) ? value : Number.isNaN(value) ? null : value > 0 ? 'infinity' : '-infinity'

const plain = ({ value, error, interval: [low, high] }: Quantity): object => ({
  value: finite(value),
  error: finite(error),
  interval: [finite(low), finite(high)],
})

/** The report as plain data; what is no finite number is `null`, or `"infinity"`. */
export function fitJson({
  fit,
  formula = fit.formula,
  group,
  profiles,
  effects,
  quantities,
  notes,
}: Report): object {
  const { verdict, identifiability, convergence } = fit
  const { cause, reason, parameters } = identifiability
  return {
    schema: 'ogee/1',
    kind: 'fit',
    ...(group === undefined ? {} : { group }),
    formula: written(formula),
    verdict,
    ...(reason === undefined ? {} : { cause, reason, concerned: parameters }),
    notes: [...identifiability.notes, ...notes],
    level: fit.level,
    parameters: fit.estimates.map(({ name, value, error, observedError, state, digits }) => {
      const profile = profiles.get(name)
      return {
        ...{ name, value: finite(value), state, error: finite(error), observedError: finite(observedError) },
        ...(profile ? { interval: [finite(profile.low), finite(profile.high)] } : {}),
        digits: finite(digits),
      }
    }),
    covariance: { of: fit.moving, expected: fit.covariance, observed: fit.observedCovariance },
    correlations: fit.correlations,
    effects: effects.map(({ name, formula, ...rest }) => ({ name, formula, ...plain(rest) })),
    quantities: quantities.map(({ formula, ...rest }) => ({ formula, ...plain(rest) })),
    rss: fit.rss,
    rows: fit.count,
    df: fit.df,
    deviation: finite(fit.deviation),
    rSquared: finite(fit.rSquared),
    aic: finite(fit.aic),
    aicc: finite(fit.aicc),
    bic: finite(fit.bic),
    convergence: { ...convergence, digits: finite(convergence.digits) },
  }
}
