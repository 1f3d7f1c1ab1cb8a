/** What sets one programming language apart from another where formulas are read in it. */

export interface Dialect {
  /** Remarks, and line breaks that do not count. */
  readonly skipped: string
  /** Strings; MATLAB's ' after a name or bracket is a transpose. */
  readonly strings: string
  /** Operators as this language spells them, each with the word of plain notation. */
  readonly signs: ReadonlyMap<string, string>
  /** Signs that mean something else there, with the hint. */
  readonly refused: ReadonlyMap<string, string>
  /** Words that connect formulas. */
  readonly keywords: ReadonlySet<string>
  /** a^b^c is (a^b)^c. */
  readonly powers?: 'left'
  /** 0 < x < 1 means that both hold. */
  readonly chains?: true
  /** A comma outside brackets ends a statement. */
  readonly commas?: true
  /** `1./x` is 1 and `./`. */
  readonly elementwise?: true
}

const BASIC = ['+', '-', '*', '/', '(', ')', '[', ']', ',', '<', '>', '<=', '>=', ';', ':'] as const
const signs = (more: Readonly<Record<string, string>>): ReadonlyMap<string, string> =>
  new Map([...BASIC.map((c) => [c, c] as const), ...Object.entries(more)])

const EXCLUSIVE_OR = 'this is "exclusive or" in this language; powers are written **'
const NEGATION = 'write the opposite relation, e.g. x <= 0'

export const PYTHON: Dialect = {
  skipped: '#[^\\n]*|\\\\\\n',
  strings:
    '[rfbuRFBU]?(?:"""[^]*?"""|\'\'\'[^]*?\'\'\'|"(?:[^"\\\\\\n]|\\\\.)*"|\'(?:[^\'\\\\\\n]|\\\\.)*\')',
  signs: signs({ '**': '^', '==': '=', '!=': '!=', '=': ':=', '&': 'and', '|': 'or', '->': '->' }),
  refused: new Map([
    ['^', EXCLUSIVE_OR],
    ['//', 'write floor divisions otherwise; quotients are written /'],
    ['%', 'remainders are not read'],
    ['@', 'matrix products are not read'],
    ['~', NEGATION],
  ]),
  keywords: new Set(['and', 'or', 'if', 'else', 'lambda', 'def', 'return']),
  chains: true,
}

export const JAVASCRIPT: Dialect = {
  skipped: '\\/\\/[^\\n]*|\\/\\*(?:[^]*?\\*\\/|[^]*)',
  strings: '"(?:[^"\\\\\\n]|\\\\.)*"|\'(?:[^\'\\\\\\n]|\\\\.)*\'|`[^`]*`',
  signs: signs({
    '**': '^',
    '==': '=',
    '===': '=',
    '!=': '!=',
    '!==': '!=',
    '=': ':=',
    '&&': 'and',
    '||': 'or',
    '?': '?',
    '=>': '=>',
    '{': ';',
    '}': ';',
  }),
  refused: new Map([
    ['^', EXCLUSIVE_OR],
    ['%', 'remainders are not read'],
    ['!', NEGATION],
  ]),
  keywords: new Set(['function', 'return']),
  commas: true,
}

export const MATLAB: Dialect = {
  skipped: '%\\{[^\\S\\n]*\\n(?:[^]*?\\n[^\\S\\n]*%\\}|[^]*)|%[^\\n]*|\\.\\.\\.[^\\n]*\\n',
  strings: "(?<![\\w)\\]'.])'(?:[^'\\n]|'')*'|\"(?:[^\"\\n]|\"\")*\"",
  signs: signs({
    '^': '^',
    '.^': '^',
    '.*': '*',
    './': '/',
    '==': '=',
    '~=': '!=',
    '!=': '!=',
    '=': ':=',
    '&': 'and',
    '&&': 'and',
    '|': 'or',
    '||': 'or',
    '@': '@',
  }),
  refused: new Map([
    ["'", 'transposes are not read'],
    ['~', NEGATION],
    ['!', NEGATION],
    ['\\', 'write u/v for the quotient'],
  ]),
  keywords: new Set(['return', 'function']),
  powers: 'left',
  commas: true,
  elementwise: true,
}
