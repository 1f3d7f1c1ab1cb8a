/**
 * The reader: from words to a term, the same for every notation. From loosest to tightest:
 * or; and; relations; + and binary −; unary −; * / and juxtaposition (left to right, one level);
 * function application; ^ (right to left); primes and brackets.
 * So −x^2 = −(x^2), 1/2x = (1/2)·x, a^b^c = a^(b^c), sin 2x = sin(2x), e^x(x+1) = (e^x)·(x+1).
 */
import {
  CONSTANTS, call, derivative, divide, type Expr, exp, freeSymbols, isCall, multiply, negate,
  numeral, productOf, RELATIONS, raise, sumOf, symbol,
} from '../expression/expr.ts'
import { OgeeError, type Span } from '../expression/error.ts'
import { readDecimal } from '../expression/rational.ts'
import { quoted, readingError } from './errors.ts'
import type { Applicable } from './functions.ts'
import type { Token } from './tokens.ts'

/** One way to write formulas: how its text is cut into words, and operands only it has. */
export interface Notation {
  readonly tokens: (text: string) => Token[]
  readonly operand: (reader: Reader) => Expr | undefined
  /** What follows `^`, where that is not simply a power. */
  readonly exponent?: (reader: Reader) => Expr | undefined
}

/** What surrounds a formula that is read. */
export interface Setting {
  readonly notation: Notation
  /** Reads what a name stands for, with its operands; the name is already passed. */
  readonly named: (reader: Reader, name: Token) => Expr
  /** A person's own definitions. */
  readonly names: ReadonlyMap<string, Applicable>
  /** In rule tables D(u) means D(u, x) and these heads can be called. */
  readonly heads?: ReadonlySet<string>
  /** Hears how a part was read that could be read otherwise. */
  readonly note?: (rule: string, span: Span, read: Expr, other?: Expr) => void
  /** The known name that looks most like this one. */
  readonly nearest?: (name: string) => string | undefined
}

/** Brackets, roots and powers inside each other. */
const MAX_NESTING = 300
/** Height of the term that is read. */
const MAX_HEIGHT = 400
/** Decimal digits of all long numbers together, exponents counted as digits. */
const MAX_DIGITS = 40_000

const CLOSING: ReadonlyMap<string, string> = new Map([
  ['(', ')'], ['[', ']'], ['{', '}'], ['|', '|'], ['|(', '|)'], ['\\{', '\\}'],
])
const isClosing = (text: string): boolean => /^(?:[)\]}|]|\|\)|\\\})$/.test(text)
const relations: ReadonlySet<string> = new Set(RELATIONS)
const conditions: ReadonlySet<string> = new Set([...RELATIONS, 'and', 'or'])

/** Does u say something true or false, rather than name a number? */
export const isCondition = (u: Expr): boolean => u.kind === 'call' && conditions.has(u.head)

/** Is u at most `limit` levels high? Looks at each node once, without recursion. */
export function isAtMost(u: Expr, limit: number): boolean {
  let level: readonly Expr[] = [u]
  for (let height = 0; level.length > 0; height += 1) {
    if (height > limit) return false
    level = level.flatMap((v) => (v.kind === 'call' ? v.args : []))
  }
  return true
}

/** Reads one formula from its words. */
export class Reader {
  readonly tokens: Token[]
  readonly setting: Setting
  private position = 0
  private nesting = 0
  private bars = 0
  private digits = 0

  constructor(tokens: Token[], setting: Setting, length: number) {
    this.tokens = tokens
    this.setting = setting
    const at = tokens.at(-1)?.end ?? length
    this.tokens.push({ type: 'end', text: '', start: at, end: at })
  }

  /** The word to be read next. */
  get next(): Token {
    return this.tokens[this.position] as Token
  }

  private get last(): Token | undefined {
    return this.tokens[this.position - 1]
  }

  /** Moves past the next word. */
  advance(): Token {
    const token = this.next
    if (token.type !== 'end') this.position += 1
    return token
  }

  /** Moves past this sign if it comes next. */
  accept(sign: string): boolean {
    const found = this.next.type === 'sign' && this.next.text === sign
    if (found) this.position += 1
    return found
  }

  /** Moves past this sign, which must come next. */
  expect(sign: string): void {
    if (!this.accept(sign)) throw this.unexpected(`expected ${quoted(sign)}`)
  }

  spanFrom(start: number): Span {
    return { start, end: Math.max(start, this.last?.end ?? start) }
  }

  note(rule: string, start: number, read: Expr, other?: Expr): void {
    this.setting.note?.(rule, this.spanFrom(start), read, other)
  }

  private unexpected(hint = ''): OgeeError {
    const { next } = this
    if (next.type === 'end') return this.missing()
    if (isClosing(next.text)) return readingError('E104', next, quoted(next.text))
    const comma = next.text === ',' ? 'decimals are written with a point: 0.5' : ''
    return readingError('E105', next, quoted(next.text), hint || comma)
  }

  private missing(): OgeeError {
    if (this.tokens.length === 1) return readingError('E101', this.next)
    return readingError('E102', this.next, quoted(this.last?.text ?? ''))
  }

  /** The whole text as one formula. */
  formula(): Expr {
    const u = this.expression()
    if (this.next.type !== 'end') throw this.unexpected()
    return this.bounded(u, 0)
  }

  private bounded(u: Expr, start: number): Expr {
    if (isAtMost(u, MAX_HEIGHT)) return u
    throw readingError('E112', this.spanFrom(start))
  }

  /** u, which must be a number, not a condition. */
  number(u: Expr, start: number): Expr {
    if (!isCondition(u)) return u
    const span = this.spanFrom(start)
    throw readingError('E113', span, 'this part')
  }

  /** A condition, which must come next. */
  condition(): Expr {
    const { start } = this.next
    const u = this.expression()
    if (isCondition(u) || this.setting.heads) return u
    throw readingError('E125', this.spanFrom(start), 'this part')
  }

  /** What stands between this bracket, already passed, and the one that closes it. */
  within<T>(open: Token, read: () => T): T {
    const { bars } = this
    const close = CLOSING.get(open.text) as string
    this.bars = open.text === '|' ? bars + 1 : 0
    const result = read()
    this.bars = bars
    if (this.accept(close)) return result
    if (this.next.type === 'end') throw readingError('E103', open, quoted(open.text), quoted(close))
    if (!isClosing(this.next.text)) throw this.unexpected()
    throw readingError('E104', this.next, quoted(this.next.text), quoted(close))
  }

  /** A formula or a condition. 0 < x < 1 means 0 < x and x < 1. */
  expression(): Expr {
    const any: Expr[] = []
    do {
      const all: Expr[] = []
      do {
        const { start } = this.next
        let left = this.sum()
        if (this.next.type !== 'sign' || !relations.has(this.next.text)) all.push(left)
        while (this.next.type === 'sign' && relations.has(this.next.text)) {
          const head = this.advance().text
          const right = this.number(this.sum(), start)
          all.push(call(head, [this.number(left, start), right]))
          left = right
        }
      } while (this.accept('and'))
      any.push(all.length === 1 ? (all[0] as Expr) : call('and', all))
    } while (this.accept('or'))
    return any.length === 1 ? (any[0] as Expr) : call('or', any)
  }

  /** Signs, then what `read` finds: an even number of minus signs is still written out. */
  private signed(read: () => Expr): Expr {
    const { start } = this.next
    let minus = 0
    while (this.next.text === '-' || this.next.text === '+') {
      if (this.advance().text === '-') minus += 1
    }
    const inner = read()
    if (minus === 0) return inner
    let u = this.number(inner, start)
    for (let n = 0; n < minus; n += 1) u = negate(u)
    if (minus === 1 && isCall(inner, 'power') && this.last?.text !== ')') {
      const [base, exponent] = inner.args as readonly [Expr, Expr]
      this.note('minus', start, u, raise(negate(base), exponent))
    }
    return u
  }

  private sum(): Expr {
    const { start } = this.next
    const terms = [this.signed(() => this.product())]
    while (this.next.text === '+' || this.next.text === '-') {
      const minus = this.advance().text === '-'
      const term = this.number(this.signed(() => this.product()), start)
      terms.push(minus ? negate(term) : term)
    }
    if (terms.length > 1) this.number(terms[0] as Expr, start)
    return sumOf(terms)
  }

  /** Products, quotients and juxtaposition, from left to right: 1/2x is (1/2)·x. */
  product(): Expr {
    const { start } = this.next
    let factors = [this.power()]
    // The last quotient, and the factors juxtaposed to it since: 1/2x may have meant 1/(2x).
    let quotient: readonly [Expr, Expr] | undefined
    let beside: Expr[] = []
    for (;;) {
      const juxtaposed = this.startsOperand()
      if (beside.length > 0 && !juxtaposed && quotient) {
        const other = divide(quotient[0], productOf([quotient[1], ...beside]))
        this.note('juxtaposition', start, productOf(factors), other)
        beside = []
      }
      const operator = juxtaposed ? '' : this.next.text
      if (!juxtaposed && operator !== '*' && operator !== '/') break
      this.number(factors[0] as Expr, start)
      const before = this.last
      if (!juxtaposed) this.advance()
      const factor = juxtaposed ? this.juxtaposed(factors, start) : this.signed(() => this.power())
      this.number(factor, start)
      if (operator === '/') {
        const over = productOf(factors)
        const u = divide(over, factor)
        if (quotient && factors.length === 1 && before) {
          this.note('quotients', start, u, divide(quotient[0], divide(quotient[1], factor)))
        }
        quotient = [over, factor]
        factors = [u]
      } else {
        factors.push(factor)
        if (juxtaposed) beside.push(factor)
        else quotient = undefined
      }
    }
    return productOf(factors)
  }

  /** Does an operand come next, without an operator? */
  startsOperand(): boolean {
    const { type, text } = this.next
    if (type === 'name' || type === 'number' || type === 'derivative') return true
    if (text === '|') return this.bars === 0
    return type === 'command' || (type === 'sign' && /^(?:[([{√]|\|\(|\\\{)$/.test(text))
  }

  private juxtaposed(factors: readonly Expr[], start: number): Expr {
    const [before, token] = [this.last as Token, this.next]
    if (token.type === 'number') {
      throw readingError('E114', token, quoted(before.text), quoted(token.text))
    }
    if (this.setting.heads) throw this.unexpected('write * between factors')
    const left = factors.at(-1) as Expr
    const factor = this.power()
    if (before.type === 'name' && left.kind === 'symbol' && token.text === '(') {
      if (!CONSTANTS.has(left.name)) this.note('product', before.start, multiply(left, factor))
    }
    const bare = before.type === 'name' && left.kind === 'call'
    if (bare && (left.head === 'exp' || left.head === 'power')) {
      const [base, exponent] = left.head === 'exp' ? [symbol('e'), left.args[0]] : left.args
      const other = multiply(exponent as Expr, factor)
      const whole = left.head === 'exp' ? exp(other) : raise(base as Expr, other)
      this.note('power', start, productOf([...factors, factor]), whole)
    }
    return factor
  }

  /** A power. The exponent may carry a sign; towers are read from the right. */
  power(): Expr {
    const token = this.next
    this.nesting += 1
    if (this.nesting > MAX_NESTING) throw readingError('E112', token)
    let u = this.operand()
    while (this.accept("'")) u = this.primed(u, token)
    if (this.accept('^')) {
      this.number(u, token.start)
      const first = this.next
      const exponent = this.exponent()
      const natural = u.kind === 'symbol' && u.name === 'e' && token.type === 'name'
      const base = u
      u = natural ? exp(exponent) : raise(base, exponent)
      const [inner, outer] = isCall(exponent, 'power') ? exponent.args : []
      if (inner && outer && first.text !== '(' && first.text !== '{') {
        const left = natural ? exp(inner) : raise(base, inner)
        this.note('tower', token.start, u, raise(left, outer))
      }
    }
    this.nesting -= 1
    return u
  }

  exponent(): Expr {
    const { start } = this.next
    const special = this.setting.notation.exponent?.(this)
    return this.number(special ?? this.signed(() => this.power()), start)
  }

  /** (u)′: the derivative by the one symbol of u, or by x. */
  primed(u: Expr, token: Token): Expr {
    this.bounded(this.number(u, token.start), token.start)
    const names = freeSymbols(u)
    const name = names.length === 1 ? names[0] : names.length === 0 || names.includes('x') ? 'x' : ''
    if (name) return derivative(u, symbol(name))
    const what = `the prime could mean the derivative by any of ${names.slice(0, 8).join(', ')}`
    throw readingError('E115', this.spanFrom(token.start), what, `write D(…, ${names[0]})`)
  }

  private operand(): Expr {
    const token = this.next
    if (token.type === 'name') return this.setting.named(this, this.advance())
    if (token.type === 'number') return this.numeral(this.advance())
    if (token.type === 'derivative') return this.derivative(this.advance())
    if (token.type === 'sign') {
      if (token.text === '(' || token.text === '[') {
        return this.within(this.advance(), () => this.expression())
      }
      if (token.text === '|' || token.text === '|(') return this.absolute(this.advance())
      if (token.text === '√') {
        this.advance()
        const bracket = this.next.text === '('
        const u = this.number(bracket ? this.operand() : this.power(), token.start)
        return call('sqrt', [u])
      }
    }
    const special = this.setting.notation.operand(this)
    if (special) return special
    throw token.type === 'sign' && this.position === 0 ? this.unexpected() : this.missing()
  }

  private absolute(open: Token): Expr {
    const u = this.within(open, () => this.number(this.expression(), open.end))
    return call('abs', [u])
  }

  private numeral(token: Token): Expr {
    const exponent = /[eE][+-]?(\d+)$/.exec(token.text)?.[1]
    const digits = token.text.length + Math.min(Number(exponent ?? 0), MAX_DIGITS)
    if (digits > 40) this.digits += digits
    if (this.digits > MAX_DIGITS) throw readingError('E108', token)
    try {
      return numeral(readDecimal(token.text))
    } catch (error) {
      if (!(error instanceof OgeeError)) throw error
      throw readingError('E108', token)
    }
  }

  /** d/dx takes the bracket or power that follows, or without a bracket the whole product. */
  private derivative(sign: Token): Expr {
    const bracket = this.next.text === '(' || this.next.type === 'derivative'
    const { start } = this.next
    const u = this.number(bracket ? this.power() : this.product(), start)
    return derivative(u, this.variable(symbol(sign.text), sign))
  }

  variable(u: Expr | undefined, span: Span): Expr {
    if (u?.kind === 'symbol' && !CONSTANTS.has(u.name) && !this.setting.names.has(u.name)) return u
    const hint = 'a derivative is taken by a symbol: D(x^2, x)'
    throw readingError('E115', span, 'this is not a variable', hint)
  }

  /** The operands in brackets. */
  operands(): Expr[] {
    return this.within(this.advance(), () => {
      const args: Expr[] = []
      do {
        const { start } = this.next
        const u = this.expression()
        args.push(this.setting.heads ? u : this.number(u, start))
      } while (this.accept(','))
      return args
    })
  }
}
