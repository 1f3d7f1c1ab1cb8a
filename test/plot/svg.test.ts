/** The SVG that is written: well-formed, harmless, readable by those who do not see it. */
import { describe, expect, it } from 'vitest'
import { type PlotOptions, plot } from '../../src/plot/index.ts'
import { type Element, element } from '../support/mathml.ts'
import { DRAWN } from './formulas.ts'

const parsed = (svg: string): Element => element(svg.trimEnd())
const below = (u: Element, name: string): Element[] => [
  ...(u.name === name ? [u] : []),
  ...u.children.flatMap((child) => below(child, name)),
]

const ALLOWED = new Set(['svg', 'title', 'desc', 'style', 'rect', 'path', 'text', 'tspan', 'circle', 'g'])
const names = (u: Element): string[] => [u.name, ...u.children.flatMap(names)]

describe('the string', () => {
  it.each(DRAWN.slice(0, 20))('$formula is well-formed', ({ formula }) => {
    const root = parsed(plot(formula, { title: formula, marks: false }))
    expect(root.name).toBe('svg')
    expect(names(root).filter((name) => !ALLOWED.has(name))).toEqual([])
    expect(root.children.slice(0, 2).map(({ name }) => name)).toEqual(['title', 'desc'])
    expect(root.children[1]?.text).not.toBe('')
  })

  const HOSTILE = [
    '</title><script>alert(1)</script>',
    `"><rect onload="x"/>`,
    ']]>&<!--',
    'a\u0000b\u001b[31m\ud800\uffff',
    '&lt;b&gt;',
    'e^{-x}/(1+e^{-x})^2',
    '^{',
    '_',
    '',
    'x'.repeat(5_000),
    '\u202eabc',
  ]
  it.each(HOSTILE)('%j as a title, a label and beside the axes', (text) => {
    const options: PlotOptions = { title: text, xLabel: text, yLabel: text }
    const svg = plot(
      [
        { of: 'x', label: text },
        { of: '1/x', label: text },
      ],
      options,
    )
    const root = parsed(svg)
    expect(names(root).filter((name) => !ALLOWED.has(name))).toEqual([])
    expect(svg.length).toBeLessThan(60_000)
    for (const char of svg) {
      const code = char.codePointAt(0) as number
      const isControl = code < 32 && code !== 10
      expect(isControl || (code >= 0xd800 && code < 0xe000) || (code >= 0xfffe && code < 0x10000)).toBe(false)
    }
  })

  it.each(['auto', 'light', 'dark', 'print'] as const)('theme %s fixes its colours or none', (theme) => {
    const svg = plot('x', { theme })
    expect(svg.includes('prefers-color-scheme')).toBe(theme === 'auto')
    expect(svg).not.toContain('var(')
  })

  it('takes nothing from elsewhere and runs nothing', () => {
    const svg = plot(['x', '1/x'], { marks: true })
    expect(svg).not.toMatch(/script|href|url\(|@import|\son\w+=/)
  })
})

it.each(['tan(1000x)', '1/sin(1000x)', 'sign(sin(500x))', 'sin(1000x)', 'sin(10^12*x)', 'sign(sin(1/x))'])(
  '%s stays below 40 kB',
  (formula) => {
    const svg = plot(formula)
    expect(svg.length).toBeLessThan(40_000)
    expect(below(parsed(svg), 'path').length).toBeGreaterThan(2)
  },
)

describe('what can be asked', () => {
  it('curves differ in colour and in dash', () => {
    const root = parsed(plot(['x', 'x^2', 'x^3']))
    const lines = below(root, 'path').filter((path) => path.attributes.get('stroke-width') === '2')
    const looks = lines.map(({ attributes }) => [
      attributes.get('stroke'),
      attributes.get('stroke-dasharray'),
    ])
    expect(new Set(looks.map(([color]) => color)).size).toBe(3)
    expect(new Set(looks.map(([, dash]) => dash)).size).toBe(3)
  })

  it('sampled points are as many as MATLAB has', () => {
    const root = parsed(plot({ of: 'sin(x)', marker: '*' }, { points: { from: -10, step: 0.1, to: 10 } }))
    const markers = below(root, 'path').filter((path) => path.attributes.get('stroke-width') === '1.2')
    expect(markers.map(({ attributes }) => attributes.get('d')?.match(/M/g)?.length)).toEqual([201])
  })

  it('extrema and inflections are marked, and a tangent', () => {
    const svg = plot('x^3 - 3x', { from: -3, to: 3, marks: true, tangentAt: 1.5 })
    const desc = below(parsed(svg), 'desc')[0]?.text ?? ''
    for (const said of [
      'maximum at x = −1, 2',
      'minimum at x = 1, −2',
      'inflection at x = 0, 0',
      'tangent at x = 1.5',
    ])
      expect(desc).toContain(said)
  })

  it('asymptotes are drawn where they are proved', () => {
    const dashed = (svg: string): number =>
      below(parsed(svg), 'path').filter((path) => path.attributes.get('stroke-dasharray') === '4 4').length
    expect(dashed(plot('1/(x-1)', { marks: true }))).toBeGreaterThanOrEqual(2)
    expect(dashed(plot('x^2', { marks: true }))).toBe(0)
  })

  it('a legend covers no curve where there is room', () => {
    const root = parsed(plot(['sigmoid', 'sigmoid/2'], { legend: 'best' }))
    const [box] = below(root, 'rect').slice(1)
    expect(Number(box?.attributes.get('x'))).toBeLessThan(300)
  })

  it('logarithmic scales', () => {
    expect(() => plot('e^x', { scale: 'log' })).not.toThrow()
    expect(() => plot('x^3', { scale: { x: 'log', y: 'log' }, from: 0.1, to: 100 })).not.toThrow()
  })

  it.each<[Parameters<typeof plot>[0], PlotOptions, string]>([
    ['a*x', {}, 'E803'],
    ['x > 0', {}, 'E113'],
    [[], {}, 'E802'],
    [{ of: 'x', color: 'nocolour' }, {}, 'E801'],
    [{ of: 'x', marker: 'square dance' }, {}, 'E801'],
    ['x', { from: 1, to: 1 }, 'E804'],
    ['x', { from: Number.NaN }, 'E804'],
    ['x', { to: Infinity }, 'E804'],
    ['x', { points: { from: 0, step: 0, to: 1 } }, 'E804'],
    [{ of: 'x', marker: '+' }, { points: { from: 0, step: -1, to: 1 } }, 'E804'],
    ['x', { scale: { x: 'log' }, from: -1, to: 1 }, 'E804'],
    ['|x|', { tangentAt: 0 }, 'E805'],
    ['1/(', {}, 'E102'],
  ])('%j with %j is refused: %s', (curves, options, code) => {
    expect(() => plot(curves, options)).toThrow(expect.objectContaining({ code }))
  })
})
