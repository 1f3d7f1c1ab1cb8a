/** A function that rises from 0 to 1 is a distribution: its density is the derivative; the mode is where that is greatest, the median where the value is ½. */

import { solve } from '../../derive/solve/index.ts'
import { call, divide, type Expr, integer, mentions } from '../../expression/expr.ts'
import { put } from '../../verify/claims/parts.ts'
import type { Analyser } from '../analyser.ts'
import { because } from '../reason.ts'
import { RISING, stretchesIn } from '../stretches.ts'
import { rangesOf } from './range.ts'
import { slopesOf } from './slope.ts'

export interface Distribution {
  readonly density: Expr
  readonly median: Expr | undefined
  /** Where the density has its greatest value; nothing where it has none. */
  readonly mode: Expr | undefined
}

const MILLISECONDS = 400

export const distribution: Analyser<Distribution> = (subject) => {
  const { shape, study } = subject
  const stretches = stretchesIn(shape, RISING, study)
  const [piece, ...more] = shape.pieces
  const rises = more.length === 0 && stretches[0]?.every(({ sign }) => sign >= 0)
  if (!piece || !rises) return undefined
  const [values] = rangesOf(subject)
  const isUnit =
    values && study.sameValue(values.low.value, integer(0)) && study.sameValue(values.high.value, integer(1))
  const [patch, ...others] = piece.patches
  if (!isUnit || !patch?.slope || others.length > 0) return undefined
  const half = divide(integer(1), integer(2))
  const [top] = slopesOf(subject)
  const mode = top && 'at' in top.high ? top.high.at : undefined
  const median = medianOf()
  const there =
    median &&
    study.known({
      kind: 'holds',
      assuming: study.assuming,
      condition: call('=', [put(study.f, study.variable, median), half]),
    })
  const evidence = [patch.slope, ...values.proofs, ...(there ? [there] : []), ...(top?.proofs ?? [])]
  return {
    value: { density: patch.slope.to, median: there ? median : undefined, mode },
    why: because('distribution'),
    how: 'proved',
    evidence,
  }

  function medianOf(): Expr | undefined {
    const { branches } = solve(call('=', [study.f, half]), study.variable, {
      assuming: study.assuming,
      budget: study.budget(MILLISECONDS),
    })
    const values = branches
      .map(({ value }) => study.neat(value))
      .filter((value) => !mentions(value, study.variable))
    return values.length === 1 ? values[0] : undefined
  }
}
