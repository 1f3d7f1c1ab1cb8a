/**
 * Forms that other people use for the same formula. Candidates come from general transformations; one
 * is kept only if it is proved equal and a chain of checked steps leads to it.
 */
import type { Domains } from '../../decide/verdict.ts'
import { compare } from '../../derive/compare.ts'
import { connect } from '../../derive/connect/index.ts'
import { neat } from '../../derive/connect/neat.ts'
import { Setting } from '../../derive/connect/setting.ts'
import { simplify } from '../../derive/simplify.ts'
import { measure } from '../../derive/simplify-measure.ts'
import { asProduct } from '../../derive/view.ts'
import { Canon } from '../../expression/canonical.ts'
import type { Derivation } from '../../expression/derivation.ts'
import { type Expr, integer, negate, raise, same } from '../../expression/expr.ts'
import { isOne } from '../../expression/rational.ts'
import { isTotal } from '../../rules/forms.ts'
import type { Context } from '../../syntax/formula.ts'
import { throughOthers, writtenOut } from './through.ts'
import { turned } from './turned.ts'

/** Another form, with the chain that leads to it and how its domain lies to that of the first form. */
export interface Form {
  readonly form: Expr
  readonly chain: Derivation
  readonly domains: Domains
}

interface Candidate {
  readonly form: Expr
  /** How hard it may be to read. */
  readonly most: number
}

/** Nobody uses a form that is much harder to read than this one, unless it says what a name means. */
const most = (u: Expr): number => Math.max(9.5, 1.2 * measure(u) + 2)
const MOST_WRITTEN_OUT = 16
const MOST_FORMS = 3
const MOST_CANDIDATES = 10

/** Other forms of u, in the order in which they were thought of, until `isOver`. */
export function otherForms(
  u: Expr,
  variable: string,
  context: () => Context,
  isOver: () => boolean = () => false,
): Form[] {
  const canon = new Canon(isTotal)
  const found: Form[] = []
  const seen = [u]
  let tried = 0
  for (const { form, most } of candidates(u, variable, isOver)) {
    if (found.length >= MOST_FORMS || tried >= MOST_CANDIDATES || isOver()) break
    if (measure(form) > most || seen.some((v) => canon.same(v, form))) continue
    seen.push(form)
    tried += 1
    const proof = proved(u, form, context())
    if (proof) found.push(proof)
  }
  if (found.length > 0 || isOver()) return found
  const chain = simplify(u, context())
  const simpler = canon.same(chain.to, u) ? undefined : proved(u, chain.to, context())
  return simpler ? [simpler] : []
}

function* candidates(u: Expr, variable: string, isOver: () => boolean): Generator<Candidate> {
  const plain = writtenOut(u)
  for (const form of turned(u, variable)) yield { form, most: most(u) }
  if (!same(plain, u)) {
    const open = neat(plain, new Setting([])).to
    for (const form of [open, ...turned(open, variable)]) yield { form, most: MOST_WRITTEN_OUT }
  }
  for (const form of withoutFractionLine(u)) yield { form, most: most(u) }
  for (const form of throughOthers(u, variable, isOver)) yield { form, most: most(u) }
}

/** 1/u^n as u^(-n). */
function withoutFractionLine(u: Expr): Expr[] {
  const { below, above, coefficient } = asProduct(u)
  const [only] = below
  if (above.length > 0 || !isOne(coefficient) || below.length !== 1 || !only) return []
  return [raise(only.base, negate(integer(only.exponent)))]
}

function proved(u: Expr, form: Expr, context: Context): Form | undefined {
  const verdict = compare(u, form, context)
  if (verdict.verdict !== 'equal' || verdict.where.length > 0) return undefined
  const chain = connect(u, form, context)
  return 'steps' in chain ? { form, chain, domains: verdict.domains } : undefined
}
