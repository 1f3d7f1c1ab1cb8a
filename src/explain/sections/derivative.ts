/** The derivative, line by line. */
import { type Expr, symbol } from '../../expression/expr.ts'
import type { Built } from '../draft.ts'
import type { Subject } from '../subject.ts'
import { type Message, say } from '../wording/message.ts'
import { linesOfWork } from '../work.ts'

function titleOf(order: number, x: Expr): Message {
  if (order === 1) return say('derivative.title', { x })
  if (order === 2) return say('derivative.second', { x })
  if (order === 3) return say('derivative.third', { x })
  return say('derivative.higher', { order: String(order), x })
}

export function derivativeSection({ derivation, detail, order, variable }: Subject): Built {
  return {
    id: 'derivative',
    title: [titleOf(order, symbol(variable))],
    known: 'proved',
    blocks: [{ kind: 'work', from: derivation.from, lines: linesOfWork(derivation, detail) }],
  }
}
