import { describe, expect, test } from 'vitest'
import { same } from '../../src/expression/expr.ts'
import { bracketed, parse, read } from '../../src/syntax/index.ts'

const doubtful: [input: string, rule: string, read: string, other: string | undefined][] = [
  ['-x^2', 'minus', '-(x^2)', '(-x)^2'],
  ['2^-x^2', 'minus', '-(x^2)', '(-x)^2'],
  ['1/2x', 'juxtaposition', '(1/2)*x', '1/(2*x)'],
  ['1/2 x y', 'juxtaposition', '(1/2)*x*y', '1/(2*x*y)'],
  ['1/2(x+1)', 'juxtaposition', '(1/2)*(x+1)', '1/(2*(x + 1))'],
  ['a/bc', 'juxtaposition', '(a/b)*c', '1'],
  ['e^x(x+1)', 'power', '(e^x)*(x+1)', 'e^(x*(x + 1))'],
  ['e^2x', 'power', '(e^2)*x', 'e^(2*x)'],
  ['e^-k x', 'power', '(e^(-k))*x', 'e^(-k*x)'],
  ['2^n x', 'power', '(2^n)*x', '2^(n*x)'],
  ['x^1/3', 'power', '(x^1)/3', 'x^(1/3)'],
  ['e^-x/2', 'power', '(e^(-x))/2', 'e^(-x/2)'],
  ['a^b^c', 'tower', 'a^(b^c)', '(a^b)^c'],
  ['e^x^2', 'tower', 'e^(x^2)', '(e^x)^2'],
  ['a/b/c', 'quotients', '(a/b)/c', 'a/(b/c)'],
  ['x(x+1)', 'product', 'x*(x+1)', undefined],
  ['f(x)', 'product', 'f*x', undefined],
  ['sin x^2', 'application', 'sin(x^2)', 'sin(x)^2'],
  ['sin 2x', 'application', 'sin(2*x)', 'sin(2)*x'],
  ['sin x/2', 'application', 'sin(x)/2', 'sin(x/2)'],
  ['sin x (x+1)', 'application', 'sin(x)*(x+1)', 'sin(x*(x + 1))'],
  ['sin x*y', 'application', 'sin(x)', undefined],
  ['sin^-1 x', 'inverse', 'asin(x)', 'sin(x)^-1'],
  ['kx', 'letters', 'k*x', undefined],
  ['σ(1 - σ)', 'sigma', 'sigmoid(1-sigma)', 'sigma*(1 - sigma)'],
  ['|a|b|c|', 'bars', '|a|*b*|c|', undefined],
  ['d/dx x*y', 'derivative', 'd/dx(x*y)', undefined],
  ['d/dx x + 1', 'derivative', 'd/dx(x)', undefined],
  ['d/dx (x+1)^2', 'derivative', 'd/dx((x+1)^2)', undefined],
  ['d^2/dx^2 x y', 'derivative', 'd/dx(d/dx(x*y))', undefined],
  ['sigmoid - 1', 'alone', 'sigmoid(x)', undefined],
  ['logistic(2t)', 'name', 'sigmoid(2*t)', 'logistic3(2*t)'],
  ['1 + swish(t)', 'name', 'swish(t)', 'swishbeta(t)'],
  ['f^{-1}(x)', 'product', '(f^(-1))*x', undefined],
  ['f^{(2)}(x)', 'product', '(f^2)*x', undefined],
  ['sinx', 'name', 'sinx', 'sin(x)'],
  ['lnx + 1', 'letters', 'l*n*x', 'log(x)'],
  ['1 - relux', 'name', 'relux', 'relu(x)'],
  ['f(x) = x^2', 'definition', 'x^2', 'f*x = x^2'],
  ['-\\alpha^2', 'minus', '-(alpha^2)', '(-alpha)^2'],
  ['a/2\\pi', 'juxtaposition', '(a/2)*pi', 'a/(2*pi)'],
]

describe('a doubtful reading is noted', () => {
  test.each(doubtful)('%s', (input, rule, bracketedText, other) => {
    const { notes } = read(input)
    const note = notes.find((n) => n.rule === rule)
    expect(note?.read).toBe(bracketedText)
    // The reading is part of the term, and the other reading is another term.
    expect(bracketed(parse(input))).toContain(bracketedText)
    if (rule === 'juxtaposition' && other === '1') return
    expect(note?.other).toBe(other)
    if (other) expect(same(parse(other), parse(bracketedText))).toBe(false)
  })

  test('at its place', () => {
    expect(read('1 + 1/2x').notes).toEqual([
      { rule: 'juxtaposition', span: { start: 4, end: 8 }, read: '(1/2)*x', other: '1/(2*x)' },
    ])
    expect(read('f(x) = x\nf(1) - a^b^c').notes.map((n) => n.span)).toEqual([{ start: 16, end: 21 }])
  })
})

describe('what is clear is not noted', () => {
  test.each([
    '1/(1+e^-x)',
    '(1/2)x',
    '1/(2x)',
    '1/2*x',
    '2x',
    '2(x+1)',
    '3x^2y',
    'x^2/2',
    'e^x/(1+e^x)',
    'x^n/(k^n + x^n)',
    '(e^x)(x+1)',
    'e^(2x)',
    'e^{x}(x+1)',
    '\\frac{1}{2}x',
    '-x',
    '(-x)^2',
    '1 - x^2',
    '-(x^2)',
    'a^(b^c)',
    'a^{b^c}',
    'sin(x)^2',
    'sin^2 x',
    'sin x',
    'sin x cos x',
    'sin(2x)',
    '2 sin x + cos x',
    '|x||y|',
    '||x| - 1|',
    '2|x|',
    'd/dx(x^2)',
    'd/dx x^2',
    '\\frac{d}{dx}\\left(x^2\\right)',
    'sigmoid*(1 - sigmoid)',
    '\\sigma(x)(1 - \\sigma(x))',
    'f(x) = x^2; f(2)',
    'pi(x+1)',
    '0 < x < 1',
  ])('%s', (input) => {
    expect(read(input).notes).toEqual([])
  })
})

test('notes stay few and short', () => {
  expect(read('1/2x + 1/3y + '.repeat(500).concat('1')).notes.length).toBeLessThanOrEqual(20)
  const long = read(`a^b^(${'x + '.repeat(5_000)}1)`)
  expect(long.notes).toEqual([])
})
