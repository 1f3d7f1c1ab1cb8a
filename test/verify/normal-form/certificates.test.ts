/** Certificates of verdicts: true ones are accepted; changed ones are refused, or true. */
import { describe, expect, test } from 'vitest'
import { verify } from '../../../src/derive/verify.ts'
import type { Expr } from '../../../src/expression/expr.ts'
import { TermTable } from '../../../src/expression/term-table.ts'
import { parse } from '../../../src/syntax/index.ts'

interface Claim {
  readonly verdict: string
  readonly left: string
  readonly right: string
  readonly assuming?: readonly string[]
  readonly where?: readonly string[]
  readonly lemmas?: readonly string[]
  readonly at?: Readonly<Record<string, string>>
}

function certificate({
  verdict,
  left,
  right,
  assuming = [],
  where = [],
  lemmas = [],
  at = {},
}: Claim): object {
  const { rows, place } = new TermTable()
  const places = (texts: readonly string[]): number[] => texts.map((text) => place(parse(text) as Expr))
  const [l, r] = places([left, right])
  const lists = { assuming: places(assuming), where: places(where), lemmas: places(lemmas) }
  return { schema: 'ogee/1', kind: 'verdict', verdict, terms: rows, left: l, right: r, ...lists, at }
}
const accepted = (claim: Claim): boolean => verify(certificate(claim)).ok

const SIGMOID: Claim = {
  verdict: 'equal',
  left: 'e^x/(1 + e^x)^2',
  right: '1/(1 + e^-x)*(1 - 1/(1 + e^-x))',
  at: { x: '1' },
}
const ROOT: Claim = { verdict: 'equal', left: 'sqrt(x^2)', right: 'x', assuming: ['x > 0'], at: { x: '2' } }
const BEYOND: Claim = { ...ROOT, assuming: ['x > 2'], lemmas: ['x > 0'], at: { x: '3' } }
const BORDER: Claim = {
  verdict: 'equal',
  left: '{sin(x)/x if sin(x)*x != 0 else 1}',
  right: 'sin(x)/x',
  where: ['sin(x)*x != 0'],
  at: { x: '1' },
}
const APART: Claim = { verdict: 'different', left: 'sqrt(x^2)', right: 'x', at: { x: '-1' } }
const NOWHERE: Claim = { verdict: 'disjoint', left: 'log(x)', right: 'log(-x)' }

describe('true claims are accepted', () => {
  test.each([
    ['an identity', SIGMOID],
    ['under an assumption', ROOT],
    ['with a lemma', BEYOND],
    ['except at a border', BORDER],
    ['a difference', APART],
    ['nowhere both defined', NOWHERE],
    ['nowhere, by what is assumed', { ...ROOT, verdict: 'disjoint', assuming: ['x > 0', 'x < 0'] }],
    ['the sides exchanged', { ...SIGMOID, left: SIGMOID.right, right: SIGMOID.left }],
    ['one more condition', { ...SIGMOID, where: ['x > 0'] }],
  ])('%s', (_, claim) => {
    expect(accepted(claim)).toBe(true)
  })
})

describe('changed claims are refused', () => {
  test.each([
    ['the verdict is turned: different', { ...SIGMOID, verdict: 'different' }],
    ['the verdict is turned: disjoint', { ...SIGMOID, verdict: 'disjoint' }],
    ['the verdict is turned: equal', { ...APART, verdict: 'equal' }],
    [
      'the verdict is turned: equal where nothing is defined',
      { ...NOWHERE, verdict: 'equal', at: { x: '1' } },
    ],
    ['an unknown verdict', { ...SIGMOID, verdict: 'same' }],
    ['another side', { ...SIGMOID, right: '1/(1 + e^-x)' }],
    ['a part of a side', { ...SIGMOID, left: 'e^x/(1 + e^x)' }],
    ['the assumption is dropped', { ...ROOT, assuming: [] }],
    ['the assumption is weakened', { ...ROOT, assuming: ['x > -1'] }],
    ['the exception is dropped', { ...BORDER, where: [] }],
    ['another exception', { ...BORDER, where: ['x != 2'] }],
    ['the lemma is false', { ...BEYOND, assuming: [] }],
    ['the lemma is dropped', { ...BEYOND, lemmas: [] }],
    ['the lemma does not follow', { ...BEYOND, lemmas: ['x > 0', 'x > 3'] }],
    ['the lemma contradicts', { ...BEYOND, verdict: 'disjoint', lemmas: ['x < 0'] }],
    ['lemmas that prove one another', { ...ROOT, assuming: [], lemmas: ['x > 0', 'x > 0'] }],
    ['the point is outside of what is assumed', { ...ROOT, at: { x: '-2' } }],
    ['the point is outside of the domain', { ...BORDER, at: { x: '0' } }],
    ['the point has no coordinate', { ...ROOT, at: {} }],
    ['the point is no number', { ...ROOT, at: { x: '1/0' } }],
    ['the sides meet at the point', { ...APART, at: { x: '1' } }],
    [
      'disjoint by an exception only',
      { ...ROOT, verdict: 'disjoint', assuming: [], where: ['x < 0', 'x > 0'] },
    ],
    [
      'disjoint by an undefined exception',
      { ...ROOT, verdict: 'disjoint', assuming: [], where: ['1/(x - x) > 0'] },
    ],
    ['equal at no point', { ...APART, verdict: 'equal', where: ['x < 0', 'x > 0'], at: { x: '-1' } }],
    [
      'a huge exponent',
      {
        verdict: 'equal',
        left: '((x^1000000)^1000000)^1000000*x',
        right: '((x^1000000)^1000000)^1000000',
        at: { x: '1' },
      },
    ],
  ])('%s', (_, claim) => {
    expect(accepted(claim as Claim)).toBe(false)
  })
})

describe('terms of great depth get an answer soon', () => {
  const deep = (head: string, depth: number): object => ({
    ...certificate(NOWHERE),
    terms: [['symbol', 'x'], ...Array.from({ length: depth }, (_, i) => [head, i])],
    left: depth,
    right: depth - 1,
  })
  test.each(['sin', 'log', 'sqrt', 'abs', 'atan', 'negate'])('%s', (head) => {
    for (const depth of [300, 5_000]) expect(verify(deep(head, depth)).ok).toBe(false)
  })
})
