/** A section as its builder gives it, in words; nothing where the builder says why there is none. */
import type { Section } from '../../src/explain/article.ts'
import type { Built } from '../../src/explain/draft.ts'
import { worded } from '../../src/explain/wording/worded.ts'

export const inWordsOf = (built: Built | undefined): Section | undefined =>
  built === undefined || 'absent' in built
    ? undefined
    : worded({ title: [], sections: [built], omitted: [] }).sections[0]
