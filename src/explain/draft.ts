/** The article while it is drafted: what is said in words stands as messages, not yet in a language. */
import type { Block, Inline, LineOfWork, Section } from './article.ts'
import type { Message } from './wording/message.ts'

/** A formula, a name, decimals, or a message. Plain strings are for digits and names alone. */
export type Said = Inline | Message
export type DraftBlock = Block<Said>
export type DraftLine = LineOfWork<Said>
export type DraftSection = Section<Said>

/** Why a section has nothing to say. */
export interface Absent {
  readonly absent: Message
}

/** What a builder of a section returns. */
export type Built = DraftSection | Absent

export const absent = (because: Message): Absent => ({ absent: because })

/** A sentence, or several. */
export const paragraph = (...text: Said[]): DraftBlock => ({ kind: 'paragraph', text })
