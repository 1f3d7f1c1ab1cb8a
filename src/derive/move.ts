/** One change that tidying makes. */
import type { Expr } from '../expression/expr.ts'
import { type Path, partAt } from '../expression/path.ts'
import type { Letters } from '../rules/compile.ts'

/** A part is replaced by a rule with its letters, or, without a rule, by a calculation. */
export interface Move {
  readonly rule?: string
  readonly letters?: Letters
  readonly direction?: 'forward' | 'backward'
  /** Below the part, where the change is. */
  readonly at?: Path
  readonly to: Expr
  /** Nothing is left to do afterwards. */
  readonly settled?: true
}

/** The operand of a function call. */
export const operand = (u: Expr): Expr => (u as { readonly args: readonly Expr[] }).args[0] as Expr

/** Where `part` itself, or the first that is `like` it, stands in u. */
export function pathTo(
  u: Expr,
  part: Expr,
  like: (a: Expr, b: Expr) => boolean = Object.is,
): Path | undefined {
  if (like(u, part)) return []
  if (u.kind !== 'call') return undefined
  for (const [i, arg] of u.args.entries()) {
    const path = pathTo(arg, part, like)
    if (path) return [i, ...path]
  }
  return undefined
}

/** Where two operands of one product stand in u. */
export function pathToBoth(u: Expr, a: Expr, b: Expr): Path | undefined {
  const [first, second] = [pathTo(u, a), pathTo(u, b)]
  const parent = first?.slice(0, -1)
  const product = parent && partAt(u, parent)
  const [i, j] = [first?.at(-1), second?.at(-1)]
  const together = parent && second?.length === first?.length && parent.every((n, k) => n === second?.[k])
  if (!together || product?.kind !== 'call' || product.head !== 'multiply') return undefined
  if (typeof i !== 'number' || typeof j !== 'number' || i === j) return undefined
  if (product.args.length === 2) return parent
  return [...parent, i < j ? [i, j] : [j, i]]
}
