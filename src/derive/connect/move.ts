/**
 * A move: one idea and what follows from it at once, written out in steps. Moves are guesses: each
 * step they write is replayed in the end.
 */
import type { Step } from '../../expression/derivation.ts'
import { type CallNode, type Expr, isCall, same } from '../../expression/expr.ts'
import type { Path } from '../../expression/path.ts'
import type { Factor } from '../view.ts'
import { bridge } from './bridge.ts'
import { reversed } from './chain.ts'
import { attempt, neat } from './neat.ts'
import type { Setting } from './setting.ts'
import { type Change, DeadEnd, Work } from './work.ts'

/** What a move may look at: the other end of the chain. */
export interface Outlook {
  readonly setting: Setting
  readonly goal: Expr
  /** May this step not be taken? */
  readonly isBarred: (step: Step) => boolean
  /** Factors below the line at the other end. */
  readonly divisors: readonly Factor[]
  /** Operands of the trigonometric and hyperbolic functions at the other end. */
  readonly angles: readonly Expr[]
}

/** All ways to use one idea at the top of a term. */
export type Move = (u: Expr, outlook: Outlook) => Iterable<Change | undefined>

/** The change that is worked out from u; none if nothing changes or the work comes to nothing. */
export function moved(u: Expr, work: (work: Work) => void): Change | undefined {
  const own = new Work(u)
  return attempt(() => work(own)) && own.steps.length > 0 ? own : undefined
}

/** The part at `path` in its neat form. */
export function tidyUp(work: Work, path: Path, setting: Setting): Work {
  const change = neat(work.at(path), setting)
  return change.steps.length > 0 ? work.follow(path, change) : work
}

/** The part at `path` is written as `form`, from which it would come by the given work. */
export function unmade(
  work: Work,
  path: Path,
  form: Expr,
  made: (work: Work) => void,
  setting: Setting,
): void {
  const forth = new Work(form)
  made(forth)
  const u = work.at(path)
  const whole = same(forth.to, u) ? forth : forth.follow([], bridge(forth.to, u, setting))
  work.follow(path, reversed(form, whole, setting))
}

/** The addends of a sum as written, or the term alone. */
export const addendsOf = (u: Expr): readonly Expr[] => (isCall(u, 'add') ? u.args : [u])

/** The path to some operands of a sum: to the whole if they are all. */
export function pathToSome(u: CallNode, indices: readonly number[]): Path {
  if (indices.length === u.args.length) return []
  if (indices.length < 2) throw new DeadEnd('one operand is no selection')
  return [[...indices].sort((a, b) => a - b)]
}
