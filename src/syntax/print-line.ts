/**
 * What every notation on one line has in common: which operands need brackets. Each notation says
 * how it writes names, powers, functions and what only it has.
 */
import { type CallNode, type Expr, isCall, type NumberNode, RELATIONS } from '../expression/expr.ts'
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

/** The operators as they are spelled, with the spaces around them; `relation` gives the others. */
export interface Signs {
  readonly plus: string
  readonly minus: string
  /** The sign of −u. */
  readonly negative: string
  readonly times: string
  readonly over: string
  readonly and: string
  readonly or: string
  readonly relation: (head: string) => string
}

/** Writes terms on one line. */
export abstract class LinePrinter {
  private readonly memo = new WeakMap<Expr, Piece>()
  protected readonly signs: Signs

  constructor(signs: Signs) {
    this.signs = signs
  }

  /** A symbol's name. */
  protected abstract name(name: string): string
  protected abstract power(base: Expr, exponent: Expr): Piece
  /** A call that this notation writes in its own way. */
  protected abstract special(u: CallNode): Piece | undefined
  /** What a function is called. */
  protected abstract functionName(head: string): string

  protected numeral(u: NumberNode): string {
    return numeralText(u)
  }

  /** The text of u, in brackets where it holds less tightly than `level`. */
  protected at(u: Expr, level: number): string {
    const piece = this.piece(u)
    return piece.level >= level ? piece.text : `(${piece.text})`
  }

  text(u: Expr): string {
    return this.piece(u).text
  }

  protected piece(u: Expr): Piece {
    if (u.kind === 'number') return { text: this.numeral(u), level: ATOM }
    if (u.kind === 'symbol') return { text: this.name(u.name), level: ATOM }
    const known = this.memo.get(u)
    if (known) return known
    const piece = this.special(u) ?? this.call(u)
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
        return { text: `${this.signs.negative}${this.at(a, PRODUCT)}`, level: SUM }
      case 'power':
        return this.power(a, b)
      case 'and':
        return { text: args.map((v) => this.at(v, RELATION)).join(this.signs.and), level: AND }
      case 'or':
        return { text: args.map((v) => this.at(v, AND)).join(this.signs.or), level: OR }
    }
    if (relations.has(head) && args.length === 2) {
      return { text: `${this.at(a, SUM)} ${this.signs.relation(head)} ${this.at(b, SUM)}`, level: RELATION }
    }
    return { text: `${this.functionName(head)}(${this.operands(u)})`, level: ATOM }
  }

  protected operands(u: CallNode): string {
    return writtenOperands(u)
      .map((v) => this.text(v))
      .join(', ')
  }

  private sum(terms: readonly Expr[]): string {
    return terms
      .map((term, i) => {
        const minus = isCall(term, 'negate')
        if (i === 0) return this.at(term, minus ? SUM : PRODUCT)
        const sign = minus ? this.signs.minus : this.signs.plus
        return sign + this.at(minus ? (term.args[0] as Expr) : term, PRODUCT)
      })
      .join('')
  }

  /** a·b in front would join the same chain; a/b in front reads back as the quotient it is. */
  private product(factors: readonly Expr[]): string {
    return factors
      .map((v, i) => this.at(v, i === 0 && !isCall(v, 'multiply') ? PRODUCT : POWER))
      .join(this.signs.times)
  }

  protected quotient(u: Expr, v: Expr): string {
    return `${this.at(u, PRODUCT)}${this.signs.over}${this.at(v, POWER)}`
  }
}
