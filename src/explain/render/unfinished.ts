/** An article that is not whole says so at its end, in every format that people read. */
import type { Article } from '../article.ts'
import { ENGLISH } from '../wording/english/index.ts'
import { inRow } from '../wording/lists.ts'
import { type Message, say, sayFrom } from '../wording/message.ts'
import { inWords, type Wording } from '../wording/worded.ts'

const TITLES: Readonly<Record<string, string>> = ENGLISH

const titleOf = (id: string): Message => sayFrom(`unfinished.${id}`, TITLES[`unfinished.${id}`] ?? id)

/** The article, and at its end what it may lack for want of time. */
export function withUnfinished(article: Article, wording?: Wording): Article {
  const { omitted, sections, unfinished = [] } = article
  if (unfinished.length === 0) return article
  const inOrder = omitted.filter(({ id }) => unfinished.includes(id)).map(({ id }) => titleOf(id))
  const lacking = say('unfinished.sections', { sections: inRow(inOrder) })
  const said = (message: Message) => inWords([message], wording)
  const end = {
    id: 'unfinished',
    title: said(say('unfinished.title')),
    known: 'unknown' as const,
    blocks: [{ kind: 'paragraph' as const, text: said(lacking) }],
  }
  return { ...article, sections: [...sections, end] }
}
