/** Do two claims say the same, word by word? */
import type { Claim } from '../expression/claim.ts'
import { type Expr, same } from '../expression/expr.ts'

export const sameClaim = (a: Claim, b: Claim): boolean => sameData(a, b)

function sameData(a: unknown, b: unknown): boolean {
  if (a === b) return true
  if (typeof a !== 'object' || typeof b !== 'object' || a === null || b === null) return false
  if ('hash' in a || 'hash' in b) return 'hash' in a && 'hash' in b && same(a as Expr, b as Expr)
  const [left, right] = [Object.entries(a), Object.entries(b)]
  return (
    left.length === right.length &&
    left.every(([key, value]) => sameData(value, (b as Readonly<Record<string, unknown>>)[key]))
  )
}
