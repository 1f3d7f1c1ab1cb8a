/**
 * Two mistakes in one line, in different terms: what each adds to the right line adds up. So the second is
 * looked up by what the first leaves over, and no pair has to be tried.
 */
import type { Expr } from '../expression/expr.ts'
import { add, negate } from '../expression/expr.ts'
import type { Candidate } from './candidates.ts'
import { doublesOf } from './glance.ts'

/** A guess, and the quantity that it gives. */
interface Slip {
  readonly candidate: Candidate
  readonly form: Expr
  /** What it adds to the right line, at the points. */
  readonly added: readonly number[]
}

export interface TwoSlips {
  readonly first: Candidate
  readonly second: Candidate
  /** The line that both together give. */
  readonly form: Expr
}

const MOST_SLIPS = 500
const NEAR = 1e-8

export class Slips {
  readonly #right: Expr
  readonly #names: readonly string[]
  readonly #values: readonly number[]
  readonly #slips: Slip[] = []

  constructor(right: Expr, names: readonly string[]) {
    this.#right = right
    this.#names = names
    this.#values = doublesOf(right, names)
  }

  /** Keeps a guess, unless it changes nothing. */
  keep(candidate: Candidate, form: Expr): void {
    if (this.#slips.length >= MOST_SLIPS || candidate.isUndone) return
    const added = doublesOf(form, this.#names).map((value, i) => value - (this.#values[i] as number))
    if (added.every(Number.isFinite) && added.some((value) => Math.abs(value) > NEAR))
      this.#slips.push({ candidate, form, added })
  }

  /** Pairs that together give the wrong line, as far as doubles tell, in the order of the table. */
  *pairs(wrong: Expr): Generator<TwoSlips> {
    const target = doublesOf(wrong, this.#names).map((value, i) => value - (this.#values[i] as number))
    if (!target.every(Number.isFinite)) return
    const byFirst = new Map<string, Slip[]>()
    for (const slip of this.#slips) {
      const key = keyOf(slip.added[0] as number)
      byFirst.set(key, [...(byFirst.get(key) ?? []), slip])
    }
    for (const one of this.#slips) {
      const left = target.map((value, i) => value - (one.added[i] as number))
      for (const other of byFirst.get(keyOf(left[0] as number)) ?? []) {
        if (one === other || !other.added.every((value, i) => isNear(value, left[i] as number))) continue
        const form = add(add(one.form, other.form), negate(this.#right))
        yield { first: one.candidate, second: other.candidate, form }
      }
    }
  }
}

const keyOf = (value: number): string => value.toPrecision(7)
const isNear = (a: number, b: number): boolean => Math.abs(a - b) <= NEAR * Math.max(1, Math.abs(a))
