/**
 * The ground on which a claim about a function is judged: the function with its derivatives worked
 * out, where the claim is said to hold, and what the analysers know of it there.
 */
import { type Subject, subjectOf } from '../analyse/analyser.ts'
import { argue } from '../analyse/argument.ts'
import { conditionsOf, type Interval, LINE } from '../analyse/interval.ts'
import { Missing, Open } from '../analyse/open.ts'
import { ANALYSERS, type PropertyName, type Values } from '../analyse/properties/index.ts'
import type { Finding } from '../analyse/property.ts'
import { known, regionOf } from '../analyse/region.ts'
import { allowance, Study } from '../analyse/study.ts'
import type { Point } from '../decide/index.ts'
import { workedOut } from '../derive/worked-out.ts'
import type { Claim, Proof, Proved, RationalPoint } from '../expression/claim.ts'
import { type Condition, defined, isCondition } from '../expression/condition.ts'
import { type Expr, freeSymbols, mentions } from '../expression/expr.ts'
import { type Context, variableOf } from '../syntax/formula.ts'
import { checkProof } from '../verify/claims/check.ts'
import { Fault } from '../verify/fault.ts'
import { type Evidence, no, type Outcome, unknown, yes } from './judgement.ts'
import { shown } from './shown.ts'

export class Ground {
  /** The function, without derivatives in it. */
  readonly f: Expr
  readonly variable: string
  /** What is assumed of the other letters, and of the variable. */
  readonly assuming: readonly Condition[]
  readonly within: readonly Condition[]
  readonly context: Context
  readonly study: Study
  /** How the derivatives in the claim were worked out. */
  readonly derivations: readonly Evidence[]

  constructor(of: Expr, on: readonly Condition[], assuming: readonly Condition[], context: Context) {
    const whole = workedOut(of, context)
    this.f = whole.formula
    this.derivations = whole.derivations
    this.context = context
    this.variable = isCondition(of) ? variableIn(of, context) : variableOf(of, context)
    const given = [...assuming, ...on]
    this.assuming = given.filter((condition) => !mentions(condition, this.variable))
    this.within = given.filter((condition) => mentions(condition, this.variable))
    const milliseconds = context.budget?.milliseconds ?? DEFAULT_MILLISECONDS
    this.study = new Study(this.f, this.variable, this.assuming, argue, allowance(milliseconds))
  }

  get subject(): Subject {
    return subjectOf(this.study, this.within)
  }

  /** The pieces of the domain where the claim is said to hold. */
  get pieces(): readonly Interval[] {
    return this.subject.shape.pieces.map(({ on }) => on)
  }

  /** Does the term depend on the variable? */
  varies(u: Expr): boolean {
    return mentions(u, this.variable)
  }

  /** The same ground for another function of the variable. */
  about(u: Expr): Ground {
    return new Ground(u, this.within, this.assuming, { ...this.context, variable: this.variable })
  }

  /** Where the condition holds, if that can be told. */
  where(condition: Condition): readonly Interval[] | undefined {
    try {
      return regionOf([condition], LINE, this.study).pieces
    } catch (stop) {
      if (stop instanceof Open || stop instanceof Missing) return undefined
      throw stop
    }
  }

  /** What is known on the piece. */
  on(piece: Interval): readonly Condition[] {
    return known(piece, this.study)
  }

  /** The property, if it was found. */
  find<Name extends PropertyName>(name: Name): Finding<Values[Name]> | undefined {
    try {
      return ANALYSERS[name](this.subject) as Finding<Values[Name]> | undefined
    } catch (stop) {
      if (stop instanceof Open || stop instanceof Missing) return undefined
      throw stop
    }
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
      checkProof(refuted, proof)
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

  /** Claims about the whole domain are asked piece by piece; where that is not known, wherever it is defined. */
  definedThere(): readonly (readonly Condition[])[] {
    try {
      return this.pieces.map((piece) => this.on(piece))
    } catch (stop) {
      if (!(stop instanceof Open) && !(stop instanceof Missing)) throw stop
      return [[...this.assuming, ...this.within, defined(this.f)]]
    }
  }
}

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
  Object.fromEntries([...at].map(([name, { num, den }]) => [name, den === 1n ? `${num}` : `${num}/${den}`]))

/** The interval as one would say it. */
export function inWords(on: Interval, { variable, study }: Ground): string {
  const conditions = conditionsOf(on, variable).map((condition) => shown(condition, study))
  return conditions.length === 0 ? 'everywhere' : `for ${conditions.join(' and ')}`
}
