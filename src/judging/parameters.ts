/** A claim with letters in it is about all their values: one at which it fails is enough. */

import { printed } from '../analyse/printed.ts'
import { settings } from '../analyse/proofs/refuted/points.ts'
import type { RationalPoint } from '../expression/claim.ts'
import { type Expr, mentions, substitute } from '../expression/expr.ts'
import { numberTerm } from '../expression/number-term.ts'
import { found, type Ground } from './ground.ts'
import type { Outcome } from './judgement.ts'
import type { Sentence } from './sentence.ts'

type OfFunction = Extract<Sentence, { readonly kind: 'function' }>
type Decide = (sentence: OfFunction, ground: Ground) => Outcome

const MOST_SETTINGS = 3

/** The claim judged where its letters have simple values, if it fails there. */
export function failsForSome(sentence: OfFunction, ground: Ground, decide: Decide): Outcome | undefined {
  const { study, f, variable, assuming } = ground
  if (study.letters.length === 0) return undefined
  const places = settings({ kind: 'continuous', assuming, of: f, variable })
  for (const point of places.slice(0, MOST_SETTINGS).flatMap(({ points = [] }) => points)) {
    const values = new Map([...point].map(([name, value]): [string, Expr] => [name, numberTerm(value)]))
    const there = ground.put(values)
    const outcome = found(() => decide(filled(sentence, values) as OfFunction, there))
    if (outcome?.verdict !== 'false') continue
    return { ...outcome, because: `for ${inWords(point, values)} ${outcome.because}` }
  }
  return undefined
}

const inWords = (point: RationalPoint, values: ReadonlyMap<string, Expr>): string =>
  [...point.keys()].map((name) => `${name} = ${printed(values.get(name) as Expr)}`).join(', ')

const isTerm = (value: object): value is Expr => 'hash' in value && 'kind' in value

/** Data with the values put for the letters in its terms. */
function filled(value: unknown, values: ReadonlyMap<string, Expr>): unknown {
  if (typeof value !== 'object' || value === null) return value
  if (isTerm(value))
    return [...values.keys()].some((name) => mentions(value, name)) ? substitute(value, values) : value
  if (Array.isArray(value)) return value.map((part) => filled(part, values))
  return Object.fromEntries(Object.entries(value).map(([name, part]) => [name, filled(part, values)]))
}
