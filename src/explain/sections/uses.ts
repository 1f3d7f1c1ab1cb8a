/** What the function is of use for, as cards: which ones follows from its shape. */
import { absent, type Built, type DraftBlock, paragraph } from '../draft.ts'
import type { Subject } from '../subject.ts'
import { usesOf } from '../uses/index.ts'
import { say } from '../wording/message.ts'

/** Cards that are open from the start. */
const OPEN = 3

export function usesSection(subject: Subject): Built {
  const uses = usesOf(subject)
  if (uses.length === 0) return absent(say('uses.absent'))
  const groups = uses.map(
    ({ card: { id, title }, blocks }, i): DraftBlock => ({
      kind: 'group',
      id,
      title: [title],
      blocks,
      ...(i < OPEN ? {} : { folded: true }),
    }),
  )
  return {
    id: 'uses',
    title: [say('uses.title')],
    known: 'proved',
    blocks: [paragraph(say('uses.follows')), ...groups],
  }
}
