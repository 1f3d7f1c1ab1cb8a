/** The page as a person uses it: with pointer and keyboard, on a phone and a desk, with hostile input and offline. */
import { readFileSync } from 'node:fs'
import { createServer, type Server } from 'node:http'
import { createRequire } from 'node:module'
import type { AddressInfo } from 'node:net'
import { fileURLToPath } from 'node:url'
import type { AxeResults } from 'axe-core'
import type { Browser, BrowserContext, Page } from 'playwright-core'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { answering, pageFiles } from '../../src/cli/web-files.ts'
import { hasBrowser, openBrowser } from '../support/browser.ts'

const AXE = readFileSync(createRequire(import.meta.url).resolve('axe-core/axe.min.js'), 'utf8')
const ROOT = fileURLToPath(new URL('../../', import.meta.url))
const OUT = `${ROOT}node_modules/.cache/ogee/test-web`

/** As long as a search on a busy machine may take. */
const PATIENCE = 45_000

describe.skipIf(!hasBrowser)('the page', () => {
  let browser: Browser
  let server: Server
  let site: string
  beforeAll(async () => {
    const { build } = await import('vite')
    await build({ root: `${ROOT}web`, logLevel: 'error', build: { outDir: OUT, emptyOutDir: true } })
    server = createServer(answering(pageFiles(OUT)))
    await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve))
    site = `http://127.0.0.1:${(server.address() as AddressInfo).port}/`
    browser = await openBrowser()
  }, 120_000)
  afterAll(async () => {
    await browser.close()
    server.closeAllConnections()
    server.close()
  })

  /** Uses the page; the console must stay silent. */
  async function opened<T>(
    address: string,
    use: (page: Page, context: BrowserContext) => Promise<T>,
    look: Parameters<Browser['newContext']>[0] = {},
  ): Promise<T> {
    const context = await browser.newContext({ reducedMotion: 'reduce', serviceWorkers: 'block', ...look })
    context.setDefaultTimeout(PATIENCE)
    try {
      const page = await context.newPage()
      const complaints: string[] = []
      page.on('console', (message) => {
        if (!/^Service Worker registration blocked/.test(message.text())) complaints.push(message.text())
      })
      page.on('pageerror', (error) => complaints.push(error.message))
      await page.goto(`${site}${address}`)
      const made = await use(page, context)
      expect(complaints).toEqual([])
      return made
    } finally {
      await context.close()
    }
  }

  const hashIs = (page: Page, wanted: RegExp) =>
    expect.poll(() => page.evaluate('location.hash'), { timeout: PATIENCE }).toMatch(wanted)

  const formula = (page: Page) => page.getByRole('textbox', { name: 'formula' })
  const lines = (page: Page) => page.locator('#view .work > li')

  test(
    'a formula is typed, read, and derived step by step',
    async () => {
      await opened('', async (page) => {
        await lines(page).nth(2).waitFor()
        await formula(page).fill('x^3')
        await page.locator('#reading msup').waitFor()
        await page.getByText('power rule').waitFor()
        expect(await lines(page).count()).toBe(2)
        await page.getByRole('button', { name: 'from the beginning' }).click()
        expect(await lines(page).count()).toBe(1)
        await page.getByRole('button', { name: 'hint' }).click()
        expect(await page.getByRole('status').textContent()).toContain('power rule')
        await page.getByRole('button', { name: 'next step' }).click()
        expect(await lines(page).count()).toBe(2)
        await page.getByRole('button', { name: 'power rule' }).click()
        await page.getByText('means', { exact: true }).waitFor()
        await hashIs(page, /^#f=x\^3/)
      })
    },
    PATIENCE * 2,
  )

  test(
    'what is wrong is told after a rest, with its place; another reading is one click away',
    async () => {
      await opened('', async (page) => {
        await formula(page).fill('1/(1+)')
        await page.getByRole('alert').waitFor()
        expect(await page.getByRole('alert').locator('mark').textContent()).toBe(')')
        expect(await formula(page).getAttribute('aria-invalid')).toBe('true')
        await formula(page).fill('1/2x')
        const other = page.getByRole('button', { name: /^meant/ }).first()
        await other.waitFor()
        await other.click()
        expect(await formula(page).inputValue()).not.toBe('1/2x')
      })
    },
    PATIENCE * 2,
  )

  test(
    'another form: the way there, or where it differs',
    async () => {
      await opened('#view=forms', async (page) => {
        const other = page.getByRole('textbox', { name: /other form/ })
        await other.fill('e^x/(1+e^x)')
        await page.getByRole('heading', { name: 'From yours to theirs' }).waitFor()
        expect(await lines(page).count()).toBeGreaterThan(1)
        await other.fill('e^x/(2+e^x)')
        await page.locator('.verdict.different').waitFor()
        await page.locator('figure svg').waitFor()
      })
    },
    PATIENCE * 2,
  )

  test(
    'wrong work is found, and the mistake named',
    async () => {
      await opened('#view=marking', async (page) => {
        await page.getByRole('textbox', { name: /your lines/ }).fill("f(x) = sin(x^2)\nf'(x) = cos(x^2)")
        await page.getByText('inner derivative dropped').first().waitFor()
        expect(await page.locator('.amiss').count()).toBe(1)
      })
    },
    PATIENCE * 2,
  )

  test(
    'the picture is walked along by keyboard, moved and enlarged',
    async () => {
      await opened('#f=a*x^2&view=picture', async (page) => {
        const plane = page.getByRole('application')
        await plane.focus()
        await page.keyboard.press('ArrowRight')
        const trace = page.locator('.trace')
        expect(await trace.textContent()).toMatch(/x = .*f = .*f′ = /)
        const before = await plane.locator('svg').first().innerHTML()
        await page.keyboard.press('+')
        await hashIs(page, /from=/)
        await expect
          .poll(() => plane.locator('svg').first().innerHTML(), { timeout: PATIENCE })
          .not.toBe(before)
        const slider = page.getByRole('slider')
        await slider.focus()
        await page.keyboard.press('ArrowRight')
        await hashIs(page, /letters=a=/)
      })
    },
    PATIENCE * 2,
  )

  test(
    'claims are judged, values have right digits, code is emitted',
    async () => {
      await opened("#view=properties&claim=f' <= 1/4", async (page) => {
        await page.locator('.verdict.true').waitFor()
        await page.getByRole('textbox', { name: /claim/ }).fill('f is odd')
        await page.keyboard.press('Enter')
        await page.locator('.verdict.false').waitFor()
      })
      await opened('#view=numbers&at=0', async (page) => {
        await page.getByText('0.25', { exact: true }).waitFor()
      })
      await opened('#view=code&language=c', async (page) => {
        await page.getByText('#include <math.h>').waitFor()
        await page.getByLabel('language').selectOption('pytorch')
        await page.getByText('torch.autograd.Function').waitFor()
      })
    },
    PATIENCE * 3,
  )

  test('tabs are reached and changed by keyboard alone', async () => {
    await opened('', async (page) => {
      await page.getByRole('tab', { name: 'Derivation' }).focus()
      await page.keyboard.press('ArrowRight')
      await page.getByRole('tab', { name: 'Another form', selected: true }).waitFor()
      await page.keyboard.press('End')
      expect(await page.evaluate("document.activeElement.getAttribute('aria-selected')")).toBe('true')
    })
  })

  const VIEWS = [
    'derivation',
    'forms&other=e^x/(1+e^x)',
    'marking&lines=x^2%0A2x',
    'picture',
    'numbers',
    'code',
    "properties&claim=f' <= 1/4",
  ]
  test.each(VIEWS)(
    '%s: for everybody, and no wider than the screen',
    async (view) => {
      for (const [width, colorScheme] of [
        [390, 'light'],
        [1280, 'dark'],
      ] as const)
        await opened(
          `#view=${view}`,
          async (page) => {
            await page.locator('#view math, #view svg, #view pre, #view .marked').first().waitFor()
            await page.locator('[aria-busy=true]').waitFor({ state: 'detached' })
            await page.evaluate(AXE)
            const { violations } = (await page.evaluate(
              "axe.run({ resultTypes: ['violations'] })",
            )) as AxeResults
            expect(violations.map(({ id, nodes }) => `${id}: ${nodes[0]?.html}`)).toEqual([])
            expect(await page.evaluate('document.documentElement.scrollWidth')).toBeLessThanOrEqual(width)
          },
          { viewport: { width, height: 844 }, colorScheme, bypassCSP: true },
        )
    },
    PATIENCE * 3,
  )

  test(
    'hostile addresses and inputs are shown as text, and the page lives on',
    async () => {
      const hostile = [
        '<img src=x onerror=alert(1)>',
        `${'('.repeat(4_000)}`,
        '__proto__',
        'constructor(x)',
        '\u202e1/(1+x)\u0007',
        `${'x+'.repeat(200)}x`,
      ]
      for (const text of hostile)
        await opened(`#f=${encodeURIComponent(text)}&view=toString&__proto__=1`, async (page) => {
          await page.locator('#reading').waitFor()
          await page.getByRole('alert').or(page.locator('#reading math')).first().waitFor()
          expect(await page.locator('#page img').count()).toBe(0)
          await formula(page).fill('x^2')
          await page.getByText('power rule').waitFor()
        })
      await opened('', async (page) => {
        await formula(page).fill('x'.repeat(1_000_000))
        await page.getByRole('alert').waitFor()
        await formula(page).fill('x^2')
        await page.getByText('power rule').waitFor()
      })
    },
    PATIENCE * 4,
  )

  test(
    'after the first visit it works without a network',
    async () => {
      await opened(
        '',
        async (page, context) => {
          await lines(page).nth(2).waitFor()
          await page.evaluate('navigator.serviceWorker.ready')
          await expect
            .poll(() => page.evaluate('caches.keys().then((all) => all.length)'), { timeout: PATIENCE })
            .toBeGreaterThan(0)
          await page.reload()
          await lines(page).nth(2).waitFor()
          await context.setOffline(true)
          await page.reload()
          await lines(page).nth(2).waitFor()
        },
        { serviceWorkers: 'allow' },
      )
    },
    PATIENCE * 3,
  )
})
