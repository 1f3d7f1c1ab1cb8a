/**
 * Cosines and sines. An angle that is a sum of rational multiples of known angles (π, the arcs, and
 * those met before) is turned by them, by the addition formulas. Any other gets a new circle: a
 * generator for its cosine and one for its sine. Where half of a known angle is asked for, all is begun
 * again with its half on the circle.
 */
import { rational, times } from '../../expression/rational.ts'
import type { Arc, Arcs } from './arcs.ts'
import { type Fineness, Finer, Unsettled } from './budget.ts'
import { constant, type Element, isNought, MINUS, NOUGHT, UNITY } from './element.ts'
import type { Field } from './field.ts'
import { type Combination, combination } from './relations.ts'

/** cos and sin. */
type Circle = readonly [cosine: Element, sine: Element]

interface Angle {
  readonly size: Element
  /** The circle is that of the angle divided by `parts`. */
  readonly parts: number
  readonly circle: () => Circle
}

const MOST_MULTIPLES = 120
const MOST_PARTS = 32
/** How finely multiples of π can be told apart. */
const PARTS_OF_PI: ReadonlySet<number> = new Set([
  2, 3, 4, 5, 6, 8, 10, 12, 15, 16, 20, 24, 30, 32, 48, 60, 120,
])
const HALF = rational(1n, 2n)
const QUARTER = constant(rational(1n, 4n))

const isPowerOfTwo = (n: number): boolean => (n & (n - 1)) === 0

export class Angles {
  readonly #field: Field
  readonly #arcs: Arcs
  readonly #fineness: Fineness
  /** The first is π. */
  readonly #angles: Angle[] = []

  constructor(field: Field, arcs: Arcs, fineness: Fineness) {
    this.#field = field
    this.#arcs = arcs
    this.#fineness = fineness
  }

  /** The cosine and the sine of u. */
  circle(u: Element): Circle {
    if (isNought(u)) return [UNITY, NOUGHT]
    if (this.#angles.length === 0) this.#new(this.#arcs.pi(), (parts) => this.#partOfPi(parts))
    for (const arc of this.#arcs.known) {
      if (arc.kind.startsWith('erf') || this.#angles.some(({ size }) => size === arc.value)) continue
      this.#new(arc.value, (parts) => this.#halved(this.#arcCircle(arc), parts, arc.kind === 'acos'))
    }
    // π/7 is a part of π for which there is no circle but its own.
    const same = this.#angles.find(({ size, parts }) => parts === 1 && isNought(this.#field.minus(u, size)))
    if (same) return same.circle()
    const sizes = this.#angles.map(({ size }) => size)
    const found = combination(this.#field, u, sizes)
    const turned = found && this.#turned(found)
    if (turned) return turned
    const circle = this.#field.circle()
    return this.#multiple(circle, this.#new(u, () => circle).parts)
  }

  /** A new angle, with the circle of 1/`parts` of it. */
  #new(size: Element, circle: (parts: number) => Circle): Angle {
    const parts = this.#fineness.get(this.#angles.length) ?? 1
    const angle = { size, parts, circle: () => circle(parts) }
    this.#angles.push(angle)
    return angle
  }

  #turned(found: Combination): Circle | undefined {
    let result: Circle = [UNITY, NOUGHT]
    for (const [i, q] of found) {
      const angle = this.#angles[i] as Angle
      const { num, den } = times(q, rational(BigInt(angle.parts)))
      if (den !== 1n) {
        this.#divided(i, angle, den)
        return undefined
      }
      const full = 2n * BigInt(angle.parts)
      const n = Number(i === 0 ? ((num % full) + full) % full : num)
      if (Math.abs(n) > MOST_MULTIPLES) return undefined
      const [c, s] = this.#multiple(angle.circle(), Math.abs(n))
      result = this.#rotated(result, [c, n < 0 ? this.#field.times(MINUS, s) : s])
    }
    return result
  }

  /** Asks to begin again with parts that many times smaller, if there are such parts. */
  #divided(i: number, { size, parts }: Angle, by: bigint): void {
    const finer = parts * Number(by)
    const isArc = this.#arcs.known.some(({ value }) => value === size)
    const possible = i === 0 ? PARTS_OF_PI.has(finer) : finer <= MOST_PARTS && (isPowerOfTwo(finer) || !isArc)
    if (possible) throw new Finer('finer parts', { cause: [i, finer] })
  }

  #multiple(circle: Circle, n: number): Circle {
    if (n <= 1) return n === 1 ? circle : [UNITY, NOUGHT]
    const half = this.#multiple(circle, n >> 1)
    const even = this.#rotated(half, half)
    return n % 2 === 0 ? even : this.#rotated(even, circle)
  }

  /** The addition formulas. */
  #rotated([a, b]: Circle, [c, s]: Circle): Circle {
    const field = this.#field
    return [
      field.minus(field.times(a, c), field.times(b, s)),
      field.sum(field.times(a, s), field.times(b, c)),
    ]
  }

  /** π/`parts`: from π/2, π/12 and π/10 by multiples, halves and differences. */
  #partOfPi(parts: number): Circle {
    if (parts === 1) return [MINUS, NOUGHT]
    if (isPowerOfTwo(parts)) return this.#halved([NOUGHT, UNITY], parts / 2)
    if (12 % parts === 0) return this.#multiple(this.#twelfth(), 12 / parts)
    if (parts % 5 !== 0) return this.#halved(this.#twelfth(), parts / 12)
    if (10 % parts === 0) return this.#multiple(this.#tenth(), 10 / parts)
    const [c, s] = this.#twelfth()
    const sixtieth = this.#rotated(this.#tenth(), [c, this.#field.times(MINUS, s)])
    return 60 % parts === 0 ? this.#multiple(sixtieth, 60 / parts) : this.#halved(sixtieth, parts / 60)
  }

  #root(u: Element): Element {
    return this.#field.power(u, HALF)
  }

  /** π/12: cos = (√6 + √2)/4, sin = (√6 − √2)/4. */
  #twelfth(): Circle {
    const field = this.#field
    const [a, b] = [6n, 2n].map((n) => this.#root(constant(rational(n)))) as [Element, Element]
    return [field.times(QUARTER, field.sum(a, b)), field.times(QUARTER, field.minus(a, b))]
  }

  /** π/10: cos = √(10 + 2√5)/4, sin = (√5 − 1)/4. */
  #tenth(): Circle {
    const field = this.#field
    const five = this.#root(constant(rational(5n)))
    const cosine = this.#root(field.sum(constant(rational(10n)), five, five))
    return [field.times(QUARTER, cosine), field.times(QUARTER, field.minus(five, UNITY))]
  }

  /**
   * An angle from −π to π halved as often as needed: cos ½θ = √(½(1 + cos θ)), and sin ½θ by the double
   * angle, or as √(½(1 − cos θ)) if the angle is not negative and can be π.
   */
  #halved(circle: Circle, parts: number, upward = false): Circle {
    if (!isPowerOfTwo(parts)) throw new Unsettled('an angle is not halved')
    const field = this.#field
    const half = constant(HALF)
    let [c, s] = circle
    for (let n = parts; n > 1; n /= 2) {
      const next = this.#root(field.times(half, field.sum(UNITY, c)))
      s = upward
        ? this.#root(field.times(half, field.minus(UNITY, c)))
        : field.times(half, s, field.power(next, rational(-1n)))
      c = next
    }
    return [c, s]
  }

  #arcCircle({ kind, operand: t }: Arc): Circle {
    const field = this.#field
    const square = field.times(t, t)
    if (kind === 'atan') {
      const c = field.power(field.sum(UNITY, square), rational(-1n, 2n))
      return [c, field.times(t, c)]
    }
    const other = this.#root(field.minus(UNITY, square))
    return kind === 'asin' ? [other, t] : [t, other]
  }
}
