/** Plots in the terminal: they fit, and say the same as the SVG. */
import { describe, expect, it } from 'vitest'
import { plotText } from '../../src/plot/terminal.ts'
import { DRAWN } from './formulas.ts'

const linesOf = (text: string): string[] => text.trimEnd().split('\n')

describe.each([
  [80, 24],
  [200, 50],
  [40, 12],
])('%i by %i characters', (columns, rows) => {
  it.each([false, true])('every curve fits, ascii: %s', (ascii) => {
    for (const { formula, from, to } of DRAWN) {
      const range = { ...(from === undefined ? {} : { from }), ...(to === undefined ? {} : { to }) }
      const text = plotText(formula, { ...range, title: formula }, { columns, rows, ascii })
      const lines = linesOf(text)
      expect(lines.length, formula).toBeLessThanOrEqual(rows)
      expect(Math.max(...lines.map((line) => [...line].length)), formula).toBeLessThanOrEqual(columns)
      const plotted = lines.slice(1, -3).join('')
      expect(ascii ? /[*]/.test(plotted) : /[\u2801-\u28ff]/.test(plotted), formula).toBe(true)
      if (ascii) expect(text).toMatch(/^[\n\x20-\x7e]*$/)
    }
  })
})

describe('a picture of characters', () => {
  it('has its dots where the curve is', () => {
    const lines = linesOf(plotText('x', { from: 0, to: 1 }, { columns: 60, rows: 24, ascii: true }))
    const places = lines.flatMap((line) => (line.slice(6).includes('*') ? [line.indexOf('*', 5)] : []))
    expect(places).toEqual([...places].sort((a, b) => b - a))
    expect(places.length).toBeGreaterThan(15)
  })

  it('markers are their characters, the legend says whose', () => {
    const curves = [
      { of: 'sin(x)', marker: '+', label: 'sine' },
      { of: 'cos(x)', marker: 'o', label: 'cosine' },
    ]
    const text = plotText(curves, { points: { from: 0, step: 0.1, to: 6 } }, { columns: 70, rows: 20 })
    expect(text).toMatch(/\+\+/)
    expect(text).toMatch(/ {2}\+ {2}sine\n {2}o {2}cosine\n$/)
  })

  it('an inflection is no point left out', () => {
    const turn = plotText('x^3 - 3x', { marks: true })
    const gap = plotText('(x^2 - 1)/(x - 1)', { marks: true })
    expect([turn, gap].map((text) => [text.includes('◇'), text.includes('○')])).toEqual([
      [true, false],
      [false, true],
    ])
  })

  it('colours only if asked, and nothing else that controls a terminal', () => {
    const curves = [{ of: 'x', label: '\u001b[31mred\u0007' }, '1/x']
    expect(plotText(curves)).not.toMatch(/[^\P{Cc}\n]/u)
    expect(plotText(curves, {}, { color: true })).toContain('\u001b[34m')
  })
})
