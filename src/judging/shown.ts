/** Terms in a sentence: a number without a closed form stands as its decimals. */
import { printed } from '../analyse/printed.ts'
import { type Study, toNumber } from '../analyse/study.ts'
import { evaluate } from '../derive/evaluate.ts'
import type { Extended } from '../expression/claim.ts'
import { type Expr, substitute } from '../expression/expr.ts'

const DIGITS = 8

export function shown(u: Extended, study: Study): string {
  let text = printed(u)
  for (const { letter, between } of study.numbersIn([u])) {
    text = text.replaceAll(letter, `${Number(toNumber(between[0]).toPrecision(DIGITS))}…`)
  }
  return text
}

/** The value of the function at a rational place, in decimals. */
export function shownValue(f: Expr, variable: string, at: Expr): string {
  const found = evaluate(substitute(f, new Map([[variable, at]])), {}, { digits: DIGITS })
  return found.verdict === 'value' ? found.value : printed(f)
}
