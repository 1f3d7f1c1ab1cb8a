/**
 * The work a normal form may cost, counted in products of terms, so that the same question gets the
 * same answer on every machine.
 */

/** A question that exact arithmetic does not settle, and why. */
export class Unsettled extends Error {
  override readonly name = 'Unsettled'
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
