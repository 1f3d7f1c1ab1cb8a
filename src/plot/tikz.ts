/**
 * Shapes as a `tikzpicture` for LaTeX: needs the package tikz and nothing else. Places are whole tenths of the
 * pixels in which the picture was composed, so that paths stay short; a pixel is three quarters of a point.
 */
import { FONT } from './frame.ts'
import { SHAPES } from './markers.ts'
import type { Point } from './sample.ts'
import type { Paint, Shape, TextShape } from './shapes.ts'
import type { Marker } from './style.ts'
import { texFormula, texText } from './tex.ts'

const UNIT = '0.075bp'
/** Of three quarters: lines look thinner on a screen than on paper. */
const POINTS = 0.55

const tenth = (v: number): string => `${Math.round(v * 10) || 0}`
const place = ([x, y]: Point): string => `(${tenth(x)},${tenth(y)})`
const points = (pixels: number): string => `${Math.round(pixels * POINTS * 100) / 100}bp`

/** Colours of the theme on paper. */
const THEMED: ReadonlyMap<Paint, string> = new Map([
  ['ink', 'black'],
  ['axis', 'black!55'],
  ['grid', 'black!12'],
  ['paper', 'white'],
])

/** How large the picture is, in pixels, and what it shows. */
export interface TikzSheet {
  readonly width: number
  readonly height: number
  readonly description: string
}

/** The whole picture; the description stands before it as a comment. */
export function tikzOf(shapes: readonly Shape[], { width, height, description }: TikzSheet): string {
  const colors = new Map<Paint, string>()
  const named = (paint: Paint): string => {
    const known = THEMED.get(paint) ?? colors.get(paint)
    if (known !== undefined) return known
    const name = `ogee${String.fromCharCode(97 + (colors.size % 26))}${colors.size < 26 ? '' : Math.floor(colors.size / 26)}`
    colors.set(paint, name)
    return name
  }
  const lines = shapes.flatMap((shape) => written(shape, named))
  const defined = [...colors].map(
    ([paint, name]) => `\\definecolor{${name}}{HTML}{${paint.slice(1).toUpperCase()}}`,
  )
  return [
    ...commented(description),
    `\\begin{tikzpicture}[x=${UNIT},y=-${UNIT},line width=0.4bp,inner sep=0pt,outer sep=0pt,font=\\footnotesize]`,
    `\\useasboundingbox${place([0, 0])} rectangle ${place([width, height])};`,
    ...defined,
    ...lines,
    '\\end{tikzpicture}',
    '',
  ].join('\n')
}

/** Words of the description in lines that TeX passes over. */
function commented(text: string): string[] {
  const lines = ['']
  for (const word of text.replace(/[^\x20-\x7e\u00a0-\uffff]+/g, ' ').split(' ')) {
    const last = lines.at(-1) as string
    if (last.length + word.length > 90) lines.push(word)
    else lines[lines.length - 1] = last === '' ? word : `${last} ${word}`
  }
  return lines.map((line) => `% ${line}`)
}

/** Rows lie over each other a little. */
const OVER = 0.3

type Named = (paint: Paint) => string

function written(shape: Shape, named: Named): string[] {
  switch (shape.kind) {
    case 'line': {
      const { pieces, paint, width, thickness, dash } = shape
      if (pieces.length === 0) return []
      const looks = [
        named(paint),
        ...(width === undefined ? [] : [`line width=${points(width)}`, 'line cap=round', 'line join=round']),
        ...(thickness === undefined ? [] : [`line width=${points(thickness)}`]),
        ...(dash ? [dashed(dash)] : []),
      ]
      return [`\\draw[${looks.join(',')}]${pieces.map(path).join('')};`]
    }
    case 'markers':
      return shape.points.length === 0 ? [] : [markers(shape.points, shape.marker, named(shape.paint))]
    case 'dot':
      return [
        `\\filldraw[${named(shape.paint)},line width=${points(1.5)}${shape.hollow ? ',fill=white' : ''}]${place(shape.at)} circle[radius=${points(shape.hollow ? 4 : 4.4)}];`,
      ]
    case 'area': {
      const opacity = shape.opacity === undefined ? '' : `,fill opacity=${shape.opacity}`
      const looks = `${named(shape.paint)}${opacity}`
      return shape.pieces.length === 0
        ? []
        : [`\\fill[${looks}]${shape.pieces.map((piece) => `${path(piece)}--cycle`).join('')};`]
    }
    case 'rows': {
      const looks = `${named(shape.paint)},line width=${Math.round((shape.height + OVER) * 75) / 100}bp`
      return [`\\draw[${looks}]${shape.pieces.map(path).join('')};`]
    }
    case 'panel': {
      const { left, top, right, bottom } = shape.box
      return [
        `\\filldraw[fill=white,fill opacity=0.85,draw=black!55,rounded corners=2bp]${place([left, top])} rectangle ${place([right, bottom])};`,
      ]
    }
    case 'group':
      return shape.shapes.flatMap((one) => written(one, named))
    case 'text':
      return [node(shape, named)]
  }
}

/** `7 4` as TikZ says it. */
const dashed = (dash: string): string =>
  `dash pattern=${dash
    .split(' ')
    .map((length, i) => `${i % 2 === 0 ? 'on' : 'off'} ${points(Number(length))}`)
    .join(' ')}`

/** Without places that are the same in tenths. */
function path(piece: readonly Point[]): string {
  const places = piece.map(place).filter((one, i, all) => one !== all[i - 1])
  return places.length === 1 ? `${places[0]}--cycle` : places.join('--')
}

function markers(places: readonly Point[], marker: Marker, color: string): string {
  const { strokes, closed, circle } = SHAPES[marker]
  const shape =
    circle === undefined
      ? strokes.map((stroke) => path(stroke) + (closed ? '--cycle' : '')).join('')
      : `(0,0) circle[radius=${tenth(circle)}]`
  const all = places.map(([x, y]) => `${tenth(x)}/${tenth(y)}`).join(',')
  return `\\foreach \\x/\\y in {${all}} \\draw[${color},line width=${points(1.2)},shift={(\\x,\\y)}]${shape};`
}

const fontOf = (size: number | undefined): string =>
  size === undefined ? '\\footnotesize' : size < FONT ? '\\scriptsize' : '\\normalsize'

const ANCHORS = { middle: 'base', end: 'base east' } as const

function node({ content, formula, at, anchor, bold, size, turned, paint }: TextShape, named: Named): string {
  const text = formula === undefined ? texText(content) : texFormula(formula)
  const looks = [
    `anchor=${anchor === undefined ? 'base west' : ANCHORS[anchor]}`,
    ...(turned ? ['rotate=90'] : []),
    ...(paint === undefined ? [] : [`text=${named(paint)}`]),
    ...(bold || size !== undefined ? [`font=${fontOf(size)}${bold ? '\\bfseries' : ''}`] : []),
  ]
  return `\\node[${looks.join(',')}] at ${place(at)} {${text}};`
}
