/** The pictures of an article, and the article without folds. */
import type { Article, Block, Picture } from '../article.ts'

const picturesIn = (blocks: readonly Block[]): Picture[] =>
  blocks.flatMap((block) => {
    if (block.kind === 'picture') return [block]
    return block.kind === 'group' ? picturesIn(block.blocks) : []
  })

/** All pictures of the article, in order. */
export const picturesOf = ({ sections }: Article): Picture[] =>
  sections.flatMap(({ blocks }) => picturesIn(blocks))

/** The article with everything shown that a reader may pass over. */
export const unfolded = (article: Article): Article => ({
  ...article,
  sections: article.sections.map((section) => ({ ...section, blocks: section.blocks.map(open) })),
})

function open(block: Block): Block {
  if (block.kind !== 'group') return block
  const { folded: _, ...group } = block
  return { ...group, blocks: group.blocks.map(open) }
}
