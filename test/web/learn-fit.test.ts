/** Fitting and learning on the page, as a person uses it: tables chosen, dropped and bad, steps taken and run. */
import { Buffer } from 'node:buffer'
import type { Page } from 'playwright-core'
import { describe, expect, test } from 'vitest'
import { hasBrowser } from '../support/browser.ts'
import { hashIs, isForEverybody, LOOKS, PATIENCE, site } from './site.ts'

/** A file of a person's own. */
const csv = (text: string | Buffer, name = 'own.csv') => ({
  name,
  mimeType: 'text/csv',
  buffer: Buffer.from(text as string),
})

/** y = 3·e^(−0.4·t), not quite. */
const DECAY = ['run,t,signal', ...[0, 1, 2, 3, 4, 5, 6].map(decayRow)].join('\n')

function decayRow(t: number): string {
  return `a,${t},${(3 * Math.exp(-0.4 * t) + (t % 2 === 0 ? 0.01 : -0.01)).toFixed(4)}`
}

const choice = (page: Page, name: string) => page.getByRole('combobox', { name, exact: true })
const model = (page: Page) => page.getByRole('textbox', { name: /^model/ })

const cell = (page: Page, row: string) =>
  page.getByRole('row', { name: new RegExp(`^${row} `) }).getByRole('cell')

/** The first number of a row. */
const numberIn = async (page: Page, row: string): Promise<number> =>
  Number((await cell(page, row).first().textContent())?.replace('−', '-'))

describe.skipIf(!hasBrowser)('learning and fitting on the page', () => {
  const opened = site('test-web-learn-fit')

  test(
    'a built-in table is fitted; the curve is shown with what it means',
    async () => {
      await opened('#view=fit', async (page) => {
        await page.getByText('the data determine every parameter').waitFor()
        expect(await numberIn(page, 'c')).toBeGreaterThan(8)
        expect(await numberIn(page, 'c')).toBeLessThan(18)
        expect(await cell(page, 'c').last().textContent()).toContain('EC50')
        expect(await page.locator('#view figure svg').count()).toBe(2)
        await page.getByRole('textbox', { name: 'numbers made of the parameters' }).fill('d - a')
        await page.getByRole('row', { name: /^d - a / }).waitFor()
        await choice(page, 'data').selectOption('low')
        await page.locator('.verdict.false').waitFor()
        await hashIs(page, /data=low/)
      })
    },
    PATIENCE * 2,
  )

  test(
    'an own table: a file is chosen, its columns, and any formula as model',
    async () => {
      await opened('#view=fit', async (page) => {
        await page.locator('input[type=file]').setInputFiles(csv(DECAY))
        await model(page).fill('a*e^(-k*x)')
        await expect
          .poll(() => numberIn(page, 'k').catch(() => Number.NaN), { timeout: PATIENCE })
          .toBeCloseTo(0.4, 1)
        expect(await choice(page, 'across, x').inputValue()).toBe('t')
        await choice(page, 'up, y').selectOption('t')
        await choice(page, 'across, x').selectOption('signal')
        await hashIs(page, /x=signal&y=t/)
        await choice(page, 'across, x').selectOption('run')
        await page.getByText(/line 2, column run: "a" is no number/).waitFor()
        await choice(page, 'data').selectOption('enzyme')
        await page.getByText('the data determine every parameter').waitFor()
      })
    },
    PATIENCE * 2,
  )

  const BAD: readonly (readonly [what: string, text: string | Buffer, said: RegExp])[] = [
    ['no text', Buffer.from([0x89, 0x50, 0x4e, 0x47, 0xff, 0xfe, 0x00]), /not UTF-8/],
    ['nothing', '', /holds no data/],
    ['names only', 'x,y\n', /holds no data/],
    ['a row that is short', 'x,y\n1,2\n3\n', /line 3: 1 fields under 2 names/],
    ['words among numbers', 'x,y\n1,2\n2,<b>many</b>\n', /line 3, column y: "<b>many<\/b>" is no number/],
    ['a quote without an end', 'x,y\n1,"2\n3,4\n', /a quote is not ended/],
    ['one row', 'x,y\n1,2\n', /there is 1 row for 4 parameters/],
    ['far too much', 'x,y\n'.padEnd(10_000_000, '1,2\n'), /has 10.0 MB/],
  ]
  test(
    'bad tables are refused with their place, and the page lives on',
    async () => {
      await opened('#view=fit', async (page) => {
        for (const [what, text, said] of BAD) {
          await page.locator('input[type=file]').setInputFiles(csv(text))
          await expect
            .poll(
              () =>
                page
                  .getByRole('alert')
                  .first()
                  .textContent()
                  .catch(() => ''),
              {
                timeout: PATIENCE,
                message: what,
              },
            )
            .toMatch(said)
        }
        await choice(page, 'data').selectOption('growth')
        await page.getByText('the data determine every parameter').waitFor()
      })
    },
    PATIENCE * 3,
  )

  test(
    'a table is typed, and dropped',
    async () => {
      await opened('#view=fit', async (page) => {
        await page.getByText('the table as text, to be read').click()
        await page.getByRole('textbox', { name: 'the table as text' }).fill('x,y\n1,3\n2,5\n3,7.2\n4,9')
        await model(page).fill('m*x + b')
        await expect.poll(() => numberIn(page, 'm').catch(() => 0), { timeout: PATIENCE }).toBeCloseTo(2, 1)
        await page.evaluate(DROP)
        await expect.poll(() => numberIn(page, 'm').catch(() => 0), { timeout: PATIENCE }).toBeCloseTo(-1, 1)
      })
    },
    PATIENCE * 2,
  )

  test(
    'regression: the border, the weights, and one step whose numbers add up',
    async () => {
      await opened('#view=learn', async (page) => {
        await page.locator('#view figure svg').waitFor()
        expect(await numberIn(page, 'hours')).toBeGreaterThan(0)
        const step = page.getByRole('group', { name: /the step from row 1/ })
        const rows = await step.locator('tbody tr').allTextContents()
        expect(rows).toHaveLength(3)
        const [z = Number.NaN, p = Number.NaN] = await chainNumbers(page)
        expect(p).toBeCloseTo(1 / (1 + Math.exp(-z)), 3)
        await page.getByRole('spinbutton', { name: 'row' }).fill('7')
        await page.getByRole('group', { name: /the step from row 7/ }).waitFor()
        await page.getByRole('checkbox', { name: 'sleep' }).uncheck()
        await hashIs(page, /features=hours/)
        await expect
          .poll(() => page.getByRole('row', { name: /^sleep / }).count(), { timeout: PATIENCE })
          .toBe(0)
        await page.locator('input[type=file]').setInputFiles(csv('x,y\n1,0\n2,0\n3,1\n4,1\n'))
        await page.getByText(/x separates the outcomes/).waitFor()
        await page.getByText(/there is no row 7: the rows are 1 to 4/).waitFor()
      })
    },
    PATIENCE * 2,
  )

  test(
    'a network: a step, a run, a pause, from the beginning; gradients are seen to vanish',
    async () => {
      await opened('#view=learn&lesson=network&activation=tanh(x)&depth=2', async (page) => {
        const said = page.locator('#view output.trace')
        await said.getByText(/^After 0 steps/).waitFor()
        await page.getByRole('button', { name: 'one step' }).press('Enter')
        await said.getByText(/^After 1 step:/).waitFor()
        await page.keyboard.press('Enter')
        await said.getByText(/^After 2 steps/).waitFor()
        await page.getByRole('button', { name: 'run' }).click()
        await said.getByText(/^After [1-9]\d+ steps/).waitFor()
        await page.getByRole('button', { name: 'pause' }).click()
        await page.getByRole('button', { name: 'from the beginning' }).click()
        await said.getByText(/^After 0 steps/).waitFor()
        await page.getByRole('textbox', { name: /activation/ }).fill('')
        await page.getByRole('spinbutton', { name: 'hidden layers' }).fill('8')
        await hashIs(page, /depth=8/)
        const layers = page.getByRole('group', { name: 'what each layer does' }).locator('tbody tr')
        await expect.poll(() => layers.count(), { timeout: PATIENCE }).toBe(9)
        const gradient = async (i: number): Promise<number> =>
          fromScientific((await layers.nth(i).getByRole('cell').nth(2).textContent()) ?? '')
        expect(await gradient(0)).toBeLessThan(0.01 * (await gradient(7)))
        await page.getByText('Does the gradient vanish?').waitFor()
        await page.getByRole('spinbutton', { name: 'hidden layers' }).fill('99')
        await page.getByRole('alert').waitFor()
      })
    },
    PATIENCE * 3,
  )

  test(
    'hostile addresses and tables are text, and the page lives on',
    async () => {
      const hostile = [
        'fit&data=__proto__&model=<img src=x onerror=alert(1)>&x=__proto__&quantity=constructor',
        `fit&model=${'('.repeat(4_000)}`,
        'learn&features=__proto__&outcome=toString&row=1e9&rate=NaN',
        'learn&lesson=network&depth=1e9&width=-1&initial=__proto__&task=constructor',
        `learn&lesson=network&activation=${'x+'.repeat(300)}x*x`,
      ]
      for (const view of hostile)
        await opened(`#view=${view.split('&').map(encodeURI).join('&')}`, async (page) => {
          await page.getByRole('alert').or(page.locator('#view table')).first().waitFor()
          expect(await page.locator('#page img').count()).toBe(0)
          await page.getByRole('tab', { name: 'Fit' }).click()
          await model(page).fill('doseresponse')
          await page.getByText('the data determine every parameter').waitFor()
          const strange = csv(
            '__proto__,constructor,toString\n1,2,0\n2,4.1,1\n3,6,0\n4,8,1',
            '<img src=y>.csv',
          )
          await page.locator('input[type=file]').setInputFiles(strange)
          await model(page).fill('a + b*x')
          await expect.poll(() => numberIn(page, 'b').catch(() => 0), { timeout: PATIENCE }).toBeCloseTo(2, 1)
          expect(await page.locator('#page img').count()).toBe(0)
        })
    },
    PATIENCE * 5,
  )

  test.each(['fit', 'fit&data=low', 'learn', 'learn&lesson=network'])(
    '%s: for everybody, and no wider than the screen',
    async (view) => {
      for (const look of LOOKS)
        await opened(
          `#view=${view}`,
          async (page) => {
            await page.locator('#view figure svg').first().waitFor()
            await page.locator('#view table').first().waitFor()
            await isForEverybody(page)
          },
          look,
        )
    },
    PATIENCE * 3,
  )
})

/** 1.5·10⁻³ as a number. */
const fromScientific = (text: string): number => {
  const [digits = '', power = ''] = text.split('·10')
  const plain = [...power].map((sign) => (sign === '⁻' ? '-' : '⁰¹²³⁴⁵⁶⁷⁸⁹'.indexOf(sign))).join('')
  return Number(`${digits}e${plain}`)
}

/** Drops a file where tables are taken. */
const DROP = `{
  const transfer = new DataTransfer()
  transfer.items.add(new File(['x,y\\n1,9\\n2,8\\n3,7.1\\n4,6'], 'dropped.csv', { type: 'text/csv' }))
  const place = document.querySelector('.table-choice')
  place.dispatchEvent(new DragEvent('drop', { dataTransfer: transfer, bubbles: true, cancelable: true }))
}`

/** z and p of the step. */
async function chainNumbers(page: Page): Promise<number[]> {
  const lines = await page.locator('#view .chain li').allTextContents()
  return lines.slice(0, 2).map((line) => Number(/= (−?[\d.]+)(?:: .*)?$/.exec(line)?.[1]?.replace('−', '-')))
}
