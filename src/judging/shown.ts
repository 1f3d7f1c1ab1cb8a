/** Terms in a sentence: a number without a closed form stands as its decimals. */
import { printed } from '../analyse/printed.ts'
import { type Study, toNumber } from '../analyse/study.ts'
import type { Extended } from '../expression/claim.ts'

const DIGITS = 8

export function shown(u: Extended, study: Study): string {
  let text = printed(u)
  for (const { letter, between } of study.numbersIn([u])) {
    text = text.replaceAll(letter, `${Number(toNumber(between[0]).toPrecision(DIGITS))}…`)
  }
  return text
}
