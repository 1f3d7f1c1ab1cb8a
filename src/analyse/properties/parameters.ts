/** What each parameter does: how the limits, the turning points and the steepest slope change when it grows. */

import type { Expr } from '../../expression/expr.ts'
import { mentions } from '../../expression/expr.ts'
import type { Analyser, Subject } from '../analyser.ts'
import { slopeSign } from '../derivative-sign.ts'
import { Missing, Open } from '../open.ts'
import type { Evidence } from '../property.ts'
import { because } from '../reason.ts'
import { inflectionsOf } from './convexity.ts'
import { extremaOf } from './extrema.ts'
import { limitsOf } from './limits.ts'
import { slopesOf } from './slope.ts'

/** A quantity that describes the shape. */
export type Quantity = 'limit' | 'turning point' | 'inflection' | 'steepest slope'

export interface Effect {
  readonly parameter: string
  readonly quantity: Quantity
  readonly of: Expr
  /** What the quantity does when the parameter grows. */
  readonly effect: 'raises' | 'lowers' | 'none' | 'unknown'
}

interface Measured {
  readonly quantity: Quantity
  readonly of: Expr
}

/** What is found, unless it stays open. */
function ifFound(find: () => readonly Measured[]): readonly Measured[] {
  try {
    return find()
  } catch (stop) {
    if (stop instanceof Open || stop instanceof Missing) return []
    throw stop
  }
}

function quantitiesOf(subject: Subject): readonly Measured[] {
  const { shape, study } = subject
  const terms = (quantity: Quantity, all: readonly unknown[]): Measured[] =>
    all.filter((of): of is Expr => typeof of === 'object' && of !== null).map((of) => ({ quantity, of }))
  const all = [
    ...ifFound(() =>
      terms(
        'limit',
        limitsOf(shape, study).map(({ is }) => is),
      ),
    ),
    ...ifFound(() =>
      terms(
        'turning point',
        extremaOf(subject).map(({ on }) => on.lower),
      ),
    ),
    ...ifFound(() =>
      terms(
        'inflection',
        inflectionsOf(subject).map(({ at }) => at),
      ),
    ),
    ...ifFound(() =>
      terms(
        'steepest slope',
        slopesOf(subject).map(({ high }) => high.value),
      ),
    ),
  ]
  const isPlain = ({ of }: Measured): boolean => study.numbersIn([of]).length === 0
  return all.filter(
    (one, i) =>
      isPlain(one) && all.findIndex((other) => other.of === one.of && other.quantity === one.quantity) === i,
  )
}

export const parameters: Analyser<readonly Effect[]> = (subject) => {
  const { study } = subject
  if (study.letters.length === 0) return undefined
  const quantities = quantitiesOf(subject)
  const evidence: Evidence[] = []
  const value = study.letters.flatMap((parameter) =>
    quantities.map(({ quantity, of }): Effect => {
      if (!mentions(of, parameter)) return { parameter, quantity, of, effect: 'none' }
      const found = slopeSign(of, parameter, study)
      if (found) evidence.push(found.proof)
      const effect = !found ? 'unknown' : found.sign > 0 ? 'raises' : 'lowers'
      return { parameter, quantity, of, effect }
    }),
  )
  return { value, why: because('parameter-derivative'), how: 'proved', evidence }
}
