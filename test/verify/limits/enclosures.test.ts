/**
 * A second method: rigorous values at points ever nearer. Where they can be enclosed, the distance from
 * the limit shrinks, what grows grows, and the side of approach is the one that is claimed.
 */
import { expect, test } from 'vitest'
import { print } from '../../../src/syntax/index.ts'
import type { Side } from '../../../src/verify/limits/approach.ts'
import { found, type KnownLimit, knownLimits } from '../../support/limits.ts'
import { distances, isOnItsSide, isSmaller } from '../../support/nearing.ts'

/** What turns only beyond all numbers that can be written down. */
const FAR_OUT = ['log(x)^2*e^(sqrt(log(x))*log(log(x))^2*e^(sqrt(log(log(x)))*log(log(log(x)))^3))/sqrt(x)']

const decided = knownLimits().filter(
  ({ input, is }) => is !== 'none' && is !== 'unknown' && !FAR_OUT.includes(input.split(' ; ')[0] as string),
)
const wanders = ({ of, to }: KnownLimit): boolean => typeof to === 'string' && /sin|cos/.test(print(of))
const sidesOf = ({ to, side }: KnownLimit): readonly Side[] =>
  side ? [side] : typeof to === 'string' ? ['right'] : ['left', 'right']

test('values come nearer to each limit, from the side that is claimed', () => {
  const asked = decided.flatMap((known) => sidesOf(known).map((side) => ({ known, side })))
  const seen = asked.filter(({ known, side }) => {
    const limit = found(known.of, known.to, known.side, known.assuming)
    const near = distances(known, side, limit)
    const [before, last] = wanders(known) ? [near[0], near.at(-1)] : near.slice(-2)
    if (!before || !last || before === last) return false
    expect(isSmaller(last.size, before.size), known.input).toBe(true)
    expect(isOnItsSide(last, limit), known.input).toBe(true)
    return true
  })
  expect(seen.length).toBeGreaterThan(0.8 * asked.length)
}, 60_000)
