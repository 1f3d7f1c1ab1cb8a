/** The properties of an analysis as a table: what each says and why, every certificate replayed first. */
import type { Analysis, Certificate, Property } from '../../analyse/index.ts'
import type { How } from '../../analyse/property.ts'
import { reasonText } from '../../analyse/reason.ts'
import { verify } from '../../analyse/verify.ts'
import type { Condition } from '../../expression/condition.ts'
import { mentions, same, symbol } from '../../expression/expr.ts'
import type { Known } from '../article.ts'
import { type DraftBlock, paragraph, type Said } from '../draft.ts'
import type { Name } from '../name.ts'
import { conditionsSaid, inRow, inTurn, under } from '../wording/lists.ts'
import { type MessageKey, say } from '../wording/message.ts'
import { reasonSaid } from '../wording/reasons.ts'
import { ROWS, type SaysOf, titleOf } from './rows.ts'
import { Terms } from './terms.ts'

/** Properties as blocks of an article, and how they are known. */
export interface Told {
  readonly known: Known
  readonly blocks: readonly DraftBlock[]
}

/** Replays certificates; each but once, since properties share them. */
export class Replay {
  readonly #seen = new Map<string, boolean>()

  accepts(property: Pick<Property, 'certificates'>): boolean {
    return property.certificates().every((certificate) => this.#accepts(certificate))
  }

  #accepts(certificate: Certificate): boolean {
    const key = JSON.stringify(certificate)
    const known = this.#seen.get(key) ?? verify(certificate).ok
    this.#seen.set(key, known)
    return known
  }
}

type Row = (readonly Said[])[]

/** How an analysis is told. */
export interface Choice {
  /** Replays what was replayed for another part of the article no second time. */
  readonly replay?: Replay
  /** What was said to be assumed above the table is not said again. */
  readonly said?: readonly Condition[]
}

/** The table, and what stays open; nothing where there is no row. */
export function told(analysis: Analysis, called: Name, choice: Choice = {}): Told | undefined {
  const { replay = new Replay(), said = [] } = choice
  const terms = new Terms(analysis, called)
  const isNowhere = analysis.properties.some(({ name, value }) => name === 'domain' && isEmpty(value))
  // of a function that is defined nowhere everything is true, and nothing worth saying
  const worth = isNowhere ? analysis.properties.filter(({ name }) => name === 'domain') : analysis.properties
  const shown = worth.filter((property) => replay.accepts(property) && saysOf(property, terms) !== undefined)
  if (shown.length === 0) return undefined
  return {
    known: shown.some(({ how }) => how === 'enclosed') ? 'enclosed' : 'proved',
    blocks: [
      ...supposed(analysis, said),
      tableOf(shown, analysis, terms),
      ...zerosNamed(shown, terms),
      ...(isNowhere ? [] : stillOpen(analysis, terms)),
    ],
  }
}

const isEmpty = (value: unknown): boolean => Array.isArray(value) && value.length === 0

/** What the property says; nothing where another row says as much. */
const saysOf = (property: Property, terms: Terms): Said | undefined =>
  (ROWS[property.name] as SaysOf<unknown>)(property.value, terms)

/** A row for each property: its name, its value, and why it is so. */
export const tableOf = (properties: readonly Property[], analysis: Analysis, terms: Terms): DraftBlock => ({
  kind: 'table',
  header: [[say('properties.property')], [say('properties.value')], [say('properties.why')]],
  rows: properties.map((property) => rowOf(property, analysis, terms)),
})

const HOW: Readonly<Record<How, MessageKey & `properties.${string}`>> = {
  proved: 'properties.proved',
  enclosed: 'properties.enclosed',
  'worked out': 'properties.worked-out',
  measured: 'properties.measured',
}

function rowOf(property: Property, analysis: Analysis, terms: Terms): Row {
  const value = saysOf(property, terms) ?? say('property.none')
  const why = reasonSaid(property.why, (u) => terms.number(u))
  return [
    [titleOf(property.name)],
    [under(value, beyond(property.conditions, analysis))],
    [say(HOW[property.how] as 'properties.proved', { why })],
  ]
}

/** The conditions beyond what is assumed of all properties. */
const beyond = (conditions: readonly Condition[], { assuming, supposing }: Analysis): readonly Condition[] =>
  conditions.filter((condition) => ![...assuming, ...supposing].some((known) => same(known, condition)))

/** What is assumed of the parameters, and which part of the line is looked at. */
export function supposed(
  { supposing, assuming, variable }: Analysis,
  before: readonly Condition[] = [],
): DraftBlock[] {
  const isNew = (condition: Condition): boolean => !before.some((known) => same(known, condition))
  const isWithin = (condition: Condition): boolean => mentions(condition, variable)
  const fixed = [...assuming, ...supposing].filter((condition) => isNew(condition) && !isWithin(condition))
  const [within, period] = [assuming, supposing].map((all) => all.filter(isNew).filter(isWithin)) as [
    Condition[],
    Condition[],
  ]
  const said = (
    key: 'properties.given' | 'properties.within' | 'properties.period',
    conditions: readonly Condition[],
  ): DraftBlock[] =>
    conditions.length === 0 ? [] : [paragraph(say(key, { conditions: conditionsSaid(conditions) }))]
  return [
    ...said('properties.given', fixed),
    ...said('properties.within', within),
    ...said('properties.period', period),
  ]
}

/** What the numbers without closed form are, that the properties speak of. */
export function zerosNamed(properties: readonly Property[], terms: Terms): DraftBlock[] {
  const numbers = new Map(properties.flatMap((property) => property.numbers.map((one) => [one.letter, one])))
  return [...numbers.values()].map(({ letter, of }) =>
    paragraph(
      say('properties.zero-of', {
        number: terms.number(symbol(letter)),
        form: terms.number(of),
      }),
    ),
  )
}

/** What was not settled, in a sentence, with the reasons. */
export function stillOpen({ open }: Analysis, terms: Terms): DraftBlock[] {
  if (open.length === 0) return []
  const reasons = new Map<
    string,
    { readonly titles: Set<(typeof open)[number]['name']>; readonly reason: Said }
  >()
  for (const { name, reason } of open) {
    const said = reasonSaid(reason, (u) => terms.number(u))
    const key = reasonText(reason)
    const known = reasons.get(key) ?? { titles: new Set(), reason: said }
    known.titles.add(name)
    reasons.set(key, known)
  }
  const items = [...reasons.values()].map(({ titles, reason }) =>
    say('properties.open-since', { titles: inRow([...titles].map(titleOf)), reason }),
  )
  return [paragraph(say('properties.open', { items: inTurn(items) }))]
}
