/** Formulas as the suites' authors write them, as terms: what is spelled otherwise there is put into our notation first. */
import type { Expr } from '../src/expression/expr.ts'
import { parse } from '../src/syntax/index.ts'

type Spelling = (...operands: string[]) => string

const grouped =
  (operator: string): Spelling =>
  (...operands) =>
    `(${operands.map((u) => `(${u})`).join(operator)})`

/** Functions that the authors write and we do not, or not so. */
const CALLS: Readonly<Record<string, Spelling>> = {
  Abs: (u) => `abs(${u})`,
  Max: (...operands) => `max(${operands})`,
  Min: (...operands) => `min(${operands})`,
  nthRoot: (u, n = '2') => `((${u})^(1/(${n})))`,
  pow: (u = '', v = '') => grouped('^')(u, v),
  add: grouped('+'),
  subtract: grouped('-'),
  multiply: grouped('*'),
  divide: grouped('/'),
}

/** The places where the bracket that opens at `start` has its commas and its end. */
function operandsFrom(text: string, start: number): { readonly operands: string[]; readonly end: number } {
  const operands: string[] = []
  let depth = 0
  let from = start + 1
  for (let i = start; i < text.length; i += 1) {
    const c = text[i] as string
    if ('([{'.includes(c)) depth += 1
    else if (')]}'.includes(c)) depth -= 1
    if ((c === ',' && depth === 1) || depth === 0) {
      operands.push(text.slice(from, i).trim())
      from = i + 1
    }
    if (depth === 0) return { operands, end: i + 1 }
  }
  return { operands: [text.slice(from)], end: text.length }
}

/** The text with every call respelled, innermost ones too. */
function respelled(text: string): string {
  const called = new RegExp(`(?<![A-Za-z_])(${Object.keys(CALLS).join('|')})\\(`)
  const found = called.exec(text)
  if (!found) return text
  const { operands, end } = operandsFrom(text, found.index + found[0].length - 1)
  const spelled = (CALLS[found[1] as string] as Spelling)(...operands)
  return respelled(text.slice(0, found.index) + spelled + text.slice(end))
}

/** Names of several letters, which we would take for products, as a letter with an index. */
const NAMES = /(?<![A-Za-z0-9_])([A-Za-z])([A-Za-z]+)(?![A-Za-z0-9_(])/g
const WORDS: ReadonlySet<string> = new Set(['pi', 'alpha', 'epsilon', 'beta', 'gamma', 'lambda', 'mu'])

/** A formula with every product written out, as in the files from Rubi, SymPy and STACK. */
export const plainTerm = (text: string): Expr =>
  parse(
    respelled(text).replace(NAMES, (name, first, rest) => (WORDS.has(name) ? name : `${first}_{${rest}}`)),
    { notation: 'plain' },
  )

/** A formula as typed by users of the JavaScript libraries: products may be left unwritten. */
export const typedTerm = (text: string): Expr => parse(respelled(text), { notation: 'plain' })

const LETTERS = 'xyzuvwabcdfghkpqrstlmno'

/** A letter for each of the names, which may be words there. */
export const lettersOf = (names: readonly string[]): ReadonlyMap<string, string> =>
  new Map(names.map((name, i) => [name, LETTERS[i] ?? `x_${i}`]))

/** A formula from FPBench in infix notation: its names as letters, 1e+3 as 1e3. */
export function letteredTerm(text: string, names: readonly string[]): Expr {
  const letters = lettersOf(names)
  return parse(
    text.replace(/[A-Za-z_]\w*/g, (name) => letters.get(name) ?? name).replace(/(\d)e\+(\d)/g, '$1e$2'),
  )
}
