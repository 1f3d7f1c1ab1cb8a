/** How a computation ends without a value: what is thrown, and the time limit for long numbers. */

/** Proved to be undefined; or nothing is known. */
export type Halt = { readonly kind: 'undefined' | 'unknown'; readonly reason: string }
export const isHalt = (found: unknown): found is Halt =>
  typeof found === 'object' && found !== null && 'kind' in found && 'reason' in found
/** Throws a `Halt`. */
export const stop = (kind: Halt['kind'], reason: string): never => {
  throw { kind, reason } satisfies Halt
}

let deadline = Infinity
let work = 0
/** Work done, and where it is stopped: the same on every machine. */
let [done, most] = [0, Infinity]
/** Counts `bits` of work, and looks at the clock once per million of them. */
export function tick(bits: number): void {
  done += bits
  if (done > most) stop('unknown', 'it takes too much work')
  work += bits
  if (work < 1e6) return
  work = 0
  if (performance.now() > deadline) stop('unknown', 'the time allowed is over')
}

/** `run()`, and the work it took; it ends as unknown where that is more than `limit`. */
export function counted<T>(limit: number, run: () => T): { readonly found: T; readonly work: number } {
  const outer = [done, most] as const
  ;[done, most] = [0, limit]
  try {
    return { found: run(), work: done }
  } finally {
    ;[done, most] = [outer[0] + done, outer[1]]
  }
}

/** `run()`, whose work counts for nobody: what is kept for all who ask later. */
export function uncounted<T>(run: () => T): T {
  const outer = [done, most] as const
  most = Infinity
  try {
    return run()
  } finally {
    ;[done, most] = outer
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
