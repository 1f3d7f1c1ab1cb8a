/**
 * Wrong uses of the rules of inference. Each row is a claim that is false, with a rule that comes close to it and
 * what the rule is told; what the rule then needs is proved where it can be, and asserted
 * where it cannot.
 */
import { describe, expect, test } from 'vitest'
import { certificateOf, workWithin } from '../../../src/analyse/proofs/index.ts'
import { verify } from '../../../src/analyse/verify.ts'
import { differentiate } from '../../../src/derive/index.ts'
import { solve } from '../../../src/derive/solve/index.ts'
import type { Claim, Proof } from '../../../src/expression/claim.ts'
import { interior } from '../../../src/expression/condition.ts'
import { call, symbol } from '../../../src/expression/expr.ts'
import { type Rational, rational } from '../../../src/expression/rational.ts'
import { parse } from '../../../src/syntax/index.ts'
import { RULES } from '../../../src/verify/claims/rules.ts'
import { property, statement } from '../../support/claim-list.ts'

type Told = Omit<Proof, 'by' | 'from'>

/** Does the checker accept the claim by this rule? */
function accepts(claim: Claim, by: string, told: Told): boolean {
  const work = workWithin({ milliseconds: 2_000, claims: 400 })
  const needed = work.needed(by, claim, told) ?? []
  const from = needed.map((part) => work.prove(part) ?? { by: 'signs' })
  return verify(JSON.parse(JSON.stringify(certificateOf({ claim, proof: { by, ...told, from } })))).ok
}

const terms = (values: Readonly<Record<string, string>>): Told => ({
  terms: Object.fromEntries(Object.entries(values).map(([name, text]) => [name, parse(text)])),
})
const conditions = (...texts: string[]): Told => ({ conditions: texts.map((text) => parse(text)) })
const at = (...points: Record<string, Rational | number>[]): Told => ({
  points: points.map(
    (point) =>
      new Map(
        Object.entries(point).map(([name, x]) => [name, typeof x === 'number' ? rational(BigInt(x)) : x]),
      ),
  ),
})
const not = (claim: Claim): Claim => ({ kind: 'refuted', claim })
const [s, p] = [statement, property]

const derivative = (text: string, variable = 'x'): Told => ({
  derivations: [differentiate(text, { variable })],
})

const WRONG: readonly (readonly [string, Claim, string, Told])[] = [
  ['signs, a relation too strong', s('e^x > 1 | x >= 0'), 'signs', {}],
  ['signs, a hole', s('x/x > 0'), 'signs', {}],
  ['signs, a fact of another letter', s('y > 0 | x > 0'), 'signs', {}],
  ['each part, one false', s('e^x > 0 and x > 0'), 'each part', {}],
  ['lemma, false', s('x > 0'), 'lemma', conditions('x > 1')],
  ['lemma, none', s('x > 0'), 'lemma', {}],
  ['cases, an undefined term', s('log(x)^2 >= 0'), 'cases', terms({ u: 'log(x)', v: '0' })],
  ['cases, one false', s('x^3 >= 0'), 'cases', terms({ u: 'x', v: '0' })],
  ['substitution, not assumed', s('x > 0'), 'substitution', conditions('x = 1')],
  [
    'substitution, an exponent that becomes a number',
    s('x^n >= 0 | n = 2'),
    'substitution',
    conditions('n = 2'),
  ],
  [
    'substitution, a neighbourhood becomes a point',
    { kind: 'holds', assuming: [parse('x = 0')], condition: interior(parse('sign(x)')) },
    'substitution',
    conditions('x = 0'),
  ],
  ['normal form, a hole', s('x/x = 1'), 'normal form', {}],
  ['normal form, a root of a square', s('sqrt(x^2) = x'), 'normal form', {}],
  ['normal form, no equation', s('x < x + 0'), 'normal form', {}],
  ['instance, another one', s('x > -1'), 'instance', { ...terms({ t: 'x' }), claim: s('t^2 > -1') }],
  [
    'instance, outside of what is assumed',
    s('log(x) > 0'),
    'instance',
    { ...terms({ t: 'x' }), claim: s('log(t) > 0 | t > 1') },
  ],
  [
    'instance, where the term is undefined',
    s('(1/x)^2 >= 0'),
    'instance',
    { ...terms({ t: '1/x' }), claim: s('t^2 >= 0') },
  ],
  [
    'instance, an exponent that becomes a number',
    s('x^2 > 0'),
    'instance',
    { ...terms({ n: '2' }), claim: s('x^n > 0 | x > 0') },
  ],
  [
    'instance, a neighbourhood of a discontinuous term',
    { kind: 'holds', assuming: [], condition: interior(parse('abs(sign(x))')) },
    'instance',
    {
      ...terms({ t: 'sign(x)' }),
      claim: { kind: 'holds', assuming: [], condition: interior(parse('abs(t)')) },
    },
  ],
  [
    'instance, terms that mention what they replace',
    s('y < x'),
    'instance',
    { ...terms({ x: 'y', y: 'x' }), claim: s('x < y | x < y') },
  ],
  [
    'multiple, a negative number',
    s('x < 0 | x > 0'),
    'multiple',
    { ...terms({ m: '-1' }), ...conditions('x > 0') },
  ],
  [
    'multiple, strict by 0',
    s('0*x > 0 | x > 0'),
    'multiple',
    { ...terms({ m: '0' }), ...conditions('x > 0') },
  ],
  [
    'multiple, another relation',
    s('x > 0 | x >= 0'),
    'multiple',
    { ...terms({ m: '1' }), ...conditions('x >= 0') },
  ],
  [
    'multiple, a false equation',
    s('x > 1 | x > 0'),
    'multiple',
    { ...terms({ m: '1' }), ...conditions('x > 0') },
  ],
  [
    'monotony, outside the interval',
    s('x^2 > 4 | x < -2.5, x > -3'),
    'monotony',
    { ...terms({ a: '2', b: 'x' }), claim: p('strictly increasing | x^2 | x >= 0') },
  ],
  [
    'monotony, strict between equal places',
    s('x < x'),
    'monotony',
    { ...terms({ a: 'x', b: 'x' }), claim: p('strictly increasing | x') },
  ],
  [
    'monotony, strict for what is constant',
    s('relu(-2) < relu(-1)'),
    'monotony',
    { ...terms({ a: '-2', b: '-1' }), claim: p('increasing | relu(x)') },
  ],
  [
    'monotony, the other way',
    s('e^2 < e^1'),
    'monotony',
    { ...terms({ a: '1', b: '2' }), claim: p('strictly increasing | e^x') },
  ],
  [
    'limit, at the other end',
    s('e^x > 1'),
    'limit',
    { ...terms({ b: 'x', is: '1', upper: '1' }), claim: p('strictly increasing | e^x') },
  ],
  [
    'limit, another number',
    s('e^x > 1'),
    'limit',
    { ...terms({ b: 'x', is: '1' }), claim: p('strictly increasing | e^x') },
  ],
  [
    'limit, at an end that belongs to the interval',
    s('x^2 > 0 | x >= 0'),
    'limit',
    { ...terms({ b: 'x', to: '0', is: '0' }), claim: p('strictly increasing | x^2 | x >= 0') },
  ],
  [
    'limit, strict for what is constant',
    s('relu(x) > 0'),
    'limit',
    { ...terms({ b: 'x', is: '0' }), claim: p('increasing | relu(x)') },
  ],
  [
    'limit, that moves',
    s('e^x > x'),
    'limit',
    { ...terms({ b: 'x', is: 'x' }), claim: p('strictly increasing | e^x') },
  ],
  ['boxes, without bounds', s('x^2 < 100'), 'boxes', {}],
  ['boxes, one end only', s('x < 100 | x > 0'), 'boxes', {}],
  ['boxes, touching', s('x > 0 | x >= 0, x <= 1'), 'boxes', {}],
  ['boxes, undefined in part', s('log(x) < 1 | x > -1, x < 1'), 'boxes', {}],
  [
    'derivation, a letter for whole numbers that is assumed to be none',
    s('sin(x) = 0 | x = pi*n, n > 0.3, n < 0.7'),
    'derivation',
    { derivations: [solve('sin(x) = 0', 'x').derivation] },
  ],
  [
    'derivation, of something else',
    s('x = 2'),
    'derivation',
    { derivations: [solve('x = 1', 'x').derivation] },
  ],
  ['derivative, of another function', p('increasing | -x'), 'derivative', derivative('x')],
  ['derivative, by another letter', p('increasing | -x + y'), 'derivative', derivative('-x + y', 'y')],
  ['derivative, strictly where it is 0', p('strictly increasing | 0*x'), 'derivative', derivative('0*x')],
  ['derivative, across a gap', p('decreasing | 1/x'), 'derivative', derivative('1/x')],
  ['derivative, across a jump', p('increasing | sign(x)'), 'derivative', derivative('sign(x)')],
  ['slope, the other way', p('concave | x^2'), 'slope', derivative('x^2')],
  ['slope, across a gap', p('convex | 1/x'), 'slope', derivative('1/x')],
  [
    'kink, that turns the other way',
    p('convex | -abs(x)'),
    'kink',
    {
      ...terms({ at: '0', left: '1', right: '-1' }),
      derivations: [differentiate('-abs(x)'), differentiate('-abs(x)')],
    },
  ],
  [
    'kink, at a point that stands alone',
    p('convex | {1 if x = 0 else 0}'),
    'kink',
    {
      ...terms({ at: '0', left: '0', right: '0' }),
      derivations: [differentiate('{1 if x = 0 else 0}'), differentiate('{1 if x = 0 else 0}')],
    },
  ],
  [
    'closed end, with a jump',
    p('increasing | {x if x > 0 else 1} | x >= 0'),
    'closed end',
    conditions('x >= 0'),
  ],
  ['closed end, that is open', p('increasing | 1/x | x > 0'), 'closed end', conditions('x > 0')],
  ['closed end, where it is undefined', p('continuous | 1/x | x >= 0'), 'closed end', conditions('x >= 0')],
  ['two pieces, where it jumps', p('increasing | {x if x < 0 else x - 1}'), 'two pieces', terms({ at: '0' })],
  ['two pieces, at a point that moves', p('increasing | x^2'), 'two pieces', terms({ at: 'x' })],
  ['two pieces, at an undefined point', p('continuous | sign(x)'), 'two pieces', terms({ at: '1/0' })],
  ['structure, of a jump', p('continuous | sign(x)'), 'structure', {}],
  ['structure, at the border of the domain', p('smooth | sqrt(x) | x >= 0'), 'structure', {}],
  ['structure, of a kink', p('smooth | abs(x)'), 'structure', {}],
  ['structure, of a root', p('smooth | x^(1/3)'), 'structure', {}],
  ['structure, of a root of a square', p('smooth | (x^2)^(3/2)'), 'structure', {}],
  ['rules, at a kink', p('differentiable | abs(x)'), 'rules', derivative('abs(x)')],
  [
    'rules, at the border of the domain',
    p('differentiable | x^(3/2) | x >= 0'),
    'rules',
    derivative('x^(3/2)'),
  ],
  ['chords, with a corner', p('differentiable | abs(x)'), 'chords', terms({ at: '0', is: '1' })],
  ['differentiable, what is not', p('continuous | sign(x)'), 'differentiable', {}],
  [
    'restriction, to a wider set',
    p('increasing | x^2'),
    'restriction',
    { claim: p('increasing | x^2 | x >= 0') },
  ],
  [
    'restriction, of another claim',
    p('decreasing | x | x > 0'),
    'restriction',
    { claim: p('increasing | x') },
  ],
  [
    'rewriting, beyond the end of the interval',
    p('differentiable | abs(x) | x >= 0'),
    'rewriting',
    terms({ as: 'x' }),
  ],
  ['rewriting, as another function', p('increasing | abs(x)'), 'rewriting', terms({ as: 'x' })],
  ['rewriting, across a hole', p('continuous | x/x'), 'rewriting', terms({ as: '1' })],
  [
    'number, that depends on the variable',
    p('continuous | sign(x - c)'),
    'number',
    { claim: p('exists | c | | c > x; c < x + 1; c - x - 1/2 = 0') },
  ],
  [
    'number, with a letter that is known',
    s('c > 0'),
    'number',
    { claim: p('exists | c | | c > 0; c < 1; c - 1/2 = 0') },
  ],
  ['worked out, another limit', p('tends | sin(x)/x | | 0; both; 2'), 'worked out', {}],
  ['worked out, from both sides', p('tends | 1/x | | 0; both; infinity'), 'worked out', {}],
  ['worked out, a limit that moves', p('tends | e^x | | -infinity; right; 0*x'), 'worked out', {}],
  ['worked out, to a place that moves', p('tends | x | | x; both; x'), 'worked out', {}],
  ['worked out, a number that may be undefined', p('tends | x*a | | 1; both; a^2/a'), 'worked out', {}],
  ['ends, one too high', p('range | sigmoid(x) | | 0 towards lower end; 2 towards upper end'), 'ends', {}],
  ['ends, attained or not', p('range | x^2 | | 0 towards lower end; infinity towards upper end'), 'ends', {}],
  [
    'ends, of a function with a gap',
    p('range | 1/x | | -infinity towards lower end; infinity towards upper end'),
    'ends',
    {},
  ],
  ['ends, of nothing', p('range | x | x > 1, x < 0 | 1 towards lower end; 0 towards upper end'), 'ends', {}],
  ['ends, taken outside', p('range | x^2 | x > 1 | 0 at 0; infinity towards upper end'), 'ends', {}],
  [
    'intermediate value, with one sign',
    p('exists | c | | c > 0; c < 1; c + 1 = 0'),
    'intermediate value',
    {},
  ],
  ['intermediate value, across a gap', p('exists | c | | c > -1; c < 1; 1/c = 0'), 'intermediate value', {}],
  [
    'intermediate value, across a jump',
    p('exists | c | | c > -1; c < 1; sign(c) + 1/2 = 0'),
    'intermediate value',
    {},
  ],
  [
    'intermediate value, between ends that move',
    p('exists | c | | c > c - 1; c < 2; c^2 + 1 = 0'),
    'intermediate value',
    {},
  ],
  ['example, that is none', p('exists | c | | c > 0; c < 1'), 'example', terms({ is: '2' })],
  ['example, by itself', p('exists | c | | c > c'), 'example', terms({ is: 'c' })],
  ['example, with a letter that is known', p('exists | c | c < 0 | c > 0'), 'example', terms({ is: '1' })],
  ['point, where it is true', not(s('x^2 >= 0')), 'point', at({ x: 1 })],
  ['point, where nothing is claimed', not(s('x > 0 | x > 1')), 'point', at({ x: -1 })],
  ['place, where it is true', not(s('x^2 >= 0')), 'place', terms({ x: 'sqrt(2)' })],
  ['place, that is no point', not(s('x*y = y*x')), 'place', terms({ x: 'y' })],
  ['place, where nothing is claimed', not(s('log(x) > 0 | x > 1')), 'place', terms({ x: '1' })],
  [
    'place, by a number that need not exist',
    not(s('x^2 >= 0')),
    'place',
    { ...terms({ x: 'c' }), claim: p('exists | c | | c > 0; c < 1; c^2 + 1 = 0') },
  ],
  ['gap, where it is defined', not(p('continuous | x')), 'gap', at({ x: 0 })],
  ['gap, outside the set', not(p('continuous | log(x) | x > 0')), 'gap', at({ x: -1 })],
  ['two points, in the wrong order', not(p('increasing | x')), 'two points', at({ x: 2 }, { x: 1 })],
  ['two points, outside the set', not(p('increasing | x^2 | x > 0')), 'two points', at({ x: -2 }, { x: -1 })],
  ['two points, of equal values', not(p('increasing | relu(x)')), 'two points', at({ x: -2 }, { x: -1 })],
  ['chord, on the right side', not(p('convex | x^2')), 'chord', at({ x: 0 }, { x: 1 })],
  ['chord, that lies on the graph', not(p('convex | abs(x)')), 'chord', at({ x: 1 }, { x: 2 })],
  [
    'other limit, the same',
    not(p('tends | sin(x)/x | | 0; both; 1')),
    'other limit',
    { claim: p('tends | sin(x)/x | | 0; right; 1') },
  ],
  [
    'other limit, from the other side',
    not(p('tends | 1/x | | 0; left; -infinity')),
    'other limit',
    { claim: p('tends | 1/x | | 0; right; infinity') },
  ],
  [
    'other limit, under more conditions',
    not(p('tends | a*x | | infinity; left; -infinity')),
    'other limit',
    { claim: p('tends | a*x | a > 0 | infinity; left; infinity') },
  ],
  [
    'jump, at an end of the interval',
    not(p('continuous | sign(x) | x > 0')),
    'jump',
    { ...terms({ at: '0', beside: '1' }), claim: p('tends | sign(x) | | 0; right; 1') },
  ],
  [
    'jump, beyond the interval',
    not(p('continuous | {x if x <= 0 else 1} | x <= 0')),
    'jump',
    { ...terms({ at: '0', beside: '1' }), claim: p('tends | {x if x <= 0 else 1} | | 0; right; 1') },
  ],
  [
    'corner, with equal slopes',
    not(p('differentiable | x*abs(x)')),
    'corner',
    terms({ at: '0', left: '0', right: '0' }),
  ],
  [
    'corner, outside the set',
    not(p('differentiable | abs(x) | x > 0')),
    'corner',
    terms({ at: '0', left: '-1', right: '1' }),
  ],
  [
    'other range, the same',
    not(p('range | x^2 | | 0 at 0; infinity towards upper end')),
    'other range',
    { claim: p('range | x^2 | | 0 at 0; infinity towards upper end') },
  ],
  [
    'beyond, what is not claimed',
    not(p('range | x^2 | | 0 at 0; infinity towards upper end')),
    'beyond',
    conditions('x^2 >= 1'),
  ],
  ['not differentiable, what is', not(p('smooth | sigmoid(x)')), 'not differentiable', {}],
]

describe('wrong uses are refused', () => {
  test.each(WRONG)('%s', (_, claim, by, told) => {
    expect(accepts(claim, by, told)).toBe(false)
  })
})

test('every rule is tried', () => {
  const tried = new Set(WRONG.map(([, , by]) => by))
  const names = [...RULES.keys()].map((key) => key.split(':')[0] as string)
  expect(names.filter((name) => !tried.has(name))).toEqual([])
})

test('proofs are as long as their rules ask', () => {
  const claim = statement('e^x > 0 and e^x > -1')
  const from = [{ by: 'signs' }, { by: 'signs' }]
  const asks = (proof: Proof): boolean => verify(certificateOf({ claim, proof })).ok
  expect(asks({ by: 'each part', from })).toBe(true)
  expect(asks({ by: 'each part', from: from.slice(1) })).toBe(false)
  expect(asks({ by: 'each part', from: [...from, { by: 'signs' }] })).toBe(false)
  expect(asks({ by: 'no such rule' })).toBe(false)
  expect(asks({ by: 'derivative' })).toBe(false)
})

test('a proof that is too deep is refused', () => {
  const claim = statement('e^x > 0')
  const deep = Array.from({ length: 300 }).reduce<Proof>(
    (inner) => ({
      by: 'lemma',
      conditions: [call('>', [symbol('e'), parse('0')])],
      from: [{ by: 'signs' }, inner],
    }),
    { by: 'signs' },
  )
  expect(verify(certificateOf({ claim, proof: deep })).ok).toBe(false)
})

test('a proof that several parts share is written once, and shows only what it shows', () => {
  const claim = statement('e^x > 0 and e^x > 0')
  const shared: Proof = { by: 'signs' }
  const certificate = certificateOf({ claim, proof: { by: 'each part', from: [shared, shared] } })
  expect(certificate.proofs).toHaveLength(2)
  expect(verify(certificate).ok).toBe(true)
  const other = statement('e^x > 0 and e^x > 1')
  expect(verify(certificateOf({ claim: other, proof: { by: 'each part', from: [shared, shared] } })).ok).toBe(
    false,
  )
})

test('a proof rests on earlier ones only', () => {
  const claim = statement('e^x > 0 and e^x > -1')
  const from = [{ by: 'signs' }, { by: 'signs' }]
  const made = certificateOf({ claim, proof: { by: 'each part', from } })
  const proofs = made.proofs as readonly { readonly by: string; readonly from?: readonly unknown[] }[]
  const resting = (places: readonly unknown[]): boolean =>
    verify({ ...made, proofs: [...proofs.slice(0, 2), { by: 'each part', from: places }] }).ok
  expect(resting([0, 1])).toBe(true)
  for (const places of [[0, 2], [0, 3], [0, -1], [0]]) expect(resting(places)).toBe(false)
  expect(verify({ ...made, proofs: [] }).ok).toBe(false)
})

test('a small table of proofs that unfolds without end is refused', () => {
  const claim = statement('e^x > 0')
  // each case assumes something else, so no part is checked twice
  const cases = Array.from({ length: 12 }).reduce<Proof>(
    (inner, _, n) => ({
      by: 'cases',
      terms: { u: symbol('x'), v: parse(`${n}`) },
      from: [{ by: 'signs' }, inner, inner, inner],
    }),
    { by: 'signs' },
  )
  expect(verify(certificateOf({ claim, proof: cases })).ok).toBe(false)
})
