/**
 * From one form to another: both are brought towards one fraction, a little further at a time,
 * until a calculation joins them; the second half is then read backwards. If fractions remain, they
 * are given one denominator and their numerators multiplied out.
 */
import { Canon } from '../../expression/canonical.ts'
import type { Step } from '../../expression/derivation.ts'
import { type CallNode, type Expr, same } from '../../expression/expr.ts'
import { type Path, partAt, replaceAt } from '../../expression/path.ts'
import { isTotal } from '../../rules/forms.ts'
import type { Move } from '../move.ts'
import { along, Sheet } from '../sheet.ts'
import { type Desk, type Tidied, tidy } from '../tidy.ts'
import { EXPANDING, LEVELS, type Mover, oneDenominator, overOneDenominator, powerOfPower } from './moves.ts'
import { calculation, reversed } from './reverse.ts'

/** Moves that one side may take: what is not done by then is taken as not to be done. */
const MOST_MOVES = 150

/** A term on its way to one fraction. */
class Side {
  line: Expr
  readonly from: Expr
  readonly #sheet: Sheet
  readonly #canon: Canon
  readonly #tidied: Tidied = new Set()
  #moves = 0

  constructor(from: Expr, canon: Canon, milliseconds: number) {
    this.from = from
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
export function meet(u: Expr, v: Expr, milliseconds: number): Step[] | undefined {
  const canon = new Canon(isTotal)
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
  return [...a.steps, ...joined(a.line, b.line, [], canon), ...reversed(v, b.steps, canon)]
}

/** Calculations from u to v, each as deep in the term as can be. */
function joined(u: Expr, v: Expr, path: Path, canon: Canon): Step[] {
  if (same(u, v)) return []
  if (u.kind === 'call' && v.kind === 'call' && u.head === v.head && u.args.length === v.args.length) {
    const pairs = u.args.map((arg, i) => [arg, v.args[i] as Expr] as const)
    if (pairs.every(([a, b]) => canon.same(a, b))) {
      return pairs.flatMap(([a, b], i) => joined(a, b, [...path, i], canon))
    }
  }
  return [calculation(path, u, v)]
}
