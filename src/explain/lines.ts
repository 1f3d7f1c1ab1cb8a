/**
 * From single steps to the lines a reader wants: one line for each named rule, with the small
 * changes that follow from it (constants, signs, arithmetic) in the same line. Every small step
 * stays within its line.
 */
import type { Derivation, Step } from '../expression/derivation.ts'
import { linesOf } from '../expression/derivation.ts'
import type { Expr } from '../expression/expr.ts'

/** One line of working as it is shown. */
export interface ShownLine {
  readonly before: Expr
  readonly after: Expr
  /** The step that gives the line its name. */
  readonly head: Step
  /** How often that rule is used in the line. */
  readonly times: number
  readonly steps: readonly Step[]
}

/** How much to show: a line for each rule worth a name, these with their steps, or each single step. */
export type Detail = 'main' | 'nested' | 'every'

/** Rules that a reader does in passing. */
const IN_PASSING: ReadonlySet<string> = new Set([
  'constant rule',
  'variable rule',
  'constant factor rule',
  'constant divisor rule',
  'zero factor',
  'zero exponent',
  'exp at 0',
  'add and subtract',
  'absolute value, not negative',
])

const isSmall = (step: Step): boolean => step.rule === null || IN_PASSING.has(step.rule)

const sameRule = (a: Step, b: Step): boolean => a.rule === b.rule && a.direction === b.direction

/** The lines of a derivation. */
export function shownLines(
  derivation: Pick<Derivation, 'from' | 'steps'>,
  detail: Detail = 'main',
): ShownLine[] {
  const lines = linesOf(derivation)
  let at = 0
  return grouped(derivation.steps, detail).map((steps) => {
    const before = lines[at] as Expr
    at += steps.length
    const head = steps.find((step) => !isSmall(step)) ?? (steps[0] as Step)
    const times = steps.filter((step) => sameRule(step, head)).length
    return { before, after: lines[at] as Expr, head, times, steps }
  })
}

/** A line begins with each rule worth a name that is not the one before. */
function grouped(steps: readonly Step[], detail: Detail): Step[][] {
  if (detail === 'every') return steps.map((step) => [step])
  const groups: Step[][] = []
  let head: Step | undefined
  for (const step of steps) {
    const group = groups.at(-1)
    const joins: boolean = !head || isSmall(step) || sameRule(step, head)
    if (group && joins) group.push(step)
    else groups.push([step])
    if (!isSmall(step)) head = step
  }
  return groups
}
