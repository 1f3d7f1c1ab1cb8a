/**
 * The neat form of a term: what is left when everything is done that nobody would call an idea.
 * Like terms are collected, exponents added, common factors cancelled, fractions below the line
 * turned over, e^0, log(e^u) and values to know worked out. Nothing is multiplied out, joined or
 * split, so that moves that do so are not undone. Two states of the search are the same if their
 * neat forms have one key.
 */
import type { CallNode, Expr } from '../../expression/expr.ts'
import { definition } from '../../functions/index.ts'
import { neatFunction } from './neat/function.ts'
import { neatPiecewise } from './neat/piecewise.ts'
import { neatPower } from './neat/power.ts'
import { neatProduct } from './neat/product.ts'
import { neatSum } from './neat/sum.ts'
import type { Setting } from './setting.ts'
import { type Change, DeadEnd, Work } from './work.ts'

/** Forms that no step may enter. */
const CLOSED: ReadonlySet<string> = new Set(['D', 'at', 'defined', 'interior'])

/** Changes one after the other; more than this means that two undo each other. */
const DEEPEST = 60

/** The neat form of u with the steps to it. */
export function neat(u: Expr, setting: Setting, depth = 0): Change {
  const own = setting.terms.one(u)
  const known = setting.neat.get(own)
  if (known) return known
  const asItIs = { to: own, steps: [] }
  setting.neat.set(own, asItIs) // met again while it is worked on, it stays: nothing goes in circles
  const change = depth > DEEPEST ? asItIs : worked(own, setting, depth)
  setting.neat.set(own, change)
  return change
}

function worked(u: Expr, setting: Setting, depth: number): Change {
  if (u.kind !== 'call' || CLOSED.has(u.head)) return { to: u, steps: [] }
  const work = new Work(u)
  const isOpen = u.head !== 'piecewise' // a branch holds only under its question
  for (const [i, arg] of isOpen ? u.args.entries() : []) {
    const inner = neat(arg, setting, depth)
    if (inner.steps.length > 0 && mayEnter(u, i, inner.to, setting)) work.follow([i], inner)
  }
  const before = work.steps.length
  const next = work.to as CallNode
  if (!attempt(() => oneChange(next, work, setting)) || work.steps.length === before) {
    return { to: setting.terms.one(work.to), steps: work.steps }
  }
  work.follow([], neat(work.to, setting, depth + 1))
  return { to: setting.terms.one(work.to), steps: work.steps }
}

/** An exponent, and what a definition may use as one, must not become or cease to be a number. */
function mayEnter(u: CallNode, i: number, fresh: Expr, { canon }: Setting): boolean {
  if (!(u.head === 'power' && i === 1) && !definition(u.head)) return true
  return (canon.value(u.args[i] as Expr) === undefined) === (canon.value(fresh) === undefined)
}

/** Does the work succeed? */
export function attempt(work: () => void): boolean {
  try {
    work()
    return true
  } catch (problem) {
    if (problem instanceof DeadEnd) return false
    throw problem
  }
}

function oneChange(u: CallNode, work: Work, setting: Setting): void {
  if (u.head === 'add') neatSum(u, work, setting)
  else if (u.head === 'multiply' || u.head === 'divide' || u.head === 'negate') neatProduct(u, work, setting)
  else if (u.head === 'power') neatPower(u, work, setting)
  else if (u.head === 'piecewise') neatPiecewise(u, work, setting)
  else neatFunction(u, work, setting)
}
