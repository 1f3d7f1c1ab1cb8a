/** Higher derivatives through the function, each from the one before. */
import { describe, expect, test } from 'vitest'
import { type SelfReferential, selfReferential } from '../../../src/derive/in-terms-of/index.ts'
import { verify } from '../../../src/derive/verify.ts'
import { Canon } from '../../../src/expression/canonical.ts'
import { derivative, same, substitute, symbol } from '../../../src/expression/expr.ts'
import { isTotal } from '../../../src/rules/forms.ts'
import { asExpr } from '../../../src/syntax/formula.ts'

function orders(f: string, order: number): SelfReferential {
  const result = selfReferential(f, { variable: 'x', order })
  if ('verdict' in result) throw new Error(result.reason)
  return result
}

/** The coefficients of the derivatives of the sigmoid: a(n, k) = k·a(n−1, k) − (k − 1)·a(n−1, k−1). */
function sigmoidRow(n: number): bigint[] {
  let row = [0n, 1n]
  for (let order = 1; order <= n; order += 1) {
    row = Array.from(
      { length: row.length + 1 },
      (_, k) => BigInt(k) * (row[k] ?? 0n) - BigInt(k - 1) * (row[k - 1] ?? 0n),
    )
  }
  return row
}

test('the derivatives of the sigmoid to the eighth are polynomials in it, in at most four lines each', () => {
  const result = orders('1/(1 + e^-x)', 8)
  expect(result.orders.map(({ order }) => order)).toEqual([2, 3, 4, 5, 6, 7, 8])
  for (const { order, form, lines } of result.orders) {
    const polynomial = sigmoidRow(order)
      .map((c, k) => `(${c})*f^${k + 0}`)
      .slice(1)
      .join(' + ')
    expect(new Canon(isTotal).same(form, asExpr(polynomial))).toBe(true)
    expect(lines.length).toBeLessThanOrEqual(4)
  }
})

describe.each([
  ['1/(1 + e^-x)', 8],
  ['tanh(x)', 4],
  ['tan(x)', 4],
  ['a*e^(-b*e^(-c*x))', 3],
  ['x^x', 3],
  ['log(1 + e^x)', 3],
  ['sqrt(1 + x^2)', 3],
  ['e^(-x^2/2)', 4],
  ['a*x^n/(k^n + x^n)', 3],
  ['(1 + q*e^(-k*x))^(-1/v)', 3],
  ['b/(1 + e^(-k*(x - m))) + d', 3],
] as const)('%s', (f, highest) => {
  test(`to order ${highest}: each derivation begins with the derivative of the form before`, () => {
    const result = orders(f, highest)
    expect(result.orders.length).toBe(highest - 1)
    const written = new Map([[result.letter, asExpr(f)]])
    let before = result.form
    for (const { form, derivation } of result.orders) {
      expect(verify(derivation)).toEqual({ ok: true })
      expect(same(derivation.from, derivative(substitute(before, written), symbol('x')))).toBe(true)
      expect(same(derivation.to, substitute(form, written))).toBe(true)
      before = form
    }
  })
})
