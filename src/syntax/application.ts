/**
 * What a name stands for where it is read: a symbol, a function with its operands, a derivative.
 * Without brackets a function takes the juxtaposed numbers and symbols that follow, with their
 * powers: sin 2x^2 is sin(2x^2). Alone, it is taken at its own letters: sigmoid is sigmoid(x).
 */
import {
  call, decimal, derivative, type Expr, isCall, productOf, raise, symbol,
} from '../expression/expr.ts'
import { quoted, readingError } from './errors.ts'
import {
  type Applicable, builtin, completed, derivativeOf, inverseName, logarithm, signature,
} from './functions.ts'
import type { Reader } from './reader.ts'
import { isWord, type Token } from './tokens.ts'

/** What the name can be applied as, if anything. */
function applicable(reader: Reader, { text }: Token, next: Token): Applicable | undefined {
  const own = reader.setting.names.get(text)
  if (own) return own
  const [stem, below] = text.split('_') as [string, string?]
  if (below && builtin(stem)?.name === 'log') {
    return logarithm(/^\d+$/.test(below) ? decimal(below) : symbol(below))
  }
  if (text === 'sigma' && (next.text === '(' || next.text === "'")) return builtin('sigmoid')
  return builtin(text)
}

/** The term that a name begins; the name is already passed. */
export function named(reader: Reader, token: Token): Expr {
  const { setting, next } = reader
  const { text } = token
  const f = applicable(reader, token, next)
  if (f) return f.letters.length === 0 ? value(reader, token, f) : application(reader, token, f)
  const called = next.text === '('
  if (called && (text === 'D' || text === 'at')) return binder(reader, token)
  if (called && setting.heads?.has(text)) return call(text, reader.operands())
  if ((called && isWord(text)) || (text.endsWith('_') && !setting.heads)) {
    throw readingError('E110', token, quoted(text), setting.nearest?.(text))
  }
  if (next.text === "'") throw readingError('E126', token, text)
  return symbol(text)
}

function value(reader: Reader, token: Token, f: Applicable): Expr {
  let u = f.apply([])
  while (reader.accept("'")) u = reader.primed(u, token)
  return u
}

/** D(u, x), and at(u, x, a): u with x set to a. */
function binder(reader: Reader, token: Token): Expr {
  const args = reader.operands()
  const u = args[0] as Expr
  const span = reader.spanFrom(token.start)
  if (token.text === 'D' && args.length === 1 && reader.setting.heads) {
    return derivative(u, symbol('x'))
  }
  const count = token.text === 'D' ? 2 : 3
  if (args.length !== count) {
    throw readingError('E111', span, count === 2 ? 'D(u, x)' : 'at(u, x, 2)', operandCount(args))
  }
  reader.variable(args[1], span)
  return call(token.text, args)
}

const operandCount = (args: readonly Expr[]): string =>
  args.length === 0 ? 'no operands' : args.length === 1 ? 'one operand' : `${args.length} operands`

function application(reader: Reader, token: Token, f: Applicable): Expr {
  const { start } = token
  let order = 0
  while (reader.accept("'")) order += 1
  const exponent = reader.accept('^') ? reader.exponent() : undefined
  const bracket = reader.next.text === '(' || reader.next.text === '['
  const run = !bracket && reader.startsOperand()
  const given = bracket ? reader.operands() : run ? [operandRun(reader)] : []
  const span = reader.spanFrom(start)
  const [power, base] = given
  if (f.name === 'log' && order === 0 && power && base && given.length === 2) {
    return raised(call('logb', given), exponent)
  }
  const args = completed(f, given)
  if (!args) throw readingError('E111', span, signature(f), operandCount(given))
  const several = 'a prime needs a function of one variable'
  if (order > 0 && f.required > 1) throw readingError('E115', span, several, 'write D(…, x)')
  const apply = (operands: readonly Expr[]): Expr =>
    order > 0 ? derivativeOf(f, operands, order) : f.apply(operands)
  const u = apply(args)
  if (token.text === 'sigma' && f.name === 'sigmoid') reader.note('sigma', start, u)
  if (run) noteRun(reader, start, u, args, apply)
  if (given.length === 0 && reader.next.text === '-') reader.note('alone', start, u)
  if (!exponent || !isCall(exponent, 'negate') || order > 0) return raised(u, exponent)
  return inverse(reader, start, f, args, u, exponent)
}

const raised = (u: Expr, exponent: Expr | undefined): Expr => (exponent ? raise(u, exponent) : u)

/** sin^-1 x is the inverse function; (sin x)^-1 is the reciprocal. */
function inverse(
  reader: Reader, start: number, f: Applicable, args: readonly Expr[], u: Expr, exponent: Expr,
): Expr {
  const [n] = (exponent as { args: readonly Expr[] }).args
  if (n?.kind !== 'number' || n.value.num !== 1n || n.value.den !== 1n) return raise(u, exponent)
  const name = args.length === 1 ? inverseName(f.name) : undefined
  if (!name) throw readingError('E124', reader.spanFrom(start), f.name)
  const read = call(name, args)
  reader.note('inverse', start, read, raise(u, exponent))
  return read
}

/** The juxtaposed numbers and symbols after a function without brackets. */
function operandRun(reader: Reader): Expr {
  const braced = reader.next.text === '{'
  const factors = [reader.power()]
  while (!braced && reader.next.type === 'name' && !beginsCall(reader)) factors.push(reader.power())
  return reader.number(productOf(factors), reader.next.start)
}

function beginsCall(reader: Reader): boolean {
  const f = applicable(reader, reader.next, reader.next)
  return (f !== undefined && f.letters.length > 0) || reader.next.text === 'D'
}

/** sin x^2 may have meant (sin x)^2; sin 2x, and sin x/2 or sin x*y, are in doubt as well. */
function noteRun(
  reader: Reader, start: number, u: Expr, args: readonly Expr[],
  apply: (args: readonly Expr[]) => Expr,
): void {
  const [operand, ...rest] = args as readonly [Expr, ...Expr[]]
  if (isCall(operand, 'power')) {
    const [base, exponent] = operand.args as readonly [Expr, Expr]
    reader.note('application', start, u, raise(apply([base, ...rest]), exponent))
  } else if (isCall(operand, 'multiply')) {
    const [first, ...others] = operand.args as readonly [Expr, ...Expr[]]
    reader.note('application', start, u, productOf([apply([first, ...rest]), ...others]))
  } else if (['*', '/', '('].includes(reader.next.text)) reader.note('application', start, u)
}
