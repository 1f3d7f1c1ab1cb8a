/** What judgements say: where a claim fails, what is true instead, why one stays open, and how much is spent. */
import { describe, expect, test } from 'vitest'
import { judge } from '../../src/judging/index.ts'

const verdict = (claim: string): string => judge(claim, { budget: { milliseconds: 20_000 } }).verdict

describe('where it is said to hold', () => {
  test.each([
    ['x^2 is increasing', 'false'],
    ['x^2 is increasing for x > 0', 'true'],
    ['|x - 1| is differentiable at 0', 'true'],
    ['|x - 1| is differentiable at 1', 'false'],
    ['max(x, x^2) is differentiable at 1/2', 'true'],
    ['the maximum of x^2 on [0, 1] is 1 at x = -1', 'false'],
    ['the maximum of x^2 on [0, 1] is 1 at x = 1', 'true'],
    ["log(x)' > 0", 'true'],
    ['sqrt(x) is the inverse of x^2', 'false'],
    ['sqrt(x) is the inverse of x^2 for x >= 0', 'true'],
    ['limit of sqrt(x) at 0 is 0', 'true'],
    ['limit of 1/x at 0 is infinity for x > 0', 'true'],
  ])('%s: %s', (claim, answer) => expect(verdict(claim)).toBe(answer))
})

describe('gaps of the domain', () => {
  test.each([
    ['1/x is decreasing', 'false'],
    ['1/x never increases', 'true'],
    ['-1/x is increasing', 'false'],
    ['x/|x| is increasing', 'true'],
    ['x/|x| is strictly increasing', 'false'],
    ['sqrt(x^2*(x - 1)) is increasing', 'true'],
    ['sqrt(x^2*(x - 1)) is strictly increasing', 'false'],
    ['1/x is convex', 'false'],
    ['1/x is one-to-one', 'true'],
    ['1/x^2 is one-to-one', 'false'],
    ['tan(x) is increasing', 'false'],
    ['tan(x) is continuous', 'true'],
  ])('%s: %s', (claim, answer) => expect(verdict(claim)).toBe(answer))
})

describe('functions with a period', () => {
  test.each([
    ['sin(x) is bounded', 'true'],
    ['tan(x) is bounded', 'false'],
    ['the range of 2 + 3*sin(x) is [-1, 5]', 'true'],
    ['sin(x) has infinitely many maxima', 'true'],
    ['sin(x) has exactly one zero', 'false'],
    ['sin(x) has a local maximum at x = 5*pi/2', 'true'],
    ['sin(x) has a local maximum at x = 0', 'false'],
    ['|sin(x)| is differentiable', 'false'],
    ['sin(x) is periodic with period 0', 'false'],
  ])('%s: %s', (claim, answer) => expect(verdict(claim)).toBe(answer))
})

describe('greatest values, local and of all', () => {
  test.each([
    ['x^3 - 3*x has a local maximum', 'true'],
    ['x^3 - 3*x has a global maximum', 'false'],
    ['x^3 - 3*x has a maximum of 2 at x = -1', 'true'],
    ['the maximum of x^3 - 3*x is 2', 'false'],
    ['x^3 - 3*x has its maximum at x = -1', 'false'],
    ['relu has a minimum', 'true'],
    ['relu has exactly one minimum', 'unknown'],
    ['|x| has a stationary point', 'false'],
    ['|x| has a critical point at x = 0', 'true'],
  ])('%s: %s', (claim, answer) => expect(verdict(claim)).toBe(answer))
})

describe('definitions of one’s own', () => {
  test.each([
    ['f(x) = x^2; f is convex', 'true'],
    ["f(x) = x^2; f' is increasing", 'true'],
    ['f(x) = x^2; g(x) = sqrt(x); g is the inverse of f', 'false'],
    ["f(x) = log(x); f' is decreasing for x > 0", 'true'],
  ])('%s: %s', (claim, answer) => expect(verdict(claim)).toBe(answer))
})

describe('parameters', () => {
  test.each([
    ['a*x^2 + b is convex [a > 0]', 'true'],
    ['a*x^2 has a minimum', 'false'],
    ['a*x^2 has a minimum [a > 0]', 'true'],
    ['limit of e^(-b*x) at infinity is 0', 'false'],
    ['limit of e^(-b*x) at infinity is 0 [b > 0]', 'true'],
    ['gaussian is convex', 'false'],
    ['a*x is not increasing', 'false'],
    ['a*x is not increasing [a < 0]', 'true'],
  ])('%s: %s', (claim, answer) => expect([answer, 'unknown']).toContain(verdict(claim)))

  test('a point shows that it fails', () => {
    expect(judge('a*x^2 >= 0')).toMatchObject({ verdict: 'false', at: { a: expect.any(String) } })
  })
})

test('"not" is answered where both meanings agree', () => {
  expect(verdict('x^2 + 1 is not zero')).toBe('true')
  expect(verdict('x^3 is not positive')).toBe('unknown')
  expect(verdict('x^3 is never positive')).toBe('false')
})

describe('what is true instead', () => {
  test.each([
    ["sigmoid' is decreasing", /increasing for x <= 0.*decreasing for x >= 0/],
    ["sigmoid' < 1/4", /\(0, 1\/4\]/],
    ["sigmoid' = sigmoid*(sigmoid - 1)", /−|-/],
    ['sigmoid is symmetric about x = 0', /\(0, 1\/2\)/],
    ['x^3 is convex', /concave for x <= 0/],
    ['x^3 - x has exactly two zeros', /three zeros/],
    ['limit of (1 + 1/x)^x at infinity is 1', /e/],
    ['the range of sigmoid is [0, 1]', /\(0, 1\)/],
    ['sin(x) is periodic with period pi', /2\*pi/],
    ['relu is differentiable', /x = 0|x < 0/],
    ['sigmoid has the horizontal asymptote y = 1/2', /y = 1/],
    ['x^2 is Lipschitz', /not bounded|bounded/],
    ['sigmoid is Lipschitz with constant 1/5', /1\/4/],
    ['the maximum of sigmoid is 1', /supremum|approach/],
    ['the derivative of softplus is tanh', /e\^x|sigmoid/],
  ])('%s', (claim, says) => {
    const judgement = judge(claim, { budget: { milliseconds: 20_000 } })
    if (judgement.verdict !== 'false') throw new Error(judgement.verdict)
    expect(`${judgement.because}; ${judgement.instead ?? ''}`).toMatch(says)
  })
})

test('with hardly any time it is not wrong', () => {
  for (const claim of ["sigmoid' <= 1/4", 'gelu is monotone', '|sin(x)| <= |x|', 'mish has two minima']) {
    const judgement = judge(claim, { budget: { milliseconds: 1 } })
    const right = judge(claim, { budget: { milliseconds: 20_000 } })
    expect([right.verdict, 'unknown']).toContain(judgement.verdict)
    if (judgement.verdict === 'unknown') expect(judgement.reason).toMatch(/\w/)
  }
})
