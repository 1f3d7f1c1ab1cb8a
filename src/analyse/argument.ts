/**
 * Proofs of claims about the function of a study, from what its analysers have found: where it has
 * kinks, where its derivative vanishes, which form it has between two kinks. A rule of the checker
 * says what it needs, and that is proved in turn; conditions are left to conditions.ts.
 */
import type { Bent, Claim, Continuous, Differentiable, Holds, Monotone, Proof } from '../expression/claim.ts'
import { add, divide, type Expr, isCall, negate, same } from '../expression/expr.ts'
import { interval, put } from '../verify/claims/parts.ts'
import { type BreakKind, breaksOf, formOn, patchAround, patchFormOn, signsOn } from './breaks.ts'
import { by } from './by.ts'
import { conditionsOf } from './interval.ts'
import { intervalIn, isWithin } from './order.ts'
import { firstOf, isHopeless } from './proofs/monotone.ts'
import { slopeOf } from './slopes.ts'
import { byWayOf, inSteps, orderOfNumbers, type Step } from './steps.ts'
import type { Study } from './study.ts'

type OnInterval = Monotone | Bent | Continuous | Differentiable

/** A proof of the claim, if one is found. */
export function argue(claim: Claim, study: Study): Proof | undefined {
  if (claim.kind === 'holds' && isCall(claim.condition, 'and')) return by('each part', claim, study)
  if (claim.kind === 'holds')
    return study.work.prove(claim) ?? orderOfNumbers(claim, study) ?? ofForm(claim, study)
  if (!isOnInterval(claim)) return study.work.prove(claim)
  return acrossBreaks(claim, study) ?? inOneForm(claim, study) ?? study.work.prove(claim)
}

const isOnInterval = (claim: Claim): claim is OnInterval =>
  ['monotone', 'bent', 'continuous', 'differentiable'].includes(claim.kind)

/** On both sides of the first break within the interval. */
function acrossBreaks(claim: OnInterval, study: Study): Proof | undefined {
  const on = intervalIn(claim, study)
  const kinds: readonly BreakKind[] = claim.kind === 'monotone' ? ['kink', 'turn'] : ['kink']
  const at = kinds
    .flatMap((kind) => breaksOf(claim.of, kind, study))
    .find((place) => isWithin(place.at, on, study))?.at
  if (!at) return undefined
  if (claim.kind === 'differentiable') return acrossCorner(claim, at, study)
  if (claim.kind !== 'bent') return by('two pieces', claim, study, { terms: { at } })
  const slope = slopeOf(claim.of, study)
  const [left, right] = (['left', 'right'] as const).map((side) => {
    const found = slope && study.limit(slope.to, at, side)
    return found?.kind === 'finite' ? found.value : undefined
  })
  if (!slope || !left || !right) return undefined
  return by('kink', claim, study, { terms: { at, left, right }, derivations: [slope, slope] })
}

/** By the limit of the slope of the chord. */
function acrossCorner(claim: Differentiable, at: Expr, study: Study): Proof | undefined {
  const chord = divide(add(claim.of, negate(put(claim.of, study.variable, at))), add(study.x, negate(at)))
  const is = study.limit(chord, at)
  return is.kind === 'finite' ? by('chords', claim, study, { terms: { at, is: is.value } }) : undefined
}

/** Where one form without kinks says what the function is. */
function inOneForm(claim: OnInterval, study: Study): Proof | undefined {
  const on = intervalIn(claim, study)
  const form = (same(claim.of, study.f) ? patchFormOn(on, study) : undefined) ?? formOn(claim.of, on, study)
  if (same(form, claim.of)) {
    const ways = [() => directly(claim, study), () => withoutEnd(claim, study)]
    return firstOf(seemsHopeless(claim, study) ? ways.reverse() : ways)
  }
  return withoutEnd(claim, study) ?? rewritten(claim, form, study)
}

function rewritten(claim: OnInterval, form: Expr, study: Study): Proof | undefined {
  return by('rewriting', claim, study, { terms: { as: form } })
}

/** That the function is its form on an interval: the bounds of the patch, and the signs there, decide which case applies. */
function ofForm(claim: Holds, study: Study): Proof | undefined {
  const { condition } = claim
  if (!isCall(condition, '=') || !same(condition.args[0] as Expr, study.f)) return undefined
  const on = intervalIn({ ...claim, variable: study.variable }, study)
  const patch = patchAround(on, study)
  const bounds = patch ? conditionsOf(patch, study.variable) : []
  const steps = bounds
    .filter((bound) => study.work.needed('signs', { ...claim, condition: bound }) === undefined)
    .map((bound): Step => {
      const isLower = bound.kind === 'call' && bound.head.startsWith('>')
      const end = isLower ? on.lower : on.upper
      return [bound, (holds) => (typeof end === 'string' ? undefined : byWayOf([end], holds, study))]
    })
  const signs = signsOn(study.f, on, study).map((sign): Step => [sign, (holds) => study.prove(holds)])
  return inSteps(claim, study, [...steps, ...signs], (holds) => study.work.prove(holds))
}

/** At an end where the derivative is 0, the rule by the derivative does not apply. */
function seemsHopeless(claim: OnInterval, study: Study): boolean {
  const slope = claim.kind === 'monotone' ? slopeOf(claim.of, study) : undefined
  return claim.kind === 'monotone' && slope !== undefined && isHopeless(claim, slope.to)
}

function directly(claim: OnInterval, study: Study): Proof | undefined {
  if (claim.kind === 'continuous') return by('structure', claim, study)
  const slope = slopeOf(claim.of, study)
  if (!slope) return undefined
  const rule = { monotone: 'derivative', bent: 'slope', differentiable: 'rules' }[claim.kind]
  return by(rule, claim, study, { derivations: [slope] })
}

/** The closed ends one after the other, to which the function is continuous. */
function withoutEnd(claim: OnInterval, study: Study): Proof | undefined {
  if (claim.kind === 'differentiable') return undefined
  const { lower, upper } = interval(claim.assuming, claim.variable)
  const closed = [...lower, ...upper].find((bound) => bound.closed)
  return closed && by('closed end', claim, study, { conditions: [closed.condition] })
}
