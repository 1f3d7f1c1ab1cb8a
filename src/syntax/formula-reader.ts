/**
 * What people leave out. One rule for juxtaposition: 2x, x(x+1) and 2 sin x are products of the
 * same precedence as * and /, from left to right, so 1/2x is (1/2)·x and e^x(x+1) is (e^x)·(x+1).
 * A function without brackets takes the juxtaposed numbers and symbols that follow, with their
 * powers: sin 2x^2 is sin(2x^2). Where another reading is near, a note says how it was read.
 */
import type { Span } from '../expression/error.ts'
import {
  CONSTANTS,
  call,
  derivative,
  divide,
  type Expr,
  exp,
  freeSymbols,
  isCall,
  multiply,
  negate,
  productOf,
  raise,
  symbol,
} from '../expression/expr.ts'
import type { Applicable } from './applicable.ts'
import { isWord } from './arrange.ts'
import { quoted, readingError } from './errors.ts'
import { type Notation, Reader } from './reader.ts'
import { surelyMeant } from './suggest.ts'
import type { Token } from './tokens.ts'

/** What surrounds a formula that is read. */
export interface Setting {
  readonly notation: Notation
  /** A person's own definitions. */
  readonly names: Pick<ReadonlyMap<string, Applicable>, 'get' | 'has'>
  /** Reads what a name stands for, with its operands; the name is already passed. */
  readonly named: (reader: FormulaReader, name: Token) => Expr
  /** Hears how a part was read that could be read otherwise. */
  readonly note: (rule: string, span: Span, read: Expr, other?: Expr) => void
  /** The known name that looks most like this one. */
  readonly nearest: (name: string) => string | undefined
}

/** Reads a formula as people write it. */
export class FormulaReader extends Reader {
  readonly setting: Setting
  /** A quotient written with `/`, while it is still open for factors juxtaposed to it. */
  private open:
    | { readonly u: Expr; readonly v: Expr; readonly value: Expr; beside: Expr[] }
    | undefined

  constructor(setting: Setting, words: readonly Token[], end: number) {
    super(setting.notation, words, end)
    this.setting = setting
  }

  /** Says how the part since `start` was read. */
  note(rule: string, start: number, read: Expr, other?: Expr): void {
    this.setting.note(rule, this.spanFrom(start), read, other)
  }

  protected override named(name: Token): Expr {
    return this.setting.named(this, name)
  }

  override operand(): Expr {
    const token = this.next
    if (token.type === 'derivative') return this.derivative(this.advance())
    if (this.accept('√')) {
      const inner = this.sees('(') ? this.operand() : this.power()
      return call('sqrt', [this.number(inner, token.start)])
    }
    let u = super.operand()
    while (this.sees("'")) {
      if (u.kind === 'number') throw this.unexpected()
      this.advance()
      u = this.primed(u, token)
    }
    return u
  }

  /** (u)′: the derivative by the one symbol of u, or by x. */
  primed(u: Expr, token: Token): Expr {
    this.bounded(this.number(u, token.start), token.start)
    const names = freeSymbols(u)
    const name =
      names.length === 1 ? names[0] : names.length === 0 || names.includes('x') ? 'x' : ''
    if (name) return derivative(u, symbol(name))
    const what = `the derivative could be by any of ${names.slice(0, 8).join(', ')}`
    throw readingError('E115', this.spanFrom(token.start), what, `write D(…, ${names[0]})`)
  }

  /** d/dx takes the bracket or power that follows or, without a bracket, the whole product. */
  private derivative(sign: Token): Expr {
    const { start } = this.next
    const bracket = this.sees('(', '[') || this.next.type === 'derivative'
    const u = this.number(bracket ? this.power() : this.product(), start)
    const read = derivative(u, this.variable(symbol(sign.text), sign))
    const doubtful = bracket ? isCall(u, 'power') || this.sees('*', '/') : u.kind === 'call'
    if (doubtful) this.note('derivative', sign.start, read)
    return read
  }

  /** u, which must be a symbol that a derivative can be taken by. */
  variable(u: Expr | undefined, span: Span): Expr {
    if (u?.kind === 'symbol' && !CONSTANTS.has(u.name) && !this.setting.names.has(u.name)) return u
    const hint = 'a derivative is taken by a symbol: D(x^2, x)'
    throw readingError('E115', span, 'this is not a variable', hint)
  }

  protected override juxtaposed(factors: readonly Expr[], start: number): Expr {
    const { next } = this
    const last = this.last as Token
    if (next.type === 'number') {
      throw readingError('E114', next, quoted(last.text), quoted(next.text))
    }
    const left = factors.at(-1) as Expr
    const near = last.type === 'name' && isWord(last.text) && surelyMeant(last.text)
    if (near && left.kind === 'symbol') throw readingError('E110', last, quoted(last.text), near)
    // Reading the factor may open other quotients.
    const { open } = this
    const factor = this.number(this.power(), start)
    const read = productOf([...factors, factor])
    if (last.type === 'name' && left.kind === 'symbol' && next.text === '(') {
      if (!CONSTANTS.has(left.name)) this.note('product', last.start, multiply(left, factor))
    }
    if (next.text === '|' && last.text !== '|') this.note('bars', start, read)
    if (last.type === 'name' || last.type === 'number') this.notePower(left, factor, read, start)
    if (open && open.value === factors[0] && factors.length === open.beside.length + 1) {
      open.beside.push(factor)
      this.note('juxtaposition', start, read, divide(open.u, multiply(open.v, ...open.beside)))
      this.open = open
    }
    return factor
  }

  /** e^2x may have meant e^(2x); x^2y and 3x^2(x+1) are not in doubt. */
  private notePower(left: Expr, factor: Expr, read: Expr, start: number): void {
    if (!isCall(left, 'exp') && !isCall(left, 'power')) return
    const natural = left.head === 'exp'
    const [base, exponent] = (natural ? [symbol('e'), left.args[0]] : left.args) as [Expr, Expr]
    if (!natural && exponent.kind === 'number' && base.kind === 'symbol') return
    const other = isCall(exponent, 'negate')
      ? negate(multiply(exponent.args[0] as Expr, factor))
      : multiply(exponent, factor)
    this.note('power', start, read, natural ? exp(other) : raise(base, other))
  }

  protected override quotient(u: Expr, v: Expr, start: number): Expr {
    const value = divide(u, v)
    const before = this.open?.value === u ? this.open : undefined
    if (before) this.note('quotients', start, value, divide(before.u, divide(before.v, v)))
    this.open = { u, v, value, beside: [] }
    return value
  }

  override within<T>(token: Token, read: () => T): T {
    const result = super.within(token, read)
    // (1/2)x is not in doubt: a closed bracket closes the quotient in it.
    this.open = undefined
    return result
  }

  protected override negated(u: Expr, start: number, first: Token): Expr {
    const inner = isCall(u, 'negate') ? (u.args[0] as Expr) : u
    if (isCall(inner, 'power') && first.text !== '(' && inner.args[0]?.kind !== 'call') {
      const [base, exponent] = inner.args as readonly [Expr, Expr]
      this.note('minus', start, u, raise(negate(base), exponent))
    }
    return u
  }

  protected override raised(u: Expr, first: Token, start: number): void {
    const args = u.kind === 'call' ? u.args : []
    const [base, exponent] = isCall(u, 'exp') ? [undefined, args[0]] : args
    if (!exponent || !isCall(exponent, 'power') || first.text === '(' || first.text === '{') return
    const [inner, outer] = exponent.args as readonly [Expr, Expr]
    this.note('tower', start, u, raise(base ? raise(base, inner) : exp(inner), outer))
  }
}
