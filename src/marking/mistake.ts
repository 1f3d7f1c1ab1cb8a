/**
 * A mal-rule: a rule that people use and that is not true. It has the form of a rule of the rule book
 * (rules/rule.ts), but nothing is ever derived with it: it only guesses why a line is wrong, and a guess
 * counts if the mistaken rule gives that very line. The idea is J. S. Brown and R. R. Burton's "buggy
 * rules" (Diagnostic models for procedural bugs, 1978).
 */
import type { Kind } from '../rules/rule.ts'
import type { Shape } from './shapes.ts'

/** Where a mistaken rule is used. */
export type Place =
  /** on any part of the line */
  | 'part'
  /** on what a chain rule gives: the outer derivative times the inner one */
  | 'chain'
  /** on the line as a whole */
  | 'line'
  /** on a part of the wrong line: undone there, it gives a right one */
  | 'answer'
  /** on one numeral of the wrong line; it needs no form */
  | 'number'

export interface Mistake {
  readonly name: string
  /** One or more forms of the same mistake, `from => to`. */
  readonly forms: readonly string[]
  readonly where?: Readonly<Record<string, Kind>>
  /** Letters whose terms depend on the variable of differentiation. */
  readonly varying?: readonly string[]
  /** Letters that stand for more than the variable itself. */
  readonly compound?: readonly string[]
  /** `part` if nothing is said. */
  readonly on?: Place
  /** The rule of the rule book that it takes the place of; its letters are those of that rule where it acts. */
  readonly instead?: string
  /** Do people believe in it as a law, and write it down by itself? */
  readonly isLaw?: boolean
  /** What was being done, for a mistake that only says where to look. */
  readonly shape?: Shape
  /** A line and what the mistake makes of it. */
  readonly example: readonly [before: string, after: string]
  /** What a kind teacher would say. */
  readonly say: string
}
