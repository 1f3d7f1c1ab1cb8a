/**
 * The article as data: sections of blocks, independent of how they are shown. A renderer turns it
 * into terminal text, Markdown, HTML, LaTeX or JSON.
 *
 * Every type here takes what a run of words is made of: `Inline`, and while the article is drafted also
 * `Message` (`draft.ts`), which `worded` then says in the language of the reader.
 */
import type { Expr } from '../expression/expr.ts'
import type { Path } from '../expression/path.ts'
import type { CurveOptions, PlotOptions } from '../plot/options.ts'
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
export interface LineOfWork<I = Inline> {
  readonly expr: Expr
  /** How it follows from the line before: equal to it, unless said. */
  readonly relation?: 'iff' | 'implies'
  /** Parts of `expr` that are new in this line. */
  readonly changed: readonly Path[]
  /** What the reader calls the step: `power rule`, `calculation`. */
  readonly reason: readonly I[]
  /** Why it is so, in a sentence. */
  readonly sentence: readonly I[]
  /** What had to be carried: `x != 0`. */
  readonly conditions: readonly Expr[]
  /** The single steps that make the line up, where there are several. */
  readonly within?: readonly LineOfWork<I>[]
}

/** A piece of a section. */
export type Block<I = Inline> =
  | { readonly kind: 'paragraph'; readonly text: readonly I[] }
  | {
      readonly kind: 'formula'
      readonly left?: Expr | Name
      readonly relation?: string
      readonly right: Expr
    }
  | { readonly kind: 'work'; readonly from: Expr; readonly lines: readonly LineOfWork<I>[] }
  | { readonly kind: 'list'; readonly items: readonly (readonly I[])[] }
  | {
      readonly kind: 'table'
      readonly header: readonly (readonly I[])[]
      readonly rows: readonly (readonly I[])[][]
    }
  | Code
  | Picture<I>
  | Group<I>

/** The source of a program. */
export interface Code {
  readonly kind: 'code'
  /** As code blocks name it: `javascript`, `python`. */
  readonly language: string
  readonly text: string
}

/** A picture by what it shows; each renderer draws it in its own way. */
export interface Picture<I = Inline> {
  readonly kind: 'picture'
  /** Stable within the article, for the name of a file: `function`. */
  readonly id: string
  readonly caption: readonly I[]
  readonly curves: readonly CurveOptions[]
  readonly options: PlotOptions
}

/** Blocks under a title of their own that a reader may pass over: a use, another road to the derivative. */
export interface Group<I = Inline> {
  readonly kind: 'group'
  /** Stable within the section, for links. */
  readonly id: string
  readonly title: readonly I[]
  readonly blocks: readonly Block<I>[]
  /** Not shown until asked for, where that is possible. */
  readonly folded?: boolean
}

/** How a statement is known; `unknown` where a section only says that nothing was found. */
export type Known = 'proved' | 'enclosed' | 'measured' | 'read' | 'unknown'

/** A part of the article that stands by itself. */
export interface Section<I = Inline> {
  /** Stable, for links: `derivative`. */
  readonly id: string
  readonly title: readonly I[]
  readonly known: Known
  readonly blocks: readonly Block<I>[]
}

/** A section that is not there, and why. */
export interface Omission<I = Inline> {
  readonly id: string
  readonly reason: readonly I[]
}

/** What explain writes: independent sections, in order. */
export interface Article<I = Inline> {
  readonly title: readonly I[]
  readonly sections: readonly Section<I>[]
  readonly omitted: readonly Omission<I>[]
  /** The sections that were perhaps only not found for lack of time: `other-forms`. */
  readonly unfinished?: readonly string[]
}
