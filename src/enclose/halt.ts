/** How a computation ends without a value: what is thrown, and the time limit for long numbers. */

/** Proved to be undefined; or nothing is known. */
export type Halt = { readonly kind: 'undefined' | 'unknown'; readonly reason: string }
export const isHalt = (u: unknown): u is Halt => u instanceof Object && 'kind' in u && 'reason' in u
/** Throws a `Halt`. */
export const stop = (kind: Halt['kind'], reason: string): never => {
  throw { kind, reason } satisfies Halt
}

/** The time limit; the work done so far, where it is stopped, and when the clock is looked at next. */
let [deadline, done, most, next] = [Infinity, 0, Infinity, 0]
/** Counts `bits` of work, and looks at the clock once per million of them. */
export function tick(bits: number): void {
  done += bits
  if (done > most) stop('unknown', 'it takes too much work')
  if (done < next) return
  next = done + 1e6
  if (performance.now() > deadline) stop('unknown', 'the time allowed is over')
}

/** `run()` and the work it took, which counts for nobody else; it ends as unknown where that is more than `limit`. */
export function counted<T>(limit: number, run: () => T): { readonly found: T; readonly work: number } {
  const [begin, outer] = [done, most]
  most = begin + limit
  try {
    return { found: run(), work: done - begin }
  } finally {
    most = outer + (done - begin)
  }
}

/** `run()` or how it ends: also when the time is over, or nesting or integers are too large. */
export function within<T>(milliseconds: number, run: () => T): T | Halt {
  const outer = deadline
  deadline = Math.min(outer, performance.now() + milliseconds)
  try {
    return run()
  } catch (error) {
    if (isHalt(error)) return error
    if (error instanceof RangeError) return { kind: 'unknown', reason: 'it is too large' }
    throw error
  } finally {
    deadline = outer
  }
}
