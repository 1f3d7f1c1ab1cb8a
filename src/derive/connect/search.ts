/**
 * The search from both ends. A state is a line as it is written; its name is the key of its neat
 * form. Both ends are worked forwards; where they meet, the second half is read backwards. The
 * promising lines come first: few steps so far, short, and made of what occurs at the other end.
 */
import type { Step } from '../../expression/derivation.ts'
import type { Expr } from '../../expression/expr.ts'
import { bridge } from './bridge.ts'
import { reversed, shortened } from './chain.ts'
import { distance } from './cost.ts'
import { type Aim, End, type State, stepsTo } from './end.ts'
import type { Move } from './move.ts'
import { attempt, neat } from './neat.ts'
import { outlookOn } from './outlook.ts'
import type { Setting } from './setting.ts'
import { type Change, Work } from './work.ts'

/** What stopped a search, or the chain it found. */
export type Found = { readonly chain: Change; readonly expansions: number } | { readonly reason: string }

export interface Limits {
  readonly expansions: number
  readonly deadline: number
  readonly moves: readonly Move[]
  /** How much the estimate of what is left counts against what was spent: more finds worse chains sooner. */
  readonly greed: number
  /** May the finished chain not have this step? */
  readonly isBarred: (step: Step) => boolean
}

/** Lines looked at after the first chain is found: a better one may be near. */
const AFTERWARDS = 15

/** A line reached from both ends. */
interface Meeting {
  readonly cost: number
  readonly first: State
  readonly second: State
}

/** Chains that are tried, the cheapest first, until one is accepted. */
const MOST_TRIED = 8

/** A chain from one form to the other that `accept` takes. */
export function search(
  from: Expr,
  to: Expr,
  setting: Setting,
  limits: Limits,
  accept: (chain: Change) => boolean,
): Found {
  const [a, b] = [neat(from, setting).to, neat(to, setting).to]
  const largest = Math.max(60, 2.2 * Math.max(a.size, b.size))
  const ends = [
    new End(a, aimAt(b, largest, setting, limits, false)),
    new End(b, aimAt(a, largest, setting, limits, true)),
  ] as const
  const meetings = [...ends[0].best.values()].flatMap((state) => meetingsOf(state, ends[0], ends))
  let [left, expansions] = [limits.expansions, 0]
  while (left > 0 && Date.now() < limits.deadline) {
    const end = chooseEnd(ends, meetings.length > 0)
    if (!end || end.queue.least >= (meetings[0]?.cost ?? Number.POSITIVE_INFINITY) + 1) break
    const isFirst = meetings.length === 0
    for (const state of end.expand()) meetings.push(...meetingsOf(state, end, ends))
    meetings.sort((p, q) => p.cost - q.cost)
    expansions += 1
    left -= 1
    if (isFirst && meetings.length > 0) left = Math.min(left, AFTERWARDS + Math.floor(0.3 * expansions))
  }
  for (const { first, second } of meetings.slice(0, MOST_TRIED)) {
    const found: Change[] = []
    attempt(() => found.push(joined(from, to, first, second, setting)))
    const [chain] = found
    if (chain && accept(chain)) return { chain, expansions }
  }
  if (meetings.length > 0) return { reason: 'a chain was found, but it could not be checked' }
  if (Date.now() >= limits.deadline) return { reason: 'the time allowed is used up' }
  return { reason: `no chain was found among ${expansions} lines` }
}

/** Where a line of one end was reached from the other too. */
function meetingsOf(state: State, end: End, [left, right]: readonly [End, End]): Meeting[] {
  const mate = (end === left ? right : left).best.get(state.key)
  if (!mate) return []
  const [first, second] = end === left ? [state, mate] : [mate, state]
  return [{ cost: first.cost + second.cost, first, second }]
}

/** The end with the shorter queue; when a chain is known, the one with the more promising line. */
function chooseEnd(ends: readonly End[], hasMet: boolean): End | undefined {
  const open = ends.filter((end) => end.queue.size > 0)
  const by = (end: End): number => (hasMet ? end.queue.least : end.queue.size)
  return open.sort((p, q) => by(p) - by(q))[0]
}

function joined(from: Expr, to: Expr, first: State, second: State, setting: Setting): Change {
  const work = new Work(from)
  work.follow([], stepsTo(first, from, setting))
  const way = stepsTo(second, to, setting)
  work.follow([], bridge(work.to, way.to, setting))
  work.follow([], reversed(to, way, setting))
  return shortened(from, work, setting)
}

/** The search towards a goal: short lines first, made of what occurs there. */
function aimAt(goal: Expr, largest: number, setting: Setting, limits: Limits, isTurned: boolean): Aim {
  const isBarred = (step: Step): boolean => limits.isBarred(isTurned ? turned(step) : step)
  return {
    outlook: outlookOn(goal, setting, isBarred),
    moves: limits.moves,
    turned: isTurned,
    largest,
    value: (line, cost) => cost + limits.greed * distance(line, goal, setting),
  }
}

/** The step as it is read when the second half is turned round. */
const turned = (step: Step): Step => ({
  ...step,
  direction: step.direction === 'forward' ? 'backward' : 'forward',
})
