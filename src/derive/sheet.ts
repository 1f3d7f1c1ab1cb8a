/**
 * A sheet of working: the steps as they are made. Nothing here is trusted: the finished derivation
 * is replayed by verify/.
 */
import type { Condition } from '../expression/condition.ts'
import type { Step } from '../expression/derivation.ts'
import type { Expr } from '../expression/expr.ts'
import type { Path } from '../expression/path.ts'
import type { Letters } from '../rules/compile.ts'

/**
 * The derivation has used up the time it was given.
 *
 * @example
 * ```ts
 * new OutOfBudget('the time allowed is used up').name // → 'OutOfBudget'
 * ```
 */
export class OutOfBudget extends Error {
  override readonly name = 'OutOfBudget'
}

/** A place in the line, as seen from inside: the operand's number and the place it is part of. */
export interface Place {
  readonly within: Place | undefined
  readonly entry: number | readonly number[]
}

/** Operand `entry` of what stands at `within`. */
export const below = (within: Place | undefined, entry: number | readonly number[]): Place => ({
  within,
  entry,
})

/** The place that `path` leads to from `within`. */
export const along = (within: Place | undefined, path: Path): Place | undefined =>
  path.reduce<Place | undefined>((place, entry) => below(place, entry), within)

function pathOf(place: Place | undefined): Path {
  const path: (number | readonly number[])[] = []
  for (let p = place; p; p = p.within) path.push(p.entry)
  return path.reverse()
}

const NO_LETTERS: Letters = {}
const NO_CONDITIONS: readonly Condition[] = []
const STEPS_BETWEEN_LOOKS_AT_THE_CLOCK = 32

export class Sheet {
  readonly steps: Step[] = []
  readonly #deadline: number

  constructor(milliseconds: number) {
    this.#deadline = Date.now() + milliseconds
  }

  /** `before`, which stands at `at`, becomes `after` by a rule read in the given direction. */
  rule(
    rule: string,
    at: Place | undefined,
    letters: Letters,
    before: Expr,
    after: Expr,
    direction: Step['direction'] = 'forward',
  ): Expr {
    return this.#note(rule, at, letters, before, after, direction)
  }

  /** `before`, which stands at `at`, becomes `after` by a calculation. */
  calculate(at: Place | undefined, before: Expr, after: Expr): Expr {
    return this.#note(null, at, NO_LETTERS, before, after, 'forward')
  }

  #note(
    rule: string | null,
    at: Place | undefined,
    letters: Letters,
    before: Expr,
    after: Expr,
    direction: Step['direction'],
  ): Expr {
    if (this.steps.length % STEPS_BETWEEN_LOOKS_AT_THE_CLOCK === 0 && Date.now() > this.#deadline) {
      throw new OutOfBudget('the time allowed is used up')
    }
    this.steps.push({
      rule,
      direction,
      relation: 'equals',
      path: pathOf(at),
      before,
      after,
      letters,
      conditions: NO_CONDITIONS,
    })
    return after
  }
}
