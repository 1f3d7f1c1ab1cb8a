/** Which rule to use on a derivative. */
import type { Expr } from '../expression/expr.ts'
import type { Letters } from '../rules/compile.ts'

/** A rule and its letters; with `inside`, it changes the operand of D, not the derivative. */
export interface Choice {
  readonly rule: string
  readonly letters: Letters
  readonly direction?: 'backward'
  readonly inside?: Expr
  /** The new operand is a form that a person wrote. */
  readonly asTyped?: true
}
