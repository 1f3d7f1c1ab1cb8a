/** Every function of the tables, composed with simple inner functions. */
import { describe, expect, test } from 'vitest'
import { differentiate } from '../../src/derive/index.ts'
import { toJson } from '../../src/derive/json.ts'
import { verify } from '../../src/derive/verify.ts'
import { call, type Expr, symbol } from '../../src/expression/expr.ts'
import { rational } from '../../src/expression/rational.ts'
import { CURVES, DEFINITIONS, PRIMITIVES } from '../../src/functions/index.ts'
import { parsePattern } from '../../src/rules/pattern.ts'
import { allHold, isValue, meanValue, type Point, slopeAt, valueAt } from '../support/oracle.ts'
import { Random } from '../support/random.ts'

const INNER = ['x', '2*x + 1', 'x^2', 'e^x', '1/x', '|x|', 'sin(x)'].map(parsePattern)
const WANTED = 3

/** Defined at single points at most: nothing to differentiate. */
const NOWHERE = new Set(['acosh of sin(x)', 'asec of sin(x)', 'acsc of sin(x)', 'acoth of sin(x)'])

function pointFor(random: Random, names: readonly string[]): Point {
  const value = () => {
    const den = random.pick([7, 11, 13])
    return rational(BigInt(random.whole(1, 3 * den)), BigInt(den))
  }
  return Object.fromEntries(
    names.map((name) => {
      const { num, den } = value()
      return [name, rational(name === 'x' && random.chance(0.5) ? -num : num, den)]
    }),
  )
}

function check(f: Expr, names: readonly string[], random: Random, empty: boolean): void {
  const derivation = differentiate(f, { variable: 'x' })
  const { to, conditions } = derivation
  expect(verify(derivation)).toEqual({ ok: true })
  expect(verify(JSON.parse(JSON.stringify(toJson(derivation))))).toEqual({ ok: true })
  let informative = 0
  for (let i = 0; i < 60 && informative < WANTED; i += 1) {
    const at = pointFor(random, names)
    if (!isValue(valueAt(f, at, 60))) continue
    const agreement = meanValue(f, to, conditions, 'x', at)
    expect(agreement).not.toBe('differs')
    if (agreement === 'agrees') informative += 1
    // At a point away from all borders the answer is silent only where there is no derivative.
    if (agreement === 'silent' && !allHold(conditions, at)) {
      expect(isValue(slopeAt(f, 'x', at))).toBe(false)
    }
  }
  expect(informative).toBe(empty ? 0 : WANTED)
}

describe.each([...PRIMITIVES, ...DEFINITIONS, ...CURVES])('$name', ({ name, letters }) => {
  test.each(
    INNER.map((inner, i) => [['x', '2x+1', 'x^2', 'e^x', '1/x', '|x|', 'sin(x)'][i], inner] as const),
  )('of %s', (text, inner) => {
    const others = letters.slice(1).map((letter) => (letter === 'x' ? 'y' : letter))
    const f = call(name, [inner, ...others.map(symbol)])
    check(
      f,
      ['x', ...others],
      new Random(name.length * 31 + `${text}`.length),
      NOWHERE.has(`${name} of ${text}`),
    )
  })
})
