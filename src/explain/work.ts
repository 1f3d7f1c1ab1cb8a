/** A derivation as the lines an article shows: what changed, by which rule, and why. */

import { isCondition } from '../expression/condition.ts'
import type { Derivation, Step } from '../expression/derivation.ts'
import { type Expr, same } from '../expression/expr.ts'
import type { Path } from '../expression/path.ts'
import { ruleNamed } from '../rules/book.ts'
import type { Rule } from '../rules/rule.ts'
import type { Inline, LineOfWork } from './article.ts'
import { type Detail, type ShownLine, shownLines } from './lines.ts'

/** The lines of work of a derivation; `nested` shows the single steps within each line, `kept` is shown in any case. */
export const linesOfWork = (derivation: Derivation, detail: Detail, kept?: Expr): LineOfWork[] =>
  shownLines(derivation, detail === 'every' ? 'every' : 'main', kept).map((line) => ({
    ...lineOfWork(line),
    ...(detail === 'nested' && line.steps.length > 1 ? { within: singly(line) } : {}),
  }))

const singly = (line: ShownLine): LineOfWork[] =>
  shownLines({ from: line.before, steps: line.steps }, 'every').map(lineOfWork)

function lineOfWork({ before, after, head, times, steps }: ShownLine): LineOfWork {
  return {
    expr: after,
    ...relationOf(after, steps),
    changed: changedPaths(before, after),
    reason: `${reasonOf(head)}${times > 1 ? ` (${times} times)` : ''}`,
    sentence: sentenceOf(head),
    conditions: steps.flatMap((step) => step.conditions),
  }
}

/** A statement is replaced by one that says the same, or by one that only follows. */
function relationOf(after: Expr, steps: readonly Step[]): Pick<LineOfWork, 'relation'> {
  if (!isCondition(after)) return {}
  return { relation: steps.some((step) => step.relation === 'implies') ? 'implies' : 'iff' }
}

/** What the step is called: the rule's name in the direction it is read, and the chain rule where it acts. */
function reasonOf(step: Step): string {
  if (step.rule === null) return 'calculation'
  const rule = ruleNamed(step.rule)
  const name = (step.direction === 'backward' ? rule?.back?.name : rule?.name) ?? step.rule
  return rule && actsByChainRule(rule, step) ? `${name}, chain rule` : name
}

const actsByChainRule = (rule: Rule, { letters }: Step): boolean => {
  const u = letters.u as Expr | undefined
  return rule.chain === true && u?.kind === 'call'
}

/** The rule's sentence with the letters filled in. */
function sentenceOf(step: Step): Inline[] {
  if (step.rule === null) return ['Arithmetic, order and like terms.']
  const rule = ruleNamed(step.rule)
  const say = (step.direction === 'backward' ? rule?.back?.say : rule?.say) ?? ''
  const parts = say.split(/\{(\w+)\}/)
  return parts.flatMap((text, i): Inline[] => {
    if (i % 2 === 0) return text === '' ? [] : [text]
    const letter = step.letters[text]
    if (!letter || Array.isArray(letter)) return [text]
    const touches = /[\^*/-]$/.test(parts[i - 1] ?? '') || /^[\^*/]/.test(parts[i + 1] ?? '')
    return touches && isOpen(letter as Expr) ? ['(', letter as Expr, ')'] : [letter as Expr]
  })
}

const OPEN: ReadonlySet<string> = new Set(['add', 'negate', 'multiply', 'divide', 'power', 'exp'])

/** Does u need brackets beside a sign of the sentence? */
const isOpen = (u: Expr): boolean => u.kind === 'call' && OPEN.has(u.head)

/** The smallest parts of `after` that differ from `before`; none where the whole line does. */
function changedPaths(before: Expr, after: Expr): Path[] {
  const paths = differences(before, after)
  return paths.some((path) => path.length === 0) ? [] : paths
}

function differences(before: Expr, after: Expr): Path[] {
  if (same(before, after)) return []
  if (before.kind !== 'call' || after.kind !== 'call') return [[]]
  const alike = before.head === after.head && before.args.length === after.args.length
  const shared = alike && after.args.some((arg, i) => same(arg, before.args[i] as Expr))
  const only = alike && after.args.length === 1
  if (!shared && !only) return [[]]
  return after.args.flatMap((arg, i) => differences(before.args[i] as Expr, arg).map((path) => [i, ...path]))
}
