/** What may be left out of a mark: if it takes too long, the mark stands without it. */
import { OutOfBudget } from '../derive/index.ts'

/** What the work gives; nothing where time or the stack does not suffice. */
export function inTime<T>(work: () => T): T | undefined {
  try {
    return work()
  } catch (stop) {
    if (stop instanceof OutOfBudget || stop instanceof RangeError) return undefined
    throw stop
  }
}
