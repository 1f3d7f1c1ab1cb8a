/** Pictures for TeX: what is written compiles, is small, and no text in it is a command. */
import { existsSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { describe, expect, it } from 'vitest'
import { run } from '../../scripts/command.mjs'
import { curvesIn, pictureOf } from '../../src/plot/compose.ts'
import { plotTikz } from '../../src/plot/index.ts'
import { distance } from '../../src/plot/outline.ts'
import type { Point } from '../../src/plot/sample.ts'
import { texFormula, texText } from '../../src/plot/tex.ts'
import { parse } from '../../src/syntax/index.ts'

const RANGE = { from: -10, step: 0.1, to: 10 }
const HOSTILE =
  '\\end{document} \\input{x} %#$&_^{}~ "q" <>|--- é ñ ł Ω ß √x² x₁ ∞ 你好 😀 \u202e ½ Đ ′ x^{-2}_1 ` \u0000'

const PICTURES = [
  plotTikz('sigmoid', { derivatives: 2, title: 'f and its derivatives' }),
  plotTikz(['sin(x)', 'cos(x)'], { tangentAt: 1, tangentLabel: true, yLabel: 'value' }),
  plotTikz(
    [
      { of: 'tanh(x)', marker: '*', label: 'tanh' },
      { of: "tanh'(x)", marker: '+', color: 'r', label: 'a^{-x}_1' },
    ],
    { points: RANGE, title: HOSTILE, xLabel: HOSTILE, yLabel: HOSTILE, legend: 'best' },
  ),
  plotTikz(
    ['+', 'x', '*', 'o', '.', 's', 'd', '^', 'v'].map((marker, i) => ({
      of: `x + ${i}`,
      marker,
      label: HOSTILE,
    })),
    { from: 0, to: 1 },
  ),
  plotTikz(['{x if x < 0 else x^2}', 'cbrt(x)', '|x|', 'softplus(x)', 'e^(-x^2/2)'], { from: -2, to: 2 }),
  plotTikz(['1/x', 'sign(x)'], { marks: true, scale: 'linear', from: -3, to: 3 }),
  plotTikz('sin(1000x)'),
]

it('is small', () => {
  for (const picture of PICTURES) expect(picture.length).toBeLessThan(30_000)
})

describe('text', () => {
  it('has no command of its own', () => {
    expect(texText('\\input{x}')).toBe('\\textbackslash{}input\\{x\\}')
    expect(texText('50% & $5 #1')).toBe('50\\% \\& \\$5 \\#1')
  })

  it('is in ASCII', () => {
    expect(texText(HOSTILE)).toMatch(/^[\x20-\x7e]*$/)
    for (const picture of PICTURES) expect(picture.replace(/^%.*$/gm, '')).toMatch(/^[\n\x20-\x7e]*$/)
  })

  it('raised and lowered, with accents', () => {
    expect(texText('x^{-2} x₁²')).toBe('x\\textsuperscript{-{}2} x\\textsubscript{1}\\textsuperscript{2}')
    expect(texText('é')).toBe("\\'{e}")
    expect(texText('σ ≤ ½')).toBe('$\\sigma$ $\\le$ 1/2')
  })

  it('names of functions and values are maths', () => {
    expect(texText('f')).toBe('$f$')
    expect(texText('f′, k = 2')).toBe("$f'$, $k$ = 2")
    expect(texText('a dose')).toBe('a dose')
  })

  it('formulas need no package', () => {
    expect(texFormula(parse('x^2 + 1'))).toBe('$x^{2} + 1$')
    expect(texFormula(parse('1/(1+e^-x)'))).toMatch(/^\$1\/\(1 \+ e\^\{ ?- ?x\}\)\$$/)
    expect(texFormula(parse('tanh(x)/2'))).toBe('$\\mathrm{tanh}(x)/2$')
    expect(texFormula(parse('softplus(x)'))).toContain('\\mathrm{softplus}')
    expect(texFormula(parse('{1 if x < 0 else 2}'))).not.toContain('\\begin')
  })
})

it('draws the curve where the picture has it', () => {
  const options = { width: 480, height: 300 }
  const [drawn] = pictureOf(curvesIn('x^3 - x', options), options).curves
  const [, path = ''] = /^\\draw\[ogeea,[^\]]*\](.*);$/m.exec(plotTikz('x^3 - x')) ?? []
  const written = [...path.matchAll(/\((-?\d+),(-?\d+)\)/g)].map(
    ([, x, y]): Point => [Number(x) / 10, Number(y) / 10],
  )
  expect(written.length).toBeGreaterThan(10)
  const places = drawn?.pieces.flat() ?? []
  for (const place of places) {
    const away = Math.min(...written.map((to, i) => distance(place, written[i - 1] ?? to, to)))
    expect(away).toBeLessThan(0.1)
  }
})

const hasTikz = await run('kpsewhich', ['tikz.sty']).then(
  ({ code }) => code === 0,
  () => false,
)

it.skipIf(!hasTikz)('pdflatex compiles every picture with tikz alone', { timeout: 120_000 }, async () => {
  const folder = mkdtempSync(join(tmpdir(), 'ogee-tikz-'))
  try {
    const text = ['\\documentclass{article}', '\\usepackage{tikz}', '\\begin{document}']
    const pages = PICTURES.map((picture) => `${picture}\n\\clearpage`)
    const file = join(folder, 'all.tex')
    writeFileSync(file, [...text, ...pages, '\\end{document}', ''].join('\n'))
    const options = ['-interaction=nonstopmode', '-halt-on-error', `-output-directory=${folder}`]
    const { code, stdout } = await run('pdflatex', [...options, file])
    expect([code, /^! .*/m.exec(stdout)?.[0]]).toEqual([0, undefined])
    expect(stdout).toContain(`${PICTURES.length} pages`)
    expect(existsSync(join(folder, 'all.pdf'))).toBe(true)
    expect(readFileSync(join(folder, 'all.log'), 'utf8')).not.toContain('Missing character')
  } finally {
    rmSync(folder, { recursive: true, force: true })
  }
})
