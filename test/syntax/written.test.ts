/** Notations that are only written: what other programs make of them. */
import { spawnSync } from 'node:child_process'
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { evaluate } from '../../src/derive/evaluate.ts'
import { OgeeError } from '../../src/expression/error.ts'
import { type Expr, freeSymbols } from '../../src/expression/expr.ts'
import { parse, print } from '../../src/syntax/index.ts'
import { arbitraryExpr } from '../support/arbitrary-expr.ts'
import { cases } from '../support/cases.ts'

const FORMULAS = cases('written')
  .filter(({ answer }) => !answer.startsWith('mathml'))
  .map(({ input }) => input)
const COMPILER = 'gcc'
const POINTS = [-1.25, 0.5, 3.75]

const installed = (command: string, ...args: readonly string[]): boolean =>
  spawnSync(command, args, { timeout: 30_000 }).status === 0

/** The value at x, the letters a, b, c … being 1.5, 2, 2.5 …; undefined outside the domain. */
function valueAt(u: Expr, x: number): number | undefined {
  const found = evaluate(u, { ...parameters(u), x: `${x}` }, { digits: 15 })
  return found.verdict === 'value' ? Number(found.value) : undefined
}

const parameters = (u: Expr): Record<string, string> =>
  Object.fromEntries(
    freeSymbols(u)
      .filter((name) => name !== 'x')
      .map((name, i) => [name, `${1.5 + 0.5 * i}`]),
  )

/** Equal to twelve digits, or both without a value. */
function expectSame(found: number, value: number | undefined): void {
  if (value === undefined) expect(Number.isFinite(found)).toBe(false)
  else expect(Math.abs(found - value)).toBeLessThanOrEqual(1e-12 * Math.max(1, Math.abs(value)))
}

describe('as stated', () => {
  test.each(cases('written'))('$input', ({ input, answer }) => {
    const [notation, text] = answer.split(/ (.*)/s) as ['c' | 'sympy' | 'fpcore' | 'mathml', string]
    expect(print(parse(input), notation)).toBe(text)
  })
})

test.skipIf(!installed(COMPILER, '--version'))('C compiles and computes the values', () => {
  const folder = mkdtempSync(join(tmpdir(), 'ogee-c-'))
  const terms = FORMULAS.map((formula) => parse(formula))
  const functions = terms.map((u, i) => {
    const names = Object.entries(parameters(u)).map(([name, value]) => `double ${name} = ${value};`)
    return `static double f${i}(double x) { (void)x; ${names.join(' ')} return ${print(u, 'c')}; }`
  })
  const calls = terms.map((_, i) => POINTS.map((x) => `printf("%.17g\\n", f${i}(${x}));`).join(' '))
  const program = `#include <math.h>\n#include <stdio.h>\n${functions.join('\n')}\nint main(void) {${calls.join('\n')} return 0; }\n`
  writeFileSync(join(folder, 'a.c'), program)
  const built = spawnSync(COMPILER, [
    '-std=c99',
    '-Wall',
    '-Werror',
    '-o',
    join(folder, 'a'),
    join(folder, 'a.c'),
    '-lm',
  ])
  expect(built.stderr.toString()).toBe('')
  const values = spawnSync(join(folder, 'a')).stdout.toString().trim().split('\n').map(Number)
  rmSync(folder, { recursive: true })
  terms.forEach((u, i) => {
    POINTS.forEach((x, k) => {
      expectSame(values[i * POINTS.length + k] as number, valueAt(u, x))
    })
  })
})

test.skipIf(!installed('python3', '-c', 'import sympy'))(
  'SymPy reads it and computes the values',
  { timeout: 90_000 },
  () => {
    const terms = FORMULAS.map((formula) => parse(formula))
    const rows = terms.map((u) => ({ text: print(u, 'sympy'), values: parameters(u) }))
    const program = `
import json, sys
from sympy import sympify, Symbol, Float, S
for row in json.load(sys.stdin):
    u = sympify(row["text"])
    for x in ${JSON.stringify(POINTS)}:
        values = {Symbol(k): S(v) for k, v in row["values"].items()}
        values[Symbol("x")] = S(str(x))
        v = u.subs(values).evalf(20)
        print(repr(float(v)) if v.is_real and v.is_finite else "nan")
`
    const input = JSON.stringify(rows)
    const result = spawnSync('python3', ['-c', program], { input, timeout: 80_000 })
    expect(result.stderr.toString()).toBe('')
    const values = result.stdout.toString().trim().split('\n').map(Number)
    terms.forEach((u, i) => {
      POINTS.forEach((x, k) => {
        expectSame(values[i * POINTS.length + k] as number, valueAt(u, x))
      })
    })
  },
)

test('every term is written, or refused with its reason, and MathML is well formed', () => {
  fc.assert(
    fc.property(arbitraryExpr, (u) => {
      for (const notation of ['c', 'sympy', 'fpcore'] as const) {
        try {
          expect(print(u, notation)).not.toMatch(/undefined/)
        } catch (error) {
          if (!(error instanceof OgeeError) || error.code !== 'E410') throw error
        }
      }
      const open: string[] = []
      for (const [, close, name] of print(u, 'mathml').matchAll(/<(\/?)([a-z]+)[^>]*>/g)) {
        if (close) expect(open.pop()).toBe(name)
        else open.push(name as string)
      }
      expect(open).toEqual([])
    }),
    { numRuns: 1_000, seed: 20 },
  )
})
