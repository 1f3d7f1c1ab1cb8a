/**
 * The reader: from words to a term, the same for every notation. From loosest to tightest:
 * or; and; relations; + and binary −; unary −; * and / from left to right, one level; ^ from
 * right to left; names and brackets. So −x^2 = −(x^2), a/b*c = (a/b)·c, a^b^c = a^(b^c).
 * Everything is written out here; what people leave out is added in formula-reader.ts.
 */
import { isCondition } from '../expression/condition.ts'
import { readDecimal } from '../expression/decimal.ts'
import { OgeeError } from '../expression/error.ts'
import {
  call,
  divide,
  type Expr,
  exp,
  integer,
  negate,
  numeral,
  productOf,
  RELATIONS,
  raise,
  sumOf,
} from '../expression/expr.ts'
import type { Applicable } from './applicable.ts'
import { CLOSING, Cursor } from './cursor.ts'
import { quoted, readingError } from './errors.ts'
import type { readScript, ScriptNotation } from './script.ts'
import type { Known, Token } from './tokens.ts'

/** One way to write formulas: how its text is cut into words, and operands only it has. */
export interface Notation {
  readonly words: (text: string) => Token[]
  /** An operand that begins with a word that only this notation knows, if one comes next. */
  readonly operand: (reader: Reader) => Expr | undefined
  /** What follows `^`, where that is more than a signed power. */
  readonly exponent?: (reader: Reader) => Expr | undefined
  /** Joins words, given the names that a person has defined. */
  readonly arrange?: (words: readonly Token[], known: Known) => readonly Token[]
  /** Given for programming languages. */
  readonly code?: Code
}

/** What sets programming languages apart: nothing is left out, and names are whole words. */
export interface Code extends ScriptNotation {
  /** A function that only libraries of numerical languages have. */
  readonly known: (name: string) => Applicable | undefined
  /** What looks like a name or call and is none; the name is already passed. */
  readonly construct: (reader: Reader, name: Token) => Expr | undefined
  /** The form by cases that u begins, if it begins one, or u. */
  readonly conditional: (reader: Reader, u: Expr, start: number) => Expr
  /** Reads several statements. */
  readonly script: typeof readScript
  /** Does 0 < x < 1 mean what it means in mathematics? */
  readonly chains: boolean
  /** How a^b^c is grouped. */
  readonly powers: 'left' | 'right'
}

/** Brackets, roots and powers inside each other. */
const MAX_NESTING = 300
/** Levels of the term that is read. */
const MAX_HEIGHT = 400
/** Digits of all long numbers together, powers of ten written out. */
const MAX_DIGITS = 40_000
const LONG_NUMBER = 40

const isE = (u: Expr): boolean => u.kind === 'symbol' && u.name === 'e'

/** Is u at most `limit` levels high? Counts without recursion, level by level. */
function isAtMost(u: Expr, limit: number): boolean {
  let level: readonly Expr[] = [u]
  for (let height = 0; height <= limit; height += 1) {
    if (level.length === 0) return true
    level = level.flatMap((v) => (v.kind === 'call' ? v.args : []))
  }
  return false
}

/** Reads one formula from its words. */
export abstract class Reader extends Cursor {
  protected readonly notation: Notation
  private nesting = 0
  private digits = 0
  /** How many |…| are open inside the innermost bracket. */
  protected bars = 0

  /** `end` is where the text ends. */
  constructor(notation: Notation, words: readonly Token[], end: number) {
    super(words, end)
    this.notation = notation
  }

  /** The term that a name begins; the name is already passed. */
  protected abstract named(name: Token): Expr

  /** The whole text as one formula. */
  formula(): Expr {
    const { start } = this.next
    const u = this.expression()
    if (this.next.type !== 'end') throw this.unexpected()
    return this.bounded(u, start)
  }

  /** u, which must not be too high for what works through it. */
  bounded(u: Expr, start: number): Expr {
    if (!isAtMost(u, MAX_HEIGHT)) throw readingError('E112', this.spanFrom(start))
    return u
  }

  /** u, which must be a number, not a condition; in code x > 0 counts 1 where it holds and else 0. */
  number(u: Expr, start: number): Expr {
    if (isCondition(u) && this.notation.code) return call('piecewise', [integer(1), u, integer(0)])
    if (isCondition(u)) throw readingError('E113', this.spanFrom(start))
    return u
  }

  /** u, which must be a condition. */
  condition(u: Expr, start: number): Expr {
    if (!isCondition(u)) throw readingError('E125', this.spanFrom(start))
    return u
  }

  /** What `read` finds up to the bracket that closes this one, which is already passed. */
  within<T>(open: Token, read: () => T): T {
    const { bars } = this
    this.bars = open.text === '|' ? bars + 1 : 0
    const result = read()
    this.bars = bars
    this.close(open)
    return result
  }

  /** A number or a condition. */
  expression(): Expr {
    const { start } = this.next
    const u = this.disjunction()
    return this.notation.code?.conditional(this, u, start) ?? u
  }

  /** Conditions joined by `or`, or one expression. 0 < x < 1 means 0 < x and x < 1. */
  disjunction(): Expr {
    const any: Expr[] = []
    const { start } = this.next
    do {
      const all: Expr[] = []
      do this.relations(all)
      while (this.accept('and'))
      if (all.length > 1) for (const u of all) this.condition(u, start)
      any.push(all.length === 1 ? (all[0] as Expr) : call('and', all))
    } while (this.accept('or'))
    if (any.length > 1) for (const u of any) this.condition(u, start)
    return any.length === 1 ? (any[0] as Expr) : call('or', any)
  }

  private relations(found: Expr[]): void {
    const { start } = this.next
    let left = this.sum()
    let chained = false
    if (!this.sees(...RELATIONS)) found.push(left)
    while (this.sees(...RELATIONS)) {
      left = this.number(left, start)
      if (chained && this.notation.code?.chains === false) {
        throw this.unexpected('join relations by "and", e.g. 0 < x && x < 1')
      }
      chained = true
      const head = this.advance().text
      const right = this.number(this.sum(), start)
      found.push(call(head, [left, right]))
      left = right
    }
  }

  private sum(): Expr {
    const { start } = this.next
    const terms = [this.signed(() => this.product())]
    while (this.sees('+', '-')) {
      terms[0] = this.number(terms[0] as Expr, start)
      const minus = this.advance().text === '-'
      const term = this.number(
        this.signed(() => this.product()),
        start,
      )
      terms.push(minus ? negate(term) : term)
    }
    return sumOf(terms)
  }

  /** Signs and what follows them. A plus sign is left out, every minus sign is kept. */
  signed(read: () => Expr): Expr {
    const { start } = this.next
    let minus = 0
    while (this.sees('-', '+')) if (this.advance().text === '-') minus += 1
    const { next } = this
    let u = read()
    for (let n = 0; n < minus; n += 1) u = negate(this.number(u, start))
    return minus === 0 ? u : this.negated(u, start, next)
  }

  /** Products and quotients from left to right. */
  product(): Expr {
    const { start } = this.next
    let factors = [this.power()]
    for (;;) {
      const operator = this.sees('*', '/') ? this.advance().text : ''
      if (!operator && !this.startsOperand()) return productOf(factors)
      factors[0] = this.number(factors[0] as Expr, start)
      if (operator === '/') factors = [this.quotient(productOf(factors), start)]
      else factors.push(operator ? this.factor(start) : this.juxtaposed(factors, start))
    }
  }

  private factor(start: number): Expr {
    return this.number(
      this.signed(() => this.power()),
      start,
    )
  }

  /** Does an operand come next? */
  startsOperand(): boolean {
    if (this.notation.code) return false
    const { type, text } = this.next
    if (type !== 'sign') return type !== 'end'
    return text === '|' ? this.bars === 0 : '√∛∜'.includes(text) || CLOSING.has(text)
  }

  /** A power; the exponent may carry signs. e^u is exp(u). */
  power(): Expr {
    const token = this.next
    return this.deeper(() => this.powerFrom(token))
  }

  /** What `read` finds, one level deeper: every way that operands stand inside each other counts. */
  deeper<T>(read: () => T): T {
    this.nesting += 1
    if (this.nesting > MAX_NESTING) throw readingError('E112', this.next)
    const result = read()
    this.nesting -= 1
    return result
  }

  private powerFrom(token: Token): Expr {
    let u = this.operand()
    if (this.notation.code?.powers === 'left') u = this.powersFromLeft(u, token)
    else if (this.accept('^')) {
      const base = this.number(u, token.start)
      const first = this.next
      const exponent = this.exponent()
      const natural = token.type === 'name' && isE(base)
      u = natural ? exp(exponent) : raise(base, exponent)
      this.raised(u, first, token.start)
    }
    return u
  }

  /** (a^b)^c without brackets, and 2^-x^2 as (2^(-x))^2. */
  private powersFromLeft(first: Expr, { type, start }: Token): Expr {
    let u = first
    for (let natural = type === 'name' && isE(u); this.accept('^'); natural = false) {
      const base = this.number(u, start)
      const exponent = this.number(
        this.signed(() => this.operand()),
        start,
      )
      u = natural ? exp(exponent) : raise(base, exponent)
      this.grouped(u, start)
    }
    return u
  }

  /** What stands after `^`. */
  exponent(): Expr {
    const { start } = this.next
    const special = this.notation.exponent?.(this)
    return this.number(special ?? this.signed(() => this.power()), start)
  }

  operand(): Expr {
    const token = this.next
    if (token.type === 'name') return this.named(this.advance())
    if (token.type === 'number') return this.numeral(this.advance())
    if (this.sees('(', '[')) return this.within(this.advance(), () => this.expression())
    if (this.sees('|', '|(')) {
      const inner = this.within(this.advance(), () => this.expression())
      return call('abs', [this.number(inner, token.start)])
    }
    const special = this.notation.operand(this)
    if (special) return special
    throw readingError('E102', token, quoted(this.last?.text ?? ''))
  }

  /** The operands of a call, in brackets. */
  operands(): Expr[] {
    return this.within(this.advance(), () => {
      const args: Expr[] = []
      do args.push(this.expression())
      while (this.accept(','))
      return args
    })
  }

  /** The number that this word writes, exactly. */
  numeral(token: Token): Expr {
    const exponent = /[eE][+-]?(\d+)$/.exec(token.text)?.[1] ?? '0'
    const digits = token.text.length + Number(exponent)
    if (digits > LONG_NUMBER) this.digits += digits
    if (this.digits > MAX_DIGITS) throw readingError('E108', token)
    try {
      return numeral(readDecimal(token.text))
    } catch (error) {
      throw error instanceof OgeeError ? readingError('E108', token) : error
    }
  }

  /** A factor without an operator before it. */
  protected juxtaposed(_factors: readonly Expr[], _start: number): Expr {
    throw this.unexpected('is an operator missing?')
  }

  /** u over the factor that comes next. */
  protected quotient(u: Expr, start: number): Expr {
    return divide(u, this.factor(start))
  }

  protected negated(u: Expr, _start: number, _first: Token): Expr {
    return u
  }

  protected grouped(_u: Expr, _start: number): void {}

  protected raised(_u: Expr, _exponent: Token, _start: number): void {}
}
