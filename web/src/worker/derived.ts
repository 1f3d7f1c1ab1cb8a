/** The derivative that the page asks for, replayed by the checker before anything is shown of it. */
import { differentiate, ROUTES, type Route } from '../../../src/derive/index.ts'
import { verify } from '../../../src/derive/verify.ts'
import type { Detail } from '../../../src/explain/lines.ts'
import type { Derivation } from '../../../src/expression/derivation.ts'
import { OgeeError } from '../../../src/expression/error.ts'
import { read } from '../../../src/syntax/index.ts'
import type { Subject } from '../state.ts'
import { givenIn } from './subject.ts'

export interface DerivationQuestion extends Subject {
  readonly order: number
  readonly road: string
  readonly detail: Detail
}

const BUDGET_MILLISECONDS = 3_000

/** @throws OgeeError for what cannot be read or derived, and for what the checker refuses. */
export function derived({ formula, variable, assuming, order, road }: DerivationQuestion): Derivation {
  const route = ROUTES.find((one) => one === road) as Route | undefined
  const derivation = differentiate(read(formula).expr, {
    ...(variable === undefined ? {} : { variable }),
    assuming: givenIn(assuming),
    order,
    ...(route ? { route } : {}),
    budget: { milliseconds: BUDGET_MILLISECONDS },
  })
  const verdict = verify(derivation)
  if (!verdict.ok) throw new OgeeError('E999', `the checker refuses step ${verdict.step}: ${verdict.reason}`)
  return derivation
}
