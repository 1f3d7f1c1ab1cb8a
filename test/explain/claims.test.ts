/** Claims that are not true: chosen by the shape, refuted, with what is true instead. */
import { expect, test } from 'vitest'
import type { Inline, Section } from '../../src/explain/article.ts'
import { turnedRound } from '../../src/explain/claims/sign-slip.ts'
import { explain } from '../../src/explain/index.ts'
import { judge, parse, print } from '../../src/index.ts'

const PATIENT = { budget: { milliseconds: 60_000 }, sections: ['claims'] }

const textOf = (parts: readonly Inline[]): string =>
  parts
    .map((part) => {
      if (typeof part === 'string') return part
      if ('code' in part) return part.code
      if ('related' in part)
        return part.related.map((one) => (typeof one === 'string' ? one : textOf([one]))).join(' ')
      return 'plain' in part ? part.plain : print(part)
    })
    .join('')

const claimsOf = (
  formula: string,
  variable = 'x',
): { section?: Section; claims: string[]; instead: string[] } => {
  const [section] = explain(formula, { ...PATIENT, variable }).sections
  const rows = section?.blocks.flatMap((block) => (block.kind === 'table' ? block.rows : [])) ?? []
  return {
    ...(section ? { section } : {}),
    claims: rows.map(([claim]) => textOf(claim ?? [])),
    instead: rows.map(([, instead]) => textOf(instead ?? [])),
  }
}

/** What the founding articles say of the sigmoid and its derivative, and what is true. */
const OF_SIGMOID: readonly (readonly [claim: RegExp, instead: RegExp])[] = [
  [/^f' = f\*\(f - 1\)$/, /f' = f\*\(1 - f\)/],
  [/^sigmoid'\(x\) decreases everywhere/, /increasing for x <= 0, decreasing for x >= 0/],
  [/^sigmoid'\(x\) is even, because sigmoid\(x\) is/, /symmetric about the point \(0, 1\/2\)/],
  [/^sigmoid\(x\) reaches 1/, /0 < sigmoid\(x\) < 1/],
  [/sigmoid'\(x\) becomes 0/, /positive everywhere/],
]

test.each(OF_SIGMOID)('of the sigmoid: %s', (claim, instead) => {
  const found = claimsOf('sigmoid')
  const at = found.claims.findIndex((one) => claim.test(one))
  expect(at).toBeGreaterThanOrEqual(0)
  expect(found.instead[at]).toMatch(instead)
})

test.each(['1/(1+e^-x)', 'sigmoid'])('an unnamed S-curve has the claims of a named one: %s', (formula) => {
  expect(claimsOf(formula).claims).toHaveLength(claimsOf('1/(1+2^-x)').claims.length)
})

/** The claims in words that the judge can be asked; it must find each false. */
test.each([
  ['tanh', ["tanh' is decreasing", 'tanh = 1 for some x', "tanh' = tanh^2 - 1"]],
  ['1/x', ['1/x is decreasing']],
  ['x^3', ['x^3 has an extremum']],
  ['abs(x)', ['abs(x) is differentiable']],
])('what is refuted of %s is false', (formula, claims) => {
  expect(claimsOf(formula).claims.length).toBeGreaterThanOrEqual(1)
  for (const claim of claims) {
    if (!claim.includes('for some')) expect(judge(claim).verdict).toBe('false')
  }
})

test.each(['x', 'x^2', 'e^x*0 + 3*x'])('of %s nothing usual is false', (formula) => {
  const article = explain(formula, PATIENT)
  expect(article.sections.map(({ id }) => id)).not.toContain('claims')
  expect(article.omitted.find(({ id }) => id === 'claims')?.reason.join('')).not.toBe('')
})

test('no claim stands twice', () => {
  for (const formula of ['1/x', '1/(x^2+1)', 'relu', 'x*e^-x']) {
    const { claims } = claimsOf(formula)
    expect(new Set(claims).size).toBe(claims.length)
  }
})

test.each([
  ['f*(1 - f)', 'f*(f - 1)'],
  ['1 - f^2', 'f^2 - 1'],
  ['c*f*(a - f)', 'c*f*(f - a)'],
  ['f*(1 + f)', undefined],
  ['f^2', undefined],
])('the difference turned round: %s', (form, wrong) => {
  const turned = turnedRound(parse(form))
  expect(turned && print(turned)).toBe(wrong)
})
