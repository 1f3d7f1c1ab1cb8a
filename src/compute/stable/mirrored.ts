/** Forms of even and odd functions that never leave the side on which they are computed. */
import { compare } from '../../derive/compare.ts'
import { OutOfBudget } from '../../derive/index.ts'
import { OgeeError } from '../../expression/error.ts'
import { call, type Expr, multiply, negate, substitute, symbol } from '../../expression/expr.ts'

const MILLISECONDS = 60
const LARGEST = 60

/** u with |x| and −|x| for x, and with the sign of x in front where u is odd. */
export function mirrored(u: Expr, names: readonly string[]): Expr[] {
  if (u.size > LARGEST) return []
  return names.flatMap((name) => {
    const x = symbol(name)
    const turned = substitute(u, new Map([[name, negate(x)]]))
    const size = call('abs', [x])
    const sides = [size, negate(size)].map((v) => substitute(u, new Map([[name, v]])))
    if (isEqual(turned, u, name)) return sides
    if (!isEqual(turned, negate(u), name)) return []
    const [right, left] = sides as [Expr, Expr]
    return [multiply(call('sign', [x]), right), negate(multiply(call('sign', [x]), left))]
  })
}

function isEqual(u: Expr, v: Expr, variable: string): boolean {
  try {
    return compare(u, v, { variable, budget: { milliseconds: MILLISECONDS } }).verdict === 'equal'
  } catch (error) {
    if (error instanceof OgeeError || error instanceof OutOfBudget) return false
    throw error
  }
}
