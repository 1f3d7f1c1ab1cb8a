/** How the formula was read, where it could have been read otherwise. */
import type { ReadingNote } from '../../syntax/index.ts'
import { absent, type Built } from '../draft.ts'
import type { Subject } from '../subject.ts'
import { type Message, say } from '../wording/message.ts'

export function readingSection({ notes }: Subject): Built {
  if (notes.length === 0) return absent(say('reading.absent'))
  const items = notes.map((note) => [noteSaid(note)])
  return { id: 'reading', title: [say('reading.title')], known: 'read', blocks: [{ kind: 'list', items }] }
}

function noteSaid({ read, other, rule }: ReadingNote): Message {
  const decided = RULES.find((name) => name === rule)
  if (!decided) return say('reading.read', { read: { code: read } })
  const said = { read: { code: read }, rule: say(`reading.rule.${decided}`) }
  return other === undefined
    ? say('reading.read-as', said)
    : say('reading.or', { ...said, other: { code: other } })
}

/** What may decide how a part is read. */
const RULES = [
  'minus',
  'tower',
  'quotients',
  'juxtaposition',
  'power',
  'product',
  'application',
  'inverse',
  'letters',
  'sigma',
  'bars',
  'derivative',
  'alone',
  'name',
  'definition',
  'script',
] as const
