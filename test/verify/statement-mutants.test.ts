/** Damaged derivations between equations: each is refused, or what it claims is true all the same. */
import { expect, test } from 'vitest'
import { solve } from '../../src/derive/solve/index.ts'
import { verify } from '../../src/derive/verify.ts'
import { isCondition } from '../../src/expression/condition.ts'
import type { Derivation, Step } from '../../src/expression/derivation.ts'
import { freeSymbols, same } from '../../src/expression/expr.ts'
import { rational } from '../../src/expression/rational.ts'
import { print } from '../../src/syntax/print.ts'
import { mutated } from '../support/mutants.ts'
import { allHold, holdsAt, type Point } from '../support/oracle.ts'
import { Random } from '../support/random.ts'
import { isTrueAt } from '../support/statement-truth.ts'

const EQUATIONS: readonly (readonly [equation: string, variable: string])[] = [
  ['log(p/(1 - p)) = x', 'p'],
  ['y = 1/(1 + e^(-x))', 'x'],
  ['y = x/(1 + |x|)', 'x'],
  ['a*x + b = c', 'x'],
  ['x^2 - 3*x + 2', 'x'],
  ['a*x^2 + b*x + c', 'x'],
  ['x^3 = x', 'x'],
  ['|x - 1| = 2*x', 'x'],
  ['sqrt(x + 2) = x', 'x'],
  ['1/x + 1/(x + 1) = 3/2', 'x'],
  ['x^4 = y', 'x'],
  ['sin(pi*x) = 0', 'x'],
  ['2^x = 4', 'x'],
  ['max(x, 1 - x) = 2', 'x'],
]

const NUMBERS = [0, 1, -1, 2, -2, 3, 4]
  .map((n) => rational(BigInt(n)))
  .concat([rational(1n, 2n), rational(-1n, 2n), rational(1n, 3n)])

const relations: readonly Step['relation'][] = ['equals', 'iff', 'implies']
/** One step with another relation. */
function misrelated(random: Random, { steps, ...rest }: Derivation): Derivation {
  const k = random.whole(0, steps.length - 1)
  return {
    ...rest,
    steps: steps.map((step, i) => (i === k ? { ...step, relation: random.pick(relations) } : step)),
  }
}

/** Where the claim is false, if it is false at one of many points where equations are often true. */
function refuted({ from, to, assuming, conditions, steps }: Derivation, random: Random): Point | undefined {
  const given = freeSymbols(from)
  const fresh = freeSymbols(to).filter((name) => !given.includes(name))
  const others = [...new Set([from, to, ...assuming, ...conditions].flatMap(freeSymbols))]
  const oneWay = steps.some((step) => step.relation === 'implies')
  for (let i = 0; i < 150; i += 1) {
    const at = Object.fromEntries(others.map((name) => [name, random.pick(NUMBERS)]))
    if (!allHold([...assuming, ...conditions], at) || holdsAt(from, at) === 'undefined') continue
    const [left, right] = [isTrueAt(from, at), isTrueAt(to, at, fresh)]
    if (left === 'unknown' || right === 'unknown') continue
    if (left ? !right : right && !oneWay) return at
  }
  return undefined
}

test('2,000 mutants of solved equations are refused or true', () => {
  const random = new Random(21)
  const bases = EQUATIONS.map(([equation, variable]) => solve(equation, variable).derivation)
  const counts = { refused: 0, accepted: 0 }
  const wrong: string[] = []
  for (const base of bases) {
    expect(verify(base).ok, print(base.from)).toBe(true)
    expect(base.steps.length).toBeGreaterThan(0)
    expect(refuted(base, random), print(base.from)).toBeUndefined()
  }
  while (counts.refused + counts.accepted < 2000) {
    const base = random.pick(bases)
    const mutant = random.chance(0.1) ? misrelated(random, base) : mutated(random, base)
    if (!verify(mutant).ok) {
      counts.refused += 1
      continue
    }
    counts.accepted += 1
    if (
      !isCondition(mutant.from) ||
      (same(mutant.from, base.from) && same(mutant.to, base.to) && mutant.conditions === base.conditions)
    )
      continue
    const at = refuted(mutant, random)
    if (at)
      wrong.push(
        `${print(mutant.from)}  ⇔  ${print(mutant.to)} where ${mutant.conditions.map((c) => print(c))}: ${JSON.stringify(at, (_, v) => (typeof v === 'bigint' ? `${v}` : v))}`,
      )
  }
  expect(wrong).toEqual([])
  expect(counts.refused).toBeGreaterThan(1500)
  expect(counts.accepted).toBeGreaterThan(20)
})
