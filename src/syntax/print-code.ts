/**
 * A term as one would type it in Python with NumPy, in MATLAB or in JavaScript. It reads back as
 * the same term; so a function that the language lacks keeps its name, to be defined there, and
 * x^(1/3) stays a power, which these languages have for x ≥ 0 only.
 */
import { type CallNode, type Expr, isCall } from '../expression/expr.ts'
import { AND, ATOM, OR, type Piece, POWER, PRODUCT } from './pieces.ts'
import { LinePrinter, type Signs } from './print-line.ts'
import { type Language, spelling } from './spellings.ts'

/** How a language writes what is not a function. */
interface Style {
  readonly language: Language
  readonly signs: Signs
  readonly power: string
  readonly constants: Readonly<Record<string, string>>
  /** The value where no case holds. */
  readonly nothing: string
  /** Names that mean something in the language; they get a final underscore. */
  readonly reserved: ReadonlySet<string>
  /** One case: what stands before the condition, behind it, and behind the value. */
  readonly cases: 'where' | 'piecewise' | 'question'
}

const relations =
  (spelled: Readonly<Record<string, string>>): Signs['relation'] =>
  (head) =>
    spelled[head] ?? head

const ARITHMETIC = { plus: ' + ', minus: ' - ', negative: '-', times: '*', over: '/' }

const PYTHON: Style = {
  language: 'python',
  signs: { ...ARITHMETIC, and: ' and ', or: ' or ', relation: relations({ '=': '==' }) },
  power: '**',
  constants: { pi: 'np.pi', e: 'np.e' },
  nothing: 'np.nan',
  reserved: new Set([
    'lambda',
    'None',
    'True',
    'False',
    'class',
    'from',
    'import',
    'return',
    'while',
    'with',
    'yield',
    'pass',
  ]),
  cases: 'where',
}

const JAVASCRIPT: Style = {
  language: 'javascript',
  signs: { ...ARITHMETIC, and: ' && ', or: ' || ', relation: relations({ '=': '===', '!=': '!==' }) },
  power: '**',
  constants: { pi: 'Math.PI', e: 'Math.E' },
  nothing: 'NaN',
  reserved: new Set(
    'const function return class while case this true false null void with yield enum export'.split(' '),
  ),
  cases: 'question',
}

const MATLAB: Style = {
  language: 'matlab',
  signs: {
    ...ARITHMETIC,
    times: '.*',
    over: './',
    and: ' & ',
    or: ' | ',
    relation: relations({ '=': '==', '!=': '~=' }),
  },
  power: '.^',
  constants: { pi: 'pi', e: 'exp(1)' },
  nothing: 'NaN',
  reserved: new Set('function return while case global parfor persistent otherwise'.split(' ')),
  cases: 'piecewise',
}

class CodePrinter extends LinePrinter {
  private readonly style: Style

  constructor(style: Style) {
    super(style.signs)
    this.style = style
  }

  protected override name(name: string): string {
    return this.style.constants[name] ?? (this.style.reserved.has(name) ? `${name}_` : name)
  }

  protected override functionName(head: string): string {
    return spelling(this.style.language, head) ?? head
  }

  /** Every operand: nobody defines a curve whose parameters have values of their own. */
  protected override operands(u: CallNode): string {
    return u.args.map((v) => this.text(v)).join(', ')
  }

  protected override power(base: Expr, exponent: Expr): Piece {
    const natural = base.kind === 'symbol' && base.name === 'e'
    const below = natural ? `(${this.text(base)})` : this.at(base, ATOM)
    const inner = isCall(exponent, 'negate') ? this.piece(exponent.args[0] as Expr) : undefined
    const above = inner?.level === ATOM ? `-${inner.text}` : this.at(exponent, ATOM)
    return { text: below + this.style.power + above, level: POWER }
  }

  protected override special(u: CallNode): Piece | undefined {
    const { head, args } = u
    if (head === 'piecewise') return this.cases(args)
    if (head === 'mark')
      return { text: `⟦${this.text(args[0] as Expr)}⟧`, level: this.piece(args[0] as Expr).level }
    if (head !== 'negate' || this.style.language !== 'javascript') return undefined
    // JavaScript does not take -x**2.
    const operand = this.at(args[0] as Expr, PRODUCT)
    return operand.includes('**')
      ? { text: `-(${this.text(args[0] as Expr)})`, level: PRODUCT - 1 }
      : undefined
  }

  private cases(args: readonly Expr[]): Piece {
    const { cases, nothing, language } = this.style
    const value = (u: Expr): string => this.at(u, OR)
    const last = args.length % 2 === 1 ? (args.at(-1) as Expr) : undefined
    const other =
      last === undefined ? nothing : isCall(last, 'piecewise') ? `(${this.text(last)})` : value(last)
    const pairs: (readonly [value: string, condition: string])[] = []
    for (let i = 0; i + 1 < args.length; i += 2) {
      const condition =
        cases === 'question' ? this.at(args[i + 1] as Expr, AND) : this.text(args[i + 1] as Expr)
      pairs.push([value(args[i] as Expr), condition])
    }
    if (cases === 'piecewise') {
      const parts = [...pairs.flatMap(([v, c]) => [c, v]), ...(last === undefined ? [] : [other])]
      return { text: `piecewise(${parts.join(', ')})`, level: ATOM }
    }
    const chain = (write: (pair: readonly [string, string], rest: string) => string): string =>
      pairs.reduceRight((rest, pair) => write(pair, rest), other)
    if (language === 'python')
      return { text: chain(([v, c], rest) => `np.where(${c}, ${v}, ${rest})`), level: ATOM }
    return { text: chain(([v, c], rest) => `${c} ? ${v} : ${rest}`), level: OR - 1 }
  }
}

const writer = (style: Style): ((u: Expr) => string) => {
  const printer = new CodePrinter(style)
  return (u) => printer.text(u)
}

export const printPython: (u: Expr) => string = writer(PYTHON)
export const printJavascript: (u: Expr) => string = writer(JAVASCRIPT)
export const printMatlab: (u: Expr) => string = writer(MATLAB)
