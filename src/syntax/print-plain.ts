/**
 * A term in plain notation, with the fewest brackets that read back to the same term (or, on
 * request, with all of them).
 */
import { type CallNode, type Expr, isCall } from '../expression/expr.ts'
import { builtin } from './applicable.ts'
import { isDifferential, isProductOfLetters } from './arrange.ts'
import { ATOM, type Piece, POWER, PRODUCT } from './pieces.ts'
import { LinePrinter, type Signs } from './print-line.ts'

/** x_1 and x_max; braces where a subscript begins with a digit and goes on: x_{1a}. */
export const plainName = (name: string): string => name.replace(/_(\d+[A-Za-z]\w*)$/, '_{$1}')

/** Can this name of a symbol be the base in log_b? */
const isBase = (name: string): boolean =>
  /^[A-Za-z][A-Za-z0-9]*$/.test(name) && !isProductOfLetters(name) && !builtin(name)

/** Would u/v read as a derivative, as d/dx does? */
export const looksLikeDerivative = (above: string, below: string): boolean =>
  /(?:^|[^A-Za-z0-9_])d(?:\^[1-9])?$/.test(above.slice(-4)) && isDifferential(/^\w*/.exec(below)?.[0] ?? '')

const signs = (gap: string): Signs => ({
  plus: `${gap}+${gap}`,
  minus: `${gap}-${gap}`,
  negative: '-',
  times: '*',
  over: '/',
  and: ' and ',
  or: ' or ',
  relation: (head) => head,
})

class PlainPrinter extends LinePrinter {
  private readonly all: boolean

  /** With `all` brackets, or with the fewest. */
  constructor(all: boolean) {
    super(signs(all ? '' : ' '))
    this.all = all
  }

  protected override at(u: Expr, level: number): string {
    return super.at(u, this.all ? ATOM : level)
  }

  protected override name(name: string): string {
    return plainName(name)
  }

  protected override functionName(head: string): string {
    return head
  }

  protected override power(base: Expr, exponent: Expr): Piece {
    const below = base.kind === 'symbol' && base.name === 'e' ? '(e)' : this.at(base, ATOM)
    return { text: `${below}^${this.exponent(exponent)}`, level: POWER }
  }

  protected override special({ head, args }: CallNode): Piece | undefined {
    const [a, b] = args as readonly [Expr, Expr]
    switch (head) {
      case 'exp':
        return { text: `e^${this.exponent(a)}`, level: POWER }
      case 'abs': {
        const inner = this.text(a)
        return { text: inner.includes('|') ? `abs(${inner})` : `|${inner}|`, level: ATOM }
      }
      case 'piecewise':
        return { text: this.piecewise(args), level: ATOM }
      case 'logb':
        return { text: this.logarithm(a, b), level: ATOM }
      case 'mark': {
        const inner = this.piece(a)
        return { text: `⟦${inner.text}⟧`, level: inner.level }
      }
      case 'D':
        if (b.kind !== 'symbol' || !isDifferential(`d${b.name}`)) return undefined
        return { text: `d/d${this.text(b)}(${this.text(a)})`, level: POWER }
    }
    return undefined
  }

  protected override quotient(u: Expr, v: Expr): string {
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
