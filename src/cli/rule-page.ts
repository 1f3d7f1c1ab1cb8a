/** The page on one rule, for a terminal. */
import { aboutRule } from '../derive/about-rule.ts'
import type { Rule } from '../rules/rule.ts'
import { print } from '../syntax/index.ts'
import { SCHEMA } from '../verify/certificate.ts'
import { paint } from './paint.ts'

/** Everything there is to say of the rule, for a person. */
export function rulePage(rule: Rule, color: boolean): string {
  const { bold, dim, cyan } = paint(color)
  const { name, table, form, means, needs, domain, read, legend, example } = aboutRule(rule)
  const rows: [string, string][] = [
    ['means', means],
    ['needs', needs.length === 0 ? 'nothing' : needs.join('; ')],
    ['domain', domain],
    ['read', read],
  ]
  if (example) {
    const where =
      example.conditions.length === 0 ? '' : `, for ${example.conditions.map((c) => print(c)).join(' and ')}`
    rows.push(['example', `${print(example.from)} = ${print(example.to)}${where}`])
  }
  return [
    `${bold(name)} ${dim(`(${table})`)}`,
    '',
    `  ${cyan(form)}`,
    '',
    ...rows.map(([title, text]) => `  ${dim(title.padEnd(8))} ${text}`),
    ...legend.map((line) => `  ${''.padEnd(8)} ${dim(line)}`),
    '',
  ].join('\n')
}

/** The same as data. */
export function ruleData(rule: Rule): object {
  const { table, domain, example } = aboutRule(rule)
  return {
    schema: SCHEMA,
    kind: 'rule',
    table,
    ...rule,
    domain,
    ...(example
      ? {
          example: {
            from: print(example.from),
            to: print(example.to),
            conditions: example.conditions.map((c) => print(c)),
          },
        }
      : {}),
  }
}
