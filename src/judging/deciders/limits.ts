/** Limits. */
import { limit as limitOf } from '../../analyse/limit.ts'
import { seemingOrder } from '../../analyse/order.ts'
import { printed } from '../../analyse/printed.ts'
import type { Extended } from '../../expression/claim.ts'
import { call } from '../../expression/expr.ts'
import { found, type Ground } from '../ground.ts'
import { no, type Outcome, unknown, yes } from '../judgement.ts'
import type { Said } from '../sentence.ts'
import { shown } from '../shown.ts'

type Of<Kind extends Said['kind']> = Extract<Said, { readonly kind: Kind }>

export function limit({ to, side, is }: Of<'limit'>, ground: Ground): Outcome {
  const { f, variable, assuming, context, study } = ground
  const from = typeof to === 'string' ? undefined : side === 'both' ? onlySide(to, ground) : side
  const options = { ...context, assuming, ...(from ? { side: from } : {}) }
  const known = limitOf(f, variable, to, options)
  if (known.verdict === 'unknown') return unknown(known.reason)
  const evidence = [known.certificate, ...ground.derivations]
  if (known.conditions.length > 0) {
    return unknown(`it depends on whether ${known.conditions.map(printed).join(' and ')}`)
  }
  if (known.verdict === 'none') {
    const says = `there is no limit: ${known.reason}`
    return is === undefined ? yes(says, ...evidence) : no(says, ...evidence)
  }
  const says = `it tends to ${shown(known.value, study)}${from && side === 'both' ? ` from the ${from}, where it is defined` : ''}`
  if (is === undefined) return no(says, ...evidence)
  const fits = sameValue(known.value, is, ground)
  if (fits === undefined) return unknown(`${says}; whether that is ${shown(is, study)} is not known`)
  return fits ? yes(says, ...evidence) : no(says, ...evidence)
}

function sameValue(a: Extended, b: Extended, { study }: Ground): boolean | undefined {
  if (typeof a === 'string' || typeof b === 'string') return a === b
  if (study.sameValue(a, b)) return true
  return study.holds([], call('!=', [a, b])) ? false : undefined
}

/** The side on which the function is defined near the place, if it is one side only. */
function onlySide(to: Extended, ground: Ground): 'left' | 'right' | undefined {
  const pieces = found(() => ground.pieces) ?? []
  const order = (a: Extended): number | undefined => seemingOrder(a, to, ground.study)
  const around = pieces.filter(({ lower, upper }) => (order(lower) ?? 1) <= 0 && (order(upper) ?? -1) >= 0)
  const isRight = around.some(({ upper }) => order(upper) === 1)
  const isLeft = around.some(({ lower }) => order(lower) === -1)
  return isRight === isLeft ? undefined : isRight ? 'right' : 'left'
}
