/** Bounds, signs, greatest and least values, the set of values, the domain. */
import type { Interval as Piece } from '../../analyse/interval.ts'
import { orderOf } from '../../analyse/order.ts'
import { printed } from '../../analyse/printed.ts'
import type { PieceRange } from '../../analyse/properties/range.ts'
import type { End, Extended } from '../../expression/claim.ts'
import { OPPOSITE } from '../../expression/condition.ts'
import { call, type Expr, integer, same, substitute } from '../../expression/expr.ts'
import { found, type Ground, inWords } from '../ground.ts'
import { all, denied, type Evidence, no, type Outcome, unknown, yes } from '../judgement.ts'
import type { Extreme, Interval, Said } from '../sentence.ts'
import { shown } from '../shown.ts'
import { count } from './count.ts'
import { onPeriod } from './on-period.ts'
import { relation } from './relation.ts'
import { sameNumber, sameSets, spanOfPiece, spanOfRange, union } from './spans.ts'

type Of<Kind extends Said['kind']> = Extract<Said, { readonly kind: Kind }>

const ZERO = integer(0)

export const sign = ({ relation: head }: Of<'sign'>, ground: Ground): Outcome =>
  relation(call(head, [ground.f, ZERO]), ground)

/** Is the value taken somewhere? Else it is never equal to it. */
export function takes({ value }: Of<'takes'>, ground: Ground): Outcome {
  const never = relation(call('!=', [ground.f, value]), ground)
  if (never.verdict === 'unknown') return never
  if (never.verdict === 'false') {
    const [[name, x] = []] = Object.entries(never.at ?? {})
    const where = name ? `at ${name} = ${x}` : never.because.replace(/^it fails /, '')
    return yes(`it is ${printed(value)} ${where}`, ...never.evidence)
  }
  return no(`it is never ${printed(value)}`, ...never.evidence)
}

export const between = ({ above, below }: Of<'between'>, ground: Ground): Outcome =>
  all(
    [above, below].flatMap((bound) =>
      bound ? [relation(call(bound[0], [ground.f, bound[1]]), ground)] : [],
    ),
  )

/** "Is not positive": not everywhere, or nowhere? Answered if both come to the same. */
export function notOfSign(said: Of<'sign'>, ground: Ground): Outcome {
  const notAlways = denied(sign(said, ground))
  const never = sign({ ...said, relation: OPPOSITE.get(said.relation) as string }, ground)
  if (notAlways.verdict === never.verdict || notAlways.verdict === 'unknown') return never
  if (never.verdict === 'unknown') return never
  return unknown(
    '"not" can mean "not everywhere" or "nowhere", and one is true, the other false: say "never"',
  )
}

export const bounded = (said: Of<'bounded'>, ground: Ground): Outcome =>
  onPeriod(ground, (one) => boundedOn(said, one))

const isInfinite = ({ value }: End): boolean => typeof value === 'string'

function boundedOn({ above, below }: Of<'bounded'>, ground: Ground): Outcome {
  const values = found(() => ground.need('range'))
  if (!values) return boundedByLimits(ground, above, below)
  const open = values.value.some(({ low, high }) => (below && isInfinite(low)) || (above && isInfinite(high)))
  const says = `its values are ${rangesInWords(values.value, ground)}`
  return open ? no(says, ...values.evidence) : yes(says, ...values.evidence)
}

/** Where the set of values is not known, an infinite limit still tells. */
function boundedByLimits(ground: Ground, above: boolean, below: boolean): Outcome {
  const { study } = ground
  const limit = ground
    .need('limits')
    .value.find(({ is, proof }) => proof && ((above && is === 'infinity') || (below && is === '-infinity')))
  if (!limit) return unknown('its greatest and least values are not known')
  return no(`it tends to ${shown(limit.is as Extended, study)} at ${shown(limit.to, study)}`, limit.proof)
}

const inBrackets = ({ from, to, closed }: Interval, { study }: Ground): string =>
  typeof from !== 'string' && typeof to !== 'string' && closed[0] && closed[1] && study.sameValue(from, to)
    ? `{${shown(from, study)}}`
    : `${closed[0] ? '[' : '('}${shown(from, study)}, ${shown(to, study)}${closed[1] ? ']' : ')'}`

/** `(-∞, 0) and (0, ∞)`. */
export function rangesInWords(ranges: readonly PieceRange[], ground: Ground): string {
  const spans = ranges.map(spanOfRange)
  const whole = found(() => union(spans, ground.study)) ?? spans
  return whole.map((span) => inBrackets(span, ground)).join(' and ')
}

export const range = (said: Of<'range'>, ground: Ground): Outcome =>
  onPeriod(ground, (one) => {
    const values = one.need('range')
    const says = `its values are ${rangesInWords(values.value, one)}`
    const fits = sameSets(values.value.map(spanOfRange), said.set, one.study)
    return fits ? yes(says, ...values.evidence) : no(says, ...values.evidence)
  })

export function extremeValue(said: Of<'extreme value'>, ground: Ground): Outcome {
  const { at } = said
  if (at) {
    const place = belongs(at, ground)
    if (place.verdict !== 'true') return place
  }
  const global = globalValue(said, ground)
  if (global.verdict === 'true' || !said.orLocal || !at) return global
  const local = count(
    { kind: 'count', what: `local ${said.what}` as 'local maximum', many: SOME, at },
    ground,
  )
  return local.verdict === 'true' ? valueThere(said.value, at, local.because, local, ground) : local
}

const SOME = { least: 1, most: Infinity }

function globalValue(said: Of<'extreme value'>, ground: Ground): Outcome {
  const { what, value, at } = said
  const periodic = onPeriod(ground, (one) => {
    const values = one.need('range')
    const end = outermost(values.value, what, one)
    if ((what === 'maximum' || what === 'minimum') && !('at' in end)) {
      return no(
        `it has no ${what}: its values only approach ${shown(end.value, one.study)}`,
        ...values.evidence,
      )
    }
    const where = 'at' in end ? `, at ${one.variable} = ${shown(end.at, one.study)}` : ''
    const says = `the ${what} is ${shown(end.value, one.study)}${where}`
    const fits = sameNumber(end.value, value, one.study)
    return fits ? yes(says, ...values.evidence) : no(says, ...values.evidence)
  })
  return at && periodic.verdict === 'true'
    ? valueThere(value, at, periodic.because, periodic, ground)
    : periodic
}

/** Is the place one that the claim speaks of? */
function belongs(at: Expr, ground: Ground): Outcome {
  for (const condition of ground.within) {
    const there = substitute(condition, new Map([[ground.variable, at]]))
    if (ground.study.holds([], there)) continue
    const refuted = ground.refute({ kind: 'holds', assuming: ground.assuming, condition: there })
    return refuted
      ? no(`${ground.variable} = ${printed(at)} does not belong to it`, refuted)
      : unknown(`it depends on whether ${printed(there)}`)
  }
  return yes('')
}

function valueThere(value: Expr, at: Expr, because: string, outcome: Outcome, ground: Ground): Outcome {
  const there = substitute(ground.f, new Map([[ground.variable, at]]))
  const equal = relation(call('=', [there, value]), ground)
  if (equal.verdict !== 'true' || outcome.verdict !== 'true') return equal
  return yes(because, ...outcome.evidence, ...equal.evidence)
}

/** The greatest, or least, end of all pieces; the attained one of equal ones. */
function outermost(ranges: readonly PieceRange[], what: Extreme, { study }: Ground): End {
  const isUpper = what === 'maximum' || what === 'supremum'
  return ranges
    .map(({ low, high }) => (isUpper ? high : low))
    .reduce((best, end) => {
      const order = sameValue(end, best) ? 0 : orderOf(end.value, best.value, study)
      return order === (isUpper ? 1 : -1) || (order === 0 && 'at' in end) ? end : best
    })

  function sameValue(a: End, b: End): boolean {
    return typeof a.value !== 'string' && typeof b.value !== 'string' && study.sameValue(a.value, b.value)
  }
}

/** Does the function have exactly this natural domain? */
export function domain({ set }: Of<'domain'>, ground: Ground): Outcome {
  const period = found(() => ground.pieces) ? undefined : ground.onPeriod()
  if (period && Array.isArray(set) && isLine(set)) return everywhereOnPeriod(period.ground, period.evidence)
  const { pieces, outside } = ground.domain
  const says = domainInWords(pieces, ground)
  const said = Array.isArray(set) ? (set as readonly Interval[]) : ground.region(set as Expr).map(spanOfPiece)
  const fits = sameSets(pieces.map(spanOfPiece), said, ground.study)
  return fits ? yes(says, ...outside) : no(says, ...outside)
}

const isLine = ([first, ...others]: readonly Interval[]): boolean =>
  first?.from === '-infinity' && first.to === 'infinity' && others.length === 0

function everywhereOnPeriod(one: Ground, evidence: readonly Evidence[]): Outcome {
  const { pieces, outside } = one.domain
  const [first, ...others] = pieces
  const isWhole =
    first &&
    others.length === 0 &&
    one.within.every((condition) => one.on(first).some((known) => same(known, condition)))
  const says = `in one period ${domainInWords(pieces, one)}`
  return isWhole ? yes(says, ...outside, ...evidence) : no(says, ...outside, ...evidence)
}

const domainInWords = (pieces: readonly Piece[], ground: Ground): string =>
  `it is defined ${pieces.map((on) => inWords(on, ground)).join(' and ') || 'nowhere'}`
