/** Chains of steps: read from the end to the beginning, and made shorter. */
import type { Step } from '../../expression/derivation.ts'
import { type Expr, isCall, same } from '../../expression/expr.ts'
import { type Path, partAt, replaceAt } from '../../expression/path.ts'
import { bridge } from './bridge.ts'
import type { Setting } from './setting.ts'
import { type Change, DeadEnd, expected, Work } from './work.ts'

/** The line at the start and after each step. */
export function linesAlong(from: Expr, steps: readonly Step[]): Expr[] {
  const lines = [from]
  for (const { path, after } of steps) lines.push(expected(replaceAt(lines.at(-1) as Expr, path, after)))
  return lines
}

/** The way back: from the last line of the change to `from`. */
export function reversed(from: Expr, change: Change, setting: Setting): Change {
  const lines = linesAlong(from, change.steps)
  const work = new Work(change.to)
  for (let i = change.steps.length - 1; i >= 0; i -= 1) {
    const step = change.steps[i] as Step
    const line = lines[i] as Expr
    if (step.rule !== null) {
      const path = pathBack(line, step)
      const before = expected(partAt(work.to, path))
      const direction = step.direction === 'forward' ? 'backward' : 'forward'
      work.steps.push({ ...step, direction, path, before, after: step.before })
      work.to = expected(replaceAt(work.to, path, step.before))
    }
    if (!same(work.to, line)) work.follow([], bridge(work.to, line, setting))
  }
  return work
}

/** Where what the step left stands in the line below; several operands may have become one, or more. */
function pathBack(line: Expr, { path, after }: Step): Path {
  const chosen = path.at(-1)
  if (chosen === undefined || typeof chosen === 'number') return path
  const prefix = path.slice(0, -1)
  const parent = expected(partAt(line, prefix))
  if (parent.kind !== 'call') throw new DeadEnd('no operands to choose from')
  const first = chosen[0] as number
  if (!isCall(after, parent.head)) return [...prefix, first]
  const count = parent.args.length - chosen.length + after.args.length
  const places = after.args.map((_, k) => first + k)
  return places.length === count ? prefix : [...prefix, places]
}

/** What counts in a chain: named steps, then all steps. */
const weight = (steps: readonly Step[]): number =>
  steps.reduce((sum, step) => sum + (step.rule === null ? 0.1 : 1), 0)

/** The chain without detours: where two lines are joined by a calculation, what lies between goes. */
export function shortened(from: Expr, change: Change, setting: Setting): Change {
  const lines = linesAlong(from, change.steps)
  for (let gap = change.steps.length; gap >= 2; gap -= 1) {
    for (let i = 0; i + gap < lines.length; i += 1) {
      const [a, b] = [lines[i] as Expr, lines[i + gap] as Expr]
      if (!setting.canon.same(a, b)) continue
      const jump = bridgeOrNot(a, b, setting)
      if (!jump || weight(jump.steps) >= weight(change.steps.slice(i, i + gap))) continue
      const steps = [...change.steps.slice(0, i), ...jump.steps, ...change.steps.slice(i + gap)]
      return shortened(from, { to: change.to, steps }, setting)
    }
  }
  return change
}

function bridgeOrNot(a: Expr, b: Expr, setting: Setting): Change | undefined {
  try {
    return bridge(a, b, setting)
  } catch (problem) {
    if (problem instanceof DeadEnd) return undefined
    throw problem
  }
}
