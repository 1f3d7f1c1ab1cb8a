/** `ogee rule`: what a rule says, which rules there are, and what is asserted without proof. */
import { OgeeError } from '../expression/error.ts'
import { RULE_TABLES } from '../rules/book.ts'
import type { Rule } from '../rules/rule.ts'
import { quoted } from '../syntax/errors.ts'
import { nearestName } from '../syntax/suggest.ts'
import { SCHEMA } from '../verify/certificate.ts'
import { type Given, type Option, onlyWord } from './arguments.ts'
import { axiomsData, axiomsPage } from './axioms.ts'
import type { Command } from './command.ts'
import { COLOR, JSON_FORMAT, looksOf } from './looks.ts'
import { type Main, mainOf, print } from './main.ts'
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

/** A name without what typing changes: capital letters, commas, and hyphens for spaces. */
const bare = (name: string): string =>
  name
    .toLowerCase()
    .replace(/[\s,_-]+/g, ' ')
    .trim()

const MOST_SUGGESTED = 5

/**
 * The rule of this name, or of this name from right to left.
 *
 * @throws OgeeError `E509` with the names that come near.
 */
function ruleCalled(name: string): Rule {
  const wanted = bare(name)
  const rules = RULE_TABLES.flatMap((table) => table.rules)
  const found =
    rules.find((rule) => rule.name === name) ??
    rules.find((rule) => bare(rule.name) === wanted) ??
    rules.find((rule) => rule.back && bare(rule.back.name) === wanted)
  if (found) return found
  const near = nearestName(
    wanted,
    rules.map((rule) => bare(rule.name)),
  )
  const alike = rules.filter((rule) =>
    near === undefined ? wanted !== '' && bare(rule.name).includes(wanted) : bare(rule.name) === near,
  )
  const names = alike.slice(0, MOST_SUGGESTED).map((rule) => `"${rule.name}"`)
  const more = alike.length > MOST_SUGGESTED ? ', …' : ''
  const hint = names.length === 0 ? 'ogee rule lists them all' : `did you mean ${names.join(', ')}${more}?`
  const called = name === '' ? 'without a name' : quoted(name)
  throw new OgeeError('E509', `there is no rule ${called}`, undefined, hint)
}
