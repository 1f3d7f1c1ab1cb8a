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

export interface SecondForm {
  readonly form: Expr
  /** The same with a letter for the function, where that is how it was found. */
  readonly short: Expr
}

/** The first form that is more than a calculation away and proved equal. */
export function secondFormOf(subject: Subject): SecondForm | undefined {
  const { derivation, within } = subject
  const canon = new Canon(isTotal)
  for (const candidate of candidates(subject)) {
    const { form } = candidate
    if (form.size > LARGEST || canon.same(form, derivation.to)) continue
    try {
      const verdict = compare(derivation.to, form, within(0.3))
      if (verdict.verdict === 'equal' && verdict.where.length === 0 && verify(verdict).ok) return candidate
    } catch (error) {
      if (error instanceof OutOfBudget) return undefined
      throw error
    }
  }
  return undefined
}

function* candidates(subject: Subject): Generator<SecondForm> {
  const { formula, derivation, variable } = subject
  const found = throughItself(subject)
  if (found && mentions(found.form, found.letter))
    yield { form: substitute(found.form, new Map([[found.letter, formula]])), short: found.form }
  const others = [...roadsOf(subject).map((road) => road.derivation.to), ...turned(derivation.to, variable)]
  for (const form of others) yield { form, short: form }
}
