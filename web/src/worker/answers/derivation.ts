/** The derivative line by line, replayed by the checker before any of it is shown. */

import { differentiate, ROUTES, type Route } from '../../../../src/derive/index.ts'
import { verify } from '../../../../src/derive/verify.ts'
import { type Detail, shownLines } from '../../../../src/explain/lines.ts'
import { renderDerivation } from '../../../../src/explain/render/derivation.ts'
import { conditionsSaid } from '../../../../src/explain/wording/lists.ts'
import { inWords, worded } from '../../../../src/explain/wording/worded.ts'
import { linesOfWork } from '../../../../src/explain/work.ts'
import { linesOf } from '../../../../src/expression/derivation.ts'
import { OgeeError } from '../../../../src/expression/error.ts'
import { read } from '../../../../src/syntax/index.ts'
import type { Subject } from '../../state.ts'
import { type Line, linesShown, type Maths, mathsOf, type Words, wordsOf } from '../maths.ts'

export interface DerivationQuestion extends Subject {
  readonly order: number
  readonly road: string
  readonly detail: Detail
}

export interface DerivationAnswer {
  readonly from: Maths
  readonly lines: readonly Line[]
  readonly to: Maths
  readonly variable: string
  /** Where all of it holds, beyond where the last line is defined. */
  readonly where: Words | undefined
  readonly roads: readonly string[]
  /** The whole of it, to be copied. */
  readonly copies: { readonly latex: string; readonly markdown: string; readonly json: string }
}

const BUDGET_MILLISECONDS = 3_000

/** @throws OgeeError for what cannot be read or derived, and for what the checker refuses. */
export function answer({ formula, order, road, detail, ...context }: DerivationQuestion): DerivationAnswer {
  const { expr } = read(formula)
  const route = ROUTES.find((one) => one === road) as Route | undefined
  const derivation = differentiate(expr, {
    ...context,
    order,
    ...(route ? { route } : {}),
    budget: { milliseconds: BUDGET_MILLISECONDS },
  })
  const verdict = verify(derivation)
  if (!verdict.ok) throw new OgeeError('E999', `the checker refuses step ${verdict.step}: ${verdict.reason}`)
  const lines = worded(linesOfWork(derivation, detail))
  const rules = shownLines(derivation, detail).map(({ head }) => head.rule ?? undefined)
  const { from, conditions, variable = 'x' } = derivation
  const to = linesOf(derivation).at(-1) ?? from
  return {
    from: mathsOf(from),
    lines: linesShown(from, lines, rules),
    to: mathsOf(to),
    variable,
    where: conditions.length === 0 ? undefined : wordsOf(inWords([conditionsSaid(conditions)])),
    roads: ROUTES,
    copies: {
      latex: renderDerivation(derivation, 'latex', { detail }),
      markdown: renderDerivation(derivation, 'md', { detail }),
      json: renderDerivation(derivation, 'json', {}),
    },
  }
}
