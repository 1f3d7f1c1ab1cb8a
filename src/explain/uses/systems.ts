/** Uses of S-curves for markets, matter and machines. */

import { differentiate } from '../../derive/index.ts'
import {
  add,
  call,
  derivative,
  divide,
  type Expr,
  integer,
  multiply,
  negate,
  symbol,
} from '../../expression/expr.ts'
import { parse } from '../../syntax/plain-only.ts'
import { say } from '../wording/message.ts'
import { type Card, ifKnown, letter } from './card.ts'
import { positive, responseOf } from './response.ts'
import { scaledOf, tidied } from './scaled.ts'
import { fades, isSCurve } from './shape.ts'
import { equals, put, slopeOf, tenths, valueAt } from './written.ts'

const [zero, one, two] = [0, 1, 2].map(integer) as [Expr, Expr, Expr]

const economy: Card = {
  id: 'economy',
  title: say('uses.economy.title'),
  source:
    'Z. Griliches, Hybrid corn: an exploration in the economics of technological change, Econometrica 25 (1957)',
  applies: isSCurve,
  content: (shape) => {
    const found = responseOf(shape, {
      name: 'A',
      variable: 't',
      size: 'M',
      z: 'r*(t - m)',
      rate: 'r',
      place: 'm + z/r',
      positive: 'M r',
    })
    if (!found) return undefined
    const { assuming, form, slope, placeOf } = found
    const M = symbol('M')
    const percent = found.reused && tidied(divide(found.reused.right, symbol('A')))
    const relative = divide(slope, form)
    const early = placeOf(tenths(1))
    const late = early && placeOf(tenths(9))
    const time = late && { early, late, takes: tidied(add(late, negate(early))) }
    const percents = ['6', '14'].map((at) => ({
      name: say('uses.economy.percent-now', { at }),
      of: multiply(integer(100), put(relative, 't', parse(at))),
      unit: '%/a',
    }))
    return {
      assuming,
      letters: [
        letter('t', say('uses.economy.t'), '6', 'a'),
        letter('M', say('uses.economy.M'), '40'),
        letter('r', say('uses.economy.r'), '0.6', '1/a'),
        letter('m', say('uses.economy.m'), '8', 'a'),
      ],
      steps: [
        { says: say('uses.economy.is'), shows: found.defined, needed: true },
        { says: say('uses.economy.slope'), shows: found.derived, needed: true },
        ...ifKnown(percent, (right) => [
          {
            says: say('uses.economy.percent'),
            shows: {
              left: divide(slopeOf('A', 't'), valueAt('A', 't')),
              right,
              proof: [relative, put(right, 'A', form)] as const,
            },
          },
        ]),
        ...ifKnown(time, (it) => [
          {
            says: say('uses.economy.duration', { duration: it.takes }),
            proofs: [
              [put(form, 't', it.early), multiply(tenths(1), M)],
              [put(form, 't', it.late), multiply(tenths(9), M)],
              [add(it.late, negate(it.early)), it.takes],
            ] as const,
            worked: [{ name: say('uses.economy.time'), of: it.takes, unit: 'a' }],
          },
        ]),
      ],
      worked: [
        { name: valueAt('A', '6'), of: form },
        { name: say('uses.economy.rate-now', { at: '6' }), of: slope, unit: '1/a' },
        ...percents,
      ],
    }
  },
}

const transition: Card = {
  id: 'phase-transition',
  title: say('uses.transition.title'),
  source: 'C. R. Cantor, P. R. Schimmel, Biophysical Chemistry III, chapter 20 (1980)',
  applies: isSCurve,
  content: (shape) => {
    const found = responseOf(shape, {
      name: 'phi',
      variable: 'T',
      z: '(T - T_m)/w',
      rate: '1/w',
      place: 'T_m + w*z',
      positive: 'w T_m',
    })
    if (!found) return undefined
    const { assuming, form, slope, steepest } = found
    const sharp = steepest && { ...steepest, width: tidied(divide(one, steepest.slope)) }
    return {
      assuming,
      letters: [
        letter('T', say('uses.transition.T'), '341', 'K'),
        letter('T_m', say('uses.transition.T_m'), '340', 'K'),
        letter('w', say('uses.transition.w'), '1.2', 'K'),
      ],
      steps: [
        { says: say('uses.transition.is'), shows: found.defined, needed: true },
        { says: say('uses.transition.slope'), shows: found.derived, needed: true },
        ...ifKnown(sharp, ({ at, slope: sharpness, width, proofs }) => [
          {
            says: say('uses.transition.sharpness', { place: equals('T', at), sharpness, width }),
            proofs: [...proofs, [multiply(sharpness, width), one] as const],
            worked: [
              { name: say('uses.transition.greatest'), of: sharpness, unit: '1/K' },
              { name: say('uses.transition.width'), of: width, unit: 'K' },
            ],
          },
        ]),
        { says: say('uses.transition.jump', { w: symbol('w'), place: equals('T', symbol('T_m')) }) },
      ],
      worked: [
        { name: valueAt('phi', '341'), of: form },
        { name: say('uses.transition.rate-now', { at: '341' }), of: slope, unit: '1/K' },
      ],
    }
  },
}

/** u = u_max·(2·S(k·ε) − 1), which goes from −u_max to u_max. */
const controller: Card = {
  id: 'controller',
  title: say('uses.controller.title'),
  source: 'H. K. Khalil, Nonlinear Systems, 3rd edition, chapter 1 (2002)',
  applies: isSCurve,
  content: (shape) => {
    const scaled = scaledOf(shape)
    if (!scaled) return undefined
    const assuming = positive('u_max k')
    const [u, deviation, U, k] = ['u', 'epsilon', 'u_max', 'k'].map(symbol) as [Expr, Expr, Expr, Expr]
    const swing = (share: Expr): Expr => tidied(multiply(U, add(multiply(two, share), negate(one))))
    const gain = (rate: Expr): Expr => tidied(multiply(two, U, k, rate))
    const form = swing(scaled.at(multiply(k, deviation)))
    const derivation = differentiate(form, { variable: 'epsilon', assuming })
    const slope = derivation.to
    const small = gain(scaled.slopeAt(zero))
    const reused = scaled.swung(u, U)
    const through = reused && tidied(multiply(k, reused))
    const called = call('u', [deviation])
    const left = derivative(called, deviation)
    const at = (place: string): Expr => put(slope, 'epsilon', parse(place))
    return {
      assuming,
      letters: [
        letter('epsilon', say('uses.controller.epsilon'), '0.05', 'rad'),
        letter('u_max', say('uses.controller.u_max'), '24', 'V'),
        letter('k', say('uses.controller.k'), '10', '1/rad'),
      ],
      steps: [
        {
          says: say('uses.controller.is', { low: negate(U), high: U }),
          shows: { left: called, right: form },
          // with no deviation it must do nothing
          proofs: [[put(form, 'epsilon', zero), zero]],
          needed: true,
        },
        {
          says: say('uses.controller.slope'),
          shows: { left, right: slope, proof: derivation },
          needed: true,
        },
        ...ifKnown(through, (right) => [
          {
            says: say('uses.controller.through'),
            shows: { left, right, proof: [slope, put(right, 'u', form)] as const },
          },
        ]),
        {
          says: say('uses.controller.small', { gain: small }),
          proofs: [[put(slope, 'epsilon', zero), small]],
        },
        ...(fades(shape) ? [{ says: say('uses.controller.fades') }] : []),
      ],
      worked: [
        { name: valueAt('u', '0.05'), of: form, unit: 'V' },
        { name: say('uses.controller.gain-now', { at: '0' }), of: small, unit: 'V/rad' },
        { name: say('uses.controller.gain-now', { at: '0.05' }), of: slope, unit: 'V/rad' },
        { name: say('uses.controller.gain-now', { at: '0.5' }), of: at('0.5'), unit: 'V/rad' },
      ],
    }
  },
}

export const SYSTEM_CARDS: readonly Card[] = [economy, transition, controller]
