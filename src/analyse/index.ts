/** What a function does: its properties, each with a certificate, and those that stay open, with the reason. */
import { workedOut } from '../derive/worked-out.ts'
import type { Condition } from '../expression/condition.ts'
import { call, divide, type Expr, integer, mentions, negate } from '../expression/expr.ts'
import { opened } from '../rules/forms.ts'
import {
  asExpr,
  assumptions,
  type Context,
  type Formula,
  millisecondsOf,
  variableOf,
} from '../syntax/formula.ts'
import type { Analysis, PropertyOf } from './analysis.ts'
import { argue } from './argument.ts'
import { Cases } from './cases.ts'
import { natural, reasonOf } from './natural.ts'
import { Missing } from './open.ts'
import { ANALYSERS, type PropertyName } from './properties/index.ts'
import { periodOf } from './properties/periodicity.ts'
import { allowance, Study } from './study.ts'

export type { Analysis, Certificate, OpenProperty, Property, PropertyOf } from './analysis.ts'

/** What to look for. */
export interface AnalyseOptions extends Context {
  /** Only these properties; all of them by default. */
  readonly only?: readonly PropertyName[]
}

/** The names of the properties, in order. */
export const PROPERTIES: readonly PropertyName[] = Object.keys(ANALYSERS) as PropertyName[]

/** What needs the second derivative is looked for last, so that it leaves time for the rest. */
const HARD: ReadonlySet<PropertyName> = new Set([
  'symmetry',
  'convexity',
  'inflections',
  'slopes',
  'lipschitz',
  'distribution',
  'saturation',
  'antiderivative',
  'parameters',
])

/**
 * The properties of a function of one variable, each with its reason and a certificate. What depends on
 * the signs of parameters is found for the natural case, and `supposing` says which that is; what
 * depends on more is told case by case.
 *
 * @throws OgeeError for a formula that cannot be read; `E403` if the variable is not clear.
 * @example
 * ```ts
 * analyse('1/(1+e^-x)').properties.map(({ name }) => name).includes('range') // → true
 * ```
 */
export function analyse(formula: Formula, options: AnalyseOptions = {}): Analysis {
  const { only, ...context } = options
  const whole = asExpr(formula, context)
  const worked = workedOut(whole, context).formula
  const variable = variableOf(worked, context)
  const f = writtenOut(worked)
  const assuming = assumptions(context)
  const within = assuming.filter((condition) => mentions(condition, variable))
  const fixed = assuming.filter((condition) => !mentions(condition, variable))
  const spend = allowance(millisecondsOf(context))
  const start = new Study(f, variable, fixed, argue, spend)
  const period = within.length === 0 ? periodIn(start) : undefined
  const window = period ? windowOf(period, start) : []
  const study = natural(start, [...within, ...window])
  const supposing = [...study.assuming.slice(fixed.length), ...window]
  const cases = new Cases(study, [...within, ...window], period !== undefined)
  const wanted = PROPERTIES.filter((name) => only?.includes(name) ?? true)
  const found = new Map(
    [...wanted]
      .sort((a, b) => Number(HARD.has(a)) - Number(HARD.has(b)))
      .map((name) => [name, cases.find(name)]),
  )
  const properties = wanted.flatMap((name) => found.get(name)?.properties ?? [])
  const open = wanted.flatMap((name) => found.get(name)?.open ?? [])
  return { formula: f, variable, assuming, supposing, properties, open, numbers: study.numbers }
}

/** The formula with the definitions of named functions put in. */
function writtenOut(u: Expr): Expr {
  if (u.kind !== 'call') return u
  const body = opened(u)
  if (body) return writtenOut(body)
  const args = u.args.map(writtenOut)
  return args.some((arg, i) => arg !== u.args[i]) ? call(u.head, args) : u
}

/** The period, if one is found. */
function periodIn(study: Study): Expr | undefined {
  try {
    return periodOf(study)?.value.period
  } catch (stop) {
    if (stop instanceof Missing || reasonOf(stop) !== undefined) return undefined
    throw stop
  }
}

/** One period, with 0 in its middle. */
function windowOf(period: Expr, study: Study): Condition[] {
  const { x } = study
  const half = study.neat(divide(period, integer(2)))
  return [call('>=', [x, negate(half)]), call('<=', [x, half])]
}

/**
 * The properties of that name, with the type of its value; several where it depends on a parameter.
 *
 * @example
 * ```ts
 * propertiesNamed(analyse('1/(1+e^-x)'), 'monotone')[0].value[0].direction // → 'increasing'
 * ```
 */
export const propertiesNamed = <Name extends PropertyName>(
  { properties }: Analysis,
  name: Name,
): readonly PropertyOf<Name>[] =>
  properties.filter((one) => one.name === name) as unknown as readonly PropertyOf<Name>[]
