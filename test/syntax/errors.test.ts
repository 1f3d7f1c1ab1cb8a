import { describe, expect, test } from 'vitest'
import { OgeeError } from '../../src/expression/error.ts'
import { caretBlock, safeParse } from '../../src/syntax/index.ts'
import { cases } from '../support/cases.ts'

/** `(… 400` is 400 brackets, `x^… 400 2` is x^ 400 times and then 2. */
function unfold(input: string): string {
  const match = /^(\S+ ?)… (\d+)(?: (.*))?$/.exec(input)
  if (!match) return input
  const [, unit = '', count, rest = ''] = match
  const [head, repeated] = /^(?:x|\(x\))'$/.test(unit) ? [unit.slice(0, -1), "'"] : ['', unit]
  return head + repeated.repeat(Number(count)) + rest
}

const refusals = cases('errors').map(({ input, answer }) => {
  const [code, column] = answer.split(' ')
  return { input: unfold(input), name: input, code, column: Number(column) }
})

test('there are enough refusals', () => {
  expect(refusals.length).toBeGreaterThanOrEqual(60)
})

describe('what cannot be read is refused with a code, a place and a hint', () => {
  test.each(refusals)('$name', ({ input, code, column }) => {
    const result = safeParse(input)
    if (result.ok) throw new Error(`${input} was read`)
    const { error } = result
    expect(error).toBeInstanceOf(OgeeError)
    expect(`${error.code} ${(error.span?.start ?? -1) + 1}`).toBe(
      `${code} ${input.includes('\n') ? column + input.indexOf('\n') + 1 : column}`,
    )
    expect(error.span?.end).toBeGreaterThanOrEqual(error.span?.start ?? Infinity)
    expect(error.span?.end).toBeLessThanOrEqual(input.length)
    expect(error.hint).toBeTruthy()
    // biome-ignore lint/suspicious/noControlCharactersInRegex: these are what must not appear
    expect(error.message + (error.hint ?? '')).not.toMatch(/[\u0000-\u001f\u007f]/)
    expect(error.message.length).toBeLessThan(200)
    expect(
      caretBlock(error, input)
        .split('\n')
        .every((line) => line.length < 160),
    ).toBe(true)
  })
})

describe('the block with the mark', () => {
  const block = (text: string): string => {
    const result = safeParse(text)
    return result.ok ? '' : caretBlock(result.error, text)
  }

  test('shows code, line, mark and help', () => {
    expect(block('1/(1+)')).toBe(
      [
        'error[E102]: expected a number, name or "(" after "+"',
        '  1 | 1/(1+)',
        '    |      ^',
        'help: did you forget a term?  e.g. 1/(1+e^-x)',
      ].join('\n'),
    )
  })

  test('shows the line that is meant', () => {
    expect(block('f(x) = x^2\n\nf(2) + foo(3)').split('\n').slice(1, 3)).toEqual([
      '  3 | f(2) + foo(3)',
      '    |        ^^^',
    ])
  })

  test('makes tabs and control characters visible', () => {
    expect(block('a\t+\u0007').split('\n').slice(0, 3)).toEqual([
      'error[E106]: "\\u{7}" (U+0007) has no meaning in a formula',
      '  1 | a␉+␇',
      '    |    ^',
    ])
  })

  test('cuts long lines around the mark', () => {
    const lines = block(`${'x + '.repeat(500)}) + ${'y + '.repeat(500)}y`).split('\n')
    expect(lines[1]).toMatch(/^ {2}1 \| ….*….*$/)
    expect(lines[1]?.[lines[2]?.indexOf('^') ?? 0]).toBe(')')
  })

  test('has no line for an empty text', () => {
    expect(block('')).toBe('error[E101]: the formula is empty\nhelp: type a formula, e.g. 1/(1+e^-x)')
  })
})
