/**
 * The order in which ways to solve are tried. Each changes the statement at a place into one nearer to
 * `x = …`, or does nothing; after a change all are tried again, so the order is the only strategy.
 */
import { type Expr, isCall, same } from '../../expression/expr.ts'
import type { Path } from '../../expression/path.ts'
import { comparedOperands, fewerAngles } from './angles.ts'
import { isNowhere } from './branches.ts'
import { twoCases } from './cases.ts'
import { joinExponentials } from './exponentials.ts'
import { commonFactor, splitProduct } from './factoring.ts'
import { byExponentials, cancelInverses, openDefinitions } from './functions.ts'
import { isolate, undoPiecewise } from './isolate.ts'
import { leavesAt } from './leaves.ts'
import { compareLogarithms, joinLogarithms } from './logarithms.ts'
import { polish } from './polish.ts'
import { clearFractions, rationalEquation } from './polynomial.ts'
import { aloneRoot, joinRoots } from './radicals.ts'
import { facing } from './sides.ts'
import { sidesAt, type Working } from './working.ts'

/** Solves the statement at `path` as far as it can be. */
export function search(w: Working, path: Path, seen: readonly Expr[] = []): void {
  const u = w.at(path)
  if (isCall(u, 'and') || isCall(u, 'or')) {
    for (const i of u.args.keys()) search(w, [...path, i], seen)
    return
  }
  if (!isCall(u, '=') || !w.varies(u) || seen.length > DEEPEST || isNowhere(sidesAt(w, path)[1])) return
  if (isSolved(w, path)) {
    polish(w, [...path, 1])
    return
  }
  const before = [...seen, u]
  if (WAYS.some((way) => progress(w, path, way, before))) search(w, path, before)
}

const DEEPEST = 24

/** Does the way lead to something that was not there before? */
const progress = (w: Working, path: Path, way: Way, seen: readonly Expr[]): boolean =>
  w.attempt(() => way(w, path) && !seen.some((u) => same(u, w.at(path))))

/** Is the equation at `path` of the form x = v, v free of x? */
function isSolved(w: Working, path: Path): boolean {
  const [left, right] = sidesAt(w, path)
  return left.kind === 'symbol' && left.name === w.variable && !w.varies(right)
}

/** The other side in the form a person would leave. */
const polished: Way = (w, path) => {
  const [, right] = sidesAt(w, path)
  return !w.varies(right) && polish(w, [...path, 1])
}

type Way = (w: Working, path: Path) => boolean

const WAYS: readonly Way[] = [
  facing,
  polished,
  openDefinitions,
  cancelInverses,
  comparedOperands,
  isolate,
  splitProduct,
  undoPiecewise,
  joinExponentials,
  joinRoots,
  rational,
  joinLogarithms,
  compareLogarithms,
  commonFactor,
  fewerAngles,
  byExponentials,
  twoCases,
  aloneRoot,
  clearFractions,
]

/** An equation with one leaf, which occurs more than once. */
function rational(w: Working, path: Path): boolean {
  const [t, ...others] = leavesAt(w, path)
  return t !== undefined && others.length === 0 && rationalEquation(w, path, t)
}
