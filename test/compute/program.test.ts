/** Programs: they mean the formula they come from, and so do their derivatives. */
import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { exactly, nearest } from '../../src/compute/doubles.ts'
import { forward, reverse } from '../../src/compute/gradient.ts'
import { Lowering } from '../../src/compute/lower.ts'
import { OPERATIONS } from '../../src/compute/operations.ts'
import { type Program, Writer } from '../../src/compute/program.ts'
import { raised } from '../../src/compute/raise.ts'
import { run } from '../../src/compute/run.ts'
import type { Expr } from '../../src/expression/expr.ts'
import { substitute, symbol } from '../../src/expression/expr.ts'
import { compare, differentiate, evaluate, parse, print } from '../../src/index.ts'
import { parsePattern } from '../../src/rules/pattern.ts'

const programOf = (formula: string, inputs: readonly string[] = ['x']): Program => {
  const writer = new Writer()
  return writer.program(inputs, [new Lowering(writer).place(parse(formula))])
}

const CONSTANTS = new Map([[Math.PI, symbol('pi')]])

const FORMULAS = [
  '1/(1+e^-x)',
  'tanh(x)*x^3',
  'log(1+e^x)',
  'x/(1+abs(x))',
  'sin(x)^2*cos(3*x)',
  'sqrt(1+x^2)',
  'x^(2/3)',
  'e^(-x^2)',
  'atan(x)/(2+x^2)',
  'softplus(x)*sigmoid(x)',
  '2^x',
  'asinh(x) - x^-2',
  'erf(x)*expm1(x)',
]

describe('a program means its formula', () => {
  test.each(FORMULAS)('%s', (formula) => {
    const [back] = raised(programOf(formula), CONSTANTS)
    expect(compare(back as Expr, formula).verdict).toBe('equal')
  })

  test.each(FORMULAS)('%s computes it', (formula) => {
    const program = programOf(formula)
    for (const x of [-3.25, -0.5, 0.125, 0.75, 2.5]) {
      const truth = evaluate(formula, { x: print(parse(String(x))) })
      const [value] = run(program, [x]) as [number]
      if (truth.verdict === 'value')
        expect(Math.abs(value - Number(truth.value))).toBeLessThanOrEqual(1e-13 * Math.abs(value) + 1e-15)
    }
  })
})

describe('the derivatives of a program are those of its formula', () => {
  test.each(FORMULAS)('%s', (formula) => {
    const slope = differentiate(formula).to
    for (const program of [reverse(programOf(formula), ['x']), forward(programOf(formula), 'x')]) {
      const back = raised(program, CONSTANTS)[1] as Expr
      expect(compare(back, slope).verdict).toBe('equal')
    }
  })

  test('by several variables, in one pass', () => {
    const formula = 'L/(1+e^(-k*(t-m)))'
    const names = ['L', 'k', 't', 'm']
    const program = reverse(programOf(formula, names), names)
    const back = raised(program)
    names.forEach((name, i) => {
      const slope = differentiate(formula, { variable: name }).to
      expect(compare(back[i + 1] as Expr, slope, { variable: 't' }).verdict).toBe('equal')
    })
    // the exponential is computed once
    expect(program.nodes.filter((node) => node.kind === 'operation' && node.name === 'exp')).toHaveLength(1)
  })
})

describe('each operation', () => {
  const entries = Object.entries(OPERATIONS)
  test.each(entries)('%s has the slopes of what it means', (_name, { letters, meaning, slopes }) => {
    if (/min|max|sign|abs/.test(meaning)) return
    const f = parsePattern(meaning)
    slopes.forEach((slope, i) => {
      const letter = letters[i] as string
      const written = substitute(parsePattern(slope), new Map([['y', f]]))
      const asked = differentiate(f, { variable: letter }).to
      expect(compare(written, asked, { variable: letter }).verdict).toBe('equal')
    })
  })
})

test('rational numbers become the nearest double', () => {
  fc.assert(
    fc.property(fc.bigInt(-(10n ** 40n), 10n ** 40n), fc.bigInt(1n, 10n ** 30n), (num, den) => {
      const double = nearest({ num, den })
      const error = (v: number): bigint => {
        const { num: a, den: b } = exactly(v)
        const distance = a * den - num * b
        return (distance < 0n ? -distance : distance) * (2n ** 1200n / b)
      }
      const step = Math.abs(double) * 2 ** -52
      expect(error(double) <= error(double + step) && error(double) <= error(double - step)).toBe(true)
    }),
  )
})
