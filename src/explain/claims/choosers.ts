/**
 * Claims that people make of such functions, chosen by the shape: one entry for each, with the properties that
 * say what is true instead. That they are false of this function is for the judge to find.
 */
import { type Analysis, propertiesNamed } from '../../analyse/index.ts'
import type { PropertyName, Values } from '../../analyse/properties/index.ts'
import { type Expr, integer, same } from '../../expression/expr.ts'
import type { Said as Saying } from '../../judging/index.ts'
import type { Terms } from '../properties/terms.ts'
import { type Message, say } from '../wording/message.ts'

/** A function of the article under a name, with what is known of it. */
export interface Known {
  readonly formula: Expr
  readonly analysis: Analysis
  readonly terms: Terms
}

/** What the claims are chosen by. */
export interface Shape {
  readonly own: Known
  readonly slope: Known
}

export interface Claim {
  readonly about: Known
  /** For the judge, where the properties alone do not refute it. */
  readonly saying?: Saying
  readonly said: Message
  /** The properties that say what is true instead. */
  readonly instead: readonly (readonly [Known, PropertyName])[]
}

type Chooser = (shape: Shape) => Claim[]

const ZERO = integer(0)

const oneOf = <N extends PropertyName>({ analysis }: Known, name: N): Values[N] | undefined => {
  const [only, ...more] = propertiesNamed(analysis, name)
  return only && more.length === 0 ? (only.value as Values[N]) : undefined
}

/** The directions in which it goes, each once. */
const directionsOf = (known: Known): ReadonlySet<string> =>
  new Set((oneOf(known, 'monotone') ?? []).map(({ direction }) => direction))

/** Ends of the range that are approached only, each once. */
function approachedBy(known: Known): Expr[] {
  const ends = (oneOf(known, 'range') ?? []).flatMap(({ low, high }) => [low, high])
  const open = ends.flatMap((end) => ('at' in end || typeof end.value === 'string' ? [] : [end.value]))
  return open.filter((value, i) => open.findIndex((other) => same(other, value)) === i)
}

const firstOf = (known: Known): string | undefined => oneOf(known, 'monotone')?.[0]?.direction

const isUneven = (known: Known): boolean =>
  ['odd', 'neither'].includes(oneOf(known, 'symmetry')?.parity ?? '')

/** First convex, at last concave. */
const turnsConcave = (bends: Values['convexity']): boolean =>
  bends[0]?.bend === 'convex' && bends.at(-1)?.bend === 'concave'

export const CHOOSERS: readonly Chooser[] = [
  // a derivative that fades at the ends is thought to fall all the way
  ({ slope }) =>
    firstOf(slope) !== 'increasing' || directionsOf(slope).size < 2
      ? []
      : [
          {
            about: slope,
            said: say('claims.falls', { f: slope.terms.fx }),
            instead: [[slope, 'monotone']],
          },
        ],
  // the symmetry of the derivative is put down to the same symmetry of the function
  ({ own, slope }) =>
    oneOf(slope, 'symmetry')?.parity !== 'even' || !isUneven(own)
      ? []
      : [
          {
            about: own,
            said: say('claims.even-therefore', { f: own.terms.fx, slope: slope.terms.fx }),
            instead: [
              [own, 'symmetry'],
              [slope, 'symmetry'],
            ],
          },
        ],
  // bounds that are approached only
  ({ own }) =>
    approachedBy(own).map((value) => ({
      about: own,
      said: say('claims.reaches', { f: own.terms.fx, value: own.terms.number(value) }),
      instead: [[own, 'range']],
    })),
  // a curve that becomes flat is thought to become constant
  ({ own, slope }) =>
    fades(slope) && oneOf(slope, 'zeros')?.length === 0
      ? [
          {
            about: slope,
            said: say('claims.levels-off', { f: own.terms.fx, slope: slope.terms.fx }),
            instead: [
              [slope, 'sign'],
              [slope, 'limits'],
            ],
          },
        ]
      : [],
  // growth with saturation is thought to slow down from the start
  ({ own }) => {
    const bends = oneOf(own, 'convexity') ?? []
    const rises = directionsOf(own)
    return turnsConcave(bends) && rises.size === 1 && rises.has('increasing')
      ? [
          {
            about: own,
            said: say('claims.slows', { f: own.terms.fx }),
            instead: [[own, 'convexity']],
          },
        ]
      : []
  },
  // falling on each piece is not falling
  ({ own }) => {
    const pieces = oneOf(own, 'monotone') ?? []
    const [direction, ...others] = [...directionsOf(own)]
    if (pieces.length < 2 || others.length > 0 || !isDirection(direction)) return []
    return [
      {
        about: own,
        saying: { kind: 'monotone', direction, strictly: false },
        said: say(direction === 'increasing' ? 'claims.rises-throughout' : 'claims.falls-throughout', {
          f: own.terms.fx,
        }),
        instead: [[own, 'monotone']],
      },
    ]
  },
  // what has no gap may have a corner
  ({ own }) =>
    (oneOf(own, 'differentiability')?.corners.length ?? 0) === 0
      ? []
      : [
          {
            about: own,
            saying: { kind: 'differentiable' },
            said: say('claims.differentiable', { f: own.terms.fx }),
            instead: [[own, 'differentiability']],
          },
        ],
  // a level tangent is no turning point
  ({ own }) =>
    (oneOf(own, 'stationary')?.length ?? 0) > 0 && oneOf(own, 'extrema')?.length === 0
      ? [
          {
            about: own,
            said: say('claims.turns-where-level', { f: own.terms.fx }),
            instead: [
              [own, 'stationary'],
              [own, 'monotone'],
            ],
          },
        ]
      : [],
]

const isDirection = (word: string | undefined): word is 'increasing' | 'decreasing' =>
  word === 'increasing' || word === 'decreasing'

/** Does it tend to 0 at an end of the line? */
const fades = (slope: Known): boolean =>
  (oneOf(slope, 'limits') ?? []).some(
    ({ to, is }) => typeof to === 'string' && is !== undefined && typeof is !== 'string' && same(is, ZERO),
  )
