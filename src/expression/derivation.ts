/**
 * A derivation as data: how one form becomes another, step by step, each with the reason it is
 * allowed. It can be saved and replayed by someone who does not trust its author.
 */
import type { Condition } from './condition.ts'
import type { Expr } from './expr.ts'
import { type Path, replaceAt } from './path.ts'

/** One change. Everything in the line but the part at `path` stays as it is. */
export interface Step {
  /** A rule's name; `null` for a calculation (arithmetic, order, like terms in one sum or product). */
  readonly rule: string | null
  readonly direction: 'forward' | 'backward'
  /** `equals`: a quantity keeps its value. `iff`, `implies`: a statement is replaced by another. */
  readonly relation: 'equals' | 'iff' | 'implies'
  /** Where in the line the change is. */
  readonly path: Path
  /** The part of the line at `path`. */
  readonly before: Expr
  /** What takes its place. */
  readonly after: Expr
  /** What the letters of the rule stand for. */
  readonly letters: Readonly<Record<string, Expr | readonly Expr[]>>
  /** What this step needs and could not prove. */
  readonly conditions: readonly Condition[]
}

/**
 * Steps from one form to another. `JSON.stringify` writes a derivation that the library made as its
 * certificate. It claims: at every point where all of `assuming` and
 * `conditions` hold and `to` is defined, `from` is defined and has the same value.
 *
 * If `from` is a statement, such as an equation, every line is one, and the claim is: at every point
 * where all of `assuming` and `conditions` hold and both sides of `from` are defined, `from` is true
 * exactly if `to` is (with a step `implies`: `to` is true if `from` is). What *true* means, and letters
 * for whole numbers that only `to` has, see verify/statements.ts.
 */
export interface Derivation {
  readonly from: Expr
  readonly to: Expr
  /** The variable of differentiation, or the letter that an equation is solved for. */
  readonly variable?: string
  readonly steps: readonly Step[]
  /** What was given. */
  readonly assuming: readonly Condition[]
  /** What the steps need beyond that and beyond the domain of `to`. */
  readonly conditions: readonly Condition[]
}

/**
 * The whole lines of a derivation: `from`, then the line after each step.
 *
 * @example
 * ```ts
 * linesOf(differentiate('x^2')).map((line) => print(line)).at(-1) // → '2*x'
 * ```
 */
export function linesOf(derivation: Pick<Derivation, 'from' | 'steps'>): Expr[] {
  const lines = [derivation.from]
  for (const step of derivation.steps) {
    const line = replaceAt(lines.at(-1) as Expr, step.path, step.after)
    if (!line) throw new RangeError('a step leads to a part that is not there')
    lines.push(line)
  }
  return lines
}
