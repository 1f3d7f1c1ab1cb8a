/** Products: the sign of each factor, seen in double precision and then proved. */
import type { Proof } from '../../../expression/claim.ts'
import { nonZero } from '../../../expression/condition.ts'
import { type CallNode, call, type Expr, integer, symbol } from '../../../expression/expr.ts'
import { signOf } from '../../../expression/rational.ts'
import { type Factored, writtenOut } from '../factored.ts'
import { lettersOf, signsSeen } from '../scout.ts'
import type { Work } from '../work.ts'
import { zerosOf } from '../zeros.ts'
import { from, type Inequality, inCases, withLemmas } from './form.ts'

export function byFactors(inequality: Inequality, form: Factored, work: Work): Proof | undefined {
  const { claim, strict } = inequality
  const lemmas: CallNode[] = []
  const turning: Expr[] = []
  let sign: number = signOf(form.number)
  for (const { base, exponent } of form.factors) {
    const mayVanish = !strict && exponent > 0
    const { negative, positive } = signsSeen(base, claim.assuming)
    if (exponent % 2 === 0) {
      if (!mayVanish) lemmas.push(nonZero(base) as CallNode)
    } else if (negative && positive) turning.push(base)
    else {
      if (negative) sign = -sign
      lemmas.push(call(`${negative ? '<' : '>'}${mayVanish ? '=' : ''}`, [base, integer(0)]))
    }
  }
  if (turning.length > 0) return byCrossing(inequality, turning, work)
  if (sign < 0) return undefined
  return withLemmas(claim, lemmas, work, (inner) =>
    from({ ...inequality, claim: inner }, writtenOut(form), integer(1), work),
  )
}

const MOST_ZEROS = 4

/** Factors that change their sign together, as x − 1 and log x do: the case on each side. */
function byCrossing(inequality: Inequality, factors: readonly Expr[], work: Work): Proof | undefined {
  const [simplest] = [...factors].sort((a, b) => a.size - b.size)
  for (const letter of simplest ? lettersOf([simplest]) : []) {
    for (const at of zerosOf(simplest as Expr, letter, inequality.claim.assuming, work).slice(
      0,
      MOST_ZEROS,
    )) {
      const proof = inCases(inequality, symbol(letter), at, work)
      if (proof) return proof
    }
  }
  return undefined
}
