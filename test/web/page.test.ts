/** The page as a person uses it: with pointer and keyboard, on a phone and a desk, with hostile input and offline. */
import type { Page } from 'playwright-core'
import { describe, expect, test } from 'vitest'
import { hasBrowser } from '../support/browser.ts'
import { hashIs, isForEverybody, LOOKS, PATIENCE, site } from './site.ts'

describe.skipIf(!hasBrowser)('the page', () => {
  const opened = site('test-web')

  const formula = (page: Page) => page.getByRole('textbox', { name: 'formula' })
  const lines = (page: Page) => page.locator('#view > div > .work > li')

  test(
    'a formula is typed, read, and derived step by step',
    async () => {
      await opened('', async (page) => {
        await lines(page).nth(2).waitFor()
        await formula(page).fill('x^3')
        await page.locator('#reading msup').waitFor()
        await page.getByText('power rule').first().waitFor()
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
    'the story of the sigmoid is there without a click; a step shows what it was, opens and is copied',
    async () => {
      await opened('', async (page, context) => {
        await context.grantPermissions(['clipboard-read', 'clipboard-write'])
        const copied = (): Promise<string> => page.evaluate('navigator.clipboard.readText()')
        await lines(page).nth(2).waitFor()
        await page.getByRole('region', { name: 'in terms of the function itself' }).waitFor()
        const second = lines(page).nth(2)
        expect(await page.locator('.before mrow.mark').count()).toBe(0)
        await second.locator('button.rule').first().focus()
        await lines(page).nth(1).locator('.before mrow.mark').waitFor()
        await page.keyboard.press('Enter')
        await second.getByRole('button', { name: 'as MathML' }).click()
        await second.getByText('copied').waitFor()
        expect(await copied()).toMatch(/^<math xmlns.*<mo>=<\/mo>/s)
        await page.getByRole('button', { name: 'all as LaTeX' }).click()
        await expect.poll(copied, { timeout: PATIENCE }).toContain('\\begin{align')
        await lines(page).nth(3).locator('summary').click()
        await lines(page).nth(3).locator('.steps .work > li').nth(1).waitFor()
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
        await page.getByRole('heading', { name: 'From f to the other form' }).waitFor()
        expect(await lines(page).count()).toBeGreaterThan(1)
        await other.fill('e^x/(2+e^x)')
        await page.locator('.verdict.different').waitFor()
        await page.locator('figure svg').waitFor()
        await other.fill('e^x/(1+e^x)^2')
        await page.getByRole('heading', { name: 'From f′ to the other form' }).waitFor()
        await page.getByLabel('compared with').selectOption('0')
        await page.locator('.verdict.different').waitFor()
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
      await opened('#f=hill(x,a,k,n)&view=picture&assume=x>=0', async (page) => {
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
        const slider = page.getByRole('slider', { name: 'n, Hill coefficient' })
        await slider.focus()
        await page.keyboard.press('ArrowRight')
        await hashIs(page, /letters=a=1,k=1,n=1\.0/)
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
      await opened('#f=ln(1+e^x)&view=numbers&at=40', async (page) => {
        await page.getByText('40.0000000000000000042483542553').waitFor()
        await page.getByRole('region', { name: 'errors in double precision' }).locator('svg').waitFor()
      })
      await opened('#view=code&language=c', async (page) => {
        await page.getByText('#include <math.h>').waitFor()
        await page.getByLabel('language').selectOption('pytorch')
        await page.getByText('torch.autograd.Function').waitFor()
      })
    },
    PATIENCE * 3,
  )

  test(
    'what is long is compressed in the address, and is there again; formulas looked at before are kept',
    async () => {
      await opened('#view=marking', async (page) => {
        const written = page.getByRole('textbox', { name: /your lines/ })
        const long = `x^2\n${'# so far so good\n'.repeat(200)}2x`
        await written.fill(long)
        await hashIs(page, /^#z=[\w-]+$/)
        expect(((await page.evaluate('location.hash')) as string).length).toBeLessThan(500)
        await page.reload()
        await written.waitFor()
        expect(await written.inputValue()).toBe(long)
        await page.evaluate("location.hash = '#z=AAAA'")
        await page.getByRole('tab', { name: 'Derivation', selected: true }).waitFor()
        await formula(page).fill('x^5')
        await expect
          .poll(() => page.evaluate("localStorage.getItem('ogee-history')"), { timeout: PATIENCE })
          .toContain('x^5')
        await formula(page).fill('x^6')
        const earlier = page.getByRole('combobox', { name: 'earlier' })
        await earlier.selectOption('x^5')
        expect(await formula(page).inputValue()).toBe('x^5')
      })
    },
    PATIENCE * 2,
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
    'forms&other=e^x/(1+e^x)^2',
    'marking&lines=x^2%0A2x',
    'picture&f=hill(x,a,k,n)',
    'numbers',
    'code',
    "properties&claim=f' <= 1/4",
    'article',
  ]
  test.each(VIEWS)(
    '%s: for everybody, and no wider than the screen',
    async (view) => {
      for (const look of LOOKS)
        await opened(
          `#view=${view}`,
          async (page) => {
            await page.locator('#view math, #view svg, #view pre, #view .marked').first().waitFor()
            await isForEverybody(page)
          },
          look,
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
          await page.getByText('power rule').first().waitFor()
        })
      await opened('', async (page) => {
        await formula(page).fill('x'.repeat(1_000_000))
        await page.getByRole('alert').waitFor()
        await formula(page).fill('x^2')
        await page.getByText('power rule').first().waitFor()
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
