/**
 * The ground on which a claim about a function is judged: the function with its derivatives worked
 * out, where the claim is said to hold, and what the analysers know of it there.
 */
import { type Subject, subjectOf } from '../analyse/analyser.ts'
import { argue } from '../analyse/argument.ts'
import { type Interval, LINE } from '../analyse/interval.ts'
import { Missing, Open } from '../analyse/open.ts'
import { ANALYSERS, type PropertyName, type Values } from '../analyse/properties/index.ts'
import { periodOf } from '../analyse/properties/periodicity.ts'
import type { Finding } from '../analyse/property.ts'
import { domainWithin, known, type Region, regionOf } from '../analyse/region.ts'
import { allowance, Study } from '../analyse/study.ts'
import type { Point } from '../decide/index.ts'
import { OutOfBudget } from '../derive/sheet.ts'
import { type WorkedOut, workedOut } from '../derive/worked-out.ts'
import type { Claim, Proof, Proved, RationalPoint } from '../expression/claim.ts'
import { type Condition, defined, distinct, isCondition } from '../expression/condition.ts'
import {
  call,
  type Expr,
  freeSymbols,
  isCall,
  mentions,
  multiply,
  negate,
  substitute,
} from '../expression/expr.ts'
import { numberTerm } from '../expression/number-term.ts'
import { exactText, rational } from '../expression/rational.ts'
import { type Context, variableOf } from '../syntax/formula.ts'
import { Checker } from '../verify/claims/check.ts'
import { Fault } from '../verify/fault.ts'
import { type Evidence, no, type Outcome, unknown, yes } from './judgement.ts'
import { shown } from './shown.ts'

export class Ground {
  /** The function, without derivatives in it. */
  readonly f: Expr
  readonly variable: string
  /** What is assumed of the other letters, and of the variable; the latter also where the derivatives say something. */
  readonly assuming: readonly Condition[]
  readonly within: readonly Condition[]
  readonly study: Study
  /** How the derivatives in the claim were worked out. */
  readonly derivations: readonly Evidence[]
  /** Is the domain one period, going on from its upper end at the lower one? */
  readonly isPeriod: boolean
  readonly #context: Context

  constructor(
    of: Expr,
    on: readonly Condition[],
    assuming: readonly Condition[],
    context: Context,
    kin?: Study,
    isPeriod = false,
  ) {
    const spend = kin?.allowance ?? allowance(context.budget?.milliseconds ?? DEFAULT_MILLISECONDS)
    const whole = worked(of, context)
    this.f = whole.formula
    this.derivations = whole.derivations
    this.#context = context
    this.isPeriod = isPeriod
    this.variable = isCondition(of) ? variableIn(of, context) : variableOf(of, context)
    // that the parts of the formula are defined is known from the formula itself
    const where = whole.conditions.filter((condition) => !isCall(condition, 'defined'))
    const given = distinct([...assuming, ...on, ...where])
    this.assuming = given.filter((condition) => !mentions(condition, this.variable))
    this.within = given.filter((condition) => mentions(condition, this.variable))
    this.study = new Study(this.f, this.variable, this.assuming, argue, spend, kin)
  }

  /** What is left of the budget. */
  get context(): Context {
    const milliseconds = Math.max(SHORTEST, this.study.allowance.deadline - Date.now())
    return { ...this.#context, budget: { milliseconds } }
  }

  get subject(): Subject {
    return subjectOf(this.study, this.within, this.isPeriod)
  }

  /** The domain, where the claim is said to hold. */
  get domain(): Region {
    return this.study.note(DOMAIN, () => {
      const { study } = this
      const start = regionOf(this.within, LINE, study)
      const regions = start.pieces.map((on) => domainWithin(this.f, on, study))
      const pieces = regions.flatMap((region) => region.pieces)
      const inThem = pieces.map((on) =>
        study.demand(
          { kind: 'holds', assuming: known(on, study), condition: this.isDefined },
          'that it is defined there is not proved',
        ),
      )
      return { pieces, outside: [...inThem, ...[start, ...regions].flatMap(({ outside }) => outside)] }
    })
  }

  /** The pieces of the domain where the claim is said to hold. */
  get pieces(): readonly Interval[] {
    return this.domain.pieces
  }

  /** Does the term depend on the variable? */
  varies(u: Expr): boolean {
    return mentions(u, this.variable)
  }

  /** The same ground for another function of the variable. */
  about(u: Expr): Ground {
    return this.#with(u, this.within, this.isPeriod)
  }

  /** The same function where these conditions hold, and only these. */
  at(on: readonly Condition[]): Ground {
    return this.#with(this.f, on)
  }

  /** The function with values put for its letters, for which all holds that is assumed. */
  put(values: ReadonlyMap<string, Expr>): Ground {
    const within = this.within.map((condition) => substitute(condition, values))
    const context = { ...this.#context, variable: this.variable }
    return new Ground(substitute(this.f, values), within, [], context, this.study)
  }

  /** That the function is defined, as a condition. */
  get isDefined(): Condition {
    return defined(this.f)
  }

  /** The same function on one period, with 0 in its middle, or on so many; and what shows that it has one. */
  onPeriod(times = 1): { readonly ground: Ground; readonly evidence: readonly Evidence[] } | undefined {
    if (this.within.length > 0) return undefined
    const found = periodOf(this.study)
    if (!found?.value.period) return undefined
    const { x } = this.study
    const half = this.study.neat(multiply(found.value.period, numberTerm(rational(BigInt(times), 2n))))
    const window = [call('>=', [x, negate(half)]), call('<=', [x, half])]
    return { ground: this.#with(this.f, window, true), evidence: found.evidence }
  }

  #with(u: Expr, on: readonly Condition[], isPeriod = false): Ground {
    const context = { ...this.#context, variable: this.variable }
    return new Ground(u, on, this.assuming, context, this.study, isPeriod)
  }

  /** Where the condition holds, as intervals. */
  readonly region = (condition: Condition, on: Interval = LINE): readonly Interval[] =>
    regionOf([condition], on, this.study).pieces

  /** What is known on the piece. */
  on(piece: Interval): readonly Condition[] {
    return known(piece, this.study)
  }

  /** The property; throws `Open` or `Missing` where it stays open. */
  need<Name extends PropertyName>(name: Name): Finding<Values[Name]> {
    const found = ANALYSERS[name](this.subject) as Finding<Values[Name]> | undefined
    return found ?? stop(`of its ${WORDS[name] ?? name} there is nothing to say`)
  }

  /** The property, if it was found. */
  find<Name extends PropertyName>(name: Name): Finding<Values[Name]> | undefined {
    return found(() => ANALYSERS[name](this.subject) as Finding<Values[Name]> | undefined)
  }

  /** The claim with a proof that the checker accepts. */
  prove(claim: Claim): Proved | undefined {
    return this.study.known(claim)
  }

  /** That the claim is not true, with a proof that the checker accepts. */
  refute(claim: Claim): Proved | undefined {
    const refuted: Claim = { kind: 'refuted', claim }
    const proof = this.study.work.prove(refuted)
    if (!proof) return undefined
    try {
      new Checker().accept(refuted, proof)
      return { claim: refuted, proof }
    } catch (fault) {
      if (fault instanceof Fault) return undefined
      throw fault
    }
  }

  /** Proved, refuted or neither. */
  ask(claim: Claim, because: string, otherwise: string): Outcome {
    const proved = this.prove(claim)
    if (proved) return yes(because, proved, ...this.derivations)
    const refuted = this.refute(claim)
    if (!refuted) return unknown(`neither a proof nor a counterexample was found that ${because}`)
    const at = pointIn(refuted.proof)
    const outcome = no(otherwise, refuted, ...this.derivations)
    return at ? ({ ...outcome, at: pointOf(at) } as Outcome) : outcome
  }
}

const DOMAIN = { name: 'domain' }

/** The formula with its derivatives worked out, as far as the time allows. */
function worked(of: Expr, context: Context): WorkedOut {
  try {
    return workedOut(of, context)
  } catch (stopped) {
    if (stopped instanceof OutOfBudget) throw new Open('the time allowed is used up')
    throw stopped
  }
}

/** What is looked for, unless it stays open. */
export function found<T>(look: () => T): T | undefined {
  try {
    return look()
  } catch (stopped) {
    if (stopped instanceof Open || stopped instanceof Missing) return undefined
    throw stopped
  }
}

export function stop(reason: string): never {
  throw new Open(reason)
}

/** What the properties are called, where the name is no word. */
const WORDS: Partial<Record<PropertyName, string>> = {
  monotone: 'rise and fall',
  extrema: 'extreme values',
  lipschitz: 'Lipschitz constant',
  inflections: 'points of inflection',
}

/** Milliseconds that the last questions may always take. */
const SHORTEST = 50
const DEFAULT_MILLISECONDS = 4_000

/** The variable of a relation: x, or its only letter. */
function variableIn(u: Expr, context: Context): string {
  const symbols = freeSymbols(u)
  return context.variable ?? (symbols.includes('x') ? 'x' : (symbols[0] ?? 'x'))
}

/** The point that a refutation shows. */
function pointIn(proof: Proof): RationalPoint | undefined {
  const [first] = proof.points ?? []
  if (first) return first
  for (const part of proof.from ?? []) {
    const found = pointIn(part)
    if (found) return found
  }
  return undefined
}

const pointOf = (at: RationalPoint): Point =>
  Object.fromEntries([...at].map(([name, value]) => [name, exactText(value)]))

/** The interval as one would say it: `for 0 <= x < 1`. */
export function inWords({ lower, upper, closed }: Interval, { variable, study }: Ground): string {
  const [a, b] = [shown(lower, study), shown(upper, study)]
  const below = closed.lower ? '<=' : '<'
  const above = closed.upper ? '<=' : '<'
  if (typeof lower === 'string' && typeof upper === 'string') return 'everywhere'
  if (typeof lower === 'string') return `for ${variable} ${above} ${b}`
  if (typeof upper === 'string') return `for ${variable} ${closed.lower ? '>=' : '>'} ${a}`
  return `for ${a} ${below} ${variable} ${above} ${b}`
}
