/** What the function is of use for, as cards: which ones follows from its shape. */
import { absent, type Built, type DraftBlock, paragraph } from '../draft.ts'
import type { Subject } from '../subject.ts'
import { usesOf } from '../uses/index.ts'
import { listed } from '../wording/lists.ts'
import { say } from '../wording/message.ts'

/** Cards that are open from the start. */
const OPEN = 3

export function usesSection(subject: Subject): Built {
  const { uses, missed } = usesOf(subject)
  if (uses.length === 0) return absent(missed.length === 0 ? say('uses.absent') : say('article.no-time'))
  const groups = uses.map(
    ({ card: { id, title }, blocks }, i): DraftBlock => ({
      kind: 'group',
      id,
      title: [title],
      blocks,
      ...(i < OPEN ? {} : { folded: true }),
    }),
  )
  const titles = listed(missed.map(({ title }) => title))
  const late = missed.length === 0 ? [] : [paragraph(say('uses.missed', { titles }))]
  return {
    id: 'uses',
    title: [say('uses.title')],
    known: 'proved',
    blocks: [paragraph(say('uses.follows')), ...groups, ...late],
  }
}
