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

/** name = text, and what that means. */
export interface Statement {
  readonly name: string
  readonly text: string
  readonly meaning: string
}

export interface Target {
  readonly language: string
  /** Operations by templates with $1 and $2; operators need none. */
  readonly calls: Readonly<Partial<Record<OperationName, string>>>
  /** A helping function for operations that the language lacks, by name. */
  readonly helpers: Readonly<Record<string, string>>
  /** Templates: question $1, value $2, else $3. */
  readonly choose: string
  readonly both: string
  readonly either: string
  readonly equal: string
  readonly unequal: string
  readonly number: (value: number) => string
  readonly reserved: ReadonlySet<string>
  readonly written: (function_: Function_) => string
}
