/** Where variables lie, read off conditions: x > 0 and x <= 3 is the range 0..3; what is no range is asked point by point. */
import { type Condition, MIRRORED } from '../../expression/condition.ts'
import { CONSTANTS, type Expr, freeSymbols, isCall } from '../../expression/expr.ts'
import { runner } from '../run.ts'
import { programOf } from './candidate.ts'
import type { Between } from './samples.ts'

/** The ranges that the conditions give; all conditions hold at once. */
export function rangesOf(conditions: readonly Condition[]): Map<string, Between> {
  const ranges = new Map<string, Between>()
  const narrow = (name: string, { from, to }: Between): void => {
    const known = ranges.get(name) ?? EVERYWHERE
    ranges.set(name, { from: Math.max(from, known.from), to: Math.min(to, known.to) })
  }
  for (const condition of conditions.flatMap(conjuncts)) {
    if (condition.kind !== 'call' || condition.args.length !== 2) continue
    const [a, b] = condition.args as [Expr, Expr]
    bound(condition.head, a, b, narrow)
    bound(MIRRORED.get(condition.head) ?? '', b, a, narrow)
  }
  return ranges
}

const EVERYWHERE: Between = { from: -Infinity, to: Infinity }

/** The conditions of which this one is made. */
export const conjuncts = (condition: Condition): readonly Condition[] =>
  condition.kind === 'call' && condition.head === 'and' ? condition.args.flatMap(conjuncts) : [condition]

function bound(head: string, a: Expr, b: Expr, narrow: (name: string, range: Between) => void): void {
  const size = isCall(a, 'abs') ? (a.args[0] as Expr) : undefined
  const letter = size ?? a
  if (letter.kind !== 'symbol' || CONSTANTS.has(letter.name) || !isClosed(b)) return
  const value = closedValue(b)
  if (head === '=' && !size) narrow(letter.name, { from: value, to: value })
  if (head === '<' || head === '<=') narrow(letter.name, { from: size ? -value : -Infinity, to: value })
  if ((head === '>' || head === '>=') && !size) narrow(letter.name, { from: value, to: Infinity })
}

const isClosed = (u: Expr): boolean => freeSymbols(u).every((name) => CONSTANTS.has(name))

function closedValue(u: Expr): number {
  const program = programOf(u, [])
  return runner(program)([])[program.outputs[0] as number] as number
}
