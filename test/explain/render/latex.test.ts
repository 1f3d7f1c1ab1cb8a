/** LaTeX compiles, with nothing that sticks out of the page. Without pdflatex these tests are skipped. */
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, describe, expect, test } from 'vitest'
import { run } from '../../../scripts/command.mjs'
import { differentiate } from '../../../src/derive/index.ts'
import type { Article } from '../../../src/explain/article.ts'
import { explain } from '../../../src/explain/index.ts'
import { brokenLatex } from '../../../src/explain/render/broken.ts'
import { render } from '../../../src/explain/render/index.ts'
import { latexText } from '../../../src/explain/render/latex-text.ts'
import { parse } from '../../../src/syntax/index.ts'
import { nasty } from '../../support/nasty-article.ts'

const isThere = await run('pdflatex', ['--version']).then(
  ({ code }) => code === 0,
  () => false,
)
const folder = mkdtempSync(join(tmpdir(), 'ogee-latex-'))
afterAll(() => rmSync(folder, { recursive: true }))

/** Compiles; what TeX complains about. */
async function complaints(document: string): Promise<{ errors: string[]; wide: number[]; lost: string[] }> {
  writeFileSync(join(folder, 'a.tex'), document)
  await run('pdflatex', ['-interaction=nonstopmode', `-output-directory=${folder}`, join(folder, 'a.tex')])
  const log = readFileSync(join(folder, 'a.log'), 'latin1')
  return {
    errors: log.split('\n').filter((line) => line.startsWith('!')),
    wide: [...log.matchAll(/Overfull \\hbox \((\d+)/g)].map(([, points]) => Number(points)),
    lost: log.split('\n').filter((line) => line.startsWith('Missing character')),
  }
}

/** Points that nobody sees, and boxes that may be wider. */
const SEEN = 20
const FEW = 2

async function expectGood(article: Article): Promise<void> {
  const { errors, wide, lost } = await complaints(render(article, 'latex'))
  expect(errors).toEqual([])
  expect(lost).toEqual([])
  expect(wide.filter((points) => points > SEEN).length).toBeLessThanOrEqual(FEW)
}

const budget = { milliseconds: 2_500 }

describe.skipIf(!isThere)('pdflatex accepts', () => {
  test('whatever means something to it', async () => {
    const { errors, lost } = await complaints(render(nasty, 'latex'))
    expect([errors, lost]).toEqual([[], []])
  })

  test.each([
    ['sigmoid', {}],
    ['L/(1+exp(-k*(t-m)))', { variable: 't' }],
    ['tanh', { detail: 'nested' }],
    ['gompertz', {}],
    ['{x^2 if x < 0 else sin(x)}', {}],
    ['(x^2+3*x+1)*(x^3-x+2)/((x^4+1)*(x^5-7)*(x^6+x+1))', { brief: true }],
  ] as const)('the article on %s', async (formula, options) => {
    await expectGood(explain(formula, { ...options, budget }))
  })

  test('a derivation in a document of one’s own', async () => {
    const lines = render(differentiate('log(x)*e^(-x^2)/(1+x)'), 'latex')
    const document = `\\documentclass{article}\\usepackage{amsmath,xcolor}\\begin{document}${lines}\\end{document}`
    expect((await complaints(document)).errors).toEqual([])
  })
})

describe('a formula that is wider than the page', () => {
  test('stays whole where it fits', () => {
    expect(brokenLatex(parse('a + b'), 40)).toEqual(['a + b'])
  })

  test('goes on with the sign that joins its parts', () => {
    expect(brokenLatex(parse('a*x - b*y + c*z'), 4)).toEqual(['a x', '{}-b y', '{} + c z'])
    const [first, ...more] = brokenLatex(parse('sin(a)*(b+c)*cos(d)'), 4)
    expect(first).toBe('\\sin(a)')
    for (const line of more) expect(line).toMatch(/^\{\}\\cdot /)
    expect(more[0]).toContain('(')
  })

  test('keeps brackets around a marked sum in a product', () => {
    const marked = brokenLatex(parse('sin(x)*(aaa*bbb + ccc*ddd + eee*fff)'), 6)
    expect(marked.join('')).toMatch(/\\left\(.*\\right\)/)
  })

  test('in a fraction stands on lines one above the other', () => {
    const [line, ...more] = brokenLatex(parse('(a*x + b*y + c*z)/(a + b)'), 5)
    expect(more).toEqual([])
    expect(line).toMatch(/^\\frac\{\\begin\{gathered\}.*\\end\{gathered\}\}\{a \+ b\}$/)
  })
})

test('words hold no command and no character that TeX lacks', () => {
  for (const text of ['100% of $5 & #1_a^b~{c}\\d', '≤ ≥ ≠ → ∞ − · ² ⇔ ½ “a” …', 'é ß σ', '漢']) {
    expect(latexText(text)).not.toMatch(/[^ -~]|(?<!\\)[%&#]/)
  }
})
