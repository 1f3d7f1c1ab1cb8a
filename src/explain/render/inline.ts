/** Formulas, names and rows of terms within a sentence. */
import type { Expr } from '../../expression/expr.ts'
import { print } from '../../syntax/index.ts'
import type { Related, Sign } from '../article.ts'
import type { Name } from '../name.ts'

const LATEX: Readonly<Record<Sign, string>> = {
  '<': '<',
  '<=': '\\le',
  '=': '=',
  '>': '>',
  '>=': '\\ge',
  '->': '\\to',
}

/** The formula in either notation. */
export function formulaIn(part: Expr | Name | Related, notation: 'plain' | 'latex'): string {
  if ('related' in part) {
    return part.related
      .map((one) => {
        if (typeof one === 'string') return notation === 'latex' ? LATEX[one] : one
        return formulaIn(one, notation)
      })
      .join(' ')
  }
  return 'plain' in part ? part[notation] : print(part, notation)
}
