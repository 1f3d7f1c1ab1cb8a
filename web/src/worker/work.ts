/** A derivation as the page shows it: its lines, each with the rule that made it and the single steps within. */
import type { LineOfWork } from '../../../src/explain/article.ts'
import { type Detail, shownLines } from '../../../src/explain/lines.ts'
import { conditionsSaid } from '../../../src/explain/wording/lists.ts'
import { inWords, worded } from '../../../src/explain/wording/worded.ts'
import { linesOfWork } from '../../../src/explain/work.ts'
import type { Derivation } from '../../../src/expression/derivation.ts'
import type { Expr } from '../../../src/expression/expr.ts'
import { type Maths, mathsOf } from './maths.ts'
import { type Words, wordsOf } from './words.ts'

/** A line of a chain, with how the line above it looked before. */
export interface Line {
  /** How it follows from the line above. */
  readonly sign: '=' | '⇔' | '⇒'
  readonly maths: Maths
  /** The line above, with what this step changes marked in it. */
  readonly above: Maths
  /** Is it all of the line that changes, so that nothing is marked? */
  readonly isWhole: boolean
  readonly reason: Words
  /** The rule's name in the rule book; none for a calculation. */
  readonly rule: string | undefined
  readonly sentence: Words
  /** The conditions that the step carries. */
  readonly where: Words | undefined
  readonly within: readonly Line[]
}

export interface WorkShown {
  readonly from: Maths
  readonly lines: readonly Line[]
}

/** The lines of a derivation; with `nested`, those that take several steps have these within. */
export function workShown(derivation: Derivation, detail: Detail): WorkShown {
  const { from } = derivation
  const rules = shownLines(derivation, detail).map(
    ({ head, steps }): Rules => [head.rule, ...steps.map(({ rule }) => rule)],
  )
  return { from: mathsOf(from), lines: linesShown(from, worded(linesOfWork(derivation, detail)), rules) }
}

/** The names of the rules of a line and of the steps within it; a calculation has none. */
type Rules = readonly (string | null)[]

const SIGNS = { equals: '=', iff: '⇔', implies: '⇒' } as const

function linesShown(from: Expr, lines: readonly LineOfWork[], rules: readonly Rules[]): Line[] {
  let above = from
  return lines.map((line, i) => {
    const { expr, relation = 'equals', changed, reason, sentence, conditions, within = [] } = line
    const [rule, ...rulesWithin] = rules[i] ?? []
    const shown: Line = {
      sign: SIGNS[relation],
      maths: mathsOf(expr, changed),
      above: mathsOf(above, changed),
      isWhole: changed.length === 0,
      reason: wordsOf(reason),
      rule: rule ?? undefined,
      sentence: wordsOf(sentence),
      where: conditions.length === 0 ? undefined : wordsOf(inWords([conditionsSaid(conditions)])),
      within: linesShown(
        above,
        within,
        rulesWithin.map((one) => [one]),
      ),
    }
    above = expr
    return shown
  })
}
