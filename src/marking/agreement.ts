/** The largest part that a wrong line has in common with a right one. */
import { Canon } from '../expression/canonical.ts'
import { type Expr, isCall, sumOf } from '../expression/expr.ts'
import { partAt } from '../expression/path.ts'
import { isTotal } from '../rules/forms.ts'
import { pathsIn } from './sites.ts'

/** The largest part of `wrong`, of more than one node, that is also a part of `right` up to calculations. */
export function agreement(right: Expr, wrong: Expr): Expr | undefined {
  const canon = new Canon(isTotal)
  const known = new Set([...pathsIn(right)].map((path) => canon.key(partAt(right, path) as Expr)))
  const shared = [...pathsIn(wrong)]
    .map((path) => partAt(wrong, path) as Expr)
    .filter((part) => part.kind === 'call' && known.has(canon.key(part)))
  const terms = commonTerms(wrong, known, canon)
  return [...(terms?.kind === 'call' ? [terms] : []), ...shared].sort((u, v) => v.size - u.size)[0]
}

/** The terms of a sum that stand in both. */
function commonTerms(wrong: Expr, known: ReadonlySet<number>, canon: Canon): Expr | undefined {
  if (!isCall(wrong, 'add')) return undefined
  const kept = wrong.args.filter((arg) => known.has(canon.key(arg)))
  return kept.length > 0 && kept.length < wrong.args.length ? sumOf(kept) : undefined
}
