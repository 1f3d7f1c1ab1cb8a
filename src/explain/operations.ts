/** What it takes to work a formula out: its operations, each part that occurs twice taken once. */
import { type Expr, isCall } from '../expression/expr.ts'
import { isInteger } from '../expression/rational.ts'

/** How often each kind of operation is needed, in the order in which they are met. */
export type Operations = ReadonlyMap<string, number>

/** What heads are called; every other head is a function, called by its name. */
const KINDS: ReadonlyMap<string, string> = new Map([
  ['multiply', 'multiplication'],
  ['divide', 'division'],
  ['exp', 'exponential'],
  ['log', 'logarithm'],
  ['sqrt', 'square root'],
])

const ARITHMETIC: ReadonlySet<string> = new Set([
  'addition',
  'subtraction',
  'multiplication',
  'division',
  'square',
  'integer power',
  'change of sign',
])

/** The operations of the formula. */
export function operationsOf(u: Expr): Operations {
  const counts = new Map<string, number>()
  const seen = new Map<number, Expr>()
  const count = (kind: string, times = 1): void => {
    counts.set(kind, (counts.get(kind) ?? 0) + times)
  }
  const visit = (part: Expr, inSum = false): void => {
    if (part.kind !== 'call') return
    if (isCall(part, 'negate')) {
      if (!inSum && part.args[0]?.kind === 'call') count('change of sign')
      visit(part.args[0] as Expr)
      return
    }
    if (seen.has(part.hash)) return
    seen.set(part.hash, part)
    const operands = part.args.length - 1
    if (isCall(part, 'add')) {
      const minus = part.args.slice(1).filter((term) => isCall(term, 'negate')).length
      if (operands > minus) count('addition', operands - minus)
      if (minus > 0) count('subtraction', minus)
      for (const term of part.args) visit(term, true)
      return
    }
    if (isCall(part, 'power')) count(powerKind(part.args[1] as Expr))
    else count(KINDS.get(part.head) ?? `value of ${part.head}`, isCall(part, 'multiply') ? operands : 1)
    for (const arg of part.args) visit(arg)
  }
  visit(u)
  return counts
}

function powerKind(n: Expr): string {
  if (n.kind !== 'number' || !isInteger(n.value)) return 'power'
  return n.value.num === 2n ? 'square' : 'integer power'
}

/** How many operations there are in all, and how many of them are more than arithmetic. */
export function sizeOf(operations: Operations): { readonly all: number; readonly functions: number } {
  let [all, functions] = [0, 0]
  for (const [kind, times] of operations) {
    all += times
    if (!ARITHMETIC.has(kind)) functions += times
  }
  return { all, functions }
}

const NUMBERS: readonly string[] = ['no', 'one', 'two', 'three', 'four', 'five', 'six']

/**
 * The operations in words.
 *
 * @example
 * ```ts
 * operationsInWords(operationsOf(parse('f*(1-f)'))) // → 'one multiplication and one subtraction'
 * ```
 */
export function operationsInWords(operations: Operations): string {
  const parts = [...operations].map(
    ([kind, times]) => `${NUMBERS[times] ?? times} ${times === 1 ? kind : plural(kind)}`,
  )
  const last = parts.pop() ?? 'nothing'
  return parts.length === 0 ? last : `${parts.join(', ')} and ${last}`
}

const plural = (kind: string): string => (kind.includes(' of ') ? kind.replace(' of', 's of') : `${kind}s`)
