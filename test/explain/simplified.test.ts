/** Results made clearly simpler: every chain replayed, the same function, and easier by the measure of `simplify`. */
import { describe, expect, test } from 'vitest'
import { measure } from '../../src/derive/simplify-measure.ts'
import { verify } from '../../src/derive/verify.ts'
import { simplerResult } from '../../src/explain/forms/simplified.ts'
import { higherDerivativesSection } from '../../src/explain/sections/higher-derivatives.ts'
import { resultSection } from '../../src/explain/sections/result.ts'
import { subjectOf } from '../../src/explain/subject.ts'
import { compare, differentiate, type Expr, print } from '../../src/index.ts'

const AMPLE = { budget: { milliseconds: 60_000 }, variable: 'x' }

const LONG = [
  'x/sqrt(1+x^2)',
  'x^2*e^-x',
  'sinh(x)/cosh(x)',
  '(x^2 + 1)/sqrt(x^4 + 2*x^2 + 2)',
  'x/sqrt(4 - x^2)',
]
const SHORT = ['1/(1+e^-x)', 'x^3', 'sin(x)/x', '1/(x^2-1)', 'x*atan(x)']

describe('the derivative', () => {
  test.each(LONG)('%s: clearly simpler, replayed, and shown with its lines', (formula) => {
    const subject = subjectOf(formula, AMPLE)
    const chain = simplerResult(subject)
    expect(chain).toBeDefined()
    if (!chain) return
    expect(verify(chain).ok).toBe(true)
    expect(print(chain.from)).toBe(print(subject.derivation.to))
    expect(measure(chain.to)).toBeLessThan(0.7 * measure(chain.from))
    const verdict = compare(subject.derivation.to, chain.to, AMPLE)
    expect(verdict).toMatchObject({ verdict: 'equal', where: [] })
    expect(resultSection(subject)).toMatchObject({
      blocks: expect.arrayContaining([
        expect.objectContaining({ kind: 'group', id: 'simplified', folded: true }),
      ]),
    })
  })

  test.each(SHORT)('%s: left as it is, for nothing clearly simpler is found', (formula) => {
    expect(simplerResult(subjectOf(formula, AMPLE))).toBeUndefined()
  })

  test('x(2 − x)e^-x', () => {
    expect(print(simplerResult(subjectOf('x^2*e^-x', AMPLE))?.to as Expr)).toBe('x*e^-x*(2 - x)')
  })

  test('a brief article does not search', () => {
    expect(simplerResult(subjectOf('x^2*e^-x', { ...AMPLE, brief: true }))).toBeUndefined()
  })
})

test.each(['x/sqrt(1+x^2)', 'x^2*e^-x', 'sinh(x)/cosh(x)', 'x^x'])('%s: higher derivatives', (formula) => {
  const built = higherDerivativesSection(subjectOf(formula, AMPLE))
  const forms = 'absent' in built ? [] : built.blocks.flatMap((b) => (b.kind === 'formula' ? [b.right] : []))
  expect(forms.length).toBeGreaterThan(0)
  for (const [i, form] of forms.entries()) {
    const order = i + 2
    const verdict = compare(differentiate(formula, { order, variable: 'x' }).to, form, AMPLE).verdict
    expect([print(form), verdict]).toEqual([print(form), 'equal'])
    expect(print(form)).not.toContain('sqrt(1 + x^2)^2')
  }
})
