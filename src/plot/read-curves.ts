/** From formulas to functions in double precision, and the one variable that they share. */
import { double } from '../decide/double.ts'
import { verify } from '../derive/verify.ts'
import { workedOut } from '../derive/worked-out.ts'
import { allOf, isCondition } from '../expression/condition.ts'
import { OgeeError } from '../expression/error.ts'
import { call, derivative, type Expr, freeSymbols, symbol } from '../expression/expr.ts'
import { type Formula, variableOf } from '../syntax/formula.ts'
import { parse, print } from '../syntax/index.ts'
import { type Member, members } from './family.ts'
import type { CurveOptions, PlotOptions, PointRange } from './options.ts'
import { type ReadBand, type ReadData, readBands, readData } from './read-data.ts'
import { colorOf, type Dash, dashOf, type Marker, markerOf } from './style.ts'
import type { Curve } from './window.ts'

/** A curve, read. */
export interface ReadCurve {
  /** As it was given, and with derivatives worked out. */
  readonly given: Expr
  readonly formula: Expr
  /** The formula where its derivatives say something, and nowhere else. */
  readonly shown: Expr
  readonly f: Curve
  /** 1 for the derivative of a curve that was asked for with it. */
  readonly order: number
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
  readonly data: readonly ReadData[]
  readonly bands: readonly ReadBand[]
}

const isFormula = (curve: Formula | CurveOptions): curve is Formula =>
  typeof curve === 'string' || 'kind' in curve

/** A curve before it has its looks. */
interface Bare {
  readonly options: CurveOptions
  readonly given: Expr
  readonly formula: Expr
  readonly shown: Expr
  readonly order: number
  readonly label: string
}

/**
 * @throws OgeeError `E802` for no curve or too many, `E803` for symbols without a value, `E403` if the
 * variable is not clear, `E113` for a condition, `E807` for a family that is none.
 */
export function readCurves(given: readonly (Formula | CurveOptions)[], options: PlotOptions): ReadCurves {
  const { definitions = [] } = options
  const all = given.map(
    (curve, i): CurveOptions => ({
      ...(options.overlay ? OVERLAY[i] : {}),
      ...(isFormula(curve) ? { of: curve } : curve),
    }),
  )
  const read = all.map((one) => ({
    options: one,
    expr: typeof one.of === 'string' ? parse(one.of, { definitions }) : one.of,
  }))
  const family = members(read, options)
  const variable = variableIn(
    family.map(({ expr }) => expr),
    options,
  )
  const bare = family.flatMap((member) => withDerivatives(member, variable, options))
  checkCount(bare.length, options)
  const curves = bare.map(({ options: looks, ...curve }, i): ReadCurve => {
    const { color, dash, marker, points = options.points } = looks
    const [f, at] = [double(curve.shown, [variable]), [0]]
    return {
      ...curve,
      f: (x: number) => {
        at[0] = x
        return f(at)
      },
      color: colorOf(color, i),
      dash: dashOf(dash, color === undefined || bare.length > 1 ? i : 0),
      hasLine: dash !== undefined,
      ...(points === undefined ? {} : { points }),
      ...(marker === undefined ? {} : { marker: markerOf(marker) }),
    }
  })
  return { variable, curves, data: readData(options, curves.length), bands: readBands(options, variable) }
}

const MOST_CURVES = 50

function checkCount(count: number, { data = [], bands = [], overlay = false }: PlotOptions): void {
  if (overlay && count !== 2)
    throw new OgeeError('E802', 'two formulas are laid over each other', undefined, 'give two')
  if (count + data.length + bands.length === 0 || count > MOST_CURVES)
    throw new OgeeError('E802', `from 1 to ${MOST_CURVES} curves can be drawn`)
}

/** What two forms over each other look like: each is seen through the other. */
const OVERLAY: readonly CurveOptions[] = [
  { of: '', marker: '+', color: 'red', dash: 'solid' },
  { of: '', marker: 'o', color: 'green', dash: 'dashed' },
]

/** Names for curves without labels of which derivatives are drawn. */
const NAMES = ['f', 'g', 'h', 'p', 'q', 'r', 's', 'u', 'v', 'w']
const PRIMES = ['', '\u2032', '\u2033']

/** The curve, and as many of its derivatives as are asked for, in the colours and dashes that follow. */
function withDerivatives(member: Member, variable: string, options: PlotOptions): Bare[] {
  const { options: looks, expr } = member
  const order = options.derivatives ?? 0
  if (![0, 1, 2].includes(order))
    throw new OgeeError(
      'E802',
      'the first derivative can be drawn too, or the first two',
      undefined,
      'ask for 1 or 2',
    )
  const name = looks.label ?? NAMES[member.family % NAMES.length]
  const plain = [looks.label ?? (member.suffix === '' ? print(expr, 'unicode') : undefined), member.suffix]
  const labels =
    order === 0
      ? [plain.filter((part) => part).join(', ')]
      : PRIMES.slice(0, order + 1).map((primes) =>
          [`${name}${primes}`, member.suffix].filter((part) => part).join(', '),
        )
  return labels.map((label, n) => {
    const given = n === 0 ? expr : derived(expr, variable, n)
    const { color: _, dash: __, ...rest } = looks
    const found = checked(given, variable)
    return n === 0
      ? { ...found, given, label, order: n, options: looks }
      : { ...found, given: found.formula, label, order: n, options: rest }
  })
}

/** Dⁿu. */
const derived = (u: Expr, variable: string, n: number): Expr =>
  n === 0 ? u : derivative(derived(u, variable, n - 1), symbol(variable))

/** The variable named, else `x`, else the only symbol of all curves. */
function variableIn(exprs: readonly Expr[], { variable }: PlotOptions): string {
  if (variable !== undefined) return variable
  const symbols = [...new Set(exprs.flatMap((expr) => [...freeSymbols(expr)]))]
  if (symbols.length === 0 || symbols.includes('x')) return 'x'
  return variableOf(exprs.find((expr) => freeSymbols(expr).length > 0) as Expr, {})
}

const RELATIONS: ReadonlySet<string> = new Set(['=', '!=', '<', '<=', '>', '>='])

/** With its derivatives worked out, each of them accepted by the checker. */
function checked(expr: Expr, variable: string): { formula: Expr; shown: Expr } {
  if (isCondition(expr))
    throw new OgeeError(
      'E113',
      'this is a condition, not a number',
      undefined,
      'a formula is drawn, e.g. x^2 - 1',
    )
  const { formula, derivations, conditions } = workedOut(expr, { variable })
  for (const derivation of derivations) {
    const verdict = verify(derivation)
    if (!verdict.ok) throw new OgeeError('E999', `the checker refuses a derivative: ${verdict.reason}`)
  }
  const unknown = freeSymbols(formula).filter((name) => name !== variable)
  if (unknown.length > 0)
    throw new OgeeError(
      'E803',
      `no value for ${unknown.join(', ')}`,
      undefined,
      `define a value before the formula, e.g. "${unknown[0]} = 2; …"`,
    )
  // What is undefined has no value anyway.
  const where = conditions.filter((condition) => condition.kind === 'call' && RELATIONS.has(condition.head))
  return { formula, shown: where.length === 0 ? formula : call('piecewise', [formula, allOf(where)]) }
}
