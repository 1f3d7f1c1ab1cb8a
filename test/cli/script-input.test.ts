/** Scripts on standard input are one formula; other lines are a formula each. */
import { beforeAll, describe, expect, test } from 'vitest'
import { beginsScript } from '../../src/cli/script-input.ts'
import { compare, print, verify } from '../../src/index.ts'
import { fromJson } from '../../src/verify/certificate.ts'
import { build, ogee } from './run-ogee.ts'

beforeAll(build)

describe('a script begins with', () => {
  test.each([
    's = 1/(1+exp(-x))',
    's = 1/(1+exp(-x));',
    's = 1/(1+exp(-x)); % the curve',
    'f(x, a) = a*x',
    'x = -8:0.25:8; % where',
    'p = 1./(1+exp(-x)); dp = p.*(1-p);',
    '% a remark of MATLAB',
    '// a remark of JavaScript',
    'def f(x):',
    'function y = f(x)',
    'function f(x) {',
    'import numpy as np',
    'from math import exp',
    'const k = 2',
    'export const f = (x) => x ** 2;',
    'clear all; close all',
    'clc',
    'syms x',
  ])('%s', (line) => expect(beginsScript(line)).toBe(true))
})

describe('no script begins with', () => {
  test.each([
    'x^2',
    '1/(1+e^-x);',
    'f(t) = t^2; f(x)',
    'x == 1',
    'x <= 1',
    "sigmoid'(x) = sigmoid(x)*(1-sigmoid(x))",
    '\\frac{1}{1+e^{-x}}',
    "t = -8:0.25:8; p = 1./(1+exp(-t)); figure; plot(t, p); title('p');",
    'figure*x',
    'let*x',
    '{x if x > 0 else 0}',
    '["Add", "x", 1]',
    'lambda x: x**2',
  ])('%s', (line) => expect(beginsScript(line)).toBe(false))

  test('an equation, where equations are answered, unless it is ended by ;', () => {
    expect(['y = 2x', 'f(x) = x^2', 'y = 2x;'].map((line) => beginsScript(line, true))).toEqual([
      false,
      false,
      true,
    ])
  })
})

const SIGMOID = 'sigmoid(x)*(1 - sigmoid(x))'

describe('the last formula of a script is taken', () => {
  test.each([
    ['s = 1/(1+exp(-x))\ns*(1-s)\n'],
    ['# two lines\n\ns = 1/(1+exp(-x))\n\ns*(1-s)'],
    [
      '% where to look\nx = -8:0.25:8;\n\ns = 1./(1+exp(-x)); ds = s.*(1-s);\nfigure; plot(x, ds);\ntitle("two")\n',
    ],
    [
      'import numpy as np\ndef s(x):\n    return 1/(1+np.exp(-x))\ndef ds(x):\n    y = s(x)\n    return y*(1-y)\n',
    ],
    ['const s = x => 1/(1+Math.exp(-x));\nconst ds = x => s(x)*(1-s(x));\n'],
    ['f(x) = 1/(1+e^-x)\r\nf(x)*(1-f(x))\r\n'],
  ])('%j', async (input) => {
    const { code, stdout, stderr } = await ogee(['derive', '--json'], { input })
    expect(code).toBe(0)
    const certificate: unknown = JSON.parse(stdout)
    expect(verify(certificate)).toEqual({ ok: true })
    const { from } = fromJson(certificate)
    const body = from.kind === 'call' ? from.args[0] : undefined
    expect(compare(print(body ?? from), SIGMOID).verdict).toBe('equal')
    // That is said, for a list of definitions may have been meant.
    expect(stderr).toContain('one script')
  })

  test.each([
    ['eval', 'f(x) = x^2\nf(3)\n', '9\n'],
    ['eval', 'a = 3\nb = a + 1\na*b\n', '12\n'],
    ['eval', 'a = 3;\na^2', '9\n'],
    ['compare', 'a = x+1;\na^2 = x^2 + 2x + 1\n', 'equal'],
    ['solve', 'a = 3;\na*x = 6\n', 'x = 2'],
    ['connect', 'f(x) = x/(1+x);\nf(x) = 1 - 1/(1+x)\n', 'split the fraction'],
    ['simplify', 'f(x) = x^2 - 1\nf(x)/(x-1)\n', 'x + 1'],
    ['explain', 's = 1/(1+exp(-x))\ns*(1-s)\n', '1/(1 + e^-x)*(1 - 1/(1 + e^-x))'],
  ])('%s %j', async (command, input, shows) => {
    const { code, stdout } = await ogee([command], { input })
    expect(code).toBe(0)
    expect(stdout).toContain(shows)
  })
})

describe('other lines are a formula each', () => {
  test.each([
    ['eval', '1/2\nf(x) = x^2; f(3)\n2*3\n', '0.5\n9\n6\n'],
    ['compare', 'x + x = 2x\nx*x = x^2\n', /^equal.*\nequal/],
    ['solve', 'y = 2\nx = 3\n', /^y = 2[\s\S]*x = 3/],
  ])('%s %j', async (command, input, shows) => {
    const { code, stdout, stderr } = await ogee([command], { input })
    expect([code, stderr]).toEqual([0, ''])
    expect(stdout).toMatch(shows)
  })
})

test('what is wrong with a script is said of its line', async () => {
  const { code, stderr } = await ogee(['derive'], { input: '# a\ns = 1/(1+exp(-x))\n\nt = 1/(1+\ns\n' })
  expect(code).toBe(2)
  expect(stderr).toMatch(/\n {2}4 \| t = 1\/\(1\+\n/)
})

test('a script that is too long, or no text, is refused', async () => {
  const long = await ogee(['eval'], { input: `a = 1\n${'a + a + a + a\n'.repeat(100_000)}` })
  expect([long.code, long.stdout]).toEqual([2, ''])
  expect(long.stderr).toContain('E109')
  const broken = await ogee(['eval'], {
    input: Buffer.concat([Buffer.from('a = 1\n'), Buffer.from([0xff, 10])]),
  })
  expect([broken.code, broken.stdout]).toEqual([2, ''])
  expect(broken.stderr).toContain('E508')
})
