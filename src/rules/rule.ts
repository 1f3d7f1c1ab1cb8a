/**
 * A rule: one form may be replaced by another. A rule is a line of data; the letters stand for
 * any terms, a letter with an underscore (`u_`) for one or more terms in a row, as in
 * `sum(u_)` and `prod(u_)`. `D(u)` is the derivative of u by the variable `x` of the step.
 *
 * What a rule promises, wherever its conditions hold: at every point the right-hand side is
 * defined exactly where the left-hand side is, with the same value. Rules about `D` promise it
 * from right to left only (if the right-hand side is defined, so is the left, with that value),
 * because a derivative may exist where the rule is silent; they are used in one direction.
 *
 * A rule about statements, such as `u + w = v <=> u = v - w`, promises that its right-hand side is
 * true exactly where its left-hand side is, with `=>` that it is true where the left-hand side is; a
 * relation is true where both its sides are defined and stand in it. See verify/statements.ts.
 */

/** What a letter may stand for, decided by looking at it. */
export type Kind =
  /** free of the variable of differentiation */
  | 'constant'
  /** the variable of differentiation itself */
  | 'variable'
  /** an integer by arithmetic alone, other than 0 */
  | 'integer'
  | 'positive integer'
  /** a rational number by arithmetic alone */
  | 'number'
  | 'positive number'
  /** a rational number with an odd denominator, other than 0 */
  | 'odd root'
  /** no rational number by arithmetic alone */
  | 'symbolic'
  /** a rational number other than 0, in lowest terms odd over odd, even over odd, odd over even */
  | 'odd/odd'
  | 'even/odd'
  | 'odd/even'
  /** a letter that stands for a whole number and occurs nowhere else; only in rules about statements */
  | 'new whole number'

export interface Rule {
  /** Frozen once shipped: certificates and links refer to it. */
  readonly name: string
  /** `from => to`, or `from <=> to` if it may be read in both directions. */
  readonly form: string
  readonly where?: Readonly<Record<string, Kind>>
  /** Must be proved or carried on. */
  readonly provided?: readonly string[]
  /** Does it differentiate an outer function, so that the chain rule acts if u is not the variable? */
  readonly chain?: true
  /** The sentence a teacher would say; `{u}` is filled in from the step. */
  readonly say: string
  /** Name and sentence of the rule read from right to left; `whole` is said instead of a term that is no fraction yet. */
  readonly back?: { readonly name: string; readonly say: string; readonly whole?: string }
}

/** Rules that belong together, under the title a textbook would give them. */
export interface RuleTable {
  readonly title: string
  readonly rules: readonly Rule[]
}

/** A rule for every row of the function tables that has the `fact`; `{field}` is filled in from the row. */
export interface RuleTemplate {
  readonly table: string
  readonly fact: string
  readonly name: string
  readonly form: string
  /** The field that lists the rule's conditions. */
  readonly provided?: string
  readonly chain?: true
  readonly say: string
  readonly back?: { readonly name: string; readonly say: string }
}
