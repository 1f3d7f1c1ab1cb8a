/**
 * The derivative by other rules than those of the first road: each route is worked out and replayed, named by
 * the rule that marks it, and kept if it differs and its result is proved equal.
 */
import { compare } from '../../derive/compare.ts'
import { ROUTES } from '../../derive/differentiate.ts'
import { differentiate, OutOfBudget } from '../../derive/index.ts'
import { verify } from '../../derive/verify.ts'
import type { Derivation } from '../../expression/derivation.ts'
import { OgeeError } from '../../expression/error.ts'
import { type Expr, same } from '../../expression/expr.ts'
import { shownLines } from '../lines.ts'
import type { Subject } from '../subject.ts'

export type RoadName = 'logarithmic' | 'product' | 'chain' | 'quotient' | 'reciprocal'

/** A derivation of the derivative, proved equal to that of the first road. */
export interface Road {
  readonly name: RoadName
  readonly derivation: Derivation
}

/** The rules by which a road is known: the first whose rules are all used. */
const MARKS: readonly (readonly [RoadName, readonly string[]])[] = [
  ['logarithmic', ['logarithmic differentiation']],
  ['product', ['negative power', 'product rule']],
  ['chain', ['negative power', 'power rule']],
  ['quotient', ['quotient rule']],
  ['reciprocal', ['reciprocal rule']],
]

/** Without one of these a logarithm has split nothing. */
const SPLITS = ['logarithm of |product|', 'logarithm of |quotient|', 'logarithm of |real power|']

export function roadsOf(subject: Subject): Road[] {
  const found: Road[] = []
  const seen = [subject.derivation]
  for (const route of ROUTES) {
    const derivation = by(route, subject)
    const name = derivation && nameOf(derivation)
    if (!name || name === nameOf(subject.derivation) || found.some((road) => road.name === name)) continue
    if (seen.some((other) => hasSameLines(other, derivation)) || !isProved(derivation, subject)) continue
    seen.push(derivation)
    found.push({ name, derivation })
  }
  return found
}

function by(route: (typeof ROUTES)[number], { formula, within }: Subject): Derivation | undefined {
  try {
    const derivation = differentiate(formula, { ...within(0.2), route })
    return verify(derivation).ok ? derivation : undefined
  } catch (error) {
    if (error instanceof OutOfBudget || error instanceof OgeeError) return undefined
    throw error
  }
}

function nameOf({ steps }: Derivation): RoadName | undefined {
  const used = new Set(steps.map(({ rule }) => rule))
  const [name] = MARKS.find(([, rules]) => rules.every((rule) => used.has(rule))) ?? []
  const isIdle = name === 'logarithmic' && !SPLITS.some((rule) => used.has(rule))
  return isIdle ? undefined : name
}

function hasSameLines(a: Derivation, b: Derivation): boolean {
  const [first, second] = [a, b].map((one) => shownLines(one).map(({ after }) => after)) as [Expr[], Expr[]]
  return first.length === second.length && first.every((line, i) => same(line, second[i] as Expr))
}

/** Do both roads end in the same function? */
function isProved({ to }: Derivation, { derivation, within }: Subject): boolean {
  if (same(to, derivation.to)) return true
  try {
    const verdict = compare(derivation.to, to, within(0.3))
    return verdict.verdict === 'equal' && verdict.where.length === 0 && verify(verdict).ok
  } catch (error) {
    if (error instanceof OutOfBudget) return false
    throw error
  }
}
