/**
 * A derivation as data: the lines from one form to another, each with the reason it follows from
 * the line above. It can be saved and replayed by someone who does not trust its author.
 */
import type { Condition } from './condition.ts'
import type { Expr } from './expr.ts'
import type { Path } from './path.ts'

/** `equals`: the two lines have the same value; the only relation between lines of one formula. */
export type Relation = 'equals'

/** One line of working: `after` is `before` with the part at `path` replaced. */
export interface Step {
  /** The whole line above. */
  readonly before: Expr
  /** The whole line below. */
  readonly after: Expr
  readonly relation: Relation
  /** A rule's name; `null` for a calculation (arithmetic, order, like terms in one sum or product). */
  readonly rule: string | null
  readonly direction: 'forward' | 'backward'
  /** Where in `before` the change is. */
  readonly path: Path
  /** What the letters of the rule stand for. */
  readonly letters: Readonly<Record<string, Expr | readonly Expr[]>>
  /** What this step needs and could not prove. */
  readonly conditions: readonly Condition[]
  /** Smaller steps from `before` to `after`; the step is then a summary, named after one of them. */
  readonly within?: readonly Step[]
}

/**
 * Steps from one form to another. It claims: at every point where all of `assuming` and
 * `conditions` hold and `to` is defined, `from` is defined and has the same value.
 */
export interface Derivation {
  readonly from: Expr
  readonly to: Expr
  /** The variable of differentiation, if there is one. */
  readonly variable?: string
  readonly steps: readonly Step[]
  /** What was given. */
  readonly assuming: readonly Condition[]
  /** What the steps need beyond that. */
  readonly conditions: readonly Condition[]
}
