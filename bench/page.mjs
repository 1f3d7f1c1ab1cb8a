/**
 * The page in a browser: how much JavaScript it loads before it is seen, for the first derivation and for every view;
 * its first render against that of an empty page of the same kind; and typing, how long the main thread is held and
 * when the new derivation is there. `npm run bench -- page`; a folder as argument is measured instead of dist/web.
 */

import { spawnSync } from 'node:child_process'
import { mkdirSync, readFileSync, writeFileSync } from 'node:fs'
import { createServer } from 'node:http'
import { extname, join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { gzipSync } from 'node:zlib'
import { chromium } from 'playwright-core'
import { build } from 'vite'
import { BROWSERS } from '../scripts/tools.mjs'
import { median, race, table } from './harness.mjs'

const ROOT = fileURLToPath(new URL('../', import.meta.url))
const PAGE = process.argv[2] ?? join(ROOT, 'dist/web')
const EMPTY = join(ROOT, 'node_modules/.cache/ogee/empty-page')
const LIMITS = { first: 20_000, all: 150_000, render: 1.3, task: 50, derivation: 150, throttled: 500 }

/** @type {Record<string, string>} */
const TYPES = { '.html': 'text/html', '.js': 'text/javascript', '.css': 'text/css', '.svg': 'image/svg+xml' }

/** Serves a folder and writes down what was asked for. @param {string} folder */
async function served(folder) {
  /** @type {Set<string>} */
  const asked = new Set()
  const server = createServer((request, response) => {
    const name = (request.url ?? '/').replace(/[?#].*$/, '').replace(/\/$/, '/index.html')
    try {
      const file = readFileSync(join(folder, name))
      asked.add(name)
      response.writeHead(200, {
        'content-type': TYPES[extname(name)] ?? 'application/octet-stream',
        'content-security-policy': "default-src 'self'; script-src 'self' 'wasm-unsafe-eval'",
      })
      response.end(file)
    } catch {
      response.writeHead(404).end()
    }
  })
  await new Promise((resolve) => server.listen(0, '127.0.0.1', () => resolve(undefined)))
  const { port } = /** @type {import('node:net').AddressInfo} */ (server.address())
  return { server, asked, site: `http://127.0.0.1:${port}/`, folder }
}

const size = (/** @type {string} */ folder, /** @type {Iterable<string>} */ names) =>
  [...names]
    .filter((name) => name.endsWith('.js'))
    .reduce((sum, name) => sum + gzipSync(readFileSync(join(folder, name))).length, 0)

const kilobytes = (/** @type {number} */ bytes) => `${(bytes / 1000).toFixed(1)} kB`

/** What has nothing to show, made with the same tools. */
async function emptyPage() {
  mkdirSync(EMPTY, { recursive: true })
  writeFileSync(
    join(EMPTY, 'index.html'),
    '<!doctype html><html lang="en"><title>empty</title><div id="page"></div><script type="module" src="/main.js"></script></html>',
  )
  writeFileSync(
    join(EMPTY, 'main.js'),
    "import { h, render } from 'preact'\nrender(h('h1', null, 'empty'), document.getElementById('page'))\n",
  )
  const outDir = join(EMPTY, 'out')
  await build({
    root: EMPTY,
    configFile: false,
    base: './',
    logLevel: 'error',
    build: { outDir, emptyOutDir: true },
  })
  return outDir
}

const executablePath = BROWSERS.map((name) =>
  spawnSync('sh', ['-c', 'command -v "$0"', name], { encoding: 'utf8' }).stdout.trim(),
).find(Boolean)
if (!executablePath) throw new Error(`none of ${BROWSERS.join(', ')} is installed`)
const browser = await chromium.launch({ executablePath, args: ['--no-sandbox', '--disable-gpu'] })
const [page, empty] = [await served(PAGE), await served(await emptyPage())]

/** @template T @param {string} address @param {(page: import('playwright-core').Page) => Promise<T>} use */
async function opened(address, use) {
  const context = await browser.newContext({ serviceWorkers: 'block', reducedMotion: 'reduce' })
  try {
    const tab = await context.newPage()
    await tab.goto(address)
    return await use(tab)
  } finally {
    await context.close()
  }
}

/** @type {string[]} */
const missed = []
const held = (/** @type {string} */ what, /** @type {number} */ value, /** @type {number} */ limit) => {
  if (!(value <= limit)) missed.push(`${what}: ${value.toFixed(2)}, wanted ${limit}`)
}

// How much is loaded.
const html = readFileSync(join(PAGE, 'index.html'), 'utf8')
const scripts = [...html.matchAll(/(?:src|href)="\.(\/[^"]+\.js)"/g)].map((match) => match[1] ?? '')
const first = size(PAGE, scripts)
held('JavaScript before the first render', first, LIMITS.first)
console.log(`JavaScript, gzip: ${kilobytes(first)} before the first render`)
const VIEWS = ['forms', 'marking', 'picture', 'properties', 'numbers', 'code', 'article', 'learn', 'fit']
// of the second derivative no more is said than its lines
await opened(`${page.site}#order=2`, async (tab) => {
  await tab.locator('#view .work > li').nth(2).waitFor()
  await tab.waitForLoadState('networkidle')
  const derived = size(PAGE, page.asked)
  held('JavaScript with a derivation', derived, LIMITS.all)
  console.log(`  ${kilobytes(derived)} with a derivation`)
})
page.asked.clear()
await opened(page.site, async (tab) => {
  let before = 0
  const said = async (/** @type {string} */ name) => {
    await tab.waitForLoadState('networkidle')
    const all = size(PAGE, page.asked)
    console.log(`  ${name.padEnd(12)} ${kilobytes(all - before).padStart(9)} more, ${kilobytes(all)} in all`)
    before = all
    return all
  }
  await tab.locator('#view .work > li').nth(2).waitFor()
  await tab.getByText('In terms of the function itself').waitFor()
  await said('derivation')
  for (const view of VIEWS) {
    const button = tab.locator(`#tab-${view}`)
    if ((await button.count()) === 0) continue
    await button.click()
    await tab.waitForTimeout(3_000)
    await said(view)
  }
  const own = /** @type {string[]} */ (
    await tab.evaluate(() =>
      performance.getEntriesByType('resource').map(({ name }) => new URL(name).pathname),
    )
  )
  console.log(`  of it ${kilobytes(size(PAGE, new Set(own)))} on the main thread, the rest in workers`)
})

// The first render. What runs in the page is text here, as it knows what Node does not.
const PAINTED = `new Promise((resolve) => {
  new PerformanceObserver((list) => {
    const paint = list.getEntriesByName('first-contentful-paint')[0]
    if (paint) resolve(paint.startTime)
  }).observe({ type: 'paint', buffered: true })
})`
const painted = (/** @type {string} */ site) => () => opened(site, (tab) => tab.evaluate(PAINTED))
const renders = await race(
  [
    { name: 'an empty page', run: painted(empty.site), check: (ms) => ms > 0, hasClock: true },
    { name: 'the page', run: painted(page.site), check: (ms) => ms > 0, hasClock: true },
  ],
  { rounds: 15, warmUp: 2 },
)
console.log(table(renders))
held('first render', renders[1]?.ratio ?? Number.NaN, LIMITS.render)

// Typing a formula of thirty nodes; then single digits of it, each of which makes a new derivation.
const FORMULA = '(a*x^2+b*x+c)/(1+e^(-k*(x-m)))+sin(x)*x^4'
const DIGITS = [...'13579246']

/** Makes `shown`: how long after the next input the first line has this. */
const shownOnce = (/** @type {string} */ wanted) => `globalThis.shown = new Promise((resolve) => {
  let since = 0
  addEventListener('input', () => (since = performance.now()), { capture: true, once: true })
  const watcher = new MutationObserver(() => {
    const line = document.querySelector('#view .work > li .math')
    if (since === 0 || !line?.innerHTML.includes(${JSON.stringify(wanted)})) return
    watcher.disconnect()
    requestAnimationFrame(() => setTimeout(() => resolve(performance.now() - since)))
  })
  watcher.observe(document.body, { subtree: true, childList: true, attributes: true })
}), undefined`

/** @param {number} throttle */
const typing = (throttle) =>
  opened(page.site, async (tab) => {
    await tab.locator('#view .work > li').nth(2).waitFor()
    const session = await tab.context().newCDPSession(tab)
    await session.send('Emulation.setCPUThrottlingRate', { rate: throttle })
    /** @type {any[]} */
    const events = []
    session.on('Tracing.dataCollected', ({ value }) => events.push(...value))
    await session.send('Tracing.start', {
      traceConfig: { includedCategories: ['devtools.timeline', 'disabled-by-default-devtools.timeline'] },
    })
    const field = tab.getByRole('textbox', { name: 'formula' })
    await field.fill('')
    await field.focus()
    await tab.keyboard.type(FORMULA, { delay: 80 })
    await tab.locator('#view .work').first().waitFor()
    /** @type {number[]} */
    const shown = []
    for (const digit of DIGITS) {
      await tab.waitForTimeout(300)
      await tab.evaluate(shownOnce(`<mn>4${digit}</mn>`))
      await tab.keyboard.press(digit)
      shown.push(Number(await tab.evaluate('shown')))
      await tab.keyboard.press('Backspace')
      await tab.waitForTimeout(300)
    }
    const done = new Promise((resolve) => session.once('Tracing.tracingComplete', resolve))
    await session.send('Tracing.end')
    await done
    const main = events.find(({ name, args }) => name === 'thread_name' && args?.name === 'CrRendererMain')
    const tasks = events
      .filter(
        ({ name, tid, pid, dur }) =>
          name === 'RunTask' && tid === main?.tid && pid === main?.pid && dur > 1_000,
      )
      .map(({ dur }) => dur / 1_000)
      .sort((a, b) => a - b)
    return { shown: median(shown), tasks, p95: tasks[Math.floor(0.95 * (tasks.length - 1))] ?? 0 }
  })

for (const [throttle, limit] of /** @type {const} */ ([
  [1, LIMITS.derivation],
  [4, LIMITS.throttled],
])) {
  const { shown, tasks, p95 } = await typing(throttle)
  const how = throttle === 1 ? '' : `, the main thread ${throttle} times slower`
  console.log(
    `typing${how}: a new derivation after ${shown.toFixed(0)} ms (median); of ${tasks.length} tasks above 1 ms 95% took no longer than ${p95.toFixed(1)} ms, the longest ${(tasks.at(-1) ?? 0).toFixed(0)} ms`,
  )
  held(`new derivation${how}`, shown, limit)
  if (throttle === 1) held('tasks of the main thread', p95, LIMITS.task)
}

await browser.close()
for (const { server } of [page, empty]) {
  server.closeAllConnections()
  server.close()
}
for (const one of missed) console.log(`missed: ${one}`)
if (missed.length > 0) process.exitCode = 1
