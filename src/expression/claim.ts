/**
 * Claims about what a function does, and proofs of them, as data. A claim is a statement about all
 * points at once; a proof names one rule (verify/claims/rules.ts) and holds proofs of what that rule
 * needs, so that it can be saved and checked by someone who does not trust its author.
 *
 * A set of values of `variable` is written by the conditions in `assuming` that mention it: such as
 * `x > 0`. Where the claim is about an interval they must be of that form, the variable on one side.
 */
import type { Condition } from './condition.ts'
import type { Derivation } from './derivation.ts'
import type { Expr } from './expr.ts'
import type { Rational } from './rational.ts'

/** A number as a term, or one of the ends of the line. */
export type Extended = Expr | 'infinity' | '-infinity'

/** A property of u as a function of one variable, on the set that is assumed; other letters are fixed. */
interface About<Kind extends string> {
  readonly kind: Kind
  readonly assuming: readonly Condition[]
  readonly of: Expr
  readonly variable: string
}

/** Wherever all of `assuming` hold, `condition` is true: its sides are defined and stand in that relation. */
export interface Holds {
  readonly kind: 'holds'
  readonly assuming: readonly Condition[]
  readonly condition: Condition
}

/** u is defined near the place on that side (on both, if none is named) and tends to `is` there. */
export interface Tends extends About<'tends'> {
  readonly to: Extended
  readonly side: 'left' | 'right' | 'both'
  readonly is: Extended
}

/** u is defined on the interval, and x < y there implies u(x) < u(y) (or > , or ≤, ≥ unless `strictly`). */
export interface Monotone extends About<'monotone'> {
  readonly direction: 'increasing' | 'decreasing'
  readonly strictly: boolean
}

/** u is defined on the interval, and between any two points of it the graph is not above the chord if convex, not below if concave; nor on it if `strictly`. */
export interface Bent extends About<'bent'> {
  readonly direction: 'convex' | 'concave'
  readonly strictly: boolean
}

/** u is defined and continuous at each point of the interval, seen from within it. */
export type Continuous = About<'continuous'>

/** u has a derivative at each point of the interval. */
export type Differentiable = About<'differentiable'>

/** u has derivatives of every order at each point of the set. */
export type Smooth = About<'smooth'>

/** An end of the set of values: a value that is taken at a place, or one that is only approached towards an end of the interval. */
export type End =
  | { readonly value: Expr; readonly at: Expr }
  | { readonly value: Extended; readonly towards: 'lower end' | 'upper end' }

/** The values of u on the interval are all the numbers between the two ends, and no others. */
export interface Range extends About<'range'> {
  readonly low: End
  readonly high: End
}

/** For any values of the other letters for which `assuming` holds there is a number `letter` for which the conditions do. */
export interface Exists {
  readonly kind: 'exists'
  readonly assuming: readonly Condition[]
  readonly letter: string
  readonly conditions: readonly Condition[]
}

/** The claim is not true. */
export interface Refuted {
  readonly kind: 'refuted'
  readonly claim: Claim
}

export type Claim =
  | Holds
  | Tends
  | Monotone
  | Bent
  | Continuous
  | Differentiable
  | Smooth
  | Range
  | Exists
  | Refuted

/** Numbers by names of letters. */
export type RationalPoint = ReadonlyMap<string, Rational>

/** One rule, what it is told beside the claim, and proofs of what it needs, in the order in which it asks. */
export interface Proof {
  readonly by: string
  readonly terms?: Readonly<Record<string, Expr>>
  readonly conditions?: readonly Condition[]
  readonly points?: readonly RationalPoint[]
  readonly claim?: Claim
  readonly derivations?: readonly Derivation[]
  readonly from?: readonly Proof[]
}

/** A claim with a proof: what `verify` accepts. */
export interface Proved {
  readonly claim: Claim
  readonly proof: Proof
}
