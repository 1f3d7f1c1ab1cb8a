/**
 * What the marks say of the whole, and what can only be said at the end of an argument: that solutions were
 * gained and never thrown out, and that an equation with nothing after it was meant as an identity.
 */
import { type Expr, freeSymbols, isCall, mentions } from '../expression/expr.ts'
import type { Context } from '../syntax/formula.ts'
import type { Mark, Marking } from './marking.ts'
import { NAMED } from './mistakes/index.ts'
import { quantityMark, sidesOf } from './quantities.ts'

/** A mark, and the line it was given to. */
export interface Counted {
  /** The line's index. */
  readonly at: number
  readonly mark: Mark
  readonly isReasonWrong: boolean
  readonly expr?: Expr | undefined
  readonly from?: Expr | undefined
}

/** Another mark for a line. */
export interface Amendment {
  readonly at: number
  readonly mark: Mark
}

export class Tally {
  #isWrong = false
  #isUnknown = false
  /** Where solutions were gained that no later line has thrown out. */
  #gained: Counted | undefined
  /** An equation with nothing before or after it. */
  #alone: Counted | undefined
  #isFirst = true

  count(counted: Counted): void {
    const { mark, isReasonWrong, expr } = counted
    const { verdict } = mark
    this.#isWrong ||= verdict === 'wrong' || isReasonWrong
    this.#isUnknown ||= verdict === 'unknown' || verdict === 'unreadable'
    if (verdict === 'equivalent, but') {
      this.#isWrong ||= mark.but === 'lost solutions'
      // A formula in several letters is turned round for the values it is meant for.
      const isFormula = expr !== undefined && freeSymbols(expr).length > 1
      if (mark.but === 'gained solutions' && isFormula) this.#isUnknown = true
      else if (mark.but === 'gained solutions') this.#gained ??= counted
    }
    if (verdict === 'follows' && mark.fromFirst) this.#gained = undefined
    if (!expr) return
    this.#alone = this.#isFirst && verdict === 'start' ? counted : undefined
    this.#isFirst = false
  }

  /** An argument ends. */
  close(context: Context): readonly Amendment[] {
    const found = [meantAsIdentity(this.#alone, context)].filter((one) => one !== undefined)
    this.#isWrong ||= this.#gained !== undefined || found.some(({ mark }) => mark.verdict === 'wrong')
    this.#isUnknown ||= found.some(({ mark }) => mark.verdict === 'unknown')
    this.#gained = undefined
    this.#alone = undefined
    this.#isFirst = true
    return found
  }

  verdict(): Marking['verdict'] {
    if (this.#isWrong) return 'wrong'
    return this.#isUnknown ? 'unknown' : 'right'
  }
}

/**
 * `(a + b)^2 = a^2 + b^2` alone, in several letters, is no equation to solve but a law that people believe
 * in. In one letter it may be either, and that is said.
 */
function meantAsIdentity(alone: Counted | undefined, context: Context): Amendment | undefined {
  const [left, right] = (alone?.expr && isCall(alone.expr, '=') ? sidesOf(alone.expr) : undefined) ?? []
  if (!alone || !left || !right) return undefined
  const names = freeSymbols(left)
  if (names.length === 0 && freeSymbols(right).length === 0) return calculated(alone.at, left, right, context)
  if (left.kind !== 'call' || right.kind !== 'call' || names.length === 0) return undefined
  if (names.some((name) => !mentions(right, name))) return undefined
  const sides = [
    [left, right],
    [right, left],
  ] as const
  for (const [u, v] of sides) {
    const mark = quantityMark(u, v, context)
    if (mark.verdict !== 'wrong') return undefined
    const law = NAMED.find(({ name, isLaw }) => isLaw && name === mark.mistake?.name)
    if (!law) continue
    if (names.length > 1) return { at: alone.at, mark }
    const place = Object.entries(mark.at ?? {}).map(([name, value]) => `${name} = ${value}`)
    const reason = `read as an equation to solve; as an identity it fails at ${place.join(', ')}: ${law.name}`
    return { at: alone.at, mark: { verdict: 'unknown', reason } }
  }
  return undefined
}

/** Numbers alone are no equation to solve. */
function calculated(at: number, left: Expr, right: Expr, context: Context): Amendment | undefined {
  const mark = quantityMark(left, right, context)
  return mark.verdict === 'wrong' ? { at, mark } : undefined
}
