/**
 * The words of LaTeX. Commands with a meaning of their own in plain notation become that word
 * (`\cdot` is `*`, `\alpha` is alpha, `\left(` is `(`); spacing and size commands leave no trace.
 * \frac and \sqrt remain as commands, which latex.ts reads.
 */
import { functionName } from '../functions/spellings.ts'
import { quoted, readingError, unknownCharacter } from './errors.ts'
import { nearestName } from './suggest.ts'
import { GREEK_NAMES, greekName, isGreekName, KEYWORDS, type Token, TYPOGRAPHIC } from './tokens.ts'

const UPRIGHT_NAME = '\\\\(?:mathrm|mathit|mathsf|text|textrm|operatorname)\\s*\\{\\s*'
/** Commands that a subscript can be: V_{\max}, x_\alpha. */
const IN_SUBSCRIPT = `(?:var)?(?:max|min|sup|inf|ref|${[...GREEK_NAMES].join('|')})`
const SUBSCRIPT: string = [
  '_(?:(?<below>[A-Za-z0-9])',
  `\\\\(?<commanded>${IN_SUBSCRIPT})(?![A-Za-z])`,
  `\\{\\s*\\\\(?<within>${IN_SUBSCRIPT})\\s*\\}`,
  '\\{\\s*(?:\\\\rm\\s+)?(?<braced>[A-Za-z0-9]+)\\s*\\}',
  `\\{\\s*${UPRIGHT_NAME}(?<upright>[A-Za-z0-9]+)\\s*\\}\\s*\\})`,
].join('|')
const WORD: RegExp = new RegExp(
  [
    '(?<space>[\\s~$]+|\\\\[,;:! ()[\\]])',
    '(?<primes>\\^(?:\\\\prime(?![A-Za-z])|\\{\\s*(?:\\\\prime\\s*)+\\}))',
    '(?<number>(?:\\d+\\.?\\d*|\\.\\d+)(?:[eE][+-]?\\d+)?)',
    `(?<name>[A-Za-z][A-Za-z0-9]*)(?:\\s*${SUBSCRIPT})?`,
    '\\\\(?<command>[A-Za-z]+)\\*?',
    '(?<sign>\\\\[{}\\\\|]|[<>!=]=|.)',
  ].join('|'),
  'suy',
)
/** The name in braces after \mathrm and its like. */
const BRACED = /\s*\{\s*([A-Za-z][A-Za-z0-9 ]{0,60}?)\s*\}/y
const AFTER_NAME = new RegExp(`\\s*${SUBSCRIPT}`, 'uy')
const DELIMITER = /\s*(\.|\\[{}]|\\[lr]?vert(?![A-Za-z])|\\[lr]brace(?![A-Za-z])|[|()[\]])?/y
const ENVIRONMENT = /\s*\{\s*([a-z]*)\s*\*?\}/y
/** The columns of an array: `{ll}`. */
const COLUMNS = /\s*\{[\slcr|]*\}/y
const CASES: ReadonlySet<string> = new Set(['cases', 'dcases', 'array'])
/** Environments that only set what stands in them; between their lines stands `\\\\`. */
const DISPLAYS: ReadonlySet<string> = new Set(
  'equation align aligned alignat gather gathered split multline displaymath math eqnarray'.split(' '),
)

const OPERATORS: ReadonlyMap<string, string> = new Map([
  ...['cdot', 'times', 'ast'].map((c) => [c, '*'] as const),
  ['div', '/'],
  ...['le', 'leq', 'leqslant'].map((c) => [c, '<='] as const),
  ...['ge', 'geq', 'geqslant'].map((c) => [c, '>='] as const),
  ...['ne', 'neq'].map((c) => [c, '!='] as const),
  ['lt', '<'],
  ['gt', '>'],
  ...['land', 'wedge'].map((c) => [c, 'and'] as const),
  ...['lor', 'vee'].map((c) => [c, 'or'] as const),
  ['prime', "'"],
  ['lbrace', '\\{'],
  ['rbrace', '\\}'],
  ['lvert', '|('],
  ['rvert', '|)'],
  ...['vert', 'mid'].map((c) => [c, '|'] as const),
])
const SIGNS: ReadonlySet<string> = new Set([
  ..."+-*/^_(){}[]|,;<>='&",
  '\\{',
  '\\}',
  '\\\\',
  '<=',
  '>=',
  '!=',
])
const SPACING: ReadonlySet<string> = new Set(
  'quad qquad displaystyle textstyle limits nolimits big Big bigg Bigg bigl bigr Bigl Bigr biggl biggr Biggl Biggr'.split(
    ' ',
  ),
)
const UPRIGHT: ReadonlySet<string> = new Set(
  'mathrm operatorname mathit mathsf mathbf text textrm mbox textit'.split(' '),
)
const FRACTIONS: ReadonlySet<string> = new Set(['frac', 'dfrac', 'tfrac', 'cfrac'])
const CONNECTIVES: ReadonlyMap<string, string> = new Map([
  ['for', 'if'],
  ['when', 'if'],
  ['where', 'if'],
  ['else', 'otherwise'],
])
const COMMANDS: readonly string[] = [
  ...OPERATORS.keys(),
  ...FRACTIONS,
  'sqrt',
  'left',
  'right',
  'begin',
  'end',
  'operatorname',
  'mathrm',
  'alpha',
  'beta',
  'gamma',
  'delta',
  'lambda',
  'sigma',
  'theta',
  'omega',
]

const subscriptIn = (found: Readonly<Record<string, string>>): string | undefined =>
  found.below ?? found.braced ?? found.upright ?? (found.commanded ?? found.within)?.replace(/^var/, '')

/** Where the formula ends that a sentence goes on after: `$\frac{1}{2}$.` or `x^2, \]`. */
function endOf(text: string): number {
  let end = text.length
  while (end > 0 && (/[\s$.,]/.test(text.charAt(end - 1)) || /\\[)\]]$/.test(text.slice(end - 2, end)))) {
    end -= text.charAt(end - 1) === ')' || text.charAt(end - 1) === ']' ? 2 : 1
  }
  // \right. is a bracket.
  return text.slice(0, end).endsWith('\\right') ? text.length : end
}

/** Cuts LaTeX into words; one use per text. */
class Words {
  readonly found: Token[] = []
  private readonly text: string
  private start = 0
  private end = 0
  /** How many forms by cases, and how many other environments, are open. */
  private cases = 0
  private displays = 0

  constructor(text: string) {
    this.text = text
    const end = endOf(text)
    while (this.end < end) {
      this.start = this.end
      this.word()
    }
  }

  private push(type: Token['type'], text: string): void {
    this.found.push({ type, text, start: this.start, end: this.end })
  }

  /** What the pattern finds from here on; `this.end` moves behind it. */
  private match(pattern: RegExp): RegExpExecArray | null {
    pattern.lastIndex = this.end
    const result = pattern.exec(this.text)
    if (result) this.end = pattern.lastIndex
    return result
  }

  private word(): void {
    const groups = (this.match(WORD) as RegExpExecArray).groups as Record<string, string>
    const { space, primes, number, name, command, sign = '' } = groups
    if (space) return
    if (primes) for (const _ of primes.matchAll(/prime/g)) this.push('sign', "'")
    else if (number) this.number(number)
    else if (name) this.name(name, subscriptIn(groups))
    else if (command) this.command(command)
    else if (sign === '&' && this.setsOnly()) return
    else if (sign === '\\\\' && this.setsOnly()) this.push('sign', ';')
    else if (SIGNS.has(sign)) this.push('sign', sign === '!=' ? '!=' : sign)
    else if (TYPOGRAPHIC.has(sign)) this.push('sign', TYPOGRAPHIC.get(sign) as string)
    else if (greekName(sign)) this.namedCommand(greekName(sign) as string)
    else throw unknownCharacter(sign, this.start)
  }

  /** Right after ^, _, \frac and \sqrt TeX takes one digit: x^23 is x² and then 3. */
  private number(number: string): void {
    const [last, before] = [this.found.at(-1), this.found.at(-2)]
    const single =
      last?.text === '^' ||
      last?.text === '_' ||
      last?.type === 'command' ||
      (last?.type === 'number' && before?.text === 'frac')
    if (single && /^\d\d/.test(number)) this.end = this.start + 1
    this.push('number', this.text.slice(this.start, this.end))
  }

  private name(name: string, subscript: string | undefined): void {
    if (subscript === undefined && this.subscriptFollows() && !/^(?:log|ln)$/.test(name)) {
      const span = { start: this.end, end: this.end + 1 }
      throw readingError('E122', span, 'this subscript is not read', 'e.g. x_1 or x_{max}')
    }
    const full = subscript === undefined ? name : `${name}_${subscript}`
    this.push(KEYWORDS.has(full) ? 'sign' : 'name', full)
  }

  /** Do & and \\\\ here only set lines of formulas? */
  private setsOnly(): boolean {
    return this.cases === 0 && this.displays > 0
  }

  private subscriptFollows(): boolean {
    return /^\s*_/.test(this.text.slice(this.end, this.end + 9))
  }

  private namedCommand(name: string): void {
    this.name(name, subscriptIn(this.match(AFTER_NAME)?.groups ?? {}))
  }

  private command(command: string): void {
    const operator = OPERATORS.get(command)
    const greek = command.replace(/^var/, '')
    if (operator) this.push('sign', operator)
    else if (SPACING.has(command)) return
    else if (command === 'left' || command === 'right') this.delimiter(command)
    else if (UPRIGHT.has(command)) this.upright(command)
    else if (command === 'begin' || command === 'end') this.environment(command)
    else if (FRACTIONS.has(command)) this.push('command', 'frac')
    else if (command === 'sqrt') this.push('command', 'sqrt')
    else if (command === 'partial') this.push('name', 'd')
    else if (isGreekName(greek)) this.namedCommand(greek)
    else if (functionName(command)) this.namedCommand(command)
    else if (command === 'infty') throw unknownCharacter('∞', this.start)
    else {
      const near = nearestName(command, COMMANDS) ?? nearestName(command)
      const span = { start: this.start, end: this.end }
      throw readingError('E121', span, quoted(`\\${command}`), near ? `\\${near}` : '')
    }
  }

  /** \left and \right: the bracket alone matters; invisible ones are kept for \left. u \right|. */
  private delimiter(side: string): void {
    const delimiter = this.match(DELIMITER)?.[1]
    if (!delimiter) {
      const span = { start: this.start, end: this.end }
      throw readingError('E122', span, `\\${side} needs a bracket`, 'e.g. \\left( … \\right)')
    }
    const bracket = delimiter.replace(/^\\[lr]?brace$/, side === 'left' ? '\\{' : '\\}')
    if (/^\||vert$/.test(bracket)) this.push('sign', side === 'left' ? '|(' : '|)')
    else if (bracket === '.') this.push('sign', side === 'left' ? '\\left.' : '\\right.')
    else this.push('sign', bracket)
  }

  private upright(command: string): void {
    const content = this.match(BRACED)?.[1]?.replace(/ +/g, ' ')
    const word = content?.toLowerCase() ?? ''
    const keyword = CONNECTIVES.get(word) ?? (KEYWORDS.has(word) ? word : undefined)
    if (keyword && !this.subscriptFollows()) this.push('sign', keyword)
    else if (content && !content.includes(' ')) this.namedCommand(content)
    else {
      const span = { start: this.start, end: this.end }
      const what = `the text after \\${command} has no meaning in a formula`
      throw readingError('E122', span, what, 'names, if and otherwise are read')
    }
  }

  private environment(command: string): void {
    const name = this.match(ENVIRONMENT)?.[1] ?? ''
    if (CASES.has(name)) {
      this.cases += command === 'begin' ? 1 : -1
      if (name === 'array' && command === 'begin') this.match(COLUMNS)
      this.push('sign', `\\${command}{cases}`)
    } else if (DISPLAYS.has(name)) this.displays += command === 'begin' ? 1 : -1
    else {
      const span = { start: this.start, end: this.end }
      throw readingError('E122', span, `\\${command} of this kind is not read`, '\\begin{cases} is')
    }
  }
}

/** The words of a text in LaTeX. */
export const latexWords = (text: string): Token[] => new Words(text).found
