/** The area under a curve on the whole line: an antiderivative, and what that tends to at both ends. */
import { analyse, propertiesNamed } from '../../analyse/index.ts'
import { limit } from '../../analyse/limit.ts'
import { verify } from '../../analyse/verify.ts'
import { add, type Expr, freeSymbols, negate } from '../../expression/expr.ts'
import { tidied } from './scaled.ts'
import type { Shape } from './shape.ts'

export interface Area {
  readonly antiderivative: Expr
  /** Its limit on the left. */
  readonly from: Expr
  readonly total: Expr
}

/** For the antiderivative. */
const MILLISECONDS = 400

/** Nothing where no antiderivative is found, or one that does not level off on both sides. */
export function areaUnder({ f, variable }: Shape): Area | undefined {
  const budget = { milliseconds: MILLISECONDS }
  const [found] = propertiesNamed(
    analyse(f, { variable, only: ['antiderivative'], budget }),
    'antiderivative',
  )
  if (!found || found.conditions.length > 0 || !found.certificates().every((one) => verify(one).ok))
    return undefined
  const antiderivative = found.value.form
  const [from, to] = ['-infinity', 'infinity'].map((end) => {
    const there = limit(antiderivative, variable, end, { budget })
    if (there.verdict !== 'limit' || there.conditions.length > 0) return undefined
    const isNumber = typeof there.value !== 'string' && freeSymbols(there.value).length === 0
    return isNumber && verify(there.certificate).ok ? (there.value as Expr) : undefined
  })
  return from && to && { antiderivative, from, total: tidied(add(to, negate(from))) }
}
