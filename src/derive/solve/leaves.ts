/**
 * The leaves of a term: what arithmetic with whole powers is done to. 2·e^x + e^(2x)/x has the
 * leaves e^x, e^(2x) and x. An equation with one leaf t is a rational equation for t.
 */
import { type Expr, isCall, same } from '../../expression/expr.ts'
import type { Path } from '../../expression/path.ts'
import { isInteger } from '../../expression/rational.ts'
import type { Working } from './working.ts'

const OPEN: ReadonlySet<string> = new Set(['=', 'add', 'multiply', 'negate', 'divide'])

/** Where the leaves of the part at `path` stand, with repetitions, from left to right. */
export function leafPaths(w: Working, path: Path): Path[] {
  const u = w.at(path)
  if (!w.varies(u) || u.kind === 'number') return []
  if (u.kind === 'symbol') return [path]
  if (OPEN.has(u.head)) return u.args.flatMap((_, i) => leafPaths(w, [...path, i]))
  if (isCall(u, 'power')) {
    const value = w.canon.value(u.args[1] as Expr)
    if (value && isInteger(value)) return leafPaths(w, [...path, 0])
  }
  return [path]
}

/** The different leaves of the part at `path`. */
export function leavesAt(w: Working, path: Path): Expr[] {
  const found: Expr[] = []
  for (const p of leafPaths(w, path)) {
    const leaf = w.at(p)
    if (!found.some((known) => same(known, leaf))) found.push(leaf)
  }
  return found
}

/**
 * Changes leaves one at a time until `change` finds nothing more to do. A change may move what
 * stands beside it, so the leaves are looked for anew each time.
 */
export function changeLeaves(w: Working, path: Path, change: (at: Path, leaf: Expr) => boolean): boolean {
  let changed = false
  for (let again = true; again; ) {
    again = leafPaths(w, path).some((at) => change(at, w.at(at)))
    changed ||= again
  }
  return changed
}
