/** Balls hold what enclosures hold: the doubles that they tell are the nearest ones, for random formulas at points of all sizes. */
import { expect, test } from 'vitest'
import { spot, truth } from '../../src/compute/stable/truth.ts'
import { toNumber } from '../../src/enclose/dyadic.ts'
import { print } from '../../src/syntax/index.ts'
import { Random } from '../support/random.ts'
import { randomTerm } from '../support/random-term.ts'

const FORMULAS = 250
/** The level of 820 bits. */
const EXACTLY = 4

test('doubles told by balls are those that enclosures tell', () => {
  const random = new Random(20_267)
  let compared = 0
  for (let tries = 0; tries < FORMULAS; tries += 1) {
    const u = randomTerm(random, 3 + (tries % 9), { letters: ['x', 'y'], piecewise: tries % 3 === 0 })
    const at = [0, 1].map(() => (random.chance(0.5) ? -1 : 1) * 10 ** (12 * random.next() - 6))
    const place = spot(['x', 'y'], at)
    const byBalls = truth(u, place, { left: 0 })
    const { found } = place.enclosure(u, EXACTLY)
    if (found.kind === 'undefined') expect(byBalls, `${print(u)} at ${at}`).toBeNaN()
    if (Number.isNaN(byBalls) || found.kind !== 'interval' || !found.total) continue
    const [low, high] = [toNumber(found.value.lo), toNumber(found.value.hi)]
    const slack = 2 ** -51 * Math.abs(byBalls) + 2 ** -1_073
    const isWithin = (byBalls >= low - slack || low > 1e308) && (byBalls <= high + slack || high < -1e308)
    expect(isWithin, `${print(u)} at ${at}: ${byBalls}, not from ${low} to ${high}`).toBe(true)
    compared += 1
  }
  expect(compared).toBeGreaterThan(FORMULAS / 2)
}, 60_000)
