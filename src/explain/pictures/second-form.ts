/** Another form of the derivative to hold against the first: through the function, by another road, or turned. */
import { compare } from '../../derive/compare.ts'
import { OutOfBudget } from '../../derive/index.ts'
import { verify } from '../../derive/verify.ts'
import { Canon } from '../../expression/canonical.ts'
import { type Expr, mentions, substitute } from '../../expression/expr.ts'
import { isTotal } from '../../rules/forms.ts'
import { turned } from '../forms/turned.ts'
import { roadsOf } from '../roads/routes.ts'
import type { Subject } from '../subject.ts'
import { throughItself } from '../through-itself.ts'

/** Longer ones make no legend. */
const LARGEST = 60

/** The first form that is more than a calculation away and proved equal. */
export function secondFormOf(subject: Subject): Expr | undefined {
  const { derivation, within } = subject
  const canon = new Canon(isTotal)
  for (const form of candidates(subject)) {
    if (form.size > LARGEST || canon.same(form, derivation.to)) continue
    try {
      const verdict = compare(derivation.to, form, within(0.3))
      if (verdict.verdict === 'equal' && verdict.where.length === 0 && verify(verdict).ok) return form
    } catch (error) {
      if (error instanceof OutOfBudget) return undefined
      throw error
    }
  }
  return undefined
}

function* candidates(subject: Subject): Generator<Expr> {
  const { formula, derivation, variable } = subject
  const found = throughItself(subject)
  if (found && mentions(found.form, found.letter))
    yield substitute(found.form, new Map([[found.letter, formula]]))
  for (const { derivation: other } of roadsOf(subject)) yield other.to
  yield* turned(derivation.to, variable)
}
