/**
 * A term for SymPy: an expression of Python after `from sympy import *` and for `sympify`, exact,
 * with symbols where SymPy has a name for something else. An exponent p/q with odd q is a real root.
 */
import type { CallNode, Expr, NumberNode } from '../expression/expr.ts'
import { exponentValue, isOddRoot } from './exponent.ts'
import { AND, ATOM, numeralText, type Piece, POWER } from './pieces.ts'
import { LinePrinter } from './print-line.ts'
import { spelling } from './spellings.ts'
import { writtenOut } from './written-out.ts'

const CONSTANTS: Readonly<Record<string, string>> = { pi: 'pi', e: 'E' }
const RELATIONS: Readonly<Record<string, string>> = { '=': 'Eq', '!=': 'Ne' }

/** Is this arithmetic of numbers alone, which Python would do in floats? */
const isPlain = (u: Expr): boolean =>
  u.kind === 'number' || (u.kind === 'call' && ARITHMETIC.has(u.head) && u.args.every(isPlain))
const ARITHMETIC: ReadonlySet<string> = new Set(['add', 'multiply', 'divide', 'negate', 'power'])

class SympyPrinter extends LinePrinter {
  constructor() {
    super({
      plus: ' + ',
      minus: ' - ',
      negative: '-',
      times: '*',
      over: '/',
      and: ' & ',
      or: ' | ',
      relation: (head) => head,
    })
  }

  /** 0.1 would be a binary fraction. */
  protected override numeral(u: NumberNode): string {
    const text = numeralText(u)
    return /[.e]/.test(text) ? `Rational('${text}')` : text
  }

  /** Names are quoted unless they are single small letters: E, I, N, beta and others have a meaning. */
  protected override name(name: string): string {
    return CONSTANTS[name] ?? (/^[a-z]$/.test(name) ? name : `Symbol('${name}')`)
  }

  protected override functionName(head: string): string {
    return spelling('sympy', head) ?? head
  }

  protected override power(base: Expr, exponent: Expr): Piece {
    const value = exponentValue(exponent)
    if (value && isOddRoot(value)) {
      const root = `real_root(${this.text(base)}, ${value.den})`
      return {
        text: value.num === 1n ? root : `${root}**${this.signedText(value.num)}`,
        level: value.num === 1n ? ATOM : POWER,
      }
    }
    const below = isPlain(base) && isPlain(exponent) ? `S(${this.text(base)})` : this.at(base, ATOM)
    return { text: `${below}**${this.at(exponent, ATOM)}`, level: POWER }
  }

  /** 1/2 is a float in Python; S(1)/2 is not. */
  protected override quotient(u: Expr, v: Expr): string {
    return isPlain(u) && isPlain(v) ? `S(${this.text(u)})/${this.at(v, POWER)}` : super.quotient(u, v)
  }

  private signedText(n: bigint): string {
    return n < 0n ? `(${n})` : `${n}`
  }

  protected override special({ head, args }: CallNode): Piece | undefined {
    const [a, b] = args as readonly [Expr, Expr]
    const relation = RELATIONS[head]
    if (relation) return { text: `${relation}(${this.text(a)}, ${this.text(b)})`, level: ATOM }
    // In Python & and | bind more tightly than relations.
    if (head === 'and' || head === 'or') {
      return { text: args.map((v) => this.at(v, ATOM)).join(head === 'and' ? ' & ' : ' | '), level: AND }
    }
    if (head === 'mark') return this.piece(a)
    return head === 'piecewise' ? { text: this.cases(args), level: ATOM } : undefined
  }

  private cases(args: readonly Expr[]): string {
    const pairs: string[] = []
    for (let i = 0; i < args.length; i += 2) {
      const condition = args[i + 1]
      pairs.push(`(${this.text(args[i] as Expr)}, ${condition ? this.text(condition) : 'True'})`)
    }
    return `Piecewise(${pairs.join(', ')})`
  }
}

const printer = new SympyPrinter()

/** u for SymPy, functions that mean something else there written out. */
export const printSympy = (u: Expr): string => printer.text(writtenOut(u, 'sympy'))
