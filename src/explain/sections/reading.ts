/** How the formula was read, where it could have been read otherwise. */
import type { Inline, Section } from '../article.ts'
import type { Subject } from '../subject.ts'

export function readingSection({ notes }: Subject): Section | undefined {
  if (notes.length === 0) return undefined
  const items = notes.map(({ read, other, rule }): Inline[] => [
    'Read as ',
    { code: read },
    `: ${rule}`,
    ...(other === undefined ? [] : ['; for the other reading write ', { code: other }]),
    '.',
  ])
  return {
    id: 'reading',
    title: 'How it was read',
    known: 'read',
    blocks: [{ kind: 'list', items }],
  }
}
