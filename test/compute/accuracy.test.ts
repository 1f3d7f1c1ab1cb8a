/**
 * Curves in forms that keep their digits: both tiers within their bounds, against enclosures. (The forms that
 * `compile` finds by itself are in docs/accuracy.md.)
 */
import { expect, test } from 'vitest'
import { compile } from '../../src/compute/index.ts'
import { parse } from '../../src/index.ts'
import { DOUBLE, exactly, stratified, ulps } from './accuracy.ts'

const COUNT = Number(process.env.ACCURACY_POINTS ?? 600)
const FAST = 4.5
const ACCURATE = 1.05

const CURVES = [
  { given: 'e^x', form: 'e^x' },
  { given: 'log(x)', form: 'log(x)' },
  { given: '1/(1+e^-x)', form: undefined },
  { given: 'e^-x/(1+e^-x)^2', form: 'e^-abs(x)/(1+e^-abs(x))^2' },
  { given: 'log(1/(1+e^-x))', form: '-(max(-x, 0) + log1p(e^-abs(x)))' },
  { given: 'log(1+e^x)', form: 'max(x, 0) + log1p(e^-abs(x))' },
  { given: 'log(x/(1-x))', form: '{2*atanh(2*x - 1) if abs(x - 1/2) < 1/4 else log(x) - log1p(-x)}' },
] as const

const xs = stratified(COUNT)
const column = new Float64Array(xs)

test.each(CURVES)('$given', ({ given, form }) => {
  const right = xs.map((x) => exactly(parse(given), x))
  for (const [tier, bound] of [
    ['fast', FAST],
    ['accurate', ACCURATE],
  ] as const) {
    const values =
      form === undefined
        ? compile(given, { tier, variables: ['x'] })(column)
        : compile(form, { tier, variables: ['x'], form: 'as-written' })(column)
    xs.forEach((x, i) => {
      const exact = right[i]
      if (exact && !(ulps(values[i] as number, exact, DOUBLE) <= bound))
        expect.fail(`${tier}: ${values[i]} at ${x}, ${ulps(values[i] as number, exact, DOUBLE)} ulp`)
    })
  }
})
