/**
 * Every named curve: its values, its derivative through itself and its inverse. Nothing is known of
 * it by its name: the same comes out where the rows are withheld and the form has other letters.
 */
import { afterAll, beforeAll, describe, expect, test, vi } from 'vitest'
import type { Expr } from '../../src/expression/expr.ts'
import { CURVES } from '../../src/functions/index.ts'
import { CURVE_VALUES } from '../support/curve-values.ts'

const AMPLE = { budget: { milliseconds: 10_000 } }
const OTHER = ['t', 'p', 'q', 'r', 's', 'w']

/** By cases, or a polynomial times a kernel: no form with fewer functions of the variable. */
const WITHOUT_FORM = ['elu', 'gelutanh', 'hardsigmoid', 'hardswish', 'leakyrelu', 'prelu', 'relu', 'selu']
/** x stands inside and outside of a kernel. */
const WITHOUT_INVERSE = ['algsigmoidn', 'gelu', 'gelutanh', 'mish', 'swish', 'swishbeta']

/** What is found about a curve, in letters that were set to `OTHER`. */
interface Found {
  readonly form: Expr | undefined
  readonly inverses: readonly Expr[]
  readonly text: string
}

/** What is found, named as in the tables, or with the rows withheld and the form typed. */
async function investigated(withheld: boolean): Promise<Map<string, Found>> {
  const { selfReferential } = await import('../../src/derive/in-terms-of/index.ts')
  const { solve } = await import('../../src/derive/solve/index.ts')
  const { verify } = await import('../../src/derive/verify.ts')
  const { call, substitute, symbol } = await import('../../src/expression/expr.ts')
  const { definition } = await import('../../src/functions/index.ts')
  const { parsePattern } = await import('../../src/rules/pattern.ts')
  const { print } = await import('../../src/syntax/print.ts')
  const found = new Map<string, Found>()
  for (const { name, letters, form } of CURVES) {
    expect(definition(name) === undefined).toBe(withheld)
    const renamed = new Map(letters.map((letter, i) => [letter, symbol(OTHER[i] as string)]))
    const read = (u: Expr): Expr => (withheld ? u : substitute(u, renamed))
    const f = withheld ? substitute(parsePattern(form), renamed) : call(name, letters.map(symbol))
    const variable = withheld ? 't' : (letters[0] as string)
    const own = selfReferential(f, { ...AMPLE, variable })
    const solution = solve(call('=', [symbol('y'), f]), variable, AMPLE)
    const derivations = solution.branches.map((branch) => branch.derivation)
    if ('form' in own) derivations.push(own.derivation)
    for (const derivation of derivations) expect(verify(derivation)).toEqual({ ok: true })
    const inverses = solution.branches.map(({ value }) => read(value))
    const conditions = solution.branches.flatMap((branch) => branch.conditions.map(read))
    const itself = 'form' in own ? read(own.form) : undefined
    const shown = [...(itself ? [itself] : []), ...inverses, ...conditions].map((u) => print(u))
    found.set(name, { form: itself, inverses, text: [solution.complete, ...shown].join('\n') })
  }
  return found
}

let named: Map<string, Found>
let typed: Map<string, Found>

beforeAll(async () => {
  named = await investigated(false)
  vi.resetModules()
  vi.doMock('../../src/functions/curves.ts', () => ({ CURVES: [] }))
  typed = await investigated(true)
  vi.doUnmock('../../src/functions/curves.ts')
  vi.resetModules()
}, 300_000)
afterAll(() => vi.resetModules())

describe('as a whole', () => {
  test('each curve is programmed independently', () => {
    expect(Object.keys(CURVE_VALUES).sort()).toEqual(CURVES.map((row) => row.name).sort())
  })
  test('a form through itself', () => {
    const without = [...named].filter(([, { form }]) => !form).map(([name]) => name)
    expect(without.sort()).toEqual(WITHOUT_FORM)
  })
  test('an inverse', () => {
    const without = [...named].filter(([, { inverses }]) => inverses.length === 0).map(([name]) => name)
    expect(without.sort()).toEqual(WITHOUT_INVERSE)
  })
})

describe.each(CURVES)('$name', ({ name, letters }) => {
  const [real, points] = CURVE_VALUES[name] as (typeof CURVE_VALUES)[string]
  const step = 1e-5
  const slope = (x: number, ...rest: number[]): number =>
    (8 * (real(x + step, ...rest) - real(x - step, ...rest)) -
      (real(x + 2 * step, ...rest) - real(x - 2 * step, ...rest))) /
    (12 * step)
  const at = (names: readonly string[], values: readonly number[]): Record<string, string> =>
    Object.fromEntries(names.map((letter, i) => [letter, String(values[i])]))
  async function value(u: Expr | string, values: Record<string, string>): Promise<number> {
    const { evaluate } = await import('../../src/library.ts')
    const result = evaluate(u, values, AMPLE)
    return 'value' in result ? Number(result.value) : Number.NaN
  }
  const isNear = (a: number, b: number, tolerance: number): boolean =>
    Math.abs(a - b) <= tolerance * Math.max(1, Math.abs(b))

  test('without its row the same is found', () => {
    expect(named.get(name)?.text).toBe(typed.get(name)?.text)
  })

  test.each(points)('at %f, …', async (...operands) => {
    const y = real(...operands)
    const call = `${name}(${letters.join(', ')})`
    expect(isNear(await value(call, at(letters, operands)), y, 1e-12)).toBe(true)
    const [x, ...rest] = operands as [number, ...number[]]
    const derivative = `D(${call}, ${letters[0]})`
    expect(isNear(await value(derivative, at(letters, operands)), slope(x, ...rest), 1e-7)).toBe(true)
    const { form, inverses = [] } = named.get(name) ?? {}
    const renamed = at(OTHER.slice(0, letters.length), operands)
    if (form) {
      const through = await value(form, { ...renamed, f: String(y) })
      expect(isNear(through, slope(x, ...rest), 1e-6)).toBe(true)
    }
    if (inverses.length > 0 && slope(x, ...rest) !== 0) {
      // Where every t of a half-line is a solution, t itself stands for them.
      const single = inverses.filter((u) => u.kind !== 'symbol' || u.name !== 't')
      const back = await Promise.all(single.map((u) => value(u, { ...renamed, y: String(y) })))
      expect(back.some((other) => isNear(other, x, 1e-6))).toBe(true)
    }
  })
})
