/**
 * The search from both ends. A state is a line as it is written; its name is the key of its neat
 * form. Both ends are worked forwards; where they meet, the second half is read backwards. The
 * promising lines come first: few steps so far, short, and made of what occurs at the other end.
 */

import type { Key } from '../../expression/canonical.ts'
import { linesOf, type Step } from '../../expression/derivation.ts'
import type { Expr } from '../../expression/expr.ts'
import { type Path, partAt, replaceAt } from '../../expression/path.ts'
import { asProduct } from '../view.ts'
import { bridge } from './bridge.ts'
import { reversed, shortened } from './chain.ts'
import { costOf, distance, isFraction, nesting } from './cost.ts'
import { Heap } from './heap.ts'
import type { Outlook } from './move.ts'
import { MOVES } from './moves/index.ts'
import { attempt, neat } from './neat.ts'
import type { Setting } from './setting.ts'
import { type Change, Work } from './work.ts'

interface State {
  readonly line: Expr
  readonly key: Key
  readonly cost: number
  readonly parent: State | undefined
  readonly path: Path
  readonly change: Change | undefined
}

/** One end of the search: what has been reached from it. */
class End {
  readonly queue: Heap<State> = new Heap<State>()
  readonly best = new Map<Key, State>()
  readonly #moves = new Map<Expr, readonly Change[]>()
  readonly #outlook: Outlook
  readonly #setting: Setting
  readonly #largest: number

  constructor(start: Expr, outlook: Outlook, largest: number) {
    this.#outlook = outlook
    this.#setting = outlook.setting
    this.#largest = largest
    const { canon } = outlook.setting
    this.#admit({
      line: start,
      key: canon.key(start),
      cost: 0,
      parent: undefined,
      path: [],
      change: undefined,
    })
  }

  #admit(state: State): State | undefined {
    const known = this.best.get(state.key)
    if (known && known.cost <= state.cost) return undefined
    this.best.set(state.key, state)
    this.queue.push(state.cost + distance(state.line, this.#outlook.goal, this.#setting), state)
    return state
  }

  /** The states that follow from the most promising one. */
  expand(): State[] {
    const state = this.queue.pop()
    if (!state || this.best.get(state.key) !== state) return []
    const fresh: State[] = []
    for (const { path, part } of places(state.line)) {
      for (const change of this.#movesOf(part)) {
        const next = this.#after(state, path, change)
        const admitted = next && this.#admit(next)
        if (admitted) fresh.push(admitted)
      }
    }
    return fresh
  }

  #movesOf(part: Expr): readonly Change[] {
    const known = this.#moves.get(part)
    if (known) return known
    const found: Change[] = []
    const seen = new Set<Key>()
    for (const move of MOVES) {
      attempt(() => {
        for (const change of move(part, this.#outlook)) {
          if (!change || change.to.size > this.#largest || this.#outlook.isBarred(change.steps)) continue
          const key = this.#setting.canon.key(this.#setting.terms.one(change.to))
          if (seen.has(key)) continue
          seen.add(key)
          found.push(change)
        }
      })
    }
    this.#moves.set(part, found)
    return found
  }

  #after(state: State, path: Path, change: Change): State | undefined {
    const raw = replaceAt(state.line, path, change.to)
    if (!raw) return undefined
    const { to: line, steps } = neat(raw, this.#setting)
    if (line.size > this.#largest) return undefined
    const key = this.#setting.canon.key(line)
    const cost =
      state.cost +
      0.5 +
      costOf(change.steps, this.#setting, isInside(state.line, path)) +
      costOf(steps, this.#setting) / 3 +
      0.25 * nesting(line)
    return { line, key, cost, parent: state, path, change }
  }
}

/** Does the path lead into a fraction? */
const isInside = (line: Expr, path: Path): boolean =>
  path.some((_, i) => isFraction(partAt(line, path.slice(0, i)) as Expr))

/** Every part of the line. */
function* places(u: Expr, path: Path = []): Generator<{ path: Path; part: Expr }> {
  if (u.kind === 'call' && CLOSED.has(u.head)) return
  if (u.kind === 'call' || path.length === 0) yield { path, part: u }
  if (u.kind !== 'call') return
  for (const [i, arg] of u.args.entries()) yield* places(arg, [...path, i])
}

const CLOSED: ReadonlySet<string> = new Set(['D', 'at', 'defined', 'interior', 'piecewise'])

/** The steps from the start of this end to the state. */
function stepsTo(state: State, start: Expr, setting: Setting): Change {
  const states: State[] = []
  for (let s: State | undefined = state; s; s = s.parent) states.unshift(s)
  const work = new Work(start)
  work.follow([], neat(start, setting))
  for (const { path, change } of states.slice(1)) {
    work.follow(path, change as Change)
    work.follow([], neat(work.to, setting))
  }
  return work
}

/** What stopped a search, or the chain it found. */
export type Found = { readonly chain: Change; readonly expansions: number } | { readonly reason: string }

export interface Limits {
  readonly expansions: number
  readonly deadline: number
  /** Rules that no step may use. */
  readonly avoiding: ReadonlySet<string>
}

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
    new End(a, outlookOn(b, setting, limits.avoiding), largest),
    new End(b, outlookOn(a, setting, limits.avoiding), largest),
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
    const own = chooseEnd(ends)
    if (!own) break
    const best = meetings[0]?.cost ?? Number.POSITIVE_INFINITY
    if (own.queue.least >= best + 1) break
    const before = meetings.length
    for (const state of own.expand()) meet(state, own, own === ends[0] ? ends[1] : ends[0])
    expansions += 1
    left -= 1
    meetings.sort((p, q) => p.cost - q.cost)
    if (before === 0 && meetings.length > 0) left = Math.min(left, 6 + Math.floor(0.3 * expansions))
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

/** The end with the shorter queue, if it has one. */
function chooseEnd([first, second]: readonly [End, End]): End | undefined {
  const open = [first, second].filter((end) => end.queue.size > 0)
  return open.sort((p, q) => p.queue.size - q.queue.size)[0]
}

function joined(from: Expr, to: Expr, first: State, second: State, setting: Setting): Change {
  const work = new Work(from)
  work.follow([], stepsTo(first, from, setting))
  const way = stepsTo(second, to, setting)
  work.follow([], bridge(work.to, way.to, setting))
  work.follow([], reversed(to, way, setting))
  linesOf({ from, steps: work.steps })
  return shortened(from, work, setting)
}

function outlookOn(goal: Expr, setting: Setting, avoiding: ReadonlySet<string>): Outlook {
  const divisors: Expr[] = []
  const angles: Expr[] = []
  const visit = (u: Expr): void => {
    if (u.kind !== 'call') return
    if (u.head === 'divide' || u.head === 'power') {
      for (const f of asProduct(u).below) if (!divisors.includes(f.base)) divisors.push(f.base)
    }
    if (ANGLED.has(u.head)) angles.push(u.args[0] as Expr)
    u.args.forEach(visit)
  }
  visit(goal)
  const isBarred = (steps: readonly Step[]): boolean =>
    avoiding.size > 0 && steps.some((step) => step.rule !== null && avoiding.has(step.rule))
  return { setting, goal, isBarred, divisors: divisors.slice(0, 6), angles: angles.slice(0, 6) }
}

const ANGLED: ReadonlySet<string> = new Set(['sin', 'cos', 'tan', 'sinh', 'cosh', 'tanh'])
