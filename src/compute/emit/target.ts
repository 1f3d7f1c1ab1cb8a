/** What a language needs to be told: how it calls operations, and how a function stands in it. */
import type { OperationName } from '../operations.ts'

/** A function to be written: its statements are ready, in the language. */
export interface Function_ {
  readonly name: string
  readonly inputs: readonly string[]
  /** The variables of the derivatives that follow the value. */
  readonly by: readonly string[]
  readonly statements: readonly Statement[]
  /** What stands for the value and for each derivative. */
  readonly outputs: readonly string[]
  /** Helping functions that the statements call, in the language. */
  readonly helpers: readonly string[]
  /** Lines that say what it is. */
  readonly about: readonly string[]
}

/** name = text, and what that means, if it is short. */
export interface Statement {
  readonly name: string
  readonly text: string
  readonly meaning?: string
}

/** A comment behind a statement. */
export const meant = ({ meaning }: Statement, sign: string): string =>
  meaning === undefined ? '' : `${sign} ${meaning}`

export interface Target {
  readonly language: string
  /** Operations by templates with $1 and $2; operators need none. */
  readonly calls: Readonly<Partial<Record<OperationName, string>>>
  /** How it divides, if not by `$1 / $2`. */
  readonly divide?: string
  /** A numeral as something that functions take; `first` is the first input, if there is one. */
  readonly asOperand?: (numeral: string, first?: string) => string
  /** A helping function for operations that the language lacks, by name. */
  readonly helpers: Readonly<Record<string, string>>
  /** Templates: question $1, value $2, else $3. */
  readonly choose: string
  readonly both: string
  readonly either: string
  readonly equal: string
  readonly unequal: string
  /** $1 and $2 differ, if an infix sign does not say so. */
  readonly differ?: string
  readonly number: (value: number) => string
  readonly reserved: ReadonlySet<string>
  readonly written: (function_: Function_) => string
}
