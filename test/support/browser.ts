/** A browser for tests that need one, and a reader of PDF; `undefined` where there is none. */
import { spawnSync } from 'node:child_process'
import { type Browser, chromium } from 'playwright-core'
import { BROWSERS, PDF_READER } from '../../scripts/tools.mjs'

/** Where the command is. */
function pathOf(command: string): string | undefined {
  const { status, stdout } = spawnSync('sh', ['-c', 'command -v "$0"', command], { encoding: 'utf8' })
  return status === 0 ? stdout.trim() : undefined
}

const found = BROWSERS.map(pathOf).find((path) => path !== undefined)

export const hasBrowser: boolean = found !== undefined
export const readsPdf: boolean = pathOf(PDF_READER) !== undefined

/** Opens nothing but what it is told to. */
const ARGUMENTS = [
  '--headless',
  '--no-sandbox',
  '--disable-gpu',
  '--disable-quic',
  '--no-first-run',
  '--disable-background-networking',
  '--disable-component-update',
  '--disable-sync',
]

export const openBrowser = (): Promise<Browser> =>
  chromium.launch({ executablePath: found as string, args: ARGUMENTS })

/** The words of a PDF. */
export const wordsOfPdf = (pdf: Buffer): string =>
  spawnSync(PDF_READER, ['-', '-'], { input: pdf, encoding: 'utf8', maxBuffer: 1e8 }).stdout
