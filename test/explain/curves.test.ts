/** The article on each named curve says what its letters mean, where it is used and where it comes from. */
import { describe, expect, test } from 'vitest'
import { ABOUT_CURVES } from '../../src/explain/about-curves.ts'
import { CURVES } from '../../src/functions/index.ts'
import { type Block, explain, print, render } from '../../src/index.ts'

test('there are words for every curve, and for nothing else', () => {
  expect(Object.keys(ABOUT_CURVES).sort()).toEqual(CURVES.map((row) => row.name).sort())
})

describe.each(CURVES)('$name', ({ name, letters, synonyms, title }) => {
  const about = ABOUT_CURVES[name] as NonNullable<(typeof ABOUT_CURVES)[string]>

  test('each letter has a meaning, and the source a year', () => {
    expect(Object.keys(about.letters)).toEqual(letters)
    for (const words of [...Object.values(about.letters), about.used, about.source]) {
      expect(words).toMatch(/^\S.*[^\s.]$/)
    }
    expect(about.source).toMatch(/\((?:18|19|20)\d\d\)(?:$|, arXiv:)|arXiv:\d{4}\.\d+ \(20\d\d\)$|^NIST/)
  })

  test('the article, by every name, as JSON', () => {
    for (const spelling of [name, ...synonyms]) {
      const article = explain(`${spelling}(${letters.join(', ')})`, { brief: true })
      const written = JSON.parse(render(article, 'json'))
      expect(written.title).toEqual([`The ${title}`])
      const [definition] = written.sections
      expect(definition.id).toBe('definition')
      const list = definition.blocks.find((block: Block) => block.kind === 'list')
      const meanings = list.items.map(([letter, words]: [{ plain: string }, string]) => [letter.plain, words])
      expect(meanings).toEqual(letters.map((letter) => [letter, `: ${about.letters[letter]}`]))
      expect(JSON.stringify(definition)).toContain(JSON.stringify(about.source).slice(1, -1))
      expect(written.sections.map(({ id }: { id: string }) => id)).toContain('derivative')
    }
  })
})

test('letters of the reader’s own choice', () => {
  const [definition] = explain('michaelis(c, Vmax, Km)', { brief: true }).sections
  const list = definition?.blocks.find((block) => block.kind === 'list')
  const shown = list?.kind === 'list' ? list.items.map(([letter]) => letter) : []
  expect(shown.map((u) => (typeof u === 'object' && 'kind' in u ? print(u) : u))).toEqual(['c', 'Vmax', 'Km'])
})
