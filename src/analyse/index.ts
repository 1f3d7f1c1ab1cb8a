/** What a function does: its properties, each with a certificate, and those that stay open, with the reason. */

import type { VerdictCertificate } from '../decide/index.ts'
import { OutOfBudget } from '../derive/index.ts'
import { toJson } from '../derive/json.ts'
import { workedOut } from '../derive/worked-out.ts'
import type { DerivationJson } from '../expression/certificate.ts'
import { type Condition, OPPOSITE } from '../expression/condition.ts'
import { OgeeError } from '../expression/error.ts'
import { call, divide, type Expr, integer, isCall, mentions, negate, same } from '../expression/expr.ts'
import { opened } from '../rules/forms.ts'
import {
  asExpr,
  assumptions,
  type Context,
  type Formula,
  millisecondsOf,
  variableOf,
} from '../syntax/formula.ts'
import { Facts } from '../verify/signs.ts'
import { subjectOf } from './analyser.ts'
import { argue } from './argument.ts'
import type { Isolated } from './interval.ts'
import type { LimitCertificate } from './limit.ts'
import { Missing, Open } from './open.ts'
import { printed } from './printed.ts'
import { type ClaimCertificate, certificateOf } from './proofs/index.ts'
import { ANALYSERS, type PropertyName, type Values } from './properties/index.ts'
import { limitsOf } from './properties/limits.ts'
import { periodOf } from './properties/periodicity.ts'
import type { Evidence, Finding, How } from './property.ts'
import type { ExpansionCertificate } from './series.ts'
import { settled, truthByFactors } from './settled.ts'
import { RISING, stretchesIn } from './stretches.ts'
import { allowance, Study } from './study.ts'

/** Plain JSON data that `verify` accepts. */
export type Certificate =
  | ClaimCertificate
  | DerivationJson
  | VerdictCertificate
  | ExpansionCertificate
  | LimitCertificate

/** A property of a function. */
export interface PropertyOf<Name extends PropertyName> {
  readonly name: Name
  readonly value: Values[Name]
  /** On the parameters: it holds where these do. */
  readonly conditions: readonly Condition[]
  /** The numbers without closed form that stand in the value as letters. */
  readonly numbers: readonly Isolated[]
  /** The reason in words. */
  readonly why: string
  readonly how: How
  /** What `verify` accepts; written when asked for. */
  readonly certificates: () => readonly Certificate[]
}

/** A property of a function, told apart by its name. */
export type Property = { readonly [Name in PropertyName]: PropertyOf<Name> }[PropertyName]

/** A property that was not settled. */
export interface OpenProperty {
  readonly name: PropertyName
  readonly conditions: readonly Condition[]
  readonly reason: string
}

/** What was found about a function. */
export interface Analysis {
  /** With derivatives worked out and the definitions of named functions put in. */
  readonly formula: Expr
  readonly variable: string
  readonly assuming: readonly Condition[]
  /** What had to be assumed of the parameters beyond that; every property holds under these conditions. */
  readonly supposing: readonly Condition[]
  readonly properties: readonly Property[]
  readonly open: readonly OpenProperty[]
  /** What the letters stand for that properties have for numbers without closed form. */
  readonly numbers: readonly Isolated[]
}

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
const MOST_SUPPOSED = 8
const MOST_CASES = 3

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
  const period = within.length === 0 ? periodOf(start)?.value.period : undefined
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

/** One period, with 0 in its middle. */
function windowOf(period: Expr, study: Study): Condition[] {
  const { x } = study
  const half = study.neat(divide(period, integer(2)))
  return [call('>=', [x, negate(half)]), call('<=', [x, half])]
}

/** The study with as much supposed of the parameters as the domain, and rising and falling, depend on. */
function natural(start: Study, within: readonly Condition[]): Study {
  let study = start
  for (let i = 0; i < MOST_SUPPOSED; i += 1) {
    try {
      const { shape } = subjectOf(study, within)
      limitsOf(shape, study)
      stretchesIn(shape, RISING, study)
      return study
    } catch (stop) {
      const next =
        stop instanceof Missing ? suppose(study, usual(settled(stop.condition, study.facts()))) : undefined
      if (!next && reasonOf(stop) === undefined && !(stop instanceof Missing)) throw stop
      if (!next) return study
      study = next
    }
  }
  return study
}

/** A parameter is usually positive, where that is a case. */
function usual(condition: Condition): Condition {
  const [u, v] = condition.kind === 'call' ? condition.args : []
  const isNamed = u?.kind === 'symbol' && v?.kind === 'number' && v.value.num === 0n
  const isOther = isCall(condition, '!=') || isCall(condition, '<') || isCall(condition, '<=')
  return isNamed && isOther ? call('>', [u, v]) : condition
}

/** One more assumption, unless it is made already or contradicts what is assumed. */
function suppose(study: Study, condition: Condition): Study | undefined {
  if (study.assuming.some((known) => same(known, condition))) return undefined
  const next = study.supposing(condition)
  try {
    return next.samples.length > 0 ? next : undefined
  } catch (stop) {
    if (stop instanceof Open) return undefined
    throw stop
  }
}

interface Found {
  readonly properties: readonly Property[]
  readonly open: readonly OpenProperty[]
}

/** The study, and the same under further conditions where a property depends on these. */
class Cases {
  readonly #study: Study
  readonly #within: readonly Condition[]
  readonly #known: Study[] = []

  readonly #isPeriod: boolean

  constructor(study: Study, within: readonly Condition[], isPeriod: boolean) {
    this.#study = study
    this.#within = within
    this.#isPeriod = isPeriod
  }

  find(name: PropertyName): Found {
    return this.#in(this.#study, name, MOST_CASES)
  }

  #in(study: Study, name: PropertyName, left: number): Found {
    const own = needed(study.assuming, this.#study)
    const conditions = this.#isPeriod && name !== 'periodicity' ? [...own, ...this.#within] : own
    try {
      const subject = subjectOf(study, this.#within, this.#isPeriod)
      const finding = ANALYSERS[name](subject) as Finding<never> | undefined
      return { properties: finding ? [property(name, finding, conditions, study)] : [], open: [] }
    } catch (stop) {
      const reason = reasonOf(stop)
      if (reason !== undefined) return { properties: [], open: [{ name, conditions, reason }] }
      if (!(stop instanceof Missing)) throw stop
      return this.#apart(study, name, settled(stop.condition, study.facts()), left)
    }
  }

  /** Where the condition holds, and where it does not. */
  #apart(study: Study, name: PropertyName, condition: Condition, left: number): Found {
    const cases = left > 0 ? [condition, ...otherwise(condition)].map((c) => this.#supposing(study, c)) : []
    const found = cases.flatMap((next) => (next ? [this.#in(next, name, left - 1)] : []))
    if (found.length > 0)
      return {
        properties: found.flatMap(({ properties }) => properties),
        open: found.flatMap(({ open }) => open),
      }
    const reason = `it depends on whether ${printed(condition)}`
    return { properties: [], open: [{ name, conditions: study.assuming, reason }] }
  }

  /** Each case is studied once, whatever property asks for it. */
  #supposing(study: Study, condition: Condition): Study | undefined {
    const all = study.assumingAlso(condition)
    const before = this.#known.find(
      ({ assuming }) =>
        assuming.length === all.length && assuming.every((known, i) => same(known, all[i] as Condition)),
    )
    if (before) return before
    const next = suppose(study, condition)
    if (next) this.#known.push(next)
    return next
  }
}

/** Without those that follow from the others. */
const needed = (conditions: readonly Condition[], { assuming, canon }: Study): readonly Condition[] =>
  conditions.filter(
    (condition, i) =>
      assuming.includes(condition) ||
      truthByFactors(
        condition,
        new Facts(
          conditions.filter((_, k) => k !== i),
          canon,
        ),
      ) !== true,
  )

/** Why the search stopped, unless it is a fault. */
function reasonOf(stop: unknown): string | undefined {
  if (stop instanceof Open || stop instanceof OgeeError || stop instanceof OutOfBudget) return stop.message
  return stop instanceof RangeError ? 'the formula is nested too deeply' : undefined
}

const otherwise = (condition: Condition): Condition[] => {
  const head = condition.kind === 'call' ? OPPOSITE.get(condition.head) : undefined
  return head && condition.kind === 'call' ? [call(head, condition.args)] : []
}

function property(
  name: PropertyName,
  finding: Finding<never>,
  conditions: readonly Condition[],
  study: Study,
): Property {
  const { value, why, how, evidence } = finding
  const numbers = study.numbersIn(termsIn(value))
  const all = [...new Set([...numbers.flatMap(({ proofs }) => proofs), ...evidence])]
  const certificates = (): readonly Certificate[] => all.map(certificate)
  return { name, value, conditions, numbers, why, how, certificates } as Property
}

/** The terms anywhere in a value. */
function termsIn(value: unknown): Expr[] {
  if (typeof value !== 'object' || value === null) return []
  return 'hash' in value ? [value as Expr] : Object.values(value).flatMap(termsIn)
}

const certificate = (evidence: Evidence): Certificate => {
  if ('claim' in evidence) return certificateOf(evidence)
  return 'schema' in evidence ? evidence : toJson(evidence)
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
