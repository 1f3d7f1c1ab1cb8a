/** What marking says: a mark for each line of a person's work. */
import type { Bounds, Point } from '../decide/index.ts'
import type { Condition } from '../expression/condition.ts'
import type { Derivation } from '../expression/derivation.ts'
import type { OgeeError } from '../expression/error.ts'
import type { Expr } from '../expression/expr.ts'

/** The likeliest mistake: its name, what a teacher would say, and where it was made. */
export interface LikelyMistake {
  readonly name: string
  readonly say: string
  /** The part it was made in, and what the mistake made of it. */
  readonly before: Expr
  readonly after: Expr
  /** A second mistake in the same line. */
  readonly also?: LikelyMistake
}

/** How an equivalent line differs all the same. */
export type Change =
  /** A solution of the line before does not solve this one. */
  | 'lost solutions'
  /** A solution of this line does not solve the one before, as after squaring. */
  | 'gained solutions'
  /** This line is defined at more points. */
  | 'wider domain'
  /** This line is defined at fewer points. */
  | 'narrower domain'

/** What is said of one line. */
export type Mark =
  /** There is nothing before it that it could follow from. */
  | { readonly verdict: 'start' }
  /** Words, kept as they are. */
  | { readonly verdict: 'comment' }
  /** Nothing that can be read, and why. */
  | { readonly verdict: 'unreadable'; readonly error: OgeeError }
  | {
      readonly verdict: 'follows'
      /** Names of the rules used, in order; none if it is a calculation, or if only the fact is proved. */
      readonly by: readonly string[]
      /** The single steps filled in, where they were found. */
      readonly derivation?: Derivation
      /** Where it holds. */
      readonly where: readonly Condition[]
      /** The line before does not lead here, but the first one does. */
      readonly fromFirst?: true
    }
  | {
      readonly verdict: 'equivalent, but'
      readonly but: Change
      /** Points that show it: solutions that are lost or gained. */
      readonly at: readonly Point[]
      readonly where: readonly Condition[]
      readonly by: readonly string[]
      readonly mistake?: LikelyMistake
    }
  | {
      readonly verdict: 'wrong'
      /** Where it fails; nothing if the two lines are nowhere both defined. */
      readonly at?: Point
      /** The value that should be there, and the one that is. */
      readonly left?: Bounds
      readonly right?: Bounds
      readonly mistake?: LikelyMistake
      /** The largest part that still agrees with a right line. */
      readonly agrees?: Expr
      /** A right line. */
      readonly instead?: Expr
    }
  | { readonly verdict: 'unknown'; readonly reason: string }

/** A reason written beside a line that cannot be the reason, and rules that act there. */
export interface WrongReason {
  readonly said: string
  readonly acting: readonly string[]
}

/** A line with its mark. */
export interface MarkedLine {
  /** From 1. */
  readonly number: number
  readonly text: string
  readonly mark: Mark
  readonly wrongReason?: WrongReason
}

/**
 * All lines. `wrong` if a line is wrong, loses solutions, gives a reason that cannot be, or if
 * solutions were gained and not thrown out again; `unknown` if one is not decided; else `right`.
 */
export interface Marking {
  readonly verdict: 'right' | 'wrong' | 'unknown'
  readonly lines: readonly MarkedLine[]
}
