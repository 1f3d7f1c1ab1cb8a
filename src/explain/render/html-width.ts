/** About how wide a formula is when it is set: in em, good to a fifth. */
import type { Expr } from '../../expression/expr.ts'
import { numeralText, writtenOperands } from '../../syntax/pieces.ts'

const SCRIPT = 0.72
const SIGN = 1.3
/** Brackets that can stretch are given the room of the largest. */
const BRACKETS = 1.2
const DOT = 0.8
const CHARACTER = 0.55

const total = (all: readonly Expr[], between: number): number =>
  all.reduce((sum, u) => sum + widthInEm(u), between * Math.max(0, all.length - 1))

/** The width of u. */
export function widthInEm(u: Expr): number {
  if (u.kind === 'number') return CHARACTER * numeralText(u).length
  if (u.kind === 'symbol') return CHARACTER * u.name.length
  const { head, args } = u
  const [a, b] = args as readonly [Expr, Expr]
  switch (head) {
    case 'add':
      return total(args, SIGN)
    case 'multiply':
      return total(args, DOT) + BRACKETS * args.filter((v) => v.kind === 'call' && v.head === 'add').length
    case 'divide':
      return Math.max(widthInEm(a), widthInEm(b)) + 0.3
    case 'negate':
      return widthInEm(a) + 0.9
    case 'power':
      return widthInEm(a) + SCRIPT * widthInEm(b) + (a.kind === 'call' ? BRACKETS : 0)
    case 'exp':
      return CHARACTER + SCRIPT * widthInEm(a)
    case 'piecewise': {
      const rows = args.flatMap((value, i) => (i % 2 === 0 ? [[value, args[i + 1]] as const] : []))
      return Math.max(...rows.map(([value, when]) => widthInEm(value) + (when ? widthInEm(when) + 2 : 5))) + 1
    }
    case 'mark':
      return widthInEm(a)
    case 'D':
      return widthInEm(a) + 2.2
    case 'at':
      return widthInEm(a) + 0.5 + SCRIPT * (total(args.slice(1), SIGN) as number)
  }
  const relation = /^[<>=!]/.test(head) || head === 'and' || head === 'or'
  if (relation) return total(args, SIGN + 0.3)
  return CHARACTER * head.length + BRACKETS + total(writtenOperands(u), 0.7)
}
