/** Limits and asymptotes. */
import { limit as limitOf } from '../../analyse/limit.ts'
import { Missing, Open } from '../../analyse/open.ts'
import { printed } from '../../analyse/printed.ts'
import { limitOf as limitThere } from '../../analyse/tends.ts'
import type { Extended } from '../../expression/claim.ts'
import { add, call, type Expr, isCall, negate, symbol } from '../../expression/expr.ts'
import { sides } from '../../verify/claims/parts.ts'
import type { Ground } from '../ground.ts'
import { no, type Outcome, unknown, yes } from '../judgement.ts'
import type { Said } from '../sentence.ts'

type Of<Kind extends Said['kind']> = Extract<Said, { readonly kind: Kind }>

export function limit({ to, side, is }: Of<'limit'>, ground: Ground): Outcome {
  const { f, variable, assuming, context } = ground
  const place = typeof to === 'string' ? symbol(to === 'infinity' ? 'infinity' : 'infinity') : to
  const target = to === '-infinity' ? negate(place) : place
  const oneSide = side === 'both' || typeof to === 'string' ? {} : { side }
  const found = limitOf(f, variable, typeof to === 'string' ? to : target, {
    ...context,
    assuming,
    ...oneSide,
  })
  if (found.verdict === 'unknown') return unknown(found.reason)
  if (found.verdict === 'none') return no(`there is no limit: ${found.reason}`, found.certificate)
  const shown = `it tends to ${printed(found.value)}`
  const fits = sameValue(found.value, is, ground)
  if (fits === undefined) return unknown('the two limits could not be compared')
  const open = found.conditions.length > 0 ? ` if ${found.conditions.map(printed).join(' and ')}` : ''
  if (found.conditions.length > 0) return unknown(`it depends on the parameters: ${shown}${open}`)
  return fits
    ? yes(shown, found.certificate, ...ground.derivations)
    : no(shown, found.certificate, ...ground.derivations)
}

function sameValue(a: Extended, b: Extended, { study }: Ground): boolean | undefined {
  if (typeof a === 'string' || typeof b === 'string') return a === b
  if (study.sameValue(a, b)) return true
  return study.holds([], call('!=', [a, b])) ? false : undefined
}

/** y = c at an end of the line, x = a with an infinite limit, y = mx + b. */
export function asymptote({ direction, line }: Of<'asymptote'>, ground: Ground): Outcome {
  if (line) return onLine(line, direction, ground)
  if (direction === 'vertical') return someVertical(ground)
  if (direction === 'horizontal') return someHorizontal(ground)
  return unknown('asymptotes of that kind are judged when their line is said')
}

function onLine(line: Expr, direction: Of<'asymptote'>['direction'], ground: Ground): Outcome {
  if (!isCall(line, '=')) return unknown('an asymptote is said as y = … or x = …')
  const [, left, right] = sides(line)
  const isVertical = left.kind === 'symbol' && left.name === ground.variable
  if (isVertical) {
    if (direction && direction !== 'vertical') return unknown('that line is vertical')
    return decided(
      (['left', 'right'] as const).map((side) => () => limitThere(ground.f, right, side, ground.study)),
      (is) => is === 'infinity' || is === '-infinity',
      `x = ${printed(right)}`,
    )
  }
  const gap = add(ground.f, negate(right))
  return decided(
    (['infinity', '-infinity'] as const).map(
      (to) => () => limitThere(gap, to, to === 'infinity' ? 'left' : 'right', ground.study),
    ),
    (is) => typeof is === 'object' && ground.study.sameValue(is, ZERO),
    `y = ${printed(right)}`,
  )
}

const ZERO = call('add', [symbol('pi'), negate(symbol('pi'))])

/** One of the limits is as wanted, or all are known and none is. */
function decided(
  limits: readonly (() => ReturnType<typeof limitThere>)[],
  fits: (is: Extended) => boolean,
  name: string,
): Outcome {
  const found = limits.map((look) => {
    try {
      return look()
    } catch (stop) {
      if (stop instanceof Open || stop instanceof Missing) return undefined
      throw stop
    }
  })
  const one = found.find((limit) => limit?.is !== undefined && limit.proof && fits(limit.is))
  if (one) return yes(`it comes as near to ${name} as one likes`, one.proof)
  if (found.some((limit) => limit === undefined || (limit.is !== undefined && !limit.proof))) {
    return unknown(`the limits at ${name} are not known`)
  }
  if (found.some((limit) => limit?.is === undefined)) return unknown('a limit is not known')
  return no(`it does not come near to ${name}`, ...found.flatMap((limit) => limit?.proof ?? []))
}

function someVertical(ground: Ground): Outcome {
  const found = ground.find('limits')
  const domain = ground.find('domain')
  if (!domain) return unknown('its domain is not known')
  const at = found?.value.find(({ to, is }) => typeof to !== 'string' && typeof is === 'string')
  if (at) return yes(`${ground.variable} = ${printed(at.to)}`, at.proof)
  return no(
    'no limit at an end of its domain, or at a gap, is infinite',
    ...domain.evidence,
    ...(found?.evidence ?? []),
  )
}

function someHorizontal(ground: Ground): Outcome {
  const found = ground.find('limits')
  if (!found) return unknown('the limits are not known')
  const far = found.value.filter(({ to }) => typeof to === 'string')
  const at = far.find(({ is }) => typeof is === 'object')
  if (at?.is) return yes(`y = ${printed(at.is)}`, at.proof)
  return far.every(({ is }) => typeof is === 'string')
    ? no('it has no finite limit far out', ...found.evidence)
    : unknown('a limit is not known')
}
