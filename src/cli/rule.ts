/** `ogee rule`: what a rule says, which rules there are, and what is asserted without proof. */
import { OgeeError } from '../expression/error.ts'
import { RULE_TABLES } from '../rules/book.ts'
import { SCHEMA } from '../verify/certificate.ts'
import { type Given, type Option, onlyWord } from './arguments.ts'
import { axiomsData, axiomsPage } from './axioms.ts'
import { CHAIN_RULE, chainRuleData, chainRulePage } from './chain-rule.ts'
import type { Command } from './command.ts'
import { COLOR, JSON_FORMAT, looksOf } from './looks.ts'
import { type Main, mainOf, print } from './main.ts'
import { bare, ruleCalled } from './rule-called.ts'
import { ruleData, rulePage } from './rule-page.ts'

const AXIOMS: Option = {
  name: 'axioms',
  summary: 'what is asserted without proof, and how each kind is tested',
}

const command: Command = {
  name: 'rule',
  takes: '[NAME]',
  summary: 'what a rule says, needs and rests on; without a name, all rules',
  examples: [
    ['ogee rule power-rule', 'a rule; hyphens may stand for spaces'],
    ['ogee rule', 'the tables of rules'],
    ['ogee rule --axioms', 'what everything else rests on'],
  ],
  options: [AXIOMS, JSON_FORMAT, COLOR],
  run,
}

export const main: Main = mainOf(command)

function run(given: Given): number {
  const { format, color = false } = looksOf(given)
  const name = onlyWord(given, 'rule')
  const json = format === 'json'
  if (given.has('axioms')) {
    if (name !== undefined) throw new OgeeError('E505', '--axioms takes no rule')
    return print(json ? line(axiomsData()) : axiomsPage(color))
  }
  if (name === undefined) return print(json ? line(tablesData()) : tablesPage())
  if (bare(name) === CHAIN_RULE) return print(json ? line(chainRuleData()) : chainRulePage(color))
  const rule = ruleCalled(name)
  return print(json ? line(ruleData(rule)) : rulePage(rule, color))
}

const line = (data: object): string => `${JSON.stringify(data)}\n`

const tablesData = (): object => ({ schema: SCHEMA, kind: 'rules', tables: RULE_TABLES })

function tablesPage(): string {
  const names = RULE_TABLES.flatMap(({ rules }) => rules.map(({ name }) => name))
  const width = Math.max(...names.map((name) => name.length))
  const tables = RULE_TABLES.map(({ title, rules }) =>
    [title, ...rules.map(({ name, form }) => `  ${name.padEnd(width)}  ${form}`), ''].join('\n'),
  )
  return tables.join('\n')
}
