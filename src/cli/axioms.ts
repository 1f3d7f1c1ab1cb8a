/** What rests on assertion and not on proof, and how each kind of it is tested. */
import { PRIMITIVES, type Primitive } from '../functions/index.ts'
import { RULE_TABLES } from '../rules/book.ts'
import { IMPLIED } from '../rules/implied.ts'
import { parsePattern } from '../rules/pattern.ts'
import type { RuleTable } from '../rules/rule.ts'
import { print } from '../syntax/index.ts'
import { SCHEMA } from '../verify/certificate.ts'
import { paint } from './paint.ts'

/** Tables whose rules are filled in from the rows of the functions and assert nothing of their own. */
const FILLED_IN: ReadonlySet<string> = new Set(IMPLIED.map(({ table }) => table))
const ASSERTED: readonly RuleTable[] = RULE_TABLES.filter(({ title }) => !FILLED_IN.has(title))

const FUNCTIONS_TESTED = `Every fact of a row is sampled in test/functions, and in test/rules through the rules that it implies.`
const RULES_TESTED = `Every rule is sampled in test/rules: at points where its conditions hold, rigorous enclosures of both sides
must meet, and both sides must be defined there or neither; for a rule about D(…), the left side wherever the right is.`
const CHECKER = `The checker (src/verify and what it imports) is trusted to replay steps rightly: it fills in the letters of a
rule, compares with the line, proves the conditions or finds them carried, and does the arithmetic.`

const all = (conditions: readonly string[]): string => conditions.join(' and ')
const where = (conditions: readonly string[] = []): string =>
  conditions.length === 0 ? '' : ` for ${all(conditions)}`

/** The facts of a row, each as a short statement. */
function facts(row: Primitive): string[] {
  const { name, domain, interior, range, derivative, reciprocal, differentiable, inverse } = row
  const rate = derivative ?? (reciprocal && print(parsePattern(`1/(${reciprocal})`)))
  return [
    `defined${where(domain) || ' everywhere'}`,
    `continuous near each point${where(interior)}`,
    ...(range.length === 0 ? [] : [`values y with ${all(range)}`]),
    ...(rate === undefined ? [] : [`derivative ${rate}${where(differentiable)}`]),
    ...(row.odd ? ['odd'] : []),
    ...(row.even ? ['even'] : []),
    ...(row.sign === undefined ? [] : [`sign: ${row.sign}`]),
    ...(row.period === undefined ? [] : [`period ${row.period}`]),
    ...(inverse === undefined ? [] : [`undone by ${inverse}${where(row.where)}`]),
    ...row.values.map(([operand, value]) => `${name}(${operand}) = ${value}`),
  ]
}

/** The list for a person. */
export function axiomsPage(color: boolean): string {
  const { bold, dim } = paint(color)
  const width = Math.max(...ASSERTED.flatMap(({ rules }) => rules.map(({ form }) => form.length)))
  return [
    bold(`Asserted of ${PRIMITIVES.length} functions`),
    FUNCTIONS_TESTED,
    ...PRIMITIVES.map(
      (row) => `  ${`${row.name}(${row.letters.join(', ')})`.padEnd(9)} ${facts(row).join('; ')}`,
    ),
    '',
    bold(`Asserted as rules: ${ASSERTED.reduce((sum, { rules }) => sum + rules.length, 0)}`),
    RULES_TESTED,
    ...ASSERTED.flatMap(({ title, rules }) => [
      '',
      bold(title),
      ...rules.map(({ form, name }) => `  ${form.padEnd(width)}  ${dim(name)}`),
    ]),
    '',
    bold('The checker'),
    CHECKER,
    '',
    bold('Not asserted'),
    `The tables ${[...FILLED_IN].join(', ')} are filled in from the rows above or are definitions.`,
    '',
  ].join('\n')
}

/** The same as data. */
export const axiomsData = (): object => ({
  schema: SCHEMA,
  kind: 'axioms',
  functions: PRIMITIVES,
  tables: ASSERTED,
  tested: { functions: FUNCTIONS_TESTED, rules: RULES_TESTED },
})
