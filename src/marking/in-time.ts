/** What may be left out of a mark: if it takes too long, the mark stands without it. */
import { OutOfBudget } from '../derive/index.ts'
import { type Solution, solve } from '../derive/solve/index.ts'
import type { Condition } from '../expression/condition.ts'
import type { Context } from '../syntax/formula.ts'

/** What the work gives; nothing where time or the stack does not suffice. */
export function inTime<T>(work: () => T): T | undefined {
  try {
    return work()
  } catch (stop) {
    if (stop instanceof OutOfBudget || stop instanceof RangeError) return undefined
    throw stop
  }
}

/** What the search for solutions finds in so many milliseconds, if anything. */
export const solutionsIn = (equation: Condition, name: string, context: Context): Found =>
  inTime(() => solve(equation, name, context)) ?? { branches: [], complete: false }

type Found = Pick<Solution, 'branches' | 'complete'>
