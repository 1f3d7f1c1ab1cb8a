/** The sign of the derivative of a term by one of its letters, wherever what is assumed holds. */
import type { Monotone, Proved } from '../expression/claim.ts'
import { type Expr, mentions } from '../expression/expr.ts'
import { isBound } from './order.ts'
import type { Study } from './study.ts'

/** 1 if the term grows strictly with the letter, −1 if it falls, with the proof; nothing if neither is proved. */
export function slopeSign(
  of: Expr,
  letter: string,
  study: Study,
): { readonly sign: 1 | -1; readonly proof: Proved } | undefined {
  const slope = study.work.derivative(of, letter)
  if (!slope) return undefined
  const signs = study.samples.map((sample) => Math.sign(study.value(slope.to, sample)))
  const [sign] = signs
  if ((sign !== 1 && sign !== -1) || signs.some((other) => other !== sign)) return undefined
  const assuming = study.assuming.filter(
    (condition) => isBound(condition, letter) || !mentions(condition, letter),
  )
  const claim: Monotone = {
    kind: 'monotone',
    assuming,
    of,
    variable: letter,
    direction: sign > 0 ? 'increasing' : 'decreasing',
    strictly: true,
  }
  const proof = study.work.prove(claim)
  const known = proof && study.known(claim, proof)
  return known && { sign, proof: known }
}
