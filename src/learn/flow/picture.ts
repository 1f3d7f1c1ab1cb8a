/** Gradients on their way back as a picture: a line for each network, on a logarithmic scale. */
import { FONT, sizeOf, TITLE_FONT, ticksBelow, ticksOn, upCount } from '../../plot/frame.ts'
import type { PlotOptions } from '../../plot/options.ts'
import type { Box } from '../../plot/outline.ts'
import type { Point } from '../../plot/sample.ts'
import { type Scale, scale } from '../../plot/scale.ts'
import { levelAt, type Paint, type Shape, uprightAt } from '../../plot/shapes.ts'
import { colorOf, dashOf, strokesOf } from '../../plot/style.ts'
import { svgOf } from '../../plot/svg.ts'
import { shortened, widthOf } from '../../plot/text.ts'
import { parse, print } from '../../syntax/index.ts'
import type { Flow } from './flow.ts'

/** How the picture looks; lengths are pixels. */
export type FlowPictureOptions = Pick<PlotOptions, 'width' | 'height' | 'theme' | 'title'>

const ACROSS = 'layers back from the output'
const UP = 'gradient, as a part of the last layer’s'
/** Room for names beside the lines, at most so much of the width. */
const MOST_NAMES = 0.4
const LINE = 1.8
const GAP = 8

/** A network as it is drawn. */
interface Drawn {
  readonly name: string
  readonly paint: Paint
  readonly dash: string
  readonly values: readonly number[]
}

/**
 * How the gradients of these networks shrink or grow on their way back, as SVG in one string. What was not measured is
 * left out.
 *
 * @example
 * ```ts
 * import { flow, flowPicture } from 'ogee/learn'
 * flowPicture([flow('sigmoid', { depth: 6 }), flow('relu', { depth: 6 })]).startsWith('<svg') // → true
 * ```
 */
export function flowPicture(flows: readonly Flow[], options: FlowPictureOptions = {}): string {
  const { width, height } = sizeOf(options)
  const lines = drawnIn(flows.filter(({ verdict }) => verdict === 'measured'))
  const title = options.title ?? 'How gradients flow back through layers'
  const all = lines.flatMap(({ values }) => values)
  const up = decades(Math.min(1, ...all), Math.max(1, ...all))
  const names = Math.min(MOST_NAMES * width, Math.max(0, ...lines.map(({ name }) => widthOf(name, FONT))))
  const top = 2 * GAP + TITLE_FONT + 4
  const bottom = height - (2 * FONT + 25)
  const labels = ticksOn(scale('log', up, [bottom, top]), upCount(bottom - top))
  const left = Math.ceil(Math.max(10, ...labels.map(({ label }) => widthOf(label, FONT)))) + 13 + FONT + GAP
  const box = { left, top, right: Math.max(left + 60, width - names - 3 * GAP), bottom }
  const back = Math.max(1, ...lines.map(({ values }) => values.length - 1))
  const [x, y] = [scale('linear', [0, back], [box.left, box.right]), scale('log', up, [bottom, top])]
  const shapes = [
    ...frame(x, y, box, { title, width, height }),
    ...lines.flatMap((line) => lineShapes(line, x, y)),
  ]
  const description = lines.map(
    ({ name, values }) => `${name}: ${shown(values.at(-1) as number)} after ${values.length - 1} layers`,
  )
  return svgOf([...shapes, ...namesBeside(lines, { x, y, box, names })], {
    width,
    height,
    title,
    description: description.join('; '),
    theme: options.theme ?? 'auto',
  })
}

/** Colours tell activations apart, strokes the weights that they begin with. */
function drawnIn(flows: readonly Flow[]): Drawn[] {
  const activations = [...new Set(flows.map(nameOf))]
  const initials = [...new Set(flows.map(({ initial }) => initial))]
  return flows.map((one) => ({
    name: initials.length > 1 ? `${nameOf(one)}, ${one.initial}` : nameOf(one),
    paint: colorOf(undefined, activations.indexOf(nameOf(one))),
    dash: strokesOf(
      dashOf(
        undefined,
        initials.length > 1 ? initials.indexOf(one.initial) : activations.indexOf(nameOf(one)),
      ),
    ),
    values: one.layers.map(({ gradient }) => gradient).toReversed(),
  }))
}

/** `sigmoid` for sigmoid(x); a formula as it is written by hand. */
const nameOf = ({ activation: { of } }: Flow): string =>
  /^\w+\(x\)$/.test(of) ? of.slice(0, -3) : print(parse(of), 'unicode')

/** From a power of ten to a power of ten. */
function decades(low: number, high: number): readonly [number, number] {
  const [from, to] = [Math.floor(Math.log10(low) - 1e-9), Math.ceil(Math.log10(high) + 1e-9)]
  return [10 ** Math.min(from, to - 1), 10 ** to]
}

interface Sheet {
  readonly title: string
  readonly width: number
  readonly height: number
}

function frame(x: Scale, y: Scale, box: Box, { title, width, height }: Sheet): Shape[] {
  const { left, top, right, bottom } = box
  const [across, up] = [ticksBelow(x, box), ticksOn(y, upCount(bottom - top))]
  const middle = (left + right) / 2
  const words = (
    content: string,
    at: Point,
    anchor?: 'middle' | 'end',
  ): Shape & { readonly kind: 'text' } => ({
    kind: 'text',
    content,
    at,
    ...(anchor ? { anchor } : {}),
  })
  const corner: Point[] = [
    [left, top],
    [left, bottom],
    [right, bottom],
  ]
  return [
    {
      kind: 'line',
      paint: 'grid',
      pieces: [...across.map(({ at }) => uprightAt(at, box)), ...up.map(({ at }) => levelAt(at, box))],
    },
    { kind: 'line', paint: 'axis', pieces: [corner] },
    ...across.map(({ at, label }) => words(label, [at, bottom + FONT + 6], 'middle')),
    ...up.map(({ at, label }) => words(label, [left - 6, at + FONT * 0.35], 'end')),
    words(ACROSS, [middle, height - GAP], 'middle'),
    { ...words(shortened(UP, FONT, bottom - top), [FONT + 2, (top + bottom) / 2], 'middle'), turned: true },
    {
      ...words(shortened(title, TITLE_FONT, width - 2 * GAP), [width / 2, TITLE_FONT + GAP], 'middle'),
      size: TITLE_FONT,
      bold: true,
    },
  ]
}

const lineShapes = ({ values, paint, dash }: Drawn, x: Scale, y: Scale): Shape[] => [
  {
    kind: 'line',
    paint,
    width: LINE,
    ...(dash === '' ? {} : { dash }),
    pieces: [values.map((value, i): Point => [x.place(i), y.place(value)])],
  },
]

interface Paper {
  readonly x: Scale
  readonly y: Scale
  readonly box: Box
  readonly names: number
}

/** Names at the ends of their lines, moved apart where they would lie over each other. */
function namesBeside(lines: readonly Drawn[], { y, box, names }: Paper): Shape[] {
  const apart = FONT + 3
  const ends = lines
    .map((line) => ({ line, at: y.place(line.values.at(-1) as number) }))
    .sort((a, b) => a.at - b.at)
  const places: number[] = []
  for (const { at } of ends) places.push(Math.max(at, (places.at(-1) ?? -Infinity) + apart))
  let lowest = box.bottom
  for (let i = places.length - 1; i >= 0; i -= 1) {
    places[i] = Math.min(places[i] as number, lowest)
    lowest = (places[i] as number) - apart
  }
  return ends.map(({ line }, i) => ({
    kind: 'text',
    content: shortened(line.name, FONT, names),
    at: [box.right + GAP, (places[i] as number) + FONT * 0.35],
    ...(line.paint === 'ink' ? {} : { paint: line.paint }),
  }))
}

const shown = (value: number): string => value.toPrecision(2)
