/**
 * The search from both ends. A state is a line as it is written; its name is the key of its neat
 * form. Both ends are worked forwards; where they meet, the second half is read backwards. The
 * promising lines come first: few steps so far, short, and made of what occurs at the other end.
 */
import type { Step } from '../../expression/derivation.ts'
import { type Expr, same } from '../../expression/expr.ts'
import { asProduct, type Factor } from '../view.ts'
import { bridge } from './bridge.ts'
import { reversed, shortened } from './chain.ts'
import { distance } from './cost.ts'
import { type Aim, End, type State, stepsTo } from './end.ts'
import type { Move, Outlook } from './move.ts'
import { attempt, neat } from './neat.ts'
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
  const meetings: { cost: number; first: State; second: State }[] = []
  const meet = (state: State, own: End, other: End): void => {
    const mate = other.best.get(state.key)
    if (!mate) return
    const [first, second] = own === ends[0] ? [state, mate] : [mate, state]
    meetings.push({ cost: first.cost + second.cost, first, second })
  }
  const start = ends[0].best.get(setting.canon.key(a))
  if (start) meet(start, ends[0], ends[1])
  let [left, expansions] = [limits.expansions, 0]
  while (left > 0 && Date.now() < limits.deadline) {
    const own = chooseEnd(ends, meetings.length > 0)
    if (!own) break
    const best = meetings[0]?.cost ?? Number.POSITIVE_INFINITY
    if (own.queue.least >= best + 1) break
    const before = meetings.length
    for (const state of own.expand()) meet(state, own, own === ends[0] ? ends[1] : ends[0])
    expansions += 1
    left -= 1
    meetings.sort((p, q) => p.cost - q.cost)
    if (before === 0 && meetings.length > 0) left = Math.min(left, AFTERWARDS + Math.floor(0.3 * expansions))
  }
  for (const { first, second } of meetings.slice(0, 8)) {
    const found: Change[] = []
    attempt(() => found.push(joined(from, to, first, second, setting)))
    const [chain] = found
    if (chain && accept(chain)) return { chain, expansions }
  }
  const stopped = left > 0 && Date.now() >= limits.deadline ? 'the time allowed is used up' : undefined
  if (meetings.length > 0) return { reason: 'a chain was found, but it could not be checked' }
  return { reason: stopped ?? `no chain was found among ${expansions} lines` }
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

/** What may be looked at of the other end; steps that are barred are not taken. */
export function outlookOn(
  goal: Expr,
  setting: Setting,
  isBarred: (step: Step) => boolean = () => false,
): Outlook {
  const divisors: Factor[] = []
  const angles: Expr[] = []
  const visit = (u: Expr): void => {
    if (u.kind !== 'call') return
    if (u.head === 'divide' || u.head === 'power') {
      for (const f of asProduct(u).below) {
        const i = divisors.findIndex(({ base }) => same(base, f.base))
        if (i < 0) divisors.push(f)
        else if (f.exponent > (divisors[i] as Factor).exponent) divisors[i] = f
      }
    }
    if (ANGLED.has(u.head)) angles.push(u.args[0] as Expr)
    u.args.forEach(visit)
  }
  visit(goal)
  return { setting, goal, isBarred, divisors: divisors.slice(0, 6), angles: angles.slice(0, 6) }
}

const ANGLED: ReadonlySet<string> = new Set(['sin', 'cos', 'tan', 'sinh', 'cosh', 'tanh'])
