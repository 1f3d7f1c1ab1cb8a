/** Inverses of monotone curves under the usual conditions: complete, with the values they take as their domain. */
import { describe, expect, test } from 'vitest'
import { double, truth } from '../../../src/decide/double.ts'
import { solve } from '../../../src/derive/solve/index.ts'
import { verify } from '../../../src/derive/verify.ts'
import { definition } from '../../../src/functions/index.ts'
import { parse } from '../../../src/syntax/index.ts'
import { print } from '../../../src/syntax/print.ts'
import { Random } from '../../support/random.ts'

/** The curve, its letters with values for the parameters, what is known of these, and the domain. */
const CURVES: readonly (readonly [
  name: string,
  parameters: Readonly<Record<string, number>>,
  assuming: readonly string[],
  domain: readonly string[],
])[] = [
  ['sigmoid', {}, [], ['y > 0', 'y < 1']],
  ['logit', {}, [], []],
  ['probit', {}, [], []],
  ['normcdf', {}, [], ['y > 0', 'y < 1']],
  ['cloglog', {}, [], []],
  ['softplus', {}, [], ['y > 0']],
  ['tanhexp', {}, [], ['y > -1', 'y < 1']],
  ['hill', { a: 2, k: 2, n: 2.5 }, ['a > 0', 'k > 0', 'n > 0'], ['y > 0', 'y < a']],
  ['gompertz', { a: 2, b: 2, c: 0.5 }, ['a > 0', 'b > 0', 'c > 0'], ['y > 0', 'y < a']],
  ['logistic3', { a: 2, k: 2, c: -1 }, ['a > 0', 'k > 0'], ['y > 0', 'y < a']],
  ['logistic4', { a: -1, d: 2, c: 1, b: 3 }, ['d > a', 'b > 0'], ['y > a', 'y < d']],
  ['logistic5', { a: -1, d: 2, c: 1, b: 3, g: 0.5 }, ['d > a', 'b > 0', 'g > 0'], ['y > a', 'y < d']],
  ['richards', { a: 2, k: 2, c: -1, n: 0.5 }, ['a > 0', 'k > 0', 'n > 0'], ['y > 0', 'y < a']],
  ['michaelis', { v: 2, k: 3 }, ['v > 0', 'k > 0', 's >= 0'], ['y >= 0', 'y < v']],
  ['weibull', { l: 2, k: 1.5 }, ['l > 0', 'k > 0'], ['y > 0', 'y < 1']],
  ['loglogistic', { a: 2, b: 1.5 }, ['a > 0', 'b > 0'], ['y > 0', 'y < 1']],
  ['doseresponse', { a: -1, d: 2, c: 3, b: 1.5 }, ['d > a', 'c > 0', 'b > 0'], ['y > a', 'y < d']],
  ['boltzmann', { a: -1, b: 2, h: 1, k: 3 }, ['b > a', 'k > 0'], ['y > a', 'y < b']],
  ['fermidirac', { m: 1, t: 0.5 }, ['t > 0'], ['y > 0', 'y < 1']],
]

describe.each(CURVES)('%s', (name, parameters, assuming, domain) => {
  const letters = definition(name)!.letters
  const [variable] = letters as [string]
  const solution = solve(`y = ${name}(${letters.join(', ')})`, variable, { assuming })

  test('there is one, and no other', () => {
    expect(verify(solution.derivation)).toEqual({ ok: true })
    expect(solution.complete).toBe(true)
    expect(solution.branches).toHaveLength(1)
    expect(solution.branches[0]!.conditions.map((c) => print(c)).sort()).toEqual([...domain].sort())
  })

  test('it undoes the curve where its conditions hold, and only there', () => {
    const { value, conditions } = solution.branches[0]!
    const names = ['y', ...Object.keys(parameters)]
    const [inverse, holds] = [double(value, names), conditions.map((c) => truth(c, names))]
    const curve = double(parse(`${name}(${letters.join(', ')})`), [variable, ...Object.keys(parameters)])
    const given = Object.values(parameters)
    const known = assuming.map((c) => truth(parse(c), [variable, ...Object.keys(parameters)]))
    const random = new Random(5)
    for (let i = 0; i < 200; i += 1) {
      const { num, den } = random.rational()
      const y = Math.max(-3, Math.min(3, Number(num) / Number(den)))
      const x = inverse([y, ...given])
      const isAllowed = Number.isFinite(x) && known.every((one) => one([x, ...given]) === 1)
      const back = isAllowed ? curve([x, ...given]) : Number.NaN
      const isInverse = Math.abs(back - y) <= 1e-6 * Math.max(1, Math.abs(y))
      const isIn = holds.every((one) => one([y, ...given]) === 1)
      // Far out the curve is flat, and doubles cannot tell.
      if (isIn && Number.isFinite(x) && Math.abs(x) > 20) continue
      expect(isInverse, `${y}`).toBe(isIn)
    }
  })
})
