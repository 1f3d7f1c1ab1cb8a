/** Mathematics as the page shows it: markup from our own printers, in which nothing typed is markup. */

import type { Inline, LineOfWork } from '../../../src/explain/article.ts'
import { displayMath, inlineMath, isWide } from '../../../src/explain/render/html-math.ts'
import { inline, spoken } from '../../../src/explain/render/html-page.ts'
import { markedTerm } from '../../../src/explain/render/marked.ts'
import { conditionsSaid } from '../../../src/explain/wording/lists.ts'
import { inWords } from '../../../src/explain/wording/worded.ts'
import type { Expr } from '../../../src/expression/expr.ts'
import { print } from '../../../src/syntax/index.ts'

/** A formula: as markup, as text, and whether a narrow screen has to scroll it. */
export interface Maths {
  readonly markup: string
  readonly plain: string
  readonly latex: string
  readonly wide: boolean
}

/** A run of words with formulas: as markup, and as a voice says it. */
export interface Words {
  readonly markup: string
  readonly spoken: string
}

export const mathsOf = (u: Expr, marked: LineOfWork['changed'] = []): Maths => ({
  markup: displayMath(markedTerm(u, marked)),
  plain: print(u),
  latex: print(u, 'latex'),
  wide: isWide(u),
})

export const inSentence = (u: Expr): string => inlineMath(u)

export const wordsOf = (parts: readonly Inline[]): Words => ({ markup: inline(parts), spoken: spoken(parts) })

/** A line of a chain as it is shown, with how the line above it looked before. */
export interface Line {
  /** How it follows from the line above. */
  readonly sign: '=' | '⇔' | '⇒'
  readonly maths: Maths
  /** The line above, with what this step changes marked in it. */
  readonly above: Maths
  readonly reason: Words
  /** The rule's name in the rule book; none for a calculation. */
  readonly rule: string | undefined
  readonly sentence: Words
  /** The conditions that the step carries. */
  readonly where: Words | undefined
  readonly within: readonly Line[]
}

const SIGNS = { equals: '=', iff: '⇔', implies: '⇒' } as const

/** The lines of a chain that begins with `from`; `rules` has the name of the rule of each line. */
export function linesShown(
  from: Expr,
  lines: readonly LineOfWork[],
  rules: readonly (string | undefined)[] = [],
): Line[] {
  let above = from
  return lines.map((line, i) => {
    const { expr, relation = 'equals', changed, reason, sentence, conditions, within = [] } = line
    const shown: Line = {
      sign: SIGNS[relation],
      maths: mathsOf(expr, changed),
      above: mathsOf(above, changed),
      reason: wordsOf(reason),
      rule: rules[i],
      sentence: wordsOf(sentence),
      where: conditions.length === 0 ? undefined : wordsOf(inWords([conditionsSaid(conditions)])),
      within: linesShown(above, within),
    }
    above = expr
    return shown
  })
}
