/** The frame of a picture: its margins, ticks and labels. */

import type { PlotOptions } from './options.ts'
import type { Box } from './outline.ts'
import { labelsOf, type Scale, ticksOf } from './scale.ts'
import { widthOf } from './text.ts'
import type { Range } from './window.ts'

export const FONT = 12
export const TITLE_FONT = 15
const GAP = 8
const TICK = 5

/** A place on an axis and what is written there. */
export interface Tick {
  readonly at: number
  readonly label: string
}

export const ticksOn = (axis: Scale, count: number): Tick[] => {
  const values = ticksOf(axis, count)
  const labels = labelsOf(values, axis)
  return values.map((value, i) => ({ at: axis.place(value), label: labels[i] as string }))
}

/** Ticks below a picture: fewer where labels are long, and no label far beyond its right border. */
export function ticksBelow(axis: Scale, { left, right }: Box): Tick[] {
  let ticks: Tick[] = []
  for (let count = Math.max(2, Math.round((right - left) / 75)); count >= 2; count -= 1) {
    ticks = ticksOn(axis, count).filter(({ at, label }) => at + widthOf(label, FONT) / 2 <= right + 3 * GAP)
    if (ticks.every((tick, i) => i === 0 || !touch(ticks[i - 1] as Tick, tick))) break
  }
  return ticks
}

const touch = (a: Tick, b: Tick): boolean =>
  b.at - a.at < (widthOf(a.label, FONT) + widthOf(b.label, FONT)) / 2 + GAP / 2

/** How many ticks there are beside so many pixels. */
export const upCount = (height: number): number => Math.max(2, Math.round(height / 50))

const SMALLEST = 120
const LARGEST = 4_000

export const sizeOf = ({ width = 640, height = 400 }: PlotOptions): { width: number; height: number } => ({
  width: Math.round(Math.min(LARGEST, Math.max(SMALLEST, width || SMALLEST))),
  height: Math.round(Math.min(LARGEST, Math.max(SMALLEST, height || SMALLEST))),
})

/** Where the curves are, once the labels have their room. */
export function boxOf(options: PlotOptions, y: Range, makeScale: (range: Range) => Scale): Box {
  const { width, height } = sizeOf(options)
  const labels = ticksOn(makeScale(y), upCount(height)).map(({ label }) => widthOf(label, FONT))
  const left =
    Math.ceil(Math.max(...labels, 10)) + TICK + GAP + (options.yLabel === undefined ? 4 : 4 + FONT + GAP)
  const title = options.title === undefined ? 0 : TITLE_FONT + 4
  const top = 2 * GAP + title + (options.overlay ? FONT : 0)
  const bottom = TICK + FONT + 2 * GAP + FONT + 4
  return { left: Math.min(left, width / 2), top, right: width - 2 * GAP, bottom: height - bottom }
}
