/**
 * What has been reached from one form: lines, each named by the key of its neat form, the most
 * promising first. A line as it is written stays as it is where no move touches it.
 */
import type { Key } from '../../expression/canonical.ts'
import type { Expr } from '../../expression/expr.ts'
import { type Path, partAt, replaceAt } from '../../expression/path.ts'
import { costOf, isFraction, nesting } from './cost.ts'
import { Heap } from './heap.ts'
import type { Move, Outlook } from './move.ts'
import { attempt, neat } from './neat.ts'
import type { Setting } from './setting.ts'
import { type Change, Work } from './work.ts'

/** A line that has been reached, and from which. */
export interface State {
  readonly line: Expr
  readonly key: Key
  readonly cost: number
  readonly parent: State | undefined
  readonly path: Path
  readonly change: Change | undefined
}

/** What a search from one form goes by. */
export interface Aim {
  readonly outlook: Outlook
  readonly moves: readonly Move[]
  /** Will the steps be read backwards? */
  readonly turned: boolean
  /** Longer lines are not written. */
  readonly largest: number
  /** How promising a line is that has cost so much: the less, the better. */
  readonly value: (line: Expr, cost: number) => number
}

export class End {
  readonly queue: Heap<State> = new Heap<State>()
  readonly best: Map<Key, State> = new Map<Key, State>()
  readonly #changes = new Map<Expr, readonly Change[]>()
  readonly #aim: Aim
  readonly #setting: Setting

  constructor(start: Expr, aim: Aim) {
    this.#aim = aim
    this.#setting = aim.outlook.setting
    const { canon } = this.#setting
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
    this.queue.push(this.#aim.value(state.line, state.cost), state)
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
    const known = this.#changes.get(part)
    if (known) return known
    const found: Change[] = []
    const seen = new Set<Key>()
    const { outlook, moves, largest } = this.#aim
    for (const move of moves) {
      attempt(() => {
        for (const change of move(part, outlook)) {
          if (!change || change.to.size > largest || change.steps.some(outlook.isBarred)) continue
          const key = this.#setting.canon.key(this.#setting.terms.one(change.to))
          if (seen.has(key)) continue
          seen.add(key)
          found.push(change)
        }
      })
    }
    this.#changes.set(part, found)
    return found
  }

  #after(state: State, path: Path, change: Change): State | undefined {
    const raw = replaceAt(state.line, path, change.to)
    if (!raw) return undefined
    const { to: line, steps } = neat(raw, this.#setting)
    if (line.size > this.#aim.largest) return undefined
    const key = this.#setting.canon.key(line)
    const { turned } = this.#aim
    const cost =
      state.cost +
      0.5 +
      (change.farFetched ?? 0) +
      costOf(change.steps, this.#setting, { inside: isInside(state.line, path), turned }) +
      costOf(steps, this.#setting, { turned, weight: 0.4 }) +
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
export function stepsTo(state: State, start: Expr, setting: Setting): Change {
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
