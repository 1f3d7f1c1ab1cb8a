/** From formulas to functions in double precision, and the one variable that they share. */
import { double } from '../decide/double.ts'
import { workedOut } from '../derive/worked-out.ts'
import { isCondition } from '../expression/condition.ts'
import { OgeeError } from '../expression/error.ts'
import { type Expr, freeSymbols } from '../expression/expr.ts'
import { type Formula, variableOf } from '../syntax/formula.ts'
import { parse, print } from '../syntax/index.ts'
import type { CurveOptions, PlotOptions, PointRange } from './options.ts'
import { colorOf, type Dash, dashOf, type Marker, markerOf } from './style.ts'
import type { Curve } from './window.ts'

/** A curve, read. */
export interface ReadCurve {
  /** As it was given, and with derivatives worked out. */
  readonly given: Expr
  readonly formula: Expr
  readonly f: Curve
  readonly label: string
  readonly color: string
  readonly dash: Dash
  readonly marker?: Marker
  readonly points?: PointRange
  /** Was a dash asked for? Then a curve with a marker has a line too. */
  readonly hasLine: boolean
}

export interface ReadCurves {
  readonly variable: string
  readonly curves: readonly ReadCurve[]
}

const isFormula = (curve: Formula | CurveOptions): curve is Formula =>
  typeof curve === 'string' || 'kind' in curve

/**
 * @throws OgeeError `E802` for no curve or too many, `E803` for symbols without a value, `E403` if the
 * variable is not clear, `E113` for a condition.
 */
export function readCurves(given: readonly (Formula | CurveOptions)[], options: PlotOptions): ReadCurves {
  const { definitions = [] } = options
  const all = given.map((curve): CurveOptions => (isFormula(curve) ? { of: curve } : curve))
  if (all.length === 0 || all.length > MOST_CURVES)
    throw new OgeeError('E802', `from 1 to ${MOST_CURVES} curves can be drawn`)
  const exprs = all.map(({ of }) => (typeof of === 'string' ? parse(of, { definitions }) : of))
  const variable = variableIn(exprs, options)
  const curves = exprs.map((expr, i) => {
    const { label, color, dash, marker, points = options.points } = all[i] as CurveOptions
    const { formula } = checked(expr, variable)
    const f = double(formula, [variable])
    return {
      given: expr,
      formula,
      f: (x: number) => f([x]),
      label: label ?? print(expr, 'unicode'),
      color: colorOf(color, i),
      dash: dashOf(dash, color === undefined || all.length > 1 ? i : 0),
      hasLine: dash !== undefined,
      ...(points === undefined ? {} : { points }),
      ...(marker === undefined ? {} : { marker: markerOf(marker) }),
    }
  })
  return { variable, curves }
}

const MOST_CURVES = 50

/** The variable named, else `x`, else the only symbol of all curves. */
function variableIn(exprs: readonly Expr[], { variable }: PlotOptions): string {
  if (variable !== undefined) return variable
  const symbols = [...new Set(exprs.flatMap((expr) => [...freeSymbols(expr)]))]
  if (symbols.length === 0 || symbols.includes('x')) return 'x'
  return variableOf(exprs.find((expr) => freeSymbols(expr).length > 0) as Expr, {})
}

function checked(expr: Expr, variable: string): { formula: Expr } {
  if (isCondition(expr))
    throw new OgeeError(
      'E113',
      'this is a condition, not a number',
      undefined,
      'a formula is drawn, e.g. x^2 - 1',
    )
  const { formula } = workedOut(expr, { variable })
  const unknown = freeSymbols(formula).filter((name) => name !== variable)
  if (unknown.length > 0)
    throw new OgeeError(
      'E803',
      `no value for ${unknown.join(', ')}`,
      undefined,
      `define a value before the formula, e.g. "${unknown[0]} = 2; …"`,
    )
  return { formula }
}
