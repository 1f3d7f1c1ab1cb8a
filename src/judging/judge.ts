/** Judging: is a claim about a function true, and if not, where does it fail and what is true instead? */

import { Missing, Open } from '../analyse/open.ts'
import { printed } from '../analyse/printed.ts'
import { type ClaimCertificate, certificateOf } from '../analyse/proofs/index.ts'
import type { Point } from '../decide/index.ts'
import { toJson } from '../derive/json.ts'
import type { DerivationJson } from '../expression/certificate.ts'
import type { Condition } from '../expression/condition.ts'
import { OgeeError } from '../expression/error.ts'
import { asExpr, assumptions, type Context, variableOf } from '../syntax/formula.ts'
import { asymptote } from './deciders/asymptotes.ts'
import { count } from './deciders/count.ts'
import { limit } from './deciders/limits.ts'
import { injective } from './deciders/one-to-one.ts'
import { antiderivativeOf, derivativeOf, inverse } from './deciders/pairs.ts'
import { lipschitz, regular } from './deciders/regularity.ts'
import { relation } from './deciders/relation.ts'
import { bent, constant, monotone } from './deciders/shape.ts'
import { mirrored, periodic, turned } from './deciders/symmetry.ts'
import { between, bounded, domain, extremeValue, notOfSign, range, sign, takes } from './deciders/values.ts'
import { Ground } from './ground.ts'
import { instead } from './instead.ts'
import { all, denied, type Evidence, type Outcome, unknown } from './judgement.ts'
import { failsForSome } from './parameters.ts'
import type { Read } from './places.ts'
import { readClaim } from './reader.ts'
import type { Said, Sentence } from './sentence.ts'

/** What `verify` accepts. */
export type Certificate = ClaimCertificate | DerivationJson | Extract<Evidence, { readonly schema: unknown }>

/**
 * `true`, and why. `false`: at a point that shows it, if one does; and what is true instead, where that
 * is known. `unknown`: why. The certificates prove what the answer rests on.
 */
export type Judgement =
  | {
      readonly verdict: 'true'
      readonly because: string
      readonly certificates: () => readonly Certificate[]
    }
  | {
      readonly verdict: 'false'
      readonly because: string
      readonly at?: Point
      readonly instead?: string
      readonly certificates: () => readonly Certificate[]
    }
  | { readonly verdict: 'unknown'; readonly reason: string }

type Decider = (said: never, ground: Ground) => Outcome

const DECIDERS: Readonly<Record<Said['kind'], Decider>> = {
  monotone,
  bent,
  constant,
  mirrored,
  turned,
  periodic,
  bounded,
  continuous: regular,
  differentiable: regular,
  smooth: regular,
  injective,
  sign,
  takes,
  between,
  Lipschitz: lipschitz,
  count,
  'extreme value': extremeValue,
  limit,
  range,
  domain,
  'inverse of': inverse,
  'derivative of': derivativeOf,
  'antiderivative of': antiderivativeOf,
  asymptote,
}

/** Definitions may stand before the claim: `f(x) = x^2; f is convex`. */
function withDefinitions(text: string): { readonly definitions: readonly string[]; readonly claim: string } {
  const parts = text.split(';').map((part) => part.trim())
  const filled = parts.filter((part) => part !== '')
  return { definitions: filled.slice(0, -1), claim: filled.at(-1) ?? '' }
}

/** Judges a claim, its formulas read as given. */
export function judgeRead(text: string, context: Context, reader: Read): Judgement {
  const { definitions, claim } = withDefinitions(text)
  const read: Read = (formula) => reader([...definitions, formula].join('; '))
  const { sentences, assuming } = readClaim(claim, { read, variableOf: (u) => variableOf(u, context) })
  return judgeSentences(sentences, [...assumptions(context), ...assuming], context)
}

/** Judges a claim as data: the sentences that it consists of, under what is given. */
export function judgeSentences(
  sentences: readonly Sentence[],
  given: readonly Condition[],
  context: Context,
): Judgement {
  const milliseconds = (context.budget?.milliseconds ?? DEFAULT_MILLISECONDS) / sentences.length
  const judged = sentences.map((sentence) => {
    const of = sentence.kind === 'function' ? sentence.of : sentence.condition
    let ground: Ground | undefined
    const outcome = orOpen(() => {
      ground = new Ground(of, sentence.on, given, { ...context, budget: { milliseconds } })
      return settled(sentence, ground)
    })
    return { sentence, ground, outcome }
  })
  const outcome = all(judged.map((one) => one.outcome))
  if (outcome.verdict === 'unknown') return outcome
  const { evidence, ...said } = outcome
  const failing = judged.find((one) => one.outcome.verdict === 'false')
  const better = failing && attempt(() => failing.ground && instead(failing.sentence, failing.ground))
  return {
    ...said,
    ...(better === undefined || (said as { because: string }).because.includes(better)
      ? {}
      : { instead: better }),
    certificates: () => distinct(evidence).map(written),
  } as Judgement
}

const DEFAULT_MILLISECONDS = 4_000

const distinct = (evidence: readonly Evidence[]): readonly Evidence[] => [...new Set(evidence)]

function settled(sentence: Sentence, ground: Ground): Outcome {
  const outcome = orOpen(() => {
    if (sentence.kind === 'relation') return relation(ground.f, ground)
    return ofFunction(sentence, ground)
  })
  if (outcome.verdict !== 'unknown' || sentence.kind === 'relation') return outcome
  return orOpen(() => failsForSome(sentence, ground, ofFunction) ?? outcome)
}

function ofFunction(
  { said, not }: Extract<Sentence, { readonly kind: 'function' }>,
  ground: Ground,
): Outcome {
  if (not && said.kind === 'sign') return notOfSign(said, ground)
  const outcome = DECIDERS[said.kind](said as never, ground)
  // that it fails for some values of the letters is not that it fails for all
  const isForSome = not && outcome.verdict === 'false' && ground.study.letters.length > 0
  if (isForSome) return unknown(`it may depend on ${ground.study.letters.join(', ')}`)
  return not ? denied(outcome) : outcome
}

/** What stays open says why. */
function orOpen(judging: () => Outcome): Outcome {
  try {
    return judging()
  } catch (stop) {
    if (stop instanceof Missing) return unknown(`it depends on whether ${printed(stop.condition)}`)
    if (stop instanceof Open) return unknown(stop.message)
    throw stop
  }
}

function attempt<T>(run: () => T): T | undefined {
  try {
    return run()
  } catch (stop) {
    if (stop instanceof Open || stop instanceof Missing || stop instanceof OgeeError) return undefined
    throw stop
  }
}

function written(evidence: Evidence): Certificate {
  if ('claim' in evidence) return certificateOf(evidence)
  return 'schema' in evidence ? evidence : toJson(evidence)
}

/**
 * Is a claim about a function true? Claims are relations between formulas, or words about one:
 * `0 < sigmoid < 1`, `sigmoid' is decreasing for x > 0`, `limit of x*sigmoid(-x) at infinity is 0`.
 * Assumptions may follow in brackets: `a*e^(-b*x) is decreasing [a > 0, b > 0]`.
 *
 * @throws OgeeError `E701` for words that are no claim, with the forms that can be read; else as
 * `parse` does.
 * @example
 * ```ts
 * judge("sigmoid' <= 1/4").verdict // → 'true'
 * judge("sigmoid' is decreasing").verdict // → 'false'
 * judge('relu is differentiable').verdict // → 'false'
 * ```
 */
export const judge = (claim: string, context: Context = {}): Judgement =>
  judgeRead(claim, context, (text) => asExpr(text, context))
