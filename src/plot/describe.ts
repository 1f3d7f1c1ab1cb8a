/** What a picture shows, in words, for those who do not see it. */
import { print } from '../syntax/index.ts'
import type { Difference } from './difference.ts'
import { equationOf, type Mark, shown as number } from './marks.ts'
import type { Picture } from './picture.ts'

/** A number that nobody would listen to: of many digits, as measured ones are. */
const TOO_LONG = /\d{9}/

export function describe({ variable, x, y, curves, marks, data, bands, difference }: Picture): string {
  const each = curves.map(({ curve, markers, open, dense, complete }) => {
    const formula = print(curve.given, 'unicode')
    const isNamed = curve.label === formula || TOO_LONG.test(formula)
    const name = isNamed ? curve.label : `${curve.label}: ${formula}`
    const points = markers.length > 0 ? `, ${markers.length} markers` : ''
    const left = open.length > 0 ? `, ${open.length} open ends or points left out` : ''
    const band = dense ? ', drawn as a band where it goes up and down within a pixel' : ''
    const not = complete ? '' : ', drawn coarsely where it changes too fast'
    const [a, b] = [curve.f(x.from), curve.f(x.to)].map((v) => (Number.isFinite(v) ? number(v) : undefined))
    const ends = a !== undefined && b !== undefined ? `, from ${a} on the left to ${b} on the right` : ''
    return `${name}${ends}${points}${left}${band}${not}.`
  })
  const spots = marksText(marks, variable)
  const [from, to] = [number(x.from), number(x.to)]
  return [
    `${variable} from ${from} to ${to}; values from ${number(y.from)} to ${number(y.to)}${y.kind === 'log' ? ', on a logarithmic scale' : ''}.`,
    ...each,
    ...data.map(({ data: { label, points }, bars }) => {
      const errors = bars.length > 0 ? ', with error bars' : ''
      return `${label}: ${points.length} measured ${points.length === 1 ? 'point' : 'points'}${errors}.`
    }),
    ...bands.map(({ band }) => `Filled: ${band.label}.`),
    ...(difference ? [`Their ${differenceText(difference, variable)}.`] : []),
    ...(spots.length > 0 ? [`Marked: ${spots.join('; ')}.`] : []),
  ].join(' ')
}

/** `largest difference 0: equal, proved`. */
export function differenceText(difference: Difference, variable: string): string {
  switch (difference.kind) {
    case 'equal': {
      const { where } = difference
      const conditions = where.map((condition) => print(condition, 'unicode')).join(', ')
      return `largest difference 0: equal, proved${where.length === 0 ? '' : `, for ${conditions}`}`
    }
    case 'apart': {
      const { x, least, most } = difference
      const [low, high] = [rounded(least, -1), rounded(most, 1)]
      const size =
        most === Infinity ? `at least ${low}` : low === high ? low : `between ${low} and ${high}, enclosed`
      return `largest difference ${size}, at ${variable} = ${number(x)}`
    }
    default:
      return 'largest difference is not known: no place was found where both have a value'
  }
}

/** Four digits, rounded down or up so that a bound stays one. */
function rounded(v: number, side: -1 | 1): string {
  if (v === 0) return '0'
  const unit = 10 ** (Math.floor(Math.log10(v)) - 3)
  const near = (side < 0 ? Math.floor : Math.ceil)(v / unit) * unit
  return `${Number(near.toPrecision(6))}`
}

/** Each mark that has a place, in words; of those that repeat, the first. */
export function marksText(marks: readonly Mark[], variable: string): string[] {
  const said = new Set<string>()
  return marks.flatMap((mark) => {
    if (!('period' in mark) || mark.period === undefined) return spot(mark, variable)
    const step = Math.round((((mark.x / mark.period) % 1) + 1) * 1e6) % 1e6
    const key = `${mark.kind} ${step}`
    if (said.has(key)) return []
    said.add(key)
    return spot(mark, variable).map((words) => `${words}, and every ${number(mark.period as number)}`)
  })
}

function spot(mark: Mark, variable: string): string[] {
  if (mark.kind === 'pole') return [`vertical asymptote at ${variable} = ${number(mark.x)}`]
  if ('intercept' in mark) return mark.kind === 'tangent' ? [] : [`asymptote ${equationOf(mark, variable)}`]
  const { kind, x, y } = mark
  const at = `at ${variable} = ${number(x)}, ${number(y)}`
  if (kind === 'hole') return [`left out ${at}`]
  if (kind !== 'touch') return [`${kind} ${at}`]
  const line = equationOf({ slope: mark.slope, intercept: y - mark.slope * x }, variable)
  return [`tangent ${at}, with slope ${number(mark.slope)}: ${line}`]
}
