/**
 * Forms of a formula that keep its digits: the parts that lose most are rewritten, the forms measured against the
 * right values, and those kept that are best somewhere (A. Panchekha et al., PLDI 2015). Work is bounded by counts.
 */

import { Canon } from '../../expression/canonical.ts'
import { OgeeError } from '../../expression/error.ts'
import type { Expr } from '../../expression/expr.ts'
import { domainOf } from '../../rules/domain.ts'
import { isTotal } from '../../rules/forms.ts'
import { unproved } from '../../verify/prove.ts'
import { Facts } from '../../verify/signs.ts'
import { type Candidate, lossOf, lossWithCost, Meter, parts } from './candidate.ts'
import { ALL_BITS } from './error.ts'
import { slimmed } from './expand.ts'
import { Expansions } from './expansions.ts'
import { lossy, Truths } from './local-error.ts'
import { mirrored } from './mirrored.ts'
import { everywhere, replaced, rewritten } from './rewritten.ts'
import type { Sample } from './samples.ts'
import { spelled } from './spelled.ts'
import { powered } from './together.ts'

export interface Effort {
  readonly rounds: number
  /** Forms measured in all. */
  readonly forms: number
  /** Is the time over that the user has given? Nothing else looks at a clock. */
  readonly isOver?: () => boolean
}

export const USUAL: Effort = { rounds: 6, forms: 2_400 }

/** Parts rewritten in each form, and forms taken up in each round. */
const MOST_PARTS = 4
const MOST_TAKEN = 4
const LARGEST = 180
/** Forms kept; more would not fit in one program. */
const MOST_KEPT = 12
const GOOD = 0.5
/** Rounds one after the other that may save fewer bits, on average, before it is given up. */
const MOST_STALLED = 1
const PROGRESS = 0.02

/** The forms that are best at some samples, the best on the whole first; `start` are forms to begin with. */
export function forms(
  u: Expr,
  names: readonly string[],
  samples: readonly Sample[],
  effort: Effort = USUAL,
  start: readonly Expr[] = [],
): Candidate[] {
  const truths = new Truths(samples)
  const meter = new Meter(names, samples)
  const expansions = new Expansions()
  const canon = new Canon(isTotal)
  const facts = new Facts(domainOf(u, canon), canon)
  const holds = (condition: Expr): boolean => unproved(condition, facts).length === 0
  const seen = new Set<string>()
  let left = effort.forms
  const largest = Math.min(LARGEST, 3 * u.size + 60)
  const measured = (form: Expr, isNear = false): Candidate | undefined => {
    if (left > 0 && effort.isOver?.()) left = 0
    const key = `${form.hash} ${form.size}`
    if (seen.has(key) || left <= 0 || form.size > (isNear ? LARGEST : largest)) return undefined
    seen.add(key)
    left -= 1
    try {
      return meter.of(form, isNear)
    } catch (error) {
      if (error instanceof OgeeError) return undefined
      throw error
    }
  }
  const plain = powered(slimmed(spelled(u)))
  const begin = [plain, u, ...start, ...mirrored(plain, names)].flatMap((form) => measured(form) ?? [])
  // the plain form is looked into even where another is a little better from the start
  let kept = [...new Set([...begin.slice(0, 1), ...useful(begin)])]
  const done = new Set<Candidate>()
  let stalled = 0
  for (let round = 0; round < effort.rounds && left > 0; round += 1) {
    const taken = kept.filter((one) => !done.has(one)).slice(0, MOST_TAKEN)
    if (taken.length === 0 || best(kept) <= GOOD / 4) break
    const found: Candidate[] = []
    for (const one of taken) {
      done.add(one)
      const stop = left - effort.forms / (effort.rounds * MOST_TAKEN)
      for (const { form, isNear } of improved(one, truths, expansions, holds)) {
        const candidate = measured(form, isNear)
        if (candidate) found.push(candidate)
        if (left <= Math.max(0, stop)) break
      }
    }
    // what no rewriting mends, a polynomial may, where it is near enough
    if (round === 0 && least([...kept, ...found]) > GOOD)
      found.push(...expansions.of(u).flatMap((form) => measured(form, true) ?? []))
    const before = best(kept)
    kept = useful([...kept, ...found])
    stalled = best(kept) < before - PROGRESS ? 0 : stalled + 1
    if (stalled > MOST_STALLED) break
  }
  return kept
}

/** What the best single form loses. */
const least = (kept: readonly Candidate[]): number => Math.min(...kept.map(({ loss }) => loss))

/** What is lost where at every sample the best form is taken. */
const best = (kept: readonly Candidate[]): number => {
  const [first] = kept
  if (!first) return 0
  const lowest = first.wrong.map((_, i) => lossOf(Math.min(...kept.map(({ wrong }) => wrong[i] as number))))
  return lowest.reduce((a, b) => a + b, 0) / Math.max(1, lowest.length)
}

interface Other {
  readonly form: Expr
  readonly isNear: boolean
}

/** The form with one of its lossy parts rewritten, then with what is in them or around them. */
function* improved(
  { form, wrong, isNear }: Candidate,
  truths: Truths,
  expansions: Expansions,
  holds: (condition: Expr) => boolean,
): Generator<Other> {
  const all = lossy(form, wrong, truths)
  const worst = all.slice(0, MOST_PARTS)
  if (all.length > 1) {
    const paths = all.map(({ path }) => path)
    for (const other of everywhere(form, paths, holds)) yield { form: slimmed(other), isNear }
  }
  for (const { path, part } of worst) {
    for (const other of rewritten(part, holds)) yield { form: slimmed(replaced(form, path, other)), isNear }
    if (part.size > 3)
      for (const other of expansions.of(part)) yield { form: replaced(form, path, other), isNear: true }
  }
  // an operation may lose what the one around it, or its operands, could be written to keep
  for (const { path } of worst) {
    if (path.length === 0) continue
    const above = path.slice(0, -1)
    const around = above.reduce<Expr>((u, i) => (u.kind === 'call' ? (u.args[i] as Expr) : u), form)
    for (const other of rewritten(around, holds))
      yield { form: slimmed(replaced(form, above, other)), isNear }
  }
  for (const { path, part } of worst)
    for (const { part: inner, path: way } of parts(part)) {
      if (way.length === 0 || way.length > 2) continue
      for (const other of rewritten(inner, holds))
        yield { form: slimmed(replaced(form, [...path, ...way], other)), isNear }
    }
  // two rewrites, of which the first alone gains nothing
  for (const { path, part } of worst)
    for (const other of [...rewritten(part, holds)].slice(0, MOST_TWICE))
      for (const { part: inner, path: way } of parts(other)) {
        if (way.length > 2) continue
        for (const twice of rewritten(inner, holds))
          yield { form: slimmed(replaced(form, path, replaced(other, way, twice))), isNear }
      }
}

/** First rewrites that are rewritten once more. */
const MOST_TWICE = 6

/** The best on the whole, then always the one that saves most where those before it are bad. */
function useful(all: readonly Candidate[]): Candidate[] {
  const sorted = [...all].sort((a, b) => lossWithCost(a) - lossWithCost(b))
  const losses = sorted.map(({ wrong }) => wrong.map(lossOf))
  const kept: Candidate[] = []
  const least: number[] = (sorted[0]?.wrong ?? []).map(() => lossOf(ALL_BITS))
  const left = new Set(sorted.keys())
  while (kept.length < MOST_KEPT && left.size > 0) {
    let [best, most] = [-1, -Infinity]
    for (const k of left) {
      const gain = kept.length === 0 ? -k : gainOf(losses[k] as readonly number[], least)
      if (gain > most) [best, most] = [k, gain]
      if (kept.length > 0 && gain < GAIN) left.delete(k)
    }
    if (kept.length > 0 && most < GAIN) break
    kept.push(sorted[best] as Candidate)
    left.delete(best)
    losses[best]?.forEach((loss, i) => {
      least[i] = Math.min(least[i] as number, loss)
    })
  }
  return kept
}

const gainOf = (losses: readonly number[], least: readonly number[]): number =>
  losses.reduce((sum, loss, i) => sum + Math.max(0, (least[i] as number) - loss), 0)

/** Bits, summed over the samples, that make a form worth keeping. */
const GAIN = 4
