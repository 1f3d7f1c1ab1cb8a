/** Names of terms and claims: equal terms have the same name. */
import type { Claim } from '../../expression/claim.ts'
import { type Expr, same } from '../../expression/expr.ts'

export class Names {
  readonly #numbers = new Map<number, { readonly term: Expr; readonly number: number }[]>()
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
    return this.#ofValue(claim)
  }

  #ofValue(value: unknown): string {
    if (typeof value !== 'object' || value === null) return String(value)
    if (Array.isArray(value)) return `[${value.map((part) => this.#ofValue(part)).join()}]`
    if ('hash' in value) return `${this.of(value as Expr)}`
    const fields = Object.entries(value).sort(([a], [b]) => (a < b ? -1 : 1))
    return `{${fields.map(([name, part]) => `${name}:${this.#ofValue(part)}`).join()}}`
  }
}
