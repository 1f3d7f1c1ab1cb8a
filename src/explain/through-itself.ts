/** The derivative through the function itself, looked for once and shared by the sections of an article. */
import { whereDefined } from '../derive/conditions.ts'
import { type SelfReferential, selfReferential } from '../derive/in-terms-of/index.ts'
import { OutOfBudget } from '../derive/index.ts'
import { Canon } from '../expression/canonical.ts'
import type { Condition } from '../expression/condition.ts'
import { call, type Expr, same, symbol } from '../expression/expr.ts'
import { domainOf } from '../rules/domain.ts'
import { isTotal } from '../rules/forms.ts'
import { isArithmetic } from './forms/through.ts'
import { operationsOf, sizeOf } from './operations.ts'
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

/** What must hold beside the domain of the function and of its derivative. */
export function lostPoints(
  { derivation, letter }: SelfReferential,
  { formula, derivation: first, assuming }: Subject,
): Condition[] {
  const canon = new Canon(isTotal)
  const known = [...assuming, ...domainOf(formula, canon), ...domainOf(first.to, canon), ...first.conditions]
  const lost = whereDefined(derivation.to, known, canon)
  return lost.map((condition) => exchanged(condition, formula, symbol(letter)))
}

/** u with the letter for the function, wherever it is written out. */
function exchanged(u: Expr, f: Expr, letter: Expr): Expr {
  if (same(u, f)) return letter
  if (u.kind !== 'call') return u
  return call(
    u.head,
    u.args.map((arg) => exchanged(arg, f, letter)),
  )
}

/** Does the value of the function save work: fewer functions, or as many and fewer operations in all? */
export function saves({ form }: SelfReferential, { derivation }: Subject): boolean {
  const [few, many] = [form, derivation.to].map((u) => sizeOf(operationsOf(u))) as [Size, Size]
  return few.functions < many.functions || (few.functions === many.functions && few.all < many.all)
}

type Size = ReturnType<typeof sizeOf>
