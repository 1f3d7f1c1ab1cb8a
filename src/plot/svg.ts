/** Shapes as SVG: one string, well-formed, without scripts, without anything from elsewhere. */
import { FONT } from './frame.ts'
import { markersAt, pathOf, rounded } from './markers.ts'
import type { PlotOptions } from './options.ts'
import type { Point } from './sample.ts'
import type { Paint, Shape, TextShape } from './shapes.ts'
import { escaped, rich } from './text.ts'
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

/** What the whole picture is, beside its shapes. */
export interface Sheet {
  readonly width: number
  readonly height: number
  readonly title: string
  readonly description: string
  readonly theme: NonNullable<PlotOptions['theme']>
}

/** The whole picture. */
export function svgOf(shapes: readonly Shape[], { width, height, title, description, theme }: Sheet): string {
  const content = [
    element('title', {}, escaped(title) || ' '),
    element('desc', {}, escaped(description)),
    element('style', {}, styleOf(theme)),
    element('rect', { class: 'paper', width, height }),
    ...shapes.map(written),
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
  return `${element('svg', attributes, `\n${content.filter((part) => part !== '').join('\n')}\n`)}\n`
}

const THEMED: ReadonlySet<string> = new Set(['ink', 'axis', 'grid'])

/** Colours of the theme are classes, so that they follow the screen. */
const stroke = (paint: Paint): Attributes => (THEMED.has(paint) ? { class: paint } : { stroke: paint })

const filled = (paint: Paint): Attributes => (paint === 'ink' ? { class: 'dot' } : { fill: paint })

function written(shape: Shape): string {
  switch (shape.kind) {
    case 'line':
      return line(shape)
    case 'markers':
      return shape.points.length === 0
        ? ''
        : element('path', {
            fill: 'none',
            'stroke-width': 1.2,
            ...stroke(shape.paint),
            d: markersAt(shape.points, shape.marker),
          })
    case 'dot':
      return dot(shape)
    case 'area':
      return shape.pieces.length === 0
        ? ''
        : element('path', {
            ...filled(shape.paint),
            'fill-opacity': shape.opacity === undefined ? undefined : `${shape.opacity}`,
            d: shape.pieces.map((piece) => `${pathOf(piece)}z`).join(''),
          })
    case 'rows':
      return element('path', {
        fill: 'none',
        ...stroke(shape.paint),
        'stroke-width': shape.height + OVER,
        d: rowsPath(shape.pieces),
      })
    case 'panel': {
      const { left, top, right, bottom } = shape.box
      const size = { x: left, y: top, width: right - left, height: bottom - top }
      return element('rect', { class: 'paper axis', 'fill-opacity': '0.85', ...size, rx: 4 })
    }
    case 'group':
      return element('g', {}, `\n${shape.shapes.map(written).join('\n')}\n`)
    case 'text':
      return text(shape)
  }
}

/** Rows lie over each other a little, so that no paper is seen between them when the picture is scaled. */
const OVER = 0.3

function rowsPath(pieces: readonly (readonly [Point, Point])[]): string {
  let last: Point | undefined
  return pieces
    .map(([[x, y], [to]]) => {
      const move = last
        ? `m${rounded(x - last[0])}${y < last[1] ? '' : ' '}${rounded(y - last[1])}`
        : `M${rounded(x)} ${rounded(y)}`
      last = [to + OVER, y]
      return `${move}h${rounded(to - x + OVER)}`
    })
    .join('')
}

function line({ pieces, paint, width, thickness, dash }: Shape & { readonly kind: 'line' }): string {
  const d = pieces.map(pathOf).join('')
  if (d === '') return ''
  const round = { 'stroke-width': width, 'stroke-linejoin': 'round', 'stroke-linecap': 'round' }
  return element('path', {
    fill: 'none',
    ...(width === undefined ? { 'stroke-width': thickness } : round),
    ...stroke(paint),
    'stroke-dasharray': dash,
    d,
  })
}

function dot({ at: [cx, cy], paint, hollow }: Shape & { readonly kind: 'dot' }): string {
  const themed = { class: paint === 'ink' ? 'hole ink' : 'hole' }
  const border = paint === 'ink' ? {} : { stroke: paint, 'stroke-width': 1.5 }
  return element('circle', { cx, cy, r: 3.2, ...(hollow ? { ...themed, ...border } : filled(paint)) })
}

function text({ content, at: [x, y], anchor, size, bold, turned, paint }: TextShape): string {
  const attributes = {
    x,
    y,
    'text-anchor': anchor,
    'font-size': size,
    'font-weight': bold ? 'bold' : undefined,
    transform: turned ? `rotate(-90 ${rounded(x)} ${rounded(y)})` : undefined,
  }
  const words = rich(content, size ?? FONT) || ' '
  // the theme is about texts, not about what stands in them; pages may allow no style in an element
  return element('text', attributes, paint === undefined ? words : element('tspan', { fill: paint }, words))
}
