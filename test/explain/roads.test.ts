/** Other roads to the derivative: every road is replayed and ends in the derivative. */
import { describe, expect, test } from 'vitest'
import { verify } from '../../src/derive/verify.ts'
import type { DraftBlock } from '../../src/explain/draft.ts'
import { quotientLimitOf } from '../../src/explain/roads/quotient-limit.ts'
import { restRoadOf } from '../../src/explain/roads/rest.ts'
import { roadsOf } from '../../src/explain/roads/routes.ts'
import { otherRoadsSection } from '../../src/explain/sections/other-roads.ts'
import { type Subject, subjectOf } from '../../src/explain/subject.ts'
import { compare, print } from '../../src/index.ts'

const AMPLE = { budget: { milliseconds: 60_000 } }

const subject = (formula: string, variable = 'x'): Subject => subjectOf(formula, { ...AMPLE, variable })

/** Formulas of different kinds, none with a name. */
const FORMULAS = [
  '1/(1+e^-x)',
  'L/(1+exp(-k*(x-m)))',
  'tanh(x)',
  'a*exp(-b*exp(-c*x))',
  'x^3 - 3x',
  'x/(x^2 - 1)',
  'x*log(x)',
  'sin(x)/x',
  '|x| + x^2',
  'x^x',
  'sqrt(1 + x^2)',
  'e^(-x^2)',
  'piecewise(x < 0, x^2, x >= 0, x^3)',
  'atan(x)',
]

describe('roads by rules', () => {
  test.each(FORMULAS)('%s: replayed, different, and equal at the end', (formula) => {
    const about = subject(formula)
    const roads = roadsOf(about)
    expect(new Set(roads.map(({ name }) => name)).size).toBe(roads.length)
    for (const { derivation } of roads) {
      expect(verify(derivation).ok).toBe(true)
      expect(compare(derivation.to, about.derivation.to, { variable: 'x' }).verdict).toBe('equal')
    }
  })

  test('the sigmoid: the power is the chain rule, not the product rule', () => {
    const names = roadsOf(subject('1/(1+e^-x)')).map(({ name }) => name)
    expect(names).toEqual(['quotient', 'chain', 'logarithmic'])
  })

  test('a road that leads over the same lines is left out', () => {
    expect(roadsOf(subject('x^3 - 3x'))).toEqual([])
    expect(otherRoadsSection(subject('7'))).toHaveProperty('absent')
  })
})

describe('from the definition', () => {
  test.each(FORMULAS)('%s: the limit is the derivative', (formula) => {
    const about = subject(formula)
    const found = quotientLimitOf(about)
    if (!found) return
    expect(compare(found.value, about.derivation.to, { variable: 'x' }).verdict).toBe('equal')
    if (found.cancelled) expect(verify(found.cancelled).ok).toBe(true)
  })

  test('it is found for polynomials, quotients, powers and exponentials', () => {
    for (const formula of ['x^2', '1/x', 'x^x', '1/(1+e^-x)', 'a*exp(-b*exp(-c*x))'])
      expect([formula, quotientLimitOf(subject(formula)) !== undefined]).toEqual([formula, true])
  })

  test('a letter of the formula is not taken', () => {
    expect(quotientLimitOf(subject('h*x^2'))?.letter).toBe('d')
  })
})

describe('beginning with the rest', () => {
  test.each(['1/(1+e^-x)', 'L/(1+exp(-k*(x-m)))', '1/(1+e^(2x))'])(
    '%s: both halves are replayed',
    (formula) => {
      const about = subject(formula)
      const found = restRoadOf(about)
      expect(found).toBeDefined()
      if (!found) return
      expect([verify(found.first).ok, verify(found.second).ok]).toEqual([true, true])
      expect(print(found.second.from)).toBe(print(about.derivation.to))
      expect(compare(found.second.to, about.derivation.to, { variable: 'x' }).verdict).toBe('equal')
    },
  )

  test('nothing where the derivative is no such product', () => {
    for (const formula of ['x^2', 'tanh(x)', 'sin(x)']) expect(restRoadOf(subject(formula))).toBeUndefined()
  })
})

test.each(FORMULAS)('%s: no empty group', (formula) => {
  const built = otherRoadsSection(subject(formula))
  if ('absent' in built) return
  const groups = built.blocks.filter((block) => block.kind === 'group') as Extract<
    DraftBlock,
    { kind: 'group' }
  >[]
  expect(groups.length).toBeGreaterThan(0)
  for (const { blocks, folded } of groups) {
    expect(folded).toBe(true)
    expect(blocks.length).toBeGreaterThan(1)
    for (const block of blocks) if (block.kind === 'work') expect(block.lines.length).toBeGreaterThan(0)
  }
})
