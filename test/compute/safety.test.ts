/** No code is made from text: pages with a strict policy run kernels, and what is published has nothing to make code with. */
import { readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { build as bundle } from 'esbuild'
import { parseSync, Visitor } from 'oxc-parser'
import { beforeAll, describe, expect, test } from 'vitest'
import { ROOT } from '../../scripts/command.mjs'
import { build } from '../cli/run-ogee.ts'
import { hasBrowser, openBrowser } from '../support/browser.ts'

const STRICT = "default-src 'self'; script-src 'self'"
const WITH_KERNELS = `${STRICT} 'wasm-unsafe-eval'`

/** What a page does; what it found is its text. */
const PAGE = `
import { allowFusing, compile, emit, threaded } from './compute.js'
const refused = (run) => { try { run(); return false } catch { return true } }
const sigmoid = compile('1/(1 + e^-x)', { gradient: true })
const xs = new Float64Array([-750, -40, -1, 0, 2, 40])
const { value, gradient: [slope] } = sigmoid(xs)
const room = await threaded(compile('log(1 + e^x)'), 3)
room.inputs.x.set([-40, 0, 800])
room.run()
document.body.textContent = JSON.stringify({
  noEval: refused(() => globalThis.eval('1')) && refused(() => new Function('return 1')),
  vectors: sigmoid.vectors,
  threads: room.threads,
  fuses: typeof allowFusing(),
  value: [...value],
  slope: [...slope],
  softplus: [...room.value],
  source: emit('x^2', 'javascript').includes('return x * x'),
})
document.title = 'done'
`

interface Found {
  readonly noEval: boolean
  readonly vectors: boolean
  readonly threads: number
  readonly fuses: string
  readonly value: readonly number[]
  readonly slope: readonly number[]
  readonly softplus: readonly number[]
  readonly source: boolean
}

describe.skipIf(!hasBrowser)('in a page', () => {
  let compute = ''
  beforeAll(async () => {
    const entryPoints = [join(ROOT, 'src/compute/index.ts')]
    const made = await bundle({ entryPoints, bundle: true, format: 'esm', write: false, logLevel: 'error' })
    compute = made.outputFiles[0]?.text ?? ''
  })

  /** What the page with this policy finds. */
  async function found(policy: string): Promise<Found> {
    const browser = await openBrowser()
    try {
      const page = await browser.newPage()
      const errors: string[] = []
      page.on('pageerror', ({ message }) => errors.push(message))
      const files: Readonly<Record<string, readonly [type: string, body: string]>> = {
        '/': [
          'text/html',
          '<!doctype html><title>…</title><script type="module" src="page.js"></script><body>',
        ],
        '/page.js': ['text/javascript', PAGE],
        '/compute.js': ['text/javascript', compute],
      }
      await page.route('**/*', (route) => {
        const [contentType, body] = files[new URL(route.request().url()).pathname] ?? ['text/plain', '']
        return route.fulfill({ contentType, body, headers: { 'content-security-policy': policy } })
      })
      await page.goto('https://ogee.test/')
      await page.waitForFunction("document.title === 'done'", undefined, { timeout: 20_000 }).catch(() => {})
      expect(errors).toEqual([])
      return JSON.parse((await page.evaluate('document.body.innerText')) as string) as Found
    } finally {
      await browser.close()
    }
  }

  const near = (found_: readonly number[], right: readonly number[]): void =>
    found_.forEach((value, i) => {
      expect(Math.abs(value - (right[i] as number))).toBeLessThanOrEqual(1e-14 * (right[i] as number))
    })

  test.each([
    ['with vectors', WITH_KERNELS, true],
    ['without WebAssembly', STRICT, false],
  ])('kernels run where no code is made from text, %s', async (_, policy, vectors) => {
    const { value, slope, softplus, ...others } = await found(policy)
    expect(others).toEqual({ noEval: true, vectors, threads: 1, fuses: 'boolean', source: true })
    const [tail, small, one] = [Math.exp(-750), Math.exp(-40), Math.exp(-1)]
    near(value, [tail, small, one / (1 + one), 0.5, 1 / (1 + Math.exp(-2)), 1])
    near(slope, [tail, small, one / (1 + one) ** 2, 0.25, Math.exp(-2) / (1 + Math.exp(-2)) ** 2, small])
    near(softplus, [small, Math.LN2, 800])
  })
})

/** What would make code from text, in a module. */
function makersOfCode(code: string): string[] {
  const names: string[] = []
  const isMaker = (node: { readonly type: string }): boolean =>
    node.type === 'Identifier' && ['Function', 'eval'].includes((node as unknown as { name: string }).name)
  const visited = (node: {
    readonly callee: { readonly type: string }
    readonly start: number
    readonly end: number
  }) => {
    if (isMaker(node.callee)) names.push(code.slice(node.start, Math.min(node.end, node.start + 60)))
  }
  new Visitor({ CallExpression: visited, NewExpression: visited }).visit(parseSync('a.js', code).program)
  return names
}

test('what would make code from text is seen', () => {
  const bad = ["eval('1')", "new Function('return 1')", "Function('return 1')()", "(0, eval)('1')"]
  expect(bad.slice(0, 3).map((code) => makersOfCode(code).length)).toEqual([1, 1, 1])
  expect(makersOfCode('f.eval(1); retrieval(2); "eval(3)"')).toEqual([])
})

test('what is published makes no code from text', async () => {
  await build()
  const files = readdirSync(join(ROOT, 'dist'), { recursive: true, encoding: 'utf8' }).filter((file) =>
    file.endsWith('.js'),
  )
  expect(files.length).toBeGreaterThan(100)
  const found = files.flatMap((file) =>
    makersOfCode(readFileSync(join(ROOT, 'dist', file), 'utf8')).map((code) => `${file}: ${code}`),
  )
  expect(found).toEqual([])
}, 120_000)
