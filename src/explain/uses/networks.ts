/** Uses in networks of units y = f(w·x + b) that learn by following their derivatives. */
import {
  add,
  derivative,
  divide,
  type Expr,
  integer,
  multiply,
  negate,
  raise,
  substitute,
  symbol,
} from '../../expression/expr.ts'
import { parse } from '../../syntax/plain-only.ts'
import { say } from '../wording/message.ts'
import { type Card, type Content, letter, type Step } from './card.ts'
import { isDifferent } from './equation.ts'
import { tidied } from './scaled.ts'
import { isActivation, isNought, levelsOf, passesOnRight, type Shape } from './shape.ts'
import { equals } from './written.ts'

const [x, w, t, z, y, E, delta] = ['x', 'w', 't', 'z', 'y', 'E', 'delta'].map(symbol) as [
  Expr,
  Expr,
  Expr,
  Expr,
  Expr,
  Expr,
  Expr,
]
const WEIGHED = parse('w*x + b')

const putting =
  (name: string) =>
  (u: Expr, value: Expr): Expr =>
    substitute(u, new Map([[name, value]]))

/** f(u), and f′(u) */
const valueAt = ({ f, variable }: Shape, u: Expr): Expr => putting(variable)(f, u)
const slopeAt = ({ slope, variable }: Shape, u: Expr): Expr => putting(variable)(slope, u)

const activation: Card = {
  id: 'activation',
  title: say('uses.activation.title'),
  source: 'I. Goodfellow, Y. Bengio, A. Courville, Deep Learning, chapter 6 (2016)',
  applies: isActivation,
  content: (shape) => {
    const stacked = parse('W_2*(W_1*x + b_1) + b_2')
    const multiplied = parse('W_2*W_1*x + W_2*b_1 + b_2')
    const collapsed = parse('(W_2*W_1)*x + (W_2*b_1 + b_2)')
    const levels = levelsOf(shape)
    return {
      letters: [
        letter('x', say('uses.activation.x'), '2'),
        letter('w', say('uses.activation.w'), '0.5'),
        letter('b', say('uses.activation.b'), '0'),
      ],
      steps: [
        { says: say('uses.activation.is'), shows: { left: y, right: valueAt(shape, WEIGHED) }, needed: true },
        {
          says: say('uses.activation.multiplied'),
          shows: { left: stacked, right: multiplied, proof: [stacked, multiplied] },
          needed: true,
        },
        {
          says: say('uses.activation.collapsed'),
          shows: { left: multiplied, right: collapsed, proof: [multiplied, collapsed] },
          needed: true,
        },
        ...bent(shape),
        ...(levels ? [{ says: say('uses.activation.between', { low: levels[0], high: levels[1] }) }] : []),
      ],
      worked: [{ name: y, of: valueAt(shape, WEIGHED) }],
    }
  },
}

/** Two places with different slopes, which no affine function has. */
function bent(shape: Shape): Step[] {
  const places = [...(shape.isSmooth ? [0] : []), 1, -1, 2, -2].map((n) =>
    tidied(n < 0 ? negate(integer(-n)) : integer(n)),
  )
  const found = places.map((at) => ({ at, slope: tidied(slopeAt(shape, at)) }))
  const [one] = found
  const other = found.find(({ slope }) => one && isDifferent(slope, one.slope))
  if (!one || !other) return []
  return [
    {
      says: say('uses.activation.bent', {
        first: one.slope,
        one: one.at,
        second: other.slope,
        other: other.at,
      }),
      proofs: [one, other].map(({ at, slope }) => [slopeAt(shape, at), slope] as const),
    },
  ]
}

const backpropagation: Card = {
  id: 'backpropagation',
  title: say('uses.backpropagation.title'),
  source:
    'D. E. Rumelhart, G. E. Hinton, R. J. Williams, Learning representations by back-propagating errors, Nature 323 (1986)',
  applies: isActivation,
  content: (shape) => {
    const { error, signal } = unit(shape)
    const { through } = shape
    const miss = add(y, negate(t))
    const plain = tidied(multiply(miss, slopeAt(shape, z)))
    const reused = through && tidied(multiply(miss, putting(through.letter)(through.form, y)))
    const written = (u: Expr): Expr => putting('y')(u, valueAt(shape, z))
    const byZ = derivative(error(z), z)
    return {
      letters: UNIT_LETTERS,
      steps: [
        {
          says: say('uses.backpropagation.is'),
          shows: {
            left: E,
            right: divide(raise(add(valueAt(shape, WEIGHED), negate(t)), integer(2)), integer(2)),
          },
          needed: true,
        },
        {
          says: say('uses.backpropagation.delta', {
            z: equals('z', WEIGHED),
            y: equals('y', valueAt(shape, z)),
          }),
          shows: { left: delta, right: plain, proof: [byZ, written(plain)] },
          needed: true,
        },
        ...(reused
          ? [
              {
                says: say('uses.backpropagation.reused'),
                shows: { left: delta, right: reused, proof: [byZ, written(reused)] as const },
              },
            ]
          : []),
        {
          says: say('uses.backpropagation.weight'),
          shows: {
            left: derivative(E, w),
            right: multiply(delta, x),
            proof: [derivative(error(WEIGHED), w), multiply(signal(WEIGHED), x)],
          },
          needed: true,
        },
        {
          says: say('uses.backpropagation.before'),
          shows: {
            left: derivative(E, x),
            right: multiply(delta, w),
            proof: [derivative(error(WEIGHED), x), multiply(signal(WEIGHED), w)],
          },
        },
      ],
      worked: [
        { name: say('uses.backpropagation.z'), of: WEIGHED },
        { name: say('uses.backpropagation.y'), of: valueAt(shape, WEIGHED), from: valueAt(shape, z) },
        { name: say('uses.backpropagation.signal'), of: signal(WEIGHED), from: reused ?? plain },
        {
          name: say('uses.backpropagation.share'),
          of: multiply(signal(WEIGHED), x),
          from: multiply(delta, x),
        },
      ],
    }
  },
}

/** The squared error of one unit, and the derivative of the error by its weighted input. */
function unit(shape: Shape): {
  readonly error: (z: Expr) => Expr
  readonly signal: (z: Expr) => Expr
} {
  const miss = (u: Expr): Expr => add(valueAt(shape, u), negate(t))
  return {
    error: (u) => divide(raise(miss(u), integer(2)), integer(2)),
    signal: (u) => multiply(miss(u), slopeAt(shape, u)),
  }
}

const UNIT_LETTERS: Content['letters'] = [
  letter('x', say('uses.backpropagation.x'), '2'),
  letter('w', say('uses.backpropagation.w'), '0.5'),
  letter('b', say('uses.backpropagation.b'), '0'),
  letter('t', say('uses.backpropagation.t'), '0'),
]

const descent: Card = {
  id: 'gradient-descent',
  title: say('uses.descent.title'),
  source: 'H. Robbins, S. Monro, A stochastic approximation method, Ann. Math. Stat. 22 (1951)',
  applies: isActivation,
  content: (shape) => {
    const { error, signal } = unit(shape)
    const eta = symbol('eta')
    const share = multiply(signal(WEIGHED), x)
    const step = negate(multiply(eta, share))
    const after = putting('w')(error(WEIGHED), add(w, step))
    const { slopeEnds, ends } = shape
    const isFading = isNought(slopeEnds.right) && levelsOf(shape) !== undefined
    const [far, worst] = [integer(5), ends.left as Expr]
    const farOut = (u: Expr): Expr =>
      substitute(
        u,
        new Map([
          ['w', far],
          ['t', worst],
        ]),
      )
    return {
      letters: [...UNIT_LETTERS, letter('eta', say('uses.descent.eta'), '0.1')],
      steps: [
        {
          says: say('uses.descent.is'),
          shows: {
            left: symbol('Delta_w'),
            right: negate(multiply(eta, delta, x)),
            proof: [negate(multiply(eta, derivative(error(WEIGHED), w))), step],
          },
          needed: true,
        },
        ...(isFading ? [{ says: say('uses.descent.right') }] : []),
      ],
      worked: [
        { name: say('uses.descent.step'), of: step, from: negate(multiply(eta, delta, x)) },
        { name: say('uses.descent.error-before'), of: error(WEIGHED), from: error(WEIGHED) },
        {
          name: say('uses.descent.error-after'),
          of: after,
          from: putting('w')(error(WEIGHED), add(w, symbol('Delta_w'))),
        },
        ...(isFading
          ? [
              { name: say('uses.descent.far-error', { w: far, t: worst }), of: farOut(error(WEIGHED)) },
              {
                name: say('uses.descent.far-step'),
                of: farOut(step),
                from: negate(multiply(eta, delta, x)),
              },
            ]
          : []),
      ],
    }
  },
}

const oneSided: Card = {
  id: 'one-sided',
  title: say('uses.one-sided.title'),
  source: 'X. Glorot, A. Bordes, Y. Bengio, Deep sparse rectifier neural networks, AISTATS (2011)',
  applies: passesOnRight,
  content: (shape) => {
    const { slopeEnds } = shape
    const at = (n: string): Expr => slopeAt(shape, parse(n))
    const power = (n: string): Expr => raise(at(n), integer(10))
    return {
      letters: [letter('x', say('uses.one-sided.x'), '5')],
      steps: [
        {
          says: say('uses.one-sided.is', { slope: slopeEnds.right as Expr }),
          shows: {
            left: derivative(y, x),
            right: slopeAt(shape, x),
            proof: [derivative(valueAt(shape, x), x), slopeAt(shape, x)],
          },
          needed: true,
        },
        { says: say('uses.one-sided.product') },
        ...(isNought(slopeEnds.left) ? [{ says: say('uses.one-sided.left') }] : []),
      ],
      worked: ['5', '-5'].flatMap((n) => [
        { name: say('uses.one-sided.slope-now', { at: n }), of: at(n) },
        { name: say('uses.one-sided.power-now', { n: '10', at: n }), of: power(n) },
      ]),
    }
  },
}

export const NETWORK_CARDS: readonly Card[] = [activation, backpropagation, descent, oneSided]
