/** Where the formula, its name and its uses are described: books and papers. */
import { ABOUT_CURVES } from '../about-curves.ts'
import { absent, type Built, paragraph, type Said } from '../draft.ts'
import type { Subject } from '../subject.ts'
import { usesOf } from '../uses/index.ts'
import { say } from '../wording/message.ts'

type Row = (readonly Said[])[]

export function sourcesSection(subject: Subject): Built {
  const about = subject.named && ABOUT_CURVES[subject.named.name]
  const formula: Row[] = about ? [[[say('sources.formula')], [about.source]]] : []
  const fields = usesOf(subject).uses.flatMap((use) => use.fields)
  const uses = fields.map(({ title, source }): Row => [[title], [source]])
  const rows = [...formula, ...uses]
  if (rows.length === 0) return absent(say('sources.absent'))
  return {
    id: 'sources',
    title: [say('sources.title')],
    known: 'read',
    blocks: [
      { kind: 'table', header: [[say('sources.of')], [say('sources.source')]], rows },
      paragraph(say('sources.facts')),
    ],
  }
}
