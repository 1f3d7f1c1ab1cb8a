/**
 * Lines that are statements: an equation, another relation, or several joined by `and` and `or`.
 *
 * A relation is *true* at a point where both its sides are defined and stand in it; `p and q` where
 * both are true, `p or q` where at least one is. So an undefined side makes a relation not true, and
 * `log(x) = y` is true exactly where `x = e^y` is.
 *
 * A step replaces one part of a line. Either a statement, by a rule about statements (`iff`; `implies`
 * for a rule that is read one way only). Truth grows with the parts of `and` and `or`, so it does not
 * matter how deep the part lies; where it stands in an `and`, the relations beside it may be used,
 * for where they are not true neither line is. Or a quantity, by a rule that keeps value and domain:
 * the truth of the line stays the same (`equals`).
 *
 * A rule may bring in a letter for a whole number: sin(x) = 0 where x = pi*n for some whole n. Its
 * line is true where it is for some whole values of the letters that were brought in. That is why such
 * a letter must be new, and no condition may mention it.
 */
import { type Condition, isCondition } from '../expression/condition.ts'
import type { Derivation, Step } from '../expression/derivation.ts'
import { type CallNode, type Expr, mentions } from '../expression/expr.ts'
import { compiledRule } from '../rules/compile.ts'
import { demand } from './fault.ts'

const JOINS: ReadonlySet<string> = new Set(['and', 'or'])
/** What holds of a line says nothing of what is below: a branch not chosen, a derivative, a statement about a term. */
export const CLOSED: ReadonlySet<string> = new Set(['piecewise', 'D', 'at', 'defined', 'interior'])

/** May this step be made in a line that is a statement? Throws the Fault if not. */
export function checkStatement({ rule: name, relation, ...step }: Step, line: Expr, all: Derivation): void {
  const rule = name === null ? undefined : compiledRule(name)
  const isJoined = heads(line, step.path).every((head) => JOINS.has(head))
  const isClosed = heads(line, step.path).some((head) => CLOSED.has(head))
  demand(
    !isClosed && (relation === 'equals' || isJoined),
    'no step in a statement may go where this path leads',
  )
  demand(isCondition(step.before) === isCondition(step.after), 'a statement must give way to a statement')
  demand(!rule || rule.twoWay === (relation !== 'implies'), 'the rule does not give that relation')
  for (const [letter, kind] of Object.entries(rule?.rule.where ?? {})) {
    if (kind !== 'new whole number') continue
    const name = (step.letters[letter] as { name?: string } | undefined)?.name ?? ''
    const known = [line, all.from, ...all.assuming, ...all.conditions].some((u) => mentions(u, name))
    demand(!known && step.direction === 'forward', `${letter} must be a letter that is brought in here`)
  }
}

/** The heads on the way to the part. */
function heads(line: Expr, path: Step['path']): string[] {
  const passed: string[] = []
  let u: Expr | undefined = line
  for (const entry of path) {
    if (u?.kind !== 'call') break
    passed.push(u.head)
    u = typeof entry === 'number' ? u.args[entry] : undefined
  }
  return passed
}

/** The relations that stand beside operand `entry` of an `and`. */
export const saidBeside = ({ args }: CallNode, entry: number): Condition[] =>
  args.filter((_, i) => i !== entry).flatMap(relationsIn)

const relationsIn = (u: Condition): Condition[] => {
  if (u.kind !== 'call' || u.head === 'or') return []
  return u.head === 'and' ? u.args.flatMap(relationsIn) : [u]
}
