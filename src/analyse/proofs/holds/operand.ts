/** A function whose value has the sign of its operand, or is 0 only where that is: by the operand. */
import type { Proof } from '../../../expression/claim.ts'
import { type Condition, nonZero } from '../../../expression/condition.ts'
import { call, type Expr, integer } from '../../../expression/expr.ts'
import { primitive } from '../../../functions/index.ts'
import type { Work } from '../work.ts'
import type { Inequality } from './form.ts'

export function byOperand({ of, claim, strict }: Inequality, work: Work): Proof | undefined {
  if (of.kind !== 'call') return undefined
  const condition = onOperand(of.head, of.args[0] as Expr, strict)
  return condition && work.by('lemma', claim, { conditions: [condition] })
}

function onOperand(head: string, u: Expr, strict: boolean): Condition | undefined {
  const above = (n: number): Condition => call(strict ? '>' : '>=', [u, integer(n)])
  if (head === 'log') return above(1)
  const { sign } = primitive(head) ?? {}
  if (sign === 'that of the operand' || head === 'sqrt') return above(0)
  return sign === '0 only at 0' && strict ? nonZero(u) : undefined
}
