/** How it is known that a form is the formula: piece by piece, where each is used. */
import { type Condition, distinct } from '../../expression/condition.ts'
import { call, type Expr, isCall } from '../../expression/expr.ts'
import { areEqual } from './equal.ts'
import { conjuncts } from './ranges.ts'

/**
 * `proved`: every piece by `compare`; `enclosed`: by rewrites that hold and exact values at points; `nearly`: with a
 * polynomial in it, to 40 bits at points.
 */
export type Sureness = 'proved' | 'enclosed' | 'nearly'

interface Leaf {
  readonly form: Expr
  readonly where: readonly Condition[]
}

const OPPOSITE: Readonly<Record<string, string>> = { '<': '>=', '<=': '>', '>': '<=', '>=': '<' }

/** What holds where a question is answered with no, as far as that is one condition. */
function denied(question: Condition): readonly Condition[] {
  const head = question.kind === 'call' ? OPPOSITE[question.head] : undefined
  return head !== undefined && question.kind === 'call' ? [call(head, question.args)] : []
}

/** The values that cases choose between, with where they are chosen. */
function* leavesOf(form: Expr, where: readonly Condition[]): Generator<Leaf> {
  if (!isCall(form, 'piecewise')) {
    yield { form, where }
    return
  }
  let here = where
  for (let i = 0; i < form.args.length; i += 2) {
    const [value, question] = [form.args[i] as Expr, form.args[i + 1]]
    yield* leavesOf(value, question ? distinct([...here, ...conjuncts(question)]) : here)
    if (question) here = [...here, ...denied(question)]
  }
}

/** `near` are the forms that hold nearly only. */
export function surenessOf(
  form: Expr,
  u: Expr,
  near: ReadonlySet<Expr>,
  assuming: readonly Condition[],
): Sureness {
  const others = [...leavesOf(form, assuming)].filter((leaf) => leaf.form !== u)
  if (others.some((leaf) => near.has(leaf.form))) return 'nearly'
  return others.every(({ form: leaf, where }) => areEqual(leaf, u, where)) ? 'proved' : 'enclosed'
}
