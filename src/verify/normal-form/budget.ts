/**
 * The work a normal form may cost, counted in products of terms, so that the same question gets the
 * same answer on every machine; and what can stop it.
 */

/** A question that exact arithmetic does not settle, and why. */
export class Unsettled extends Error {
  override readonly name = 'Unsettled'
}

/** There is no point where the formulas are defined: one divides by 0, say. */
export class Nowhere extends Error {}

/** How finely exponents and angles are divided: 1/n for roots, and 1/n of the angle with a number. */
export type Fineness = ReadonlyMap<'roots' | number, number>

/** Roots or parts of an angle are finer than allowed for so far: to be begun again with these. */
export class Finer extends Error {
  declare readonly cause: readonly [what: 'roots' | number, parts: number]
}

let left = 0

/** Uses up some of the work allowed. */
export function spend(work: number): void {
  left -= work
  if (left < 0) throw new Unsettled('the normal form is too large')
}

/** Runs with this much work allowed. */
export function allowing<T>(work: number, run: () => T): T {
  const before = left
  left = work
  try {
    return run()
  } finally {
    left = before
  }
}
