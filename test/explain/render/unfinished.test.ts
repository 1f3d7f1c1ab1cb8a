/** An article that is not whole says so itself. */
import { expect, test } from 'vitest'
import { ENGLISH } from '../../../src/explain/wording/english/index.ts'
import { explain, render } from '../../../src/index.ts'

const FORMATS = ['text', 'md', 'html', 'latex'] as const

test('at its end, in every format that people read, by titles', () => {
  const bounded = (): undefined => undefined
  const article = explain('x*e^-x', { bounded })
  const ids = article.unfinished ?? []
  expect(ids).toContain('other-forms')
  for (const id of ids) expect(ENGLISH).toHaveProperty([`unfinished.${id}`])
  for (const format of FORMATS) {
    const text = render(article, format, { width: 10_000 })
    for (const id of ids) {
      const title = (ENGLISH as Record<string, string>)[`unfinished.${id}`] as string
      expect(text).toContain(title)
    }
  }
  const data = JSON.parse(render(article, 'json'))
  expect(data.unfinished).toEqual(ids)
  expect(data.sections.map(({ id }: { id: string }) => id)).not.toContain('unfinished')
})

test('a whole one does not, in another language it does so in this', () => {
  const brief = explain('x*e^-x', { brief: true })
  for (const format of FORMATS) expect(render(brief, format)).not.toContain(ENGLISH['unfinished.title'])
  const hurried = explain('x*e^-x', { bounded: () => undefined })
  const wording = { 'unfinished.title': 'Nicht gesucht', 'unfinished.other-forms': 'andere Formen' }
  for (const format of FORMATS) {
    const text = render(hurried, format, { wording, width: 10_000 })
    expect(text).toContain('Nicht gesucht')
    expect(text).toContain('andere Formen')
  }
})
