/** Bounds, signs, greatest and least values, the set of values, how many zeros or extrema there are. */
import { between, isPoint, type Interval as Piece } from '../../analyse/interval.ts'
import type { PieceRange } from '../../analyse/properties/range.ts'
import type { Finding } from '../../analyse/property.ts'
import { exactZeros } from '../../analyse/zeros.ts'
import type { End, Extended, Proved } from '../../expression/claim.ts'
import { call, type Expr, integer, substitute } from '../../expression/expr.ts'
import type { Ground } from '../ground.ts'
import { denied, no, type Outcome, unknown, yes } from '../judgement.ts'
import type { Countable, Extreme, Interval, Said } from '../sentence.ts'
import { shown } from '../shown.ts'
import { relation } from './relation.ts'

type Of<Kind extends Said['kind']> = Extract<Said, { readonly kind: Kind }>

export const sign = ({ relation: head }: Of<'sign'>, ground: Ground): Outcome =>
  head === '='
    ? relation(call('=', [ground.f, integer(0)]), ground)
    : relation(call(head, [ground.f, integer(0)]), ground)

const isInfinite = ({ value }: End): boolean => typeof value === 'string'

export function bounded({ above, below }: Of<'bounded'>, ground: Ground): Outcome {
  const found = ground.find('range')
  if (!found) return unboundedByLimit(ground, above, below)
  const open = found.value.some(({ low, high }) => (below && isInfinite(low)) || (above && isInfinite(high)))
  const says = `its values are ${rangesInWords(found.value, ground)}`
  return open ? no(says, ...found.evidence) : yes(says, ...found.evidence)
}

/** Where the set of values is not known, an infinite limit still tells. */
function unboundedByLimit(ground: Ground, above: boolean, below: boolean): Outcome {
  const limit = ground
    .find('limits')
    ?.value.find(({ is, proof }) => proof && ((above && is === 'infinity') || (below && is === '-infinity')))
  return limit
    ? no(
        `it tends to ${shown(limit.is as Extended, ground.study)} at ${shown(limit.to, ground.study)}`,
        limit.proof,
      )
    : unknown('its set of values is not known')
}

const rangeInWords = ({ low, high }: PieceRange, { study }: Ground): string =>
  `${'at' in low ? '[' : '('}${shown(low.value, study)}, ${shown(high.value, study)}${'at' in high ? ']' : ')'}`

export const rangesInWords = (ranges: readonly PieceRange[], ground: Ground): string =>
  ranges.map((range) => rangeInWords(range, ground)).join(' and ')

/** The whole set of values, if it is one interval. */
function wholeRange(found: Finding<readonly PieceRange[]> | undefined): PieceRange | undefined {
  return found?.value.length === 1 ? found.value[0] : undefined
}

export function range({ set }: Of<'range'>, ground: Ground): Outcome {
  const found = ground.find('range')
  const whole = wholeRange(found)
  if (!found || !whole)
    return unknown(found ? 'its values are several intervals' : 'its set of values is not known')
  const says = `its set of values is ${rangesInWords([whole], ground)}`
  const fits = [
    sameEnd(whole.low, set.from, set.closed[0], ground),
    sameEnd(whole.high, set.to, set.closed[1], ground),
  ]
  if (fits.every((fit) => fit === true)) return yes(says, ...found.evidence)
  return fits.includes(false) ? no(says, ...found.evidence) : unknown('the ends could not be compared')
}

/** Is the end this one? Nothing if that is not known. */
function sameEnd(end: End, value: Extended, closed: boolean, ground: Ground): boolean | undefined {
  const equal = sameNumber(end.value, value, ground)
  if (equal !== true) return equal
  return typeof value === 'string' || 'at' in end === closed
}

function sameNumber(a: Extended, b: Extended, { study }: Ground): boolean | undefined {
  if (typeof a === 'string' || typeof b === 'string') return a === b
  if (study.sameValue(a, b)) return true
  return study.holds(study.about([a, b]), call('!=', [a, b])) ? false : undefined
}

export function extremeValue({ what, value, at }: Of<'extreme value'>, ground: Ground): Outcome {
  const found = ground.find('range')
  const end = found && outermost(found.value, what, ground)
  if (!found || !end) return unknown('its greatest and least values are not known')
  const isStrict = what === 'maximum' || what === 'minimum'
  if (isStrict && !('at' in end)) {
    return no(
      `it has no ${what}: its values only approach ${shown(end.value, ground.study)}`,
      ...found.evidence,
    )
  }
  const fits = sameNumber(end.value, value, ground)
  const says = `the ${what} is ${shown(end.value, ground.study)}${'at' in end ? `, at ${ground.variable} = ${shown(end.at, ground.study)}` : ''}`
  if (fits === undefined) return unknown('the two numbers could not be compared')
  if (!fits) return no(says, ...found.evidence)
  if (!at) return yes(says, ...found.evidence)
  const there = relation(call('=', [substitute(ground.f, new Map([[ground.variable, at]])), value]), ground)
  return there.verdict === 'true' ? yes(says, ...found.evidence, ...there.evidence) : there
}

/** The greatest, or least, end of all pieces. */
function outermost(ranges: readonly PieceRange[], what: Extreme, ground: Ground): End | undefined {
  const isUpper = what === 'maximum' || what === 'supremum'
  const ends = ranges.map(({ low, high }) => (isUpper ? high : low))
  const [first, ...rest] = ends
  return rest.length === 0 ? first : farthest(ends, isUpper, ground)
}

function farthest(ends: readonly End[], isUpper: boolean, { study }: Ground): End | undefined {
  return ends.find((end) =>
    ends.every((other) => {
      if (typeof end.value === 'string') return end.value === (isUpper ? 'infinity' : '-infinity')
      if (typeof other.value === 'string') return other.value !== (isUpper ? 'infinity' : '-infinity')
      return study.holds([], call(isUpper ? '>=' : '<=', [end.value, other.value])) !== undefined
    }),
  )
}

/** What is counted, and what shows that there are no others. */
interface Counted {
  readonly at: readonly Expr[]
  readonly because: string
  readonly evidence: Finding<unknown>['evidence']
}

const plural = (n: number, what: string): string =>
  n === 0
    ? `no ${what}`
    : n === 1
      ? `one ${what}`
      : `${n} ${what.replace(/um$/, 'a').replace(/([^a])$/, '$1s')}`

export function count({ what, many, at }: Of<'count'>, ground: Ground): Outcome {
  const found = counted(what, ground)
  if (!found) return countedOtherwise(what, ground)
  const n = found.at.length
  const says = `it has ${plural(n, what)}${n > 0 && n < 6 ? `, at ${ground.variable} = ${found.at.map((place) => shown(place, ground.study)).join(', ')}` : ''}`
  if (at) {
    const fits = found.at.map((place) => sameNumber(place, at, ground))
    if (fits.includes(true)) return yes(says, ...found.evidence)
    return fits.includes(undefined)
      ? unknown('the places could not be compared')
      : no(says, ...found.evidence)
  }
  return n >= many.least && n <= many.most ? yes(says, ...found.evidence) : no(says, ...found.evidence)
}

function counted(what: Countable, ground: Ground): Counted | undefined {
  if (what === 'zero') return zeros(ground)
  if (what === 'inflection point') {
    const found = ground.find('inflections')
    return found && { at: found.value.map(({ at }) => at), because: found.why, evidence: found.evidence }
  }
  if (what === 'critical point') return undefined
  const found = ground.find('extrema')
  if (!found) return undefined
  const kind = /max|supremum/.test(what) ? 'maximum' : /min|infimum/.test(what) ? 'minimum' : undefined
  // "a minimum" may be meant either way: local ones are what is counted
  const kept = found.value.filter((extremum) => kind === undefined || extremum.kind === kind)
  if (kept.some(({ on }) => !isPoint(on))) return undefined
  return { at: kept.map(({ on }) => on.lower as Expr), because: found.why, evidence: found.evidence }
}

/** All zeros, by solving on each piece of the domain; that they are zeros, and that there are no others, is proved. */
function zeros(ground: Ground): Counted | undefined {
  const { study, f } = ground
  const places: Expr[] = []
  const evidence: Proved[] = []
  for (const piece of ground.pieces) {
    const found = isPoint(piece) ? { kind: 'all' as const, places: [] } : exactZeros(f, piece, study)
    if (found.kind !== 'all') return undefined
    const ends = endsOf(piece).filter((end) => isZeroAt(end, ground))
    const here = [...found.places.map(({ at }) => at), ...ends]
    const apart = here.map((at) => call('!=', [study.x, at]))
    const proofs = [
      ...here.map((at) =>
        study.known({ kind: 'holds', assuming: study.assuming, condition: zeroAt(at, ground) }),
      ),
      ...partsBetween(
        piece,
        found.places.map(({ at }) => at),
      ).map((part) =>
        study.known({
          kind: 'holds',
          assuming: [...ground.on(part), ...apart],
          condition: call('!=', [f, integer(0)]),
        }),
      ),
    ]
    if (!proofs.every((proof) => proof !== undefined)) return undefined
    evidence.push(...proofs)
    places.push(...here)
  }
  return { at: places, because: 'the equation f = 0 was solved', evidence }
}

/** The piece, cut at the places. */
function partsBetween(piece: Piece, places: readonly Expr[]): Piece[] {
  const stops = [piece.lower, ...places, piece.upper]
  return stops.slice(1).map((stop, i) => {
    const lower = i === 0 && piece.closed.lower
    const upper = i === stops.length - 2 && piece.closed.upper
    return between(stops[i] as Extended, stop, lower, upper)
  })
}

const zeroAt = (at: Expr, { f, variable }: Ground): Expr =>
  call('=', [substitute(f, new Map([[variable, at]])), integer(0)])

const endsOf = ({ lower, upper, closed }: Piece): Expr[] =>
  [closed.lower ? lower : '', closed.upper ? upper : ''].filter((end): end is Expr => typeof end !== 'string')

const isZeroAt = (at: Expr, ground: Ground): boolean =>
  ground.study.holds([], zeroAt(at, ground)) !== undefined

/** No zeros, where the sign is known. */
function countedOtherwise(what: Countable, ground: Ground): Outcome {
  if (what !== 'zero') return unknown(`the ${what.replace(/um$/, 'a')} were not all found`)
  const never = relation(call('!=', [ground.f, integer(0)]), ground)
  return never.verdict === 'true' ? denied(never) : unknown('not all zeros were found')
}

/** Does the function have exactly this natural domain? */
export function domain({ set }: Of<'domain'>, ground: Ground): Outcome {
  const found = ground.find('domain')
  if (!found) return unknown('its domain is not known')
  const says = `it is defined ${found.value.map((piece) => wordsOf(piece, ground)).join(' and ') || 'nowhere'}`
  const said = piecesSaid(set, ground)
  if (!said) return unknown('the set could not be read as intervals')
  if (said.length !== found.value.length) return no(says, ...found.evidence)
  const fits = found.value.map((piece, i) => samePiece(piece, said[i] as Piece, ground))
  if (fits.every((fit) => fit === true)) return yes(says, ...found.evidence)
  return fits.includes(false) ? no(says, ...found.evidence) : unknown('the ends could not be compared')
}

function wordsOf({ lower, upper, closed }: Piece, { variable, study }: Ground): string {
  if (lower === '-infinity' && upper === 'infinity') return 'everywhere'
  const [a, b] = [shown(lower, study), shown(upper, study)]
  return `for ${variable} in ${closed.lower ? '[' : '('}${a}, ${b}${closed.upper ? ']' : ')'}`
}

function piecesSaid(set: Interval | Expr, ground: Ground): readonly Piece[] | undefined {
  if ('from' in set) {
    const closed = { lower: set.closed[0], upper: set.closed[1] }
    return [{ lower: set.from, upper: set.to, closed }]
  }
  return ground.where(set)
}

function samePiece(a: Piece, b: Piece, ground: Ground): boolean | undefined {
  const ends = (['lower', 'upper'] as const).map((side) => {
    const equal = sameNumber(a[side], b[side], ground)
    return equal === true ? a.closed[side] === b.closed[side] : equal
  })
  return ends.includes(false) ? false : ends.includes(undefined) ? undefined : true
}
