/**
 * Inverse sines, cosines and tangents, and erf with its inverse. A value whose operand is known up to
 * its sign, or is the reciprocal of a known one, is expressed by that one; a few are multiples of π;
 * any other is a new generator.
 */
import { rational } from '../../expression/rational.ts'
import { constant, type Element, isNought, MINUS, NOUGHT, UNITY } from './element.ts'
import type { Field } from './field.ts'

export interface Arc {
  readonly kind: 'asin' | 'acos' | 'atan' | 'erf' | 'erfinv'
  readonly operand: Element
  readonly value: Element
}

const HALF = constant(rational(1n, 2n))

export class Arcs {
  readonly #field: Field
  readonly known: Arc[] = []
  #pi: Element | undefined

  constructor(field: Field) {
    this.#field = field
  }

  pi(): Element {
    this.#pi ??= this.#field.generator('positive')
    return this.#pi
  }

  #quarter(): Element {
    return this.#field.times(HALF, this.pi())
  }

  /** π/2 − acos u. */
  asin(u: Element): Element {
    const special = this.#special(u, this.#field.times(u, u))
    const complement = special ? undefined : this.#find('acos', u)
    return complement ? this.#field.minus(this.#quarter(), complement) : (special ?? this.#odd('asin', u))
  }

  /** π/2 − asin u; π − acos(−u). */
  acos(u: Element): Element {
    const field = this.#field
    const special = this.#special(u, field.times(u, u)) ?? this.#find('asin', u)
    if (special) return field.minus(this.#quarter(), special)
    const opposite = this.#find('acos', field.times(MINUS, u))
    return opposite ? field.minus(this.pi(), opposite) : (this.#find('acos', u) ?? this.#new('acos', u))
  }

  /** Where u·t = s = ±1, it is sign(u)·π/2 − s·atan t. */
  atan(u: Element): Element {
    const field = this.#field
    const square = field.times(u, u)
    const sine = field.times(square, field.power(field.sum(UNITY, square), rational(-1n)))
    const special = this.#special(u, sine)
    if (special) return special
    const other = this.known.find(({ kind, operand }) => kind === 'atan' && isSign(field.times(u, operand)))
    if (!other) return this.#odd('atan', u)
    const quarter = field.times(this.#quarter(), field.sign(u))
    return field.minus(quarter, field.times(u, other.operand, other.value))
  }

  erf(u: Element): Element {
    return this.#undone('erfinv', u) ?? this.#odd('erf', u)
  }

  erfinv(u: Element): Element {
    return this.#undone('erf', u) ?? this.#odd('erfinv', u)
  }

  /** The operand of an odd function with the value u, or −u. */
  #undone(kind: Arc['kind'], u: Element): Element | undefined {
    if (isNought(u)) return NOUGHT
    const having = (value: Element): Arc | undefined =>
      this.known.find((arc) => arc.kind === kind && isNought(this.#field.minus(value, arc.value)))
    const opposite = having(this.#field.times(MINUS, u))
    return having(u)?.operand ?? (opposite && this.#field.times(MINUS, opposite.operand))
  }

  /** The angle between −π/2 and π/2 with this square of its sine, and the sign of u, if it is a known part of π. */
  #special(u: Element, square: Element): Element | undefined {
    if (isNought(u)) return NOUGHT
    if (square.powers.size > 0) return undefined
    const part = SPECIAL.get(`${square.number.num}/${square.number.den}`)
    return part ? this.#field.times(constant(rational(1n, part)), this.pi(), this.#field.sign(u)) : undefined
  }

  /** The value of an odd function. */
  #odd(kind: Arc['kind'], u: Element): Element {
    const known = this.#find(kind, u)
    if (known) return known
    const negative = this.#find(kind, this.#field.times(MINUS, u))
    return negative ? this.#field.times(MINUS, negative) : this.#new(kind, u)
  }

  #find(kind: Arc['kind'], u: Element): Element | undefined {
    return this.known.find((arc) => arc.kind === kind && isNought(this.#field.minus(u, arc.operand)))?.value
  }

  #new(kind: Arc['kind'], operand: Element): Element {
    const value = this.#field.generator('nothing')
    this.known.push({ kind, operand, value })
    return value
  }
}

const isSign = ({ number, powers }: Element): boolean =>
  powers.size === 0 && number.den === 1n && number.num ** 2n === 1n

/** sin²θ to π/θ. */
const SPECIAL: ReadonlyMap<string, bigint> = new Map(
  Object.entries({ '1/4': 6n, '1/2': 4n, '3/4': 3n, '1/1': 2n }),
)
