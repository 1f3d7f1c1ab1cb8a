/** What one search works with: keys, one object per term, and what is known of the letters. */
import { Canon } from '../../expression/canonical.ts'
import type { Condition } from '../../expression/condition.ts'
import type { Expr } from '../../expression/expr.ts'
import { isTotal } from '../../rules/forms.ts'
import { unproved } from '../../verify/prove.ts'
import { Facts } from '../../verify/signs.ts'
import { Terms } from './terms.ts'
import type { Change } from './work.ts'

export class Setting {
  readonly canon: Canon = new Canon(isTotal)
  readonly terms: Terms = new Terms()
  readonly facts: Facts
  /** Neat forms found so far. */
  readonly neat: Map<Expr, Change> = new Map<Expr, Change>()
  /** What was seen of a term at a glance. */
  readonly features: Map<Expr, ReadonlySet<string>> = new Map<Expr, ReadonlySet<string>>()

  constructor(known: readonly Condition[]) {
    this.facts = new Facts(known, this.canon)
  }

  readonly #proved = new Map<Expr, boolean>()

  /** Is the condition proved by what is known? */
  holds(condition: Condition): boolean {
    const own = this.terms.one(condition)
    const known = this.#proved.get(own)
    if (known !== undefined) return known
    const proved = unproved(own, this.facts).length === 0
    this.#proved.set(own, proved)
    return proved
  }
}
