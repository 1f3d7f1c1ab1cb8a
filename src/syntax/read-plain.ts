/** The shortest way from plain text to a term: what rule tables and the trusted core use. */
import type { Expr } from '../expression/expr.ts'
import { named } from './application.ts'
import { PLAIN } from './plain.ts'
import { Reader, type Setting } from './reader.ts'
import { arrange } from './tokens.ts'

const PLAIN_SETTING: Setting = { notation: PLAIN, named, names: new Map() }
const PATTERN_SETTING: Setting = {
  ...PLAIN_SETTING,
  heads: new Set(['sum', 'prod', 'defined', 'continuous', 'interior']),
}

/**
 * The term that a rule table writes in plain notation. Letters may end in `_` (`v_` stands for
 * a list), D(u) means D(u, x), and products are written with `*`.
 *
 * @example
 * ```ts
 * print(parsePattern('D(u*v)')) // → 'd/dx(u*v)'
 * ```
 */
export function parsePattern(text: string): Expr {
  return new Reader(PLAIN.tokens(text), PATTERN_SETTING, text.length).formula()
}

/** The term that plain text without definitions writes. */
export function readPlain(text: string): Expr {
  const tokens = arrange(PLAIN.tokens(text), () => false, () => {})
  return new Reader(tokens, PLAIN_SETTING, text.length).formula()
}
