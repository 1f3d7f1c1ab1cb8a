/** Damaged derivations: each is refused, or what it claims is true all the same. */
import { expect, test } from 'vitest'
import { toJson } from '../../src/derive/json.ts'
import { verify } from '../../src/derive/verify.ts'
import type { Derivation } from '../../src/expression/derivation.ts'
import { same } from '../../src/expression/expr.ts'
import { print } from '../../src/syntax/print.ts'
import { fromJson } from '../../src/verify/certificate.ts'
import { bases } from '../support/bases.ts'
import { tryClaim } from '../support/claims.ts'
import { type Loose, mutated, mutateJson } from '../support/mutants.ts'
import { Random } from '../support/random.ts'

const MUTANTS = 10_000

interface Count {
  made: number
  unchanged: number
  refused: number
  accepted: number
  alike: number
  confirmed: number
  vacuous: number
  readonly wrong: string[]
}

const told = ({ from, to, assuming, conditions }: Derivation): string =>
  [from, to, ...assuming, ...conditions].map((u) => print(u)).join('  ;  ')
const claimOf = ({ from, to, assuming, conditions }: Derivation): string =>
  JSON.stringify(toJson({ from, to, assuming, conditions, steps: [] }))
/** Does the first claim say nothing beyond the second: the same under the same conditions or more? */
function isWeaker(a: Derivation, b: Derivation): boolean {
  const [more, less] = [a, b].map(({ assuming, conditions }) => [...assuming, ...conditions])
  const sameEnds = same(a.from, b.from) && same(a.to, b.to)
  return sameEnds && less!.every((c) => more!.some((d) => same(c, d)))
}

/** Counts what becomes of the mutants that `damaged` makes. */
function judge(seed: number, count: number, damaged: (random: Random, base: Derivation) => unknown): Count {
  const random = new Random(seed)
  const all = bases()
  const originals = all.map((base) => JSON.stringify(toJson(base)))
  const known = new Map(all.map((base) => [claimOf(base), true]))
  const result: Count = {
    ...{ made: 0, unchanged: 0, refused: 0, accepted: 0, alike: 0, confirmed: 0, vacuous: 0 },
    wrong: [],
  }
  while (result.made < count) {
    const k = random.whole(0, all.length - 1)
    const mutant = damaged(random, all[k] as Derivation)
    const accepted = verify(mutant).ok
    if (!accepted) {
      result.made += 1
      result.refused += 1
      continue
    }
    const isJson = (mutant as { schema?: unknown }).schema !== undefined
    const read = isJson ? fromJson(mutant) : (mutant as Derivation)
    if (JSON.stringify(toJson(read)) === originals[k]) {
      result.unchanged += 1
      continue
    }
    result.made += 1
    result.accepted += 1
    const claim = claimOf(read)
    if (known.has(claim) || isWeaker(read, all[k] as Derivation)) {
      result.alike += 1
      continue
    }
    known.set(claim, true)
    const { usable, counterexample } = tryClaim(read, random)
    if (counterexample) {
      result.wrong.push(
        `${told(read)} at ${Object.entries(counterexample).map(([name, r]) => `${name} = ${r.num}/${r.den}`)}`,
      )
    } else if (usable >= 20) result.confirmed += 1
    else result.vacuous += 1
  }
  return result
}

function expectSound({ made, refused, accepted, alike, confirmed, vacuous, wrong }: Count): void {
  expect(wrong).toEqual([])
  expect(made).toBe(MUTANTS / 2)
  expect(refused + accepted).toBe(made)
  expect(alike + confirmed + vacuous).toBe(accepted)
  expect(refused).toBeGreaterThan(made * 0.8)
  expect(confirmed).toBeGreaterThan(50)
  expect(vacuous).toBeLessThan(25)
}

test('every base is accepted, and true at 20 points', () => {
  const random = new Random(11)
  const all = bases()
  expect(all.length).toBeGreaterThanOrEqual(85)
  for (const base of all) {
    expect(verify(base).ok, told(base)).toBe(true)
    const { usable, counterexample } = tryClaim(base, random, 20, 200)
    expect(counterexample, told(base)).toBeUndefined()
    expect(usable, told(base)).toBeGreaterThanOrEqual(20)
  }
})

test('5,000 mutants in memory are refused or true', () => {
  const count = judge(1, MUTANTS / 2, mutated)
  expectSound(count)
})

test('5,000 mutants of certificates are refused or true', () => {
  const count = judge(2, MUTANTS / 2, (random, base) => {
    const data = structuredClone(toJson(base)) as unknown as Loose
    mutateJson(random, data)
    return data
  })
  expectSound(count)
})
