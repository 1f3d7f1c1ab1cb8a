/** f < g, f = g and chains of these: everywhere where both sides are defined. */

import { isPoint, LINE } from '../../analyse/interval.ts'
import { Missing, Open } from '../../analyse/open.ts'
import { orderOf } from '../../analyse/order.ts'
import { printed } from '../../analyse/printed.ts'
import type { PieceRange } from '../../analyse/properties/range.ts'
import { domainWithin, known, regionOf } from '../../analyse/region.ts'
import type { Point } from '../../decide/index.ts'
import { evaluate } from '../../derive/evaluate.ts'
import type { End, Proved } from '../../expression/claim.ts'
import { type Condition, defined, RELATED } from '../../expression/condition.ts'
import { add, call, type Expr, integer, isCall, negate, substitute } from '../../expression/expr.ts'
import { numberTerm } from '../../expression/number-term.ts'
import { type Rational, rational } from '../../expression/rational.ts'
import { sides } from '../../verify/claims/parts.ts'
import { opposite } from '../../verify/prove.ts'
import { found, type Ground, inWords } from '../ground.ts'
import { howProved } from '../how.ts'
import { all, no, type Outcome, unknown, withEvidence, yes } from '../judgement.ts'
import { shown } from '../shown.ts'
import { equalEverywhere } from './comparing.ts'
import { rewritings } from './rewritten.ts'
import { sameNumber } from './spans.ts'

export function relation(condition: Condition, ground: Ground): Outcome {
  if (isCall(condition, 'and')) return all(condition.args.map((part) => relation(part, ground)))
  if (isCall(condition, 'or')) return unknown('claims joined by "or" are not judged: judge each by itself')
  const [head, left, right] = sides(condition)
  if (head !== '=') return inequality(condition, ground)
  const outcome = equalEverywhere(left, right, ground, {
    equal: 'both sides have the same normal form',
    different: 'the two sides have different values there',
  })
  return outcome.verdict === 'false' && outcome.at
    ? { ...outcome, because: bothSides(left, right, outcome.at) }
    : outcome
}

/** On one period, if the difference has one; else wherever it is defined. */
function inequality(condition: Condition, ground: Ground): Outcome {
  const [, left, right] = sides(condition)
  const period = ground.about(add(left, negate(right))).onPeriod()
  if (!period) return onPieces(condition, ground)
  return withEvidence(onPieces(condition, period.ground), period.evidence)
}

function onPieces(condition: Condition, ground: Ground): Outcome {
  const { pieces, outside } = places(condition, ground)
  const outcome = all(pieces.map((assuming) => inequalityOn(assuming, condition, ground)))
  if (outcome.verdict === 'unknown') {
    const rewritten = byRewriting(condition, ground)
    return rewritten ?? bySigns(condition, ground) ?? byRange(condition, ground) ?? outcome
  }
  return outcome.verdict === 'true' ? withEvidence(outcome, outside) : outcome
}

/** By inequalities that say the same on each piece. */
function byRewriting(condition: Condition, ground: Ground): Outcome | undefined {
  const { pieces, outside } = places(condition, ground)
  const outcomes = pieces.map((assuming): Outcome => {
    for (const { conditions, proofs } of rewritings(condition, assuming, ground)) {
      const parts = conditions.map((part) => {
        const shown = printed(part)
        return ground.ask({ kind: 'holds', assuming, condition: part }, shown, `${shown} fails`)
      })
      const together = all(parts)
      if (together.verdict !== 'unknown') return withEvidence(together, proofs)
    }
    return unknown('')
  })
  const whole = all(outcomes)
  if (whole.verdict === 'unknown') return undefined
  return whole.verdict === 'true' ? withEvidence(whole, outside) : whole
}

const SIGNS = { negative: 1, zero: 2, positive: 4 } as const

/** By where the difference is positive, zero and negative. */
function bySigns(condition: Condition, ground: Ground): Outcome | undefined {
  const [head, left, right] = sides(condition)
  const difference = ground.about(add(left, negate(right)))
  const signs = difference.find('sign')
  const accepted = RELATED.get(head)
  if (!signs || accepted === undefined) return undefined
  const failing = signs.value.filter(({ sign }) => (accepted & SIGNS[sign]) === 0)
  if (failing.length === 0)
    return yes(`${printed(condition)}, by the sign of the difference`, ...signs.evidence)
  const { variable, study } = ground
  const places = failing
    .slice(0, MOST_SHOWN)
    .map(({ on }) => (isPoint(on) ? `at ${variable} = ${shown(on.lower, study)}` : inWords(on, ground)))
  return no(`it fails ${places.join(', ')}`, ...signs.evidence)
}

function inequalityOn(assuming: readonly Condition[], condition: Condition, ground: Ground): Outcome {
  const says = printed(condition)
  const outcome = ground.ask({ kind: 'holds', assuming, condition }, says, `${says} fails`)
  if (outcome.verdict === 'true') {
    const [proved] = outcome.evidence
    return proved && 'proof' in proved
      ? { ...outcome, because: `${says}, ${howProved(proved.proof)}` }
      : outcome
  }
  if (outcome.verdict !== 'false') return outcome
  if (!outcome.at) return { ...outcome, because: failing(condition, ground) ?? outcome.because }
  const [, left, right] = sides(condition)
  const at = outcome.at
  const a = decimals(left, at)
  if (a !== decimals(right, at)) return { ...outcome, because: bothSides(left, right, at) }
  const there = new Map(Object.entries(at).map(([name, value]) => [name, numberTerm(exactly(value))]))
  const isEqual = ground.study.holds([], substitute(call('=', [left, right]), there))
  return {
    ...outcome,
    because: isEqual ? `both sides are ${a}` : `the two sides differ by less than can be seen: ${a}`,
  }
}

/** By the set of values of the difference: where 0 lies among its ends. */
function byRange(condition: Condition, ground: Ground): Outcome | undefined {
  const [head, left, right] = sides(condition)
  const difference = ground.about(add(left, negate(right)))
  const values = difference.find('range')
  const accepted = RELATED.get(head)
  if (!values || accepted === undefined) return undefined
  const evidence = [...values.evidence, ...difference.derivations]
  const signs = found(() => values.value.map((piece) => signsOf(piece, difference)))
  if (!signs) return undefined
  const isIn = signs.every((set) => (set & accepted) === set)
  return isIn
    ? yes(`${printed(condition)}, by the values of the difference`, ...evidence)
    : no('the difference of the two sides takes values that it should not', ...evidence)
}

/** Which signs the values between the two ends have: 1 negative, 2 zero, 4 positive. */
function signsOf({ low, high }: PieceRange, { study }: Ground): number {
  const zero = integer(0)
  const order = ({ value }: End): number =>
    typeof value === 'string'
      ? value === 'infinity'
        ? 1
        : -1
      : sameNumber(value, zero, study)
        ? 0
        : orderOf(value, zero, study)
  const [a, b] = [order(low), order(high)]
  const isZero = (a < 0 && b > 0) || (a === 0 && 'at' in low) || (b === 0 && 'at' in high)
  return (a < 0 ? 1 : 0) | (isZero ? 2 : 0) | (b > 0 ? 4 : 0)
}

/** Where it fails, if that is a few places. */
function failing(condition: Condition, ground: Ground): string | undefined {
  const pieces = found(() =>
    ground.pieces.flatMap((on) => opposite(condition).flatMap((contrary) => ground.region(contrary, on))),
  )
  if (!pieces || pieces.length === 0 || pieces.length > MOST_SHOWN) return undefined
  const { variable, study } = ground
  const places = pieces.map((on) =>
    isPoint(on) ? `at ${variable} = ${shown(on.lower, study)}` : inWords(on, ground),
  )
  return `it fails ${places.join(', ')}`
}

const MOST_SHOWN = 4

const bothSides = (left: Expr, right: Expr, at: Point): string =>
  `the left side is ${decimals(left, at)}, the right side is ${decimals(right, at)}`

const exactly = (text: string): Rational => {
  const [num, den] = text.split('/')
  return rational(BigInt(num as string), BigInt(den ?? '1'))
}

const DIGITS = 12

/** The value at the point, in decimals. */
function decimals(u: Expr, at: Point): string {
  const found = evaluate(u, at, { digits: DIGITS })
  return found.verdict === 'value' ? found.value : printed(u)
}

interface Places {
  readonly pieces: readonly (readonly Condition[])[]
  /** What shows that there are no others. */
  readonly outside: readonly Proved[]
}

/** The parts of the line where both sides are defined; if they are not known, that as a condition. */
function places(condition: Condition, { study, assuming, within }: Ground): Places {
  const [, left, right] = sides(condition)
  try {
    const difference = add(left, negate(right))
    const start = regionOf(within, LINE, study)
    const regions = start.pieces.map((on) => domainWithin(difference, on, study))
    return {
      pieces: regions.flatMap(({ pieces }) => pieces).map((on) => known(on, study)),
      outside: [start, ...regions].flatMap(({ outside }) => outside),
    }
  } catch (stop) {
    if (!(stop instanceof Open) && !(stop instanceof Missing)) throw stop
    return { pieces: [[...assuming, ...within, defined(left), defined(right)]], outside: [] }
  }
}
