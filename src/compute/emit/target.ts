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
  readonly outputs: readonly Output[]
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

export interface Output {
  readonly text: string
  /** Does it depend on every input, so that it has the shape of them all? */
  readonly isWhole: boolean
  /** Is it chosen, or a numeral, rather than computed? */
  readonly isChosen: boolean
}

/** A statement with what it means behind it, where there is room. */
export function explained(
  code: string,
  { meaning }: Pick<Statement, 'meaning'>,
  [before, after = '']: readonly string[],
): string {
  const line = `${code}${before} ${meaning}${after}`
  return meaning === undefined || line.length > ROOM ? code : line
}

const ROOM = 92

/** Operations by templates with $1 and $2. */
export type Calls = Readonly<Partial<Record<OperationName, string>>>

export interface Target {
  readonly language: string
  /** A template that calls nothing is an operator that holds tighter than any other; + - * / need none. */
  readonly calls: Calls
  /** Instead of these where the first operand is certain not to be negative. */
  readonly callsFromZero?: Calls
  /** Instead of these where all operands are numbers. */
  readonly callsOfNumbers?: Calls
  /** What is computed by other operations. */
  readonly approximates?: readonly ('erf' | 'erfc' | 'erfinv')[]
  /** How it divides, if not by `$1 / $2`. */
  readonly divide?: string
  /** A numeral as something that functions take; `first` is the first input, if there is one. */
  readonly asOperand?: (numeral: string, first?: string) => string
  /** A helping function for operations that the language lacks, by name. */
  readonly helpers: Readonly<Record<string, string>>
  /** Templates: question $1, value $2, else $3. */
  readonly choose: string
  /** The same where the else is a choice itself: its text, of which only what `inner` finds is kept, is $3. */
  readonly chain?: { readonly template: string; readonly inner: RegExp }
  /** How questions are joined. */
  readonly both: string
  readonly either: string
  readonly bracketsQuestions?: boolean
  readonly equal: string
  readonly unequal: string
  /** $1 and $2 differ, if an infix sign does not say so. */
  readonly differ?: string
  readonly number: (value: number) => string
  readonly reserved: ReadonlySet<string>
  /** What names of values begin with. */
  readonly prefix?: string
  /** A text that is longer is cut by names. */
  readonly longest?: number
  readonly written: (function_: Function_) => string
}
