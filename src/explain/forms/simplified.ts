/**
 * A result as a person would rather read it: what `simplify` comes to, with its steps, where that is
 * clearly easier to read by its own measure. The derivation stays as the rules gave it.
 */
import { compare } from '../../derive/compare.ts'
import { OutOfBudget } from '../../derive/index.ts'
import { simplify } from '../../derive/simplify.ts'
import { measure } from '../../derive/simplify-measure.ts'
import { verify } from '../../derive/verify.ts'
import type { Derivation } from '../../expression/derivation.ts'
import type { Expr } from '../../expression/expr.ts'
import type { Context } from '../../syntax/formula.ts'
import type { Subject } from '../subject.ts'

/** Below this part of the measure a form is clearly simpler; above it, it is often only another one. */
const CLEARLY = 0.7
/** Nothing much is gained in shorter formulas, and too much is to be tried in longer ones. */
const SHORTEST = 8
const LONGEST = 200

/** From u to a form that is clearly simpler, with the same values and domain. */
export function simplified(u: Expr, context: Context): Derivation | undefined {
  if (u.size < SHORTEST || u.size > LONGEST) return undefined
  try {
    const chain = simplify(u, context)
    if (measure(chain.to) >= CLEARLY * measure(u) || !verify(chain).ok) return undefined
    return chain.conditions.length === 0 || hasSameDomain(u, chain.to, context) ? chain : undefined
  } catch (error) {
    if (error instanceof OutOfBudget) return undefined
    throw error
  }
}

/** Are what the chain carries only conditions that hold wherever u is defined? */
function hasSameDomain(u: Expr, form: Expr, context: Context): boolean {
  const verdict = compare(u, form, context)
  const isSame = verdict.verdict === 'equal' && verdict.where.length === 0 && verdict.domains === 'same'
  return isSame && verify(verdict).ok
}

const found = new WeakMap<Subject, Derivation | 'none'>()

/** The derivative of the subject made clearly simpler, looked for once and shared by the sections of an article. */
export function simplerResult(subject: Subject): Derivation | undefined {
  const { derivation, within, isBrief } = subject
  if (isBrief) return undefined
  const { to, conditions, assuming } = derivation
  const known =
    found.get(subject) ??
    simplified(to, { ...within(0.15), assuming: [...assuming, ...conditions] }) ??
    'none'
  found.set(subject, known)
  return known === 'none' ? undefined : known
}
