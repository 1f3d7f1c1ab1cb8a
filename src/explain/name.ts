/** What the function is called in its own article. */
import { definition } from '../functions/index.ts'
import type { Subject } from './subject.ts'

/** A name in each notation. */
export interface Name {
  readonly plain: string
  readonly latex: string
}

/** f′(x), σ″(x): the derivative of the subject, by name. */
export function primed({ named, order, variable }: Subject): Name {
  const latex = (named && definition(named.name)?.latex) ?? 'f'
  const primes = "'".repeat(order)
  return {
    plain: `${named?.name ?? 'f'}${primes}(${variable})`,
    latex: `${latex}${primes}(${variable})`,
  }
}
