/** Terms in a sentence: a number without a closed form stands as its decimals. */
import { printed } from '../analyse/printed.ts'
import { type Study, toNumber } from '../analyse/study.ts'
import { evaluate } from '../derive/evaluate.ts'
import type { Extended } from '../expression/claim.ts'
import { type Expr, freeSymbols, substitute } from '../expression/expr.ts'
import { rational } from '../expression/rational.ts'

const DIGITS = 8

export function shown(u: Extended, study: Study): string {
  if (typeof u === 'string') return printed(u)
  const isolated = study.numbersIn([u])
  if (isolated.length === 0) return printed(freeSymbols(u).length === 0 ? study.neat(u) : u)
  const [sample] = study.samples
  const value = u.kind === 'symbol' ? toNumber(isolated[0]?.between[0] ?? NULL) : study.value(u, sample ?? [])
  return Number.isFinite(value) ? `${Number(value.toPrecision(DIGITS))}…` : printed(u)
}

const NULL = rational(0n)

/** The value of the function at a rational place, in decimals. */
export function shownValue(f: Expr, variable: string, at: Expr): string {
  const found = evaluate(substitute(f, new Map([[variable, at]])), {}, { digits: DIGITS })
  return found.verdict === 'value' ? found.value : printed(f)
}
