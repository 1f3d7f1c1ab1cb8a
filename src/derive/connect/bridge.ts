/**
 * From one term to another with the same key: a calculation, made as far inside as it can be. A
 * calculation that would bring in terms that cancel is what a reader calls "add and subtract".
 */
import { call, type Expr, isCall, negate, same } from '../../expression/expr.ts'
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
  const part = changedOperands(a, b, setting)
  if (part) calculate(work, [...path, part.entry], part.from, part.to, setting)
  else calculate(work, path, a, b, setting)
}

/** The operands in the middle that change, where those before and after them stay. */
function changedOperands(
  a: Expr,
  b: Expr,
  { canon }: Setting,
): { entry: readonly number[]; from: Expr; to: Expr } | undefined {
  if (a.kind !== 'call' || b.kind !== 'call' || a.head !== b.head || !GATHERING.has(a.head)) return undefined
  const [n, m] = [a.args.length, b.args.length]
  const stays = (i: number, j: number): boolean => same(a.args[i] as Expr, b.args[j] as Expr)
  let [start, end] = [0, 0]
  while (start < Math.min(n, m) && stays(start, start)) start += 1
  while (end < Math.min(n, m) - start && stays(n - 1 - end, m - 1 - end)) end += 1
  while (n - start - end < 2 || m - start - end < 1) {
    if (end > 0) end -= 1
    else if (start > 0) start -= 1
    else return undefined
  }
  if (start + end === 0) return undefined
  const [old, fresh] = [a.args.slice(start, n - end), b.args.slice(start, m - end)]
  if (fresh.length === 1 && isCall(fresh[0] as Expr, a.head)) return undefined // it would lose its brackets
  const from = call(a.head, old)
  const to = fresh.length === 1 ? (fresh[0] as Expr) : call(b.head, fresh)
  return canon.same(from, to) ? { entry: old.map((_, k) => start + k), from, to } : undefined
}
const GATHERING: ReadonlySet<string> = new Set(['add', 'multiply'])

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
