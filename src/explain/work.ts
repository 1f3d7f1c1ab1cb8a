/** A derivation as the lines an article shows: what changed, by which rule, and why. */

import { isCondition } from '../expression/condition.ts'
import type { Derivation, Step } from '../expression/derivation.ts'
import { type Expr, same } from '../expression/expr.ts'
import type { Path } from '../expression/path.ts'
import { ruleNamed } from '../rules/book.ts'
import type { Rule } from '../rules/rule.ts'
import type { DraftLine, Said } from './draft.ts'
import { type Detail, type ShownLine, shownLines } from './lines.ts'
import { type Filling, type Message, say } from './wording/message.ts'
import { ruleSaid } from './wording/rules.ts'

/** The lines of work of a derivation; `nested` shows the single steps within each line, `kept` is shown in any case. */
export const linesOfWork = (derivation: Derivation, detail: Detail, kept?: Expr): DraftLine[] =>
  shownLines(derivation, detail === 'every' ? 'every' : 'main', kept).map((line) => ({
    ...lineOfWork(line),
    ...(detail === 'nested' && line.steps.length > 1 ? { within: singly(line) } : {}),
  }))

const singly = (line: ShownLine): DraftLine[] =>
  shownLines({ from: line.before, steps: line.steps }, 'every').map(lineOfWork)

function lineOfWork({ before, after, head, times, steps }: ShownLine): DraftLine {
  return {
    expr: after,
    ...relationOf(after, steps),
    changed: changedPaths(before, after),
    reason: [times > 1 ? say('work.times', { rule: calledIn(head), times: String(times) }) : calledIn(head)],
    sentence: sentenceOf(head),
    conditions: steps.flatMap((step) => step.conditions),
  }
}

/** A statement is replaced by one that says the same, or by one that only follows. */
function relationOf(after: Expr, steps: readonly Step[]): Pick<DraftLine, 'relation'> {
  if (!isCondition(after)) return {}
  return { relation: steps.some((step) => step.relation === 'implies') ? 'implies' : 'iff' }
}

/** What the step is called: the rule's name in the direction it is read, and the chain rule where it acts. */
function calledIn(step: Step): Message {
  if (step.rule === null) return say('work.calculation')
  const rule = ruleNamed(step.rule)
  const back = step.direction === 'backward' ? rule?.back : undefined
  const called = ruleSaid(step.rule, back ? 'back.name' : 'name', (back ?? rule)?.name ?? step.rule)
  return rule && actsByChainRule(rule, step) ? say('work.by-chain-rule', { rule: called }) : called
}

/** The rules that a derivation uses, by name, each once; arithmetic is none. */
export function rulesOf(derivation: Derivation): Message[] {
  const heads = shownLines(derivation, 'main').map(({ head }) => head)
  const named = heads.filter(({ rule }) => rule !== null).map(calledIn)
  return [...new Map(named.map((called) => [keyOf(called), called])).values()]
}

/** Messages with the same key say the same. */
const keyOf = ({ message, holes }: Message): string => JSON.stringify([message, holes])

const actsByChainRule = (rule: Rule, { letters }: Step): boolean => {
  const u = letters.u as Expr | undefined
  return rule.chain === true && u?.kind === 'call'
}

/** The rule's sentence with the letters filled in. */
function sentenceOf(step: Step): Said[] {
  if (step.rule === null) return [say('work.arithmetic')]
  const rule = ruleNamed(step.rule)
  const isBack = step.direction === 'backward'
  const sentence = isBack ? rule?.back?.say : rule?.say
  if (sentence === undefined) return []
  return [ruleSaid(step.rule, isBack ? 'back.say' : 'say', sentence, fillings(sentence, step))]
}

/** What the letters of a rule stand for, in brackets where they touch a sign of the sentence. */
function fillings(sentence: string, { letters }: Step): Message['holes'] {
  const parts = sentence.split(/\{(\w+)\}/)
  const holes = parts.flatMap((hole, i): [string, Filling][] => {
    const letter = i % 2 === 0 ? undefined : letters[hole]
    if (!letter) return []
    if (Array.isArray(letter)) return [[hole, hole]]
    const touches = /[\^*/-]$/.test(parts[i - 1] ?? '') || /^[\^*/]/.test(parts[i + 1] ?? '')
    return [[hole, touches && isOpen(letter as Expr) ? ['(', letter as Expr, ')'] : (letter as Expr)]]
  })
  return Object.fromEntries(holes)
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
