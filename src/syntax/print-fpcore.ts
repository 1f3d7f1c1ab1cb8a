/**
 * A term as an FPCore (fpbench.org), the form that tools for floating-point accuracy read:
 * (FPCore (x) (/ 1 (+ 1 (exp (- x))))).
 */
import { type CallNode, type Expr, freeSymbols } from '../expression/expr.ts'
import { exponentValue, isOddRoot } from './exponent.ts'
import { numeralText } from './pieces.ts'
import { spelling } from './spellings.ts'
import { writtenOut } from './written-out.ts'

const OPERATORS: Readonly<Record<string, string>> = {
  add: '+',
  multiply: '*',
  divide: '/',
  negate: '-',
  power: 'pow',
  '=': '==',
}
const CONSTANTS: Readonly<Record<string, string>> = { pi: 'PI', e: 'E' }

/** What the standard calls a constant is no name for a variable. */
const RESERVED = /^(?:E|PI(?:_[24])?|LOG2E|LOG10E|LN2|LN10|M_\w+|SQRT(?:2|1_2)|INFINITY|NAN|TRUE|FALSE)$/
const name = (symbol: string): string => CONSTANTS[symbol] ?? (RESERVED.test(symbol) ? `${symbol}_` : symbol)

const list = (...parts: readonly string[]): string => `(${parts.join(' ')})`

function core(u: Expr): string {
  if (u.kind === 'number') return numeralText(u)
  if (u.kind === 'symbol') return name(u.name)
  const { head, args } = u
  const [a, b] = args as readonly [Expr, Expr]
  if (head === 'mark') return core(a)
  if (head === 'piecewise') return cases(args)
  if (head === 'sign') return list('if', list('==', core(a), '0'), '0', list('copysign', '1', core(a)))
  if (head === 'power') return power(a, b)
  // + and * take two operands there.
  if (head === 'add' || head === 'multiply') {
    return args.map(core).reduce((left, right) => list(OPERATORS[head] as string, left, right))
  }
  return list(OPERATORS[head] ?? spelling('fpcore', head) ?? head, ...args.map(core))
}

/** x^(p/q) with odd q is the real root. */
function power(base: Expr, exponent: Expr): string {
  const value = exponentValue(exponent)
  const [u, n] = [core(base), core(exponent)]
  // 1/3 + 2/3 in floating point need not be whole.
  if (value?.den === 1n) return list('pow', u, `${value.num}`)
  if (!value || !isOddRoot(value)) return list('pow', u, n)
  const size = list('pow', list('fabs', u), n)
  return value.num % 2n === 0n ? size : list('copysign', size, u)
}

function cases(args: readonly Expr[]): string {
  let text = args.length % 2 === 1 ? core(args.at(-1) as Expr) : 'NAN'
  for (let i = args.length - (args.length % 2) - 2; i >= 0; i -= 2) {
    text = list('if', core(args[i + 1] as Expr), core(args[i] as Expr), text)
  }
  return text
}

/** u as an FPCore of its symbols. */
export function printFpcore(u: Expr): string {
  const out = writtenOut(u, 'fpcore') as CallNode
  return list('FPCore', list(...freeSymbols(out).map(name)), core(out))
}
