/** A slope in proportion to the value, f′ = c·f: N = N₀·f(k·t)/f(0), which doubles or halves in a fixed time. */

import { differentiate } from '../../derive/index.ts'
import {
  add,
  call,
  derivative,
  divide,
  type Expr,
  freeSymbols,
  integer,
  multiply,
  negate,
  symbol,
} from '../../expression/expr.ts'
import { say } from '../wording/message.ts'
import { type Card, letter } from './card.ts'
import { positive } from './response.ts'
import { HALF, tidied } from './scaled.ts'
import type { Shape } from './shape.ts'
import { put, valueAt } from './written.ts'

/** The constant c, where the function goes one way on the whole line. */
function ratioOf({ through, isContinuous, direction, letters }: Shape): Expr | undefined {
  if (!through || !isContinuous || !direction || letters.length > 0) return undefined
  const ratio = tidied(divide(through.form, symbol(through.letter)))
  return freeSymbols(ratio).length === 0 ? ratio : undefined
}

export const EXPONENTIAL: Card = {
  id: 'exponential',
  title: say('uses.exponential.title'),
  source: 'J. D. Murray, Mathematical Biology I, 3rd edition, chapter 1 (2002)',
  applies: (shape) => ratioOf(shape) !== undefined,
  content: (shape) => {
    const ratio = ratioOf(shape)
    if (!ratio) return undefined
    const { f, variable, direction } = shape
    const assuming = positive('N_0 k')
    const [t, k, N] = ['t', 'k', 'N'].map(symbol) as [Expr, Expr, Expr]
    const beginning = tidied(put(f, variable, integer(0)))
    const form = tidied(divide(multiply(symbol('N_0'), put(f, variable, multiply(k, t))), beginning))
    const derivation = differentiate(form, { variable: 't', assuming })
    const slope = derivation.to
    const called = call('N', [t])
    const left = derivative(called, t)
    const right = tidied(multiply(ratio, k, N))
    const isRising = direction === 'rising'
    const share = isRising ? integer(2) : HALF
    const speed = multiply(isRising ? ratio : negate(ratio), k)
    const time = tidied(divide(call('log', [integer(2)]), speed))
    return {
      assuming,
      letters: [
        letter('t', say('uses.exponential.t'), '3', 'h'),
        letter('N_0', say('uses.exponential.N_0'), '500'),
        letter('k', say('uses.exponential.k'), '0.4', '1/h'),
      ],
      steps: [
        { says: say('uses.exponential.is'), shows: { left: called, right: form }, needed: true },
        {
          says: say('uses.exponential.slope'),
          shows: { left, right: slope, proof: derivation },
          needed: true,
        },
        {
          says: say('uses.exponential.through'),
          shows: { left, right, proof: [slope, put(right, 'N', form)] },
          needed: true,
        },
        {
          says: isRising
            ? say('uses.exponential.doubles', { time })
            : say('uses.exponential.halves', { time }),
          proofs: [[put(form, 't', add(t, time)), multiply(share, form)]],
          worked: [
            {
              name: isRising ? say('uses.exponential.doubling') : say('uses.exponential.halving'),
              of: time,
              unit: 'h',
            },
          ],
        },
      ],
      worked: [
        { name: valueAt('N', '3'), of: form },
        { name: say('uses.exponential.rate-now', { at: '3' }), of: slope, unit: '1/h' },
      ],
    }
  },
}
