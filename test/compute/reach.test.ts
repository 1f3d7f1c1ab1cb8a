/** Sizes that hardly occur: forms that need not ask for them, and code that says where it leaves the doubles. */
import { describe, expect, test } from 'vitest'
import { compile, emit } from '../../src/compute/index.ts'
import { overflows } from '../../src/compute/overflow.ts'
import { runner } from '../../src/compute/run.ts'
import { programOf } from '../../src/compute/stable/candidate.ts'
import { stable } from '../../src/compute/stable/index.ts'
import { steppingOut } from '../../src/compute/stepping-out.ts'
import { collapsed, wideRunner } from '../../src/compute/wide.ts'
import { type Expr, freeSymbols } from '../../src/expression/expr.ts'
import { parse, print } from '../../src/syntax/index.ts'
import { Random } from '../support/random.ts'
import { randomTerm } from '../support/random-term.ts'

const programIn = (u: Expr) => programOf(u, freeSymbols(u))

test('points lie within reach', () => {
  // near roots, a little further
  for (const reach of [2, 30, 100])
    for (const { at } of stable(parse('x*y + 1'), { reach }).samples)
      for (const x of at) {
        expect(Math.abs(x)).toBeLessThanOrEqual(10 ** reach * 1.31)
        expect(Math.abs(x)).toBeGreaterThanOrEqual(10 ** -reach * 0.69)
      }
})

describe('formulas that only overflow far out stay as they are', () => {
  test.each(['a*x^2 + b', 'x*y*z', 'x/(y*z)', 'x^2/(1 + x^2)'])('%s', (formula) => {
    for (const code of [compile(formula).formulas[0], compile(formula, { gradient: true }).formulas[0]])
      expect(print(code?.form ?? parse('0'))).toBe(print(parse(formula)))
    expect(emit(formula, 'javascript')).toContain('range of doubles')
  })
  test('others say nothing of it', () => {
    for (const formula of ['x + y', '1/(1 + e^-x)', 'sin(x)', 'log(1 + e^x)'])
      expect(emit(formula, 'javascript')).not.toContain('range of doubles')
  })
})

test('steps that leave the doubles are noticed', () => {
  for (const formula of ['x^2*y', 'x*y/z', 'sqrt(x^2 + y^2)', 'e^x/(1 + e^x)'])
    expect(overflows(programIn(parse(formula))), formula).toBe(true)
  for (const formula of ['x', '2', 'x + y', 'sin(x)', 'tanh(x)', 'x*y'])
    expect(overflows(programIn(parse(formula))), formula).toBe(false)
})

test('forms for kernels ask for no sizes, and are right far out', () => {
  const f = compile('1/(1 + x^2)')
  expect(print(f.formulas[0]?.form ?? parse('0'))).toBe('1/(1 + x^2)')
  expect(f(1e160)).toBe(1e-320)
  expect(f(1e154) * 1e308).toBeCloseTo(1, 12)
  expect(compile('sqrt(x^2 + y^2)')(3e200, 4e200) / 5e200).toBeCloseTo(1, 12)
  expect(compile('x/(y*y) - 3')(1e300, 1e150)).toBeCloseTo(-2, 12)
})

/** Nothing but rounding. */
const NEARLY = 2 ** -40

test('where no step leaves the doubles, exponents of their own change nothing', () => {
  const random = new Random(20_267)
  let [within, beyond] = [0, 0]
  for (let tries = 0; tries < 400; tries += 1) {
    const u = randomTerm(random, 4 + (tries % 6), { letters: ['x', 'y'], piecewise: tries % 3 === 0 })
    const program = programIn(u)
    const [plain, wide, steps] = [runner(program), wideRunner(program), steppingOut(program)]
    for (let k = 0; k < 6; k += 1) {
      const at = program.inputs.map(() => (random.chance(0.5) ? -1 : 1) * 10 ** (400 * random.next() - 200))
      const values = plain(at)
      if (steps(values)) {
        beyond += 1
        continue
      }
      within += 1
      const exact = wide(at).map(collapsed)
      program.nodes.forEach((node, place) => {
        const [value, right] = [values[place] as number, exact[place] as number]
        // a sum whose terms differ in their last digit may differ in all of its own
        if (node.kind !== 'operation' || node.name === 'add' || node.name === 'subtract') return
        const isSame = Object.is(value, right) || Math.abs(value - right) <= NEARLY * Math.abs(right)
        expect(isSame, `${print(u)} at ${at}: ${value}, ${right}`).toBe(true)
      })
    }
  }
  expect(Math.min(within, beyond)).toBeGreaterThan(50)
})

test.each([
  ['1/(e^((x - 2)/(3/2)) + 1)', 2, 3 / 2, -2 / 3],
  ['3/2 + (2 - 3/2)/(1 + e^((x - 1/2)/(5/4)))', 1 / 2, 5 / 4, -2 / 5],
  ['1/(1 + e^((x - 7)/3))', 7, 3, -1 / 3],
])('the slope of %s next to the smallest doubles is not taken for 0', (formula, middle, width, height) => {
  // far out the slope is height·e^-t; below 2^-1022 doubles have fewer and fewer digits
  const xs = Array.from({ length: 60 }, (_, i) => middle + width * (700 + i / 2))
  const { gradient } = compile(formula, { gradient: true })(new Float64Array(xs))
  for (const [i, x] of xs.entries()) {
    const right = height * Math.exp(-(x - middle) / width)
    const far = Math.abs((gradient[0]?.[i] as number) - right)
    expect(far, `x = ${x}`).toBeLessThanOrEqual(1e-10 * Math.abs(right) + 4 * Number.MIN_VALUE)
  }
})
