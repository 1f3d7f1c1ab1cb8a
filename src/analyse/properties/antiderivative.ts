/** An antiderivative from a table, linearity and substitution, checked by differentiating. */

import { compare } from '../../derive/compare.ts'
import { differentiate } from '../../derive/index.ts'
import { simplify } from '../../derive/simplify.ts'
import { OgeeError } from '../../expression/error.ts'
import { type Expr, isCall, same } from '../../expression/expr.ts'
import type { Analyser } from '../analyser.ts'
import { antiderivativeOf } from '../antiderivative.ts'
import { chosen } from '../breaks.ts'
import { conditionsOf } from '../interval.ts'
import { Open } from '../open.ts'
import { factored, writtenOut } from '../proofs/factored.ts'
import { because } from '../reason.ts'

export interface Antiderivative {
  /** F with F′ = f on the whole domain; every other one differs by a constant on each piece. */
  readonly form: Expr
}

/** Longer ones are not searched for a shorter form. The search looks at few lines, and ends long before that time. */
const LONG = 40
const MILLISECONDS = 2_000

export const antiderivative: Analyser<Antiderivative> = ({ study, shape }) => {
  const [patch, ...others] = shape.pieces.flatMap(({ patches }) => patches)
  if (!patch || others.some(({ form }) => !same(form, patch.form)))
    throw new Open(because('cases-not-integrated'))
  const found = antiderivativeOf(patch.form, study)
  if (!found) throw new Open(because('no-antiderivative'))
  const inPatch = others.length > 0 ? [] : conditionsOf(patch.on, study.variable)
  const context = {
    variable: study.variable,
    assuming: [...study.assuming, ...inPatch],
    budget: study.budget(),
  }
  const plain = chosen(found, study.facts(inPatch))
  const product = factored(plain)
  const first = product ? writtenOut(product) : plain
  const formal = first.size < plain.size ? first : plain
  const within = { ...context, budget: study.budget(MILLISECONDS) }
  const short = formal.size <= LONG ? simplify(formal, within).to : formal
  for (const form of [short, first, plain].sort((a, b) => a.size - b.size)) {
    try {
      const slope = differentiate(form, context)
      const verdict = compare(slope.to, study.f, context)
      const isSame = verdict.verdict === 'equal' && verdict.where.length === 0
      if (!isSame || isCall(form, 'piecewise')) continue
      const why = because('gives-back-function')
      return { value: { form }, why, how: 'proved', evidence: [slope, verdict.certificate] }
    } catch (stop) {
      if (!(stop instanceof OgeeError)) throw stop
    }
  }
  throw new Open(because('not-checked'))
}
