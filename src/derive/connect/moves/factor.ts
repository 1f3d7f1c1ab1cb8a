/** Taking out what the terms of a sum share: a product, a power, an exponential. */
import { add, type CallNode, type Expr, exp, isCall, multiply, negate } from '../../../expression/expr.ts'
import { ONE } from '../../../expression/rational.ts'
import { operand } from '../../move.ts'
import { asProduct, asSum, common, type Factor, type Product, productTerm, without } from '../../view.ts'
import { type Move, moved, pathToSome, tidyUp, unmade } from '../move.ts'
import type { Setting } from '../setting.ts'
import type { Change, Work } from '../work.ts'

/** u·v + u·w → u·(v + w), for all terms or for some. */
export const factorOut: Move = function* (u) {
  if (!isCall(u, 'add') || u.args.length > 12) return
  const terms = u.args.map(asProduct)
  const all = terms.map((_, i) => i)
  const above = terms.map((t) => t.above).reduce(common)
  const below = terms.map((t) => t.below).reduce(common)
  if (above.length + below.length > 0) yield takeOut(u, all, { above, below })
  if (above.length + below.length > 1) {
    for (const f of above) yield takeOut(u, all, { above: [f], below: [] })
    for (const f of below) yield takeOut(u, all, { above: [], below: [f] })
  }
  for (const f of distinctFactors(terms)) {
    const chosen = all.filter((i) => common((terms[i] as Product).above, [f]).length > 0)
    if (chosen.length < 2 || chosen.length === terms.length) continue
    const shared = chosen.map((i) => (terms[i] as Product).above).reduce(common)
    yield takeOut(u, chosen, { above: shared, below: [] })
  }
}

/** Each base that stands above the line in some term, to the first power. */
function distinctFactors(terms: readonly Product[]): Factor[] {
  const found: Factor[] = []
  for (const { base } of terms.flatMap((term) => term.above)) {
    const f = { base, exponent: 1n }
    if (!found.some((g) => common([f], [g]).length > 0)) found.push(f)
  }
  return found
}

interface Shared {
  readonly above: readonly Factor[]
  readonly below: readonly Factor[]
}

function takeOut(u: CallNode, chosen: readonly number[], { above, below }: Shared): Change | undefined {
  return moved(u, (work) => {
    const terms = chosen.map((i) => asProduct(u.args[i] as Expr))
    const parts = terms.map((t) =>
      productTerm({ ...t, above: without(t.above, above), below: without(t.below, below) }),
    )
    const g = productTerm({ coefficient: ONE, decimal: false, above, below })
    const path = pathToSome(u, chosen)
    const inner = add(...parts)
    work.back('distribute', path, { u: g, v_: parts }, multiply(g, inner))
  })
}

/** e^u + e^v → e^v·(e^(u − v) + 1) */
export const takeOutExponential: Move = function* (u, { setting }) {
  if (!isCall(u, 'add') || u.args.length > 6) return
  const exponents = asSum(u).flatMap((term) =>
    term.above.filter((f) => isCall(f.base, 'exp')).map((f) => operand(f.base)),
  )
  const seen: Expr[] = []
  for (const v of exponents) {
    if (seen.some((w) => setting.canon.same(v, w))) continue
    seen.push(v)
    yield moved(u, (work) => exponentialOut(work, u, v, setting))
  }
}

function exponentialOut(work: Work, u: CallNode, v: Expr, setting: Setting): void {
  const lowered = u.args.map((term) => {
    const part = moved(multiply(term, exp(negate(v))), (inner) => tidyUp(inner, [], setting))
    return part?.to ?? multiply(term, exp(negate(v)))
  })
  const form = multiply(exp(v), add(...lowered))
  const raised = (w: Expr): Expr => productTerm(asProduct(multiply(exp(v), w)))
  const forth = (back: Work): void => {
    back.rule('distribute', [], { u: exp(v), v_: lowered }, add(...lowered.map(raised)))
    tidyUp(back, [], setting)
  }
  unmade(work, [], form, forth, setting)
}
