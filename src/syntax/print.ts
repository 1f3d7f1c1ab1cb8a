import type { Expr } from '../expression/expr.ts'
import { printPlain } from './print-plain.ts'
/** text */
export function print(u: Expr): string {
  return printPlain(u)
}
