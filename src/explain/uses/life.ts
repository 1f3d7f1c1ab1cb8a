/** Uses of S-curves in the life sciences: populations, drugs, neurons. */
import {
  add,
  derivative,
  divide,
  type Expr,
  integer,
  multiply,
  negate,
  same,
  symbol,
} from '../../expression/expr.ts'
import { parse } from '../../syntax/plain-only.ts'
import { say } from '../wording/message.ts'
import { type Card, ifKnown, letter } from './card.ts'
import { responseOf } from './response.ts'
import { HALF, scaledOf, tidied } from './scaled.ts'
import { fades, isSCurve } from './shape.ts'
import { equals, namedCurve, put, slopeOf, valueAt } from './written.ts'

const zero = integer(0)

const growth: Card = {
  id: 'growth',
  title: say('uses.growth.title'),
  source: 'J. D. Murray, Mathematical Biology I, 3rd edition, chapter 1 (2002)',
  applies: isSCurve,
  content: (shape) => {
    const found = responseOf(shape, {
      name: 'P',
      variable: 't',
      size: 'K',
      z: 'r*(t - m)',
      rate: 'r',
      place: 'm + z/r',
      positive: 'K r',
    })
    if (!found) return undefined
    const { assuming, slope, form, placeOf, steepest } = found
    const half = placeOf(HALF)
    return {
      assuming,
      letters: [
        letter('t', say('uses.growth.t'), '6', 'h'),
        letter('K', say('uses.growth.K'), '665', 'mg/L'),
        letter('r', say('uses.growth.r'), '0.5', '1/h'),
        letter('m', say('uses.growth.m'), '8', 'h'),
      ],
      steps: [
        { says: say('uses.growth.is'), shows: found.defined, needed: true },
        { says: say('uses.growth.slope'), shows: found.derived, needed: true },
        ...ifKnown(found.reused, (shows) => [{ says: say('uses.growth.through'), shows }]),
        ...ifKnown(steepest, ({ at, value, slope: rate, proofs }) => [
          {
            says: say('uses.growth.fastest', { place: equals('t', at), size: equals('P', value), rate }),
            proofs,
            worked: [{ name: say('uses.growth.greatest'), of: rate, unit: 'mg/(L·h)' }],
          },
        ]),
        ...ifKnown(half && steepest && same(half, steepest.at) ? undefined : half, (at) => [
          {
            says: say('uses.growth.half', { place: equals('t', at) }),
            proofs: [[put(form, 't', at), divide(symbol('K'), integer(2))]] as const,
          },
        ]),
      ],
      worked: [
        { name: valueAt('P', '6'), of: form, unit: 'mg/L' },
        { name: say('uses.growth.rate-now', { at: '6' }), of: slope, unit: 'mg/(L·h)' },
      ],
    }
  },
}

const dose: Card = {
  id: 'dose-response',
  title: say('uses.dose.title'),
  source: 'C. Ritz, F. Baty, J. C. Streibig, D. Gerhard, Dose-response analysis using R, PLoS ONE 10 (2015)',
  applies: isSCurve,
  content: (shape) => {
    const scaled = scaledOf(shape)
    // only where the curve has half its height at 0 is the dose that z measures from the EC50
    const isHalf = scaled?.level(HALF) !== undefined && same(scaled.level(HALF) as Expr, zero)
    const dose = isHalf ? 'EC_50' : 'c_0'
    const found = responseOf(shape, {
      name: 'E',
      variable: 'c',
      size: 'E_max',
      z: `h*log(c/${dose})`,
      rate: 'h/c',
      place: `${dose}*e^(z/h)`,
      positive: `c E_max ${dose} h`,
    })
    if (!scaled || !found) return undefined
    const { assuming, form, slope, sized } = found
    const [c, h, E_max, d] = ['c', 'h', 'E_max', dose].map(symbol) as [Expr, Expr, Expr, Expr]
    const there = sized(scaled.at(zero))
    const hill = namedCurve('hill', `c E_max ${dose} h`)
    const byLog = tidied(multiply(c, slope))
    const reused = scaled.through(symbol('E'), E_max)
    const through = reused && tidied(multiply(h, reused))
    return {
      assuming,
      letters: [
        letter('c', say('uses.dose.c'), '20', 'nmol/L'),
        letter('E_max', say('uses.dose.E_max'), '100', '%'),
        letter(dose, isHalf ? say('uses.dose.EC_50') : say('uses.dose.c_0'), '10', 'nmol/L'),
        letter('h', say('uses.dose.h'), '1.5'),
      ],
      steps: [
        { says: say('uses.dose.is'), shows: found.defined, needed: true },
        {
          says: say('uses.known', { curve: hill.title }),
          shows: { left: valueAt('E', 'c'), right: hill.form, proof: [form, hill.form] },
        },
        { says: say('uses.dose.slope'), shows: found.derived, needed: true },
        {
          says: say('uses.dose.by-log'),
          shows: {
            left: multiply(c, slopeOf('E', 'c')),
            right: through ?? byLog,
            proof: [multiply(c, slope), through ? put(through, 'E', form) : byLog],
          },
        },
        {
          says: say('uses.dose.there', { size: there, place: equals('c', d) }),
          proofs: [[put(form, 'c', d), there]],
        },
        ...ifKnown(isHalf ? undefined : found.placeOf(HALF), (at) => [
          {
            says: say('uses.dose.half', { place: equals('c', at) }),
            proofs: [[put(form, 'c', at), divide(E_max, integer(2))]] as const,
          },
        ]),
      ],
      worked: [
        { name: valueAt('E', '20'), of: form, unit: '%' },
        { name: say('uses.dose.rate-now', { at: '20' }), of: slope, unit: '%/(nmol/L)' },
        { name: say('uses.dose.one-percent'), of: divide(byLog, integer(100)), unit: '%' },
      ],
    }
  },
}

const firing: Card = {
  id: 'firing-rate',
  title: say('uses.firing.title'),
  source:
    'H. R. Wilson, J. D. Cowan, Excitatory and inhibitory interactions in localized populations of model neurons, Biophys. J. 12 (1972)',
  applies: isSCurve,
  content: (shape) => {
    const found = responseOf(shape, {
      name: 'R',
      variable: 'I',
      size: 'R_max',
      z: '(I - theta)/s',
      rate: '1/s',
      place: 'theta + s*z',
      positive: 'R_max s',
    })
    if (!found) return undefined
    const { assuming, scaled, form, slope, sized, rated, steepest } = found
    const theta = symbol('theta')
    const [rate, gain] = [sized(scaled.at(zero)), rated(scaled.slopeAt(zero))]
    const place = equals('I', theta)
    const isSteepest = steepest !== undefined && same(steepest.at, theta)
    return {
      assuming,
      letters: [
        letter('I', say('uses.firing.I'), '0.6', 'nA'),
        letter('R_max', say('uses.firing.R_max'), '100', 'Hz'),
        letter('theta', say('uses.firing.theta'), '0.5', 'nA'),
        letter('s', say('uses.firing.s'), '0.1', 'nA'),
      ],
      steps: [
        { says: say('uses.firing.is'), shows: found.defined, needed: true },
        { says: say('uses.firing.slope'), shows: found.derived, needed: true },
        ...ifKnown(found.reused, (shows) => [{ says: say('uses.firing.through'), shows }]),
        {
          says: isSteepest
            ? say('uses.firing.threshold-steepest', { place, rate, gain })
            : say('uses.firing.threshold', { place, rate, gain }),
          proofs: [
            [put(form, 'I', theta), rate],
            [put(slope, 'I', theta), gain],
          ],
          worked: [{ name: say('uses.firing.gain-threshold'), of: gain, unit: 'Hz/nA' }],
        },
        ...ifKnown(isSteepest ? undefined : steepest, ({ at, slope: greatest, proofs }) => [
          { says: say('uses.firing.steepest', { place: equals('I', at), gain: greatest }), proofs },
        ]),
        ...(fades(shape) ? [{ says: say('uses.firing.fades') }] : []),
      ],
      worked: [
        { name: valueAt('R', '0.6'), of: form, unit: 'Hz' },
        { name: say('uses.firing.gain-now', { at: '0.6' }), of: slope, unit: 'Hz/nA' },
      ],
    }
  },
}

const learning: Card = {
  id: 'neuron-learning',
  title: say('uses.learning.title'),
  source: 'W. Gerstner, W. M. Kistler, R. Naud, L. Paninski, Neuronal Dynamics (2014)',
  applies: isSCurve,
  content: (shape) => {
    const writing = { name: 'p', z: 'w*x - theta', positive: 'w x' }
    const found = responseOf(shape, { ...writing, variable: 'x', rate: 'w', place: '(theta + z)/w' })
    const byWeight = responseOf(shape, { ...writing, variable: 'w', rate: 'x', place: '(theta + z)/x' })
    if (!found || !byWeight) return undefined
    const { form, slope } = found
    const [p, x, w] = ['p', 'x', 'w'].map(symbol) as [Expr, Expr, Expr]
    const small = parse('0.05')
    const at = (u: Expr, place: string): Expr => put(u, 'x', parse(place))
    const changes = ['1', '4'].flatMap((place) => [
      {
        name: say('uses.learning.change', { at: place }),
        of: add(at(form, `${place} + 0.05`), negate(at(form, place))),
      },
      { name: say('uses.learning.by-slope', { at: place }), of: multiply(at(slope, place), small) },
    ])
    return {
      assuming: found.assuming,
      letters: [
        letter('x', say('uses.learning.x'), '1'),
        letter('w', say('uses.learning.w'), '2'),
        letter('theta', say('uses.learning.theta'), '2'),
      ],
      steps: [
        { says: say('uses.learning.is'), shows: { left: p, right: form }, needed: true },
        {
          says: say('uses.learning.input'),
          shows: { ...(found.reused ?? found.derived), left: derivative(p, x) },
          needed: true,
        },
        {
          says: say('uses.learning.weight'),
          shows: { ...(byWeight.reused ?? byWeight.derived), left: derivative(p, w) },
          needed: true,
        },
      ],
      worked: changes,
      after: fades(shape) ? [{ says: say('uses.learning.means') }] : [],
    }
  },
}

export const LIFE_CARDS: readonly Card[] = [growth, dose, firing, learning]
