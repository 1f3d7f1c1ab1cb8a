/** Names of terms, claims and what proofs are told: equal terms have the same name. */
import type { Claim, Proof } from '../../expression/claim.ts'
import { type Expr, same } from '../../expression/expr.ts'

/** What a rule is told beside the claim. */
export type Told = Omit<Proof, 'by' | 'from'>

export class Names {
  readonly #numbers = new Map<number, { readonly term: Expr; readonly number: number }[]>()
  readonly #numbersOfData = new Map<object, number>()
  #count = 0

  of(u: Expr): number {
    const alike = this.#numbers.get(u.hash) ?? []
    const known = alike.find(({ term }) => same(term, u))
    if (known) return known.number
    this.#count += 1
    this.#numbers.set(u.hash, [...alike, { term: u, number: this.#count }])
    return this.#count
  }

  ofClaim(claim: Claim): string {
    if (claim.kind !== 'holds') return this.#ofValue(claim)
    return `${claim.assuming.map((known) => this.of(known)).join()} ${this.of(claim.condition)}`
  }

  /** What a rule is told; points and derivations are told apart by identity. */
  ofTold({ terms, conditions, claim, points, derivations }: Told): string {
    const data = [points, derivations].map((all) => (all ?? []).map((one) => this.#ofData(one)))
    return this.#ofValue([terms, conditions, claim, ...data])
  }

  #ofData(data: object): number {
    const number = this.#numbersOfData.get(data) ?? this.#numbersOfData.size
    this.#numbersOfData.set(data, number)
    return number
  }

  #ofValue(value: unknown): string {
    if (typeof value !== 'object' || value === null) return String(value)
    if (Array.isArray(value)) return `[${value.map((part) => this.#ofValue(part)).join()}]`
    if ('hash' in value) return `${this.of(value as Expr)}`
    const fields = Object.entries(value).sort(([a], [b]) => (a < b ? -1 : 1))
    return `{${fields.map(([name, part]) => `${name}:${this.#ofValue(part)}`).join()}}`
  }
}
