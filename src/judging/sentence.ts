/** What a claim in words and formulas says, as data. */
import type { Extended } from '../expression/claim.ts'
import type { Condition } from '../expression/condition.ts'
import type { Expr } from '../expression/expr.ts'

/** What is said of a function. */
export type Said =
  | {
      readonly kind: 'monotone'
      readonly direction?: 'increasing' | 'decreasing'
      readonly strictly: boolean
      /** Said of each piece of the domain by itself. */
      readonly onPieces?: boolean
    }
  | { readonly kind: 'bent'; readonly direction: 'convex' | 'concave'; readonly strictly: boolean }
  | { readonly kind: 'constant' }
  | { readonly kind: 'injective' }
  | { readonly kind: 'mirrored'; readonly about: Expr }
  | { readonly kind: 'turned'; readonly about: Expr; readonly value: Expr }
  | { readonly kind: 'periodic'; readonly period?: Expr; readonly smallest?: boolean }
  | { readonly kind: 'bounded'; readonly above: boolean; readonly below: boolean }
  | {
      readonly kind: 'continuous' | 'differentiable' | 'smooth'
      readonly at?: Expr
      /** How often. */
      readonly times?: number
    }
  | { readonly kind: 'sign'; readonly relation: string }
  /** A value that is taken somewhere. */
  | { readonly kind: 'takes'; readonly value: Expr }
  /** Bounds of all values, each with its relation. */
  | {
      readonly kind: 'between'
      readonly above?: readonly [string, Expr]
      readonly below?: readonly [string, Expr]
    }
  | { readonly kind: 'Lipschitz'; readonly constant?: Expr }
  | { readonly kind: 'count'; readonly what: Countable; readonly many: Many; readonly at?: Expr }
  | {
      readonly kind: 'extreme value'
      readonly what: Extreme
      readonly value: Expr
      readonly at?: Expr
      /** "A maximum of 2 at x = 1" may be a local one. */
      readonly orLocal?: boolean
    }
  | {
      readonly kind: 'limit'
      readonly to: Extended
      readonly side: 'left' | 'right' | 'both'
      /** Nothing: that there is no limit. */
      readonly is: Extended | undefined
    }
  | { readonly kind: 'range'; readonly set: readonly Interval[] }
  | { readonly kind: 'domain'; readonly set: readonly Interval[] | Condition }
  | { readonly kind: 'inverse of' | 'derivative of' | 'antiderivative of'; readonly other: Expr }
  | {
      readonly kind: 'asymptote'
      readonly direction?: 'horizontal' | 'vertical' | 'oblique'
      readonly line?: Condition
      readonly to?: Extended
    }

/** What a function can have so many of. */
export type Countable =
  | 'zero'
  | 'critical point'
  | 'stationary point'
  | 'inflection point'
  | 'asymptote'
  | 'horizontal asymptote'
  | 'vertical asymptote'
  | 'oblique asymptote'
  | 'extremum'
  | 'local maximum'
  | 'local minimum'
  | 'global maximum'
  | 'global minimum'
  | Extreme
/** A greatest or least value; these two are attained, a supremum or infimum need not be. */
export type Extreme = 'maximum' | 'minimum' | 'supremum' | 'infimum'
export interface Many {
  readonly least: number
  readonly most: number
}

/** An interval by its ends. */
export interface Interval {
  readonly from: Extended
  readonly to: Extended
  readonly closed: readonly [boolean, boolean]
}

/** A claim that was read. */
export type Sentence =
  | { readonly kind: 'relation'; readonly condition: Condition; readonly on: readonly Condition[] }
  | {
      readonly kind: 'function'
      readonly of: Expr
      readonly said: Said
      /** Where: conditions on the variable. */
      readonly on: readonly Condition[]
      /** Is it said not to be so? */
      readonly not: boolean
    }
