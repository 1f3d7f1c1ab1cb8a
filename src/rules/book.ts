/** The rule book: all tables, and the rules that each row of the function tables implies. */
import type { Definition, Primitive } from '../functions/index.ts'
import { CURVES, DEFINITIONS, PRIMITIVES } from '../functions/index.ts'
import { algebra, fractions } from './algebra.ts'
import { differentiation } from './differentiation.ts'
import { exponentials, logarithms } from './exponentials.ts'
import { piecewise } from './piecewise.ts'
import { powers } from './powers.ts'
import type { Rule, RuleTable } from './rule.ts'
import { hyperbolic, trigonometry } from './trigonometry.ts'

const callOf = (row: Primitive, operand: string): string => `${row.name}(${operand})`

/** f′ with the chain rule: `1/w` gives `D(u)/w`, any other form is multiplied by `D(u)`. */
function chainRule(row: Primitive): Rule[] {
  if (row.derivative === undefined) return []
  const [above, below] = row.derivative.startsWith('1/') ? ['', row.derivative.slice(2)] : [row.derivative, '']
  return [
    {
      name: `derivative of ${row.name}`,
      form: `D(${callOf(row, 'u')}) => ${below ? `D(u)/(${below})` : `(${above})*D(u)`}`,
      ...(row.differentiable ? { provided: row.differentiable } : {}),
      chain: true,
      say: `The derivative of the ${row.title} at {u}, times the derivative of {u}.`,
    },
  ]
}

function parityRule(row: Primitive): Rule[] {
  if (!row.parity) return []
  const sign = row.parity === 'odd' ? '-' : ''
  return [
    {
      name: `${row.name} is ${row.parity}`,
      form: `${callOf(row, '-u')} <=> ${sign}${callOf(row, 'u')}`,
      say: `The ${row.title} is ${row.parity}.`,
      back: { name: `${row.name} is ${row.parity}, turned round`, say: `The ${row.title} is ${row.parity}.` },
    },
  ]
}

const valueRules = (row: Primitive): Rule[] =>
  row.values.map(([operand, value]) => ({
    name: `${row.name} at ${operand}`,
    form: `${callOf(row, operand)} <=> ${value}`,
    say: `A value to know: ${callOf(row, operand)} = ${value}.`,
    back: { name: `${value} as ${callOf(row, operand)}`, say: `Write ${value} as ${callOf(row, operand)}.` },
  }))

function inverseRule(row: Primitive): Rule[] {
  if (!row.inverse) return []
  const { name, where } = row.inverse
  return [
    {
      name: `${name} of ${row.name}`,
      form: `${name}(${callOf(row, 'u')}) <=> u`,
      ...(where.length > 0 ? { provided: where } : {}),
      say: `${name} undoes ${row.name}.`,
      back: { name: `write as ${name} of ${row.name}`, say: `Write {u} as ${name} of ${row.name} of it.` },
    },
  ]
}

const definitionRule = (row: Definition): Rule => ({
  name: `definition of ${row.name}`,
  form: `${row.name}(${row.letters.join(', ')}) <=> ${row.form}`,
  say: `This is what ${row.name} means.`,
  back: { name: `recognise ${row.name}`, say: `This is the definition of ${row.name}, read backwards.` },
})

const fromFunctions = (title: string, rules: readonly Rule[]): RuleTable => ({ title, rules })

/** Every table, hand-written and implied, in the order of a textbook. */
export const RULE_TABLES: readonly RuleTable[] = [
  differentiation,
  fromFunctions('derivatives of the functions', PRIMITIVES.flatMap(chainRule)),
  algebra,
  fractions,
  powers,
  exponentials,
  logarithms,
  trigonometry,
  hyperbolic,
  piecewise,
  fromFunctions('odd and even functions', PRIMITIVES.flatMap(parityRule)),
  fromFunctions('inverse functions', PRIMITIVES.flatMap(inverseRule)),
  fromFunctions('values to know', PRIMITIVES.flatMap(valueRules)),
  fromFunctions('definitions', [...DEFINITIONS, ...CURVES].map(definitionRule)),
]

const byName = new Map(RULE_TABLES.flatMap((table) => table.rules.map((rule) => [rule.name, rule] as const)))

/** The rule of this name. */
export const ruleNamed = (name: string): Rule | undefined => byName.get(name)

/** The table that holds the rule of this name. */
export const tableOf = (name: string): RuleTable | undefined =>
  RULE_TABLES.find((table) => table.rules.some((rule) => rule.name === name))
