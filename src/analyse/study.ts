/**
 * What all analysers of one function share: the function, what is assumed of the other letters, values
 * of these to try things at, claims that were asked for before, and how much may still be asked.
 * Values in double precision say where to look; only proofs decide.
 */

import { type Double, double, truth } from '../decide/double.ts'
import { points } from '../decide/points.ts'
import type { Canon } from '../expression/canonical.ts'
import type { Claim, Extended, Proof, Proved } from '../expression/claim.ts'
import type { Condition } from '../expression/condition.ts'
import { call, type Expr, freeSymbols, mentions, type SymbolNode, same, symbol } from '../expression/expr.ts'
import { equalRationals, type Rational } from '../expression/rational.ts'
import { Checker } from '../verify/claims/check.ts'
import { sameData } from '../verify/claims/data.ts'
import { Fault } from '../verify/fault.ts'
import type { Limit, Side } from '../verify/limits/limit.ts'
import type { Facts } from '../verify/signs.ts'
import type { Isolated, Place } from './interval.ts'
import { neatForms } from './neat-place.ts'
import { Missing, Open } from './open.ts'
import { type Work, workWithin } from './proofs/index.ts'
import { because, type Reason } from './reason.ts'

const SAMPLES = 3
const TRIES = 4_000
const LIMIT_WORK = 60_000
/** Milliseconds that the search for a shorter form of a number may take; it looks at few lines, and ends long before. */
const NEAT = 2_000
/** Claims that may be asked for in one analysis. */
const MOST_CLAIMS = 4_000
const PROVER_CLAIMS = 8_000
/** Claims that the search for one proof may look at. What is proved takes fewer than a hundred, seldom 400. */
const QUESTION_CLAIMS = 800

/** What a study may spend; shared by all that follow from it. */
export interface Allowance {
  claims: number
  readonly deadline: number
  /** Milliseconds that one question may take, so that a hard one leaves time for others. */
  readonly share: number
}

export const allowance = (milliseconds: number): Allowance => ({
  claims: MOST_CLAIMS,
  deadline: Date.now() + milliseconds,
  share: milliseconds / 2,
})

/** How a proof of a claim is looked for. */
export type Argue = (claim: Claim, study: Study) => Proof | undefined

export class Study {
  readonly f: Expr
  readonly variable: string
  readonly x: SymbolNode
  /** What is assumed of the letters other than the variable. */
  readonly assuming: readonly Condition[]
  readonly canon: Canon
  readonly work: Work
  readonly allowance: Allowance
  readonly letters: readonly string[]
  readonly #argue: Argue
  readonly #neat = new Map<Expr, Expr>()
  readonly #claims: Map<string, { readonly claim: Claim; readonly proof: Proof | undefined }[]>
  /** Remembers what it accepted. */
  readonly #checker: Checker
  readonly #doubles = new Map<Expr, Double>()
  readonly #notes = new Map<object, unknown>()
  readonly #isolated: Map<string, Isolated>
  /** For how many numbers without closed form the doubles have places. */
  #lettered = 0
  #samples: readonly (readonly number[])[] | undefined

  constructor(
    f: Expr,
    variable: string,
    assuming: readonly Condition[],
    argue: Argue,
    spend: Allowance,
    kin?: Study,
  ) {
    this.#argue = argue
    this.f = f
    this.variable = variable
    this.x = symbol(variable)
    this.assuming = assuming
    this.allowance = spend
    this.work = kin?.work ?? workWithin({ milliseconds: 0, claims: PROVER_CLAIMS })
    if (!kin) this.work.deadline = spend.deadline
    this.canon = this.work.canon
    this.#claims = kin ? kin.#claims : new Map()
    this.#checker = kin ? kin.#checker : new Checker(this.work.apply)
    this.#isolated = kin ? kin.#isolated : new Map()
    const all = new Set([f, ...assuming].flatMap(freeSymbols))
    this.letters = [...all].filter((name) => name !== variable)
  }

  /** The same function under one more assumption. */
  supposing(condition: Condition): Study {
    return new Study(this.f, this.variable, this.assumingAlso(condition), this.#argue, this.allowance, this)
  }

  /** What is assumed, and the condition; u ≥ v beside u ≤ v is u = v. */
  assumingAlso(condition: Condition): readonly Condition[] {
    const { head, args } = condition as { readonly head: string; readonly args: readonly Expr[] }
    const turned = head === '>=' ? '<=' : head === '<=' ? '>=' : undefined
    const counterpart = turned && call(turned, args)
    const others = this.assuming.filter((known) => !(counterpart && same(known, counterpart)))
    return [...others, others.length < this.assuming.length ? call('=', args) : condition]
  }

  /** Another function of the same variable, such as the derivative; what is proved of either is kept for both. */
  of(u: Expr): Study {
    return new Study(u, this.variable, this.assuming, this.#argue, this.allowance, this)
  }

  /** What was worked out once is kept, and what stayed open stays so. */
  note<T>(key: object, make: () => T): T {
    if (!this.#notes.has(key)) {
      try {
        this.#notes.set(key, { made: make() })
      } catch (stop) {
        if (!(stop instanceof Open || stop instanceof Missing)) throw stop
        this.#notes.set(key, { stop })
      }
    }
    const note = this.#notes.get(key) as { readonly made: T } | { readonly stop: Error }
    if ('stop' in note) throw note.stop
    return note.made
  }

  facts(more: readonly Condition[] = []): Facts {
    return this.work.facts([...this.assuming, ...more])
  }

  /** These conditions alone. */
  plainFacts(conditions: readonly Condition[]): Facts {
    return this.work.facts(conditions)
  }

  /** A proof of the claim, if one is found. */
  prove(claim: Claim): Proof | undefined {
    const before = (this.#claims.get(keyOf(claim)) ?? []).find((entry) => sameData(entry.claim, claim))
    if (before) return before.proof
    this.spend()
    const proof = this.work.within(QUESTION_CLAIMS, () => this.#argue(claim, this))
    this.#learn(claim, proof)
    return proof
  }

  #learn(claim: Claim, proof: Proof | undefined): void {
    const key = keyOf(claim)
    this.#claims.set(key, [{ claim, proof }, ...(this.#claims.get(key) ?? [])])
  }

  /** The claim with a proof that the checker accepts. */
  known(claim: Claim, given?: Proof): Proved | undefined {
    const proof = given ?? this.prove(claim)
    if (!proof) return undefined
    try {
      this.#checker.accept(claim, proof)
      if (given) this.#learn(claim, given)
      return { claim, proof }
    } catch (fault) {
      if (fault instanceof Fault) return undefined
      throw fault
    }
  }

  /** The same, or the property stays open. */
  demand(claim: Claim, what: Reason | string): Proved {
    const known = this.known(claim)
    if (!known) throw new Open(what)
    return known
  }

  holds(assuming: readonly Condition[], condition: Condition): Proof | undefined {
    return this.prove({ kind: 'holds', assuming: [...this.assuming, ...assuming], condition })
  }

  /** The number as a person would write it; the same number, by proof. */
  neat(u: Expr): Expr {
    const known = this.#neat.get(u)
    if (known) return known
    // terms with letters for numbers without closed form have no simpler form worth its search
    if (this.numbersIn([u]).length > 0) return u
    const found = neatForms(u, this.facts(), this.budget(NEAT).milliseconds).find((v) =>
      this.holds([], call('=', [u, v])),
    )
    this.#neat.set(u, found ?? u)
    return found ?? u
  }

  limit(u: Expr, to: Extended, side?: Side): Limit {
    this.spend()
    return this.work.limit(u, this.variable, to, side, this.facts(this.about([to])), LIMIT_WORK)
  }

  /** For questions to the rest of the library: no longer than is left, nor than a share of it. */
  budget(most: number = Infinity): { readonly milliseconds: number } {
    const { deadline, share } = this.allowance
    return { milliseconds: Math.max(1, Math.min(most, share, deadline - Date.now())) }
  }

  spend(): void {
    this.allowance.claims -= 1
    if (this.allowance.claims < 0) throw new Open(because('questions'))
    if (Date.now() > this.allowance.deadline) throw new Open(because('time'))
  }

  /** A letter for a number without a closed form, that no other one has. */
  isolate(make: (letter: string) => Isolated): Isolated {
    const used = new Set([...this.letters, this.variable, ...this.#isolated.keys()])
    let k = 1
    while (used.has(`r_${k}`)) k += 1
    const found = make(`r_${k}`)
    this.#isolated.set(found.letter, found)
    return found
  }

  /** The zero of g between these ends, if it has a letter already. */
  isolatedAt(g: Expr, [low, high]: readonly [Rational, Rational]): Isolated | undefined {
    return [...this.#isolated.values()].find(
      ({ of, between: [a, b] }) => same(of, g) && equalRationals(a, low) && equalRationals(b, high),
    )
  }

  /** What is known of the numbers without closed form that stand in the terms. */
  about(terms: readonly (Extended | undefined)[]): readonly Condition[] {
    return this.numbersIn(terms).flatMap(({ conditions }) => conditions)
  }

  /** All numbers without closed form that have a letter. */
  get numbers(): readonly Isolated[] {
    return [...this.#isolated.values()]
  }

  numbersIn(terms: readonly (Extended | undefined)[]): readonly Isolated[] {
    return [...this.#isolated.values()].filter(({ letter }) =>
      terms.some((term) => typeof term === 'object' && mentions(term, letter)),
    )
  }

  /** The place, with what is known of it if it has no closed form. */
  placeOf(at: Expr): Place {
    const isolated = at.kind === 'symbol' ? this.#isolated.get(at.name) : undefined
    return isolated ? { at, isolated } : { at }
  }

  /** Are the two numbers equal, wherever what is assumed holds? */
  sameValue(a: Extended, b: Extended): boolean {
    if (typeof a === 'string' || typeof b === 'string') return a === b
    return this.canon.same(a, b) || this.holds(this.about([a, b]), call('=', [a, b])) !== undefined
  }

  /** Values of the other letters that fit what is assumed. */
  get samples(): readonly (readonly number[])[] {
    this.#samples ??= this.#sampled()
    return this.#samples
  }

  #sampled(): readonly (readonly number[])[] {
    if (this.letters.length === 0) return [[]]
    const fit = this.assuming.map((condition) => truth(condition, this.letters))
    const found: number[][] = []
    for (const point of points(this.letters.length, TRIES)) {
      const values = point.map(({ num, den }) => Number(num) / Number(den))
      if (values.some((value) => Math.abs(value) > 20 || Math.abs(value) < 0.05)) continue
      if (!fit.every((holds) => holds(values) === 1)) continue
      found.push(values)
      if (found.length === SAMPLES) break
    }
    if (found.length === 0) throw new Open(because('no-samples'))
    return found
  }

  /** The value of u in doubles where the variable is x and the other letters are those of a sample. */
  value(u: Expr, sample: readonly number[], x: number = Number.NaN): number {
    const isolated = [...this.#isolated.values()]
    let of = this.#doubles.get(u)
    if (this.#lettered !== isolated.length) {
      this.#doubles.clear()
      this.#lettered = isolated.length
      of = undefined
    }
    if (!of) {
      of = double(u, [this.variable, ...this.letters, ...isolated.map(({ letter }) => letter)])
      this.#doubles.set(u, of)
    }
    return of([x, ...sample, ...isolated.map(({ between: [a] }) => toNumber(a))])
  }
}

const keyOf = (claim: Claim): string =>
  `${claim.kind} ${'condition' in claim ? claim.condition.hash : 'of' in claim ? claim.of.hash : ''}`

export function toNumber({ num, den }: Rational): number {
  const [n, d] = [Number(num), Number(den)]
  if (Number.isFinite(n) && Number.isFinite(d)) return n / d
  const shift = BigInt(Math.max(num.toString(2).length, den.toString(2).length) - 900)
  return Number(num >> shift) / Number(den >> shift)
}
