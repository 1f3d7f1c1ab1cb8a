/** The rule book: all tables, and the rules that each row of the function tables implies. */
import { CURVES, DEFINITIONS, type Definition, PRIMITIVES, type Primitive } from '../functions/index.ts'
import { CONTENTS } from './contents.ts'
import { IMPLIED } from './implied.ts'
import type { Rule, RuleTable, RuleTemplate } from './rule.ts'

/** A row of the function tables, its values one by one. */
type Row = Readonly<Record<string, unknown>>

const rowsOf = (row: Primitive | Definition): Row[] => [
  { ...row },
  ...('values' in row ? row.values.map(([operand, value]) => ({ name: row.name, operand, value })) : []),
]
const ROWS: readonly Row[] = [...PRIMITIVES, ...DEFINITIONS, ...CURVES].flatMap(rowsOf)

/** The template's rule for one row. */
function implied(template: RuleTemplate, row: Row): Rule {
  const fill = (text: string): string =>
    text.replace(/\{(\w+)\}/g, (letter, field) => (Object.hasOwn(row, field) ? `${row[field]}` : letter))
  const { table: _table, fact: _fact, provided, back, ...fields } = template
  const conditions = provided === undefined ? undefined : (row[provided] as readonly string[] | undefined)
  return {
    ...fields,
    name: fill(fields.name),
    form: fill(fields.form),
    say: fill(fields.say),
    ...(conditions ? { provided: conditions } : {}),
    ...(back ? { back: { name: fill(back.name), say: fill(back.say) } } : {}),
  }
}

const impliedTable = (title: string): RuleTable => ({
  title,
  rules: IMPLIED.filter((template) => template.table === title).flatMap((template) =>
    ROWS.filter((row) => Object.hasOwn(row, template.fact)).map((row) => implied(template, row)),
  ),
})

/** Every table, hand-written and implied, in the order of a textbook. */
export const RULE_TABLES: readonly RuleTable[] = CONTENTS.map((entry) =>
  typeof entry === 'string' ? impliedTable(entry) : entry,
)

const byName = new Map(RULE_TABLES.flatMap(({ rules }) => rules.map((rule) => [rule.name, rule] as const)))

/** The rule of this name. */
export const ruleNamed = (name: string): Rule | undefined => byName.get(name)

/** The table that holds the rule of this name. */
export const tableOf = (name: string): RuleTable | undefined =>
  RULE_TABLES.find(({ rules }) => rules.some((rule) => rule.name === name))
