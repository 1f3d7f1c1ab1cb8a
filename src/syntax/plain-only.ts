/** Reading and printing in plain notation alone, for the small entry point. */
import type { Expr } from '../expression/expr.ts'
import { PLAIN } from './plain.ts'
import { printPlain } from './print-plain.ts'
import { readIn } from './read.ts'

/**
 * The formula that a text in plain notation means. Definitions may stand before it, or be given.
 *
 * @throws OgeeError with a code E1…, the span in the text and a hint.
 * @example
 * ```ts
 * print(parse('2x + 1')) // → '2*x + 1'
 * parse('1/(1+') // ✗ E102
 * ```
 */
export const parse = (
  text: string,
  { definitions = [] }: { readonly definitions?: readonly string[] } = {},
): Expr =>
  readIn(
    PLAIN,
    text,
    definitions.map((own) => [own, PLAIN]),
  ).expr

/**
 * The text in plain notation that reads back as exactly this term.
 *
 * @example
 * ```ts
 * print(parse('1/(1+exp(-x))')) // → '1/(1 + e^-x)'
 * ```
 */
export const print = (u: Expr): string => printPlain(u)
