/** The natural case: what is supposed of parameters so that the function has one shape. */

import { OutOfBudget } from '../derive/index.ts'
import type { Condition } from '../expression/condition.ts'
import { OgeeError } from '../expression/error.ts'
import { call, isCall, same } from '../expression/expr.ts'
import { subjectOf } from './analyser.ts'
import { Missing, Open } from './open.ts'
import { limitsOf } from './properties/limits.ts'
import { because, type Reason, told } from './reason.ts'
import { settled } from './settled.ts'
import { RISING, stretchesIn } from './stretches.ts'
import type { Study } from './study.ts'

const MOST_SUPPOSED = 8

/** The study with as much supposed of the parameters as the domain, and rising and falling, depend on. */
export function natural(start: Study, within: readonly Condition[]): Study {
  // without parameters there is nothing to suppose
  if (start.letters.length === 0) return start
  let study = start
  for (let i = 0; i < MOST_SUPPOSED; i += 1) {
    try {
      const { shape } = subjectOf(study, within)
      limitsOf(shape, study)
      stretchesIn(shape, RISING, study)
      return study
    } catch (stop) {
      const next =
        stop instanceof Missing ? suppose(study, usual(settled(stop.condition, study.facts()))) : undefined
      if (!next && reasonOf(stop) === undefined && !(stop instanceof Missing)) throw stop
      if (!next) return study
      study = next
    }
  }
  return study
}

/** A parameter is usually positive, where that is a case. */
function usual(condition: Condition): Condition {
  const [u, v] = condition.kind === 'call' ? condition.args : []
  const isNamed = u?.kind === 'symbol' && v?.kind === 'number' && v.value.num === 0n
  const isOther = isCall(condition, '!=') || isCall(condition, '<') || isCall(condition, '<=')
  return isNamed && isOther ? call('>', [u, v]) : condition
}

/** One more assumption, unless it is made already or contradicts what is assumed. */
export function suppose(study: Study, condition: Condition): Study | undefined {
  if (study.assuming.some((known) => same(known, condition))) return undefined
  const next = study.supposing(condition)
  try {
    return next.samples.length > 0 ? next : undefined
  } catch (stop) {
    if (stop instanceof Open) return undefined
    throw stop
  }
}

/** Why the search stopped, unless it is a fault. */
export function reasonOf(stop: unknown): Reason | undefined {
  if (stop instanceof Open) return stop.reason
  if (stop instanceof OgeeError || stop instanceof OutOfBudget) return told(stop.message)
  return stop instanceof RangeError ? because('nested') : undefined
}
