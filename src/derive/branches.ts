/** Which rule differentiates a piecewise form: a table by the relation in its first question. */

import type { Canon } from '../expression/canonical.ts'
import { OgeeError } from '../expression/error.ts'
import { type CallNode, call, type Expr, mentions, type SymbolNode } from '../expression/expr.ts'
import type { Letters } from '../rules/compile.ts'
import type { Choice } from './choice.ts'

/** With a second branch, without one; `mirrored` if the rule has the sides of the relation exchanged. */
interface Row {
  readonly branches: string
  readonly alone?: string
  readonly mirrored?: true
}

const STRICT: Row = { branches: 'piecewise rule, strict', alone: 'piecewise rule, one branch' }
const WITH_BORDER: Row = {
  branches: 'piecewise rule, with border',
  alone: 'piecewise rule, one branch with border',
}
const BY_RELATION: ReadonlyMap<string, Row> = new Map<string, Row>([
  ['>', STRICT],
  ['<', { ...STRICT, mirrored: true }],
  ['>=', WITH_BORDER],
  ['<=', { ...WITH_BORDER, mirrored: true }],
  ['=', { branches: 'piecewise rule, one point' }],
  [
    '!=',
    {
      branches: 'piecewise rule, all but one point',
      alone: 'piecewise rule, one branch, all but one point',
    },
  ],
])

/** The rule for D of this piecewise form by x, with its letters. */
export function branchRule(u: CallNode, x: SymbolNode, canon: Canon): Choice {
  const [first, question, ...others] = u.args as [Expr, Expr, ...Expr[]]
  const [only] = others
  const rest = others.length > 1 ? call('piecewise', others) : only
  const v: Letters = rest ? { v: rest } : {}
  if (!mentions(question, x.name)) {
    const rule = rest ? 'piecewise rule, fixed question' : 'piecewise rule, one branch, fixed question'
    return { rule, letters: { u: first, c: question, ...v, x } }
  }
  const head = question.kind === 'call' ? question.head : ''
  const operands = question.kind === 'call' ? question.args : []
  if (head === 'and' || head === 'or') return apart(first, head, operands, rest)
  const settled = answered(u, canon)
  if (settled) return settled
  const row = BY_RELATION.get(head)
  const rule = rest ? row?.branches : row?.alone
  if (!row || !rule) throw new OgeeError('E401', 'no rule differentiates a piecewise form with this question')
  const [a, b] = row.mirrored ? [operands[1], operands[0]] : operands
  const letters = { u: first, a: a as Expr, b: b as Expr, ...v, x }
  return { rule, letters }
}

/** A question whether a number is what it is needs no border: the branch that counts is known. */
function answered(u: CallNode, canon: Canon): Choice | undefined {
  const [first, question, ...others] = u.args as [Expr, CallNode, ...Expr[]]
  const [a, b] = question.args as [Expr, Expr]
  if (!BY_RELATION.has(question.head) || !canon.same(a, b)) return undefined
  const rest = others.length > 1 ? call('piecewise', others) : others[0]
  if (['=', '>=', '<='].includes(question.head)) {
    const letters = { u: first, c: question, ...(rest ? { v: rest } : {}) }
    return { rule: rest ? 'first branch' : 'only branch', letters, inside: first }
  }
  const strict = question.head === '>' || question.head === '<'
  if (!rest || !strict) return undefined
  return { rule: 'second branch, strict', letters: { u: first, a, b, v: rest }, inside: rest }
}

/** Two questions in one are asked one after the other. */
function apart(u: Expr, head: 'and' | 'or', parts: readonly Expr[], rest: Expr | undefined): Choice {
  const [c, ...more] = parts as [Expr, ...Expr[]]
  const d = more.length > 1 ? call(head, more) : (more[0] as Expr)
  const last = rest ? [rest] : []
  const inner = call('piecewise', [u, d, ...last])
  const name = head === 'and' ? 'both conditions' : 'either condition'
  return {
    rule: rest ? name : `${name}, one branch`,
    letters: { u, c, d, ...(rest ? { v: rest } : {}) },
    inside: head === 'and' ? call('piecewise', [inner, c, ...last]) : call('piecewise', [u, c, inner]),
  }
}
