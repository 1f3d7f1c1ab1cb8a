/**
 * What people leave out. One rule for juxtaposition: 2x, x(x+1) and 2 sin x are products of the
 * same precedence as * and /, from left to right, so 1/2x is (1/2)·x and e^x(x+1) is (e^x)·(x+1).
 * A function without brackets takes the juxtaposed numbers and symbols that follow, with their
 * powers: sin 2x^2 is sin(2x^2). Where another reading is near, a note says how it was read.
 */
import type { Span } from '../expression/error.ts'
import {
  type CallNode,
  CONSTANTS,
  call,
  derivative,
  divide,
  type Expr,
  exp,
  freeSymbols,
  integer,
  isCall,
  multiply,
  negate,
  productOf,
  raise,
  symbol,
} from '../expression/expr.ts'
import { isOne } from '../expression/rational.ts'
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

/** u/v and the factors juxtaposed to it since: 1/2x may have meant 1/(2x). */
interface OpenQuotient {
  readonly u: Expr
  readonly v: Expr
  readonly value: Expr
  readonly beside: Expr[]
}

/** sin x, and the same call of more: sin x/2 may have meant sin(x/2). */
export interface BareCall {
  readonly value: Expr
  readonly of: (more: (operand: Expr) => Expr) => Expr
}

const ROOTS: ReadonlyMap<string, (u: Expr) => Expr> = new Map([
  ['√', (u) => call('sqrt', [u])],
  ['∛', (u) => call('cbrt', [u])],
  ['∜', (u) => call('root', [u, integer(4)])],
])

/** Products of more factors are not looked through for other readings. */
const MAX_FACTORS = 20

/** Reads a formula as people write it. */
export class FormulaReader extends Reader {
  readonly setting: Setting
  /** The last quotient written with `/`, while factors may still be juxtaposed to it. */
  private open: OpenQuotient | undefined
  /** The last power whose exponent has no brackets. */
  private loose: Expr | undefined
  /** The last call without brackets. */
  run: BareCall | undefined

  constructor(setting: Setting, words: readonly Token[], end: number) {
    super(setting.notation, words, end)
    this.setting = setting
  }

  /** Says how the part since `start` was read. */
  note(rule: string, start: number, read: Expr, other?: Expr): void {
    // A programming language leaves nothing in doubt.
    if (this.notation.code) return
    this.setting.note(rule, this.spanFrom(start), read, other)
  }

  /** Does the word behind this one, the next, follow it without a space? */
  touches(next: Token): boolean {
    return this.following?.start === next.end
  }

  protected override named(name: Token): Expr {
    return this.setting.named(this, name)
  }

  override operand(): Expr {
    const token = this.next
    if (token.type === 'derivative') return this.derivative(this.advance())
    const root = token.type === 'sign' && ROOTS.get(token.text)
    if (root) {
      this.advance()
      const inner = this.sees('(') ? this.operand() : this.power()
      return root(this.number(inner, token.start))
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
    const name = names.length === 1 ? names[0] : names.length === 0 || names.includes('x') ? 'x' : ''
    if (name) return derivative(u, symbol(name))
    const what = `the derivative could be by any of ${names.slice(0, 8).join(', ')}`
    throw readingError('E115', this.spanFrom(token.start), what, `write D(…, ${names[0]})`)
  }

  /** d/dx takes the bracket or power that follows or, without a bracket, the whole product. */
  private derivative(sign: Token): Expr {
    let order = 1
    while (this.next.type === 'derivative' && this.next.text === sign.text) {
      this.advance()
      order += 1
    }
    const { start } = this.next
    const bracket = this.sees('(', '[')
    const u = this.number(bracket ? this.power() : this.product(), start)
    let read = u
    const x = this.variable(symbol(sign.text), sign)
    for (let n = 0; n < order; n += 1) read = derivative(read, x)
    const power = isCall(u, 'power') && this.last?.text !== ')'
    const product = isCall(u, 'multiply') || isCall(u, 'divide')
    const doubtful = bracket ? power || this.sees('*', '/') : product || this.sees('+', '-')
    if (doubtful) this.note('derivative', sign.start, read)
    return read
  }

  /** u, which must be a symbol that a derivative can be taken by. */
  variable(u: Expr | undefined, span: Span): Expr {
    if (u?.kind === 'symbol' && !CONSTANTS.has(u.name) && !this.setting.names.get(u.name)) return u
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
    // Reading the factor forgets what is open before it.
    const { open, loose, run } = this
    const factor = this.number(this.power(), start)
    if (factors.length >= MAX_FACTORS) return factor
    const read = productOf([...factors, factor])
    if (last.type === 'name' && left.kind === 'symbol' && next.text === '(') {
      if (!CONSTANTS.has(left.name)) this.note('product', last.start, multiply(left, factor))
    }
    // f^-1(x), f^{(2)}(x) and f^2(x) look like an inverse, a derivative and f(f(x)).
    if (next.text === '(' && isPowerOfFunctionLetter(left)) this.note('product', start, read)
    if (next.text === '|' && last.text !== '|' && factors.some((u) => isCall(u, 'abs'))) {
      this.note('bars', start, read)
    }
    if (left === run?.value && next.text === '(') {
      this.note(
        'application',
        start,
        read,
        run.of((v) => multiply(v, factor)),
      )
    }
    if (left === loose) this.notePower(left, start, read, (v) => multiply(v, factor))
    if (open && open.value === factors[0] && factors.length === open.beside.length + 1) {
      open.beside.push(factor)
      this.note('juxtaposition', start, read, divide(open.u, multiply(open.v, ...open.beside)))
      this.open = open
    }
    return factor
  }

  /** e^2x may have meant e^(2x), and x^1/3 may have meant x^(1/3). */
  private notePower(u: Expr, start: number, read: Expr, more: (v: Expr) => Expr): void {
    const natural = isCall(u, 'exp')
    const [base, exponent] = powerParts(u)
    // x^2y and x^2/2 are not in doubt.
    const plain = base.kind === 'symbol' && exponent.kind === 'number' && !isOne(exponent.value)
    if (plain && !natural) return
    const inner = isCall(exponent, 'negate') ? exponent.args[0] : undefined
    const other = inner ? negate(more(inner)) : more(exponent)
    this.note('power', start, read, natural ? exp(other) : raise(base, other))
  }

  protected override quotient(u: Expr, start: number): Expr {
    const { open, loose, run } = this
    const value = super.quotient(u, start)
    const v = (value as CallNode).args[1] as Expr
    if (open?.value === u) this.note('quotients', start, value, divide(open.u, divide(open.v, v)))
    if (loose === u && v.kind === 'number') this.notePower(u, start, value, (w) => divide(w, v))
    if (run?.value === u) {
      this.note(
        'application',
        start,
        value,
        run.of((w) => divide(w, v)),
      )
    }
    this.open = { u, v, value, beside: [] }
    return value
  }

  /** A closed bracket ends doubts: (1/2)x and (e^2)x are clear. */
  override within<T>(token: Token, read: () => T): T {
    const result = super.within(token, read)
    this.open = undefined
    this.loose = undefined
    this.run = undefined
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

  /** In MATLAB a^b^c is (a^b)^c: said, because mathematics means a^(b^c). */
  protected override grouped(u: Expr, start: number): void {
    if (!isCall(u, 'power')) return
    const [below, outer] = u.args as readonly [Expr, Expr]
    if (!isCall(below, 'power') || this.last?.text === ')') return
    const [base, inner] = below.args as readonly [Expr, Expr]
    this.setting.note('tower', this.spanFrom(start), u, raise(base, raise(inner, outer)))
  }

  protected override raised(u: Expr, first: Token, start: number): void {
    if (first.text === '(' || first.text === '{') return
    this.loose = u
    const [base, exponent] = powerParts(u)
    if (!isCall(exponent, 'power')) return
    const [inner, outer] = exponent.args as readonly [Expr, Expr]
    this.note('tower', start, u, raise(isCall(u, 'exp') ? exp(inner) : raise(base, inner), outer))
  }
}

const isPowerOfFunctionLetter = (u: Expr): boolean => {
  const base = isCall(u, 'power') ? u.args[0] : undefined
  return base?.kind === 'symbol' && /^[fghFGH]$/.test(base.name)
}

/** Base and exponent of a power; the base of exp(u) is e. */
function powerParts(u: Expr): readonly [base: Expr, exponent: Expr] {
  const args = u.kind === 'call' ? u.args : []
  return (isCall(u, 'exp') ? [symbol('e'), args[0]] : args) as [Expr, Expr]
}
