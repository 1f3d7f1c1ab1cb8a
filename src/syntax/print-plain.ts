/**
 * A term in plain notation, with the fewest brackets that read back to the same term (or, on
 * request, with all of them).
 */
import { type CallNode, type Expr, isCall, RELATIONS } from '../expression/expr.ts'
import { builtin } from './applicable.ts'
import { isDifferential, isProductOfLetters } from './arrange.ts'
import {
  AND,
  ATOM,
  numeralText,
  OR,
  type Piece,
  POWER,
  PRODUCT,
  RELATION,
  SUM,
  writtenOperands,
} from './pieces.ts'

const relations: ReadonlySet<string> = new Set(RELATIONS)

/** x_1 and x_max; braces where a subscript begins with a digit and goes on: x_{1a}. */
const plainName = (name: string): string => name.replace(/_(\d+[A-Za-z]\w*)$/, '_{$1}')

/** Can this name of a symbol be the base in log_b? */
const isBase = (name: string): boolean =>
  /^[A-Za-z][A-Za-z0-9]*$/.test(name) && !isProductOfLetters(name) && !builtin(name)

/** Would u/v read as a derivative, as d/dx does? */
const looksLikeDerivative = (above: string, below: string): boolean =>
  /(?:^|[^A-Za-z0-9_])d(?:\^[1-9])?$/.test(above.slice(-4)) && isDifferential(/^\w*/.exec(below)?.[0] ?? '')

class PlainPrinter {
  private readonly memo = new WeakMap<Expr, Piece>()
  private readonly all: boolean
  private readonly gap: string

  /** With `all` brackets, or with the fewest. */
  constructor(all: boolean) {
    this.all = all
    this.gap = all ? '' : ' '
  }

  /** The text of u, in brackets where it holds less tightly than `level`. */
  private at(u: Expr, level: number): string {
    const piece = this.piece(u)
    return piece.level >= (this.all ? ATOM : level) ? piece.text : `(${piece.text})`
  }

  text(u: Expr): string {
    return this.piece(u).text
  }

  private piece(u: Expr): Piece {
    if (u.kind === 'number') return { text: numeralText(u), level: ATOM }
    if (u.kind === 'symbol') return { text: plainName(u.name), level: ATOM }
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
        return { text: this.quotient(a, b), level: PRODUCT }
      case 'negate':
        return { text: `-${this.at(a, PRODUCT)}`, level: SUM }
      case 'power': {
        const base = a.kind === 'symbol' && a.name === 'e' ? '(e)' : this.at(a, ATOM)
        return { text: `${base}^${this.exponent(b)}`, level: POWER }
      }
      case 'exp':
        return { text: `e^${this.exponent(a)}`, level: POWER }
      case 'abs': {
        const inner = this.text(a)
        return { text: inner.includes('|') ? `abs(${inner})` : `|${inner}|`, level: ATOM }
      }
      case 'and':
        return { text: args.map((v) => this.at(v, RELATION)).join(' and '), level: AND }
      case 'or':
        return { text: args.map((v) => this.at(v, AND)).join(' or '), level: OR }
      case 'piecewise':
        return { text: this.piecewise(args), level: ATOM }
      case 'logb':
        return { text: this.logarithm(a, b), level: ATOM }
      case 'mark': {
        const inner = this.piece(a)
        return { text: `⟦${inner.text}⟧`, level: inner.level }
      }
      case 'D':
        if (b.kind !== 'symbol' || !isDifferential(`d${b.name}`)) break
        return { text: `d/d${this.text(b)}(${this.text(a)})`, level: POWER }
    }
    if (relations.has(head) && args.length === 2) {
      return { text: `${this.at(a, SUM)} ${head} ${this.at(b, SUM)}`, level: RELATION }
    }
    const operands = writtenOperands(u).map((v) => this.text(v))
    return { text: `${head}(${operands.join(', ')})`, level: ATOM }
  }

  private sum(terms: readonly Expr[]): string {
    return terms
      .map((term, i) => {
        const minus = isCall(term, 'negate')
        if (i === 0) return this.at(term, minus ? SUM : PRODUCT)
        const sign = `${this.gap}${minus ? '-' : '+'}${this.gap}`
        return sign + this.at(minus ? (term.args[0] as Expr) : term, PRODUCT)
      })
      .join('')
  }

  /** a·b in front would join the same chain; a/b in front reads back as the quotient it is. */
  private product(factors: readonly Expr[]): string {
    return factors.map((v, i) => this.at(v, i === 0 && !isCall(v, 'multiply') ? PRODUCT : POWER)).join('*')
  }

  private quotient(u: Expr, v: Expr): string {
    const above = this.at(u, PRODUCT)
    const below = this.at(v, isCall(v, 'D') ? ATOM : POWER)
    return `${above}/${looksLikeDerivative(above, below) ? `(${below})` : below}`
  }

  /** Brackets keep `^{` from looking like LaTeX. */
  private exponent(u: Expr): string {
    const inner = isCall(u, 'negate') && !this.all ? this.piece(u.args[0] as Expr) : undefined
    if (inner?.level === ATOM && !inner.text.startsWith('{')) return `-${inner.text}`
    const text = this.at(u, isCall(u, 'D') ? ATOM : POWER)
    return text.startsWith('{') ? `(${text})` : text
  }

  private piecewise(args: readonly Expr[]): string {
    const branches: string[] = []
    for (let i = 0; i < args.length; i += 2) {
      const condition = args[i + 1]
      const value = this.text(args[i] as Expr)
      branches.push(condition ? `${value} if ${this.text(condition)}` : value)
    }
    return `{${branches.join(' else ')}}`
  }

  private logarithm(u: Expr, base: Expr): string {
    const text = this.text(base)
    const short = base.kind === 'number' ? /^\d{1,20}$/.test(text) : isBase(text)
    return short ? `log_${text}(${this.text(u)})` : `log(${this.text(u)}, ${text})`
  }
}

const fewest = new PlainPrinter(false)
const all = new PlainPrinter(true)

/** u in plain notation. */
export const printPlain = (u: Expr): string => fewest.text(u)

/**
 * u in plain notation with every operand that is not a single word in brackets, so that nothing
 * is left to rules of precedence.
 *
 * @example
 * ```ts
 * bracketed(parse('1/2x')) // → '(1/2)*x'
 * ```
 */
export const bracketed = (u: Expr): string => all.text(u)
