/**
 * The search for proofs. A strategy names a rule of the checker and what the rule is told; the checker's
 * own rule (verify/claims/) says what is then needed, and proofs of that are searched in turn. So
 * nothing is built that the checker would refuse, and no strategy repeats what a rule says. A claim is
 * searched once; the work is bounded by a count of claims and by the clock.
 */

import { derive } from '../../derive/differentiate.ts'
import { Canon } from '../../expression/canonical.ts'
import type { Claim, Proof } from '../../expression/claim.ts'
import type { Condition } from '../../expression/condition.ts'
import type { Derivation } from '../../expression/derivation.ts'
import type { Expr } from '../../expression/expr.ts'
import { isTotal } from '../../rules/forms.ts'
import { type Apply, needs } from '../../verify/claims/check.ts'
import { demand, Fault } from '../../verify/fault.ts'
import { type Limit, limitAt, type Place, type Side } from '../../verify/limits/limit.ts'
import { Facts } from '../../verify/signs.ts'
import { Names, type Told } from './names.ts'

/** How a proof of a claim of one kind is looked for. */
export type Strategy = (claim: never, work: Work) => Proof | undefined

/** What may be spent: time, and claims looked at. */
export interface Budget {
  readonly milliseconds: number
  readonly claims?: number
}

const MOST_CLAIMS = 3_000
const DEEPEST = 60
const LIMIT_WORK = 200_000

export class Work {
  readonly canon: Canon = new Canon(isTotal)
  /** May be drawn closer for one question. */
  deadline: number
  /** How many derivatives the claim that is looked at is away from the one that was asked for. */
  order = 0
  #left: number
  #depth = 0
  readonly #strategies: Readonly<Record<string, Strategy>>
  readonly #names = new Names()
  readonly #found = new Map<string, Proof | 'searched' | 'searching'>()
  readonly #derivatives = new Map<string, Derivation | undefined>()
  readonly #facts = new Map<string, Facts>()
  readonly #needed = new Map<string, readonly Claim[] | undefined>()
  readonly #limits = new Map<string, { readonly found: Limit; readonly most: number }>()
  readonly #notes = new Map<string, unknown>()
  readonly #kept = new Set<number>()

  constructor(
    strategies: Readonly<Record<string, Strategy>>,
    { milliseconds, claims = MOST_CLAIMS }: Budget,
  ) {
    this.#strategies = strategies
    this.deadline = Date.now() + milliseconds
    this.#left = claims
  }

  /** Is there nothing left to spend? */
  get isOver(): boolean {
    return this.#left <= 0 || Date.now() > this.deadline
  }

  get millisecondsLeft(): number {
    return Math.max(0, this.deadline - Date.now())
  }

  /** One question, with so many claims to look at, so that a hopeless one leaves enough for others. */
  within<T>(claims: number, ask: () => T): T {
    const before = this.#left
    const given = Math.min(before, claims)
    this.#left = given
    const found = ask()
    this.#left = before - given + this.#left
    return found
  }

  /** A proof of the claim, if one is found. */
  prove(claim: Claim): Proof | undefined {
    const name = this.#names.ofClaim(claim)
    const known = this.#found.get(name)
    if (typeof known === 'object') return known
    if (known !== undefined || this.#depth >= DEEPEST || this.isOver) return undefined
    this.#left -= 1
    this.#depth += 1
    this.#found.set(name, 'searching')
    const proof = this.#strategies[claim.kind]?.(claim as never, this)
    this.#depth -= 1
    // what was given up for want of time or depth may be found another time
    const isFinal = !this.isOver && this.#depth < DEEPEST / 2
    if (proof || isFinal) this.#found.set(name, proof ?? 'searched')
    else this.#found.delete(name)
    return proof
  }

  /** A proof by that rule, told this much, if what the rule then needs can be proved. */
  by(rule: string, claim: Claim, told: Told = {}): Proof | undefined {
    const needed = this.needed(rule, claim, told)
    const from: Proof[] = []
    for (const part of needed ?? []) {
      const proof = this.prove(part)
      if (!proof) return undefined
      from.push(proof)
    }
    return needed && { by: rule, ...told, ...(from.length > 0 && { from }) }
  }

  /** What the rule needs for the claim; none if it does not apply. Asked once. */
  needed(rule: string, claim: Claim, told: Told = {}): readonly Claim[] | undefined {
    const name = `${rule}: ${this.#names.ofClaim(claim)} ${this.#names.ofTold(told)}`
    if (!this.#needed.has(name)) this.#needed.set(name, this.#asked(rule, claim, told))
    return this.#needed.get(name)
  }

  #asked(rule: string, claim: Claim, told: Told): readonly Claim[] | undefined {
    try {
      return needs(claim, { by: rule, ...told }, this.canon)
    } catch (stopped) {
      if (stopped instanceof Fault || stopped instanceof RangeError) return undefined
      throw stopped
    }
  }

  /** What u tends to where the letter tends to a place, worked out once. */
  limit(
    u: Expr,
    letter: string,
    to: Place,
    side: Side | undefined,
    about: Facts,
    most: number = LIMIT_WORK,
  ): Limit {
    const place = typeof to === 'string' ? to : this.#names.of(to)
    const known = about.conditions.map((condition) => this.#names.of(condition))
    const name = `${this.#names.of(u)} by ${letter} to ${place} ${side}: ${known.join()}`
    const before = this.#limits.get(name)
    // with more work allowed what is known stays the same
    if (before && (before.found.kind !== 'unknown' || most <= before.most)) return before.found
    const found = limitAt(u, letter, to, side, about, most)
    this.#limits.set(name, { found, most })
    return found
  }

  /** The same for the checker of a study, which need not ask the rules again. */
  readonly apply: Apply = (claim, { by, from: _, ...told }) => {
    const needed = this.needed(by, claim, told)
    demand(needed !== undefined, 'the rule does not apply')
    return needed
  }

  facts(assuming: readonly Condition[]): Facts {
    return this.note('facts', assuming, () => new Facts(assuming, this.canon), this.#facts)
  }

  /** The derivative of u, worked out once; none where no rule applies. */
  derivative(u: Expr, variable: string): Derivation | undefined {
    const name = `${this.#names.of(u)} by ${variable}`
    if (!this.#derivatives.has(name)) this.#derivatives.set(name, this.#derived(u, variable))
    return this.#derivatives.get(name)
  }

  #derived(u: Expr, variable: string): Derivation | undefined {
    const plan = { variable, order: 1, route: 'reciprocal', assuming: [] } as const
    try {
      return derive(u, { ...plan, milliseconds: Math.min(this.millisecondsLeft, 1_000) })
    } catch {
      return undefined
    }
  }

  /** From now on this term is taken as it is written: it has the form that shows what is wanted. */
  keep(u: Expr): void {
    this.#kept.add(this.#names.of(u))
  }

  isKept(u: Expr): boolean {
    return this.#kept.has(this.#names.of(u))
  }

  /** What is worked out once of these terms. */
  note<T>(
    what: string,
    terms: readonly Expr[],
    make: () => T,
    among: Map<string, T> = this.#notes as never,
  ): T {
    const name = `${what}: ${terms.map((u) => this.#names.of(u)).join()}`
    const known = among.get(name)
    if (known !== undefined || among.has(name)) return known as T
    const made = make()
    among.set(name, made)
    return made
  }
}
