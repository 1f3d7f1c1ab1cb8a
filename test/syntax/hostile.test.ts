/** Text that nobody means well with: every notation has an answer, or an error with its place. */
import { describe, expect, test } from 'vitest'
import { OgeeError } from '../../src/expression/error.ts'
import { print, READ_NOTATIONS, read } from '../../src/syntax/index.ts'

/** Reads the text in every notation: a term that can be printed, or an error that says where. */
function expectAnswered(text: string): void {
  for (const notation of ['auto', ...READ_NOTATIONS] as const) {
    try {
      expect(typeof print(read(text, { notation }).expr)).toBe('string')
    } catch (error) {
      if (!(error instanceof OgeeError)) throw error
      const { start, end } = error.span ?? { start: -1, end: -1 }
      expect([notation, error.code, 0 <= start && start <= end && end <= text.length]).toEqual([
        notation,
        expect.stringMatching(/^E1\d\d$/),
        true,
      ])
    }
  }
}

const MEGABYTE = 1_000_000
const LENGTH = 50_000

/** The unit as often as it takes to be so long. */
const filled = (unit: string, length: number): string => unit.repeat(Math.ceil(length / unit.length))

const CONTROLS = Array.from({ length: 32 }, (_, i) => String.fromCharCode(i)).join('')

test.each(['x', 'x+', '(', ' ', '"', "'", '\\', '#', '9', '.', '\0', '$', '[', '\n', 'x = 1;\n'])(
  'a line of a megabyte: %j',
  (unit) => expectAnswered(filled(unit, MEGABYTE)),
)

test.each([
  // Brackets and strings that do not close
  ...[
    '(',
    '[',
    '{',
    '|',
    '|x',
    '||x',
    '"',
    "'",
    '`',
    '"""',
    '/*',
    '%{\n',
    '%{\n\n',
    '[1,2',
    '["Add",',
    '{"fn":',
    '\\left(',
    '\\text{',
  ],
  // Operators without end
  ...[
    '-',
    '√',
    "x'",
    '^x',
    'x^{',
    'x_',
    'x_{',
    '\\\\',
    '&',
    '...',
    'd/dx ',
    '\\frac',
    '\\sqrt ',
    '\\frac 1',
    '@(x)',
  ],
  // Words that open something
  ...[
    'lambda x: ',
    'x=>',
    'def ',
    'def f(x):\n',
    'function f(x)\n',
    'np.where(',
    'np.where(x>0,1,',
    'x>0?1:',
    '1 if x>0 else ',
  ],
  ...[
    '\\begin{cases}',
    '\\begin{align}',
    '\\end{cases}',
    '\\begin{array}{ll}',
    'softmax_1(',
    'np.maximum(',
    'Math.max(x,',
  ],
  // Lines
  ...[
    'x = x + 1\n',
    'x\n',
    'z = z.*2;\n',
    '#\n',
    '%\n',
    'const f = x => x;\n',
    'def f(x):\n    return x\n',
    'x=1:2:',
  ],
  // Letters
  ...['ˣ', 'xⁿ', '½', 'α', '😀', 'x\u0301', '\u200b', '\u202e', '\ud800', CONTROLS],
])('%j, again and again', (unit) => expectAnswered(filled(unit, LENGTH)))

describe('a function whose values grow', () => {
  const doubling = (count: number): string => '  z = z + z\n'.repeat(count)
  test.each([
    `def f(x):\n  z = x\n${doubling(60)}  return z\n`,
    `def f(x):\n  z = x\n${doubling(4_000)}  return z\n`,
    `function s = f(x)\n  s = x.^2;\n${'  s = s + s;\n'.repeat(60)}end`,
    `const f = x => {\n  let z = x;\n${doubling(60)}  return Math.exp(z);\n}`,
  ])('%#', expectAnswered)
})

describe('control characters inside a formula', () => {
  test.each([...CONTROLS, '\u007f', '\u0085', '\u2028', '\ufeff', '\u202e', '\udfff', '\ud800'])(
    '%j',
    (c) => {
      for (const text of [
        c,
        `x${c}y`,
        `${c}np.exp(x)`,
        `\\frac{1}${c}{x}`,
        `["Add", "x${c}", 1]`,
        `f(x) = x${c}; f(2)`,
      ]) {
        expectAnswered(text)
      }
    },
  )
})

describe('names that JavaScript knows', () => {
  const forms: readonly ((name: string) => string)[] = [
    (name) => name,
    (name) => `${name}(x)`,
    (name) => `${name} = 3; ${name} + 1`,
    (name) => `f(${name}) = ${name}; f(2)`,
    (name) => `np.${name}(x)`,
    (name) => `np.${name} + Math.${name}`,
    (name) => `x.${name}`,
    (name) => `\\${name}{x}`,
    (name) => `x_${name} + x_{${name}} + \\operatorname{${name}}(x)`,
    (name) => `\\begin{${name}} x \\end{${name}}`,
    (name) => `["${name}", "x"]`,
    (name) => `["Add", "${name}", {"sym": "${name}"}, {"${name}": 1}]`,
    (name) => `def ${name}(x):\n  ${name} = x\n  return ${name}`,
    (name) => `${name} = lambda x: x; ${name}(2)`,
    (name) => `log_${name}(x)`,
  ]
  test.each(['__proto__', 'constructor', 'toString', 'hasOwnProperty', 'valueOf', 'prototype', 'then'])(
    '%s',
    (name) => {
      for (const form of forms) expectAnswered(form(name))
    },
  )
})
