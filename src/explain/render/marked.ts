/** A line with its new parts marked, as text: ⟦ ⟧ in plain notation, colour in LaTeX. */
import { call, type Expr, isCall } from '../../expression/expr.ts'
import { type Path, partAt, replaceAt } from '../../expression/path.ts'
import { print } from '../../syntax/index.ts'

const MOST_MARKS = 12

/** The text of `u` with the parts at `changed` marked; none where there would be too many. */
export function marked(u: Expr, changed: readonly Path[], notation: 'plain' | 'latex'): string {
  if (changed.length > MOST_MARKS) return print(u, notation)
  return print(changed.reduce(withMark, u), notation)
}

/** In a sum the sign of a term stays outside its mark. */
function withMark(u: Expr, path: Path): Expr {
  const part = partAt(u, path)
  const parent = partAt(u, path.slice(0, -1))
  if (!part || !parent) return u
  const place = isCall(parent, 'add') && isCall(part, 'negate') ? [...path, 0] : path
  const inner = partAt(u, place) as Expr
  return replaceAt(u, place, call('mark', [inner])) ?? u
}
