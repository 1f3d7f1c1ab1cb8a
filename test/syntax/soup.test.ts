/** Random sequences of words, most of them nonsense: refused, or read as what prints the same. */
import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { same } from '../../src/expression/expr.ts'
import { bracketed, caretBlock, print, read, safeParse } from '../../src/syntax/index.ts'

const PLAIN =
  "x y k f e pi d dx a_1 x_{1a} EC50 sigma alpha σ π D( at( sin cos log log_2 log_b ln exp sqrt √ root( abs max( hill sigmoid sigmoid' tanh^-1 kx abc rate 2 0.5 1e3 3. + - * / ^ ** ( ) [ ] { } | , ; = < >= != if else otherwise and or ' ² ⁻¹ d/dx d^2/dx^2 ! _ f(x)= a=".split(
    ' ',
  )
const LATEX =
  "x y k e d dx \\pi \\alpha \\sigma x_{1} x_{\\mathrm{max}} \\mathrm{EC50} \\sin \\cos^2 \\sin^{-1} \\ln \\log_{2} \\log_{b+1} \\operatorname{softplus} \\frac{ \\frac12 \\frac{d}{dx} \\frac{dy}{dx} \\sqrt{ \\sqrt[3]{ { } } ^{ ^2 ^ _ \\left( \\right) \\left| \\right| \\left. \\right|_{x=2} \\begin{cases} \\end{cases} & \\\\ \\text{if} \\text{otherwise} \\cdot \\times + - / = \\le < \\land | ( ) , ; ' \\, 2 0.5 \\left\\{ \\right.".split(
    ' ',
  )

const soup = (words: readonly string[]) =>
  fc
    .array(fc.tuple(fc.constantFrom(...words), fc.constantFrom('', ' ')), { maxLength: 14 })
    .map((parts) => parts.flat().join(''))

function check(text: string, notation: 'plain' | 'latex'): void {
  const result = safeParse(text, { notation })
  if (!result.ok) {
    expect(result.error.code).toMatch(/^E1\d\d$/)
    expect(caretBlock(result.error, text).split('\n').length).toBeGreaterThan(1)
    return
  }
  const u = result.expr
  for (const other of ['plain', 'latex'] as const) {
    const again = safeParse(print(u, other), { notation: other })
    if (!again.ok || !same(again.expr, u)) throw new Error(`${text}: ${print(u, other)}`)
  }
  const inFull = safeParse(bracketed(u))
  if (!inFull.ok || !same(inFull.expr, u)) throw new Error(`${text}: ${bracketed(u)}`)
  for (const note of read(text, { notation }).notes) {
    expect(safeParse(note.read).ok).toBe(true)
    if (note.other) expect(safeParse(note.other).ok, `${text}: ${note.other}`).toBe(true)
  }
}

describe('whatever is typed is refused or read as something that can be printed', () => {
  test('in plain notation', () => {
    fc.assert(
      fc.property(soup(PLAIN), (text) => check(text, 'plain')),
      { numRuns: 20_000, seed: 20 },
    )
  })

  test('in LaTeX', () => {
    fc.assert(
      fc.property(soup(LATEX), (text) => check(text, 'latex')),
      { numRuns: 20_000, seed: 20 },
    )
  })

  test('from any characters', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'binary', maxLength: 12 }), (text) => {
        check(text, 'plain')
        check(text, 'latex')
      }),
      { numRuns: 5_000, seed: 20 },
    )
  })

  test('enough of it is read', () => {
    const read = (words: readonly string[]) =>
      fc
        .sample(soup(words), { numRuns: 5_000, seed: 20 })
        .filter((text) => text.length > 8 && safeParse(text).ok).length
    expect(read(PLAIN)).toBeGreaterThan(50)
    expect(read(LATEX)).toBeGreaterThan(50)
  })
})
