/** What a picture shows, in sentences: each fact is a property that was proved. */
import { type Analysis, type PropertyOf, propertiesNamed } from '../../analyse/index.ts'
import type { Values as Properties, PropertyName } from '../../analyse/properties/index.ts'
import type { Extended } from '../../expression/claim.ts'
import type { Condition } from '../../expression/condition.ts'
import { type Expr, same, substitute, symbol } from '../../expression/expr.ts'
import { literalValue } from '../../expression/number-term.ts'
import { print } from '../../syntax/index.ts'
import type { Said } from '../draft.ts'
import type { Replay } from '../properties/table.ts'
import { related, type Terms } from '../properties/terms.ts'
import { listed } from '../wording/lists.ts'
import { type Message, say } from '../wording/message.ts'
import { isTrue, type Values } from './letters.ts'

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

const supposedIn = ({ assuming, supposing }: Analysis): Condition[] => [...assuming, ...supposing]

const isSupposed = (condition: Condition, analysis: Analysis): boolean =>
  supposedIn(analysis).some((known) => same(known, condition))

/** What is proved of a function whose letters have these values, and which conditions on them were used for that. */
export class Found {
  readonly conditions: Condition[] = []
  readonly #analysis: Analysis
  readonly #replay: Replay
  readonly #values: Values

  constructor(analysis: Analysis, replay: Replay, values: Values = new Map()) {
    this.#analysis = analysis
    this.#replay = replay
    this.#values = values
  }

  /** The property of that name; of several, one for each case, the one in which the values are. */
  only<Name extends PropertyName>(name: Name): PropertyOf<Name>['value'] | undefined {
    const [found, ...others] = propertiesNamed(this.#analysis, name).filter(({ conditions }) =>
      conditions.every((c) => isSupposed(c, this.#analysis) || isTrue(substitute(c, this.#values))),
    )
    if (!found || others.length > 0 || !this.#replay.accepts(found)) return undefined
    for (const condition of found.conditions)
      if (![...this.conditions, ...supposedIn(this.#analysis)].some((known) => same(known, condition)))
        this.conditions.push(condition)
    return found.value
  }
}

/** S-shaped, bell-shaped, rising or falling all the way; nothing where it is none of these. */
export function shapeOf(found: Found, terms: Terms): Message[] {
  const [stretch, ...more] = found.only('monotone') ?? []
  // of what repeats itself one period is known, which may well rise
  if (!stretch || found.only('periodicity')?.period) return []
  if (more.length > 0) return isBell(found, terms) ? [say('graph.bell', { f: terms.fx })] : []
  if (stretch.direction === 'constant') return []
  const rises = stretch.direction === 'increasing'
  const [range] = found.only('range') ?? []
  const bends = (found.only('convexity') ?? []).map(({ bend }) => bend).join()
  const isS = bends === (rises ? 'convex,concave' : 'concave,convex')
  if (!range || !isS || !isFinite_(range.low.value) || !isFinite_(range.high.value))
    return [rises ? say('graph.rises', { f: terms.fx }) : say('graph.falls', { f: terms.fx })]
  const [low, high] = [terms.number(range.low.value), terms.number(range.high.value)]
  return [
    rises
      ? say('graph.s-shaped', { f: terms.fx, from: low, to: high })
      : say('graph.s-shaped-falling', { f: terms.fx, from: high, to: low }),
  ]
}

/** Positive, with one peak, fading at both ends of the line. */
function isBell(found: Found, terms: Terms): boolean {
  const [peak, ...others] = found.only('extrema') ?? []
  const [piece, ...more] = found.only('sign') ?? []
  const limits = found.only('limits') ?? []
  const ends = ['-infinity', 'infinity'].map((end) => limits.find(({ to }) => to === end)?.is)
  return (
    peak?.kind === 'maximum' &&
    others.length === 0 &&
    piece?.sign === 'positive' &&
    more.length === 0 &&
    terms.isAll(piece.on) &&
    ends.every(isNought)
  )
}

const isFinite_ = (u: Extended | undefined): u is Exclude<Extended, string> =>
  u !== undefined && typeof u !== 'string'
const isNought = (u: Extended | undefined): boolean => isFinite_(u) && literalValue(u)?.num === 0n

/** Where a function that goes one way, and bends the other way once, is steeper than anywhere else. */
export function steepestOf(found: Found): { readonly at: Expr; readonly value: Extended } | undefined {
  const steepest = found.only('lipschitz')?.steepest
  const stretches = found.only('monotone') ?? []
  const [bend, ...others] = found.only('inflections') ?? []
  if (!steepest || !('at' in steepest) || stretches.length !== 1 || !bend || others.length > 0)
    return undefined
  if (found.only('periodicity')?.period) return undefined
  return same(bend.at, steepest.at) ? steepest : undefined
}

/** Where it is the steepest. */
export function steepestSaid(found: Found, terms: Terms): Message[] {
  const steepest = steepestOf(found)
  if (!steepest) return []
  const place = related(terms.x, '=', terms.number(steepest.at))
  return [say('graph.steepest', { place, slope: terms.number(steepest.value) })]
}

/** Items with what they have in common, in the order of the first of each. */
function grouped<T>(items: readonly T[], key: (item: T) => string): T[][] {
  const groups = new Map<string, T[]>()
  for (const item of items) groups.set(key(item), [...(groups.get(key(item)) ?? []), item])
  return [...groups.values()]
}

/** Greatest and least values, inflections, asymptotes and points left out. */
export function marksSaid(found: Found, terms: Terms): Message[] {
  const period = found.only('periodicity')?.period
  return [
    ...(period ? [say('graph.period', { period: terms.number(period) })] : []),
    ...extremaSaid(found.only('extrema') ?? [], terms),
    ...inflectionsSaid(found.only('inflections') ?? [], terms),
    ...(isStraight(found) ? [] : asymptotesSaid(found.only('asymptotes') ?? [], terms)),
    ...gapsSaid(found.only('gaps') ?? [], terms),
    ...cornersSaid(found.only('differentiability')?.corners ?? [], terms),
  ]
}

/** A straight line is its own asymptote. */
const isStraight = (found: Found): boolean =>
  found.only('convexity')?.every(({ bend }) => bend === 'straight') ?? false

const at = (u: Extended, terms: Terms): Said => related(terms.x, '=', terms.number(u))

/** Extrema with the same value in one sentence. */
function extremaSaid(extrema: Properties['extrema'], terms: Terms): Message[] {
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

const inflectionsSaid = (found: Properties['inflections'], terms: Terms): Message[] =>
  found.length === 0 || found.length > MOST
    ? []
    : [say('graph.inflections', { places: listed(found.map((one) => at(one.at, terms))) })]

/** Lines that are vertical or level; the others are in the table of properties. */
function asymptotesSaid(lines: Properties['asymptotes'], terms: Terms): Message[] {
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

const gapsSaid = (gaps: Properties['gaps'], terms: Terms): Message[] =>
  gaps.length > MOST
    ? []
    : gaps.flatMap(({ kind, at: x, left }): Message[] => {
        if (kind === 'removable' && left !== undefined)
          return [say('graph.hole', { place: at(x, terms), value: terms.number(left) })]
        return kind === 'jump' ? [say('graph.jump', { place: at(x, terms) })] : []
      })

const cornersSaid = (corners: Properties['differentiability']['corners'], terms: Terms): Message[] =>
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
