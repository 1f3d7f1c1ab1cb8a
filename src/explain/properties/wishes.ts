/**
 * The four wishes that curves between two bounds are chosen for: values between the bounds, smooth,
 * rising (or falling) all the way, and tending to the bounds at the ends. Nothing unless all four hold.
 */
import { type Analysis, type PropertyOf, propertiesNamed } from '../../analyse/index.ts'
import type { Interval } from '../../analyse/interval.ts'
import type { PropertyName } from '../../analyse/properties/index.ts'
import type { Said } from '../draft.ts'
import type { Name } from '../name.ts'
import { say } from '../wording/message.ts'
import { ROWS, valuesBetween } from './rows.ts'
import type { Replay } from './table.ts'
import { Terms } from './terms.ts'

/** The wishes as sentences, if the function grants them all; every certificate is replayed. */
export function wishesOf(analysis: Analysis, called: Name, replay: Replay): Said[][] | undefined {
  const terms = new Terms(analysis, called)
  const only = <Name extends PropertyName>(name: Name): PropertyOf<Name> | undefined => {
    const [found, ...others] = propertiesNamed(analysis, name)
    return found && others.length === 0 && replay.accepts(found) ? found : undefined
  }
  const [range, ...more] = only('range')?.value ?? []
  const [stretch, ...others] = only('monotone')?.value ?? []
  const limits = only('limits')
  if (!range || !stretch || !limits || more.length + others.length > 0) return undefined
  const { low, high, on } = range
  const isBounded = typeof low.value !== 'string' && typeof high.value !== 'string'
  if (!terms.isAll(on) || !isBounded || stretch.direction === 'constant') return undefined
  const ends = limits.value.filter(({ to }) => typeof to === 'string')
  const regular = regularity(only('smoothness')?.value, only('differentiability')?.value.on, terms)
  if (!regular || ends.length !== 2 || ends.some(({ is }) => is === undefined)) return undefined
  return [
    [say('wishes.bounded', { values: valuesBetween(low, high, terms.fx, terms) })],
    [regular],
    [say(stretch.direction === 'increasing' ? 'wishes.rises' : 'wishes.falls')],
    [say('wishes.tends', { limits: ROWS.limits(ends, terms) ?? '' })],
  ]
}

/** Smooth everywhere, or at least with a derivative everywhere. */
function regularity(
  smooth: readonly Interval[] | undefined,
  differentiable: readonly Interval[] | undefined,
  terms: Terms,
): Said | undefined {
  const isEverywhere = ([on, ...more]: readonly Interval[] = []): boolean =>
    on !== undefined && more.length === 0 && terms.isAll(on)
  if (isEverywhere(smooth)) return say('wishes.smooth')
  return isEverywhere(differentiable) ? say('wishes.differentiable') : undefined
}
