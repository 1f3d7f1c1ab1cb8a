/**
 * A term in Unicode, as it stands in running text: σ(x)·(1 − σ(x)), e⁻ˣ, √x, ½·x², x₁ ≤ π. It is
 * plain notation with typographic signs, and is read as such.
 */
import { type CallNode, type Expr, isCall } from '../expression/expr.ts'
import { builtin } from './applicable.ts'
import { isDifferential, isProductOfLetters } from './arrange.ts'
import { ATOM, type Piece, POWER, PRODUCT, SUM } from './pieces.ts'
import { LinePrinter } from './print-line.ts'
import { looksLikeDerivative, plainName } from './print-plain.ts'
import { fractionCharacter, lowered, raised } from './raised.ts'
import { greekLetter } from './tokens.ts'

const SIGNS: ReadonlyMap<string, string> = new Map([
  ['!=', '≠'],
  ['<=', '≤'],
  ['>=', '≥'],
])

/** `alpha_0` is α₀; what has no such characters stays as typed. */
function unicodeName(name: string): string {
  const [stem = '', below] = name.split('_')
  const [, word = stem, digits = ''] = /^([A-Za-z]+)(\d*)$/.exec(stem) ?? []
  const letter = greekLetter(word)
  const set = letter === undefined ? stem : letter + digits
  if (below === undefined) return set
  const subscript = lowered(below)
  if (subscript === undefined)
    return letter === undefined ? plainName(name) : `${set}_${plainSubscript(below)}`
  return set + subscript
}

const plainSubscript = (below: string): string => plainName(`x_${below}`).slice(2)

class UnicodePrinter extends LinePrinter {
  constructor() {
    super({
      plus: ' + ',
      minus: ' − ',
      negative: '−',
      times: '·',
      over: '/',
      and: ' ∧ ',
      or: ' ∨ ',
      relation: (head) => SIGNS.get(head) ?? head,
    })
  }

  protected override name(name: string): string {
    return unicodeName(name)
  }

  protected override functionName(head: string): string {
    return head === 'sigmoid' ? 'σ' : head
  }

  protected override power(base: Expr, exponent: Expr): Piece {
    const below = base.kind === 'symbol' && base.name === 'e' ? '(e)' : this.at(base, ATOM)
    return { text: below + this.exponent(exponent), level: POWER }
  }

  protected override special(u: CallNode): Piece | undefined {
    const { head, args } = u
    const [a, b] = args as readonly [Expr, Expr]
    switch (head) {
      case 'divide': {
        const character = fractionCharacter(`${this.text(a)}/${this.text(b)}`)
        return character === undefined ? undefined : { text: character, level: ATOM }
      }
      case 'exp':
        return { text: `e${this.exponent(a)}`, level: POWER }
      case 'sqrt':
        return this.root('√', a)
      case 'cbrt':
        return this.root('∛', a)
      case 'abs': {
        const inner = this.text(a)
        return { text: inner.includes('|') ? `abs(${inner})` : `|${inner}|`, level: ATOM }
      }
      case 'piecewise':
        return { text: this.piecewise(args), level: ATOM }
      case 'logb':
        return { text: this.logarithm(a, b), level: ATOM }
      case 'mark':
        return { text: `⟦${this.text(a)}⟧`, level: this.piece(a).level }
      case 'D':
        if (b.kind !== 'symbol' || !isDifferential(`d${b.name}`)) return undefined
        return { text: `d/d${this.text(b)}(${this.text(a)})`, level: POWER }
      // σ(x) = … would read as a definition of σ.
      case '=':
        if (!isCall(a, 'sigmoid')) return undefined
        return { text: `sigmoid(${this.operands(a)}) = ${this.at(b, SUM)}`, level: 3 }
    }
    return undefined
  }

  private root(sign: string, u: Expr): Piece {
    const short = (u.kind === 'symbol' && u.name !== 'e') || u.kind === 'number'
    return { text: short ? sign + this.text(u) : `${sign}(${this.text(u)})`, level: POWER }
  }

  protected override quotient(u: Expr, v: Expr): string {
    const above = this.at(u, PRODUCT)
    const below = this.at(v, isCall(v, 'D') ? ATOM : POWER)
    return `${above}/${looksLikeDerivative(above, below) ? `(${below})` : below}`
  }

  /** ² and ⁻ˣ where there are such characters, else ^ with brackets where they are needed. */
  private exponent(u: Expr): string {
    const text = this.text(u)
    const short = isRaisable(u) && raised(text.replace(/[ ·]/g, '').replaceAll('−', '-'))
    if (short) return short
    const piece = this.piece(u)
    const bare = piece.level === ATOM && !/^[{|⟦]/.test(text)
    return bare ? `^${text}` : `^(${text})`
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
    const short = base.kind === 'number' || base.kind === 'symbol'
    const name = base.kind === 'symbol' ? base.name : this.text(base)
    const plain =
      /^\d{1,20}$|^[A-Za-z][A-Za-z0-9]*$/.test(name) && !isProductOfLetters(name) && !builtin(name)
    const subscript = short && plain && name !== 'e' ? (lowered(name) ?? `_${name}`) : undefined
    return subscript === undefined
      ? `log(${this.text(u)}, ${this.text(base)})`
      : `log${subscript}(${this.text(u)})`
  }
}

/** −x, 2x or n − 1: what stands raised in print. */
const isRaisable = (u: Expr): boolean =>
  isSimple(u) || (isCall(u, 'add') && u.args.length <= 2 && u.args.every(isSimple))

const isSimple = (u: Expr): boolean =>
  (u.kind === 'number' && u.value.den === 1n) ||
  (u.kind === 'symbol' && (u.name.length === 1 || greekLetter(u.name) !== undefined)) ||
  (isCall(u, 'multiply') && isRun(u.args)) ||
  (isCall(u, 'negate') && isSimple(u.args[0] as Expr))

/** A number and letters whose product is read without signs: 2x, −kt. */
function isRun(factors: readonly Expr[]): boolean {
  const [first, ...rest] = factors
  const letters = first?.kind === 'number' && first.value.den === 1n ? rest : factors
  const run = letters.map((u) => (u.kind === 'symbol' && /^[a-z]$/.test(u.name) ? u.name : '?')).join('')
  return /^[a-df-z]$/.test(run) || isProductOfLetters(run)
}

const printer = new UnicodePrinter()

/** u in Unicode. */
export const printUnicode = (u: Expr): string => printer.text(u)
