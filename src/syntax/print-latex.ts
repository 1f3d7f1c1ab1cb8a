/**
 * A term in LaTeX, as a person would set it: fractions stand on a line, exponents need no
 * brackets, 2x is written without a sign where it reads back as the same product.
 */
import { type CallNode, type Expr, isCall, RELATIONS } from '../expression/expr.ts'
import { definition, primitive } from '../functions/index.ts'
import { builtin } from './applicable.ts'
import { isWord } from './arrange.ts'
import {
  AND,
  ATOM,
  numeralText,
  OR,
  type Piece,
  POWER,
  PRODUCT,
  RELATION,
  SUM,
  writtenOperands,
} from './pieces.ts'
import { isGreekName } from './tokens.ts'

const SIGNS: ReadonlyMap<string, string> = new Map([
  ['!=', '\\ne'],
  ['<=', '\\le'],
  ['>=', '\\ge'],
])
const relations: ReadonlySet<string> = new Set(RELATIONS)
/** Capital Greek letters that look like Latin ones have no command, nor has omicron. */
const UNSET = /^(?:Alpha|Beta|Epsilon|Zeta|Eta|Iota|Kappa|Mu|Nu|Omicron|omicron|Rho|Tau|Chi)\d*$/

/** A symbol's name: `\alpha`, `x_{1}`, `\mathrm{EC50}`. */
function latexName(name: string): string {
  const [stem = '', below] = name.split('_')
  const set = /^[A-Za-z]$/.test(stem)
    ? stem
    : isGreekName(stem) && !UNSET.test(stem)
      ? `\\${stem}`
      : `\\mathrm{${stem}}`
  if (below === undefined) return set
  return /^(?:\d+|[A-Za-z])$/.test(below) ? `${set}_{${below}}` : `${set}_{\\mathrm{${below}}}`
}

/** How a function's name is set; log2 is not \log_{2}, which reads as the logarithm to a base. */
function latexFunction(name: string): string {
  const set = (definition(name) ?? primitive(name))?.latex ?? ''
  return set === '' || set.includes('_') ? `\\operatorname{${name}}` : set
}

/** A function of one's own: a letter is set as a letter, a word upright. */
const ownName = (name: string): string =>
  latexName(name).includes('\\mathrm') ? `\\operatorname{${name}}` : latexName(name)

const isPositiveInteger = (u: Expr): boolean => u.kind === 'number' && u.value.den === 1n && u.value.num > 0n

const memo = new WeakMap<Expr, Piece>()

function piece(u: Expr): Piece {
  if (u.kind === 'number') return { text: numeralText(u), level: ATOM }
  if (u.kind === 'symbol') return { text: latexName(u.name), level: ATOM }
  const known = memo.get(u)
  if (known) return known
  const made = ofCall(u)
  memo.set(u, made)
  return made
}

const textOf = (u: Expr): string => piece(u).text

/** In brackets as tall as what they hold. */
const bracketed = (text: string): string =>
  /\\(?:frac|left|begin|sqrt)|\^/.test(text) ? `\\left(${text}\\right)` : `(${text})`

/** The text of u, in brackets where it holds less tightly than `level`. */
const at = (u: Expr, level: number): string => (piece(u).level >= level ? textOf(u) : bracketed(textOf(u)))

function ofCall(u: CallNode): Piece {
  const { head, args } = u
  const [a, b, c] = args as readonly [Expr, Expr, Expr]
  switch (head) {
    case 'add':
      return { text: sum(args), level: SUM }
    case 'multiply':
      return { text: product(args), level: PRODUCT }
    case 'divide':
      return { text: fraction(textOf(a), textOf(b)), level: POWER }
    case 'negate':
      return { text: `-${at(a, PRODUCT)}`, level: SUM }
    case 'power':
      return { text: powerText(a, b), level: POWER }
    case 'exp':
      return { text: `e^{${textOf(a)}}`, level: POWER }
    case 'sqrt':
      return { text: `\\sqrt{${textOf(a)}}`, level: ATOM }
    case 'root':
      return { text: `\\sqrt[${textOf(b)}]{${textOf(a)}}`, level: ATOM }
    case 'abs':
      return { text: `\\left|${textOf(a)}\\right|`, level: ATOM }
    case 'and':
      return { text: args.map((v) => at(v, RELATION)).join(' \\land '), level: AND }
    case 'or':
      return { text: args.map((v) => at(v, AND)).join(' \\lor '), level: OR }
    case 'piecewise':
      return { text: cases(args), level: POWER }
    case 'logb':
      return { text: `\\log_{${base(textOf(b))}}${bracketed(textOf(a))}`, level: ATOM }
    case 'mark':
      return { text: `{\\color{blue}${textOf(a)}}`, level: piece(a).level }
    case 'D':
      return { text: `\\frac{d}{d${textOf(b)}}${bracketed(textOf(a))}`, level: POWER }
    case 'at':
      return { text: `\\left.${textOf(a)}\\right|_{${textOf(b)} = ${textOf(c)}}`, level: POWER }
  }
  if (relations.has(head) && args.length === 2) {
    const sign = SIGNS.get(head) ?? head
    return { text: `${leftSide(a)} ${sign} ${at(b, SUM)}`, level: RELATION }
  }
  const name = builtin(head) ? latexFunction(head) : ownName(head)
  return { text: name + bracketed(writtenOperands(u).map(textOf).join(', ')), level: ATOM }
}

/** σ(x) = … would read as a definition of σ, so the sigmoid is written out there. */
const leftSide = (u: Expr): string =>
  isCall(u, 'sigmoid') && u.args[0]?.kind === 'symbol'
    ? `\\operatorname{sigmoid}(${textOf(u.args[0])})`
    : at(u, SUM)

/** Long numbers stand in brackets: log_1e30 would be a name. */
const base = (text: string): string => (/^\d/.test(text) && !/^\d{1,20}$/.test(text) ? bracketed(text) : text)

/** Brackets keep a fraction such as d over dx2 from reading as a derivative. */
function fraction(above: string, below: string): string {
  const doubtful = /^(?:d(?![A-Za-z])|\\mathrm\{d)/.test(above) && /^\\mathrm\{d/.test(below)
  return `\\frac{${above}}{${doubtful ? `\\left(${below}\\right)` : below}}`
}

function powerText(base: Expr, exponent: Expr): string {
  const f = base.kind === 'call' ? builtin(base.head) : undefined
  const named = f && f.letters.length === 1 && !/^(?:exp|log|sqrt|abs|sigmoid)$/.test(f.name)
  const name = named ? latexFunction(f.name) : '^'
  if (!name.includes('^') && base.kind === 'call' && isPositiveInteger(exponent)) {
    return `${name}^{${textOf(exponent)}}${bracketed(textOf(base.args[0] as Expr))}`
  }
  const natural = base.kind === 'symbol' && base.name === 'e'
  return `${natural ? '\\left(e\\right)' : at(base, ATOM)}^{${textOf(exponent)}}`
}

function sum(terms: readonly Expr[]): string {
  return terms
    .map((term, i) => {
      const minus = isCall(term, 'negate')
      if (i === 0) return at(term, minus ? SUM : PRODUCT)
      if (minus) return ` - ${at(term.args[0] as Expr, PRODUCT)}`
      return ` + ${at(term, PRODUCT)}`
    })
    .join('')
}

function product(factors: readonly Expr[]): string {
  const texts = factors.map((v, i) => at(v, i === 0 && !isCall(v, 'multiply') ? PRODUCT : POWER))
  return texts
    .map((text, i) => {
      const before = factors[i - 1]
      if (!before) return text
      return (standsBeside(before, texts[i - 1] as string, text) ? ' ' : ' \\cdot ') + text
    })
    .join('')
}

/** May `next` follow without a sign, and still be read, by people too, as the next factor? */
function standsBeside(before: Expr, text: string, next: string): boolean {
  if (before.kind === 'symbol' && (before.name === 'd' || isWord(before.name))) return false
  const brackets = /^(?:\\left)?[(|]|^\\left\./.test(next)
  if (brackets) return before.kind === 'number' || text.endsWith(')')
  if (next.startsWith('\\frac') && before.kind === 'number') return false
  return !/^\d/.test(next)
}

function cases(args: readonly Expr[]): string {
  const rows: string[] = []
  for (let i = 0; i < args.length; i += 2) {
    const condition = args[i + 1]
    const when = condition ? `\\text{if } ${textOf(condition)}` : '\\text{otherwise}'
    rows.push(`${textOf(args[i] as Expr)} & ${when}`)
  }
  return `\\begin{cases} ${rows.join(' \\\\ ')} \\end{cases}`
}

/** u in LaTeX. */
export const printLatex = (u: Expr): string => textOf(u)
