/**
 * A term in Presentation MathML (MathML Core, shown by browsers without help). `intent` says how
 * it is spoken where the look alone would not: a derivative, a power of a function, cases.
 */
import { type CallNode, type Expr, isCall, RELATIONS } from '../expression/expr.ts'
import { definition, primitive } from '../functions/index.ts'
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
import { greekLetter } from './tokens.ts'

const escaped = (text: string): string => text.replace(/[<>&"]/g, (c) => `&#${c.charCodeAt(0)};`)
const element = (name: string, content: string, attributes = ''): string =>
  `<${name}${attributes && ` ${attributes}`}>${content}</${name}>`
const row = (...parts: readonly string[]): string => element('mrow', parts.join(''))
const operator = (text: string, attributes = ''): string => element('mo', escaped(text), attributes)
const identifier = (text: string): string => element('mi', escaped(text))

const APPLY = '<mo>\u2061</mo>'
const INVISIBLE_TIMES = '<mo>\u2062</mo>'
/** Before a name of several letters: 4 cosh x. */
const SPACED_TIMES = '<mo lspace="0" rspace="0.17em">\u2062</mo>'
const SIGNS: ReadonlyMap<string, string> = new Map([
  ['!=', '≠'],
  ['<=', '≤'],
  ['>=', '≥'],
])
const relations: ReadonlySet<string> = new Set(RELATIONS)

function name(full: string): string {
  const [stem = '', below] = full.split('_')
  const [, word = stem, digits = ''] = /^([A-Za-z]+)(\d*)$/.exec(stem) ?? []
  const set = identifier((greekLetter(word) ?? word) + digits)
  if (below === undefined) return set
  return element('msub', set + (/^\d+$/.test(below) ? element('mn', below) : identifier(below)))
}

/** As tall as what they hold; where that is a line of text they are told so, or browsers leave room to stretch. */
const fenced = (open: string, content: string, close: string): string => {
  const size = /<m(?:frac|table)/.test(content) ? '' : 'stretchy="false"'
  return operator(open, size) + content + operator(close, size)
}
const brackets = (content: string): string => row(fenced('(', content, ')'))
const memo = new WeakMap<Expr, Piece>()

function piece(u: Expr): Piece {
  if (u.kind === 'number') return { text: element('mn', numeralText(u)), level: ATOM }
  if (u.kind === 'symbol') return { text: name(u.name), level: ATOM }
  const known = memo.get(u)
  if (known) return known
  const made = ofCall(u)
  memo.set(u, made)
  return made
}

const textOf = (u: Expr): string => piece(u).text
const at = (u: Expr, level: number): string => (piece(u).level >= level ? textOf(u) : brackets(textOf(u)))

const FLAT: ReadonlySet<string> = new Set(['add', 'multiply', 'negate'])

/** Is u as high as a line of text? */
const isFlat = (u: Expr): boolean => u.kind !== 'call' || (FLAT.has(u.head) && u.args.every(isFlat))

/** In an exponent a short fraction stands on the line: e^(x/2). */
function raised(u: Expr): string {
  if (isCall(u, 'negate')) {
    const [a] = u.args as [Expr]
    if (isCall(a, 'divide')) return row(operator('−', 'form="prefix"'), raised(a))
  }
  const [a, b] = u.kind === 'call' ? (u.args as [Expr, Expr]) : []
  if (!a || !b || !isCall(u, 'divide') || !isFlat(a) || !isFlat(b)) return textOf(u)
  return row(at(a, PRODUCT), operator('/', 'lspace="0" rspace="0"'), at(b, POWER))
}

function ofCall(u: CallNode): Piece {
  const { head, args } = u
  const [a, b, c] = args as readonly [Expr, Expr, Expr]
  switch (head) {
    case 'add':
      return { text: sum(args), level: SUM }
    case 'multiply':
      return { text: product(args), level: PRODUCT }
    case 'divide':
      return { text: element('mfrac', row(textOf(a)) + row(textOf(b))), level: POWER }
    case 'negate':
      return { text: row(operator('−', 'form="prefix"'), at(a, PRODUCT)), level: SUM }
    case 'power':
      return { text: element('msup', row(at(a, ATOM)) + row(raised(b))), level: POWER }
    case 'exp':
      return { text: element('msup', identifier('e') + row(raised(a))), level: POWER }
    case 'sqrt':
      return { text: element('msqrt', textOf(a)), level: ATOM }
    case 'root':
      return { text: element('mroot', row(textOf(a)) + row(textOf(b))), level: ATOM }
    case 'cbrt':
      return { text: element('mroot', row(textOf(a)) + element('mn', '3')), level: ATOM }
    case 'abs':
      return {
        text: element('mrow', fenced('|', textOf(a), '|'), 'intent="absolute-value"'),
        level: ATOM,
      }
    case 'and':
      return { text: joined(args, '∧', RELATION), level: AND }
    case 'or':
      return { text: joined(args, '∨', AND), level: OR }
    case 'piecewise':
      return { text: cases(args), level: POWER }
    case 'logb':
      return {
        text: row(element('msub', identifier('log') + row(textOf(b))), APPLY, brackets(textOf(a))),
        level: ATOM,
      }
    case 'mark':
      return { text: element('mrow', textOf(a), 'class="mark"'), level: piece(a).level }
    case 'D': {
      const by = element('mrow', textOf(b), 'arg="x"')
      const sign = element('mfrac', identifier('d') + row(identifier('d'), by))
      const body = element('mrow', brackets(textOf(a)), 'arg="f"')
      return { text: element('mrow', sign + body, 'intent="derivative($f,$x)"'), level: POWER }
    }
    case 'at': {
      const place = row(textOf(b), operator('='), textOf(c))
      return { text: element('msub', row(textOf(a), operator('|')) + place), level: POWER }
    }
  }
  if (relations.has(head) && args.length === 2) {
    return { text: row(at(a, SUM), operator(SIGNS.get(head) ?? head), at(b, SUM)), level: RELATION }
  }
  const written = writtenOperands(u).map(textOf).join(operator(','))
  return { text: row(functionName(head), APPLY, brackets(written)), level: ATOM }
}

const title = (head: string): string | undefined => (definition(head) ?? primitive(head))?.title

function functionName(head: string): string {
  const spoken = title(head)
    ?.replace(/\s*\(.*/, '')
    .replace(/[^A-Za-z]+/g, '-')
  const shown = head === 'sigmoid' ? 'σ' : head
  return element('mi', escaped(shown), spoken ? `intent="${spoken}"` : '')
}

const joined = (args: readonly Expr[], sign: string, level: number): string =>
  row(args.map((v) => at(v, level)).join(operator(sign)))

const sum = (terms: readonly Expr[]): string =>
  row(
    ...terms.map((term, i) => {
      const minus = isCall(term, 'negate')
      if (i === 0) return at(term, minus ? SUM : PRODUCT)
      return operator(minus ? '−' : '+') + at(minus ? (term.args[0] as Expr) : term, PRODUCT)
    }),
  )

/** 2x without a sign; a dot where two numbers or words would run together. */
const product = (factors: readonly Expr[]): string =>
  row(
    ...factors.map((factor, i) => {
      const text = at(factor, i === 0 && !isCall(factor, 'multiply') ? PRODUCT : POWER)
      const before = factors[i - 1]
      if (!before) return text
      return (
        (before.kind === 'number' && factor.kind !== 'number' && !/^(?:<mfrac|(?:<\w+>)*<mn>)/.test(text)
          ? /^(?:<\w+>)*<mi[^>]*>[^<]{2}/.test(text)
            ? SPACED_TIMES
            : INVISIBLE_TIMES
          : operator('·')) + text
      )
    }),
  )

function cases(args: readonly Expr[]): string {
  const cell = (content: string): string => element('mtd', content, 'style="text-align:left"')
  const rows: string[] = []
  for (let i = 0; i < args.length; i += 2) {
    const condition = args[i + 1]
    const when = condition
      ? row(element('mtext', 'if\u00a0'), textOf(condition))
      : element('mtext', 'otherwise')
    rows.push(element('mtr', cell(textOf(args[i] as Expr)) + cell(when)))
  }
  return element('mrow', operator('{') + element('mtable', rows.join('')), 'intent=":cases"')
}

/** u as what stands within `<math>`. */
export const mathmlContent = (u: Expr): string => textOf(u)

/** u in MathML. */
export const printMathml = (u: Expr): string =>
  element('math', textOf(u), 'xmlns="http://www.w3.org/1998/Math/MathML"')
