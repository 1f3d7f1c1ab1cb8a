/** What an analysis proves of places on the curve, as marks in the numbers of the axes. */
import { type Analysis, type Property, type PropertyOf, propertiesNamed } from '../../analyse/index.ts'
import type { PropertyName } from '../../analyse/properties/index.ts'
import type { Extended } from '../../expression/claim.ts'
import { type Expr, substitute } from '../../expression/expr.ts'
import { type Mark, marksFrom } from '../../plot/marks.ts'
import { toNumber } from '../../plot/number.ts'
import type { Replay } from '../properties/table.ts'
import { isTrue, type Values } from './letters.ts'

/** The number that a term is with these values for its letters. */
export const numberIn =
  ({ numbers }: Pick<Analysis, 'numbers'>, values: Values) =>
  (u: Extended | undefined): number =>
    u === undefined ? Number.NaN : toNumber(typeof u === 'string' ? u : substitute(u, values), numbers)

/** The properties of that name that hold for these values, replayed. */
export const holding = <Name extends PropertyName>(
  analysis: Analysis,
  name: Name,
  values: Values,
  replay: Replay,
): readonly PropertyOf<Name>[] =>
  propertiesNamed(analysis, name).filter(
    (one) => one.conditions.every((c) => isTrue(substitute(c, values))) && replay.accepts(one),
  )

/** Extrema, inflections, points left out, poles and asymptotes. */
export function marksIn(analysis: Analysis, values: Values, replay: Replay): Mark[] {
  const bends = holding(analysis, 'convexity', values, replay).flatMap(({ value }) => value)
  const isStraight = bends.length > 0 && bends.every(({ bend }) => bend === 'straight')
  // a straight line is its own asymptote
  const names = MARKED.filter((name) => name !== 'asymptotes' || !isStraight)
  const properties = names.flatMap((name) => holding(analysis, name, values, replay))
  const marks = marksFrom({
    properties: put(properties, values) as readonly Property[],
    numbers: analysis.numbers,
  })
  return [...new Map(marks.map((mark) => [JSON.stringify(mark), mark])).values()]
}

const MARKED: readonly PropertyName[] = ['extrema', 'inflections', 'gaps', 'asymptotes']

/** Every term in the data with these values for its letters. */
function put(data: unknown, values: Values): unknown {
  if (typeof data !== 'object' || data === null) return data
  if ('hash' in data) return substitute(data as Expr, values)
  if (Array.isArray(data)) return data.map((item) => put(item, values))
  return Object.fromEntries(Object.entries(data).map(([key, item]) => [key, put(item, values)]))
}
