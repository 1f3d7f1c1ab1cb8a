/** What the function is called in its own article. */
import type { SymbolNode } from '../expression/expr.ts'
import { definition } from '../functions/index.ts'
import type { Subject } from './subject.ts'

/** A name in each notation. */
export interface Name {
  readonly plain: string
  readonly latex: string
}

/** f, or the name of the curve. */
export const calledOf = ({ named }: Pick<Subject, 'named'>): Name => ({
  plain: named?.name ?? 'f',
  latex: (named && definition(named.name)?.latex) ?? 'f',
})

/** f′, and with its argument f′(x). */
export function derivativeCalled(subject: Pick<Subject, 'named'>, argument?: string): Name {
  const { plain, latex } = calledOf(subject)
  const end = argument === undefined ? "'" : `'(${argument})`
  return { plain: plain + end, latex: latex + end }
}

/** f′(x), σ″(x): the derivative of the subject, by name. */
export function primed({ named, order, variable }: Subject): Name {
  const { plain, latex } = calledOf({ named })
  const end = `${"'".repeat(order)}(${variable})`
  return { plain: plain + end, latex: latex + end }
}

/** ∫ f(x) dx, an antiderivative */
export const integralOf = ({ plain, latex }: Name, { name }: SymbolNode): Name => ({
  plain: `∫ ${plain} d${name}`,
  latex: `\\int ${latex}\\,\\mathrm{d}${name}`,
})
