/**
 * LaTeX, as in articles: \frac{1}{1+e^{-x}}, \sqrt[3]{x}, \left|x\right|, \begin{cases}…,
 * \frac{d}{dx}\left(…\right), \left.…\right|_{x=2}. A new line is a space here; `;` separates.
 */
import { call, divide, type Expr } from '../expression/expr.ts'
import { quoted, readingError } from './errors.ts'
import { joinDifferentials } from './latex-derivative.ts'
import { latexWords } from './latex-words.ts'
import type { Notation, Reader } from './reader.ts'

/** A number between brackets. */
function group(reader: Reader): Expr {
  const open = reader.advance()
  return reader.number(
    reader.within(open, () => reader.expression()),
    open.end,
  )
}

/** A part in braces or, without them, one digit, letter or command, as TeX takes it. */
function argument(reader: Reader): Expr {
  const { next } = reader
  if (reader.sees('{')) return group(reader)
  if (next.type === 'number' && next.text.length > 1) {
    const what = `${quoted(next.text)} needs braces here`
    throw readingError('E122', next, what, `write {${next.text}}`)
  }
  return reader.number(
    reader.deeper(() => reader.operand()),
    next.start,
  )
}

function root(reader: Reader): Expr {
  const index = reader.sees('[') ? group(reader) : undefined
  const u = argument(reader)
  return index ? call('root', [u, index]) : call('sqrt', [u])
}

/** The rows `value & condition \\`; a value alone or with `otherwise` comes last. */
function cases(reader: Reader): Expr {
  return reader.within(reader.advance(), () => {
    const parts: Expr[] = []
    let complete = false
    do {
      if (reader.sees('\\end{cases}') && parts.length > 0) break
      if (complete) throw readingError('E125', reader.next)
      const { start } = reader.next
      parts.push(reader.number(reader.expression(), start))
      reader.accept(',')
      reader.accept('&')
      const conditional = reader.accept('if')
      complete = !conditional && (reader.accept('otherwise') || reader.sees('\\end{cases}', '\\\\'))
      if (complete) continue
      const from = reader.next.start
      parts.push(reader.condition(reader.expression(), from))
      reader.accept(',')
    } while (reader.accept('\\\\'))
    if (parts.length < 2) throw readingError('E125', reader.next)
    return call('piecewise', parts)
  })
}

/** \left. u \right|_{x = a}: the call `at`. */
function valueAt(reader: Reader): Expr {
  const open = reader.advance()
  const inner = reader.within(open, () => reader.expression())
  const u = reader.number(inner, open.end)
  reader.expect('_')
  if (!reader.sees('{')) throw reader.unexpected('e.g. \\left. u \\right|_{x=2}')
  const brace = reader.advance()
  const equation = reader.within(brace, () => reader.expression())
  const [x, a] = equation.kind === 'call' && equation.head === '=' ? equation.args : []
  if (x?.kind !== 'symbol' || !a) {
    throw readingError(
      'E122',
      reader.spanFrom(brace.start),
      'a value such as x = 2 is expected',
      'e.g. \\left. x^2 \\right|_{x=2}',
    )
  }
  return call('at', [u, x, a])
}

function operand(reader: Reader): Expr | undefined {
  const { type, text, start } = reader.next
  if (reader.sees('{', '\\{')) {
    const open = reader.advance()
    // \left\{ before cases is closed by \right. or not at all.
    if (text === '\\{' && reader.sees('\\begin{cases}')) {
      const u = cases(reader)
      if (!reader.accept('\\}')) reader.accept('\\right.')
      return u
    }
    return reader.within(open, () => reader.expression())
  }
  if (reader.sees('\\begin{cases}')) return cases(reader)
  if (reader.sees('\\left.')) return valueAt(reader)
  if (type !== 'command') return undefined
  reader.advance()
  if (text === 'sqrt') return root(reader)
  const [u, v] = [argument(reader), argument(reader)]
  return reader.number(divide(u, v), start)
}

/** The LaTeX notation. */
export const LATEX: Notation = {
  words: latexWords,
  operand,
  exponent: (reader) => (reader.sees('{') ? group(reader) : undefined),
  arrange: joinDifferentials,
}
