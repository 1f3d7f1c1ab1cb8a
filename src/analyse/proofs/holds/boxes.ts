/** Enclosures on a box that is divided: tried where few boxes seem to be enough. */

import { double } from '../../../decide/double.ts'
import type { Dyadic } from '../../../enclose/dyadic.ts'
import { enclose } from '../../../enclose/enclose.ts'
import { between, type Interval, NEGATIVE, NULL, signs } from '../../../enclose/interval.ts'
import type { Proof } from '../../../expression/claim.ts'
import { allOf, type Condition } from '../../../expression/condition.ts'
import { call, type Expr, freeSymbols, same, symbol } from '../../../expression/expr.ts'
import { literalValue, numberTerm } from '../../../expression/number-term.ts'

import { boundOf } from '../bound-of.ts'
import { simplestNear } from '../numbers.ts'
import { lettersOf, type Span, spanOf } from '../scout.ts'
import type { Work } from '../work.ts'
import type { Inequality } from './form.ts'

const MOST_LETTERS = 3
const MOST_BOXES = 500
const BITS = 60

export function byBoxes({ claim, of, strict }: Inequality, work: Work): Proof | undefined {
  const letters = lettersOf([claim.condition])
  if (letters.length === 0 || letters.length > MOST_LETTERS) return undefined
  const written = claim.assuming.filter((condition) => letters.some((name) => isWritten(condition, name)))
  const all = [written, roundedBounds(claim.assuming, letters)]
  const assuming = all.find((bounds) => letters.every((name) => isBounded(spanOf(bounds, name, new Map()))))
  if (!assuming) return undefined
  const spans = letters.map((name) => spanOf(assuming, name, new Map()))
  const fits = isEnough(
    of,
    strict,
    letters,
    spans.map(({ low, high }) => [low, high]),
  )
  if (!fits) return undefined
  if (same(allOf(assuming), allOf(claim.assuming))) return work.by('boxes', claim)
  const general = { ...claim, assuming }
  return work.by('boxes', general) && work.by('instance', claim, { claim: general })
}

/** What is assumed of one of these letters alone, other numbers than fractions being rounded outward. */
const roundedBounds = (assuming: readonly Condition[], letters: readonly string[]): Condition[] =>
  assuming.flatMap((condition) => {
    const name = letters.find((one) => boundOf(condition, one))
    const bound = name === undefined ? undefined : boundOf(condition, name)
    if (name === undefined || !bound || freeSymbols(bound[1]).length > 0) return []
    if (literalValue(bound[1])) return [condition]
    const [head, end] = bound
    const near = double(end, [])([])
    const outside = near + (head.startsWith('>') ? -1 : 1) * OUTWARD * (1 + Math.abs(near))
    return [call(head, [symbol(name), numberTerm(simplestNear(outside, OUTWARD / 2))])]
  })

const OUTWARD = 1e-4

const isBounded = ({ low, high }: Span): boolean => low > -Infinity && high < Infinity && low <= high

/** Is the letter compared with a fraction? */
function isWritten(condition: Condition, name: string): boolean {
  const bound = boundOf(condition, name)
  return bound !== undefined && literalValue(bound[1]) !== undefined
}

type Side = readonly [number, number]
type Box = readonly Side[]

/** Do so many boxes seem to be enough to enclose signs that are right? */
export function isEnough(
  of: Expr,
  strict: boolean,
  letters: readonly string[],
  whole: Box,
  most: number = MOST_BOXES,
): boolean {
  const bad = NEGATIVE + (strict ? NULL : 0)
  const isRight = (box: Box): boolean => {
    const at = new Map(letters.map((name, i) => [name, spanned(box[i] as Side)]))
    const found = enclose(of, at, BITS)
    return found.kind === 'interval' && found.total && (signs(found.value) & bad) === 0
  }
  // where it is least, a part that many boxes could come down to must do
  if (letters.length === 1 && !isRight([aroundLeast(of, letters, whole[0] as Side, most)])) return false
  const boxes: [Box, number][] = [[whole, 0]]
  for (let count = 0; boxes.length > 0; count += 1) {
    if (count > most) return false
    const [box, depth] = boxes.pop() as [Box, number]
    if (isRight(box)) continue
    if (depth > 24 * letters.length) return false
    const i = depth % letters.length
    const [a, b] = box[i] as Side
    const half = (side: Side): [Box, number] => [box.map((old, k) => (k === i ? side : old)), depth + 1]
    boxes.push(half([a, (a + b) / 2]), half([(a + b) / 2, b]))
  }
  return true
}

const CELLS = 64

/** A short part of the interval around the point of a grid at which the term is least. */
function aroundLeast(of: Expr, letters: readonly string[], [a, b]: Side, most: number): Side {
  const f = double(of, letters)
  const grid = Array.from({ length: CELLS + 1 }, (_, i) => a + ((b - a) * i) / CELLS)
  const at = grid.reduce((best, x) => (f([x]) < f([best]) ? x : best))
  const half = (b - a) / (most * most)
  return [Math.max(a, at - half), Math.min(b, at + half)]
}

const spanned = ([a, b]: Side): Interval => between(dyadic(a), dyadic(b))

/** The double as m·2ᵉ. */
function dyadic(x: number): Dyadic {
  let [m, e] = [x, 0]
  while (!Number.isInteger(m)) {
    m *= 2
    e -= 1
  }
  return { m: BigInt(m), e }
}
