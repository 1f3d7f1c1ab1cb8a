/** The rows of the function tables against what is known without them. */
import { describe, expect, test } from 'vitest'
import { call, freeSymbols, integer, multiply } from '../../src/expression/expr.ts'
import { CURVES, DEFINITIONS, PRIMITIVES } from '../../src/functions/index.ts'
import { functionName } from '../../src/functions/spellings.ts'
import { parsePattern } from '../../src/rules/pattern.ts'
import { parse } from '../../src/syntax/index.ts'
import { print } from '../../src/syntax/print.ts'
import { factsOf, faultsOf, POINTS, REAL } from '../support/function-truth.ts'
import { agree, holdsAt, valueAt } from '../support/oracle.ts'
import { Random } from '../support/random.ts'
import { CHECKPOINTS, EQUIVALENTS, equivalenceFaults } from './equivalents.ts'

const UNARY = PRIMITIVES.filter((row) => row.letters.length === 1)
const NAMED = [...DEFINITIONS, ...CURVES]

describe('primitives', () => {
  test('there are enough points', () => {
    expect(POINTS.length).toBeGreaterThanOrEqual(30)
    expect(UNARY.map((row) => row.name).sort()).toEqual(Object.keys(REAL).sort())
  })

  test.each(UNARY.map((row) => [row.name, row] as const))('%s: every fact, and no other', (_, row) => {
    expect(faultsOf(factsOf(row))).toEqual([])
  })

  test('maximum and minimum are one of their operands, and no smaller or larger than the other', () => {
    const random = new Random(61)
    for (let k = 0; k < 200; k += 1) {
      const at = { u: random.rational(), v: random.rational() }
      const [larger, smaller] = ['(u + v + |u - v|)/2', '(u + v - |u - v|)/2'].map(parsePattern)
      expect(agree(valueAt(parsePattern('max(u, v)'), at), valueAt(larger!, at))).toBe('agrees')
      expect(agree(valueAt(parsePattern('min(u, v)'), at), valueAt(smaller!, at))).toBe('agrees')
    }
  })

  test('what an inverse undoes is a primitive', () => {
    for (const { inverse } of PRIMITIVES) {
      if (inverse !== undefined) expect(Object.keys(REAL)).toContain(inverse)
    }
  })
})

describe('definitions and curves', () => {
  test('each has an independent second formula', () => {
    expect(NAMED.map((row) => row.name).sort()).toEqual(Object.keys(EQUIVALENTS).sort())
  })

  test.each(NAMED.map((row) => [row.name, row] as const))('%s is its second formula', (name, row) => {
    const { usable, fault } = equivalenceFaults(name, parsePattern(row.form))
    expect(fault).toBeUndefined()
    expect(usable).toBeGreaterThanOrEqual(30)
  })

  test.each(CHECKPOINTS)('%s = %s', (form, value) => {
    expect(agree(valueAt(parsePattern(form), {}, 60), valueAt(parsePattern(value), {}, 60))).toBe('agrees')
  })

  test.each([
    // From tables of the normal distribution: Φ(1), Φ(2); erfc 1 (Abramowitz and Stegun, 7.1).
    ['gelu(1)', 841344746068542n],
    ['gelu(2)/2', 977249868051820n],
    ['erfc(1)', 157299207050285n],
  ])('%s to 15 decimals', (form, digits) => {
    const scaled = multiply(parsePattern(form), integer(10n ** 15n))
    expect(holdsAt(call('>', [scaled, integer(digits)]), {})).toBe(true)
    expect(holdsAt(call('<', [scaled, integer(digits + 1n)]), {})).toBe(true)
  })

  test('a form speaks of the letters of its row, and of all that a call must give', () => {
    for (const { form, letters, required } of NAMED) {
      const free = freeSymbols(parsePattern(form))
      expect(free.filter((letter) => !letters.includes(letter))).toEqual([])
      expect(letters.filter((letter) => !free.includes(letter))).toEqual([])
      expect(required).toBeGreaterThan(0)
      expect(required).toBeLessThanOrEqual(letters.length)
    }
  })
})

describe('names', () => {
  test.each([
    ['SiLU(x)', 'swish(x)'],
    ['ReLU(x)', 'relu(x)'],
    ['leaky_relu(x)', 'leakyrelu(x)'],
    ['HardSwish(x)', 'hardswish(x)'],
    ["GELU'(x)", "gelu'(x)"],
    ['Hill(x, a, k, n)', 'hill(x, a, k, n)'],
    ['michaelis_menten(s, v, k)', 'michaelis(s, v, k)'],
    ['FermiDirac(E, m, t)', 'fermidirac(E, m, t)'],
    ['generalized_logistic(x)', 'richards(x)'],
    ['scipy.stats.norm.ppf(p)', 'probit(p)'],
    ['norm.cdf(x)', 'normcdf(x)'],
    ['erf^-1(x)', 'erfinv(x)'],
    // A name of one's own comes first, and a name without operands is a letter.
    ['SiLU(x) = x^2; SiLU(3)', '3^2'],
    ['Hill*x', 'Hill*x'],
  ])('%s is %s', (text, meant) => expect(print(parse(text))).toBe(print(parse(meant))))

  test('names and synonyms are unique, and each leads to its row', () => {
    const names = [
      ...PRIMITIVES.map((row) => row.name),
      ...NAMED.flatMap((row) => [row.name, ...row.synonyms]),
    ]
    expect(names.filter((name, i) => names.indexOf(name) !== i)).toEqual([])
    for (const row of PRIMITIVES) expect(functionName(row.name)).toBe(row.name)
    for (const row of NAMED) {
      for (const name of [row.name, ...row.synonyms]) expect(functionName(name)).toBe(row.name)
    }
  })

  test('no name of an object counts as a function', () => {
    for (const name of ['constructor', '__proto__', 'toString', 'hasOwnProperty', '']) {
      expect(functionName(name)).toBeUndefined()
    }
  })

  test('spellings of two functions differ in LaTeX', () => {
    const latex = [...PRIMITIVES, ...NAMED].map((row) => row.latex)
    expect(latex.filter((text, i) => latex.indexOf(text) !== i)).toEqual([])
  })
})
