/**
 * A piece of working: a term, the steps taken from it so far and the term reached. Moves write
 * their steps here; paths are relative to the term the work began with. Nothing here is trusted.
 */
import type { Step } from '../../expression/derivation.ts'
import { type Expr, same } from '../../expression/expr.ts'
import { type Path, partAt, replaceAt } from '../../expression/path.ts'
import { compiledRule, type Letters } from '../../rules/compile.ts'
import { shown } from '../shown.ts'

/** A term and the steps that lead to it. */
export interface Change {
  readonly to: Expr
  readonly steps: readonly Step[]
  /** What the idea costs beyond its steps, if nothing in the term itself suggests it. */
  readonly farFetched?: number
}

/** A move found nothing where it expected something; what it tried is dropped. */
export class DeadEnd extends Error {
  override readonly name = 'DeadEnd'
}

export const expected = <T>(value: T | undefined): T => {
  if (value === undefined) throw new DeadEnd('nothing is there')
  return value
}

export class Work implements Change {
  to: Expr
  readonly steps: Step[] = []
  farFetched = 0

  constructor(from: Expr) {
    this.to = from
  }

  /** The part of the term reached that stands at `path`. */
  at(path: Path): Expr {
    return expected(partAt(this.to, path))
  }

  /** The part at `path` becomes `after`, or what the rule makes of its letters, by the rule. */
  rule(
    name: string,
    path: Path,
    letters: Letters,
    after?: Expr,
    direction: Step['direction'] = 'forward',
  ): this {
    const rule = compiledRule(name)
    if (!rule) throw new RangeError(`there is no rule "${name}"`)
    const fresh = after ?? shown(direction === 'forward' ? rule.to : rule.from, letters)
    return this.#note(name, path, letters, fresh, direction)
  }

  /** The same rule read from right to left. */
  back(name: string, path: Path, letters: Letters, after?: Expr): this {
    return this.rule(name, path, letters, after, 'backward')
  }

  /** The part at `path` becomes `after` by a calculation. */
  calculate(path: Path, after: Expr): this {
    return same(this.at(path), after) ? this : this.#note(null, path, {}, after, 'forward')
  }

  /** The part at `path` changes as worked out elsewhere. */
  follow(path: Path, change: Change): this {
    for (const step of change.steps) {
      this.steps.push(path.length === 0 ? step : { ...step, path: [...path, ...step.path] })
    }
    this.to = expected(replaceAt(this.to, path, change.to))
    return this
  }

  #note(rule: string | null, path: Path, letters: Letters, after: Expr, direction: Step['direction']): this {
    const before = this.at(path)
    this.steps.push({ rule, direction, relation: 'equals', path, before, after, letters, conditions: [] })
    this.to = expected(replaceAt(this.to, path, after))
    return this
  }
}
