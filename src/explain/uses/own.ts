/**
 * Curves that were written for a purpose: with letters of their own, or on a half-line. The formula stands
 * as it is; one table says what its parts are in several fields.
 */
import { add, call, derivative, divide, type Expr, negate, symbol } from '../../expression/expr.ts'
import type { DraftBlock, Said } from '../draft.ts'
import { conditionsSaid } from '../wording/lists.ts'
import { say } from '../wording/message.ts'
import { type Card, ifKnown, type Step } from './card.ts'
import { LIFE_CARDS } from './life.ts'
import { PROBABILITY_CARDS, SHAPE_CARDS } from './probabilities.ts'
import { tidied } from './scaled.ts'
import { type Bend, isNought, isOne, isOwnCurve, type Shape } from './shape.ts'
import { SYSTEM_CARDS } from './systems.ts'
import { equals, put } from './written.ts'

type Span = NonNullable<Shape['span']>

/** What the parts of the curve are in a field. */
interface Reading {
  /** The card on the same use. */
  readonly id: string
  readonly applies?: (span: Span, shape: Shape) => boolean
  readonly variable: (shape: Shape) => Said
  readonly value: (span: Span) => Said
  readonly slope: Said
  /** What the steepest place is. */
  readonly steepest: (bend: Bend, variable: string, span: Span, shape: Shape) => Said
}

const isBetweenNoughtAndOne = ({ low, high }: Span): boolean => isNought(low) && isOne(high)
const rises = (_: Span, { direction }: Shape): boolean => direction === 'rising'

const READINGS: readonly Reading[] = [
  {
    id: 'probability',
    applies: (span, { isContinuous }) => isContinuous && isBetweenNoughtAndOne(span),
    variable: () => say('uses.own.probability.variable'),
    value: () => say('uses.own.probability.value'),
    slope: say('uses.own.probability.slope'),
    steepest: ({ at, slope }, x) => say('uses.own.probability.steepest', { slope, place: equals(x, at) }),
  },
  {
    id: 'density',
    applies: (span, shape) => rises(span, shape) && isBetweenNoughtAndOne(span),
    variable: () => say('uses.own.density.variable'),
    value: () => say('uses.own.density.value'),
    slope: say('uses.own.density.slope'),
    steepest: ({ at, slope }, x) => say('uses.own.density.steepest', { slope, place: equals(x, at) }),
  },
  {
    id: 'growth',
    applies: rises,
    variable: () => say('uses.own.growth.variable'),
    value: ({ high }) => say('uses.own.growth.value', { high }),
    slope: say('uses.own.growth.slope'),
    steepest: ({ at, slope }, x) => say('uses.own.growth.steepest', { slope, place: equals(x, at) }),
  },
  {
    id: 'dose-response',
    variable: ({ isContinuous }) => (isContinuous ? say('uses.own.dose.log') : say('uses.own.dose.dose')),
    value: ({ low, high }) => say('uses.own.dose.value', { low, high }),
    slope: say('uses.own.dose.slope'),
    steepest: ({ at }, x) => say('uses.own.dose.steepest', { place: equals(x, at) }),
  },
  {
    id: 'firing-rate',
    applies: (span, shape) => rises(span, shape) && isNought(span.low),
    variable: () => say('uses.own.firing.variable'),
    value: ({ high }) => say('uses.own.firing.value', { high }),
    slope: say('uses.own.firing.slope'),
    steepest: ({ at, slope }, x) => say('uses.own.firing.steepest', { slope, place: equals(x, at) }),
  },
  {
    id: 'phase-transition',
    applies: (_, { isContinuous }) => isContinuous,
    variable: () => say('uses.own.transition.variable'),
    value: () => say('uses.own.transition.value'),
    slope: say('uses.own.transition.slope'),
    steepest: ({ slope }, _, span, { direction }) =>
      say('uses.own.transition.steepest', {
        width: widthOf(span, direction === 'rising' ? slope : negate(slope)),
      }),
  },
]

/** How far it is from one level to the other along the steepest tangent. */
const widthOf = ({ low, high }: Span, slope: Expr): Expr => tidied(divide(add(high, negate(low)), slope))

const stepsOf = (span: Span, shape: Shape): Step[] => {
  const { f, slope, variable, letters, assuming, through, bend } = shape
  const x = symbol(variable)
  const name = [...letters, variable].includes('y') ? 'f' : 'y'
  const called = call(name, [x])
  const left = derivative(called, x)
  const reused = through && put(through.form, through.letter, symbol(name))
  return [
    { says: say('uses.own.is', span), shows: { left: called, right: f }, needed: true },
    ...(assuming.length > 0
      ? [{ says: say('uses.own.given', { conditions: conditionsSaid(assuming) }) }]
      : []),
    {
      says: say('uses.own.derivative'),
      shows: { left, right: slope, proof: [derivative(f, x), slope] },
      needed: true,
    },
    ...ifKnown(reused, (right) => [
      {
        says: say('uses.own.through'),
        shows: { left, right, proof: [slope, put(right, name, f)] as const },
      },
    ]),
    ...ifKnown(bend, ({ at, value, slope: steepest }) => [
      {
        says: say('uses.own.steepest', { place: equals(variable, at), value, slope: steepest }),
        proofs: [
          [put(f, variable, at), value],
          [put(slope, variable, at), steepest],
        ] as const,
      },
    ]),
  ]
}

function tableOf(fields: readonly Reading[], span: Span, shape: Shape): DraftBlock {
  const { bend } = shape
  const rows = fields.map(({ id, variable, value, slope, steepest }): (readonly Said[])[] => [
    [CARDS.get(id)?.title ?? id],
    [variable(shape)],
    [value(span)],
    [slope],
    ...(bend ? [[steepest(bend, shape.variable, span, shape)]] : []),
  ])
  const columns = [
    say('uses.own.field'),
    symbol(shape.variable),
    say('uses.own.value'),
    say('uses.own.slope'),
    ...(bend ? [say('uses.own.place')] : []),
  ]
  return { kind: 'table', header: columns.map((column) => [column]), rows }
}

const CARDS = new Map(
  [...PROBABILITY_CARDS, ...SHAPE_CARDS, ...LIFE_CARDS, ...SYSTEM_CARDS].map((card) => [card.id, card]),
)

const own: Card = {
  id: 'own-curve',
  title: say('uses.own.title'),
  source: '',
  applies: isOwnCurve,
  content: (shape) => {
    const { span, assuming } = shape
    if (!span) return undefined
    const fields = READINGS.filter(({ applies }) => applies?.(span, shape) ?? true)
    return {
      assuming,
      letters: [],
      steps: stepsOf(span, shape),
      worked: [],
      table: tableOf(fields, span, shape),
      fields: fields.flatMap(({ id }) => CARDS.get(id) ?? []),
    }
  },
}

export const OWN_CARDS: readonly Card[] = [own]
