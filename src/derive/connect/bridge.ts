/**
 * From one term to another with the same key: a calculation, made as far inside as it can be. A
 * calculation that would bring in terms that cancel is what a reader calls "add and subtract".
 */
import { type Expr, isCall, negate, same } from '../../expression/expr.ts'
import { type Path, partAt } from '../../expression/path.ts'
import { compareRationals, ZERO } from '../../expression/rational.ts'
import { asSum, productTerm } from '../view.ts'
import { opened } from './neat/sum.ts'
import type { Setting } from './setting.ts'
import { type Change, DeadEnd, Work } from './work.ts'

/** a becomes b. */
export function bridge(a: Expr, b: Expr, setting: Setting): Change {
  const work = new Work(a)
  if (!setting.canon.same(a, b)) throw new DeadEnd('no calculation leads there')
  cross(work, [], b, setting)
  return work
}

function cross(work: Work, path: Path, b: Expr, setting: Setting): void {
  const a = partAt(work.to, path) as Expr
  if (same(a, b)) return
  const { canon } = setting
  if (a.kind === 'call' && b.kind === 'call' && a.head === b.head && a.args.length === b.args.length) {
    const isAlike = a.args.every((arg, i) => canon.same(arg, b.args[i] as Expr))
    if (isAlike) {
      for (const [i, arg] of b.args.entries()) cross(work, [...path, i], arg, setting)
      return
    }
  }
  calculate(work, path, a, b, setting)
}

/** One step from a to b, which have the same key. */
function calculate(work: Work, path: Path, a: Expr, b: Expr, { canon }: Setting): void {
  const known = canon.vocabulary(a)
  const invents = [...canon.vocabulary(b)].some((key) => !known.has(key))
  const r = cancelling(b, canon)
  if (r && (invents || !cancelling(a, canon))) work.rule('add and subtract', path, { u: a, r }, b)
  else if (!invents) work.calculate(path, b)
  else throw new DeadEnd('a calculation adds no new symbols')
}

/** What is both added and subtracted in the sum u: the subtracted operand in which the first such term stands. */
export function cancelling(u: Expr, canon: Setting['canon']): Expr | undefined {
  const operands = isCall(u, 'add') ? u.args : [u]
  const addends = operands.flatMap((operand) =>
    opened(asSum(operand)).map((term) => ({ operand, term: productTerm(term) })),
  )
  for (const [i, v] of addends.entries()) {
    for (const w of addends.slice(0, i)) {
      const ratio = canon.ratio(w.term, v.term)
      if (!ratio || compareRationals(ratio, ZERO) > 0) continue
      const negative = [v, w].find(({ operand }) => isCall(operand, 'negate')) ?? v
      return isCall(negative.operand, 'negate') ? (negative.operand.args[0] as Expr) : negate(negative.term)
    }
  }
  return undefined
}
