/** A formula as the page shows it: markup from our own printers, in which nothing typed is markup. */
import type { LineOfWork } from '../../../src/explain/article.ts'
import { displayMath, isWide } from '../../../src/explain/render/html-math.ts'
import { markedTerm } from '../../../src/explain/render/marked.ts'
import type { Expr } from '../../../src/expression/expr.ts'
import { print } from '../../../src/syntax/index.ts'

/** As markup, as text, as LaTeX, and whether a narrow screen has to scroll it. */
export interface Maths {
  readonly markup: string
  readonly plain: string
  readonly latex: string
  readonly wide: boolean
}

export const mathsOf = (u: Expr, marked: LineOfWork['changed'] = []): Maths => ({
  markup: displayMath(markedTerm(u, marked)),
  plain: print(u),
  latex: print(u, 'latex'),
  wide: isWide(u),
})
