/** Derivations written down by hand, to be accepted or refused. */
import type { Derivation, Step } from '../../src/expression/derivation.ts'
import type { Expr } from '../../src/expression/expr.ts'
import { type Path, partAt, replaceAt } from '../../src/expression/path.ts'
import { parsePattern } from '../../src/rules/pattern.ts'

/** One step: where, by which rule (none for a calculation), with which letters, and the new part. */
export interface Move {
  readonly rule?: string
  readonly back?: true
  readonly at?: Path
  readonly letters?: Readonly<Record<string, string | Expr | readonly Expr[]>>
  readonly to: string | Expr
  readonly conditions?: readonly (string | Expr)[]
  readonly relation?: Step['relation']
}

const term = (u: string | Expr): Expr => (typeof u === 'string' ? parsePattern(u) : u)

/** The derivation that begins with `from` and makes these moves; its last line is its result. */
export function work(
  from: string | Expr,
  moves: readonly Move[],
  conditions: readonly (string | Expr)[] = [],
): Derivation {
  const first = term(from)
  let line = first
  const steps = moves.map((move): Step => {
    const path = move.at ?? []
    const after = term(move.to)
    const before = partAt(line, path) as Expr
    line = replaceAt(line, path, after) as Expr
    const letters = Object.entries(move.letters ?? {}).map(([name, u]) => [
      name,
      typeof u === 'string' ? term(u) : u,
    ])
    return {
      rule: move.rule ?? null,
      direction: move.back ? 'backward' : 'forward',
      relation: move.relation ?? 'equals',
      path,
      before,
      after,
      letters: Object.fromEntries(letters),
      conditions: (move.conditions ?? []).map(term),
    }
  })
  return {
    from: first,
    to: line,
    variable: 'x',
    steps,
    assuming: [],
    conditions: conditions.map(term),
  }
}
