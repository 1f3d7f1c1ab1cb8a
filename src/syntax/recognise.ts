/**
 * Which notation a text is in, by signs that only one of them has. Strings and remarks of scripts
 * are not looked at: a MATLAB legend may hold LaTeX.
 */

import { OgeeError } from '../expression/error.ts'
import { quoted } from './errors.ts'

/** A notation that formulas are read in. */
export type ReadNotation = 'plain' | 'unicode' | 'latex' | 'matlab' | 'python' | 'javascript' | 'mathjson'

/** The error for a notation that does not exist. */
export const noSuchNotation = (name: string, names: readonly string[]): OgeeError =>
  new OgeeError('E411', `${quoted(String(name))} is no notation`, undefined, `one of ${names.join(', ')}`)

const STRINGS = /(?<![\w)\]'.])'[^'\n]*'|"[^"\n]*"/g
const LATEX = /\\[A-Za-z([]|\$[^$]*\$|\^\{|_\{(?![A-Za-z0-9]+\})/

const SIGNS: readonly (readonly [ReadNotation, RegExp])[] = [
  [
    'matlab',
    /\.[*^/]|@\s*\(|^[^\S\n]*%|;\s*%|\.\.\.|~=|\bhold on\b|(?<![.\w])(?:linspace|nthroot|piecewise)\(|^[^\S\n]*syms\s|=\s*-?[\w.]+:-?[\w.]/m,
  ],
  [
    'python',
    /\b(?:np|numpy|math|torch|jnp|jax|tf|scipy|special|F|sp|sympy|stats|norm|nn)\.[A-Za-z]|\blambda\b[\w\s,=.]{0,200}:|^[^\S\n]*(?:def|import|from)\s|^[^\S\n]*#|^[^\S\n]*\w+[^\S\n]*=[^=\n].*\s#\s/m,
  ],
  ['javascript', /\bMath\.[A-Za-z]|=>|\b(?:const|let|var|function|return)\s|[=!]==|&&|\/\//],
]
/** `a if c else b` without the braces of plain notation. */
const hasConditional = (text: string): boolean => {
  const first = text.search(/\sif\s/)
  return first >= 0 && text.indexOf(' else ', first) > first && !/[{}]/.test(text)
}
const CONDITIONAL_JAVASCRIPT = /\?[^?]*:/

/** The notation that the text is most likely in. */
export function recognised(text: string): ReadNotation {
  if (/^\s*(?:"\w*"\s*$|\[\s*"|\{\s*"(?:num|sym|fn)"\s*:)/.test(text)) return 'mathjson'
  const code = text.replace(STRINGS, '""')
  const found = SIGNS.find(([, signs]) => signs.test(code))?.[0]
  if (found && !/\\[A-Za-z]{2}/.test(code)) return found
  if (LATEX.test(text)) return 'latex'
  if (hasConditional(code)) return 'python'
  return CONDITIONAL_JAVASCRIPT.test(code) ? 'javascript' : 'plain'
}
