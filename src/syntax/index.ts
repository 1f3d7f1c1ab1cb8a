/** Text ⇄ expression. */
import type { OgeeError } from '../expression/error.ts'
import { OgeeError as Refusal } from '../expression/error.ts'
import type { Expr } from '../expression/expr.ts'
import { PLAIN } from './plain.ts'
import { readIn } from './read.ts'

export { parsePattern } from './pattern.ts'
export { print } from './print.ts'
export { bracketed } from './print-plain.ts'

/** How the text is written; `auto` looks for LaTeX commands. */
export interface ReadingOptions {
  readonly notation?: 'auto' | 'plain' | 'latex'
}

/** The term that `text` writes. */
export function parse(text: string, _options: ReadingOptions = {}): Expr {
  return readIn(PLAIN, text).expr
}

/** The term or the error. */
export function safeParse(
  text: string,
  options: ReadingOptions = {},
): { readonly ok: true; readonly expr: Expr } | { readonly ok: false; readonly error: OgeeError } {
  try {
    return { ok: true, expr: parse(text, options) }
  } catch (error) {
    if (error instanceof Refusal) return { ok: false, error }
    throw error
  }
}
