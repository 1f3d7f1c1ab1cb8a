/** What a picture shows, in sentences: each fact is a property that was proved. */
import { type Analysis, type PropertyOf, propertiesNamed } from '../../analyse/index.ts'
import type { PropertyName, Values } from '../../analyse/properties/index.ts'
import type { Extended } from '../../expression/claim.ts'
import type { Condition } from '../../expression/condition.ts'
import { type Expr, same, symbol } from '../../expression/expr.ts'
import { literalValue } from '../../expression/number-term.ts'
import { print } from '../../syntax/index.ts'
import type { Said } from '../draft.ts'
import type { Replay } from '../properties/table.ts'
import { related, type Terms } from '../properties/terms.ts'
import { listed } from '../wording/lists.ts'
import { type Message, say } from '../wording/message.ts'

/** More places than these are said in the table of properties. */
const MOST = 4
/** Nor can values with more nodes be read in a sentence. */
const LARGEST = 25

/** The property of that name, where it is one for all that is supposed of the parameters; replayed. */
export function only<Name extends PropertyName>(
  analysis: Analysis,
  name: Name,
  replay: Replay,
): PropertyOf<Name>['value'] | undefined {
  const [found, ...others] = propertiesNamed(analysis, name)
  if (!found || others.length > 0 || !found.conditions.every((c) => isSupposed(c, analysis))) return undefined
  return replay.accepts(found) ? found.value : undefined
}

const isSupposed = (condition: Condition, { assuming, supposing }: Analysis): boolean =>
  [...assuming, ...supposing].some((known) => same(known, condition))

/** S-shaped, bell-shaped, rising or falling all the way; nothing where it is none of these. */
export function shapeOf(analysis: Analysis, terms: Terms, replay: Replay): Message[] {
  const [stretch, ...more] = only(analysis, 'monotone', replay) ?? []
  const ends = (only(analysis, 'limits', replay) ?? []).filter(({ to }) => typeof to === 'string')
  const inflections = only(analysis, 'inflections', replay) ?? []
  const [left, right] = ['-infinity', 'infinity'].map((end) => ends.find(({ to }) => to === end)?.is)
  const isBetween = isFinite_(left) && isFinite_(right)
  if (stretch && more.length === 0 && terms.isAll(stretch.on) && stretch.direction !== 'constant') {
    const holes = {
      f: terms.fx,
      from: terms.number(left ?? stretch.on.lower),
      to: terms.number(right ?? stretch.on.upper),
    }
    const rises = stretch.direction === 'increasing'
    if (isBetween && inflections.length === 1)
      return [rises ? say('graph.s-shaped', holes) : say('graph.s-shaped-falling', holes)]
    return [rises ? say('graph.rises', { f: terms.fx }) : say('graph.falls', { f: terms.fx })]
  }
  const extrema = only(analysis, 'extrema', replay) ?? []
  const [peak, ...others] = extrema
  const isBell =
    peak?.kind === 'maximum' &&
    others.length === 0 &&
    isNought(left) &&
    isNought(right) &&
    isAbove(analysis, terms, replay)
  return isBell ? [say('graph.bell', { f: terms.fx })] : []
}

const isFinite_ = (u: Extended | undefined): u is Exclude<Extended, string> =>
  u !== undefined && typeof u !== 'string'
const isNought = (u: Extended | undefined): boolean => isFinite_(u) && literalValue(u)?.num === 0n

function isAbove(analysis: Analysis, terms: Terms, replay: Replay): boolean {
  const [piece, ...more] = only(analysis, 'sign', replay) ?? []
  return piece?.sign === 'positive' && more.length === 0 && terms.isAll(piece.on)
}

/** Where the slope of a function that does not repeat itself is the greatest in size, if it is so anywhere. */
export function steepestOf(
  analysis: Analysis,
  replay: Replay,
): { readonly at: Expr; readonly value: Extended } | undefined {
  const steepest = only(analysis, 'lipschitz', replay)?.steepest
  const [slopes, ...others] = only(analysis, 'slopes', replay) ?? []
  if (!steepest || !('at' in steepest) || !slopes || others.length > 0) return undefined
  const isStraight = slopes.low.value === slopes.high.value
  return isStraight || only(analysis, 'periodicity', replay)?.period ? undefined : steepest
}

/** Where it is the steepest. */
export function steepestSaid(analysis: Analysis, terms: Terms, replay: Replay): Message[] {
  const found = steepestOf(analysis, replay)
  if (!found) return []
  const place = related(terms.x, '=', terms.number(found.at))
  return [say('graph.steepest', { place, slope: terms.number(found.value) })]
}

/** Items with what they have in common, in the order of the first of each. */
function grouped<T>(items: readonly T[], key: (item: T) => string): T[][] {
  const groups = new Map<string, T[]>()
  for (const item of items) groups.set(key(item), [...(groups.get(key(item)) ?? []), item])
  return [...groups.values()]
}

/** Greatest and least values, inflections, asymptotes and points left out. */
export function marksSaid(analysis: Analysis, terms: Terms, replay: Replay): Message[] {
  const period = only(analysis, 'periodicity', replay)?.period
  return [
    ...(period ? [say('graph.period', { period: terms.number(period) })] : []),
    ...extremaSaid(only(analysis, 'extrema', replay) ?? [], terms),
    ...inflectionsSaid(only(analysis, 'inflections', replay) ?? [], terms),
    ...asymptotesSaid(only(analysis, 'asymptotes', replay) ?? [], terms),
    ...gapsSaid(only(analysis, 'gaps', replay) ?? [], terms),
    ...cornersSaid(only(analysis, 'differentiability', replay)?.corners ?? [], terms),
  ]
}

const at = (u: Extended, terms: Terms): Said => related(terms.x, '=', terms.number(u))

/** Extrema with the same value in one sentence. */
function extremaSaid(extrema: Values['extrema'], terms: Terms): Message[] {
  const points = extrema.filter(({ on }) => on.lower === on.upper)
  if (points.length > MOST || points.some(({ value }) => value.is.size > LARGEST)) return []
  const alike = grouped(points, ({ kind, value, global }) => `${kind} ${global} ${print(value.is)}`)
  return alike.map((all) => {
    const { kind, value, global } = all[0] as (typeof all)[number]
    const places = listed(all.map(({ on }) => at(on.lower, terms)))
    const holes = { f: terms.fx, value: terms.number(value.is), places }
    if (kind === 'maximum') return global ? say('graph.greatest', holes) : say('graph.maximum', holes)
    return global ? say('graph.least', holes) : say('graph.minimum', holes)
  })
}

const inflectionsSaid = (found: Values['inflections'], terms: Terms): Message[] =>
  found.length === 0 || found.length > MOST
    ? []
    : [say('graph.inflections', { places: listed(found.map((one) => at(one.at, terms))) })]

/** Lines that are vertical or level; the others are in the table of properties. */
function asymptotesSaid(lines: Values['asymptotes'], terms: Terms): Message[] {
  const once = (all: readonly Extended[]): Extended[] => all.filter((u, i) => all.indexOf(u) === i)
  const poles = once(lines.flatMap((line) => (line.kind === 'vertical' ? [line.x] : [])))
  const levels = once(lines.flatMap((line) => (line.kind === 'horizontal' ? [line.y] : [])))
  const said = listed(levels.map((y) => related(symbol('y'), '=', terms.number(y))))
  return [
    ...(poles.length === 0 || poles.length > MOST
      ? []
      : [say('graph.pole', { places: listed(poles.map((x) => at(x, terms))) })]),
    ...(levels.length === 0
      ? []
      : [say(levels.length === 1 ? 'graph.level' : 'graph.levels', { lines: said })]),
  ]
}

const gapsSaid = (gaps: Values['gaps'], terms: Terms): Message[] =>
  gaps.length > MOST
    ? []
    : gaps.flatMap(({ kind, at: x, left }): Message[] => {
        if (kind === 'removable' && left !== undefined)
          return [say('graph.hole', { place: at(x, terms), value: terms.number(left) })]
        return kind === 'jump' ? [say('graph.jump', { place: at(x, terms) })] : []
      })

const cornersSaid = (corners: Values['differentiability']['corners'], terms: Terms): Message[] =>
  corners.length > MOST
    ? []
    : corners.flatMap(({ at: x, left, right }) =>
        left === undefined || right === undefined
          ? []
          : [
              say('graph.corner', {
                place: at(x, terms),
                left: terms.number(left),
                right: terms.number(right),
              }),
            ],
      )
