/** The inverse of a function that rises, or falls, on its whole domain: found by solving f(x) = y, checked by putting it back. */
import { compare } from '../../derive/compare.ts'
import { solve } from '../../derive/solve/index.ts'
import { call, type Expr, isCall, mentions, symbol } from '../../expression/expr.ts'
import { put } from '../../verify/claims/parts.ts'
import type { Analyser, Subject } from '../analyser.ts'
import { Open } from '../open.ts'
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
  if (!domain || letter === undefined) throw new Open('its values are not known')
  const y = symbol(letter)
  const { branches, reason } = solve(call('=', [y, study.f]), study.variable, {
    assuming: study.assuming,
    budget: { milliseconds: MILLISECONDS },
  })
  for (const { value, derivation } of branches) {
    if (mentions(value, study.variable) || isCall(value, 'piecewise')) continue
    const back = compare(put(study.f, study.variable, value), y, {
      variable: letter,
      assuming: study.assuming,
    })
    if (back.verdict !== 'equal') continue
    return {
      value: { letter, form: value, domain },
      why: 'putting it into the function gives back the value',
      how: 'proved',
      evidence: [derivation, back.certificate, ...domain.proofs],
    }
  }
  throw new Open(`no formula for the inverse was found: ${reason ?? 'none was solved for'}`)
}
