/** Where curves are interrupted, and where they begin and end. */
import { describe, expect, it } from 'vitest'
import { curvesIn, pictureOf } from '../../src/plot/compose.ts'
import { distance } from '../../src/plot/outline.ts'
import type { DrawnCurve, Picture } from '../../src/plot/picture.ts'
import type { Point } from '../../src/plot/sample.ts'

/** How far the place is from the pieces that are drawn. */
const away = (at: Point, { pieces }: DrawnCurve): number =>
  Math.min(...pieces.flatMap((piece) => piece.map((p, i) => distance(at, piece[i - 1] ?? p, p))))

function picture(formula: string): { picture: Picture; drawn: DrawnCurve } {
  const all = pictureOf(curvesIn(formula, {}), {})
  return { picture: all, drawn: all.curves[0] as DrawnCurve }
}

describe('interruptions', () => {
  it.each([
    ['1/x', 2],
    ['1/x^2', 2],
    ['tan(x)', 7],
    ['sign(x)', 2],
    ['1/(x^2-3)', 3],
    ['|x|/x', 2],
    ['log(x)', 1],
    ['sin(x)/x', 1],
    ['x^(1/3)', 1],
    ['tanh(10^6*x)', 1],
  ])('%s is drawn in %i pieces', (formula, count) => {
    expect(picture(formula).drawn.pieces).toHaveLength(count)
  })

  it('one-sided domains are reached', () => {
    for (const [formula, end] of [
      ['sqrt(x)', 0],
      ['sqrt(4-x^2)', 2],
      ['acosh(x)', 1],
      ['sqrt(x - 1/3)', 1 / 3],
    ] as const) {
      const { picture: all, drawn } = picture(formula)
      const at: Point = [all.x.place(end), all.y.place(0)]
      expect(away(at, drawn), formula).toBeLessThan(0.01)
    }
  })
})
