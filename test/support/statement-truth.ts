/**
 * Rules about statements put to the test: which of their letters to fill in so that one of their
 * equations is true, and whether a statement is true at a point. A relation is true where both its
 * sides are defined and stand in it; a letter for a whole number may have any whole value.
 */

import { isCondition } from '../../src/expression/condition.ts'
import {
  divide,
  type Expr,
  freeSymbols,
  integer,
  isCall,
  negate,
  productOf,
  sumOf,
} from '../../src/expression/expr.ts'
import { rational } from '../../src/expression/rational.ts'
import { type CompiledRule, instantiate, type Letters } from '../../src/rules/compile.ts'
import { holdsAt, isValue, meets, type Point, size, valueAt, width } from './oracle.ts'
import type { Random } from './random.ts'

/** The equations that a statement is made of. */
const equationsIn = (u: Expr): readonly (readonly [Expr, Expr])[] => {
  if (isCall(u, '=')) return [u.args as unknown as readonly [Expr, Expr]]
  return u.kind === 'call' ? u.args.flatMap(equationsIn) : []
}

/** A letter and a form: if the letter stands for it, the equation is true wherever the form has a value. */
type Solved = readonly [letter: string, form: Expr]

const ZERO = integer(0)

function* solved([left, right]: readonly [Expr, Expr]): Generator<Solved> {
  const lone = (u: Expr, v: Expr): Solved[] =>
    u.kind === 'symbol' && !freeSymbols(v).includes(u.name) ? [[u.name, v]] : []
  yield* lone(left, right)
  yield* lone(right, left)
  if (left.kind !== 'call') return
  if (right.kind === 'call' && left.head === right.head)
    yield* lone(left.args[0] as Expr, right.args[0] as Expr)
  if (right.kind !== 'number') return
  if (left.head === 'add') {
    for (const [i, term] of left.args.entries()) {
      const rest = negate(sumOf(left.args.filter((_, k) => k !== i)))
      const factors = isCall(term, 'multiply') ? term.args : [term]
      for (const [j, factor] of factors.entries()) {
        const others = factors.filter((_, k) => k !== j)
        yield* lone(factor, others.length === 0 ? rest : divide(rest, productOf(others)))
      }
    }
  } else for (const arg of left.args) yield* lone(arg, ZERO)
}

/** All ways to make an equation of the row true by the choice of one letter. */
export const waysToSolve = ({ from, to, rule }: CompiledRule): Solved[] =>
  !isCondition(from)
    ? []
    : [from, to]
        .flatMap(equationsIn)
        .flatMap((equation) => [...solved(equation)])
        .filter(([letter]) => rule.where?.[letter] === undefined)

/** The letters, one of them chosen so that an equation of the row is true. */
export function madeTrue(letters: Letters, ways: readonly Solved[], random: Random): Letters {
  const [letter, form] = random.pick(ways)
  const whole = { ...letters, n: numberOf(random.whole(-2, 2)) }
  const value = instantiate(form, whole)
  return value ? { ...letters, [letter]: value } : letters
}

const numberOf = (n: number): Expr => (n < 0 ? negate(integer(-n)) : integer(n))

/** Whole values that are tried for a letter, which is enough for terms of at most this size. */
const WHOLE = [0, 1, -1, 2, -2, 3, -3, 4, -4]
const LARGEST = 9

/** Is the statement, a side of the row, true at the point? */
export function isTrue(
  side: Expr,
  row: CompiledRule,
  letters: Letters,
  at: Point,
  bits: number,
): boolean | 'unknown' {
  const fresh = Object.entries(row.rule.where ?? {}).find(([, kind]) => kind === 'new whole number')?.[0]
  const truth = (all: Letters): boolean | 'unknown' => {
    const u = instantiate(side, all)
    return u ? truthOf(u, at, bits) : 'unknown'
  }
  if (fresh === undefined || !freeSymbols(side).includes(fresh)) return truth(letters)
  const angles = Object.values(letters)
    .flat()
    .map((u) => valueAt(u, at, bits))
  if (angles.some((angle) => isValue(angle) && size(angle) > LARGEST)) return 'unknown'
  return someOf(WHOLE, (n) => truth({ ...letters, [fresh]: numberOf(n) }))
}

/** Is the statement true at the point, for some whole values of the fresh letters? */
export function isTrueAt(u: Expr, at: Point, fresh: readonly string[] = [], bits = 120): boolean | 'unknown' {
  const [letter, ...others] = fresh
  if (letter === undefined) return truthOf(u, at, bits)
  return someOf(WHOLE, (n) => isTrueAt(u, { ...at, [letter]: rational(BigInt(n)) }, others, bits))
}

function someOf<T>(items: readonly T[], truth: (item: T) => boolean | 'unknown'): boolean | 'unknown' {
  let doubt = false
  for (const item of items) {
    const found = truth(item)
    if (found === true) return true
    doubt ||= found === 'unknown'
  }
  return doubt ? 'unknown' : false
}

function truthOf(u: Expr, at: Point, bits: number): boolean | 'unknown' {
  const parts = u.kind === 'call' ? u.args : []
  if (isCall(u, 'or')) return someOf(parts, (part) => truthOf(part, at, bits))
  if (isCall(u, 'and')) {
    const not = someOf(parts, (part) => negation(truthOf(part, at, bits)))
    return negation(not)
  }
  const [left, right] = parts.map((part) => valueAt(part, at, bits))
  if (left === 'undefined' || right === 'undefined') return false
  if (left === undefined || right === undefined || !isValue(left) || !isValue(right)) return 'unknown'
  if (isCall(u, '=')) {
    if (!meets(left, right)) return false
    return [left, right].every((a) => width(a) <= 2 ** -60 * Math.max(size(a), 2 ** -20)) ? true : 'unknown'
  }
  const found = holdsAt(u, at, bits)
  return found === 'undefined' ? false : found
}

const negation = (truth: boolean | 'unknown'): boolean | 'unknown' => (truth === 'unknown' ? truth : !truth)
