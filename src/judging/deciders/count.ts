/** How many zeros, extreme values, points of inflection and critical points there are, and whether one is at a place. */
import { isPoint, type Interval as Piece } from '../../analyse/interval.ts'
import type { End } from '../../expression/claim.ts'
import type { Condition } from '../../expression/condition.ts'
import {
  add,
  type CallNode,
  call,
  derivative,
  type Expr,
  integer,
  negate,
  substitute,
  symbol,
} from '../../expression/expr.ts'
import { put } from '../../verify/claims/parts.ts'
import { found, type Ground, inWords, stop } from '../ground.ts'
import { type Evidence, no, type Outcome, unknown, withEvidence, yes } from '../judgement.ts'
import type { Said } from '../sentence.ts'
import { shown } from '../shown.ts'
import { countAsymptotes } from './asymptotes.ts'
import { crossings } from './crossings.ts'
import { continuousOn } from './regularity.ts'
import { relation } from './relation.ts'
import { sameNumber } from './spans.ts'

type Of<Kind extends Said['kind']> = Extract<Said, { readonly kind: Kind }>

/** Points, or intervals all of whose points count; that there are no others is part of the evidence. */
interface Counted {
  readonly on: readonly Piece[]
  readonly evidence: readonly Evidence[]
}

const PLURALS: Readonly<Record<string, string>> = {
  extremum: 'extrema',
  'local maximum': 'local maxima',
  'local minimum': 'local minima',
  'global maximum': 'global maxima',
  'global minimum': 'global minima',
  maximum: 'maxima',
  minimum: 'minima',
}
const NUMBERS = ['no', 'one', 'two', 'three', 'four', 'five', 'six', 'seven', 'eight', 'nine']

const pluralOf = (what: string): string => PLURALS[what] ?? `${what}s`

const numbered = (n: number, what: string): string =>
  n === 1 ? `one ${what}` : `${n === Infinity ? 'infinitely many' : (NUMBERS[n] ?? n)} ${pluralOf(what)}`

export function count(said: Of<'count'>, ground: Ground): Outcome {
  if (said.what.endsWith('asymptote')) return countAsymptotes(said, ground)
  const period = ground.onPeriod()
  if (!period) return counted(said, ground, 1)
  if (said.at) return counted(said, ground.at(about(said.at, period.ground)), 1)
  return withEvidence(counted(said, period.ground, Infinity), period.evidence)
}

/** Less than one period, with the place inside. */
function about(at: Expr, { within, variable }: Ground): readonly Condition[] {
  const inside: ReadonlyMap<string, Expr> = new Map([[variable, add(symbol(variable), negate(at))]])
  return within.map((condition) => strict(substitute(condition, inside), at))
}

/** -p/2 <= x - a as x > a - p/2. */
function strict(condition: Condition, at: Expr): Condition {
  const { head, args } = condition as CallNode
  return call(head.replace('=', ''), [(args[0] as CallNode).args[0] as Expr, add(at, args[1] as Expr)])
}

function counted(said: Of<'count'>, ground: Ground, times: number): Outcome {
  const { what, many, at } = said
  if (what === 'zero' && !found(() => ground.need('zeros'))) return countedByStretches(said, ground, times)
  const { on, evidence } = (COUNTED[what] as Counter)(ground)
  const plateau = on.some((piece) => !isPoint(piece))
  const n = plateau ? Infinity : on.length * times
  const places = on.slice(0, MOST_SHOWN).map((piece) => inPlace(piece, ground))
  const where = on.length > 0 && on.length <= MOST_SHOWN ? `, ${places.join(', ')}` : ''
  const says = `it has ${numbered(on.length === 0 ? 0 : n, what)}${where}`
  if (at) {
    if (plateau) return unknown(`each point ${places.join(', ')} counts as one`)
    const isThere = on.some((piece) => sameNumber(piece.lower, at, ground.study))
    return isThere ? yes(says, ...evidence) : no(says, ...evidence)
  }
  const total = on.length === 0 ? 0 : n
  if (plateau && many.most < Infinity && many.most > 0)
    return unknown(`it is constant ${places.join(', ')}, so that all of these points count, or none`)
  return total >= many.least && total <= many.most ? yes(says, ...evidence) : no(says, ...evidence)
}

/** Zeros without closed form, one after the other. */
function countedByStretches({ many, at }: Of<'count'>, ground: Ground, times: number): Outcome {
  if (at) {
    const there = put(ground.f, ground.variable, at)
    return relation(call('=', [there, integer(0)]), ground)
  }
  const { near, evidence } = crossings(ground)
  const n = near.length * (near.length > 0 ? times : 1)
  const places = near
    .slice(0, MOST_SHOWN)
    .map((x) => `near ${ground.variable} = ${Number(x.toPrecision(DIGITS))}`)
  const says = `it has ${numbered(n, 'zero')}${n > 0 && near.length <= MOST_SHOWN ? `, ${places.join(', ')}` : ''}`
  return n >= many.least && n <= many.most ? yes(says, ...evidence) : no(says, ...evidence)
}

const DIGITS = 8
const MOST_SHOWN = 5

const inPlace = (piece: Piece, ground: Ground): string =>
  isPoint(piece) ? `at ${ground.variable} = ${shown(piece.lower, ground.study)}` : inWords(piece, ground)

type Counter = (ground: Ground) => Counted

/** Extreme values are those of a function that is continuous on each piece of its domain. */
function extrema(kind: 'maximum' | 'minimum' | undefined, isGlobal = false): Counter {
  return (ground) => {
    const continuous = continuousOn(ground)
    if (continuous.verdict !== 'true') stop('its extreme values are found where it is continuous only')
    if (ground.pieces.some(isPoint)) stop('its domain has single points')
    const found = ground.need('extrema')
    const moves = ground.need('monotone')
    const flat = moves.value.some(({ direction }) => direction === 'constant')
    const kept = found.value.filter((extremum) => kind === undefined || extremum.kind === kind)
    if (flat && kept.length === 0) stop('it is constant somewhere, where each point could be called one')
    const evidence = [...found.evidence, ...moves.evidence, ...evidenceOf(continuous)]
    if (!isGlobal || kind === undefined) return { on: kept.map(({ on }) => on), evidence }
    return globalOnes(kind, kept, evidence, ground)
  }
}

interface Kept {
  readonly on: Piece
  readonly global: boolean | undefined
}

function globalOnes(
  kind: 'maximum' | 'minimum',
  kept: readonly Kept[],
  evidence: readonly Evidence[],
  ground: Ground,
): Counted {
  const values = ground.need('boundedness')
  const end: End = kind === 'maximum' ? values.value.supremum : values.value.infimum
  const all = [...evidence, ...values.evidence]
  if (!('at' in end)) return { on: [], evidence: all }
  if (kept.some(({ global }) => global === undefined)) stop(`which ${pluralOf(kind)} are global is not known`)
  return { on: kept.filter(({ global }) => global).map(({ on }) => on), evidence: all }
}

const evidenceOf = (outcome: Outcome): readonly Evidence[] => ('evidence' in outcome ? outcome.evidence : [])

function inflections(ground: Ground): Counted {
  const found = ground.need('inflections')
  const bent = ground.need('convexity')
  const bends = bent.value.map(({ bend }) => bend)
  const hidden = bends.some(
    (bend, i) => bend === 'straight' && [bends[i - 1], bends[i + 1]].sort().join() === 'concave,convex',
  )
  if (hidden) stop('between a convex and a concave part it is straight')
  return { on: found.value.map(({ at }) => pointAt(at)), evidence: [...found.evidence, ...bent.evidence] }
}

const pointAt = (at: Expr): Piece => ({ lower: at, upper: at, closed: { lower: true, upper: true } })

function zeros(ground: Ground): Counted {
  const { value, evidence } = ground.need('zeros')
  return { on: value.map((place) => ('at' in place ? pointAt(place.at) : place)), evidence }
}

/** Where f′ = 0. */
function stationary(ground: Ground): Counted {
  const slope = ground.about(derivative(ground.f, symbol(ground.variable)))
  const found = zeros(slope)
  const inside = found.on.filter((piece) => !isEnd(piece, ground))
  return { on: inside, evidence: [...found.evidence, ...slope.derivations] }
}

const isEnd = (piece: Piece, ground: Ground): boolean =>
  isPoint(piece) &&
  ground.pieces.some(({ lower, upper }) => [lower, upper].some((end) => end === piece.lower))

/** Where f′ = 0, or f has no derivative although it is defined on both sides. */
function critical(ground: Ground): Counted {
  const level = stationary(ground)
  const { value, evidence } = ground.need('differentiability')
  return {
    on: [...level.on, ...value.corners.map(({ at }) => pointAt(at))],
    evidence: [...level.evidence, ...evidence],
  }
}

// "a minimum" may be meant either way: local ones are what is counted
const COUNTED: Readonly<Record<string, Counter>> = {
  zero: zeros,
  'stationary point': stationary,
  'critical point': critical,
  'inflection point': inflections,
  extremum: extrema(undefined),
  'local maximum': extrema('maximum'),
  'local minimum': extrema('minimum'),
  maximum: extrema('maximum'),
  minimum: extrema('minimum'),
  'global maximum': extrema('maximum', true),
  'global minimum': extrema('minimum', true),
  supremum: extrema('maximum', true),
  infimum: extrema('minimum', true),
}
