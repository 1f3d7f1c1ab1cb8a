/** What a picture shows, in words, for those who do not see it. */
import { print } from '../syntax/index.ts'
import { equationOf, type Mark, shown as number } from './marks.ts'
import type { Picture } from './picture.ts'

export function describe({ variable, x, y, curves, marks }: Picture): string {
  const each = curves.map(({ curve, markers, open, dense, complete }) => {
    const formula = print(curve.given, 'unicode')
    const name = curve.label === formula ? formula : `${curve.label}: ${formula}`
    const points = markers.length > 0 ? `, ${markers.length} markers` : ''
    const left = open.length > 0 ? `, ${open.length} open ends or points left out` : ''
    const band = dense ? ', drawn as a band where it goes up and down within a pixel' : ''
    const not = complete ? '' : ', drawn coarsely where it changes too fast'
    const [a, b] = [curve.f(x.from), curve.f(x.to)].map((v) => (Number.isFinite(v) ? number(v) : undefined))
    const ends = a !== undefined && b !== undefined ? `, from ${a} on the left to ${b} on the right` : ''
    return `${name}${ends}${points}${left}${band}${not}.`
  })
  const spots = marks.flatMap((mark) => spot(mark, variable))
  const [from, to] = [number(x.from), number(x.to)]
  return [
    `${variable} from ${from} to ${to}; values from ${number(y.from)} to ${number(y.to)}${y.kind === 'log' ? ', on a logarithmic scale' : ''}.`,
    ...each,
    ...(spots.length > 0 ? [`Marked: ${spots.join('; ')}.`] : []),
  ].join(' ')
}

function spot(mark: Mark, variable: string): string[] {
  if (!('y' in mark)) return []
  const { kind, x, y } = mark
  const at = `at ${variable} = ${number(x)}, ${number(y)}`
  if (kind === 'hole') return [`left out ${at}`]
  if (kind !== 'touch') return [`${kind} ${at}`]
  const line = equationOf({ slope: mark.slope, intercept: y - mark.slope * x }, variable)
  return [`tangent ${at}, with slope ${number(mark.slope)}: ${line}`]
}
