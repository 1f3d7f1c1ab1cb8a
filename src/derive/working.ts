/**
 * A sheet of working: the current line and the steps that led to it. Steps are recorded as they
 * are made; whatever a step needs and cannot be proved is written down with it. Nothing here is
 * trusted: the finished derivation is replayed by verify/.
 */
import type { Canon } from '../expression/canonical.ts'
import type { Condition } from '../expression/condition.ts'
import type { Step } from '../expression/derivation.ts'
import type { Expr } from '../expression/expr.ts'
import { type Path, replaceAt } from '../expression/path.ts'
import { compiledRule, type Letters } from '../rules/compile.ts'
import { openConditions } from '../verify/replay.ts'
import { simplerConditions } from './conditions.ts'

/** The search or the derivation has used up what it was given. */
export class OutOfBudget extends Error {
  override readonly name = 'OutOfBudget'
}

const NO_LETTERS: Letters = {}

export class Working {
  line: Expr
  readonly steps: Step[] = []
  readonly canon: Canon
  readonly #assuming: readonly Condition[]
  readonly #deadline: number

  constructor(line: Expr, canon: Canon, assuming: readonly Condition[], milliseconds: number) {
    this.line = line
    this.canon = canon
    this.#assuming = assuming
    this.#deadline = Date.now() + milliseconds
  }

  /** Replaces the part at `path` by a rule read in the given direction. */
  rule(name: string, path: Path, letters: Letters, part: Expr, direction: Step['direction'] = 'forward'): void {
    const step = this.#step(name, path, letters, part, direction)
    const conditional = (compiledRule(name)?.conditions.length ?? 0) > 0
    const open = conditional ? (openConditions(step, this.#assuming, this.canon) ?? []) : []
    this.#push(open.length > 0 ? { ...step, conditions: simplerConditions(open, this.#assuming, this.canon) } : step)
  }

  /** Replaces the part at `path` by a calculation. */
  calculate(path: Path, part: Expr): void {
    this.#push(this.#step(null, path, NO_LETTERS, part, 'forward'))
  }

  #step(rule: string | null, path: Path, letters: Letters, part: Expr, direction: Step['direction']): Step {
    const after = replaceAt(this.line, path, part)
    if (!after) throw new RangeError('a step leads to a part that is not there')
    return { before: this.line, after, relation: 'equals', rule, direction, path, letters, conditions: [] }
  }

  #push(step: Step): void {
    if (Date.now() > this.#deadline) throw new OutOfBudget('the time allowed is used up')
    this.steps.push(step)
    this.line = step.after
  }
}
