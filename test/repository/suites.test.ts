/** The suites' own judgement: what is absent is skipped, and what is wrong is not taken for right. */
import { spawnSync } from 'node:child_process'
import { expect, test } from 'vitest'
import type { VerdictCertificate } from '../../src/decide/index.ts'
import { compare } from '../../src/derive/compare.ts'
import { evaluate } from '../../src/derive/evaluate.ts'
import { differentiate } from '../../src/derive/index.ts'
import { integer } from '../../src/expression/expr.ts'
import { print } from '../../src/syntax/index.ts'
import { corrupted } from '../../suites/corrupt.ts'
import { plainTerm, typedTerm } from '../../suites/dialects.ts'
import { dual } from '../../suites/dual.ts'
import { failed, judgedVerdict } from '../../suites/judged.ts'

test('where the files are absent every part is skipped', () => {
  const env = { ...process.env, OGEE_SUITES: '/nowhere' }
  const { status, stdout } = spawnSync(process.execPath, ['suites/run.mjs', '--all'], {
    encoding: 'utf8',
    env,
  })
  expect(status).toBe(0)
  const lines = stdout.trim().split('\n')
  expect(lines.length).toBeGreaterThan(8)
  for (const line of lines) expect(line).toMatch(/: skipped, there is no /)
})

test.each([
  ['x*log(x) - x', 0.7],
  ['sqrt(1 + x^2)/x', -1.3],
  ['atan(x)*asinh(2*x) - acoth(3 + x)', 0.4],
  ['(x - 5)^(2/3)*sec(x)', 0.9],
  ['erf(x)*erfc(x/2) + x^x', 1.1],
])('values and slopes in doubles: %s', (text, x) => {
  const u = plainTerm(text)
  const [value, slope] = dual(u, { x }, 'x')
  const exact = (of: typeof u): number => {
    const found = evaluate(of, { x })
    return found.verdict === 'value' ? Number(found.value) : Number.NaN
  }
  expect(value).toBeCloseTo(exact(u), 10)
  expect(slope).toBeCloseTo(exact(differentiate(u, { variable: 'x' }).to), 10)
})

test('a changed formula has another derivative at a known point', () => {
  const F = plainTerm('x^3/3 + 5')
  const other = corrupted(F, 'x', 'any', [{ at: { x: 0.5 }, slope: 0.25 }])
  expect(dual(other ?? integer(0), { x: 0.5 }, 'x')[1]).not.toBeCloseTo(0.25, 4)
  expect(corrupted(plainTerm('x'), 'x', 'any', [{ at: { x: 2 }, slope: 7 }])).toBeUndefined()
})

test.each([
  ['Max(Abs(x), Min(1, 2)) + nc*x', 'max(|x|, min(1, 2)) + n_c*x'],
  ['alpha*x + pi', 'alpha*x + pi'],
])('names as others write them: %s', (text, meant) => {
  expect(print(plainTerm(text))).toBe(meant)
})

test('calls as others write them', () => {
  expect(print(typedTerm('multiply(2, x+1) + nthRoot(x, 3)'))).toBe('2*(x + 1) + x^(1/3)')
})

test('only what is true and proved is right', () => {
  const equal = compare('x/x', '1')
  expect(judgedVerdict(equal, 'equal').grade).toBe('right')
  expect(judgedVerdict(equal, 'different').grade).toBe('wrong')
  const { certificate } = equal as { certificate: VerdictCertificate }
  const unlike = {
    ...equal,
    certificate: { ...certificate, verdict: 'different', at: { x: '1' } },
  } as typeof equal
  expect(judgedVerdict(unlike, 'equal').grade).toBe('wrong')
  expect(judgedVerdict({ verdict: 'unknown', reason: 'why' }, 'equal')).toEqual({
    grade: 'unknown',
    note: 'why',
  })
  expect(failed(new RangeError('too long')).grade).toBe('wrong')
})
