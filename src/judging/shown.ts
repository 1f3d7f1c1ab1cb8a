/** Terms in a sentence: a number without a closed form stands as its decimals. */
import { printed } from '../analyse/printed.ts'
import { type Study, toNumber } from '../analyse/study.ts'
import { evaluate } from '../derive/evaluate.ts'
import type { Extended } from '../expression/claim.ts'
import { call, type Expr, freeSymbols, substitute } from '../expression/expr.ts'
import { rational } from '../expression/rational.ts'
import { opened } from '../rules/forms.ts'

const DIGITS = 8

export function shown(u: Extended, study: Study): string {
  if (typeof u === 'string') return printed(u)
  const isolated = study.numbersIn([u])
  if (isolated.length === 0) return printed(freeSymbols(u).length === 0 ? simplest(u, study) : u)
  const [sample] = study.samples
  const value = u.kind === 'symbol' ? toNumber(isolated[0]?.between[0] ?? NULL) : study.value(u, sample ?? [])
  return Number.isFinite(value) ? `${Number(value.toPrecision(DIGITS))}…` : printed(u)
}

/** The number as a person would write it, whatever named curves it is a value of. */
function simplest(u: Expr, study: Study): Expr {
  const [neat, open] = [study.neat(u), study.neat(withoutNames(u))]
  return printed(open).length < printed(neat).length ? open : neat
}

function withoutNames(u: Expr): Expr {
  if (u.kind !== 'call') return u
  const body = opened(u)
  return body ? withoutNames(body) : call(u.head, u.args.map(withoutNames))
}

const NULL = rational(0n)

/** The value of the function at a rational place, in decimals. */
export function shownValue(f: Expr, variable: string, at: Expr): string {
  const found = evaluate(substitute(f, new Map([[variable, at]])), {}, { digits: DIGITS })
  return found.verdict === 'value' ? found.value : printed(f)
}
