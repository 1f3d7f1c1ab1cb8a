/** Notations that are only written: what other programs make of them. */
import { spawnSync } from 'node:child_process'
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { Script } from 'node:vm'
import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { PYTHONS } from '../../scripts/tools.mjs'
import { OgeeError } from '../../src/expression/error.ts'
import type { Expr } from '../../src/expression/expr.ts'
import { parse, print } from '../../src/syntax/index.ts'
import { arbitraryCondition, arbitraryExpr } from '../support/arbitrary-expr.ts'
import { cases } from '../support/cases.ts'
import { fpcoreValue } from '../support/fpcore.ts'
import { checkMathml, element } from '../support/mathml.ts'
import {
  expectSame,
  FORMULAS,
  installed,
  isTame,
  POINTS,
  parameters,
  randomTerms,
  valueAt,
  written,
} from '../support/written.ts'

const COMPILER = 'gcc'

describe('as stated', () => {
  test.each(cases('written'))('$input', ({ input, answer }) => {
    const [notation, text] = answer.split(/ (.*)/s) as ['c' | 'sympy' | 'fpcore' | 'mathml', string]
    expect(print(parse(input), notation)).toBe(text)
  })
})

/** Compares the values that another program found with the enclosures, wherever there is one. */
function expectValues(terms: readonly Expr[], found: (term: number, point: number) => number): void {
  let compared = 0
  terms.forEach((u, i) => {
    POINTS.forEach((x, k) => {
      const value = valueAt(u, x)
      // Other languages have values where strict formulas have none: atan(1/0), x^2.0 for x < 0.
      if (value === undefined || !isTame(u, x)) return
      compared += 1
      expectSame(found(i, k), value, 9)
    })
  })
  expect(compared).toBeGreaterThan(1.5 * terms.length)
}

test('there are many formulas', () => {
  expect(FORMULAS.length).toBeGreaterThan(200)
})

test.skipIf(!installed(COMPILER, '--version'))('C compiles and computes the values', () => {
  const folder = mkdtempSync(join(tmpdir(), 'ogee-c-'))
  const terms = [...FORMULAS, ...randomTerms(300, 12, 7)].filter((u) => written(u, 'c') !== undefined)
  const functions = terms.map((u, i) => {
    const names = Object.entries(parameters(u)).map(
      ([name, value]) => `double ${name} = ${value}; (void)${name};`,
    )
    return `static double f${i}(double x) { (void)x; ${names.join(' ')} return ${print(u, 'c')}; }`
  })
  const calls = terms.map((_, i) => POINTS.map((x) => `printf("%.17g\\n", f${i}(${x}));`).join(' '))
  const program = `#include <math.h>\n#include <stdio.h>\n${functions.join('\n')}\nint main(void) {${calls.join('\n')} return 0; }\n`
  writeFileSync(join(folder, 'a.c'), program)
  const output = join(folder, 'a')
  const built = spawnSync(COMPILER, ['-std=c99', '-Wall', '-Werror', '-o', output, `${output}.c`, '-lm'])
  expect(built.stderr.toString()).toBe('')
  const values = spawnSync(output).stdout.toString().trim().split('\n').map(Number)
  rmSync(folder, { recursive: true })
  expectValues(terms, (i, k) => values[i * POINTS.length + k] as number)
})

const SYMPY = `
import json, sys
from sympy import sympify, Symbol, S
for row in json.load(sys.stdin):
    u = sympify(row["text"])
    for x in ${JSON.stringify(POINTS)}:
        values = {Symbol(k): S(str(v)) for k, v in row["values"].items()}
        values[Symbol("x")] = S(str(x))
        try:
            v = u.subs(values).evalf(20)
            print(repr(float(v)) if v.is_real and v.is_finite else "nan")
        except Exception:
            print("nan")
`

const PYTHON = PYTHONS.find((python) => installed(python, '-c', 'import sympy'))

test.skipIf(PYTHON === undefined)('SymPy reads it and computes the values', { timeout: 90_000 }, () => {
  const terms = [...FORMULAS, ...randomTerms(150, 10, 11)].filter((u) => written(u, 'sympy') !== undefined)
  const rows = terms.map((u) => ({ text: print(u, 'sympy'), values: parameters(u) }))
  const result = spawnSync(PYTHON ?? '', ['-c', SYMPY], { input: JSON.stringify(rows), timeout: 80_000 })
  expect(result.stderr.toString()).toBe('')
  const values = result.stdout.toString().trim().split('\n').map(Number)
  expectValues(terms, (i, k) => values[i * POINTS.length + k] as number)
})

test('FPCore, evaluated by its standard, has the values', () => {
  const terms = [...FORMULAS, ...randomTerms(300, 12, 13)].filter((u) => written(u, 'fpcore') !== undefined)
  expectValues(terms, (i, k) => {
    const u = terms[i] as Expr
    return fpcoreValue(print(u, 'fpcore'), { ...parameters(u), x: POINTS[k] as number })
  })
})

test('JavaScript has the values wherever it has any', () => {
  let [compared, without] = [0, 0]
  for (const u of [...FORMULAS, ...randomTerms(300, 12, 21)]) {
    const text = print(u, 'javascript')
    const letters = parameters(u)
    const known = (text.match(/[A-Za-z_]\w*(?=\()/g) ?? []).every((name) => name in Math)
    if (!known) continue
    const script = new Script(`(${text})`)
    for (const x of POINTS) {
      const value = valueAt(u, x)
      if (value === undefined || !isTame(u, x)) continue
      const found = script.runInNewContext({ x, ...letters }) as number
      // There a power of a negative number is NaN where the exponent is not whole.
      if (Number.isNaN(found)) without += 1
      else expectSame(found, value, 9)
      compared += 1
    }
  }
  expect(compared).toBeGreaterThan(600)
  expect(without).toBeLessThan(compared / 20)
})

describe('outside the domain there is no number', () => {
  test.each(['1/x', 'log(x - 1)', 'sqrt(x - 1)', '{x if x > 1}', 'acos(x + 2)', 'x^-(1/3)', 'x^(1/2 - 1)'])(
    '%s in FPCore',
    (formula) => {
      expect(Number.isFinite(fpcoreValue(print(parse(formula), 'fpcore'), { x: 0 }))).toBe(false)
    },
  )
})

test('every term is written, or refused with its reason', () => {
  fc.assert(
    fc.property(arbitraryExpr, (u) => {
      for (const notation of ['c', 'sympy', 'fpcore'] as const) {
        try {
          expect(print(u, notation)).not.toMatch(/undefined/)
        } catch (error) {
          if (!(error instanceof OgeeError) || error.code !== 'E410') throw error
        }
      }
    }),
    { numRuns: 1_000, seed: 20 },
  )
})

test('MathML is well formed, has the children it must have, and intents that refer to parts', () => {
  for (const of of [arbitraryExpr, arbitraryCondition]) {
    fc.assert(
      fc.property(of, (u) => checkMathml(element(print(u, 'mathml')))),
      { numRuns: 2_000, seed: 20 },
    )
  }
})
