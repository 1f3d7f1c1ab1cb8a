/** Periods: candidates from the angles in the formula, proved by comparing; or why there is none. */

import { compare } from '../../derive/compare.ts'
import { add, call, divide, type Expr, integer, mentions, multiply, symbol } from '../../expression/expr.ts'
import { numberTerm } from '../../expression/number-term.ts'
import { gcd, type Rational, rational } from '../../expression/rational.ts'
import { opened } from '../../rules/forms.ts'
import { put } from '../../verify/claims/parts.ts'
import type { Analyser, Subject } from '../analyser.ts'
import { Open } from '../open.ts'
import type { Evidence, Finding } from '../property.ts'
import { because } from '../reason.ts'
import { RISING, stretchesIn } from '../stretches.ts'
import type { Study } from '../study.ts'

export interface Periodicity {
  /** The smallest positive number T found with f(x + T) = f(x); nothing if there is none. */
  readonly period: Expr | undefined
  /** Parts of it that are no periods, as was shown. */
  readonly notPeriods: readonly Expr[]
}

const TURN = multiply(integer(2), symbol('pi'))
const PARTS = [2n, 3n, 5n]
const CIRCULAR: ReadonlySet<string> = new Set(['sin', 'cos', 'tan'])

/** The rates k of angles k·x + c, k being the derivative of the angle. */
function ratesIn(u: Expr, study: Study): Expr[] | undefined {
  if (u.kind !== 'call' || !mentions(u, study.variable)) return []
  const body = opened(u)
  if (body) return ratesIn(body, study)
  const inner: Expr[] = []
  for (const arg of u.args) {
    const found = ratesIn(arg, study)
    if (!found) return undefined
    inner.push(...found)
  }
  if (!CIRCULAR.has(u.head)) return inner
  const angle = u.args[0] as Expr
  const rate = study.work.derivative(angle, study.variable)?.to
  if (!rate) return undefined
  return mentions(rate, study.variable) ? inner : [...inner, rate]
}

/** A common period 2π/k of angles whose rates are rational multiples of one of them. */
function candidate(rates: readonly Expr[], { canon }: Study): Expr | undefined {
  const [first, ...others] = rates
  if (!first) return undefined
  const ratios = others.map((rate) => canon.ratio(rate, first))
  if (ratios.includes(undefined)) return undefined
  // the greatest common part of 1 and the ratios
  const part = (ratios as Rational[]).reduce(
    (a, b) => rational(gcd(a.num * b.den, b.num < 0n ? -b.num * a.den : b.num * a.den), a.den * b.den),
    rational(1n),
  )
  const rate = canon.value(first)
  const size = rate
    ? numberTerm({ num: rate.num < 0n ? -rate.num : rate.num, den: rate.den })
    : call('abs', [first])
  return divide(TURN, part.num === 1n && part.den === 1n ? size : multiply(numberTerm(part), size))
}

function isPeriod(
  period: Expr,
  study: Study,
): { readonly is?: boolean; readonly evidence: readonly Evidence[] } {
  const { f, variable, x, assuming } = study
  const budget = study.budget()
  const verdict = compare(put(f, variable, add(x, period)), f, { variable, assuming, budget })
  if (verdict.verdict === 'equal' && verdict.where.length === 0 && verdict.domains === 'same')
    return { is: true, evidence: [verdict.certificate] }
  if (verdict.verdict === 'different' || verdict.verdict === 'disjoint')
    return { is: false, evidence: [verdict.certificate] }
  return { evidence: [] }
}

/** The smallest period found, with what proves it. */
export function periodOf(study: Study): Finding<Periodicity> | undefined {
  return study.note(PERIOD, () => {
    const rates = ratesIn(study.f, study)
    const first = rates && candidate(rates, study)
    let period = first && study.neat(first)
    const start = period && isPeriod(period, study)
    if (!period || !start?.is) return undefined
    const evidence = [...start.evidence]
    const notPeriods: Expr[] = []
    for (let k = 0; k < PARTS.length; k += 1) {
      const part = study.neat(divide(period, numberTerm(rational(PARTS[k] as bigint))))
      const found = isPeriod(part, study)
      evidence.push(...found.evidence)
      if (found.is === false) notPeriods.push(part)
      if (!found.is) continue
      period = part
      k -= 1
    }
    return {
      value: { period, notPeriods },
      why: because('period', { period }),
      how: 'proved' as const,
      evidence,
    }
  })
}

const PERIOD = { name: 'period' }

/** Far out it rises, falls or has left its domain, as no periodic function does. */
function none({ shape, study }: Subject): Finding<Periodicity> | undefined {
  const value: Periodicity = { period: undefined, notPeriods: [] }
  const [first, last] = [shape.pieces[0]?.on, shape.pieces.at(-1)?.on]
  if (!first || !last) throw new Open(because('nowhere'))
  if (typeof first.lower !== 'string' || typeof last.upper !== 'string')
    return { value, why: because('domain-ends'), how: 'proved', evidence: shape.proofs }
  const stretches = stretchesIn(shape, RISING, study)
  const outer = [stretches[0]?.[0], stretches.at(-1)?.at(-1)]
  const turning = outer.find((stretch) => stretch && stretch.sign !== 0)
  if (turning) {
    const why = because(turning.sign > 0 ? 'rises-for-ever' : 'falls-for-ever')
    return { value, why, how: 'proved', evidence: turning.proofs }
  }
  const moving = stretches.flat().find(({ sign }) => sign !== 0)
  // every number is a period of a constant
  if (!moving) return undefined
  return {
    value,
    why: because('constant-far-out'),
    how: 'proved',
    evidence: [...(outer[0]?.proofs ?? []), ...moving.proofs],
  }
}

export const periodicity: Analyser<Periodicity> = (subject) =>
  subject.within.length > 0 ? periodOf(subject.study) : (periodOf(subject.study) ?? none(subject))
