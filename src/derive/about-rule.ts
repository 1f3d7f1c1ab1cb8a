/** All there is to say of a rule: what it means, what it needs, where it holds, both readings, an example. */
import { isCondition } from '../expression/condition.ts'
import { tableOf } from '../rules/book.ts'
import { type CompiledRule, compiledRule } from '../rules/compile.ts'
import type { Kind, Rule } from '../rules/rule.ts'
import { exampleOf, type Instance } from './rule-example.ts'

/** A rule in the words of a textbook. */
export interface AboutRule {
  readonly name: string
  /** The table it stands in: `powers`. */
  readonly table: string | undefined
  readonly form: string
  readonly means: string
  /** Conditions on its letters and on their values. */
  readonly needs: readonly string[]
  /** What it does to the domain, where its conditions hold. */
  readonly domain: string
  /** In which directions it is read. */
  readonly read: string
  /** Signs of the form that need a word. */
  readonly legend: readonly string[]
  readonly example: Instance | undefined
}

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

/** What is to be said of the rule. */
export function aboutRule(rule: Rule): AboutRule {
  const compiled = compiledRule(rule.name) as CompiledRule
  return {
    name: rule.name,
    table: tableOf(rule.name)?.title,
    form: rule.form,
    means: sentence(rule.say),
    needs: [
      ...Object.entries(rule.where ?? {}).map(([letter, kind]) => `${letter} ${KINDS[kind]}`),
      ...(rule.provided ?? []),
    ],
    domain: domainEffect(compiled),
    read: readings(rule, compiled),
    legend: legend(rule),
    example: exampleOf(compiled),
  }
}
