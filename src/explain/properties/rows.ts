/** What each property says, in words and formulas: one row of the table by its name. */

import type { Interval } from '../../analyse/interval.ts'
import type { PropertyName, Values } from '../../analyse/properties/index.ts'
import type { End, Extended } from '../../expression/claim.ts'
import { add, call, type Expr, integer, isCall, multiply, negate, symbol } from '../../expression/expr.ts'
import { literalValue, numberTerm } from '../../expression/number-term.ts'
import { rational, times } from '../../expression/rational.ts'
import type { Said } from '../draft.ts'
import { either, inRow, inTurn } from '../wording/lists.ts'
import { type Message, say } from '../wording/message.ts'
import { textSaid } from '../wording/reasons.ts'
import { related, type Terms } from './terms.ts'

/** What a property says; nothing where that is said by another row. */
export type SaysOf<Value> = (value: Value, terms: Terms) => Said | undefined

/** What the property is called. */
export const titleOf = (name: PropertyName): Message => say(`property.title.${name}`)

const TWO = rational(2n)

/** 2·u, worked out where u is a number. */
function twice(u: Expr): Expr {
  const value = literalValue(u)
  if (value) return numberTerm(times(TWO, value))
  const [half, by] = isCall(u, 'divide') ? u.args : []
  return half && by === integer(2) ? half : multiply(integer(2), u)
}

const isNought = (u: Expr): boolean => literalValue(u)?.num === 0n
const isNumber = (u: Extended | undefined): u is Expr => u !== undefined && typeof u !== 'string'
const minus = (u: Expr, v: Expr): Expr => (isNought(u) ? negate(v) : add(u, negate(v)))

/** Several intervals: x < 0 or x > 0. */
const union = (intervals: readonly Interval[], terms: Terms): Said =>
  either(intervals.map((on) => terms.on(on)))

/** `everywhere`, or `for x < 0 or x > 0`. */
const everywhere = (intervals: readonly Interval[], terms: Terms): Said => {
  const [only, ...more] = intervals
  if (only && more.length === 0) return terms.where(only)
  return only ? say('property.where', { interval: union(intervals, terms) }) : say('property.nowhere')
}

/** `increasing everywhere`; `increasing for x < 0, decreasing for x > 0`. */
const pieces = <Word extends string>(
  value: readonly { readonly on: Interval; readonly word: Word }[],
  says: (word: Word, where: Said) => Message,
  terms: Terms,
): Said => inRow(value.map(({ on, word }) => says(word, terms.where(on))))

/** The values between two ends: 0 < f(x) <= 1. */
export function valuesBetween(low: End, high: End, of: Terms['fx'], terms: Terms): Said {
  const [a, b] = ['at' in low ? '<=' : '<', 'at' in high ? '<=' : '<'] as const
  if (low.value === '-infinity' && high.value === 'infinity') return say('property.all-numbers')
  if (high.value === 'infinity') return related(of, a === '<=' ? '>=' : '>', terms.number(low.value))
  if (low.value === '-infinity') return related(of, b, terms.number(high.value))
  if (low.value === high.value) return related(of, '=', terms.number(low.value))
  return related(terms.number(low.value), a, of, b, terms.number(high.value))
}

/** Which ends are reached, and where. */
function reached({ low, high }: { readonly low: End; readonly high: End }, terms: Terms): Said[] {
  if (low.value === high.value) return []
  const ends = [low, high].filter(({ value }) => isNumber(value))
  if (ends.length === 2 && ends.every((end) => !('at' in end)))
    return [
      say('property.values-approached', { low: terms.exactly(low.value), high: terms.exactly(high.value) }),
    ]
  return ends.map((end) =>
    'at' in end
      ? say('property.value-reached', {
          value: terms.exactly(end.value),
          place: related(terms.x, '=', terms.number(end.at)),
        })
      : say('property.value-approached', { value: terms.exactly(end.value) }),
  )
}

/** Of several pieces, each with where it is. */
const onPieces = <T extends { readonly on: Interval }>(
  value: readonly T[],
  says: (piece: T) => Said,
  terms: Terms,
): Said[] =>
  value.map((piece) =>
    value.length > 1
      ? say('property.piece', { value: says(piece), where: terms.where(piece.on) })
      : says(piece),
  )

type Limit = Values['limits'][number]

const FROM = { above: 'property.limit-above', below: 'property.limit-below' } as const

function limitSays({ to, side, is, from, reason }: Limit, terms: Terms): Said {
  const tends = related(terms.x, '->', terms.number(to))
  const place = typeof to === 'string' ? tends : say(`property.from-${side}`, { place: tends })
  if (is === undefined)
    return reason === undefined
      ? say('property.no-limit', { place })
      : say('property.no-limit-since', { place, reason: textSaid(reason) })
  const limit = related(terms.fx, '->', terms.number(is))
  return say(from ? FROM[from] : 'property.limit', { limit, place })
}

type Asymptote = Values['asymptotes'][number]

const Y = symbol('y')

function asymptoteSays(line: Asymptote, terms: Terms): Said {
  if (line.kind === 'vertical') return related(terms.x, '=', terms.number(line.x))
  const y =
    line.kind === 'horizontal'
      ? line.y
      : isNought(line.intercept)
        ? multiplied(line.slope, terms.x)
        : add(multiplied(line.slope, terms.x), line.intercept)
  const place = related(terms.x, '->', terms.number(line.towards))
  return say('property.asymptote', { line: related(Y, '=', terms.number(y)), place })
}

const multiplied = (u: Expr, v: Expr): Expr => {
  const value = literalValue(u)
  if (value && value.den === 1n && value.num === 1n) return v
  return value && value.den === 1n && value.num === -1n ? negate(v) : multiply(u, v)
}

function gapSays({ at, kind, left, right, value }: Values['gaps'][number], terms: Terms): Said {
  const place = related(terms.x, '=', terms.number(at))
  if (left === undefined || right === undefined || kind === 'essential')
    return say('property.essential', { place })
  const limits = { place, left: terms.number(left), right: terms.number(right) }
  if (kind !== 'removable') return say(`property.${kind}`, limits)
  const hole = { place, value: terms.number(left) }
  return value
    ? say('property.hole-with-value', { ...hole, own: terms.number(value.is) })
    : say('property.hole', hole)
}

function symmetrySays({ parity, centres, axes }: Values['symmetry'], terms: Terms): Said {
  const { x, fx } = terms
  const said: Said[] = []
  if (parity === 'odd and even') said.push(say('property.odd-and-even'))
  if (parity === 'odd')
    said.push(
      say('property.odd', { equation: related(terms.at(negate(x)), '=', terms.difference(integer(0), fx)) }),
    )
  if (parity === 'even') said.push(say('property.even', { equation: related(terms.at(negate(x)), '=', fx) }))
  for (const { x: a, y: b } of centres) {
    if (isNought(a) && isNought(b)) continue
    const equation = related(terms.at(minus(twice(a), x)), '=', terms.difference(twice(b), fx))
    said.push(say('property.centre', { x: terms.number(a), y: terms.number(b), equation }))
  }
  for (const a of axes) {
    if (isNought(a)) continue
    const equation = related(terms.at(minus(twice(a), x)), '=', fx)
    said.push(say('property.axis', { line: related(x, '=', terms.number(a)), equation }))
  }
  if (parity === 'neither') said.push(say('property.neither'))
  return inTurn(said)
}

function cornerSays(corner: Values['differentiability']['corners'][number], terms: Terms): Said {
  const { at, left, right } = corner
  const place = related(terms.x, '=', terms.number(at))
  if (left === undefined || right === undefined) return place
  return say('property.corner', { place, left: terms.number(left), right: terms.number(right) })
}

function extremumSays({ kind, on, value, global }: Values['extrema'][number], terms: Terms): Said {
  const said = { value: terms.exactly(value.is), where: whereSays(on, terms) }
  if (global === true) return say(kind === 'maximum' ? 'property.greatest' : 'property.least', said)
  return say(`property.${kind}`, said)
}

/** `at x = 0`; of an interval on which it is constant: `for 0 <= x <= 1`. */
const whereSays = (on: Interval, terms: Terms): Said =>
  isNumber(on.lower) && on.lower === on.upper
    ? say('property.at', { place: placeSays(on.lower, terms) })
    : terms.where(on)

/** `x = sqrt(2) (about 1.4142136)` */
const placeSays = (at: Expr, terms: Terms): Said =>
  terms.withDecimals(related(terms.x, '=', terms.number(at)), at)

function inflectionSays({ at, value, slope }: Values['inflections'][number], terms: Terms): Said {
  const decimals = terms.decimals(at)
  const said = { x: terms.number(at), y: terms.number(value.is), slope: terms.number(slope.is) }
  return decimals === undefined
    ? say('property.inflection', said)
    : say('property.inflection-about', { ...said, decimals })
}

const zeroSays = (zero: Values['zeros'][number], terms: Terms): Said =>
  'at' in zero ? placeSays(zero.at, terms) : terms.on(zero)

function lipschitzSays({ constant }: Values['lipschitz'], terms: Terms): Said {
  if (!isNumber(constant)) return say('property.arbitrarily-steep')
  const names = ['u', 'v'].map((letter) => terms.at(symbol(letter)))
  const [fu, fv] = names as [Terms['fx'], Terms['fx']]
  const distance = {
    plain: `|${fu.plain} - ${fv.plain}|`,
    latex: `\\left|${fu.latex} - ${fv.latex}\\right|`,
  }
  const bound = multiplied(constant, call('abs', [add(symbol('u'), negate(symbol('v')))]))
  return say('property.with-equation', {
    value: terms.exactly(constant),
    equation: related(distance, '<=', terms.number(bound)),
  })
}

function boundednessSays({ above, below, infimum, supremum }: Values['boundedness'], terms: Terms): Said {
  const [low, high] = [terms.exactly(infimum.value), terms.exactly(supremum.value)]
  if (above && below) return say('property.bounded', { low, high })
  if (above) return say('property.bounded-above', { high })
  return below ? say('property.bounded-below', { low }) : say('property.unbounded')
}

type Effect = Values['parameters'][number]

const QUANTITIES = {
  limit: 'limit',
  'turning point': 'turn',
  inflection: 'inflection',
  'steepest slope': 'slope',
} as const satisfies Record<Effect['quantity'], string>

function effectSays({ parameter, quantity, of, effect }: Effect): Said[] {
  if (effect !== 'raises' && effect !== 'lowers') return []
  return [say(`property.${effect}-${QUANTITIES[quantity]}`, { parameter: symbol(parameter), of })]
}

const orNothing = (items: readonly Said[], put = inTurn): Said | undefined =>
  items.length === 0 ? undefined : put(items)

/** |f'(x)| */
const sized = ({ plain, latex }: Terms['fx']): Terms['fx'] => ({
  plain: `|${plain}|`,
  latex: `\\left|${latex}\\right|`,
})

/** The rows by property. Lists of nothing are left out where another row says as much. */
export const ROWS: { readonly [Name in PropertyName]: SaysOf<Values[Name]> } = {
  domain: (value, terms) => (value.length === 0 ? say('property.nowhere-defined') : union(value, terms)),
  range: (value, terms) =>
    inTurn(
      onPieces(value, ({ low, high }) => valuesBetween(low, high, terms.fx, terms), terms).flatMap(
        (said, i) => [said, ...reached(value[i] as (typeof value)[number], terms)],
      ),
    ),
  boundedness: boundednessSays,
  symmetry: symmetrySays,
  periodicity: ({ period }, terms) =>
    period &&
    say('property.with-equation', {
      value: terms.exactly(period),
      equation: related(terms.at(add(terms.x, period)), '=', terms.fx),
    }),
  zeros: (value, terms) =>
    orNothing(
      value.map((zero) => zeroSays(zero, terms)),
      inRow,
    ) ?? say('property.none'),
  sign: (value, terms) =>
    pieces(
      value
        .filter(({ sign, on }) => sign !== 'zero' || on.lower !== on.upper)
        .map(({ sign, on }) => ({ on, word: sign })),
      (word, where) => say(`property.${word}`, { where }),
      terms,
    ),
  limits: (value, terms) => inTurn(value.map((one) => limitSays(one, terms))),
  asymptotes: (value, terms) => {
    const isNew = (line: Asymptote, i: number): boolean =>
      line.kind !== 'vertical' ||
      value.findIndex((other) => other.kind === 'vertical' && other.x === line.x) === i
    return orNothing(value.filter(isNew).map((line) => asymptoteSays(line, terms)))
  },
  gaps: (value, terms) => orNothing(value.map((gap) => gapSays(gap, terms))),
  continuity: everywhere,
  differentiability: ({ on, corners }, terms) => {
    const where = everywhere(on, terms)
    if (corners.length === 0) return where
    return say('property.but-corners', {
      where,
      corners: inTurn(corners.map((one) => cornerSays(one, terms))),
    })
  },
  smoothness: (value, terms) => say('property.every-order', { where: everywhere(value, terms) }),
  monotone: (value, terms) =>
    pieces(
      value.map(({ on, direction }) => ({ on, word: direction })),
      (word, where) => say(`property.${word}`, { where }),
      terms,
    ),
  stationary: (value, terms) =>
    orNothing(
      value.map((one) => zeroSays(one, terms)),
      inRow,
    ) ?? say('property.nowhere'),
  extrema: (value, terms) => orNothing(value.map((one) => extremumSays(one, terms))),
  convexity: (value, terms) =>
    pieces(
      value.map(({ on, bend }) => ({ on, word: bend })),
      (word, where) => say(`property.${word}`, { where }),
      terms,
    ),
  inflections: (value, terms) => orNothing(value.map((one) => inflectionSays(one, terms))),
  slopes: (value, terms) =>
    inTurn(onPieces(value, ({ low, high }) => valuesBetween(low, high, terms.slope, terms), terms)),
  lipschitz: lipschitzSays,
  inverse: ({ letter, form, domain: { low, high } }, terms) =>
    say('property.inverse', {
      equation: related(terms.x, '=', form),
      values: valuesBetween(low, high, { plain: letter, latex: letter }, terms),
    }),
  taylor: ({ at, polynomial, complete }, terms) =>
    complete
      ? say('property.taylor-itself', { polynomial })
      : say('property.taylor', { polynomial, place: related(terms.x, '=', terms.number(at)) }),
  antiderivative: ({ form }) => form,
  saturation: ({ below, on, inDoubles }, terms) =>
    inTurn([
      say('property.flat', { inequality: related(sized(terms.slope), '<', below), where: union(on, terms) }),
      ...inDoubles.map(({ towards, from }) =>
        say('property.in-doubles', { end: terms.number(towards), from: String(from) }),
      ),
    ]),
  distribution: ({ median, mode }, terms) =>
    inTurn([
      say('property.density', { density: terms.slope }),
      ...(median ? [say('property.median', { median: terms.exactly(median) })] : []),
      ...(mode ? [say('property.mode', { mode: terms.exactly(mode) })] : []),
    ]),
  parameters: (value) => orNothing(value.flatMap(effectSays)),
}
