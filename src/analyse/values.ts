/** Values of the function and of its slope at exact places, in their simplest form, with proof. */
import type { Proved } from '../expression/claim.ts'
import { call, type Expr } from '../expression/expr.ts'
import { put } from '../verify/claims/parts.ts'
import { chosen } from './breaks.ts'
import { seemingOrder } from './order.ts'
import type { Shape } from './shape.ts'
import type { Study } from './study.ts'
import { limitOf } from './tends.ts'

/** A number as a term. */
export interface ExactValue {
  readonly is: Expr
  readonly proofs: readonly Proved[]
}

/** f(at). */
export function valueAt(at: Expr, shape: Shape, study: Study): ExactValue {
  const there = put(study.f, study.variable, at)
  const patch = shape.pieces
    .flatMap(({ patches }) => patches)
    .find(({ on }) =>
      [seemingOrder(on.lower, at, study), seemingOrder(at, on.upper, study)].every((o) => o !== 1),
    )
  const plain = chosen(there, study.facts(study.about([at])))
  const candidates = [plain, ...(patch ? [put(patch.form, study.variable, at)] : [])]
  for (const candidate of candidates) {
    const is = study.neat(candidate)
    const proof = equal(there, is, at, study)
    if (proof) return { is, proofs: [proof] }
  }
  return { is: there, proofs: [] }
}

/** f′(at), by the form that the slope has there. */
export function slopeAt(at: Expr, shape: Shape, study: Study): ExactValue | undefined {
  const patch = shape.pieces
    .flatMap(({ patches }) => patches)
    .find(({ on }) => seemingOrder(on.lower, at, study) === -1 && seemingOrder(at, on.upper, study) === -1)
  if (!patch?.slope) return undefined
  const there = put(patch.slope.to, study.variable, at)
  const is = study.neat(there)
  const proof = equal(there, is, at, study)
  return proof ? { is, proofs: [proof] } : { is: there, proofs: [] }
}

/** f′(at) where two patches meet, if the slopes from both sides tend to the same number. */
export function slopeAcross(at: Expr, shape: Shape, study: Study): ExactValue | undefined {
  const patches = shape.pieces.flatMap((piece) => piece.patches)
  const [before, after] = [
    patches.find(({ on }) => on.upper === at),
    patches.find(({ on }) => on.lower === at),
  ]
  if (!before?.slope || !after?.slope) return undefined
  const [left, right] = [
    limitOf(before.slope.to, at, 'left', study),
    limitOf(after.slope.to, at, 'right', study),
  ]
  const { is } = left
  if (is === undefined || typeof is === 'string' || right.is === undefined || !study.sameValue(is, right.is))
    return undefined
  return { is, proofs: [left.proof, right.proof].filter((proof) => proof !== undefined) }
}

const equal = (u: Expr, v: Expr, at: Expr, study: Study): Proved | undefined =>
  study.known({
    kind: 'holds',
    assuming: [...study.assuming, ...study.about([at])],
    condition: call('=', [u, v]),
  })
