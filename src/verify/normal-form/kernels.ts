/**
 * Exponentials, logarithms, angles and erf over a field. A value that depends on earlier ones by a
 * rational relation between the operands is expressed by them; any other is a new generator. So
 * e^(a + b) is e^a·e^b once e^a and e^b are known, log is a sum of logarithms of bases, and sines
 * and cosines of sums follow from those of the parts.
 */
import { isInteger, type Rational, rational, times, ZERO } from '../../expression/rational.ts'
import { type Fineness, Finer, Nowhere, Unsettled } from './budget.ts'
import { baseOf, constant, type Element, isNought, NOUGHT, UNITY } from './element.ts'
import { Field } from './field.ts'
import { combination } from './relations.ts'

/** cos and sin. */
type Circle = readonly [cosine: Element, sine: Element]

interface Angle {
  readonly size: Element
  /** The circle of the angle divided by `parts`. */
  readonly parts: number
  readonly circle: () => Circle
}

interface Arc {
  readonly kind: 'asin' | 'acos' | 'atan'
  readonly operand: Element
  readonly value: Element
}

const MOST_MULTIPLES = 120
const MOST_PARTS = 32
/** How finely multiples of π can be told apart. */
const PARTS_OF_PI: ReadonlySet<number> = new Set([
  2, 3, 4, 5, 6, 8, 10, 12, 15, 16, 20, 24, 30, 32, 48, 60, 120,
])
const HALF = rational(1n, 2n)
const QUARTER = constant(rational(1n, 4n))
const MINUS = constant(rational(-1n))

export class Kernels {
  readonly field: Field
  readonly #fineness: Fineness
  readonly #exponentials: { readonly operand: Element; readonly value: Element }[] = []
  /** Logarithms of bases, by the number of the base. */
  readonly #logarithms = new Map<number, Element>()
  readonly #angles: Angle[] = []
  readonly #arcs: Arc[] = []
  readonly #errors: Arc[] = []
  #pi: Element | undefined

  constructor(fineness: Fineness) {
    this.field = new Field(fineness.get('roots') ?? 2)
    this.#fineness = fineness
  }

  pi(): Element {
    this.#pi ??= this.field.generator('positive')
    return this.#pi
  }

  exp(u: Element): Element {
    if (isNought(u)) return UNITY
    const { field } = this
    const logarithms = [...this.#logarithms]
    const basis = [...this.#exponentials.map((e) => e.operand), ...logarithms.map(([, value]) => value)]
    const found = combination(field, u, basis)
    if (!found) {
      const value = field.generator('positive')
      this.#exponentials.push({ operand: u, value })
      const [key] = value.powers.keys()
      this.#logarithms.set(baseOf(key as number), u)
      return value
    }
    const factors = [...found].map(([i, q]) => {
      const known = this.#exponentials[i]?.value
      return field.power(
        known ?? field.absoluteBase((logarithms[i - this.#exponentials.length] as [number, Element])[0]),
        q,
      )
    })
    return field.times(UNITY, ...factors)
  }

  /** log a for a > 0. */
  log(a: Element): Element {
    if (isNought(a)) throw new Nowhere('a logarithm of 0')
    const { field } = this
    const of = ([base, n]: readonly [number, number]): Element => {
      if (field.bases.isSign(base)) return NOUGHT
      const known = this.#logarithms.get(base) ?? field.generator('nothing')
      this.#logarithms.set(base, known)
      return field.times(constant(rational(BigInt(n), BigInt(field.order))), known)
    }
    const powers = [...a.powers].map(([key, n]) => [baseOf(key), n] as const)
    const primes = field.primes(a.number).map(([base, n]) => [base, n * field.order] as const)
    return field.sum(...[...powers, ...primes].map(of))
  }

  cos(u: Element): Element {
    return this.#circle(u)[0]
  }

  sin(u: Element): Element {
    return this.#circle(u)[1]
  }

  #circle(u: Element): Circle {
    if (isNought(u)) return [UNITY, NOUGHT]
    if (this.#angles.length === 0) {
      const parts = this.#fineness.get(0) ?? 1
      this.#angles.push({ size: this.pi(), parts, circle: () => this.#partOfPi(parts) })
    }
    for (const { value, operand, kind } of this.#arcs) {
      if (this.#angles.some(({ size }) => size === value)) continue
      const i = this.#angles.length
      const parts = this.#fineness.get(i) ?? 1
      this.#angles.push({
        size: value,
        parts,
        circle: () => this.#halved(this.#arcCircle(kind, operand), parts, kind === 'acos'),
      })
    }
    const same = this.#angles.find(({ size, parts }) => parts === 1 && isNought(this.field.minus(u, size)))
    if (same) return same.circle()
    const found = combination(
      this.field,
      u,
      this.#angles.map(({ size }) => size),
    )
    const turned = found && this.#turned(found)
    if (turned) return turned
    const circle = this.field.circle()
    const parts = this.#fineness.get(this.#angles.length) ?? 1
    this.#angles.push({ size: u, parts, circle: () => circle })
    return this.#multiple(circle, parts)
  }

  #turned(found: ReadonlyMap<number, Rational>): Circle | undefined {
    const turns: (readonly [Angle, number])[] = []
    for (const [i, q] of found) {
      const angle = this.#angles[i] as Angle
      const n = times(q, rational(BigInt(angle.parts)))
      if (!isInteger(n)) {
        this.#divided(i, angle, n.den)
        return undefined
      }
      const full = 2n * BigInt(angle.parts)
      const count = Number(i === 0 ? ((n.num % full) + full) % full : n.num)
      if (Math.abs(count) > MOST_MULTIPLES) return undefined
      turns.push([angle, count])
    }
    let result: Circle = [UNITY, NOUGHT]
    for (const [angle, n] of turns) {
      const [c, s] = this.#multiple(angle.circle(), Math.abs(n))
      result = this.#rotated(result, [c, n < 0 ? this.field.times(MINUS, s) : s])
    }
    return result
  }

  /** Asks to begin again with parts that many times smaller, if there are such parts. */
  #divided(i: number, { size, parts }: Angle, by: bigint): void {
    const finer = parts * Number(by)
    const isArc = this.#arcs.some(({ value }) => value === size)
    const halving = (finer & (finer - 1)) === 0
    const possible = i === 0 ? PARTS_OF_PI.has(finer) : finer <= MOST_PARTS && (halving || !isArc)
    if (possible) throw new Finer(i, finer)
  }

  #multiple(circle: Circle, n: number): Circle {
    if (n <= 1) return n === 1 ? circle : [UNITY, NOUGHT]
    const half = this.#multiple(circle, n >> 1)
    const even = this.#rotated(half, half)
    return n % 2 === 0 ? even : this.#rotated(even, circle)
  }

  /** The addition formulas. */
  #rotated([a, b]: Circle, [c, s]: Circle): Circle {
    const { field } = this
    return [
      field.minus(field.times(a, c), field.times(b, s)),
      field.sum(field.times(a, s), field.times(b, c)),
    ]
  }

  /** π/`parts`: from π/2, π/12 and π/10 by multiples, halves and differences. */
  #partOfPi(parts: number): Circle {
    if ((parts & (parts - 1)) === 0)
      return parts === 1 ? [MINUS, NOUGHT] : this.#halved([NOUGHT, UNITY], parts / 2)
    if (12 % parts === 0) return this.#multiple(this.#twelfth(), 12 / parts)
    if (parts % 5 !== 0) return this.#halved(this.#twelfth(), parts / 12)
    if (10 % parts === 0) return this.#multiple(this.#tenth(), 10 / parts)
    const [c, s] = this.#twelfth()
    const sixtieth = this.#rotated(this.#tenth(), [c, this.field.times(MINUS, s)])
    return 60 % parts === 0 ? this.#multiple(sixtieth, 60 / parts) : this.#halved(sixtieth, parts / 60)
  }

  #root(n: bigint): Element {
    return this.field.power(constant(rational(n)), HALF)
  }

  /** π/12: cos = (√6 + √2)/4, sin = (√6 − √2)/4. */
  #twelfth(): Circle {
    const { field } = this
    const [a, b] = [this.#root(6n), this.#root(2n)]
    return [field.times(QUARTER, field.sum(a, b)), field.times(QUARTER, field.minus(a, b))]
  }

  /** π/10: cos = √(10 + 2√5)/4, sin = (√5 − 1)/4. */
  #tenth(): Circle {
    const { field } = this
    const five = this.#root(5n)
    const cosine = field.power(
      field.sum(constant(rational(10n)), field.times(constant(rational(2n)), five)),
      HALF,
    )
    return [field.times(QUARTER, cosine), field.times(QUARTER, field.minus(five, UNITY))]
  }

  /**
   * An angle from −π to π halved as often as needed: cos ½θ = √(½(1 + cos θ)), and sin ½θ by the double
   * angle, or as √(½(1 − cos θ)) if the angle is not negative and can be π.
   */
  #halved(circle: Circle, parts: number, upward = false): Circle {
    const { field } = this
    const half = constant(HALF)
    const root = (u: Element): Element => field.power(field.times(half, u), HALF)
    let [c, s] = circle
    for (let n = parts; n > 1; n /= 2) {
      if (n % 2 !== 0) throw new Unsettled('an arc is not halved')
      const next = root(field.sum(UNITY, c))
      s = upward ? root(field.minus(UNITY, c)) : field.times(half, s, field.power(next, rational(-1n)))
      c = next
    }
    return [c, s]
  }

  #arcCircle(kind: Arc['kind'], t: Element): Circle {
    const { field } = this
    const square = field.times(t, t)
    if (kind !== 'atan') {
      const other = field.power(field.minus(UNITY, square), HALF)
      return kind === 'asin' ? [other, t] : [t, other]
    }
    const c = field.power(field.sum(UNITY, square), rational(-1n, 2n))
    return [c, field.times(t, c)]
  }

  asin(u: Element): Element {
    const special = this.#special(u, this.field.times(u, u))
    if (special) return special
    const angle = this.#known(this.#arcs, 'acos', u)
    return angle ? this.field.minus(this.#quarter(), angle) : this.#odd(this.#arcs, 'asin', u)
  }

  acos(u: Element): Element {
    const { field } = this
    const special = this.#special(u, field.times(u, u)) ?? this.#known(this.#arcs, 'asin', u)
    if (special) return field.minus(this.#quarter(), special)
    const opposite = this.#known(this.#arcs, 'acos', field.times(MINUS, u))
    if (opposite) return field.minus(this.pi(), opposite)
    return this.#known(this.#arcs, 'acos', u) ?? this.#new(this.#arcs, 'acos', u)
  }

  /** π/2. */
  #quarter(): Element {
    return this.field.times(constant(HALF), this.pi())
  }

  atan(u: Element): Element {
    const { field } = this
    const square = field.times(u, u)
    const sine = field.times(square, field.power(field.sum(UNITY, square), rational(-1n)))
    const special = this.#special(u, sine)
    if (special) return special
    for (const { kind, operand, value } of this.#arcs) {
      const both = field.times(u, operand)
      if (
        kind !== 'atan' ||
        both.powers.size > 0 ||
        (both.number.num !== 1n && both.number.num !== -1n) ||
        both.number.den !== 1n
      )
        continue
      // atan(1/t) = sign(t)·π/2 − atan t
      const quarter = field.times(constant(HALF), this.pi(), field.sign(u))
      return field.sum(quarter, both.number.num > 0n ? field.times(MINUS, value) : value)
    }
    return this.#odd(this.#arcs, 'atan', u)
  }

  /** The angle between −π/2 and π/2 with this square of its sine, and the sign of u, if it is a known part of π. */
  #special(u: Element, square: Element): Element | undefined {
    if (isNought(u)) return NOUGHT
    if (square.powers.size > 0) return undefined
    const part = SPECIAL.get(`${square.number.num}/${square.number.den}`)
    return part && this.field.times(constant(part), this.pi(), this.field.sign(u))
  }

  erf(u: Element): Element {
    return isNought(u) ? NOUGHT : this.#odd(this.#errors, 'asin', u)
  }

  /** The value of an odd function with values in `list`. */
  #odd(list: Arc[], kind: Arc['kind'], u: Element): Element {
    const known = this.#known(list, kind, u)
    if (known) return known
    const negative = this.#known(list, kind, this.field.times(MINUS, u))
    return negative ? this.field.times(MINUS, negative) : this.#new(list, kind, u)
  }

  #known(list: readonly Arc[], kind: Arc['kind'], u: Element): Element | undefined {
    return list.find((arc) => arc.kind === kind && isNought(this.field.minus(u, arc.operand)))?.value
  }

  #new(list: Arc[], kind: Arc['kind'], operand: Element): Element {
    const value = this.field.generator('nothing')
    list.push({ kind, operand, value })
    return value
  }
}

/** sin²θ to θ/π. */
const SPECIAL: ReadonlyMap<string, Rational> = new Map([
  ['0/1', ZERO],
  ['1/4', rational(1n, 6n)],
  ['1/2', rational(1n, 4n)],
  ['3/4', rational(1n, 3n)],
  ['1/1', rational(1n, 2n)],
])
