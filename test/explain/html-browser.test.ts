/** Pages in a browser: on a phone and a desk, light and dark, for everybody, and on paper. */
import { readFileSync } from 'node:fs'
import { createRequire } from 'node:module'
import type { AxeResults } from 'axe-core'
import type { Browser, BrowserContextOptions, Page } from 'playwright-core'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { hasBrowser, openBrowser, readsPdf, wordsOfPdf } from '../support/browser.ts'
import { PAGES, type PageName, pageOf } from '../support/pages.ts'

const AXE = readFileSync(createRequire(import.meta.url).resolve('axe-core/axe.min.js'), 'utf8')
const WIDTHS = [390, 1280] as const
const SCHEMES = ['light', 'dark'] as const
/** All rules on a phone, and in the other colours those about colours. */
const LOOKS = [
  [390, 'light', "{ resultTypes: ['violations'] }"],
  [1280, 'dark', "{ runOnly: ['color-contrast'], resultTypes: ['violations'] }"],
] as const

describe.skipIf(!hasBrowser)('in a browser', () => {
  let browser: Browser
  beforeAll(async () => {
    browser = await openBrowser()
  })
  afterAll(() => browser.close())

  /** Does something with the page, shown so. */
  async function shown<T>(
    name: PageName,
    look: BrowserContextOptions,
    use: (page: Page) => Promise<T>,
  ): Promise<T> {
    const context = await browser.newContext({ reducedMotion: 'reduce', javaScriptEnabled: false, ...look })
    try {
      const page = await context.newPage()
      await page.setContent(pageOf(name))
      return await use(page)
    } finally {
      await context.close()
    }
  }

  test.each(PAGES)('%s: nothing is wider than the screen, nothing is refused by the policy', async (name) => {
    for (const width of WIDTHS)
      await shown(name, { viewport: { width, height: 900 } }, async (page) => {
        const complaints: string[] = []
        page.on('console', (message) => complaints.push(message.text()))
        await page.setContent(pageOf(name))
        expect(complaints).toEqual([])
        expect(await page.evaluate('document.documentElement.scrollWidth')).toBeLessThanOrEqual(width)
        // The boxes that can be scrolled can be reached with the keyboard.
        const stuck = `[...document.querySelectorAll('main *')].filter((box) =>
          box.scrollWidth > box.clientWidth + 1 && /auto|scroll/.test(getComputedStyle(box).overflowX) && box.tabIndex < 0)
          .map((box) => box.outerHTML.slice(0, 200))`
        expect(await page.evaluate(stuck)).toEqual([])
      })
  })

  test.each(PAGES)('%s: for everybody', async (name) => {
    for (const [width, colorScheme, rules] of LOOKS) {
      const look = { viewport: { width, height: 900 }, colorScheme, bypassCSP: true, javaScriptEnabled: true }
      const found = await shown(name, look, async (page) => {
        await page.evaluate("document.querySelectorAll('details').forEach((one) => { one.open = true })")
        await page.evaluate(AXE)
        return (await page.evaluate(`axe.run(${rules})`)) as AxeResults
      })
      expect(found.violations.map(({ id, nodes }) => `${id}: ${nodes[0]?.html}`)).toEqual([])
      expect(found.passes.length).toBeGreaterThan(0)
    }
  })

  test('the colours follow the screen, and nothing moves for those who do not want it', async () => {
    const paper = (page: Page): Promise<string> =>
      page.evaluate('getComputedStyle(document.body).backgroundColor')
    const [light, dark] = await Promise.all(
      SCHEMES.map((colorScheme) => shown('tanh', { colorScheme }, paper)),
    )
    expect(light).toBe('rgb(255, 255, 255)')
    expect(dark).not.toBe(light)
    const motion = (page: Page): Promise<string> =>
      page.evaluate('getComputedStyle(document.documentElement).scrollBehavior')
    expect(await shown('tanh', { reducedMotion: 'reduce' }, motion)).toBe('auto')
    expect(await shown('tanh', { reducedMotion: 'no-preference' }, motion)).toBe('smooth')
  })

  test('on paper it has several pages, with the words of all that is not within a line', async () => {
    const pdf = await shown('sigmoid', {}, (page) => page.pdf({ format: 'A4' }))
    const pages = pdf.toString('latin1').match(/\/Type\s*\/Page\b/g) ?? []
    expect(pages.length).toBeGreaterThan(1)
    if (!readsPdf) return
    const words = wordsOfPdf(pdf).replace(/\s+/g, ' ')
    expect(words).toContain('sigmoid')
    const titles = [...pageOf('sigmoid').matchAll(/<h[23]>([^<]*)<\/h[23]>/g)].map(
      ([, title]) => title as string,
    )
    expect(titles.length).toBeGreaterThan(5)
    for (const title of titles) expect(words).toContain(title.replaceAll('&quot;', '"'))
  })
})
