/** How the formula was read, where it could have been read otherwise. */
import { absent, type Built } from '../draft.ts'
import type { Subject } from '../subject.ts'
import { say } from '../wording/message.ts'

export function readingSection({ notes }: Subject): Built {
  if (notes.length === 0) return absent(say('reading.absent'))
  const items = notes.map(({ read, other, rule }) => [
    other === undefined
      ? say('reading.read-as', { read: { code: read }, rule })
      : say('reading.or', { read: { code: read }, rule, other: { code: other } }),
  ])
  return { id: 'reading', title: [say('reading.title')], known: 'read', blocks: [{ kind: 'list', items }] }
}
