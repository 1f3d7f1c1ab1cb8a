/** The number that a term without symbols is, as near as a double comes. */
import type { Isolated } from '../analyse/interval.ts'
import { double } from '../decide/double.ts'
import type { Extended } from '../expression/claim.ts'

const NAMES: readonly string[] = []

/** Letters stand for numbers that are known between two rational ones. */
export function toNumber(u: Extended, numbers: readonly Isolated[] = []): number {
  if (typeof u === 'string') return u === 'infinity' ? Infinity : -Infinity
  const names = numbers.length === 0 ? NAMES : numbers.map(({ letter }) => letter)
  const values = numbers.map(({ between }) => {
    const [low, high] = between.map(({ num, den }) => Number(num) / Number(den)) as [number, number]
    return low / 2 + high / 2
  })
  return double(u, names)(values)
}
