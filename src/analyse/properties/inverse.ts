/** The inverse of a function that rises, or falls, on its whole domain: found by solving f(x) = y, checked by putting it back. */

import { compare } from '../../derive/compare.ts'
import { type Branch, solve } from '../../derive/solve/index.ts'
import { allOf } from '../../expression/condition.ts'
import { call, type Expr, mentions, symbol } from '../../expression/expr.ts'
import { put } from '../../verify/claims/parts.ts'
import type { Analyser, Subject } from '../analyser.ts'
import { conditionsOf } from '../interval.ts'
import { Open } from '../open.ts'
import type { Evidence } from '../property.ts'
import { because } from '../reason.ts'
import { RISING, stretchesIn } from '../stretches.ts'
import { type PieceRange, rangesOf } from './range.ts'

export interface Inverse {
  readonly letter: string
  /** x = form, for the values that the function takes. */
  readonly form: Expr
  readonly domain: PieceRange
}

const LETTERS = ['y', 'z', 'w', 'u', 'v', 'q']
const MILLISECONDS = 700

/** Is it one stretch on one piece, on which it rises or falls strictly? */
function isOneToOne({ shape, study }: Subject): boolean {
  const [stretches, ...more] = stretchesIn(shape, RISING, study)
  return more.length === 0 && stretches?.length === 1 && stretches[0]?.sign !== 0
}

export const inverse: Analyser<Inverse> = (subject) => {
  const { study } = subject
  if (!isOneToOne(subject)) return undefined
  const [domain] = rangesOf(subject)
  const letter = LETTERS.find((name) => name !== study.variable && !study.letters.includes(name))
  if (!domain || letter === undefined) throw new Open(because('values-unknown'))
  const y = symbol(letter)
  const taken = conditionsOf(
    {
      lower: domain.low.value,
      upper: domain.high.value,
      closed: { lower: 'at' in domain.low, upper: 'at' in domain.high },
    },
    letter,
  )
  const assuming = [...study.assuming, ...taken]
  const { branches, complete, reason } = solve(call('=', [y, study.f]), study.variable, {
    assuming,
    budget: study.budget(MILLISECONDS),
  })
  const evidence: Evidence[] = []
  const parts = branches.filter(({ value }) => !mentions(value, study.variable))
  for (const { value, conditions, derivation } of parts) {
    const back = compare(put(study.f, study.variable, value), y, {
      variable: letter,
      assuming: [...assuming, ...conditions],
      budget: study.budget(),
    })
    if (back.verdict !== 'equal') throw new Open(because('inverse-open', { form: value }))
    evidence.push(derivation, back.certificate)
  }
  const form = joined(parts, complete)
  if (!form)
    throw new Open(
      reason === undefined
        ? because('no-inverse')
        : because('no-inverse-since', { reason: { text: reason } }),
    )
  const why = because('gives-back-value')
  return { value: { letter, form, domain }, why, how: 'proved', evidence: [...evidence, ...domain.proofs] }
}

/** One form, or one by cases. */
function joined(parts: readonly Branch[], complete: boolean): Expr | undefined {
  const [first] = parts
  if (parts.length === 1 && first) return first.value
  if (!complete || parts.length === 0) return undefined
  const cases = parts.flatMap(({ value, conditions }) => [value, conditions])
  if (parts.some(({ conditions }) => conditions.length === 0)) return undefined
  return call(
    'piecewise',
    cases.map((part) => (Array.isArray(part) ? allOf(part) : (part as Expr))),
  )
}
