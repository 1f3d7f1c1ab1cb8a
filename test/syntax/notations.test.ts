import { describe, expect, test } from 'vitest'
import { differentiate } from '../../src/derive/index.ts'
import { same } from '../../src/expression/expr.ts'
import { parse, print, READ_NOTATIONS, type ReadNotation, read, safeParse } from '../../src/syntax/index.ts'
import { recognised } from '../../src/syntax/recognise.ts'
import { cases } from '../support/cases.ts'

describe('formulas of other notations are recognised and read as stated', () => {
  test.each(cases('notations'))('$input', ({ input, answer }) => {
    const [notation, ...words] = answer.split(' ')
    const u = parse(words.join(' '), { notation: 'plain' })
    expect(recognised(input)).toBe(notation)
    expect(print(parse(input))).toBe(print(u))
    expect(same(parse(input), u)).toBe(true)
    for (const other of READ_NOTATIONS)
      expect(same(parse(print(u, other), { notation: other }), u)).toBe(true)
  })
})

describe('formulas are read in the notation asked for', () => {
  test.each(cases('forced'))('$input', ({ input, answer }) => {
    const [notation = '', ...words] = input.split(' ')
    const u = parse(answer, { notation: 'plain' })
    const found = parse(words.join(' '), { notation: notation as ReadNotation })
    expect(print(found)).toBe(print(u))
    expect(same(found, u)).toBe(true)
  })
})

test('there are 25 formulas of each notation, and 200 in all', () => {
  const rows = cases('notations')
  const count = (notation: ReadNotation): number =>
    rows.filter(({ answer }) => answer.startsWith(`${notation} `)).length
  for (const notation of READ_NOTATIONS)
    if (notation !== 'unicode') expect(count(notation)).toBeGreaterThanOrEqual(25)
  expect(rows.length).toBeGreaterThan(200)
})

describe('what cannot be read is refused with a code, a place and a hint', () => {
  test.each(cases('notation-errors'))('$input', ({ input, answer }) => {
    const result = safeParse(input)
    if (result.ok) throw new Error(`${input} was read as ${print(result.expr)}`)
    expect(`${result.error.code} ${(result.error.span?.start ?? -1) + 1}`).toBe(answer)
    expect(result.error.hint).toBeTruthy()
  })
})

test('σ has the same derivative in every spelling', () => {
  const spellings = [
    '1/(1+e^-x)',
    '1/(1 + exp(-x))',
    '1/(1+e**-x)',
    '1÷(1+ℯ⁻ˣ)',
    '$$\\sigma(x) = \\frac{1}{1+\\mathrm{e}^{-x}}$$',
    'function s = sigmoid(x)\n  s = 1./(1+exp(-x));\nend',
    'def f(x):\n    z = math.exp(-x)\n    return 1/(1 + z)',
    'function f(x) { const z = Math.exp(-x); return 1/(1 + z) }',
    '{"fn": ["Divide", 1, ["Add", 1, ["Power", "ExponentialE", ["Negate", "x"]]]]}',
    '1/(1 + e⁻ˣ)',
    '(1+e^(-x))^-1',
    '\\frac{1}{1+e^{-x}}',
    '\\dfrac{1}{1+\\exp(-x)}',
    '1./(1+exp(-x))',
    's = 1./(1+exp(-x));',
    'f = @(x) 1./(1 + exp(-x));',
    '1/(1+np.exp(-x))',
    '1 / (1 + math.exp(-x))',
    '1/(1 + math.e**-x)',
    'lambda x: 1/(1 + np.exp(-x))',
    'def sigmoid(x):\n    return 1/(1 + np.exp(-x))',
    '1/(1+Math.exp(-x))',
    '1/(1 + Math.E**-x)',
    'const f = x => 1/(1 + Math.exp(-x))',
    '["Divide", 1, ["Add", 1, ["Exp", ["Negate", "x"]]]]',
    'f(x) = 1/(1+e^-x)',
  ]
  const sigmoid = parse('1/(1+e^-x)')
  const power = parse('(1+e^-x)^-1')
  const expected = print(differentiate(sigmoid).to)
  for (const text of spellings) {
    const u = parse(text)
    expect(same(u, sigmoid) || same(u, power)).toBe(true)
    expect(print(differentiate(u).to)).toBe(expected)
  }
  for (const name of [
    'σ(x)',
    'sigmoid(x)',
    '\\sigma(x)',
    'torch.sigmoid(x)',
    'scipy.special.expit(x)',
    'logistic(x)',
  ]) {
    expect(same(parse(name), parse('sigmoid(x)'))).toBe(true)
  }
})

describe('scripts', () => {
  // The shapes of listings as they stand in articles: a range, curves, plots with legends.
  const listing = `t = -8:0.25:8; % where to look
    p = 1./(1+exp(-t)); dp = exp(-t)./((1+exp(-t)).^2); dp1 = p.*(1-p);
    figure; plot(t, dp, 'b*'); hold on; plot(t, dp1, 'r+');
    legend('(e^{-t})/((1+e^{-t})^2)', '(p(t))(1-p(t))', 'location', 'best'); title('two forms')`

  test('keep definitions, ranges and what they show', () => {
    const { expr, script, notes } = read(listing)
    expect(print(expr)).toBe('1/(1 + e^-t)*(1 - 1/(1 + e^-t))')
    expect(script?.definitions.map(({ name, expr: u }) => `${name}: ${print(u)}`)).toEqual([
      'p: 1/(1 + e^-t)',
      'dp: e^-t/(1 + e^-t)^2',
      'dp1: 1/(1 + e^-t)*(1 - 1/(1 + e^-t))',
    ])
    const [range] = script?.ranges ?? []
    expect([range?.name, ...[range?.from, range?.to, range?.step].map((u) => u && print(u))]).toEqual([
      't',
      '-8',
      '8',
      '0.25',
    ])
    expect(script?.commands.map(({ text }) => text.replace(/\W.*/s, ''))).toEqual(
      'figure plot hold plot legend title'.split(' '),
    )
    for (const { text, span } of script?.commands ?? [])
      expect(listing.slice(span.start, span.end)).toBe(text)
    // Which of the formulas is meant is not said, so the other is offered.
    expect(notes.map(({ rule, other }) => [rule, other])).toEqual([['script', 'e^-t/(1 + e^-t)^2']])
  })

  test('a single formula is no script', () => {
    expect(read('1./(1+exp(-x))').script).toBeUndefined()
    expect(read('1/(1+e^-x)').script).toBeUndefined()
  })

  test('count points where the text does', () => {
    const [range] = read('x = np.linspace(-6, 6, num=200)\nnp.exp(x)').script?.ranges ?? []
    expect(range?.count && print(range.count)).toBe('200')
  })

  test('of MATLAB say how towers are grouped', () => {
    expect(read('a.^b.^c').notes).toEqual([
      { rule: 'tower', span: { start: 0, end: 7 }, read: '(a^b)^c', other: 'a^b^c' },
    ])
  })
})

test('a notation that does not exist is refused', () => {
  expect(() => parse('x', { notation: 'toString' as 'plain' })).toThrow('no notation')
  expect(() => print(parse('x'), 'rust' as 'plain')).toThrow('no notation')
})

test('hostile text is answered', () => {
  const texts = [
    'np.'.repeat(3_000),
    '"'.repeat(5_000),
    '["Add",'.repeat(2_000),
    'x.^'.repeat(3_000),
    '('.repeat(900).concat('.^'),
  ]
  for (const text of [
    ...texts,
    'x = 1./x;'.repeat(2_000),
    "'".repeat(999).concat('./'),
    'a ? b : '.repeat(2_000),
  ]) {
    for (const notation of READ_NOTATIONS) expect(typeof safeParse(text, { notation }).ok).toBe('boolean')
  }
})
