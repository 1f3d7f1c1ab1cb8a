/**
 * Exponentials and logarithms. For each base b whose logarithm is known, log|b| is kept as an element:
 * log of a product of powers is a sum of these, and e^u is a product of powers of bases where u is a
 * sum of rational multiples of these. Any other exponential or logarithm is a new generator.
 */
import { rational } from '../../expression/rational.ts'
import { Nowhere } from './budget.ts'
import { baseOf, constant, type Element, isNought, NOUGHT, UNITY } from './element.ts'
import type { Field } from './field.ts'
import { combination } from './relations.ts'

export class Exponentials {
  readonly #field: Field
  /** log|b|, by the number of the base b. */
  readonly #logarithms = new Map<number, Element>()

  constructor(field: Field) {
    this.#field = field
  }

  exp(u: Element): Element {
    if (isNought(u)) return UNITY
    const field = this.#field
    const bases = [...this.#logarithms.keys()]
    const found = combination(field, u, [...this.#logarithms.values()])
    const factors = [...(found ?? [])].map(([i, q]) => field.power(field.absoluteBase(bases[i] as number), q))
    if (found) return field.times(...factors)
    const value = field.generator('positive')
    for (const key of value.powers.keys()) this.#logarithms.set(baseOf(key), u)
    return value
  }

  /** log a for a > 0, which is log|a|. */
  log(a: Element): Element {
    if (isNought(a)) throw new Nowhere('a logarithm of 0')
    const field = this.#field
    const powers = [...a.powers].map(([key, n]) => [baseOf(key), n] as const)
    const primes = field.primes(a.number).map(([base, n]) => [base, n * field.order] as const)
    const terms = [...powers, ...primes].map(([base, n]) =>
      field.times(constant(rational(BigInt(n), BigInt(field.order))), this.#ofBase(base)),
    )
    return field.sum(...terms)
  }

  /** log|b| for a base b that is not 0; of a sign it is 0. */
  #ofBase(base: number): Element {
    if (this.#field.bases.isSign(base)) return NOUGHT
    const log = this.#logarithms.get(base) ?? this.#field.generator('nothing')
    this.#logarithms.set(base, log)
    return log
  }
}
