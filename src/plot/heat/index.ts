/** Heat maps: a function of two variables in colours, with contour lines. */

import type { Formula } from '../../syntax/formula.ts'
import { print } from '../../syntax/index.ts'
import { sizeOf } from '../frame.ts'
import { shown as number } from '../marks.ts'
import type { Shape } from '../shapes.ts'
import { svgOf } from '../svg.ts'
import { tikzOf } from '../tikz.ts'
import { cells, overCells } from './drawing.ts'
import { type HeatMap, heatMapOf, readHeat } from './heat-map.ts'
import type { HeatOptions } from './options.ts'

export type { HeatOptions } from './options.ts'

/** The greatest size of a picture, in characters, and the cells that are tried for it, in pixels. */
const LARGEST = 36_000
const CELLS = [4, 5, 6, 8, 12, 16] as const

/**
 * A formula in two variables as a heat map: SVG in one string. Equal steps of the value are equal steps of
 * colour; contour lines are within a pixel of the places where the formula has their value; what is undefined
 * is hatched.
 *
 * @throws OgeeError for a formula that cannot be read; `E809` where there are not two variables or too
 * many contour lines, `E803` for other symbols without a value, `E804` for a window that cannot be shown.
 * @example
 * ```ts
 * heatMap('x*y').startsWith('<svg') // → true
 * heatMap('e^(-(x^2 + y^2)/2)', { contours: [0.1, 0.5, 0.9] }).length < 40_000 // → true
 * heatMap('a*b*c') // ✗ E809
 * ```
 */
export function heatMap(formula: Formula, options: HeatOptions = {}): string {
  const theme = options.theme ?? 'auto'
  return smallest(formula, options, LARGEST, (shapes, map) => {
    const title = options.title ?? print(map.formula, 'unicode')
    return svgOf(shapes, { ...sizeOf(options), title, description: describeHeat(map), theme })
  })
}

const TEX_SIZE = { width: 480, height: 320 } as const
const LARGEST_TEX = 28_000

/**
 * A heat map as a `tikzpicture` for a LaTeX document, as `plotTikz` draws curves.
 *
 * @throws OgeeError as `heatMap` does.
 * @example
 * ```ts
 * heatTikz('x*y').includes('\\begin{tikzpicture}') // → true
 * ```
 */
export function heatTikz(formula: Formula, options: HeatOptions = {}): string {
  const sized = { ...TEX_SIZE, ...options }
  return smallest(formula, sized, LARGEST_TEX, (shapes, map) =>
    tikzOf(shapes, { ...sizeOf(sized), description: describeHeat(map) }),
  )
}

function smallest(
  formula: Formula,
  options: HeatOptions,
  most: number,
  written: (shapes: readonly Shape[], map: HeatMap) => string,
): string {
  const map = heatMapOf(readHeat(formula, options), options)
  const rest = overCells(map, options)
  let text = ''
  for (const cell of CELLS) {
    text = written([...cells(map, cell), ...rest], map)
    if (text.length <= most) break
  }
  return text
}

/** What a heat map shows, in words. */
function describeHeat({ formula, variables, x, y, shown, rough, contours, field }: HeatMap): string {
  const [a, b] = variables
  const blank = field.corners.filter(Number.isNaN).length / field.corners.length
  const levels = contours.map(({ level }) => number(level))
  return [
    `${print(formula, 'unicode')} in colours; ${a} from ${number(x.from)} to ${number(x.to)}, ${b} from ${number(y.from)} to ${number(y.to)}.`,
    shown
      ? `Values from ${number(shown.from)} to ${number(shown.to)}${shown.below || shown.above ? ', and beyond' : ''}.`
      : 'It has no values here.',
    ...(blank > 0 && shown ? [`Undefined in ${Math.max(1, Math.round(100 * blank))} % of the area.`] : []),
    ...(rough ? ['It changes too fast for contour lines.'] : []),
    ...(levels.length > 0 ? [`Contour lines at ${levels.join(', ')}.`] : []),
  ].join(' ')
}
