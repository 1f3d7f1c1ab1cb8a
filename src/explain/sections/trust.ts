/** How each line is known: what was replayed, and what that rests on. */
import type { Step } from '../../expression/derivation.ts'
import { ruleNamed, tableOf } from '../../rules/book.ts'
import { type Built, type DraftBlock, paragraph, type Said } from '../draft.ts'
import type { Subject } from '../subject.ts'
import { type Message, say } from '../wording/message.ts'
import { ruleSaid, tableSaid } from '../wording/rules.ts'

export function trustSection({ derivation: { steps } }: Subject): Built {
  const names = [...new Set(steps.flatMap((step) => (step.rule === null ? [] : [step.rule])))]
  const items = names.map((name) => [ruleItem(name, steps.filter((step) => step.rule === name).length)])
  const rests: DraftBlock[] =
    items.length === 0
      ? [paragraph(say('trust.arithmetic'))]
      : [paragraph(say('trust.rules')), { kind: 'list', items }]
  return {
    id: 'trust',
    title: [say('trust.title')],
    known: 'proved',
    blocks: [paragraph(say('trust.replayed'), ' ', counted(steps)), ...rests],
  }
}

/** How many steps there were, and how many of them were arithmetic. */
function counted(steps: readonly Step[]): Message {
  const count = String(steps.length)
  const arithmetic = steps.filter((step) => step.rule === null).length
  if (steps.length === 1) return say('trust.step')
  if (arithmetic === 0 || arithmetic === steps.length) return say('trust.steps', { count })
  return say('trust.steps-some', { count, arithmetic: String(arithmetic) })
}

/** The rule, its form, its table, and how often it was used. */
function ruleItem(name: string, times: number): Said {
  const rule = ruleNamed(name)
  const table = tableOf(name)
  const said = {
    rule: ruleSaid(name, 'name', rule?.name ?? name),
    form: { code: rule?.form ?? '' },
    table: table ? tableSaid(table.title) : '',
  }
  return times === 1 ? say('trust.rule', said) : say('trust.rule-times', { ...said, times: String(times) })
}
