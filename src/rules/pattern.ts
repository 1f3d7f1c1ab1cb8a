/**
 * Reads the forms in the tables: plain notation with everything written out, in the few lines that
 * a trusted core can afford. A test checks that the full reader of syntax/ agrees on every row.
 *
 * `D(u)` is D(u, x); every name is a letter unless an operand list follows it; `u_` stands for a
 * list; -u^2 is -(u^2), a^b^c is a^(b^c), a/b*c is (a/b)*c.
 */
import { call, type Expr, integer, isCall, negate, productOf, symbol } from '../expression/expr.ts'

const WORDS: RegExp = /\s*(\d+|[A-Za-z]\w*|<=|>=|!=|\S)/g

/** The term that a form of a table stands for. Throws RangeError where it cannot be read. */
export function parsePattern(form: string): Expr {
  const words = [...form.matchAll(WORDS)].map((match) => match[1] as string)
  let at = 0
  const sees = (...options: readonly string[]): boolean => options.includes(words[at] ?? '')
  const take = (expected?: string): string => {
    const word = words[at]
    if (word === undefined || (expected !== undefined && word !== expected)) {
      throw new RangeError(`cannot read "${form}" at "${word ?? 'the end'}"`)
    }
    at += 1
    return word
  }
  const series = (head: string, word: string, part: () => Expr): Expr => {
    const parts = [part()]
    while (sees(word)) {
      take()
      parts.push(part())
    }
    return parts.length > 1 ? call(head, parts) : (parts[0] as Expr)
  }
  const statement = (): Expr => series('or', 'or', () => series('and', 'and', relation))
  const relation = (): Expr => {
    const left = sum()
    return sees('=', '!=', '<', '<=', '>', '>=') ? call(take(), [left, sum()]) : left
  }
  const sum = (): Expr => {
    const terms = [signed()]
    while (sees('+', '-')) terms.push(take() === '+' ? product() : negate(product()))
    return terms.length > 1 ? call('add', terms) : (terms[0] as Expr)
  }
  /** Takes a minus if there is one. */
  const isMinus = (): boolean => sees('-') && take() === '-'
  const signed = (): Expr => (isMinus() ? negate(product()) : product())
  const product = (): Expr => {
    let factors = [power()]
    while (sees('*', '/')) {
      if (take() === '*') factors.push(power())
      else factors = [call('divide', [productOf(factors), power()])]
    }
    return productOf(factors)
  }
  const power = (): Expr => {
    const bracketed = sees('(')
    const base = atom()
    if (!sees('^')) return base
    take()
    const exponent = isMinus() ? negate(power()) : power()
    return !bracketed && base.kind === 'symbol' && base.name === 'e'
      ? call('exp', [exponent])
      : call('power', [base, exponent])
  }
  const between = (open: string, close: string, part: () => Expr): Expr => {
    take(open)
    const u = part()
    take(close)
    return u
  }
  const atom = (): Expr => {
    if (sees('(')) return between('(', ')', statement)
    if (sees('|')) return call('abs', [between('|', '|', statement)])
    if (sees('{')) return between('{', '}', branches)
    const word = take()
    if (/^\d/.test(word)) return integer(BigInt(word))
    if (!/^\w/.test(word)) throw new RangeError(`cannot read "${form}" at "${word}"`)
    return sees('(') ? application(word) : symbol(word)
  }
  const application = (head: string): Expr => {
    const list = between('(', ')', () => series('list', ',', statement))
    const args = isCall(list, 'list') ? list.args : [list]
    return head === 'D' ? call('D', [args[0] as Expr, args[1] ?? symbol('x')]) : call(head, args)
  }
  const branches = (): Expr => {
    const parts = [statement()]
    while (sees('if', 'else')) {
      take()
      parts.push(statement())
    }
    return call('piecewise', parts)
  }
  const u = statement()
  if (at < words.length) throw new RangeError(`cannot read "${form}" at "${words[at]}"`)
  return u
}
