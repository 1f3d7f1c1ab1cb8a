/**
 * The article as data: sections of blocks, independent of how they are shown. A renderer turns it
 * into terminal text, Markdown, LaTeX or JSON.
 */
import type { Expr } from '../expression/expr.ts'
import type { Path } from '../expression/path.ts'
import type { Name } from './name.ts'

/** Signs between the members of a row: 0 < f(x) <= 1; -> is read `tends to`. */
export type Sign = '<' | '<=' | '=' | '>' | '>=' | '->'

/** Terms in a row with signs between them. */
export interface Related {
  readonly related: readonly (Expr | Name | Sign)[]
}

/** A run of words, a formula in the sentence, a name or decimals, a row of terms, or text as one would type it. */
export type Inline = string | Expr | Name | Related | { readonly code: string }

/** One line of a chain of equal forms. */
export interface LineOfWork {
  readonly expr: Expr
  /** How it follows from the line before: equal to it, unless said. */
  readonly relation?: 'iff' | 'implies'
  /** Parts of `expr` that are new in this line. */
  readonly changed: readonly Path[]
  /** What the reader calls the step: `power rule`, `calculation`. */
  readonly reason: string
  /** Why it is so, in a sentence. */
  readonly sentence: readonly Inline[]
  /** What had to be carried: `x != 0`. */
  readonly conditions: readonly Expr[]
  /** The single steps that make the line up, where there are several. */
  readonly within?: readonly LineOfWork[]
}

/** A piece of a section. */
export type Block =
  | { readonly kind: 'paragraph'; readonly text: readonly Inline[] }
  | {
      readonly kind: 'formula'
      readonly left?: Expr | Name
      readonly relation?: string
      readonly right: Expr
    }
  | { readonly kind: 'work'; readonly from: Expr; readonly lines: readonly LineOfWork[] }
  | { readonly kind: 'list'; readonly items: readonly (readonly Inline[])[] }
  | {
      readonly kind: 'table'
      readonly header: readonly string[]
      readonly rows: readonly (readonly Inline[])[][]
    }

/** How a statement is known; `unknown` where a section only says that nothing was found. */
export type Known = 'proved' | 'enclosed' | 'measured' | 'read' | 'unknown'

/** A part of the article that stands by itself. */
export interface Section {
  /** Stable, for links: `derivative`. */
  readonly id: string
  readonly title: string
  readonly known: Known
  readonly blocks: readonly Block[]
}

/** What explain writes: independent sections, in order. */
export interface Article {
  readonly title: readonly Inline[]
  readonly sections: readonly Section[]
  /** What was perhaps not looked for, for lack of time: `other forms`. */
  readonly unfinished?: readonly string[]
}
