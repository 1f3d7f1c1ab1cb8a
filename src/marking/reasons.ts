/**
 * Reasons written beside a line: "(product rule)", "by the chain rule". A reason is only refused where it
 * cannot be one: the product rule needs a product of two parts that both depend on the variable.
 */
import { type Expr, isCall, mentions } from '../expression/expr.ts'
import { opened } from '../rules/forms.ts'
import type { WrongReason } from './marking.ts'

interface Reason {
  readonly name: string
  readonly words: RegExp
  /** Could the rule act on this call, by the variable? */
  readonly acts: (head: string, args: readonly Expr[], x: string) => boolean
}

const varying = (args: readonly Expr[], x: string): readonly Expr[] => args.filter((arg) => mentions(arg, x))
const isVariable = (u: Expr): boolean => u.kind === 'symbol'
const ARITHMETIC: ReadonlySet<string> = new Set(['add', 'multiply', 'negate', 'D', 'at'])

const REASONS: readonly Reason[] = [
  {
    name: 'product rule',
    words: /product rule/i,
    // A power with a whole exponent is a product too.
    acts: (head, args, x) =>
      ((head === 'multiply' || head === 'divide') && varying(args, x).length > 1) ||
      (head === 'power' && args[1]?.kind === 'number' && mentions(args[0] as Expr, x)),
  },
  {
    name: 'quotient rule',
    words: /quotient rule/i,
    acts: (head, args, x) =>
      (head === 'divide' && mentions(args[1] as Expr, x)) ||
      head === 'tan' ||
      (head === 'power' && mentions(args[0] as Expr, x)),
  },
  {
    name: 'chain rule',
    words: /chain rule/i,
    acts: (head, args, x) => !ARITHMETIC.has(head) && varying(args, x).some((arg) => !isVariable(arg)),
  },
  {
    name: 'power rule',
    words: /power rule/i,
    acts: (head, args, x) =>
      head === 'sqrt' ||
      head === 'divide' ||
      (head === 'power' && mentions(args[0] as Expr, x)) ||
      (head === 'multiply' && varying(args, x).length > 1),
  },
  { name: 'sum rule', words: /sum rule/i, acts: (head) => head === 'add' },
]

/** A reason beside a derivative that cannot act in it, with those that do. */
export function wrongReason(said: string | undefined, from: Expr): WrongReason | undefined {
  const named = said === undefined ? [] : REASONS.filter(({ words }) => words.test(said))
  const derivative = derivativeIn(from)
  if (named.length === 0 || !derivative) return undefined
  const [body, x] = derivative
  const acting = REASONS.filter((reason) => canAct(reason, body, x)).map(({ name }) => name)
  const wrong = named.find(({ name }) => !acting.includes(name))
  return wrong && acting.length > 0 ? { said: wrong.name, acting } : undefined
}

function derivativeIn(u: Expr): readonly [Expr, string] | undefined {
  if (u.kind !== 'call') return undefined
  const [body, x] = u.args
  if (isCall(u, 'D') && body && x?.kind === 'symbol') return [body, x.name]
  for (const arg of u.args) {
    const found = derivativeIn(arg)
    if (found) return found
  }
  return undefined
}

function canAct(reason: Reason, u: Expr, x: string): boolean {
  if (u.kind !== 'call') return false
  const form = opened(u)
  return (
    reason.acts(u.head, u.args, x) ||
    u.args.some((arg) => canAct(reason, arg, x)) ||
    (form !== undefined && canAct(reason, form, x))
  )
}
