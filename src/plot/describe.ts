/** What a picture shows, in words, for those who do not see it. */
import { print } from '../syntax/index.ts'
import type { Picture } from './picture.ts'

const number = (v: number): string => `${Number(v.toPrecision(4))}`.replaceAll('-', '\u2212')

export function describe({ variable, x, y, curves, marks }: Picture): string {
  const each = curves.map(({ curve, markers, open, complete }) => {
    const formula = print(curve.given, 'unicode')
    const name = curve.label === formula ? formula : `${curve.label}: ${formula}`
    const points = markers.length > 0 ? `, ${markers.length} markers` : ''
    const left = open.length > 0 ? `, ${open.length} open ends or points left out` : ''
    const not = complete ? '' : ', drawn coarsely where it changes too fast'
    const [a, b] = [curve.f(x.from), curve.f(x.to)].map((v) => (Number.isFinite(v) ? number(v) : undefined))
    const ends = a !== undefined && b !== undefined ? `, from ${a} on the left to ${b} on the right` : ''
    return `${name}${ends}${points}${left}${not}.`
  })
  const spots = marks.flatMap((mark) =>
    'y' in mark
      ? [
          `${mark.kind === 'hole' ? 'left out' : mark.kind === 'touch' ? 'tangent' : mark.kind} at ${variable} = ${number(mark.x)}, ${number(mark.y)}`,
        ]
      : [],
  )
  const [from, to] = [number(x.from), number(x.to)]
  return [
    `${variable} from ${from} to ${to}; values from ${number(y.from)} to ${number(y.to)}${y.kind === 'log' ? ', on a logarithmic scale' : ''}.`,
    ...each,
    ...(spots.length > 0 ? [`Marked: ${spots.join('; ')}.`] : []),
  ].join(' ')
}
