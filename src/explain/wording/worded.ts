/** Messages said in a language: drafts become articles. */
import type { Article, Block, Inline, LineOfWork } from '../article.ts'
import type { DraftBlock, DraftLine, Said } from '../draft.ts'
import type { Message } from './message.ts'
import type { Wording } from './wording.ts'

export type { Wording } from './wording.ts'

const isMessage = (part: unknown): part is Message =>
  typeof part === 'object' && part !== null && 'message' in part && 'holes' in part

const isTerm = (value: object): boolean => 'hash' in value

/** The parts of a message in order: its words, and what fills its holes. */
function spoken({ message, english, holes }: Message, wording: Wording): Inline[] {
  const sentence = wording[message] ?? english
  return sentence.split(/\{(\w+)\}/).flatMap((part, i): Inline[] => {
    if (i % 2 === 0) return part === '' ? [] : [part]
    const filling = holes[part]
    if (filling === undefined) return [`{${part}}`]
    return inWords(Array.isArray(filling) ? filling : [filling as Said], wording)
  })
}

/** A run of words without messages; neighbouring strings become one. */
export function inWords(parts: readonly Said[], wording: Wording = {}): Inline[] {
  const run: Inline[] = []
  for (const part of parts.flatMap((one) => (isMessage(one) ? spoken(one, wording) : [one]))) {
    const last = run.at(-1)
    if (typeof part === 'string' && typeof last === 'string') run[run.length - 1] = last + part
    else run.push(part)
  }
  return run
}

/** The draft with every message in words. */
export function worded(draft: Article<Said>, wording?: Wording): Article
export function worded(draft: readonly DraftBlock[], wording?: Wording): Block[]
export function worded(draft: readonly DraftLine[], wording?: Wording): LineOfWork[]
export function worded(draft: unknown, wording: Wording = {}): unknown {
  return walked(draft, wording)
}

function walked(value: unknown, wording: Wording): unknown {
  if (Array.isArray(value))
    return value.some(isMessage) ? inWords(value, wording) : value.map((item) => walked(item, wording))
  if (typeof value !== 'object' || value === null || isTerm(value)) return value
  return Object.fromEntries(Object.entries(value).map(([key, part]) => [key, walked(part, wording)]))
}
