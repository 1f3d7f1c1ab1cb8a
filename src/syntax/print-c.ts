/**
 * A term as an expression of C99 with <math.h>, of doubles. An exponent p/q with odd q is the real
 * root, also of negative numbers, as it is here; where no case holds the value is NAN.
 */
import { type CallNode, type Expr, isCall, type NumberNode } from '../expression/expr.ts'
import { exponentValue, isOddRoot } from './exponent.ts'
import { ATOM, numeralText, OR, type Piece, RELATION } from './pieces.ts'
import { LinePrinter } from './print-line.ts'
import { meanings, spelling } from './spellings.ts'
import { writtenOut } from './written-out.ts'

const CONSTANTS: Readonly<Record<string, string>> = { pi: '3.141592653589793', e: '2.718281828459045' }
/** Keywords, and what the text itself calls; a variable of such a name gets a final underscore. */
const RESERVED: ReadonlySet<string> = new Set([
  ...`auto break case char const continue default double else enum extern float for goto if inline int long main register
  return short signed sizeof static struct switch typedef union unsigned void volatile while NAN copysign pow`.split(
    /\s+/,
  ),
  ...meanings('c').keys(),
])

class CPrinter extends LinePrinter {
  constructor() {
    super({
      plus: ' + ',
      minus: ' - ',
      negative: '-',
      times: '*',
      over: '/',
      and: ' && ',
      or: ' || ',
      relation: (head) => (head === '=' ? '==' : head),
    })
  }

  /** A double, not an int: 1/2 would be 0. */
  protected override numeral(u: NumberNode): string {
    const text = numeralText(u)
    return /[.e]/.test(text) ? text : `${text}.0`
  }

  protected override name(name: string): string {
    return CONSTANTS[name] ?? (RESERVED.has(name) ? `${name}_` : name)
  }

  protected override functionName(head: string): string {
    return spelling('c', head) ?? head
  }

  protected override power(base: Expr, exponent: Expr): Piece {
    const [u, n] = [this.text(base), this.text(exponent)]
    const value = exponentValue(exponent)
    const atom = (text: string): Piece => ({ text, level: ATOM })
    // 1/3 + 2/3 in doubles need not be whole.
    if (value?.den === 1n) return atom(`pow(${u}, ${value.num}.0)`)
    if (!value || !isOddRoot(value)) return atom(`pow(${u}, ${n})`)
    const size = `pow(fabs(${u}), ${n})`
    return atom(value.num % 2n === 0n ? size : `copysign(${size}, ${u})`)
  }

  protected override special({ head, args }: CallNode): Piece | undefined {
    const [u] = args as readonly [Expr]
    if (head === 'mark') return this.piece(u)
    if (head === 'sign') {
      const text = this.at(u, ATOM)
      return { text: `((${text} > 0) - (${text} < 0))`, level: ATOM }
    }
    // Compilers warn of && within || without brackets.
    if (head === 'or') return { text: args.map((v) => this.at(v, RELATION)).join(' || '), level: OR }
    return head === 'piecewise' ? { text: this.cases(args), level: OR - 1 } : undefined
  }

  private cases(args: readonly Expr[]): string {
    let text = args.length % 2 === 1 ? this.at(args.at(-1) as Expr, OR) : 'NAN'
    for (let i = args.length - (args.length % 2) - 2; i >= 0; i -= 2) {
      const [value, condition] = [args[i] as Expr, args[i + 1] as Expr]
      text = `${isCall(condition, 'or') ? this.at(condition, ATOM) : this.text(condition)} ? ${this.at(value, OR)} : ${text}`
    }
    return text
  }
}

const printer = new CPrinter()

/** u as an expression of C, functions that C lacks written out. */
export const printC = (u: Expr): string => printer.text(writtenOut(u, 'c'))
