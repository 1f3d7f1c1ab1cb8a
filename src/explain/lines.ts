/**
 * From single steps to the lines a reader wants: one line for each named rule, with the small
 * changes that follow from it (constants, signs, arithmetic) in the same line. Every small step
 * stays within its line.
 */
import type { Derivation, Step } from '../expression/derivation.ts'
import { linesOf } from '../expression/derivation.ts'
import { type Expr, same } from '../expression/expr.ts'

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
  'absolute value, not negative',
])

/** To add and subtract something is an idea; to see two terms cancel is none. */
const cancels = ({ rule, direction }: Step): boolean =>
  rule === 'add and subtract' && direction === 'backward'

const isSmall = (step: Step): boolean => step.rule === null || IN_PASSING.has(step.rule) || cancels(step)

const sameRule = (a: Step, b: Step): boolean => a.rule === b.rule && a.direction === b.direction

/** The lines of a derivation; the line `kept`, if it is one of them, is shown whatever its step. */
export function shownLines(
  derivation: Pick<Derivation, 'from' | 'steps'>,
  detail: Detail = 'main',
  kept?: Expr,
): ShownLine[] {
  const lines = linesOf(derivation)
  const stop = kept ? lines.findIndex((line) => same(line, kept)) : 0
  const { steps: all } = derivation
  const parts = stop > 0 ? [all.slice(0, stop), all.slice(stop)] : [all]
  let at = 0
  return parts
    .flatMap((part) => grouped(part, detail))
    .map((steps) => {
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
