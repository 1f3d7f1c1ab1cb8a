/**
 * Derivatives named by letters: dy/dx, d²y/dx² and y′. Where y was defined, its definition is put in, with
 * the letters that it depends on by other definitions; where it was not, dy/dx is a letter of its own, and the
 * line before is differentiated with y as an unknown function of x.
 */
import { workedOut } from '../derive/worked-out.ts'
import type { Condition } from '../expression/condition.ts'
import { add, call, derivative, type Expr, freeSymbols, multiply, symbol } from '../expression/expr.ts'

const HIGHER =
  /\\d?frac\s*\{\s*d\s*\^\s*\{?\s*([2-4])\s*\}?\s*([A-Za-z])\s*\}\s*\{\s*d\s*([a-z])\s*\^\s*\{?\s*\1\s*\}?\s*\}|\bd\s*\^?\s*([2-4²³⁴])\s*([A-Za-z])\s*\/\s*d\s*([a-z])\s*\^?\s*\4/g
const FIRST =
  /\\d?frac\s*\{\s*d\s*([A-Za-z])\s*\}\s*\{\s*d\s*([a-z])\s*\}|\bd([A-Za-z])\s*\/\s*d([a-z])\b(?!\s*\()/g
const DEEPEST = 4

/** The text with every such derivative written out; `bodies` are the definitions of letters. */
export function writtenOut(text: string, bodies: ReadonlyMap<string, string>): string {
  const put = (order: number, y: string, x: string): string => {
    const body = bodies.get(y)
    if (body === undefined)
      return order === 1 && y !== x ? ` ${unknownDerivative(y, x)} ` : `${y}${"'".repeat(order)}`
    return `${`d/d${x}(`.repeat(order)}(${expanded(body, x, bodies)})${')'.repeat(order)}`
  }
  return text
    .replace(HIGHER, (_, n, y, x, m, v, w) => put(orderOf(n ?? m), y ?? v, x ?? w))
    .replace(FIRST, (_, y, x, v, w) => put(1, y ?? v, x ?? w))
    .replace(/(?<![A-Za-z\\'′’_)])([yuvwz])(?:['′’]|\^\{?\\prime\}?)(?!['′’(])/g, (prime, y) =>
      bodies.has(y) ? prime : ` ${unknownDerivative(y, 'x')} `,
    )
}

const orderOf = (digit: string): number => {
  const raised = '²³⁴'.indexOf(digit)
  return raised < 0 ? Number(digit) : raised + 2
}

/** The definition with other defined letters put in, but for the one by which it is differentiated. */
function expanded(body: string, x: string, bodies: ReadonlyMap<string, string>, depth = 0): string {
  if (depth > DEEPEST) return body
  return body.replace(/(?<![A-Za-z\\_])[a-z](?![A-Za-z0-9_'′(])/g, (letter) => {
    const inner = letter === x ? undefined : bodies.get(letter)
    return inner === undefined ? letter : `(${expanded(inner, x, bodies, depth + 1)})`
  })
}

/** The letter that stands for the derivative of an unknown function. */
const unknownDerivative = (y: string, x: string): string => `d${y}d${x}`
const UNKNOWN = /^d([A-Za-z])d([a-z])$/

/** The equation differentiated, if the next line speaks of the derivative of one of its letters. */
export function implicitly(from: Condition, next: Expr): Condition | undefined {
  const known = freeSymbols(from)
  const name = freeSymbols(next).find((letter) => UNKNOWN.test(letter) && !known.includes(letter))
  const [, y, x] = UNKNOWN.exec(name ?? '') ?? []
  if (name === undefined || y === undefined || x === undefined || !known.includes(y)) return undefined
  if (from.kind !== 'call' || from.head !== '=') return undefined
  const sides = from.args.map((side) => add(by(side, x), multiply(by(side, y), symbol(name))))
  return call('=', sides)
}

const by = (u: Expr, x: string): Expr => workedOut(derivative(u, symbol(x)), {}).formula
