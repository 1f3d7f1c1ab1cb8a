/**
 * The pictures of test/cases/plots.txt against enclosed values: half a pixel is all that a written path may
 * be away from its curve, and the curve from its path. OGEE_LONG=1 looks closer.
 */
import { describe, expect, it } from 'vitest'
import { curvesIn, pictureOf } from '../../src/plot/compose.ts'
import { plot } from '../../src/plot/index.ts'
import type { DrawnCurve } from '../../src/plot/picture.ts'
import { HALF, Judged } from '../support/drawn.ts'
import { PLOTS } from '../support/plots.ts'

const isLong = process.env.OGEE_LONG !== undefined
/** How many values are looked for in the path; every how many pixels a place of the path in the curve. */
const VALUES = isLong ? 1_000 : 30
const PIXELS = isLong ? 1 : 20
const MOST_PLACES = isLong ? 5_000 : 80
const LARGEST = 40_000

it('there are enough of them', () => {
  expect(PLOTS.length).toBeGreaterThanOrEqual(200)
})

describe.each(PLOTS)('$text', ({ formula, options, open, closed, isBand }) => {
  it('the path is the curve, dots and bands are right, and the picture is small', () => {
    const picture = pictureOf(curvesIn(formula, options), options)
    const drawn = picture.curves[0] as DrawnCurve
    const seen = { open: drawn.open.length, closed: drawn.closed.length, isBand: drawn.dense }
    expect(seen).toEqual({ open, closed, isBand })
    expect(drawn.complete).toBe(true)
    const judged = new Judged(picture, drawn)
    const missing = judged.missing(VALUES)
    expect(missing.pixels, `not drawn at ${missing.x}`).toBeLessThanOrEqual(HALF)
    const madeUp = judged.madeUp(PIXELS, MOST_PLACES)
    expect(madeUp.pixels, `drawn at ${madeUp.x}`).toBeLessThanOrEqual(HALF)
    expect(plot(formula, options).length).toBeLessThan(LARGEST)
  })
})
