/** How to show. */
import type { Expr } from '../../expression/expr.ts'
import type { Detail } from '../lines.ts'
import type { Wording } from '../wording/worded.ts'

/** The formats something can be shown in. */
export type Format = 'text' | 'md' | 'html' | 'latex' | 'json'

/** How to show. */
export interface RenderOptions {
  /** No characters beyond ASCII but those of the formula's own names. */
  readonly ascii?: boolean
  /** With the colour codes of a terminal. */
  readonly color?: boolean
  /** The sentences of a language; English by default. An article has its own. */
  readonly wording?: Wording
  /** Columns of the terminal, 80 by default. */
  readonly width?: number
  /** How much of a derivation to show. */
  readonly detail?: Detail
  /** A line of a derivation that is shown in any case. */
  readonly kept?: Expr
  /** With a sentence below each line of a derivation in text that says why it is so. */
  readonly why?: boolean
  /** The file that holds the picture with this id, for Markdown; without it, the picture is drawn in characters. */
  readonly pictureFile?: (id: string) => string | undefined
  /** What a reader may pass over is shown whole, and not folded away. */
  readonly unfolded?: boolean
}
