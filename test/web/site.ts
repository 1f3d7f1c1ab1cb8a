/** The page, built and served for a test, and opened in a browser whose console must stay silent. */
import { readFileSync } from 'node:fs'
import { createServer, type Server } from 'node:http'
import { createRequire } from 'node:module'
import type { AddressInfo } from 'node:net'
import { fileURLToPath } from 'node:url'
import type { AxeResults } from 'axe-core'
import type { Browser, BrowserContext, Page } from 'playwright-core'
import { afterAll, beforeAll, expect } from 'vitest'
import { answering, pageFiles } from '../../src/cli/web-files.ts'
import { openBrowser } from '../support/browser.ts'

const AXE = readFileSync(createRequire(import.meta.url).resolve('axe-core/axe.min.js'), 'utf8')
const ROOT = fileURLToPath(new URL('../../', import.meta.url))

/** As long as a search on a busy machine may take. */
export const PATIENCE = 45_000

export type Use<T> = (page: Page, context: BrowserContext) => Promise<T>
export type Look = Parameters<Browser['newContext']>[0]

/** The page, built before the tests of a file into a folder of this name; what opens it at an address. */
export function site(folder: string): <T>(address: string, use: Use<T>, look?: Look) => Promise<T> {
  const out = `${ROOT}node_modules/.cache/ogee/${folder}`
  let browser: Browser
  let server: Server
  beforeAll(async () => {
    const { build } = await import('vite')
    await build({ root: `${ROOT}web`, logLevel: 'error', build: { outDir: out, emptyOutDir: true } })
    server = createServer(answering(pageFiles(out)))
    await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve))
    browser = await openBrowser()
  }, 120_000)
  afterAll(async () => {
    await browser.close()
    server.closeAllConnections()
    server.close()
  })
  return async (address, use, look = {}) => {
    const context = await browser.newContext({ reducedMotion: 'reduce', serviceWorkers: 'block', ...look })
    context.setDefaultTimeout(PATIENCE)
    try {
      const page = await context.newPage()
      const complaints: string[] = []
      page.on('console', (message) => {
        if (!/^Service Worker registration blocked/.test(message.text())) complaints.push(message.text())
      })
      page.on('pageerror', (error) => complaints.push(error.message))
      await page.goto(`http://127.0.0.1:${(server.address() as AddressInfo).port}/${address}`)
      const made = await use(page, context)
      expect(complaints).toEqual([])
      return made
    } finally {
      await context.close()
    }
  }
}

export const hashIs = (page: Page, wanted: RegExp): Promise<void> =>
  expect.poll(() => page.evaluate('location.hash'), { timeout: PATIENCE }).toMatch(wanted)

/** A narrow light screen, and a wide dark one; axe needs a page without its policy. */
export const LOOKS = [
  { viewport: { width: 390, height: 844 }, colorScheme: 'light', bypassCSP: true },
  { viewport: { width: 1280, height: 844 }, colorScheme: 'dark', bypassCSP: true },
] as const

/** For everybody, and no wider than the screen. */
export async function isForEverybody(page: Page): Promise<void> {
  await page.locator('[aria-busy=true]').waitFor({ state: 'detached' })
  await page.evaluate(AXE)
  const { violations } = (await page.evaluate("axe.run({ resultTypes: ['violations'] })")) as AxeResults
  expect(violations.map(({ id, nodes }) => `${id}: ${nodes[0]?.html}`)).toEqual([])
  expect(await page.evaluate('document.documentElement.scrollWidth - innerWidth')).toBeLessThanOrEqual(0)
}
