/**
 * The page on the chain rule. It is no row of its own: D(f(u)) = f'(u) D(u) is part of each rule that
 * differentiates an outer function, and derivations name it where u is not the variable.
 */
import { RULE_TABLES } from '../rules/book.ts'
import type { Rule } from '../rules/rule.ts'
import { SCHEMA } from '../verify/certificate.ts'
import { paint } from './paint.ts'

export const CHAIN_RULE = 'chain rule'

const FORM = "D(f(u)) => f'(u)*D(u)"
const SAY =
  'The derivative of the outer function, at the inner one, times the derivative of the inner function.'
const PART = 'a part of the rules below, and named beside them where u is more than the variable'

const within = (): readonly Rule[] =>
  RULE_TABLES.flatMap(({ rules }) => rules).filter(({ chain }) => chain === true)

/** What there is to say of it, for a person. */
export function chainRulePage(color: boolean): string {
  const { bold, dim, cyan } = paint(color)
  const rules = within()
  const width = Math.max(...rules.map(({ name }) => name.length))
  return [
    `${bold(CHAIN_RULE)} ${dim('(no row of the tables)')}`,
    '',
    `  ${cyan(FORM)}`,
    '',
    `  ${dim('means   ')} ${SAY}`,
    `  ${dim('acts    ')} ${PART}`,
    '',
    ...rules.map(({ name, form }) => `  ${name.padEnd(width)}  ${form}`),
    '',
  ].join('\n')
}

/** The same as data. */
export const chainRuleData = (): object => ({
  schema: SCHEMA,
  kind: 'rule',
  name: CHAIN_RULE,
  form: FORM,
  say: SAY,
  within: within().map(({ name }) => name),
})
