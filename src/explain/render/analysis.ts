/** What a function does, as a table: property, value, why. */
import { decimalOf } from '../../analyse/decimals.ts'
import type { Analysis } from '../../analyse/index.ts'
import { reasonText } from '../../analyse/reason.ts'
import { type Expr, symbol } from '../../expression/expr.ts'
import { print } from '../../syntax/index.ts'
import { SCHEMA } from '../../verify/certificate.ts'
import type { DraftBlock } from '../draft.ts'
import { stillOpen, supposed, tableOf, zerosNamed } from '../properties/table.ts'
import { Terms } from '../properties/terms.ts'

const CALLED = { plain: 'f', latex: 'f' }

/** The formula, the table with what it supposes, the numbers in it, and what stays open. */
export function analysisBlocks(analysis: Analysis): DraftBlock[] {
  const { properties, formula } = analysis
  const terms = new Terms(analysis, CALLED)
  return [
    { kind: 'formula', left: terms.fx, right: formula },
    ...supposed(analysis),
    ...(properties.length === 0 ? [] : [tableOf(properties, analysis, terms)]),
    ...zerosNamed(properties, terms),
    ...stillOpen(analysis, terms),
  ]
}

/** The analysis as JSON data: formulas in plain notation, certificates as `verify` takes them. */
export const analysisData = ({
  formula,
  variable,
  assuming,
  supposing,
  properties,
  open,
  numbers,
}: Analysis): object => ({
  schema: SCHEMA,
  kind: 'analysis',
  formula: print(formula),
  variable,
  assuming: assuming.map((c) => print(c)),
  supposing: supposing.map((c) => print(c)),
  properties: properties.map(({ name, value, conditions, why, how, certificates }) => ({
    ...{ name, value: plain(value), conditions: conditions.map((c) => print(c)), why: reasonText(why), how },
    certificates: certificates(),
  })),
  numbers: numbers.map(({ letter, of, between }) => ({
    letter,
    of: print(of),
    between: plain(between),
    decimal: decimalOf(symbol(letter), numbers),
  })),
  open: open.map(({ name, conditions, reason }) => ({
    name,
    conditions: conditions.map((c) => print(c)),
    reason: reasonText(reason),
  })),
})

const PROOFS: ReadonlySet<string> = new Set(['proof', 'proofs', 'evidence', 'isolated'])

/** A value with its terms in plain notation, without its proofs. */
function plain(value: unknown): unknown {
  if (typeof value !== 'object' || value === null) return value
  if ('hash' in value) return print(value as Expr)
  if ('num' in value && 'den' in value) return value.den === 1n ? `${value.num}` : `${value.num}/${value.den}`
  if (Array.isArray(value)) return value.map(plain)
  const kept = Object.entries(value).filter(([name, part]) => !PROOFS.has(name) && part !== undefined)
  return Object.fromEntries(kept.map(([name, part]) => [name, plain(part)]))
}
