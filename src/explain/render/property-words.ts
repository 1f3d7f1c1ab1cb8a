/** The values of properties in words. */
import { decimalOf } from '../../analyse/decimals.ts'
import type { Analysis, Property } from '../../analyse/index.ts'
import type { Interval, Isolated, Place } from '../../analyse/interval.ts'
import type { Values } from '../../analyse/properties/index.ts'
import type { End, Extended } from '../../expression/claim.ts'
import { add, call, type Expr, freeSymbols, isCall, multiply, symbol } from '../../expression/expr.ts'
import { print } from '../../syntax/index.ts'
import type { Said } from '../draft.ts'

/** What the words about a value need beside it. */
interface About {
  readonly x: Expr
  readonly numbers: readonly Isolated[]
}

type Words = Said[]

const extended = (value: Extended | undefined): Said =>
  value === undefined ? 'none' : value === 'infinity' ? '∞' : value === '-infinity' ? '-∞' : value

/** A number, with its decimals where it is not plain. */
function number(value: Extended, { numbers }: About): Words {
  if (typeof value === 'string') return [extended(value)]
  const isPlain = freeSymbols(value).length === 0 && value.size <= 3 && !hasFunction(value)
  const decimals = isPlain ? undefined : decimalOf(value, numbers)
  return decimals === undefined ? [value] : [value, ` = ${decimals}`]
}

const hasFunction = (u: Expr): boolean =>
  u.kind === 'symbol' ||
  (u.kind === 'call' && (!['negate', 'divide'].includes(u.head) || u.args.some(hasFunction)))

const interval = ({ lower, upper, closed }: Interval): Words =>
  isPoint({ lower, upper, closed })
    ? ['{', lower as Expr, '}']
    : [closed.lower ? '[' : '(', extended(lower), ', ', extended(upper), closed.upper ? ']' : ')']

const isPoint = ({ lower, upper, closed }: Interval): boolean =>
  lower === upper && typeof lower !== 'string' && closed.lower && closed.upper

const joined = (parts: readonly Words[], between: string): Words =>
  parts.flatMap((part, i) => (i === 0 ? part : [between, ...part]))

const intervals = (all: readonly Interval[]): Words =>
  all.length === 0 ? ['nowhere'] : joined(all.map(interval), ' ∪ ')

const values = ({ low, high }: { readonly low: End; readonly high: End }): Words => {
  if ('at' in low && 'at' in high && low.value === high.value) return ['{', low.value, '}']
  return ['at' in low ? '[' : '(', extended(low.value), ', ', extended(high.value), 'at' in high ? ']' : ')']
}

const places = (all: readonly (Place | Interval)[], about: About): Words =>
  all.length === 0
    ? ['none']
    : joined(
        all.map((one) => ('at' in one ? number(one.at, about) : interval(one))),
        ', ',
      )

const approached = (end: End): string => ('at' in end ? 'attained' : 'approached')

const WORDS: { readonly [Name in keyof Values]: (value: Values[Name], about: About) => Words } = {
  domain: intervals,
  range: (pieces, about) =>
    pieces.length === 1 && pieces[0]
      ? numbersIn(values(pieces[0]), about)
      : joined(pieces.map(values), ' ∪ '),
  boundedness: ({ above, below, infimum, supremum }, about) =>
    above || below
      ? [
          ...(below
            ? ['at least ', ...number(infimum.value, about), ` (${approached(infimum)})`]
            : ['not bounded below']),
          ', ',
          ...(above
            ? ['at most ', ...number(supremum.value, about), ` (${approached(supremum)})`]
            : ['not bounded above']),
        ]
      : ['neither below nor above'],
  symmetry: ({ parity, centres, axes }, { x }) => [
    parity === 'neither' ? 'neither odd nor even' : parity,
    ...centres
      .filter(({ x: a, y: b }) => print(a) !== '0' || print(b) !== '0')
      .flatMap(({ x: a, y: b }): Words => ['; symmetric about the point (', a, ', ', b, ')']),
    ...axes
      .filter((a) => print(a) !== '0')
      .flatMap((a): Words => ['; symmetric about the line ', call('=', [x, a])]),
  ],
  zeros: places,
  sign: (pieces) =>
    joined(
      pieces.map(({ on, sign }): Words => [sign === 'zero' ? '0 on ' : `${sign} on `, ...interval(on)]),
      ', ',
    ),
  limits: (all, { x }) =>
    joined(
      all.map(
        ({ to, side, is, from }): Words => [
          x,
          ' → ',
          extended(to),
          typeof to === 'string' ? ': ' : side === 'left' ? ' from below: ' : ' from above: ',
          extended(is),
          ...(from ? [` (from ${from})`] : []),
        ],
      ),
      ', ',
    ),
  asymptotes: (all, { x }) =>
    all.length === 0
      ? ['none']
      : joined(
          all.map((line): Words => {
            if (line.kind === 'vertical') return [call('=', [x, line.x])]
            const y = line.kind === 'horizontal' ? line.y : sloped(line.slope, line.intercept, x)
            return [call('=', [symbol('y'), y]), ' for ', x, ' → ', extended(line.towards)]
          }),
          ', ',
        ),
  gaps: (all) =>
    all.length === 0
      ? ['none']
      : joined(
          all.map(
            ({ at, kind, left, right }): Words =>
              kind === 'removable'
                ? ['a hole at ', at, ', which ', extended(left), ' would fill']
                : [
                    `${kind === 'jump' ? 'a jump' : kind === 'pole' ? 'a pole' : 'no limit'} at `,
                    at,
                    ', from ',
                    extended(left),
                    ' to ',
                    extended(right),
                  ],
          ),
          ', ',
        ),
  continuity: intervals,
  differentiability: ({ on, corners }) => [
    ...intervals(on),
    ...corners.flatMap(
      ({ at, left, right }): Words => [
        '; not at ',
        at,
        ', where the slope goes from ',
        extended(left),
        ' to ',
        extended(right),
      ],
    ),
  ],
  smoothness: intervals,
  monotone: (pieces) =>
    joined(
      pieces.map(({ on, direction }): Words => [`${direction} on `, ...interval(on)]),
      ', ',
    ),
  stationary: places,
  extrema: (all, about) =>
    all.length === 0
      ? ['none']
      : joined(
          all.map(
            ({ kind, on, value, global }): Words => [
              `${global ? 'global' : 'local'} ${kind} `,
              ...number(value.is, about),
              isPoint(on) ? ' at ' : ' on ',
              ...(isPoint(on) ? number(on.lower, about) : interval(on)),
            ],
          ),
          ', ',
        ),
  convexity: (pieces) =>
    joined(
      pieces.map(({ on, bend }): Words => [`${bend} on `, ...interval(on)]),
      ', ',
    ),
  inflections: (all, about) =>
    all.length === 0
      ? ['none']
      : joined(
          all.map(
            ({ at, value, slope }): Words => [
              '(',
              ...number(at, about),
              ', ',
              ...number(value.is, about),
              ')',
              ', slope ',
              ...number(slope.is, about),
            ],
          ),
          '; ',
        ),
  slopes: (pieces) =>
    joined(
      pieces.map(
        (piece): Words => [...values(piece), ...(pieces.length > 1 ? [' on ', ...interval(piece.on)] : [])],
      ),
      ', ',
    ),
  lipschitz: ({ constant }, about) =>
    typeof constant === 'string' ? ['none: it is arbitrarily steep'] : number(constant, about),
  periodicity: ({ period }) => [period ?? 'not periodic'],
  inverse: ({ letter, form, domain }, { x }) => [
    call('=', [x, form]),
    ' for ',
    symbol(letter),
    ' in ',
    ...values(domain),
  ],
  taylor: ({ at, polynomial, complete }) => [polynomial, ...(complete ? [] : [' + …']), ' about ', at],
  antiderivative: ({ form }) => [form],
  saturation: ({ below, on, inDoubles }) => [
    'the slope is smaller than ',
    below,
    ' on ',
    ...intervals(on),
    ...inDoubles.flatMap(
      ({ towards, from }): Words => [
        '; in doubles it equals its limit towards ',
        extended(towards),
        ` from about ${from} on`,
      ],
    ),
  ],
  distribution: ({ density, median, mode }) => [
    'density ',
    density,
    ...(median ? [', median ', median] : []),
    ...(mode ? [', mode ', mode] : []),
  ],
  parameters: (effects) => {
    const some = effects.filter(({ effect }) => effect === 'raises' || effect === 'lowers')
    if (some.length === 0) return ['none that is known']
    return joined(
      some.map(
        ({ parameter, effect, quantity, of }): Words => [
          symbol(parameter),
          ` ${effect} the ${quantity} `,
          of,
        ],
      ),
      ', ',
    )
  },
}

/** With decimals behind, where the ends are not plain. */
function numbersIn(words: Words, about: About): Words {
  const more = words.flatMap(
    (word): Words =>
      typeof word === 'object' && 'hash' in word
        ? number(word, about)
            .slice(1)
            .flatMap((text) => [word, text])
        : [],
  )
  return more.length === 0 ? words : [...words, '; ', ...joined(chunks(more), ', ')]
}

const chunks = (words: Words): Words[] =>
  words.length === 0 ? [] : [words.slice(0, 2), ...chunks(words.slice(2))]

function sloped(slope: Expr, intercept: Expr, x: Expr): Expr {
  const line = print(slope) === '1' ? x : multiply(slope, x)
  return print(intercept) === '0'
    ? line
    : isCall(intercept, 'negate')
      ? add(line, intercept)
      : add(line, intercept)
}

/** The value in words. */
export const valueWords = (property: Property, { variable, numbers }: Analysis): Said[] =>
  (WORDS[property.name] as (value: unknown, about: About) => Words)(property.value, {
    x: symbol(variable),
    numbers,
  })
