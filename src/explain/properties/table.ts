/** The properties of an analysis as a table: what each says and why, every certificate replayed first. */
import type { Analysis, Certificate, Property } from '../../analyse/index.ts'
import { reasonText } from '../../analyse/reason.ts'
import { verify } from '../../analyse/verify.ts'
import type { Condition } from '../../expression/condition.ts'
import { mentions, same } from '../../expression/expr.ts'
import type { Known } from '../article.ts'
import type { DraftBlock, Said } from '../draft.ts'
import type { Name } from '../name.ts'
import { carried, listed } from '../render/words.ts'
import { ROWS, type RowOf } from './rows.ts'
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
  const shown = worth.filter((property) => replay.accepts(property))
  const rows = shown.flatMap((property) => rowsOf(property, analysis, terms))
  if (rows.length === 0) return undefined
  const open = isNowhere ? [] : analysis.open
  const table: DraftBlock = { kind: 'table', header: [['property'], ['value'], ['why']], rows }
  return {
    known: shown.some(({ how }) => how === 'enclosed') ? 'enclosed' : 'proved',
    blocks: [...supposed(analysis, said), table, ...(open.length === 0 ? [] : [stillOpen(open)])],
  }
}

const isEmpty = (value: unknown): boolean => Array.isArray(value) && value.length === 0

function rowsOf(property: Property, analysis: Analysis, terms: Terms): Row[] {
  const row = ROWS[property.name] as RowOf<unknown> | undefined
  const value = row?.says(property.value, terms)
  if (!row || !value) return []
  const enclosed = property.how === 'enclosed' ? '; numbers without closed form are enclosed' : ''
  const said = [...value, ...carried(beyond(property.conditions, analysis))]
  return [[[row.title], said, [reasonText(property.why) + enclosed]]]
}

/** The conditions beyond what is assumed of all properties. */
const beyond = (conditions: readonly Condition[], { assuming, supposing }: Analysis): readonly Condition[] =>
  conditions.filter((condition) => ![...assuming, ...supposing].some((known) => same(known, condition)))

/** What is assumed of the parameters, and which part of the line is looked at. */
function supposed({ supposing, assuming, variable }: Analysis, before: readonly Condition[]): DraftBlock[] {
  const isNew = (condition: Condition): boolean => !before.some((known) => same(known, condition))
  const isWithin = (condition: Condition): boolean => mentions(condition, variable)
  const fixed = [...assuming, ...supposing].filter((condition) => isNew(condition) && !isWithin(condition))
  const [within, period] = [assuming, supposing].map((all) => all.filter(isNew).filter(isWithin)) as [
    Condition[],
    Condition[],
  ]
  const said = (text: string, conditions: readonly Condition[]): DraftBlock[] =>
    conditions.length === 0 ? [] : [{ kind: 'paragraph', text: [text, ...listed(conditions), '.'] }]
  return [
    ...said('This is so for ', fixed),
    ...said('The rows are about the part of the line where ', within),
    ...said('The function repeats itself. The rows are about one period, where ', period),
  ]
}

/** What was not settled, in a sentence, with the reasons. */
function stillOpen(open: Analysis['open']): DraftBlock {
  const reasons = new Map<string, string[]>()
  for (const { name, reason: given } of open) {
    const reason = reasonText(given)
    const title = ROWS[name]?.title ?? name
    const titles = reasons.get(reason) ?? []
    reasons.set(reason, titles.includes(title) ? titles : [...titles, title])
  }
  const items = [...reasons].map(([reason, titles]) => `${titles.join(', ')} (${reason})`)
  return { kind: 'paragraph', text: [`Not settled: ${items.join('; ')}.`] }
}
