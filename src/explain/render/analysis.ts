/** What a function does, as a table: property, value, why. */
import { decimalOf } from '../../analyse/decimals.ts'
import type { Analysis } from '../../analyse/index.ts'
import { reasonText } from '../../analyse/reason.ts'
import type { Condition } from '../../expression/condition.ts'
import { type Expr, symbol } from '../../expression/expr.ts'
import { print } from '../../syntax/index.ts'
import { SCHEMA } from '../../verify/certificate.ts'
import type { DraftBlock, Said } from '../draft.ts'
import { valueWords } from './property-words.ts'
import { listed } from './words.ts'

const beyond = (conditions: readonly Condition[], { assuming, supposing }: Analysis): readonly Condition[] =>
  conditions.filter(
    (condition) => ![...assuming, ...supposing].some((known) => print(known) === print(condition)),
  )

/** The table, what it supposes, what its letters stand for, and what stays open. */
export function analysisBlocks(analysis: Analysis): DraftBlock[] {
  const { supposing, properties, open, numbers } = analysis
  const rows = properties.map((property): (readonly Said[])[] => {
    const cases = beyond(property.conditions, analysis)
    const where: Said[] = cases.length === 0 ? [] : [' (for ', ...listed(cases), ')']
    return [
      [property.name, ...where],
      valueWords(property, analysis),
      [`${property.how}: ${reasonText(property.why)}`],
    ]
  })
  const reasons = [...new Set(open.map(({ reason }) => reasonText(reason)))]
  return [
    ...(supposing.length === 0 ? [] : [paragraph(['supposing ', ...listed(supposing)])]),
    { kind: 'table', header: [['property'], ['value'], ['why']], rows },
    ...numbers.map((one) =>
      paragraph([
        symbol(one.letter),
        ` = ${decimalOf(symbol(one.letter), numbers)}, the zero of `,
        one.of,
        ' there',
      ]),
    ),
    ...reasons.map((reason) =>
      paragraph([
        `open: ${[...new Set(open.filter((one) => reasonText(one.reason) === reason).map(({ name }) => name))].join(', ')}: ${reason}`,
      ]),
    ),
  ]
}

const paragraph = (text: readonly Said[]): DraftBlock => ({ kind: 'paragraph', text })

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
