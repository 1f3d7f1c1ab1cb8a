/** Fewer functions: defined ones are opened, inverse ones cancelled, hyperbolic ones written with exponentials. */
import { type Expr, isCall } from '../../expression/expr.ts'
import type { Path } from '../../expression/path.ts'
import { definition } from '../../functions/index.ts'
import { compiledRule } from '../../rules/compile.ts'
import { changeLeaves, leavesAt } from './leaves.ts'
import type { Working } from './working.ts'

/** Writes out every function of the variable that is a name for a formula. */
export function openDefinitions(w: Working, path: Path): boolean {
  const u = w.at(path)
  if (u.kind !== 'call' || !w.varies(u)) return true
  const row = definition(u.head)
  if (row) {
    const letters = Object.fromEntries(row.letters.map((letter, i) => [letter, u.args[i] as Expr]))
    return w.rule(`definition of ${u.head}`, path, letters) && openDefinitions(w, path)
  }
  if (isCall(u, 'piecewise') || isCall(u, 'D')) return true
  return u.args.every((_, i) => openDefinitions(w, [...path, i]))
}

/** Takes away what undoes itself: tan(atan(u)) is u. */
export function cancelInverses(w: Working, path: Path): boolean {
  const u = w.at(path)
  if (u.kind !== 'call' || !w.varies(u)) return false
  if (u.args.some((_, i) => cancelInverses(w, [...path, i]))) return true
  const [inner] = u.args
  if (inner?.kind !== 'call') return false
  const rule = compiledRule(`${u.head} of ${inner.head}`)
  return rule !== undefined && w.rule(rule.rule.name, path, { u: inner.args[0] as Expr }, { strict: true })
}

/** sinh, cosh and tanh by exponentials, where several leaves stand in the way. */
export function byExponentials(w: Working, path: Path): boolean {
  if (leavesAt(w, path).length < 2) return false
  return changeLeaves(w, path, (at, leaf) => {
    const isHyperbolic = leaf.kind === 'call' && ['sinh', 'cosh', 'tanh'].includes(leaf.head)
    if (!isHyperbolic) return false
    const u = leaf.args[0] as Expr
    return w.rule(`${leaf.head} by exponentials`, at, { u })
  })
}
