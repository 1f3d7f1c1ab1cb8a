/**
 * The sign of a formula up to a zero r without closed form, p < r < q: away from it, on rational
 * intervals, as everywhere; between p and r because the factor that vanishes at r rises or falls there.
 */
import type { Holds, Proof } from '../expression/claim.ts'
import type { Condition } from '../expression/condition.ts'
import { add, call, type Expr, integer, mentions, negate, symbol } from '../expression/expr.ts'
import { numberTerm } from '../expression/number-term.ts'
import { put } from '../verify/claims/parts.ts'
import { by } from './by.ts'
import type { Interval, Isolated } from './interval.ts'
import type { Study } from './study.ts'

const ZERO = integer(0)
const ONE = integer(1)

/** A proof for the interval, one end of which is such a zero. */
export function besideZero(claim: Holds, on: Interval, study: Study): Proof | undefined {
  for (const side of ['upper', 'lower'] as const) {
    const end = on[side]
    const isolated = typeof end === 'string' ? undefined : study.placeOf(end).isolated
    if (isolated) return awayAndNear(claim, { side, isolated, on }, study)
  }
  return undefined
}

interface Approach {
  readonly side: 'lower' | 'upper'
  readonly isolated: Isolated
  readonly on: Interval
}

function awayAndNear(claim: Holds, approach: Approach, study: Study): Proof | undefined {
  const { side, isolated, on } = approach
  const stop = numberTerm(isolated.around[side === 'upper' ? 0 : 1])
  const [below, at, above] = ['<', '=', '>'].map((head): Holds => {
    return { ...claim, assuming: [...claim.assuming, call(head, [study.x, stop])] }
  }) as [Holds, Holds, Holds]
  const [far, near] = side === 'upper' ? [below, above] : [above, below]
  const away = farFrom(far, { ...on, [side]: stop }, study)
  const there = away && by('substitution', at, study, { conditions: [call('=', [study.x, stop])] })
  const close = there && nearTo(near, approach, study)
  if (!close) return undefined
  const cases = side === 'upper' ? [away, there, close] : [close, there, away]
  return by('cases', claim, study, { terms: { u: study.x, v: stop } }, [undefined, ...cases])
}

/** What is proved without the letters is proved with them. */
function farFrom(far: Holds, on: Interval, study: Study): Proof | undefined {
  const other = besideZero(far, on, study)
  if (other) return other
  const letters = study.numbersIn(far.assuming).map(({ letter }) => letter)
  const plain = far.assuming.filter((condition) => !letters.some((letter) => mentions(condition, letter)))
  return study.prove({ ...far, assuming: plain })
}

function nearTo(claim: Holds, { side, isolated }: Approach, study: Study): Proof | undefined {
  const { of, letter, between, around, proofs } = isolated
  const monotone = proofs.find((proved) => proved.claim.kind === 'monotone')
  if (monotone?.claim.kind !== 'monotone') return undefined
  const r = symbol(letter)
  const [p, q] = between.map(numberTerm) as [Expr, Expr]
  const [low, high] = around.map(numberTerm) as [Expr, Expr]
  const isUpper = side === 'upper'
  // r, and x beside it, lie where the factor rises or falls
  const places: Step[] = [
    [call('>', [r, low]), (holds) => transitive(holds, p, study)],
    [call('<', [r, high]), (holds) => transitive(holds, q, study)],
    [call(isUpper ? '<' : '>', [study.x, isUpper ? high : low]), (holds) => transitive(holds, r, study)],
  ]
  const rises = monotone.claim.direction === 'increasing'
  const head = rises === isUpper ? '<' : '>'
  const there = put(of, study.variable, r)
  const [a, b] = isUpper ? [study.x, r] : [r, study.x]
  return lemmas(claim, study, [
    ...places,
    [
      call(head, [of, there]),
      (holds) => by('monotony', holds, study, { claim: monotone.claim, terms: { a, b } }, [monotone.proof]),
    ],
    [call(head, [of, ZERO]), (holds) => fromZero(holds, of, there, study)],
  ])
}

type Step = readonly [lemma: Condition, prove: (holds: Holds) => Proof | undefined]

/** With lemmas, each proved from those before it. */
function lemmas(claim: Holds, study: Study, steps: readonly Step[]): Proof | undefined {
  const [step, ...rest] = steps
  if (!step) return study.prove(claim)
  const [condition, prove] = step
  const shown = prove({ ...claim, condition })
  const more = shown && lemmas({ ...claim, assuming: [...claim.assuming, condition] }, study, rest)
  return more && by('lemma', claim, study, { conditions: [condition] }, [shown, more])
}

/** x < q from x < r and r < q: (x − r) + (r − q) < 0. */
function transitive(claim: Holds, r: Expr, study: Study): Proof | undefined {
  const { head, args } = claim.condition as { readonly head: string; readonly args: readonly Expr[] }
  const [x, q] = args as [Expr, Expr]
  const relation = call(head, [add(add(x, negate(r)), add(r, negate(q))), ZERO])
  return by('multiple', claim, study, { conditions: [relation], terms: { m: ONE } })
}

/** u < 0 from u < v and v = 0. */
function fromZero(claim: Holds, u: Expr, v: Expr, study: Study): Proof | undefined {
  const { head } = claim.condition as { readonly head: string }
  const known = call(head, [u, v])
  const told = { conditions: [known], terms: { m: ONE } }
  const needed = study.work.needed('multiple', claim, told)
  const equation = needed?.[2]
  const last =
    equation && by('multiple', equation, study, { conditions: [call('=', [v, ZERO])], terms: { m: ONE } })
  return last && by('multiple', claim, study, told, [undefined, undefined, last])
}
