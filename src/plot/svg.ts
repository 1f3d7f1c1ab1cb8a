/** A picture as SVG: one string, well-formed, without scripts, without anything from elsewhere. */
import { acrossCount, FONT, sizeOf, TITLE_FONT, ticksOn, upCount } from './frame.ts'
import { type Legend, legendOf } from './legend.ts'
import { markersAt, pathOf, rounded } from './markers.ts'
import type { Mark } from './marks.ts'
import type { PlotOptions } from './options.ts'
import { type Box, clipped, isInside } from './outline.ts'
import type { DrawnCurve, Picture } from './picture.ts'
import type { Point } from './sample.ts'
import { strokesOf } from './style.ts'
import { escaped, rich, shortened } from './text.ts'
import { styleOf } from './theme.ts'

type Attributes = Readonly<Record<string, string | number | undefined>>

/** An element; the values of its attributes are escaped, its content is markup. */
function element(name: string, attributes: Attributes, content = ''): string {
  const written = Object.entries(attributes)
    .filter(([, value]) => value !== undefined && value !== '')
    .map(
      ([key, value]) => ` ${key}="${typeof value === 'number' ? rounded(value) : escaped(value as string)}"`,
    )
    .join('')
  return content === '' ? `<${name}${written}/>` : `<${name}${written}>${content}</${name}>`
}

/** The whole picture. */
export function svgOf(picture: Picture, options: PlotOptions, description: string): string {
  const { width, height } = sizeOf(options)
  const theme = options.theme ?? 'auto'
  const title = options.title ?? picture.curves.map(({ curve }) => curve.label).join(', ')
  const legend = hasLegend(picture, options) ? legendOf(picture, options.legend ?? 'best', FONT) : undefined
  const content = [
    element('title', {}, escaped(title) || ' '),
    element('desc', {}, escaped(description)),
    element('style', {}, styleOf(theme)),
    element('rect', { class: 'paper', width, height }),
    axes(picture, options, { width, height }),
    ...picture.marks.map((mark) => lineOf(mark, picture)),
    ...picture.curves.map(curveOf),
    ...picture.marks.map((mark) => spotOf(mark, picture)),
    ...(legend ? [written(legend, picture)] : []),
    '',
  ]
  const attributes = {
    xmlns: 'http://www.w3.org/2000/svg',
    class: `ogee-plot-${theme}`,
    width,
    height,
    viewBox: `0 0 ${width} ${height}`,
    role: 'img',
    'font-family': 'system-ui, sans-serif',
    'font-size': FONT,
  }
  return `${element('svg', attributes, `\n${content.filter((part, i) => part !== '' || i === content.length - 1).join('\n')}`)}\n`
}

const hasLegend = ({ curves }: Picture, { legend }: PlotOptions): boolean =>
  legend === undefined ? curves.length > 1 : legend !== 'none'

const text = (content: string, [x, y]: Point, anchor?: 'middle' | 'end', more: Attributes = {}): string =>
  element(
    'text',
    { x, y, 'text-anchor': anchor, ...more },
    rich(content, Number(more['font-size'] ?? FONT)) || ' ',
  )

function axes(
  { box, x, y, variable }: Picture,
  options: PlotOptions,
  { width, height }: { width: number; height: number },
): string {
  const { left, right, top, bottom } = box
  const across = ticksOn(x, acrossCount(right - left))
  const up = ticksOn(y, upCount(bottom - top))
  const grid = [
    ...across.map(({ at }) => `M${rounded(at)} ${rounded(top)}V${rounded(bottom)}`),
    ...up.map(({ at }) => `M${rounded(left)} ${rounded(at)}H${rounded(right)}`),
  ]
  const zero = [
    ...(x.kind === 'linear' && x.from < 0 && x.to > 0
      ? [`M${rounded(x.place(0))} ${rounded(top)}V${rounded(bottom)}`]
      : []),
    ...(y.kind === 'linear' && y.from < 0 && y.to > 0
      ? [`M${rounded(left)} ${rounded(y.place(0))}H${rounded(right)}`]
      : []),
  ]
  const frame = `M${rounded(left)} ${rounded(top)}V${rounded(bottom)}H${rounded(right)}`
  const middle = (left + right) / 2
  const [side, high] = [FONT + 2, (top + bottom) / 2]
  return [
    element('path', { class: 'grid', fill: 'none', d: grid.join('') }),
    element('path', { class: 'axis', fill: 'none', d: frame + zero.join('') }),
    ...across.map(({ at, label }) => text(label, [at, bottom + FONT + 6], 'middle')),
    ...up.map(({ at, label }) => text(label, [left - 6, at + FONT * 0.35], 'end')),
    text(shortened(options.xLabel ?? variable, FONT, right - left), [middle, height - 8], 'middle'),
    ...(options.yLabel === undefined
      ? []
      : [
          text(shortened(options.yLabel, FONT, bottom - top), [side, high], 'middle', {
            transform: `rotate(-90 ${side} ${rounded(high)})`,
          }),
        ]),
    ...(options.title === undefined
      ? []
      : [
          text(shortened(options.title, TITLE_FONT, width - 16), [middle, TITLE_FONT + 8], 'middle', {
            'font-size': TITLE_FONT,
            'font-weight': 'bold',
          }),
        ]),
  ].join('\n')
}

/** The stroke of a curve; `ink` is the colour of text. */
const stroke = (color: string): Attributes => (color === 'ink' ? { class: 'ink' } : { stroke: color })

const dots = (points: readonly Point[], kind: 'hole' | 'full', color: string): string[] =>
  points.map(([cx, cy]) => {
    const fill =
      kind === 'hole'
        ? { class: color === 'ink' ? 'hole ink' : 'hole' }
        : color === 'ink'
          ? { class: 'dot' }
          : { fill: color }
    const line = kind === 'hole' && color !== 'ink' ? { stroke: color, 'stroke-width': 1.5 } : {}
    return element('circle', { cx, cy, r: 3.2, ...fill, ...line })
  })

function curveOf({ curve, pieces, markers, open, closed }: DrawnCurve): string {
  const d = pieces.map(pathOf).join('')
  const line = { fill: 'none', 'stroke-width': 2, 'stroke-linejoin': 'round', 'stroke-linecap': 'round' }
  const parts = [
    ...(d === ''
      ? []
      : [element('path', { ...line, ...stroke(curve.color), 'stroke-dasharray': strokesOf(curve.dash), d })]),
    ...(curve.marker && markers.length > 0
      ? [
          element('path', {
            fill: 'none',
            'stroke-width': 1.2,
            ...stroke(curve.color),
            d: markersAt(markers, curve.marker),
          }),
        ]
      : []),
    ...dots(open, 'hole', curve.color),
    ...dots(closed, 'full', curve.color),
  ]
  return parts.join('\n')
}

/** A line that is a mark: an asymptote or a tangent. */
function lineOf(mark: Mark, { x, y, box }: Picture): string {
  const points = markLine(mark, x, y, box)
  const line = { fill: 'none', class: mark.kind === 'tangent' ? 'ink' : 'axis', 'stroke-dasharray': '4 4' }
  const parts = clipped(points, box)
  return parts.length === 0 ? '' : element('path', { ...line, d: parts.map(pathOf).join('') })
}

/** Ends of the line; on logarithmic scales it is bent, so it has many points. */
function markLine(mark: Mark, x: Picture['x'], y: Picture['y'], box: Box): Point[] {
  if (mark.kind === 'pole')
    return [
      [x.place(mark.x), box.top],
      [x.place(mark.x), box.bottom],
    ]
  if (mark.kind !== 'asymptote' && mark.kind !== 'tangent') return []
  const count = x.kind === 'log' || y.kind === 'log' ? 200 : 1
  return Array.from({ length: count + 1 }, (_, i): Point => {
    const px = box.left + (i / count) * (box.right - box.left)
    return [px, y.place(mark.slope * x.value(px) + mark.intercept)]
  }).filter(([, py]) => Number.isFinite(py))
}

function spotOf(mark: Mark, { x, y, box }: Picture): string {
  if (!('y' in mark)) return ''
  const at: Point = [x.place(mark.x), y.place(mark.y)]
  return isInside(at, box)
    ? dots([at], mark.kind === 'hole' || mark.kind === 'inflection' ? 'hole' : 'full', 'ink').join('')
    : ''
}

function written({ box, rows }: Legend, { curves }: Picture): string {
  const { left, top, right, bottom } = box
  const back = {
    class: 'paper axis',
    'fill-opacity': '0.85',
    x: left,
    y: top,
    width: right - left,
    height: bottom - top,
    rx: 4,
  }
  const entries = rows.flatMap(({ label, from, to, text: at, i }) => {
    const { curve, pieces } = curves[i] as DrawnCurve
    const middle: Point = [(from[0] + to[0]) / 2, from[1]]
    const sample = { ...curve, color: curve.color }
    return [
      curveOf({
        curve: sample,
        pieces: pieces.length > 0 || !curve.marker ? [[from, to]] : [],
        markers: [middle],
        open: [],
        closed: [],
        complete: true,
      }),
      text(label, at),
    ]
  })
  return element('g', {}, `\n${[element('rect', back), ...entries].join('\n')}\n`)
}
