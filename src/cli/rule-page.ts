/** The page on one rule: what it says, what it needs, where it holds, both readings, an example. */
import { isCondition } from '../expression/condition.ts'
import { tableOf } from '../rules/book.ts'
import { type CompiledRule, compiledRule } from '../rules/compile.ts'
import type { Kind, Rule } from '../rules/rule.ts'
import { print } from '../syntax/index.ts'
import { SCHEMA } from '../verify/certificate.ts'
import { paint } from './paint.ts'
import { exampleOf } from './rule-example.ts'

/** What a letter has to be, in words. */
const KINDS: Readonly<Record<Kind, string>> = {
  constant: 'does not contain the variable',
  variable: 'is the variable',
  integer: 'is a whole number other than 0',
  'positive integer': 'is a whole number above 0',
  number: 'is a rational number',
  'positive number': 'is a rational number above 0',
  'odd root': 'is a rational number other than 0 with an odd denominator',
  symbolic: 'is no rational number',
  'odd/odd': 'is a rational number, odd over odd in lowest terms',
  'even/odd': 'is a rational number other than 0, even over odd in lowest terms',
  'odd/even': 'is a rational number, odd over even in lowest terms',
  'new whole number': 'is a letter for a whole number that occurs nowhere else',
}

/** A sentence with its letters as they stand in the form. */
const sentence = (say: string): string => say.replace(/\{(\w+)\}/g, '$1')

/** What the rule does to the domain, where its conditions hold. */
const domainEffect = ({ differential, from, twoWay }: CompiledRule): string =>
  isCondition(from)
    ? `where the left side is true, so is the right side${twoWay ? ', and nowhere else' : ''}`
    : differential
      ? 'where the right side is defined, so is the left side, with the same value'
      : 'both sides are defined at the same points'

function readings(rule: Rule, { twoWay }: CompiledRule): string {
  if (!twoWay) return 'only from left to right'
  return rule.back
    ? `also from right to left, as "${rule.back.name}": ${sentence(rule.back.say)}`
    : 'in both directions'
}

/** Signs of the forms that the rule uses and that need a word. */
function legend({ form }: Rule): string[] {
  return [
    ...(/\bD\(/.test(form) ? ['D(u) is the derivative of u'] : []),
    ...(/\w_\b/.test(form) ? ['u_ stands for one or more terms'] : []),
  ]
}

/** Everything there is to say of the rule, for a person. */
export function rulePage(rule: Rule, color: boolean): string {
  const { bold, dim, cyan } = paint(color)
  const compiled = compiledRule(rule.name) as CompiledRule
  const example = exampleOf(compiled)
  const needs = [
    ...Object.entries(rule.where ?? {}).map(([letter, kind]) => `${letter} ${KINDS[kind]}`),
    ...(rule.provided ?? []),
  ]
  const rows: [string, string][] = [
    ['means', sentence(rule.say)],
    ['needs', needs.length === 0 ? 'nothing' : needs.join('; ')],
    ['domain', domainEffect(compiled)],
    ['read', readings(rule, compiled)],
  ]
  if (example) {
    const where =
      example.conditions.length === 0 ? '' : `, for ${example.conditions.map((c) => print(c)).join(' and ')}`
    rows.push(['example', `${print(example.from)} = ${print(example.to)}${where}`])
  }
  return [
    `${bold(rule.name)} ${dim(`(${tableOf(rule.name)?.title})`)}`,
    '',
    `  ${cyan(rule.form)}`,
    '',
    ...rows.map(([name, text]) => `  ${dim(name.padEnd(8))} ${text}`),
    ...legend(rule).map((line) => `  ${''.padEnd(8)} ${dim(line)}`),
    '',
  ].join('\n')
}

/** The same as data. */
export function ruleData(rule: Rule): object {
  const compiled = compiledRule(rule.name) as CompiledRule
  const example = exampleOf(compiled)
  return {
    schema: SCHEMA,
    kind: 'rule',
    table: tableOf(rule.name)?.title,
    ...rule,
    domain: domainEffect(compiled),
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
