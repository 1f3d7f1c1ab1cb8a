/** The gallery in docs/ is what the command makes now: an index of all curves, and their pages. */
import { existsSync, mkdtempSync, readdirSync, readFileSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { mustRun, ROOT } from '../../scripts/command.mjs'
import { CURVES } from '../../src/functions/index.ts'
import { build } from '../cli/run-ogee.ts'

const GALLERY = join(ROOT, 'docs/gallery')
const folder = mkdtempSync(join(tmpdir(), 'ogee-gallery-'))

beforeAll(build)
afterAll(() => rmSync(folder, { recursive: true }))

const make = (...names: string[]): Promise<unknown> =>
  mustRun(process.execPath, ['scripts/gallery.mjs', '--out', folder, ...names])

const MAKE = 'make it anew with `npm run gallery`'

/** Files soon made: one with cases, one of a statistician, one with an asymptote on each side. */
test.each(['relu', 'cloglog', 'softsign'])('the page of %s', async (name) => {
  await make(name)
  const files = readdirSync(join(folder, 'pictures')).filter((file) => file.startsWith(`${name}-`))
  expect(files.length).toBeGreaterThan(0)
  for (const file of [`${name}.md`, ...files.map((picture) => join('pictures', picture))]) {
    const [made, kept] = [folder, GALLERY].map((place) => readFileSync(join(place, file), 'utf8'))
    expect(kept, `${file}: ${MAKE}`).toBe(made)
  }
})

test('the index names every curve, with its page and its picture', async () => {
  await make()
  const index = readFileSync(join(GALLERY, 'README.md'), 'utf8')
  expect(index, MAKE).toBe(readFileSync(join(folder, 'README.md'), 'utf8'))
  for (const { name, title } of CURVES) expect(index).toContain(`[${name}](${name}.md)<br>${title}`)
})

test('no page and no picture is missing or left over', () => {
  const pages = readdirSync(GALLERY).filter((file) => file.endsWith('.md') && file !== 'README.md')
  expect(pages.sort()).toEqual(CURVES.map(({ name }) => `${name}.md`).sort())
  const texts = [...pages, 'README.md'].map((page) => readFileSync(join(GALLERY, page), 'utf8'))
  const linked = new Set(
    texts.flatMap((text) => [...text.matchAll(/pictures\/[\w-]+\.svg/g)].map(([link]) => link)),
  )
  for (const link of linked) expect(existsSync(join(GALLERY, link)), link).toBe(true)
  expect(
    readdirSync(join(GALLERY, 'pictures'))
      .map((file) => `pictures/${file}`)
      .sort(),
  ).toEqual([...linked].sort())
})
