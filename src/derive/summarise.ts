/**
 * From single steps to the lines a reader wants: one line for each named rule, with the small
 * change that follows from it (constants, signs, arithmetic) in the same line. Every small step
 * stays in the data, within its line.
 */
import { distinct } from '../expression/condition.ts'
import type { Step } from '../expression/derivation.ts'

/** Rules that a reader does in passing. */
const IN_PASSING: ReadonlySet<string> = new Set([
  'constant rule',
  'variable rule',
  'constant factor rule',
  'constant divisor rule',
  'zero factor',
  'zero exponent',
  'exp at 0',
  'cancel in a sum',
  'absolute value, not negative',
])

const isSmall = (step: Step): boolean => step.rule === null || IN_PASSING.has(step.rule)

/** The steps gathered into lines. */
export function summarised(steps: readonly Step[]): Step[] {
  const lines: Step[][] = []
  let named = false
  for (const step of steps) {
    const line = lines.at(-1)
    const head = line?.find((s) => !isSmall(s))
    const joins: boolean = isSmall(step) || !named || (head?.rule === step.rule && head?.direction === step.direction)
    if (line && joins) line.push(step)
    else lines.push([step])
    named = !isSmall(step) || (named && joins)
  }
  return lines.map(summary)
}

function summary(steps: readonly Step[]): Step {
  const [first] = steps as [Step]
  if (steps.length === 1) return first
  const last = steps.at(-1) as Step
  const head = steps.find((step) => !isSmall(step)) ?? first
  return {
    before: first.before,
    after: last.after,
    relation: 'equals',
    rule: head.rule,
    direction: head.direction,
    path: [],
    letters: {},
    conditions: distinct(steps.flatMap((step) => step.conditions)),
    within: steps,
  }
}
