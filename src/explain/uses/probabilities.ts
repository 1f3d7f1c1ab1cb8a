/** Uses of S-curves from 0 to 1 as probabilities, and of bells as responses. */

import { differentiate } from '../../derive/index.ts'
import {
  add,
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
import { areaUnder } from './area.ts'
import { type Card, ifKnown, letter } from './card.ts'
import { positive, responseOf } from './response.ts'
import { HALF, tidied } from './scaled.ts'
import { isBell, isProbability } from './shape.ts'
import { equals, put, valueAt } from './written.ts'

const x = symbol('x')
const [zero, one] = [integer(0), integer(1)]

const probability: Card = {
  id: 'probability',
  title: say('uses.probability.title'),
  source: 'P. McCullagh, J. A. Nelder, Generalized Linear Models, 2nd edition, chapter 4 (1989)',
  applies: isProbability,
  content: (shape) => {
    const found = responseOf(shape, {
      name: 'p',
      variable: 'x',
      z: 'beta_0 + beta_1*x',
      rate: 'beta_1',
      place: '(z - beta_0)/beta_1',
      positive: 'beta_1',
    })
    if (!found) return undefined
    const { assuming, form, slope, steepest } = found
    const boundary = found.placeOf(HALF)
    return {
      assuming,
      letters: [
        letter('x', say('uses.probability.x'), '3', 'h'),
        letter('beta_0', say('uses.probability.beta_0'), '-4'),
        letter('beta_1', say('uses.probability.beta_1'), '1.5', '1/h'),
      ],
      steps: [
        { says: say('uses.probability.is'), shows: found.defined, needed: true },
        { says: say('uses.probability.slope'), shows: found.derived, needed: true },
        ...ifKnown(found.reused, (shows) => [{ says: say('uses.probability.through'), shows }]),
        ...ifKnown(steepest, ({ at, slope: most, proofs }) => [
          { says: say('uses.probability.most', { place: equals('x', at), slope: most }), proofs },
        ]),
        { says: say('uses.probability.each') },
        ...ifKnown(boundary, (at) => [
          {
            says: say('uses.probability.boundary', { half: HALF, place: equals('x', at) }),
            proofs: [[put(form, 'x', at), HALF]] as const,
            worked: [{ name: say('uses.probability.boundary-now'), of: at, unit: 'h' }],
          },
        ]),
      ],
      worked: [
        { name: valueAt('p', '3'), of: form },
        { name: say('uses.probability.rate-now', { at: '3' }), of: slope, unit: '1/h' },
      ],
    }
  },
}

const density: Card = {
  id: 'density',
  title: say('uses.density.title'),
  source:
    'W. Feller, An Introduction to Probability Theory and Its Applications 2, 2nd edition, chapter 1 (1971)',
  applies: isProbability,
  content: (shape) => {
    const found = responseOf(shape, {
      name: 'F',
      variable: 'x',
      z: '(x - m)/s',
      rate: '1/s',
      place: 'm + s*z',
      positive: 's',
    })
    if (!found) return undefined
    const { assuming, form, slope, steepest } = found
    const upTo = (value: string): Expr => put(form, 'x', parse(value))
    return {
      assuming,
      letters: [
        letter('x', say('uses.density.x'), '20.3', 'mm'),
        letter('m', say('uses.density.m'), '20', 'mm'),
        letter('s', say('uses.density.s'), '0.2', 'mm'),
      ],
      steps: [
        { says: say('uses.density.is'), shows: found.defined, needed: true },
        { says: say('uses.density.slope'), shows: found.derived, needed: true },
        { says: say('uses.density.total', { zero, one }) },
        ...ifKnown(found.placeOf(HALF), (median) => [
          { says: say('uses.density.median', { median }), proofs: [[put(form, 'x', median), HALF]] as const },
        ]),
        ...ifKnown(steepest, ({ at, slope: greatest, proofs }) => [
          { says: say('uses.density.mode', { place: equals('x', at), density: greatest }), proofs },
        ]),
      ],
      worked: [
        { name: say('uses.density.density-now', { at: '20.3' }), of: slope, unit: '1/mm' },
        {
          name: say('uses.density.between', { from: '19.8', to: '20.2' }),
          of: add(upTo('20.2'), negate(upTo('19.8'))),
        },
      ],
    }
  },
}

/** R = A·f(x₀ + (x − m)/s)/f(x₀), the peak of f being at x₀. */
const bell: Card = {
  id: 'bell',
  title: say('uses.bell.title'),
  source: 'P. Dayan, L. F. Abbott, Theoretical Neuroscience, section 1.2 (2001)',
  applies: isBell,
  content: ({ f, variable, peak, bends }) => {
    if (!peak) return undefined
    const assuming = positive('A s')
    const [A, m, s] = ['A', 'm', 's'].map(symbol) as [Expr, Expr, Expr]
    const z = tidied(add(peak.at, divide(add(x, negate(m)), s)))
    const form = tidied(divide(multiply(A, put(f, variable, z)), peak.value))
    const derivation = differentiate(form, { variable: 'x', assuming })
    const slope = derivation.to
    const called = valueAt('R', 'x')
    const place = (u: Expr): Expr => tidied(add(m, multiply(s, add(u, negate(peak.at)))))
    const [first, second, ...more] = bends.map(({ at }) => place(at))
    const steepest = first && second && more.length === 0 ? { one: first, other: second } : undefined
    return {
      assuming,
      letters: [
        letter('x', say('uses.bell.x'), '110', '°'),
        letter('A', say('uses.bell.A'), '60', 'Hz'),
        letter('m', say('uses.bell.m'), '90', '°'),
        letter('s', say('uses.bell.s'), '20', '°'),
      ],
      steps: [
        { says: say('uses.bell.is'), shows: { left: called, right: form }, needed: true },
        {
          says: say('uses.bell.slope'),
          shows: { left: derivative(called, x), right: slope, proof: derivation },
          needed: true,
        },
        {
          says: say('uses.bell.peak', { place: equals('x', m), zero }),
          proofs: [
            [put(form, 'x', m), A],
            [put(slope, 'x', m), zero],
          ],
        },
        ...ifKnown(steepest, (places) => [{ says: say('uses.bell.steepest', places) }]),
      ],
      worked: [
        { name: valueAt('R', '110'), of: form, unit: 'Hz' },
        { name: say('uses.bell.rate-now', { at: '110' }), of: slope, unit: 'Hz/°' },
      ],
    }
  },
}

/** p = f((x − m)/s)/(s·A), where A is the area under f. */
const bellDensity: Card = {
  id: 'bell-density',
  title: say('uses.density.title'),
  source: density.source,
  applies: isBell,
  content: (shape) => {
    const { f, variable, peak } = shape
    const area = peak && areaUnder(shape)
    if (!peak || !area) return undefined
    const { antiderivative, from, total } = area
    const assuming = positive('s')
    const [m, s] = ['m', 's'].map(symbol) as [Expr, Expr]
    const z = divide(add(x, negate(m)), s)
    const form = tidied(divide(put(f, variable, z), multiply(s, total)))
    const whole = tidied(divide(add(put(antiderivative, variable, z), negate(from)), total))
    const called = valueAt('F', 'x')
    const top = tidied(add(m, multiply(s, peak.at)))
    const greatest = tidied(divide(peak.value, multiply(s, total)))
    const upTo = (value: string): Expr => put(whole, 'x', parse(value))
    return {
      assuming,
      letters: [
        letter('x', say('uses.density.x'), '20.3', 'mm'),
        letter('m', say('uses.density.m'), '20', 'mm'),
        letter('s', say('uses.density.s'), '0.2', 'mm'),
      ],
      steps: [
        {
          says: say('uses.bell-density.is', { area: total }),
          shows: { left: valueAt('p', 'x'), right: form },
          needed: true,
        },
        {
          says: say('uses.bell-density.whole'),
          shows: { left: called, right: whole },
          proofs: [[derivative(whole, x), form]],
          needed: true,
        },
        {
          says: say('uses.density.mode', { place: equals('x', top), density: greatest }),
          proofs: [[put(form, 'x', top), greatest]],
        },
      ],
      worked: [
        { name: say('uses.density.density-now', { at: '20.3' }), of: form, unit: '1/mm' },
        {
          name: say('uses.density.between', { from: '19.8', to: '20.2' }),
          of: add(upTo('20.2'), negate(upTo('19.8'))),
        },
      ],
    }
  },
}

export const PROBABILITY_CARDS: readonly Card[] = [probability]
export const SHAPE_CARDS: readonly Card[] = [density, bell, bellDensity]
