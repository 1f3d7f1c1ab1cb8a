/** Pages: well-formed, safe, complete. How they look is tested in html-browser.test.ts. */
import { createHash } from 'node:crypto'
import fc from 'fast-check'
import { HtmlValidate } from 'html-validate'
import { describe, expect, test } from 'vitest'
import { nameMathml } from '../../src/explain/render/html-latex.ts'
import { STYLE } from '../../src/explain/render/html-style.ts'
import { markedTerm } from '../../src/explain/render/marked.ts'
import { sha256 } from '../../src/explain/render/sha256.ts'
import {
  type Article,
  compare,
  differentiate,
  type Expr,
  evaluate,
  type LineOfWork,
  parse,
  print,
  render,
} from '../../src/index.ts'
import { mathmlContent } from '../../src/syntax/print-mathml.ts'
import { arbitraryExpr } from '../support/arbitrary-expr.ts'
import { checkMathml, element } from '../support/mathml.ts'
import { articleOf, PAGES, pageOf } from '../support/pages.ts'

const validator = new HtmlValidate({ extends: ['html-validate:recommended'] })

async function faults(page: string): Promise<string[]> {
  const { results } = await validator.validateString(page)
  return results.flatMap(({ messages }) =>
    messages.map(({ ruleId, message, line }) => `${line} ${ruleId}: ${message}`),
  )
}

/** All that the formulas of the article must be shown as. */
function shown(value: unknown): string[] {
  if (Array.isArray(value)) return value.flatMap(shown)
  if (typeof value !== 'object' || value === null) return []
  if ('hash' in value) return [mathml(value as Expr)]
  const { kind, expr, changed, ...others } = value as Record<string, unknown>
  // The formulas of a picture are drawn.
  if (kind === 'picture') return shown(others.caption)
  // A wide formula in the title of a fold is typed; it stands in its chain as well.
  if (kind === 'group') return shown(others.blocks)
  const line = expr as LineOfWork['expr'] | undefined
  const marked = line && Array.isArray(changed) ? [mathml(markedTerm(line, changed))] : []
  return [...marked, ...Object.values(others).flatMap(shown)]
}

const mathml = (u: Expr): string => mathmlContent(u).replaceAll(' style="text-align:left"', '')

const attributes = (page: string, name: string): string[] =>
  [...page.matchAll(new RegExp(` ${name}="([^"]*)"`, 'g'))].map(([, value]) => value as string)

describe.each(PAGES)('the page on %s', (name) => {
  test('is valid', async () => {
    expect(await faults(pageOf(name))).toEqual([])
  })

  test('runs nothing, loads nothing, and its style is the one that its policy names', () => {
    const page = pageOf(name)
    expect(page).not.toMatch(/<script|<link|<iframe|<object|<img|<image|<use|javascript:|@import|url\(/i)
    expect(page).not.toMatch(/<[^>]* (?:on\w+|style|src)=/i)
    const places = page.match(/https?:[^"<\s]*/g) ?? []
    expect(places.filter((place) => place !== 'http://www.w3.org/2000/svg')).toEqual([])
    const styles = [...page.matchAll(/<style>([^<]*)<\/style>/g)].map(([, style]) => style as string)
    expect(styles).toHaveLength(1)
    const hash = createHash('sha256')
      .update(styles[0] as string)
      .digest('base64')
    expect(page).toContain(
      `<meta http-equiv="Content-Security-Policy" content="default-src 'none'; style-src 'sha256-${hash}'; img-src data:; base-uri 'none'; form-action 'none'">`,
    )
  })

  test('shows every formula of the article, every section and every picture', () => {
    const [page, article] = [pageOf(name), articleOf(name)]
    for (const formula of new Set(shown(article))) expect(page).toContain(formula)
    for (const { id } of article.sections) expect(page).toContain(`<section id="${id}">`)
    const pictures = JSON.stringify(article.sections, (_, value) =>
      typeof value === 'bigint' ? `${value}` : value,
    ).match(/"kind":"picture"/g)
    expect(page.match(/<svg /g)?.length).toBe(pictures?.length)
  })

  test('has names that are unique, and links that lead somewhere', () => {
    const page = pageOf(name)
    const ids = attributes(page, 'id')
    expect(new Set(ids).size).toBe(ids.length)
    const links = attributes(page, 'href')
    expect(links.length).toBeGreaterThan(ids.length / 2)
    for (const link of links) expect(ids).toContain(link.slice(1))
  })
})

/** An article in which every piece of text is this one. */
function articleSaying(text: string): Article {
  const name = { plain: text, latex: `\\operatorname{${text}}` }
  const said = [text, { code: text }, name, { related: [name, '<', parse('x')] }] as const
  const line: LineOfWork = {
    expr: parse('x^2'),
    changed: [[0]],
    reason: [text],
    sentence: said,
    conditions: [parse('x > 0')],
    within: [{ expr: parse('x'), changed: [], reason: said, sentence: said, conditions: [] }],
  }
  const blocks: Article['sections'][number]['blocks'] = [
    { kind: 'paragraph', text: said },
    { kind: 'formula', left: name, relation: text, right: parse('x') },
    { kind: 'work', from: parse('x'), lines: [line] },
    { kind: 'list', items: [said] },
    { kind: 'table', header: [said], rows: [[said, said]] },
    {
      kind: 'picture',
      id: text,
      caption: said,
      curves: [
        { of: 'x', label: text },
        { of: 'x^2', label: text },
      ],
      options: { title: text, xLabel: text, yLabel: text },
    },
  ]
  const group = { kind: 'group', id: text, title: said, blocks, folded: true } as const
  return {
    title: said,
    sections: [
      { id: text, title: said, known: 'proved', blocks: [...blocks, group, { ...group, folded: false }] },
    ],
    omitted: [],
  }
}

/** The page without its texts and values: elements and the names of their attributes. */
const skeleton = (page: string): string =>
  [...page.matchAll(/<(\/?[\w!-]+)((?: [\w-]+(?:="[^"]*")?)*)\/?>/g)]
    .map(
      ([, tag, rest]) =>
        `${tag}${[...(rest as string).matchAll(/ ([\w-]+)(?:="[^"]*")?/g)].map(([, key]) => ` ${key}`)}`,
    )
    .join('\n')

describe('nothing that is said becomes markup', () => {
  const ATTACKS = [
    '<script>alert(1)</script>',
    '"><img src=x onerror=alert(1)>',
    "' onmouseover='alert(1)",
    '</style><script>alert(1)</script>',
    '<!--',
    ']]>',
    '&lt;script&gt;',
    '</title></svg></math><b>',
    'a\u0000b\u2028c\ud800',
    '$& $1 $`',
  ]

  test.each(ATTACKS)('%s', async (attack) => {
    const page = render(articleSaying(attack), 'html')
    expect(page).not.toMatch(/<(?:script|img|b|!--)\b/)
    expect(page).not.toMatch(/(?!\n)[\p{Cc}\p{Cs}]/u)
    expect((await faults(page)).filter((fault) => !fault.includes('long-title'))).toEqual([])
    expect(attributes(page, 'id').length).toBe(new Set(attributes(page, 'id')).size)
    // How names and pictures are made depends on how long the words are, and on their letters.
    const harmless = skeleton(render(articleSaying('w'.repeat(attack.length)), 'html'))
    const bare = (text: string): string => text.replace(/^\/?(?:m[a-z]+|tspan|path|text|g|rect)\b.*\n/gm, '')
    expect(bare(skeleton(page))).toBe(bare(harmless))
  })

  test('whatever is said', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'binary' }), (text) => {
        const page = render({ title: [text, { code: text }], sections: [], omitted: [] }, 'html')
        const plain = render({ title: ['a', { code: 'a' }], sections: [], omitted: [] }, 'html')
        expect(skeleton(page)).toBe(skeleton(plain))
      }),
      { numRuns: 100 },
    )
  })

  test('definitions of one’s own', () => {
    expect(() => parse('f(x) = <script>; f(2)')).toThrow()
    const page = render(differentiate('alpha_script*x'), 'html')
    expect(page).not.toContain('<script')
  })
})

test('what is not an article is a page too', async () => {
  const things = [
    differentiate('x^2*sin(x)'),
    compare('x + x', '2*x'),
    compare('sqrt(x^2)', 'x'),
    evaluate('1/4'),
  ]
  for (const thing of things) {
    const page = render(thing, 'html', { detail: 'nested' })
    expect(page).toMatch(/^<!DOCTYPE html>\n<html lang="en">/)
    expect(await faults(page)).toEqual([])
  }
})

test('a page is in the language of its wording', () => {
  const wording = { 'page.language': 'de', 'page.contents': 'Inhalt', 'page.proved': 'bewiesen' }
  const page = render(articleOf('tower'), 'html', { wording })
  expect(page).toContain('<html lang="de">')
  expect(page).toContain('Inhalt')
  expect(page).toContain('bewiesen')
})

describe('names in MathML', () => {
  test.each([
    ["\\sigma'(x)", 'σ′(x)'],
    ['\\left|\\operatorname{gelu}(x) - f_{12}\\right|', '|gelu(x)−f12|'],
    ['\\int f(x)\\,\\mathrm{d}x', '∫f(x)dx'],
    ["f''''(\\frac{a}{b})", 'f⁗(ab)'],
    ['-\\infty', '−∞'],
    ['\\sqrt[3]{x^{2}}', 'x23'],
  ])('%s', (latex, text) => {
    const made = nameMathml(latex)
    checkMathml(element(made))
    expect(made.replace(/<[^>]*>/g, '')).toBe(text)
  })

  test('any text is read, and what formulas are written as is well-formed', () => {
    const formula = arbitraryExpr.map((u) => `\\left(${print(u, 'latex')}\\right)`)
    const any = fc.string({
      unit: fc.constantFrom(...'\\{}^_\'[]()|-+ab1 <&"', '\\frac', '\\left', '\\sqrt'),
    })
    fc.assert(
      fc.property(fc.oneof(formula, any), (latex) => {
        checkMathml(element(nameMathml(latex)))
      }),
    )
  })
})

describe('the parts of an article', () => {
  const article = articleSaying('word')
  const page = render(article, 'html')

  test('what is new in a line is marked, and nothing else', () => {
    const marks = [...page.matchAll(/<mrow class="mark">(.*?)<\/mrow>/g)].map(([, inside]) => inside)
    expect(new Set(marks)).toEqual(new Set(['<mi>x</mi>']))
  })

  test('folded groups and single steps can be opened, other groups are open', () => {
    const count = (pattern: RegExp): number => page.match(pattern)?.length ?? 0
    expect(count(/<details class="group"/g)).toBe(1)
    expect(count(/<section class="group"/g)).toBe(1)
    expect(count(/<details class="steps">/g)).toBe(3)
    expect(count(/<details[^>]* open/g)).toBe(0)
  })

  test('conditions are shown with their line', () => {
    expect(page).toMatch(/<span class="where">for <math><mrow><mi>x<\/mi><mo>&#62;<\/mo><mn>0<\/mn>/)
  })

  test('each label leads to what it means', () => {
    for (const known of ['proved', 'enclosed', 'measured', 'read', 'unknown'] as const) {
      const one = render(
        { title: ['a'], sections: [{ id: 'a', title: ['a'], known, blocks: [] }], omitted: [] },
        'html',
      )
      expect(one).toContain(`href="#label-${known}"`)
      expect(one).toContain(`<dt id="label-${known}">`)
    }
  })
})

describe('text has a contrast of 4.5 at least', () => {
  const colours = (rule: string): Record<string, string> =>
    Object.fromEntries(
      [...rule.matchAll(/--(\w+):(#[0-9a-f]{6})/g)].map(([, name, colour]) => [name, colour]),
    )
  const schemes = [...STYLE.matchAll(/:root\{[^}]*\}/g)].map(([rule]) => colours(rule))

  /** Relative luminance (WCAG 2.2). */
  const luminance = (colour: string): number =>
    [1, 3, 5]
      .map((at) => Number.parseInt(colour.slice(at, at + 2), 16) / 255)
      .map((c) => (c <= 0.04045 ? c / 12.92 : ((c + 0.055) / 1.055) ** 2.4))
      .reduce((sum, c, i) => sum + c * ([0.2126, 0.7152, 0.0722][i] as number), 0)
  const contrast = (a: string, b: string): number => {
    const [dark = 0, light = 0] = [luminance(a), luminance(b)].sort((x, y) => x - y)
    return (light + 0.05) / (dark + 0.05)
  }

  test('on a light screen, a dark one, and on paper', () => {
    expect(schemes).toHaveLength(3)
    for (const { page, text, soft, link, fresh, proved, enclosed, measured } of schemes) {
      for (const ink of [text, soft, link, proved, enclosed, measured])
        expect(contrast(ink as string, page as string)).toBeGreaterThan(4.5)
      expect(contrast(text as string, fresh as string)).toBeGreaterThan(4.5)
    }
  })
})

test('SHA-256 is what Node says it is', () => {
  for (let length = 0; length < 200; length += 1) {
    const text = 'The quick brown fox. '.repeat(10).slice(0, length)
    expect(sha256(text)).toBe(createHash('sha256').update(text).digest('base64'))
  }
})
