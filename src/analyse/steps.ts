/** Proofs in steps: lemmas one after the other, and inequalities joined: u < w from u < v and v < w. */
import type { Holds, Proof } from '../expression/claim.ts'
import type { Condition } from '../expression/condition.ts'
import { add, call, type Expr, integer, mentions, negate } from '../expression/expr.ts'
import { numberTerm } from '../expression/number-term.ts'
import { by } from './by.ts'
import type { Study } from './study.ts'

const ZERO = integer(0)
const ONE = integer(1)

/** A lemma, and how it is proved where those before it hold. */
export type Step = readonly [lemma: Condition, prove: (holds: Holds) => Proof | undefined]

/** With lemmas, each proved from those before it; what is left is proved by `last`. */
export function inSteps(
  claim: Holds,
  study: Study,
  steps: readonly Step[],
  last: (holds: Holds) => Proof | undefined,
): Proof | undefined {
  const [step, ...rest] = steps
  if (!step) return last(claim)
  const [condition, prove] = step
  const shown = prove({ ...claim, condition })
  const more = shown && inSteps({ ...claim, assuming: [...claim.assuming, condition] }, study, rest, last)
  return more && by('lemma', claim, study, { conditions: [condition] }, [shown, more])
}

/** u R w by way of the terms between: (u − v) + (v − w) R 0, the signs of the brackets being known. */
export function byWayOf(between: readonly Expr[], claim: Holds, study: Study): Proof | undefined {
  const { head, args } = claim.condition as { readonly head: string; readonly args: readonly Expr[] }
  const [u, w] = args as [Expr, Expr]
  const stops = [u, ...between, w]
  const differences = stops.slice(1).map((v, i) => add(stops[i] as Expr, negate(v)))
  const relation = call(head, [
    differences.length > 1 ? call('add', differences) : (differences[0] as Expr),
    ZERO,
  ])
  return by('multiple', claim, study, { conditions: [relation], terms: { m: ONE } })
}

/** u R 0 from u R v and v = 0. */
export function fromZero(claim: Holds, u: Expr, v: Expr, study: Study): Proof | undefined {
  const { head } = claim.condition as { readonly head: string }
  const told = { conditions: [call(head, [u, v])], terms: { m: ONE } }
  const equation = study.work.needed('multiple', claim, told)?.[2]
  const last =
    equation && by('multiple', equation, study, { conditions: [call('=', [v, ZERO])], terms: { m: ONE } })
  return last && by('multiple', claim, study, told, [undefined, undefined, last])
}

/** Letters between narrow bounds tell the prover nothing: what is proved without them is proved with them. */
export function withoutLetters(claim: Holds, study: Study): Proof | undefined {
  const letters = study.numbersIn(claim.assuming).map(({ letter }) => letter)
  const plain = claim.assuming.filter((condition) => !letters.some((letter) => mentions(condition, letter)))
  return study.prove({ ...claim, assuming: plain })
}

/** By what is known of letters between narrow bounds: enclosures need no more. */
export function withBounds(claim: Holds, study: Study): Proof | undefined {
  const plain = claim.assuming.filter((condition) => condition.kind === 'call' && condition.head !== '=')
  const own = plain.filter((condition) => study.numbersIn([condition]).length > 0)
  return own.length === 0 ? undefined : study.work.prove({ ...claim, assuming: own })
}

/** The order of two numbers without closed form, by the rational numbers around them. */
export function orderOfNumbers(claim: Holds, study: Study): Proof | undefined {
  const { head, args } = claim.condition as { readonly head: string; readonly args: readonly Expr[] }
  const [u, v] = args.map((arg) => study.placeOf(arg).isolated)
  if (!(u || v) || !/^[<>]=?$/.test(head)) return undefined
  const isLess = head.startsWith('<')
  const stops = [
    ...(u ? [numberTerm(u.between[isLess ? 1 : 0])] : []),
    ...(v ? [numberTerm(v.between[isLess ? 0 : 1])] : []),
  ]
  return byWayOf(stops, claim, study)
}

/** f R 0 from form R 0 and f = form. */
export function throughForm(claim: Holds, form: Expr, study: Study): Proof | undefined {
  const { head, args } = claim.condition as { readonly head: string; readonly args: readonly Expr[] }
  const [f, v] = args as [Expr, Expr]
  const told = { conditions: [call(head, [form, v])], terms: { m: ONE } }
  const equation = study.work.needed('multiple', claim, told)?.[2]
  const last =
    equation && by('multiple', equation, study, { conditions: [call('=', [f, form])], terms: { m: ONE } })
  return last && by('multiple', claim, study, told, [undefined, undefined, last])
}
