/** Pictures: what is marked lies where it should, and what is drawn has values for all its letters. */
import { describe, expect, test } from 'vitest'
import { double, truth } from '../../src/decide/double.ts'
import type { Picture } from '../../src/explain/article.ts'
import type { Said } from '../../src/explain/draft.ts'
import { ownForm } from '../../src/explain/own-form.ts'
import { valuesFor } from '../../src/explain/pictures/letters.ts'
import { tangentOf } from '../../src/explain/pictures/tangent.ts'
import { graphSection } from '../../src/explain/sections/graph.ts'
import { type Subject, subjectOf } from '../../src/explain/subject.ts'
import { worded } from '../../src/explain/wording/worded.ts'
import { freeSymbols, substitute } from '../../src/expression/expr.ts'
import { type Article, type Expr, explain, parse, print, render } from '../../src/index.ts'
import { curvesIn } from '../../src/plot/compose.ts'
import type { Mark } from '../../src/plot/marks.ts'
import { windowOf } from '../../src/plot/picture.ts'

const AMPLE = { budget: { milliseconds: 60_000 } }

const subject = (formula: string, variable = 'x'): Subject => subjectOf(formula, { ...AMPLE, variable })

const FORMULAS = [
  '1/(1+e^-x)',
  'L/(1+exp(-k*(x-m)))',
  'tanh(x)',
  'a*exp(-b*exp(-c*x))',
  'x^3 - 3x',
  'x/(x^2 - 1)',
  'x*log(x)',
  'sin(x)',
  '|x| + x^2',
  'x^x',
  '(x^2 - 1)/(x - 1)',
  'e^(-x^2)',
  'piecewise(x < 0, x^2, x >= 0, x^3)',
  'a0+(a1-a0)/(1+e^(-(x-m)/s))',
  '1/(1+e^(-10*(x-3)))',
]

const picturesOf = (about: Subject): Picture<Said>[] => {
  const built = graphSection(about)
  if ('absent' in built) return []
  return built.blocks.flatMap((block) => (block.kind === 'picture' ? [block] : []))
}

const functionOf = (u: Expr, variable: string): ((x: number) => number) => {
  const f = double(u, [variable])
  return (x) => f([x])
}

const marksOf = ({ options }: Picture<Said>): readonly Mark[] =>
  typeof options.marks === 'object' ? options.marks : []

describe.each(FORMULAS)('%s', (formula) => {
  const about = subject(formula)
  const pictures = picturesOf(about)

  test('it has a picture, and every curve is a formula of the variable alone', () => {
    expect(pictures.map(({ id }) => id)).toContain('function')
    for (const { curves } of pictures)
      for (const { of } of curves)
        expect(freeSymbols(of as Expr).filter((name) => name !== about.variable)).toEqual([])
  })

  test('points marked lie on one of the curves, within the window', () => {
    for (const picture of pictures) {
      const curves = picture.curves.map(({ of }) => functionOf(of as Expr, about.variable))
      const { from = -10, to = 10 } = picture.options
      for (const mark of marksOf(picture)) {
        if (!('y' in mark) || mark.kind === 'hole') continue
        const size = Math.max(1, Math.abs(mark.y))
        expect(curves.some((f) => Math.abs(f(mark.x) - mark.y) < 1e-6 * size)).toBe(true)
        if (picture.id === 'function') expect(mark.x >= from && mark.x <= to).toBe(true)
      }
    }
  })

  test('extrema are the greatest or the least nearby', () => {
    const [picture] = pictures as [Picture<Said>]
    const f = functionOf(picture.curves[0]?.of as Expr, about.variable)
    for (const mark of marksOf(picture)) {
      if (mark.kind !== 'maximum' && mark.kind !== 'minimum') continue
      const sign = mark.kind === 'maximum' ? 1 : -1
      const near = [-1e-3, 1e-3].map((step) => f(mark.x + step)).filter(Number.isFinite)
      for (const y of near) expect(sign * (mark.y - y)).toBeGreaterThanOrEqual(0)
    }
  })

  test('the tangent touches with the slope of the curve', () => {
    const tangent = tangentOf(about)
    if (!tangent) return
    const letters = freeSymbols(ownForm(about)).filter((name) => name !== 'x')
    const values = new Map(letters.map((name) => [name, parse('2')]))
    const number = (u: Expr): number => double(substitute(u, values), ['x'])([Number.NaN])
    const at = number(tangent.at)
    if (letters.some((name) => name === 'a0')) return
    const [f, slope, line] = [ownForm(about), about.derivation.to, tangent.line].map((u) =>
      functionOf(substitute(u, values), 'x'),
    ) as [(x: number) => number, (x: number) => number, (x: number) => number]
    expect(line(at)).toBeCloseTo(f(at), 8)
    expect(line(at + 1) - line(at)).toBeCloseTo(slope(at), 6)
  })
})

describe('the sigmoid', () => {
  const [alone, both, tangent] = picturesOf(subject('1/(1+e^-x)')) as [
    Picture<Said>,
    Picture<Said>,
    Picture<Said>,
  ]

  test('is shown as the articles show it, with its inflection and both levels', () => {
    expect([alone.options.from ?? -10, alone.options.to ?? 10]).toEqual([-10, 10])
    expect(marksOf(alone)).toContainEqual({ kind: 'inflection', x: 0, y: 0.5 })
    expect(marksOf(alone)).toContainEqual({ kind: 'asymptote', slope: 0, intercept: 0 })
    expect(marksOf(alone)).toContainEqual({ kind: 'asymptote', slope: 0, intercept: 1 })
  })

  test('the derivative has its peak marked', () => {
    expect(both.curves.length).toBe(2)
    expect(marksOf(both)).toContainEqual({ kind: 'maximum', x: 0, y: 0.25 })
  })

  test('the tangent is drawn where the curve is the steepest', () => {
    expect(marksOf(tangent)).toContainEqual({ kind: 'touch', x: 0, y: 0.5, slope: 0.25 })
    expect(print(tangent.curves[1]?.of as Expr)).toBe('1/2 + x/4')
  })
})

/** The keys of all messages in a caption. */
const keysIn = (part: unknown): string[] => {
  if (typeof part !== 'object' || part === null || 'hash' in part) return []
  const own = 'message' in part ? [String(part.message)] : []
  return [...own, ...Object.values(part).flatMap(keysIn)]
}

describe('what is said of the shape', () => {
  test.each([
    ['1/(1+e^-x)', 'graph.s-shaped', 'graph.bell'],
    ['1/(1+e^x)', 'graph.s-shaped-falling', 'graph.least'],
    ['a*exp(-b*exp(-c*x))', 'graph.s-shaped', 'graph.bell'],
    ['x^n/(1+x^n)', 'graph.s-shaped', 'graph.both'],
    ['e^x', 'graph.rises', 'graph.rises'],
    ['e^(-x^2)', 'graph.bell', 'graph.greatest'],
  ])('%s: %s, and its derivative %s', (formula, own, slope) => {
    const captions = picturesOf(subject(formula)).map(({ caption }) => keysIn(caption))
    expect(captions[0]).toContain(own)
    expect(captions[1]).toContain(slope)
  })

  test('no shape is told of what has none of these, and no steepest place where there are two', () => {
    const keys = picturesOf(subject('x^3 - 3x')).flatMap(({ caption }) => keysIn(caption))
    for (const shape of ['graph.s-shaped', 'graph.bell', 'graph.rises', 'graph.falls'])
      expect(keys).not.toContain(shape)
    expect(picturesOf(subject('e^(-x^2)')).flatMap(({ caption }) => keysIn(caption))).not.toContain(
      'graph.steepest',
    )
  })
})

test.each([
  ['|x - 1| + |x + 2|', [1, -2]],
  ['max(0, x)', [0]],
  ['|x|', [0]],
] as const)('%s: no value of the derivative is drawn at a corner', (formula, corners) => {
  const [picture] = picturesOf(subject(formula)).filter(({ id }) => id === 'derivative')
  const [f, slope] = (picture?.curves ?? []).map(({ of }) => functionOf(of as Expr, 'x'))
  for (const corner of corners) {
    expect(f?.(corner)).not.toBeNaN()
    expect(slope?.(corner)).toBeNaN()
    for (const x of [corner - 0.1, corner + 0.1])
      expect(slope?.(x)).toBeCloseTo(((f?.(x + 1e-6) ?? 0) - (f?.(x - 1e-6) ?? 0)) / 2e-6, 6)
  }
})

test.each(['x^2*e^(-x)', '1/(x^2 - 1)', 'x^x', 'x^3 - 3x', 'x^4 - x^2'])(
  '%s: extrema have room in the picture',
  (formula) => {
    const [picture] = picturesOf(subject(formula)) as [Picture<Said>]
    const { options, curves } = picture
    const { x, y } = windowOf(curvesIn(curves, options), options)
    const f = functionOf(curves[0]?.of as Expr, 'x')
    const extrema = marksOf(picture).filter(({ kind }) => kind === 'maximum' || kind === 'minimum')
    expect(extrema.length).toBeGreaterThan(0)
    for (const mark of extrema) {
      if (!('y' in mark)) continue
      expect(mark.x > x[0] && mark.x < x[1] && mark.y > y[0] && mark.y < y[1]).toBe(true)
      // the curve is seen to leave the extremum
      const step = (x[1] - x[0]) / 400
      const heights = Array.from({ length: 401 }, (_, i) => f(x[0] + i * step)).filter(
        (v) => v >= y[0] && v <= y[1],
      )
      const away = Math.max(...heights.map((v) => Math.abs(v - mark.y)))
      expect(away / (y[1] - y[0])).toBeGreaterThan(0.25)
    }
    const heights = extrema.flatMap((mark) => ('y' in mark ? [mark.y] : []))
    const apart = Math.max(...heights) - Math.min(...heights)
    expect(apart === 0 || apart / (y[1] - y[0]) > 0.1).toBe(true)
  },
)

test('of what repeats itself no shape is told, and what is assumed is said', () => {
  for (const formula of ['tan(x)', 'sin(x)']) {
    const keys = picturesOf(subject(formula)).flatMap(({ caption }) => keysIn(caption))
    expect(keys).not.toContain('graph.rises')
    expect(keys).not.toContain('graph.steepest')
    expect(keys).toContain('graph.period')
    const [alone] = picturesOf(subject(formula))
    const points = (alone ? marksOf(alone) : []).filter((mark) => 'x' in mark)
    expect(points.length).toBeGreaterThan(0)
    for (const mark of points) expect('period' in mark && (mark.period ?? 0) > 3).toBe(true)
  }
  const built = graphSection(subjectOf('x^2', { ...AMPLE, variable: 'x', assuming: ['x > 0'] }))
  expect(keysIn('absent' in built ? [] : built.blocks)).toContain('graph.supposing')
})

describe('values for letters', () => {
  test.each([
    ['a*x', [], { a: '1' }],
    ['a*x', ['a < 0'], { a: '-1' }],
    ['a0 + (a1 - a0)*x', [], { a0: '1', a1: '2' }],
    ['a*x + b', ['b > a'], { a: '1', b: '2' }],
  ] as const)('%s with %j', (formula, conditions, expected) => {
    const values = valuesFor(
      parse(formula),
      'x',
      conditions.map((c) => parse(c)),
    )
    const found = Object.fromEntries([...(values ?? [])].map(([letter, u]) => [letter, print(u)]))
    expect(found).toEqual(expected)
  })

  test('none where the conditions cannot hold', () => {
    expect(valuesFor(parse('a*x'), 'x', [parse('a > 0'), parse('a < 0')])).toBeUndefined()
    expect(truth(parse('1 > 0'), [])([])).toBe(1)
  })
})

describe('renderers', () => {
  const article: Article = explain('1/(1+e^-x)', { ...AMPLE, sections: ['graph'] })

  test('text draws it, in ASCII too', () => {
    const text = render(article, 'text', { ascii: true, width: 60 })
    expect(text).toMatch(/\+[-+]{20}/)
    expect([...text].every((sign) => sign === '\n' || (sign >= ' ' && sign <= '~'))).toBe(true)
    for (const line of text.split('\n')) expect(line.length).toBeLessThanOrEqual(60)
  })

  test('JSON lists its curves, its marks, and describes it', () => {
    const { sections } = JSON.parse(render(article, 'json'))
    const [picture] = sections[0].blocks.filter(({ kind }: { kind: string }) => kind === 'picture')
    expect(picture.curves[0].of.plain).toBe('1/(1 + e^-x)')
    expect(picture.options.marks.length).toBeGreaterThan(0)
    expect(picture.description.length).toBeGreaterThan(40)
  })

  test('every message has words', () => {
    const built = graphSection(subject('L/(1+exp(-k*(x-m)))'))
    if ('absent' in built) throw new Error('no pictures')
    const words = worded(built.blocks).flatMap((block) =>
      block.kind === 'paragraph' ? block.text : block.kind === 'picture' ? block.caption : [],
    )
    for (const part of words) {
      expect(typeof part === 'object' && 'message' in part).toBe(false)
      if (typeof part === 'string') expect(part).not.toMatch(/\{\w+\}/)
    }
  })
})
