/** What comparing two formulas can say. */
import type { Condition } from '../expression/condition.ts'

/** How the natural domains of the two sides lie to each other. */
export type Domains = 'same' | 'left-wider' | 'right-wider' | 'overlap' | 'disjoint' | 'unknown'

/** A point with rational coordinates, as text: `{ x: '1/2' }`. */
export type Point = Readonly<Record<string, string>>

/** A rigorous enclosure: the value lies between these two decimals. */
export type Bounds = readonly [string, string]

/**
 * Two formulas compared. `equal`: the same value at every point where both are defined and `where`
 * holds, and there is such a point. `different`: at the point `at` both are defined, with values in
 * the disjoint enclosures `left` and `right`. `disjoint`: they are nowhere both defined. `unknown`: why.
 */
export type Verdict =
  | {
      readonly verdict: 'equal'
      /** How it is known. */
      readonly by: 'normal form'
      readonly domains: Domains
      /** The equality holds where these do. */
      readonly where: readonly Condition[]
      readonly certificate: VerdictCertificate
    }
  | {
      readonly verdict: 'different'
      readonly at: Point
      readonly left: Bounds
      readonly right: Bounds
      readonly certificate: VerdictCertificate
    }
  | { readonly verdict: 'disjoint'; readonly domains: 'disjoint'; readonly certificate: VerdictCertificate }
  | { readonly verdict: 'unknown'; readonly reason: string }

/** A verdict as plain JSON data that `verify` accepts. */
export interface VerdictCertificate {
  readonly schema: 'ogee/1'
  readonly kind: 'verdict'
  readonly verdict: 'equal' | 'different' | 'disjoint'
  readonly terms: readonly (readonly (string | number)[])[]
  readonly left: number
  readonly right: number
  readonly assuming: readonly number[]
  readonly where: readonly number[]
  /** What follows from the rest and tells the signs of parts. */
  readonly lemmas: readonly number[]
  /** A common point, or the one where the sides differ. */
  readonly at: Point
}
