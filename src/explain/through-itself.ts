/** The derivative through the function itself, looked for once and shared by the sections of an article. */
import { type SelfReferential, selfReferential } from '../derive/in-terms-of/index.ts'
import { OutOfBudget } from '../derive/index.ts'
import { isArithmetic } from './forms/through.ts'
import type { Subject } from './subject.ts'

/** Forms with more nodes are no help to anybody. */
export const LARGEST_FORM = 40
const LARGEST_TO_GO_ON = 10

const found = new WeakMap<Subject, SelfReferential | 'none'>()

/** The form, with one or two derivatives more; nothing where none was found in time. */
export function throughItself(subject: Subject): SelfReferential | undefined {
  const known = found.get(subject) ?? searched(subject) ?? 'none'
  found.set(subject, known)
  return known === 'none' ? undefined : known
}

function searched({ formula, variable, within }: Subject): SelfReferential | undefined {
  try {
    const first = selfReferential(formula, within(0.6))
    if ('verdict' in first || first.form.size > LARGEST_FORM) return undefined
    const { letter, form } = first
    if (form.size > LARGEST_TO_GO_ON) return first
    const order = isArithmetic(form, variable) && isArithmetic(form, letter) ? 3 : 2
    const more = selfReferential(formula, { ...within(0.3), order })
    return 'verdict' in more ? first : more
  } catch (error) {
    if (error instanceof OutOfBudget) return undefined
    throw error
  }
}
