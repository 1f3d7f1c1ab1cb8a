/** A time limit for work on long numbers: the clock is read once per million bits handled. */
const LATE = new Error('out of time')
let deadline = Infinity
let work = 0

/** Counts `bits` of work; leaves the innermost `within` once its time is over. */
export function tick(bits: number): void {
  work += bits
  if (work < 1e6) return
  work = 0
  if (performance.now() > deadline) throw LATE
}

/** `run()`, or `refuse(reason)` where that takes too long, nests too deep or needs too long integers. */
export function within<T>(milliseconds: number, run: () => T, refuse: (reason: string) => T): T {
  const outer = deadline
  deadline = Math.min(outer, performance.now() + milliseconds)
  try {
    return run()
  } catch (error) {
    if (error !== LATE && !(error instanceof RangeError)) throw error
    return refuse(error === LATE ? 'the time allowed is over' : 'it is too large')
  } finally {
    deadline = outer
  }
}
