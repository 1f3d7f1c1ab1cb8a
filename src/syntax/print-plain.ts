/**
 * A term in plain notation, with the fewest brackets that read back to the same term (or, on
 * request, with all of them). The levels follow the reader: a part is bracketed where it binds
 * less tightly than its place asks.
 */
import { type CallNode, type Expr, isCall, RELATIONS } from '../expression/expr.ts'
import { builtin } from './applicable.ts'
import { isDifferential } from './arrange.ts'
import { decimalParts } from './numerals.ts'

/** How tightly a text holds together. */
const OR = 1
const AND = 2
const RELATION = 3
const SUM = 4
const PRODUCT = 5
const POWER = 6
const ATOM = 7

interface Piece {
  readonly text: string
  readonly level: number
}

const relations: ReadonlySet<string> = new Set(RELATIONS)

/** The numeral as it is typed: 12, 0.25, 1e30. */
export function plainNumeral(u: Expr & { kind: 'number' }): string {
  const { digits, exponent } = decimalParts(u.value)
  return exponent === 0 ? digits : `${digits}e${exponent}`
}

/** The operands that must be written: letters at the end that stand for themselves are left out. */
export function writtenOperands(u: CallNode): readonly Expr[] {
  const f = builtin(u.head)
  if (!f || u.args.length !== f.letters.length) return u.args
  let count = u.args.length
  const isLetter = (i: number): boolean => {
    const arg = u.args[i]
    return arg?.kind === 'symbol' && arg.name === f.letters[i]
  }
  while (count > f.required && isLetter(count - 1)) count -= 1
  return u.args.slice(0, count)
}

/** May D(u, x) be written d/dx(u)? Not where dx would be a name of its own. */
export const hasQuotientForm = (name: string): boolean => isDifferential(`d${name}`)

class PlainPrinter {
  private readonly memo = new WeakMap<Expr, Piece>()
  private readonly all: boolean
  private readonly gap: string

  constructor(all: boolean) {
    this.all = all
    this.gap = all ? '' : ' '
  }

  /** The text of u, in brackets where it holds less tightly than `level`. */
  at(u: Expr, level: number): string {
    const piece = this.piece(u)
    return piece.level >= (this.all ? ATOM : level) ? piece.text : `(${piece.text})`
  }

  piece(u: Expr): Piece {
    if (u.kind === 'number') return { text: plainNumeral(u), level: ATOM }
    if (u.kind === 'symbol') return { text: u.name, level: ATOM }
    const known = this.memo.get(u)
    if (known) return known
    const piece = this.call(u)
    this.memo.set(u, piece)
    return piece
  }

  private call(u: CallNode): Piece {
    const { head, args } = u
    const [a, b] = args as readonly [Expr, Expr]
    switch (head) {
      case 'add':
        return { text: this.sum(args), level: SUM }
      case 'multiply':
        return { text: this.product(args), level: PRODUCT }
      case 'divide':
        return { text: `${this.at(a, PRODUCT)}/${this.at(b, POWER)}`, level: PRODUCT }
      case 'negate':
        return { text: `-${this.at(a, PRODUCT)}`, level: SUM }
      case 'power': {
        const base = a.kind === 'symbol' && a.name === 'e' ? '(e)' : this.at(a, ATOM)
        return { text: `${base}^${this.exponent(b)}`, level: POWER }
      }
      case 'exp':
        return { text: `e^${this.exponent(a)}`, level: POWER }
      case 'abs': {
        const inner = this.piece(a).text
        return { text: inner.includes('|') ? `abs(${inner})` : `|${inner}|`, level: ATOM }
      }
      case 'and':
        return { text: args.map((v) => this.at(v, RELATION)).join(' and '), level: AND }
      case 'or':
        return { text: args.map((v) => this.at(v, AND)).join(' or '), level: OR }
      case 'piecewise':
        return { text: this.piecewise(args), level: ATOM }
      case 'logb':
        return { text: this.logarithm(u), level: ATOM }
      case 'D':
        if (b?.kind === 'symbol' && hasQuotientForm(b.name)) {
          return { text: `d/d${b.name}(${this.piece(a).text})`, level: PRODUCT }
        }
    }
    if (relations.has(head) && args.length === 2) {
      return { text: `${this.at(a, SUM)} ${head} ${this.at(b, SUM)}`, level: RELATION }
    }
    const operands = writtenOperands(u).map((v) => this.piece(v).text)
    return { text: `${head}(${operands.join(', ')})`, level: ATOM }
  }

  private sum(terms: readonly Expr[]): string {
    let text = ''
    for (const [i, term] of terms.entries()) {
      if (i === 0) text = isCall(term, 'negate') ? this.at(term, SUM) : this.at(term, PRODUCT)
      else if (isCall(term, 'negate')) {
        text += `${this.gap}-${this.gap}${this.at(term.args[0] as Expr, PRODUCT)}`
      } else text += `${this.gap}+${this.gap}${this.at(term, PRODUCT)}`
    }
    return text
  }

  private product(factors: readonly Expr[]): string {
    const [first, ...rest] = factors as readonly [Expr, ...Expr[]]
    // a·b in front would join the same chain; a/b in front reads back as the quotient it is.
    const opening = this.at(first, isCall(first, 'multiply') ? POWER : PRODUCT)
    return [opening, ...rest.map((v) => this.at(v, POWER))].join('*')
  }

  private exponent(u: Expr): string {
    if (isCall(u, 'piecewise')) return `(${this.piece(u).text})`
    if (isCall(u, 'negate') && !this.all) {
      const inner = this.piece(u.args[0] as Expr)
      if (inner.level >= ATOM && !inner.text.startsWith('{')) return `-${inner.text}`
    }
    return this.at(u, POWER)
  }

  private piecewise(args: readonly Expr[]): string {
    let text = ''
    for (let i = 0; i < args.length; i += 2) {
      const condition = args[i + 1]
      if (i > 0) text += ' else '
      text += this.piece(args[i] as Expr).text
      if (condition) text += ` if ${this.piece(condition).text}`
    }
    return `{${text}}`
  }

  private logarithm(u: CallNode): string {
    const [a, b] = u.args as readonly [Expr, Expr]
    const base = b.kind === 'number' ? plainNumeral(b) : b.kind === 'symbol' ? b.name : ''
    const short = b.kind === 'number' ? /^\d+$/.test(base) : isSubscript(base)
    const operand = this.piece(a).text
    return short ? `log_${base}(${operand})` : `log(${operand}, ${this.piece(b).text})`
  }
}

/** Can this name of a symbol stand as a subscript and be read back as itself? */
export const isSubscript = (name: string): boolean => /^[A-Za-z][A-Za-z0-9]*$/.test(name)

/** u in plain notation. */
export const printPlain = (u: Expr): string => new PlainPrinter(false).piece(u).text

/**
 * u in plain notation with every operand that is not a single word in brackets, so that nothing
 * is left to rules of precedence.
 *
 * @example
 * ```ts
 * bracketed(parse('1/2x')) // → '(1/2)*x'
 * ```
 */
export const bracketed = (u: Expr): string => new PlainPrinter(true).piece(u).text
