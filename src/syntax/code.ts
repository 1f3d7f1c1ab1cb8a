/**
 * Formulas in programming languages: MATLAB's 1./(1+exp(-x)), Python's 1/(1+np.exp(-x)) and
 * np.where(c, a, b) or a if c else b, JavaScript's 1/(1+Math.exp(-x)) and c ? a : b. Nothing is
 * left out there, and names are whole words.
 */
import { CONSTANTS, call, type Expr, isCall, substitute } from '../expression/expr.ts'
import { type Applicable, builtin } from './applicable.ts'
import { codeWords, symbolName } from './code-words.ts'
import { quoted, readingError } from './errors.ts'
import { type Dialect, JAVASCRIPT, MATLAB, PYTHON } from './language.ts'
import { PLAIN } from './plain.ts'
import { readIn } from './read.ts'
import type { Notation, Reader } from './reader.ts'
import { readScript } from './script.ts'
import { FORMS } from './spellings.ts'
import { statementIn } from './statement.ts'
import type { Token } from './tokens.ts'

/** The function of this name in FORMS, its formula read when first needed. */
function formed(name: string): Applicable | undefined {
  const row = FORMS.find(([names]) => names.split(' ').includes(name))
  if (!row) return undefined
  const letters = row[1].split(' ')
  const { expr } = readIn(PLAIN, row[2])
  const apply = (args: readonly Expr[]): Expr =>
    substitute(expr, new Map(letters.map((letter, i) => [letter, args[i] as Expr])))
  return { name, letters, required: letters.length, apply }
}

const forms = new Map<string, Applicable | undefined>()

function known(name: string): Applicable | undefined {
  if (!forms.has(name) && forms.size < 4096) forms.set(name, formed(name))
  return forms.get(name)
}

/** Passes NaN, which stands where no case holds. */
function passNothing(reader: Reader): boolean {
  const { type, text } = reader.next
  const found = type === 'name' && /^nan$/i.test(text)
  if (found) reader.advance()
  return found
}

/** `a if c else b if d else z`: value and condition in turn. */
function ifElse(reader: Reader, first: Expr, start: number): Expr {
  const parts = [reader.number(first, start)]
  while (reader.accept('if')) {
    const from = reader.next.start
    parts.push(reader.condition(reader.disjunction(), from))
    reader.expect('else')
    if (passNothing(reader)) break
    parts.push(reader.number(reader.disjunction(), from))
  }
  return call('piecewise', parts)
}

/** `c ? a : d ? b : z`. */
function questions(reader: Reader, first: Expr, start: number): Expr {
  const parts: Expr[] = []
  let last = first
  while (reader.accept('?')) {
    const from = reader.next.start
    const value = reader.number(reader.expression(), from)
    parts.push(value, reader.condition(last, start))
    reader.expect(':')
    if (passNothing(reader)) return call('piecewise', parts)
    last = reader.disjunction()
  }
  return call('piecewise', [...parts, reader.number(last, start)])
}

/** np.where(c, a, b); another one in the last place goes on with the cases. */
function where(reader: Reader): Expr {
  return reader.within(reader.advance(), () => {
    const from = reader.next.start
    const condition = reader.condition(reader.expression(), from)
    reader.expect(',')
    const parts = [reader.number(reader.expression(), from), condition]
    reader.expect(',')
    if (passNothing(reader)) return call('piecewise', parts)
    const goesOn = reader.next.type === 'name' && reader.next.text === 'where'
    const other = reader.number(reader.expression(), from)
    const rest = goesOn && isCall(other, 'piecewise') ? other.args : [other]
    return call('piecewise', [...parts, ...rest])
  })
}

/** MATLAB's piecewise(c, a, d, b, z). */
function cases(reader: Reader): Expr {
  return reader.within(reader.advance(), () => {
    const parts: Expr[] = []
    do {
      const { start } = reader.next
      const u = reader.expression()
      if (!reader.accept(',')) return call('piecewise', [...parts, reader.number(u, start)])
      const condition = reader.condition(u, start)
      parts.push(reader.number(reader.expression(), start), condition)
    } while (reader.accept(','))
    return call('piecewise', parts)
  })
}

const isHalf = (u: Expr | undefined): boolean =>
  u?.kind === 'number' && u.value.num === 1n && u.value.den === 2n

/** What is written as a call and is none. */
function construct(reader: Reader, name: Token): Expr | undefined {
  if (/^nan$/i.test(name.text)) {
    throw readingError('E120', name, quoted(name.text), 'it is read only where no case holds')
  }
  if (!reader.sees('(')) {
    // np.inf is no symbol.
    const fromModule = name.end - name.start > name.text.length && !CONSTANTS.has(name.text)
    if (fromModule && !builtin(name.text)) {
      throw readingError('E120', name, quoted(name.text), 'pi, e and the functions of this module are')
    }
    return undefined
  }
  if (name.text === 'where') return where(reader)
  if (name.text === 'piecewise') return cases(reader)
  if (name.text !== 'heaviside') return undefined
  const args = reader.operands()
  if (args.length === 1 || (args.length === 2 && isHalf(args[1]))) return call('step', args.slice(0, 1))
  const hint = 'its value at 0 is ½ here: heaviside(x, 0.5)'
  throw readingError('E115', reader.spanFrom(name.start), 'this step function is not read', hint)
}

const code = (dialect: Dialect): Notation => ({
  words: codeWords(dialect),
  operand: () => undefined,
  code: {
    known,
    construct,
    conditional: (reader, u, start) =>
      reader.sees('if') ? ifElse(reader, u, start) : reader.sees('?') ? questions(reader, u, start) : u,
    statement: statementIn,
    script: readScript,
    symbolName,
    chains: dialect.chains ?? false,
    powers: dialect.powers ?? 'right',
  },
})

export const PYTHON_CODE: Notation = code(PYTHON)
export const JAVASCRIPT_CODE: Notation = code(JAVASCRIPT)
export const MATLAB_CODE: Notation = code(MATLAB)
