/** f < g, f = g and chains of these: everywhere where both sides are defined. */

import { LINE } from '../../analyse/interval.ts'
import { Missing, Open } from '../../analyse/open.ts'
import { printed } from '../../analyse/printed.ts'
import { domainWithin, known, regionOf } from '../../analyse/region.ts'
import type { Point } from '../../decide/index.ts'
import { compare } from '../../derive/compare.ts'
import { evaluate } from '../../derive/evaluate.ts'
import type { Condition } from '../../expression/condition.ts'
import { defined } from '../../expression/condition.ts'
import { add, type Expr, isCall, negate } from '../../expression/expr.ts'
import { sides } from '../../verify/claims/parts.ts'
import type { Ground } from '../ground.ts'
import { howProved } from '../how.ts'
import { all, no, type Outcome, unknown, yes } from '../judgement.ts'

export function relation(condition: Condition, ground: Ground): Outcome {
  if (isCall(condition, 'and')) return all(condition.args.map((part) => relation(part, ground)))
  if (isCall(condition, 'or')) return unknown('claims joined by "or" are not judged')
  const [head] = sides(condition)
  return head === '=' ? equation(condition, ground) : inequality(condition, ground)
}

function equation(condition: Condition, { assuming, within, context, derivations }: Ground): Outcome {
  const [, left, right] = sides(condition)
  const verdict = compare(left, right, { ...context, assuming: [...assuming, ...within] })
  switch (verdict.verdict) {
    case 'equal': {
      const open = verdict.where
      const where = open.length > 0 ? `, where ${open.map(printed).join(' and ')}` : ''
      return yes(`both sides have the same normal form${where}`, verdict.certificate, ...derivations)
    }
    case 'different': {
      const outcome = no('the two sides have different values there', verdict.certificate, ...derivations)
      return { ...outcome, at: verdict.at } as Outcome
    }
    case 'disjoint':
      return unknown('the two sides are nowhere both defined')
    case 'unknown':
      return unknown(verdict.reason)
  }
}

function inequality(condition: Condition, ground: Ground): Outcome {
  return all(places(condition, ground).map((assuming) => inequalityOn(assuming, condition, ground)))
}

function inequalityOn(assuming: readonly Condition[], condition: Condition, ground: Ground): Outcome {
  const shown = printed(condition)
  const outcome = ground.ask({ kind: 'holds', assuming, condition }, shown, `${shown} fails`)
  if (outcome.verdict === 'true') {
    const [proved] = outcome.evidence
    return proved && 'proof' in proved
      ? { ...outcome, because: `${shown}, ${howProved(proved.proof)}` }
      : outcome
  }
  if (outcome.verdict !== 'false' || !outcome.at) return outcome
  const [left, right] = sides(condition)
    .slice(1)
    .map((side) => decimals(side as Expr, outcome.at as Point))
  return { ...outcome, because: `the left side is ${left}, the right side is ${right}` }
}

const DIGITS = 8

/** The value at the point, in decimals. */
function decimals(u: Expr, at: Point): string {
  const found = evaluate(u, at, { digits: DIGITS })
  return found.verdict === 'value' ? found.value : printed(u)
}

/** The parts of the line where both sides are defined; if they are not known, that as a condition. */
function places(
  condition: Condition,
  { study, assuming, within }: Ground,
): readonly (readonly Condition[])[] {
  const [, left, right] = sides(condition)
  try {
    const difference = add(left, negate(right))
    const start = regionOf(within, LINE, study).pieces
    return start.flatMap((on) => domainWithin(difference, on, study).pieces).map((on) => known(on, study))
  } catch (stop) {
    if (!(stop instanceof Open) && !(stop instanceof Missing)) throw stop
    return [[...assuming, ...within, defined(left), defined(right)]]
  }
}
