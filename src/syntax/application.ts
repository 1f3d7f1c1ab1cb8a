/**
 * What a name stands for where it is read: a symbol, a function with its operands, a derivative.
 * A function alone is taken at its own letters: sigmoid is sigmoid(x).
 */
import { readDecimal } from '../expression/decimal.ts'
import {
  call,
  type Expr,
  integer,
  isCall,
  mentions,
  multiply,
  numeral,
  productOf,
  raise,
  symbol,
} from '../expression/expr.ts'
import { curveCalled } from '../functions/spellings.ts'
import {
  type Applicable,
  builtin,
  completed,
  derivativeOf,
  inverseName,
  isLogarithm,
  joinedCall,
  logarithm,
  otherMeaning,
  signature,
} from './applicable.ts'
import { isProductOfLetters, isWord } from './arrange.ts'
import { quoted, readingError, UNREAD_NAMES } from './errors.ts'
import type { FormulaReader } from './formula-reader.ts'
import type { Token } from './tokens.ts'

/** What the name can be applied as, if anything; `reader` has passed it if `passed`. */
function applicable(reader: FormulaReader, { text }: Token, passed: boolean): Applicable | undefined {
  const { names } = reader.setting
  const own = names.get(text)
  if (own) return own
  const theirs = reader.setting.notation.code?.known(text)
  if (theirs) return theirs
  const below = isLogarithm(text) ? text.slice(text.indexOf('_') + 1) : ''
  if (below && !builtin(below) && !isProductOfLetters(below)) {
    const value = names.get(below)
    if (value?.letters.length === 0) return logarithm(value.apply([]))
    if (/^\d{1,20}$/.test(below)) return logarithm(numeral(readDecimal(below)))
    return /^\d/.test(below) ? undefined : logarithm(symbol(below))
  }
  const f = builtin(text)
  if (f || !passed || !reader.sees('(', "'")) return f
  return text === 'sigma' ? builtin('sigmoid') : builtin(curveCalled(text) ?? '')
}

/** The term that a name begins; the name is already passed. */
export function named(reader: FormulaReader, token: Token): Expr {
  const { text } = token
  const { code } = reader.setting.notation
  const constructed = reader.setting.names.has(text) ? undefined : code?.construct(reader, token)
  if (constructed) return constructed
  const f = applicable(reader, token, true)
  if (f) return f.letters.length === 0 ? f.apply([]) : application(reader, token, f)
  const unread = UNREAD_NAMES.get(text)
  if (unread) throw readingError('E120', token, quoted(text), unread)
  const called = reader.sees('(')
  if (called && (text === 'D' || text === 'at')) return binder(reader, token)
  if (called && (text === 'defined' || text === 'interior')) return statement(reader, token)
  if ((called && isWord(text)) || (text.endsWith('_') && !code)) {
    throw readingError('E110', token, quoted(text), reader.setting.nearest(text))
  }
  if (reader.sees("'")) throw readingError('E126', token, text)
  if (code) return symbol(code.symbolName(text))
  const joined = joinedCall(text)
  if (joined) reader.note('name', token.start, symbol(text), joined)
  return symbol(text)
}

/** The operands in brackets, which must be numbers. */
function numbers(reader: FormulaReader): Expr[] {
  const { start } = reader.next
  return reader.operands().map((u) => reader.number(u, start))
}

/** D(u, x), and at(u, x, a): u with x set to a. */
function binder(reader: FormulaReader, token: Token): Expr {
  const args = numbers(reader)
  const span = reader.spanFrom(token.start)
  const [count, form] = token.text === 'D' ? [2, 'D(u, x)'] : [3, 'at(u, x, 2)']
  if (args.length !== count) throw readingError('E111', span, form, operandCount(args))
  reader.variable(args[1], span)
  return call(token.text, args)
}

/** defined(u), and interior(u): u is defined and continuous near the point. */
function statement(reader: FormulaReader, token: Token): Expr {
  const args = numbers(reader)
  if (args.length === 1) return call(token.text, args)
  throw readingError('E111', reader.spanFrom(token.start), `${token.text}(u)`, operandCount(args))
}

const operandCount = (args: readonly Expr[]): string =>
  args.length === 0 ? 'no operands' : args.length === 1 ? 'one operand' : `${args.length} operands`

function application(reader: FormulaReader, token: Token, named: Applicable): Expr {
  const { start } = token
  let order = 0
  while (reader.accept("'")) order += 1
  let f = named
  // A base that is a formula of its own, \log_{b+1}(x).
  if (f.name === 'log' && reader.accept('_')) f = logarithm(reader.exponent())
  const exponent = reader.accept('^') ? reader.exponent() : undefined
  const bracket = reader.sees('(', '[')
  const run = !bracket && reader.startsOperand()
  const given = bracket ? numbers(reader) : run ? [operandRun(reader)] : []
  const span = reader.spanFrom(start)
  if (f.name === 'log' && f.letters.length === 1 && given.length === 2) {
    f = logarithm(given[1] as Expr)
    given.pop()
  }
  const args = completed(f, given)
  if (!args) throw readingError('E111', span, signature(f), operandCount(given))
  if (order > 0 && f.required > 1) {
    throw readingError('E115', span, 'a prime needs a function of one variable', 'write D(…, x)')
  }
  // What is looked into below must not be too high; the whole is measured at the end.
  const searched = reader.setting.names.get(token.text) ? given : given.slice(1)
  if (order > 0 || searched === given) for (const u of searched) reader.bounded(u, start)
  const apply = (operands: readonly Expr[]): Expr =>
    order > 0 ? derivativeOf(f, operands, order) : f.apply(operands)
  const u = apply(args)
  if (token.text === 'sigma' && given.some((v) => mentions(v, 'sigma'))) {
    reader.note('sigma', start, u, multiply(symbol('sigma'), given[0] as Expr))
  }
  const other = order === 0 && !reader.setting.names.get(token.text) && otherMeaning(token.text, args)
  if (other) reader.note('name', start, u, other)
  if (given.length === 0 && reader.sees('-') && !reader.setting.notation.code) noteAlone(reader, token, u)
  if (!exponent) {
    if (run) noteRun(reader, start, u, args, apply)
    return u
  }
  return isMinusOne(exponent) && order === 0 ? inverse(reader, start, f, args, u) : raise(u, exponent)
}

/** sigmoid - 1 is a difference; sin -x, with the space on one side only, could be either. */
function noteAlone(reader: FormulaReader, token: Token, u: Expr): void {
  const sign = reader.next
  const name = quoted(`${token.text} -`)
  if (sign.start > (reader.last?.end ?? 0) && reader.touches(sign)) {
    throw readingError('E127', reader.spanFrom(token.start), name, token.text)
  }
  reader.note('alone', token.start, u)
}

function isMinusOne(u: Expr): boolean {
  const n = isCall(u, 'negate') ? u.args[0] : undefined
  return n?.kind === 'number' && n.value.num === 1n && n.value.den === 1n
}

/** sin^-1 x is the inverse function; (sin x)^-1 is the reciprocal. */
function inverse(reader: FormulaReader, start: number, f: Applicable, args: readonly Expr[], u: Expr): Expr {
  const name = f.letters.length === 1 && isCall(u, f.name) ? inverseName(f.name) : undefined
  if (!name) throw readingError('E124', reader.spanFrom(start), f.name)
  const read = call(name, args)
  reader.note('inverse', start, read, raise(u, call('negate', [integer(1)])))
  return read
}

/** The juxtaposed numbers and symbols after a function without brackets. */
function operandRun(reader: FormulaReader): Expr {
  const { start } = reader.next
  const braced = reader.sees('{')
  const factors = [reader.power()]
  while (!braced && reader.next.type === 'name' && !beginsCall(reader)) factors.push(reader.power())
  return reader.number(productOf(factors), start)
}

function beginsCall(reader: FormulaReader): boolean {
  const f = applicable(reader, reader.next, false)
  return f !== undefined && f.letters.length > 0
}

/** sin x^2 may have meant (sin x)^2; sin 2x, sin x/2 and sin x*y are in doubt as well. */
function noteRun(
  reader: FormulaReader,
  start: number,
  u: Expr,
  args: readonly Expr[],
  apply: (args: readonly Expr[]) => Expr,
): void {
  const [operand, ...rest] = args as readonly [Expr, ...Expr[]]
  const of = (v: Expr): Expr => apply([v, ...rest])
  if (isCall(operand, 'power')) {
    const [base, exponent] = operand.args as readonly [Expr, Expr]
    reader.note('application', start, u, raise(of(base), exponent))
  } else if (isCall(operand, 'multiply')) {
    const [first, ...others] = operand.args as readonly [Expr, ...Expr[]]
    reader.note('application', start, u, productOf([of(first), ...others]))
  } else if (reader.sees('*')) reader.note('application', start, u)
  reader.run = { value: u, of: (more) => of(more(operand)) }
}
