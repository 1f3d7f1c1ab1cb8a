/** Elements: whatever arithmetic makes of them has the value that the same arithmetic of numbers has. */
import { describe, expect, test } from 'vitest'
import { type Rational, rational } from '../../../src/expression/rational.ts'
import { allowing, Finer, Nowhere } from '../../../src/verify/normal-form/budget.ts'
import {
  baseOf,
  constant,
  type Element,
  isAbsolute,
  isNought,
  NOUGHT,
} from '../../../src/verify/normal-form/element.ts'
import { Field } from '../../../src/verify/normal-form/field.ts'
import { refine } from '../../../src/verify/normal-form/nested-roots.ts'
import type { Polynomial } from '../../../src/verify/normal-form/polynomial.ts'
import { exclude, isNonZero, relation, speaksOfSigns } from '../../../src/verify/normal-form/signs.ts'
import { Random } from '../../support/random.ts'

const ORDER = 24
const WORK = 200_000
const TRIES = 1500

/** A field over symbols and one angle with these values. */
class World {
  readonly field = new Field(ORDER)
  readonly leaves: (readonly [Element, number])[]
  readonly #values = new Map<number, number>()

  constructor(values: readonly number[], angle: number) {
    const leaves = values.map((value) => [this.field.generator('nothing'), value] as const)
    const [cosine, sine] = this.field.circle()
    this.leaves = [...leaves, [cosine, Math.cos(angle)], [sine, Math.sin(angle)]]
    for (const [element, value] of this.leaves) {
      for (const key of element.powers.keys()) {
        this.#values.set(this.field.bases.at(baseOf(key)).generator as number, value)
      }
    }
  }

  /** The value of an element; of a base that is 0 either sign will do. */
  of({ number, powers }: Element): number {
    return [...powers].reduce((all, [key, n]) => {
      const base = this.#ofPolynomial(this.field.bases.at(baseOf(key)).polynomial)
      const value = isAbsolute(key) || n % ORDER !== 0 ? Math.abs(base) : base
      return all * value ** (n / ORDER)
    }, quotient(number))
  }

  #ofPolynomial(p: Polynomial): number {
    return [...p].reduce(
      (sum, [m, q]) =>
        sum + [...m].reduce((all, c, i) => all * this.#ofGenerator(i) ** c.charCodeAt(0), Number(q)),
      0,
    )
  }

  #ofGenerator(i: number): number {
    const { bases } = this.field
    const { kind, base } = bases.generators[i] as (typeof bases.generators)[number]
    if (kind === 'root') return Math.abs(this.#ofPolynomial(bases.at(base).polynomial)) ** (1 / ORDER)
    if (kind !== 'sign') return this.#values.get(i) as number
    const { polynomial } = bases.at(bases.at(base).signOf as number)
    return this.#ofPolynomial(polynomial) < 0 ? -1 : 1
  }
}

const quotient = ({ num, den }: Rational): number => Number(num) / Number(den)

/** The real root; NaN for even roots of negative numbers and powers of 0 below the line. */
function realPower(value: number, { num, den }: Rational): number {
  if (value === 0 && num < 0n) return Number.NaN
  if (den % 2n === 0n) return value < 0 ? Number.NaN : value ** (Number(num) / Number(den))
  return (value < 0 && num % 2n !== 0n ? -1 : 1) * Math.abs(value) ** (Number(num) / Number(den))
}

const POWERS = [
  [2, 1],
  [3, 1],
  [-1, 1],
  [-2, 1],
  [1, 2],
  [1, 3],
  [2, 3],
  [-1, 2],
  [-1, 3],
  [3, 2],
  [1, 4],
  [0, 1],
].map(([n, d]) => rational(BigInt(n as number), BigInt(d as number)))

type Valued = readonly [Element, number]

/** A random element together with its value, NaN where it has none. */
function grown(world: World, random: Random, size: number): Valued {
  const { field } = world
  if (size <= 1) {
    if (random.chance(0.75)) return random.pick(world.leaves)
    const q = rational(BigInt(random.whole(-4, 6)), BigInt(random.whole(1, 3)))
    return [constant(q), quotient(q)]
  }
  const one = (): Valued => grown(world, random, size - 1)
  const two = (): readonly [Valued, Valued] => {
    const left = random.whole(1, size - 1)
    return [grown(world, random, left), grown(world, random, size - left)]
  }
  return random.weighted<() => Valued>([
    [
      4,
      () =>
        both(
          two(),
          (a, b) => field.sum(a, b),
          (a, b) => a + b,
        ),
    ],
    [
      2,
      () =>
        both(
          two(),
          (a, b) => field.minus(a, b),
          (a, b) => a - b,
        ),
    ],
    [
      4,
      () =>
        both(
          two(),
          (a, b) => field.times(a, b),
          (a, b) => a * b,
        ),
    ],
    [1, () => mapped(one(), (a) => field.magnitude(a), Math.abs)],
    [
      1,
      () =>
        mapped(
          one(),
          (a) => (isNought(a) ? NOUGHT : field.sign(a)),
          (v) => (v === 0 ? Number.NaN : Math.sign(v)),
        ),
    ],
    [
      4,
      () => {
        const exponent = random.pick(POWERS)
        return mapped(
          one(),
          (a) => field.power(a, exponent),
          (value) => realPower(value, exponent),
        )
      },
    ],
  ])()
}

const both = (
  [a, b]: readonly [Valued, Valued],
  of: (a: Element, b: Element) => Element,
  value: (a: number, b: number) => number,
): Valued => [of(a[0], b[0]), value(a[1], b[1])]
const mapped = (a: Valued, of: (a: Element) => Element, value: (a: number) => number): Valued => [
  of(a[0]),
  value(a[1]),
]

const close = (a: number, b: number): boolean => Math.abs(a - b) <= 1e-6 * (1 + Math.abs(a) + Math.abs(b))

describe('random arithmetic', () => {
  const worlds = [
    [[1.3, -0.7, 2.1], 0.8],
    [[-2.5, -1.2, 0.4], 2.3],
    [[0, 1, -1], -1.1],
    [[2, -3, 0.5], -2.9],
  ] as const
  test.each(worlds)('at %j', (values, angle) => {
    const random = new Random(31)
    let compared = 0
    for (let i = 0; i < TRIES; i += 1) {
      allowing(WORK, () => {
        const world = new World(values, angle)
        const attempt = (): Valued | undefined => {
          try {
            return grown(world, random, random.whole(2, 9))
          } catch (stopped) {
            if (stopped instanceof Nowhere || stopped instanceof Finer) return undefined
            throw stopped
          }
        }
        const first = attempt()
        refine(world.field)
        for (const made of [first, attempt()]) {
          if (!made || !Number.isFinite(made[1]) || Math.abs(made[1]) > 1e6) continue
          const value = world.of(made[0])
          if (!Number.isFinite(value)) continue // a power of 0 that two factors share
          compared += 1
          expect(close(value, made[1]), `${value} for ${made[1]}`).toBe(true)
        }
      })
    }
    expect(compared).toBeGreaterThan(TRIES)
  })
})

describe('relations between signs', () => {
  const field = new Field(2)
  const [a, b] = [field.generator('nothing'), field.generator('nothing')]
  const half = rational(1n, 2n)
  const positive = (u: Element) => relation(u, field.bases)
  const speaks = (u: Element): boolean => speaksOfSigns(u, field.bases)
  const nonZero = (u: Element): boolean => isNonZero(u, field.bases)
  test('a root of a square is an absolute value until the sign is known', () => {
    allowing(WORK, () => {
      const root = field.power(field.times(a, a), half)
      expect(isNought(field.minus(root, field.magnitude(a)))).toBe(true)
      expect(isNought(field.minus(root, a))).toBe(false)
      expect(field.bases.assume([positive(a)])).toBe(true)
      expect(isNought(field.minus(field.power(field.times(a, a), half), a))).toBe(true)
    })
  })
  test('signs that contradict one another are noticed', () => {
    allowing(WORK, () => {
      const opposite = field.times(constant(rational(-1n)), a)
      expect(field.bases.assume([positive(a), positive(opposite)])).toBe(false)
      const product = field.times(a, b)
      const relations = [positive(product), positive(a), positive(b)]
      expect(field.bases.assume(relations)).toBe(true)
      expect(field.bases.assume([...relations, positive(field.times(opposite, b))])).toBe(false)
    })
  })
  test('a ≥ 0 says something of signs if it is 0 only where the base is', () => {
    allowing(WORK, () => {
      expect(speaks(a)).toBe(true)
      expect(speaks(field.times(a, b))).toBe(false)
      expect(nonZero(a)).toBe(false)
      exclude(field.times(a, b), field.bases)
      expect(nonZero(a)).toBe(true)
      expect(speaks(field.times(a, b))).toBe(true)
    })
  })
})

test('exponents that numbers cannot hold exactly are refused', () => {
  const field = new Field(2)
  const high = rational(1_000_000n)
  let power = field.generator('nothing')
  power = field.power(field.power(power, high), high)
  expect(() => field.power(power, high)).toThrow('an exponent is too large')
})
