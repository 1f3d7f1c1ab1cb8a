/** "Computing it": what is said of digits is so, and the code computes the function and its derivative. */
import { expect, test } from 'vitest'
import type { Block } from '../../src/explain/article.ts'
import { type Article, evaluate, explain, render } from '../../src/index.ts'

const AMPLE = { budget: { milliseconds: 60_000 }, sections: ['computing'] }
const article = (formula: string): Article => explain(formula, AMPLE)
const blocksOf = ({ sections }: Article): readonly Block[] => sections[0]?.blocks ?? []

const CURVES: readonly (readonly [formula: string, derivative: string])[] = [
  ['sigmoid(x)', 'e^-x/(1 + e^-x)^2'],
  ['log(1 + e^x)', '1/(1 + e^-x)'],
]
const POINTS = ['-800', '-600', '-40', '-1', '0', '1/2', '3', '40', '600']

test.each(CURVES)('%s: the code keeps the digits', async (formula, derivative) => {
  const code = blocksOf(article(formula)).find((block) => block.kind === 'code')
  expect(code?.language).toBe('javascript')
  const url = `data:text/javascript,${encodeURIComponent(code?.text ?? '')}`
  const [f] = Object.values((await import(/* @vite-ignore */ url)) as object) as [
    (x: number) => { value: number; gradient: number[] },
  ]
  for (const x of POINTS) {
    const { value, gradient } = f(x === '1/2' ? 0.5 : Number(x))
    const right = [formula, derivative].map((u) => {
      const found = evaluate(u, { x }, { digits: 20 })
      return found.verdict === 'value' ? Number(found.value) : Number.NaN
    })
    ;[value, gradient[0] as number].forEach((got, i) => {
      expect(Math.abs(got - (right[i] as number))).toBeLessThanOrEqual(1e-15 * Math.abs(right[i] as number))
    })
  }
})

test('of the formula as written digits are lost that the other form keeps', () => {
  const tables = blocksOf(article('log(1 + e^x)')).filter((block) => block.kind === 'table')
  const rows = tables.flatMap(({ rows: all }) => all)
  expect(rows.some(([, before]) => Number(before) < 5)).toBe(true)
  for (const row of rows) expect(Number(row.at(-1))).toBeGreaterThanOrEqual(15)
})

test.each(['x^2', 'a*x', 'e^x'])('nothing is said of %s', (formula) => {
  const { sections, omitted } = article(formula)
  expect(sections).toEqual([])
  expect(omitted.some(({ id }) => id === 'computing')).toBe(true)
})

test.each([
  ['sigmoid(x)', 'e^-x/(1 + e^-x)^2', (f: number) => f * (1 - f)],
  ['tanh(x)', '1/cosh(x)^2', (f: number) => 1 - f * f],
])(
  '%s: the derivative through the value loses its digits, beside the one that does not',
  (formula, slope, P) => {
    const found = article(formula)
    const blocks = blocksOf(found)
    const table = blocks.findLast((block) => block.kind === 'table')
    const [where] = table?.rows ?? []
    expect(where).toBeDefined()
    const digits = (table?.rows ?? []).map(([, ...all]) => all.map(Number))
    expect(digits.some((all) => Math.min(...all) === 0 && Math.max(...all) >= 15)).toBe(true)
    // a number at which it can be seen
    const said = render(found, 'text').replaceAll(/\s+/g, ' ')
    const seen = [20, 40].filter((x) => {
      const value = evaluate(formula, { x }, { digits: 17 })
      const right = evaluate(slope, { x }, { digits: 17 })
      if (value.verdict !== 'value' || right.verdict !== 'value') return false
      return P(Number(value.value)) === 0 && Number(right.value) > 0 && said.includes(`at x = ${x},`)
    })
    expect(seen.length).toBeGreaterThan(0)
  },
)

test('code stands in every format', () => {
  const found = article('log(1 + e^x)')
  expect(render(found, 'md')).toMatch(/```javascript\n[^`]+```/)
  expect(render(found, 'html')).toMatch(/<pre [^>]*><code class="language-javascript">/)
  expect(render(found, 'latex')).toMatch(/\\begin\{verbatim\}\n[^\\]+\\end\{verbatim\}/)
  expect(render(found, 'text')).toContain('    export function')
  const json = JSON.parse(render(found, 'json')) as Article
  expect(blocksOf(json).some(({ kind }) => kind === 'code')).toBe(true)
})

test('no code ends its block', () => {
  const hostile: Article = {
    title: ['x'],
    sections: [
      {
        id: 'computing',
        title: ['x'],
        known: 'measured',
        blocks: [{ kind: 'code', language: 'python', text: '```\n\\end{verbatim}\n</code></pre><b>' }],
      },
    ],
    omitted: [],
  }
  expect(render(hostile, 'md')).toContain('````python')
  expect(render(hostile, 'latex').match(/\\end\{verbatim\}/g)).toHaveLength(1)
  expect(render(hostile, 'html')).not.toContain('<b>')
})
