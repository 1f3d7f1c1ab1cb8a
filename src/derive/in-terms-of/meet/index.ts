/**
 * From one form to another: both are brought towards one fraction, a little further at a time,
 * until a calculation joins them; the second half is then read backwards. If fractions remain, they
 * are given one denominator and their numerators multiplied out.
 */
import type { Canon } from '../../../expression/canonical.ts'
import type { Step } from '../../../expression/derivation.ts'
import { add, type CallNode, type Expr, integer, isCall, same } from '../../../expression/expr.ts'
import { type Path, partAt, replaceAt } from '../../../expression/path.ts'
import { bridge } from '../../connect/bridge.ts'
import { reversed } from '../../connect/chain.ts'
import { Setting } from '../../connect/setting.ts'
import { DeadEnd, Work } from '../../connect/work.ts'
import type { Move } from '../../move.ts'
import { along, Sheet } from '../../sheet.ts'
import { type Desk, type Tidied, tidy } from '../../tidy.ts'
import { oneDenominator, overOneDenominator } from './fractions.ts'
import { EXPANDING, LEVELS } from './levels.ts'
import type { Mover } from './mover.ts'
import { powerOfPower } from './powers.ts'

/** Moves that one side may take: what is not done by then is taken as not to be done. */
const MOST_MOVES = 150

/** A term on its way to one fraction. */
class Side {
  line: Expr
  readonly #sheet: Sheet
  readonly #canon: Canon
  readonly #tidied: Tidied = new Set()
  #moves = 0

  constructor(from: Expr, canon: Canon, milliseconds: number) {
    this.line = from
    this.#canon = canon
    this.#sheet = new Sheet(milliseconds)
  }

  get steps(): readonly Step[] {
    return this.#sheet.steps
  }

  /** Tidies and moves until nothing is left to do. */
  settle(movers: readonly Mover[], tidying = true): void {
    const done = new Set<Expr>()
    const desk: Desk = { sheet: this.#sheet, canon: this.#canon, tidied: this.#tidied }
    do if (tidying) this.line = tidy(this.line, undefined, desk)
    while (this.#move(movers, this.line, [], done))
  }

  /** The first move from the inside out. */
  #move(movers: readonly Mover[], u: Expr, path: Path, done: Set<Expr>): boolean {
    if (u.kind !== 'call' || done.has(u) || this.#moves >= MOST_MOVES) return false
    if (movers.includes(powerOfPower) && this.#try([powerOfPower], u, path)) return true
    const inExponent = movers.filter((mover) => mover !== oneDenominator)
    for (const [i, arg] of u.args.entries()) {
      const allowed = u.head === 'power' && i === 1 ? inExponent : movers
      if (this.#move(allowed, arg, [...path, i], done)) return true
    }
    if (this.#try(movers, u, path)) return true
    done.add(u)
    return false
  }

  #try(movers: readonly Mover[], u: CallNode, path: Path): boolean {
    for (const mover of movers) {
      const moves = mover(u, this.#canon)
      if (moves.length === 0) continue
      this.make(moves, path)
      return true
    }
    return false
  }

  make(moves: readonly Move[], path: Path): void {
    this.#moves += 1
    for (const { rule, letters = {}, direction, at = [], to } of moves) {
      const whole: Path = [...path, ...at]
      const before = partAt(this.line, whole) as Expr
      const place = along(undefined, whole)
      if (rule !== undefined) this.#sheet.rule(rule, place, letters, before, to, direction)
      else if (!same(before, to)) this.#sheet.calculate(place, before, to)
      this.line = replaceAt(this.line, whole, to) as Expr
    }
  }
}

/** The steps from u to v, if they are found; not yet checked. */
export function meet(u: Expr, v: Expr, milliseconds: number): readonly Step[] | undefined {
  const setting = new Setting([])
  const { canon } = setting
  const [a, b] = [new Side(u, canon, milliseconds), new Side(v, canon, milliseconds)]
  for (const level of LEVELS.keys()) {
    if (canon.same(a.line, b.line)) break
    const movers = LEVELS.slice(0, level + 1).flat()
    a.settle(movers)
    b.settle(movers)
  }
  if (!canon.same(a.line, b.line)) {
    const [toA, toB] = overOneDenominator(a.line, b.line)
    a.make(toA, [])
    b.make(toB, [])
    a.settle(EXPANDING, false)
    b.settle(EXPANDING, false)
  }
  if (!canon.same(a.line, b.line)) return undefined
  return chain(u, v, a, b, setting)
}

/** From u to where the two sides met, and back to v. */
function chain(u: Expr, v: Expr, a: Side, b: Side, setting: Setting): readonly Step[] | undefined {
  const { canon } = setting
  try {
    const work = new Work(u)
    work.follow([], { to: a.line, steps: a.steps })
    work.follow([], bridge(a.line, b.line, setting))
    work.follow([], reversed(v, { to: b.line, steps: b.steps }, setting))
    return work.steps.map((step) => named(step, canon))
  } catch (problem) {
    if (problem instanceof DeadEnd) return undefined
    throw problem
  }
}

/** A calculation that makes a sum longer by a term and its opposite has a name. */
function named(step: Step, canon: Canon): Step {
  if (step.rule !== null || !isCall(step.after, 'add')) return step
  const addends = addendsOf(step.after)
  if (addends.length <= addendsOf(step.before).length) return step
  const r = addends.find((a, i) => addends.some((b, j) => i < j && canon.same(add(a, b), integer(0))))
  return r ? { ...step, rule: 'add and subtract', letters: { u: step.before, r } } : step
}

const addendsOf = (u: Expr): readonly Expr[] => (isCall(u, 'add') ? u.args.flatMap(addendsOf) : [u])
