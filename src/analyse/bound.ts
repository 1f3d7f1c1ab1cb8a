/**
 * f ≥ v on a piece of the domain, from the stretches on which f rises or falls: on each of them f(x) is
 * at least its value, or its limit, at one end.
 */
import type { Holds, Monotone, Proof } from '../expression/claim.ts'
import { call, type Expr, integer, same } from '../expression/expr.ts'
import { put } from '../verify/claims/parts.ts'
import { by } from './by.ts'
import { byWayOf, inSteps, type Step, withBounds, withoutLetters } from './steps.ts'
import type { Stretch } from './stretches.ts'
import type { Study } from './study.ts'
import { limitOf } from './tends.ts'

/** A proof of f R v on the whole of the stretches, which follow each other. */
export function boundBy(claim: Holds, stretches: readonly Stretch[], study: Study): Proof | undefined {
  const [first, ...rest] = stretches
  if (!first) return undefined
  if (rest.length === 0) return onStretch(claim, first, study)
  const stop = first.on.upper
  if (typeof stop === 'string') return undefined
  const [below, at, above] = ['<', '=', '>'].map((head): Holds => {
    return { ...claim, assuming: [...claim.assuming, call(head, [study.x, stop])] }
  }) as [Holds, Holds, Holds]
  const before = onStretch(below, first, study)
  const after = before && boundBy(above, rest, study)
  const there = after && by('substitution', at, study, { conditions: [call('=', [study.x, stop])] })
  return (
    there && by('cases', claim, study, { terms: { u: study.x, v: stop } }, [undefined, before, there, after])
  )
}

function onStretch(claim: Holds, { on, sign, proofs }: Stretch, study: Study): Proof | undefined {
  const { head, args } = claim.condition as { readonly head: string; readonly args: readonly Expr[] }
  const [f, v] = args as [Expr, Expr]
  const isAbove = head.startsWith('>')
  // the end at which f is least, or greatest, on the stretch
  const side = isAbove === sign >= 0 ? 'lower' : 'upper'
  const [known] = proofs
  if (known?.claim.kind !== 'monotone') return undefined
  const end = on[side]
  const by_ =
    typeof end !== 'string' && on.closed[side]
      ? valueAtEnd(known.claim, known.proof, end, side, study)
      : limitAtEnd(known.claim, known.proof, end, side, study)
  if (!by_) return undefined
  const [is, isStrict, prove] = by_
  const relation = call(`${isAbove ? '>' : '<'}${isStrict ? '' : '='}`, [f, is])
  if (same(relation, claim.condition)) return prove(claim)
  const steps: Step[] = [
    [relation, prove],
    ...(same(is, v)
      ? []
      : [
          [
            call(isAbove ? '>=' : '<=', [is, v]),
            (holds: Holds) => withoutLetters(holds, study) ?? withBounds(holds, study) ?? study.prove(holds),
          ] as const,
        ]),
  ]
  return inSteps(claim, study, steps, (holds) =>
    same(is, v) ? study.prove(holds) : byWayOf([is], holds, study),
  )
}

type Bound = readonly [is: Expr, isStrict: boolean, prove: (holds: Holds) => Proof | undefined]

function valueAtEnd(claim: Monotone, proof: Proof, end: Expr, side: 'lower' | 'upper', study: Study): Bound {
  const [a, b] = side === 'lower' ? [end, study.x] : [study.x, end]
  const prove = (holds: Holds): Proof | undefined =>
    by('monotony', holds, study, { claim, terms: { a, b } }, [proof])
  return [put(claim.of, study.variable, end), false, prove]
}

function limitAtEnd(
  claim: Monotone,
  proof: Proof,
  end: Stretch['on']['lower'],
  side: 'lower' | 'upper',
  study: Study,
): Bound | undefined {
  const { is } = limitOf(study.f, end, side === 'lower' ? 'right' : 'left', study)
  if (is === undefined || typeof is === 'string') return undefined
  const terms = {
    b: study.x,
    is,
    ...(typeof end === 'string' ? {} : { to: end }),
    ...(side === 'upper' ? { upper: integer(1) } : {}),
  }
  const prove = (holds: Holds): Proof | undefined => by('limit', holds, study, { claim, terms }, [proof])
  return [is, claim.strictly, prove]
}
