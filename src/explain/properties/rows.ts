/** What each property says, in words and formulas: one row of the table by its name. */

import type { Interval } from '../../analyse/interval.ts'
import type { PropertyName, Values } from '../../analyse/properties/index.ts'
import type { End, Extended } from '../../expression/claim.ts'
import { add, call, type Expr, integer, isCall, multiply, negate, symbol } from '../../expression/expr.ts'
import { literalValue, numberTerm } from '../../expression/number-term.ts'
import { rational, times } from '../../expression/rational.ts'
import type { Said } from '../draft.ts'
import { listed } from '../render/words.ts'
import { related, type Terms } from './terms.ts'

/** What the property is called, and what it says; nothing where that is said by another row. */
export interface RowOf<Value> {
  readonly title: string
  readonly says: (value: Value, terms: Terms) => readonly Said[] | undefined
}

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

/** Items with a semicolon between them. */
const joined = (items: readonly (readonly Said[])[], sign = '; '): Said[] =>
  items.flatMap((item, i) => (i === 0 ? item : [sign, ...item]))

/** Several intervals: x < 0 or x > 0. */
const union = (intervals: readonly Interval[], terms: Terms): Said[] =>
  listed(
    intervals.map((on) => terms.on(on)),
    ' or ',
  )

/** `everywhere`, or `for x < 0 or x > 0`. */
const everywhere = (intervals: readonly Interval[], terms: Terms): Said[] => {
  const [only, ...more] = intervals
  return only && more.length === 0 ? terms.where(only) : ['for ', ...union(intervals, terms)]
}

/** `increasing everywhere`; `increasing for x < 0, decreasing for x > 0`. */
const pieces = <T extends { readonly on: Interval }>(
  value: readonly T[],
  word: (piece: T) => string,
  terms: Terms,
): Said[] =>
  joined(
    value.map((piece) => [`${word(piece)} `, ...terms.where(piece.on)]),
    ', ',
  )

/** The values between two ends: 0 < f(x) <= 1. */
export function valuesBetween(low: End, high: End, of: Terms['fx'], terms: Terms): Said {
  const [a, b] = ['at' in low ? '<=' : '<', 'at' in high ? '<=' : '<'] as const
  if (low.value === '-infinity' && high.value === 'infinity') return 'all real numbers'
  if (high.value === 'infinity') return related(of, a === '<=' ? '>=' : '>', terms.number(low.value))
  if (low.value === '-infinity') return related(of, b, terms.number(high.value))
  if (low.value === high.value) return related(of, '=', terms.number(low.value))
  return related(terms.number(low.value), a, of, b, terms.number(high.value))
}

/** Which ends are reached, and where. */
function reached({ low, high }: { readonly low: End; readonly high: End }, terms: Terms): Said[] {
  if (low.value === high.value) return []
  const ends = [low, high].filter(({ value }) => isNumber(value))
  const said = ends.map((end): Said[] =>
    'at' in end
      ? [terms.number(end.value), ' is reached at ', related(terms.x, '=', terms.number(end.at))]
      : [terms.number(end.value), ' is approached, not reached'],
  )
  if (ends.length === 2 && ends.every((end) => !('at' in end)))
    return ['; ', terms.number(low.value), ' and ', terms.number(high.value), ' are approached, not reached']
  return said.flatMap((one) => ['; ', ...one])
}

type Limit = Values['limits'][number]

const SIDES = { left: ' from the left', right: ' from the right' } as const

function limitSays({ to, side, is, from, reason }: Limit, terms: Terms): Said[] {
  const place: Said[] = [
    ' as ',
    related(terms.x, '->', terms.number(to)),
    typeof to === 'string' ? '' : SIDES[side],
  ]
  if (is === undefined) return ['no limit', ...place, reason === undefined ? '' : ` (${reason})`]
  return [related(terms.fx, '->', terms.number(is)), ...(from ? [` from ${from}`] : []), ...place]
}

type Asymptote = Values['asymptotes'][number]

const Y = symbol('y')

function asymptoteSays(line: Asymptote, terms: Terms): Said[] {
  if (line.kind === 'vertical') return [related(terms.x, '=', terms.number(line.x))]
  const y =
    line.kind === 'horizontal'
      ? line.y
      : isNought(line.intercept)
        ? multiplied(line.slope, terms.x)
        : add(multiplied(line.slope, terms.x), line.intercept)
  return [related(Y, '=', terms.number(y)), ' for ', related(terms.x, '->', terms.number(line.towards))]
}

const multiplied = (u: Expr, v: Expr): Expr => {
  const value = literalValue(u)
  if (value && value.den === 1n && value.num === 1n) return v
  return value && value.den === 1n && value.num === -1n ? negate(v) : multiply(u, v)
}

function gapSays({ at, kind, left, right, value }: Values['gaps'][number], terms: Terms): Said[] {
  const place: Said[] = [' at ', related(terms.x, '=', terms.number(at))]
  const limits: Said[] =
    left === undefined || right === undefined
      ? []
      : [': from ', terms.number(left), ' on the left to ', terms.number(right), ' on the right']
  if (kind === 'removable' && isNumber(left))
    return [
      'a hole',
      ...place,
      ' that the value ',
      terms.number(left),
      ' would fill',
      ...(value ? [' (the value is ', terms.number(value.is), ')'] : []),
    ]
  return [`a ${kind === 'essential' ? 'point without limits' : kind}`, ...place, ...limits]
}

function symmetrySays({ parity, centres, axes }: Values['symmetry'], terms: Terms): Said[] {
  const { x, fx } = terms
  const said: Said[][] = []
  if (parity === 'odd and even') said.push(['odd and even'])
  if (parity === 'odd')
    said.push(['odd: ', related(terms.at(negate(x)), '=', terms.difference(integer(0), fx))])
  if (parity === 'even') said.push(['even: ', related(terms.at(negate(x)), '=', fx)])
  for (const { x: a, y: b } of centres) {
    if (isNought(a) && isNought(b)) continue
    const turned = terms.difference(twice(b), fx)
    said.push([
      'point-symmetric about (',
      terms.number(a),
      ', ',
      terms.number(b),
      '): ',
      related(terms.at(minus(twice(a), x)), '=', turned),
    ])
  }
  for (const a of axes) {
    if (isNought(a)) continue
    said.push([
      'mirrored at ',
      related(x, '=', terms.number(a)),
      ': ',
      related(terms.at(minus(twice(a), x)), '=', fx),
    ])
  }
  if (parity === 'neither') said.push(['neither odd nor even'])
  return joined(said)
}

function cornerSays(corner: Values['differentiability']['corners'][number], terms: Terms): Said[] {
  const { at, left, right } = corner
  const slopes: Said[] =
    left === undefined || right === undefined
      ? []
      : [', where the slope goes from ', terms.number(left), ' to ', terms.number(right)]
  return [related(terms.x, '=', terms.number(at)), ...slopes]
}

function extremumSays({ kind, on, value, global }: Values['extrema'][number], terms: Terms): Said[] {
  const most = kind === 'maximum' ? 'greatest' : 'least'
  const which = global === true ? `${most} value ` : `local ${kind} `
  return [which, ...terms.exactly(value.is), ...placeSays(on, terms)]
}

/** ` at x = 0`; of an interval on which it is constant: ` for 0 <= x <= 1`. */
function placeSays(on: Interval, terms: Terms): Said[] {
  const isPoint = isNumber(on.lower) && on.lower === on.upper
  return isPoint
    ? [' at ', related(terms.x, '=', terms.number(on.lower)), ...decimalPlace(on.lower as Expr, terms)]
    : [' ', ...terms.where(on)]
}

const decimalPlace = (at: Expr, terms: Terms): Said[] => terms.exactly(at).slice(1)

function inflectionSays({ at, value, slope }: Values['inflections'][number], terms: Terms): Said[] {
  return [
    '(',
    terms.number(at),
    ', ',
    terms.number(value.is),
    ')',
    ...decimalPlace(at, terms),
    ...(slope ? [' with slope ', terms.number(slope.is)] : []),
  ]
}

function zeroSays(zero: Values['zeros'][number], terms: Terms): Said[] {
  if (!('at' in zero)) return [terms.on(zero)]
  return [related(terms.x, '=', terms.number(zero.at)), ...decimalPlace(zero.at, terms)]
}

function lipschitzSays({ constant }: Values['lipschitz'], terms: Terms): Said[] | undefined {
  if (!isNumber(constant)) return ['none: it gets as steep as one likes']
  const names = ['u', 'v'].map((letter) => terms.at(symbol(letter)))
  const [fu, fv] = names as [Terms['fx'], Terms['fx']]
  const distance = {
    plain: `|${fu.plain} - ${fv.plain}|`,
    latex: `\\left|${fu.latex} - ${fv.latex}\\right|`,
  }
  const bound = multiplied(constant, call('abs', [add(symbol('u'), negate(symbol('v')))]))
  return [...terms.exactly(constant), ': ', related(distance, '<=', terms.number(bound))]
}

function boundednessSays({ above, below }: Values['boundedness']): Said[] {
  if (above && below) return ['bounded']
  if (above) return ['bounded above, not below']
  return [below ? 'bounded below, not above' : 'bounded neither above nor below']
}

type Effect = Values['parameters'][number]

/** What becomes of a number, and of a place, when the parameter grows. */
const EFFECTS: Readonly<Partial<Record<Effect['effect'], readonly [number: string, place: string]>>> = {
  raises: ['raises', 'to the right'],
  lowers: ['lowers', 'to the left'],
}

function effectSays({ parameter, quantity, of, effect }: Effect): Said[] {
  const words = EFFECTS[effect]
  if (!words) return []
  const isPlace = quantity === 'inflection' || quantity === 'turning point'
  const said: Said[] = isPlace
    ? [` moves the ${quantity} at `, of, ` ${words[1]}`]
    : [` ${words[0]} the ${quantity} `, of]
  return ['a larger ', symbol(parameter), ...said]
}

const orNothing = (items: readonly Said[]): readonly Said[] | undefined =>
  items.length === 0 ? undefined : items

/** The rows by property. Lists of nothing are left out where another row says as much. */
export const ROWS: { readonly [Name in PropertyName]: RowOf<Values[Name]> } = {
  domain: {
    title: 'domain',
    says: (value, terms) => (value.length === 0 ? ['empty: it is defined nowhere'] : union(value, terms)),
  },
  range: {
    title: 'range',
    says: (value, terms) =>
      joined(
        value.map(({ on, low, high }) => [
          valuesBetween(low, high, terms.fx, terms),
          ...(value.length > 1 ? [' ', ...terms.where(on)] : []),
          ...reached({ low, high }, terms),
        ]),
      ),
  },
  boundedness: { title: 'bounds', says: boundednessSays },
  symmetry: { title: 'symmetry', says: symmetrySays },
  periodicity: {
    title: 'period',
    says: ({ period }, terms) =>
      period && [...terms.exactly(period), ': ', related(terms.at(add(terms.x, period)), '=', terms.fx)],
  },
  zeros: {
    title: 'zeros',
    says: (value, terms) =>
      value.length === 0
        ? ['none']
        : joined(
            value.map((zero) => zeroSays(zero, terms)),
            ', ',
          ),
  },
  sign: {
    title: 'sign',
    says: (value, terms) =>
      pieces(
        value.filter(({ sign, on }) => sign !== 'zero' || on.lower !== on.upper),
        ({ sign }) => sign,
        terms,
      ),
  },
  limits: {
    title: 'limits',
    says: (value, terms) => joined(value.map((one) => limitSays(one, terms))),
  },
  asymptotes: {
    title: 'asymptotes',
    says: (value, terms) => {
      const isNew = (line: Asymptote, i: number): boolean =>
        line.kind !== 'vertical' ||
        value.findIndex((other) => other.kind === 'vertical' && other.x === line.x) === i
      return orNothing(joined(value.filter(isNew).map((line) => asymptoteSays(line, terms))))
    },
  },
  gaps: {
    title: 'gaps',
    says: (value, terms) => orNothing(joined(value.map((gap) => gapSays(gap, terms)))),
  },
  continuity: { title: 'continuous', says: everywhere },
  differentiability: {
    title: 'differentiable',
    says: ({ on, corners }, terms) => [
      ...everywhere(on, terms),
      ...(corners.length === 0
        ? []
        : ['; none at ', ...joined(corners.map((one) => cornerSays(one, terms)))]),
    ],
  },
  smoothness: {
    title: 'smooth',
    says: (value, terms) => ['derivatives of every order ', ...everywhere(value, terms)],
  },
  monotone: {
    title: 'rises, falls',
    says: (value, terms) => pieces(value, ({ direction }) => direction, terms),
  },
  stationary: {
    title: 'level at',
    says: (value, terms) =>
      value.length === 0
        ? ['nowhere']
        : joined(
            value.map((one) => zeroSays(one, terms)),
            ', ',
          ),
  },
  extrema: {
    title: 'extrema',
    says: (value, terms) => orNothing(joined(value.map((one) => extremumSays(one, terms)))),
  },
  convexity: { title: 'bend', says: (value, terms) => pieces(value, ({ bend }) => bend, terms) },
  inflections: {
    title: 'inflections',
    says: (value, terms) => orNothing(joined(value.map((one) => inflectionSays(one, terms)))),
  },
  slopes: {
    title: 'slope',
    says: (value, terms) => {
      const slope = terms.slope
      return joined(
        value.map(({ on, low, high }) => [
          valuesBetween(low, high, slope, terms),
          ...(value.length > 1 ? [' ', ...terms.where(on)] : []),
        ]),
      )
    },
  },
  lipschitz: { title: 'Lipschitz', says: lipschitzSays },
  inverse: {
    title: 'inverse',
    says: ({ letter, form, domain: { low, high } }, terms) => {
      const name = { plain: letter, latex: letter }
      return [related(terms.x, '=', form), ' for ', valuesBetween(low, high, name, terms)]
    },
  },
  taylor: {
    title: 'Taylor',
    says: ({ at, polynomial, complete }, terms) =>
      complete ? undefined : [polynomial, ' + ... near ', related(terms.x, '=', terms.number(at))],
  },
  antiderivative: { title: 'antiderivative', says: ({ form }) => [form] },
  saturation: {
    title: 'saturation',
    says: ({ below, on, inDoubles }, terms) => [
      related(terms.slope, '<', below),
      ' in size for ',
      ...union(on, terms),
      ...inDoubles.flatMap(({ towards, from }): Said[] => [
        '; in doubles it equals its limit towards ',
        terms.number(towards),
        ` from about ${from} on`,
      ]),
    ],
  },
  distribution: {
    title: 'distribution',
    says: ({ median, mode }, terms) => [
      'a distribution function with density ',
      terms.slope,
      ...(median ? ['; median ', ...terms.exactly(median)] : []),
      ...(mode ? ['; mode ', ...terms.exactly(mode)] : []),
    ],
  },
  parameters: {
    title: 'parameters',
    says: (value) => orNothing(joined(value.map(effectSays).filter((said) => said.length > 0))),
  },
}
