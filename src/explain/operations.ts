/** What it takes to work a formula out: its operations, each part that occurs twice taken once. */
import { type Expr, isCall } from '../expression/expr.ts'
import { isInteger } from '../expression/rational.ts'
import type { Said } from './draft.ts'
import { listed } from './wording/lists.ts'
import { type Message, say } from './wording/message.ts'
import { inWords } from './wording/worded.ts'

/** How often each kind of operation is needed, in the order in which they are met. */
export type Operations = ReadonlyMap<string, number>

/** Kinds of operations by the head of the term; every other head is a function, called by its name. */
const KINDS = new Map([
  ['multiply', 'multiplication'],
  ['divide', 'division'],
  ['exp', 'exponential'],
  ['log', 'logarithm'],
  ['sqrt', 'square-root'],
])

const ARITHMETIC: ReadonlySet<string> = new Set([
  'addition',
  'subtraction',
  'multiplication',
  'division',
  'square',
  'integer-power',
  'sign',
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
      if (!inSum && part.args[0]?.kind === 'call') count('sign')
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
    else count(KINDS.get(part.head) ?? part.head, isCall(part, 'multiply') ? operands : 1)
    for (const arg of part.args) visit(arg)
  }
  visit(u)
  return counts
}

function powerKind(n: Expr): string {
  if (n.kind !== 'number' || !isInteger(n.value)) return 'power'
  return n.value.num === 2n ? 'square' : 'integer-power'
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

const NUMBERS = ['two', 'three', 'four', 'five', 'six'] as const

/**
 * The operations in words: one multiplication and one subtraction.
 */
export const operationsSaid = (operations: Operations): Said =>
  operations.size === 0
    ? say('operation.none')
    : listed([...operations].map(([kind, times]) => operationSaid(kind, times)))

const WORDED = [
  'addition',
  'subtraction',
  'multiplication',
  'division',
  'square',
  'integer-power',
  'power',
  'sign',
  'exponential',
  'logarithm',
  'square-root',
] as const

function operationSaid(kind: string, times: number): Message {
  const word = NUMBERS[times - 2]
  const count = word ? say(`operation.${word}`) : String(times)
  const known = WORDED.find((one) => one === kind)
  if (known) return times === 1 ? say(`operation.${known}`) : say(`operation.${known}s`, { count })
  return times === 1 ? say('operation.value', { name: kind }) : say('operation.values', { count, name: kind })
}

/** The operations in words, in English. */
export const operationsInWords = (operations: Operations): string =>
  inWords([operationsSaid(operations)]).join('')
