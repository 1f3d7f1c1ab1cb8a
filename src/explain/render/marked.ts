/** A line with its new parts marked: ⟦ ⟧ in plain notation, colour in LaTeX, an element of a class in MathML. */
import { call, type Expr, isCall } from '../../expression/expr.ts'
import { type Path, partAt, replaceAt } from '../../expression/path.ts'
import { print } from '../../syntax/index.ts'

const MOST_MARKS = 12

/** u with the parts at `changed` marked; none where there would be too many. */
export const markedTerm = (u: Expr, changed: readonly Path[]): Expr =>
  changed.length > MOST_MARKS ? u : changed.reduce(withMark, u)

/** The text of `u` with its marks. */
export const marked = (u: Expr, changed: readonly Path[], notation: 'plain' | 'latex'): string =>
  print(markedTerm(u, changed), notation)

/** In a sum the sign of a term stays outside its mark. */
function withMark(u: Expr, path: Path): Expr {
  const part = partAt(u, path)
  const parent = partAt(u, path.slice(0, -1))
  if (!part || !parent) return u
  const place = isCall(parent, 'add') && isCall(part, 'negate') ? [...path, 0] : path
  const inner = partAt(u, place) as Expr
  return replaceAt(u, place, call('mark', [inner])) ?? u
}
