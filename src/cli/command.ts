/** What a command is: its words for the help, its options, and what it does. */
import type { Given, Option } from './arguments.ts'
import type { Manner } from './looks.ts'

/** Something to type, and what it shows. */
export type Example = readonly [input: string, shows: string]

export interface Command {
  readonly name: string
  /** What stands behind the name: `FORMULA`. */
  readonly takes: string
  /** Is there something to do without what it takes? */
  readonly needsNothing?: (given: Given) => boolean
  /** One line for the list of commands. */
  readonly summary: string
  /** What else is to be known, a paragraph or two. */
  readonly more?: string
  readonly examples: readonly Example[]
  readonly options: readonly Option[]
  /** Answers; the value is the exit code. Throws for what stops it altogether. */
  readonly run: (given: Given, manner: Manner) => number | Promise<number>
}
