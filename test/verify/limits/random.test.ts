/** Random formulas: laws of limits, substitutions and mirror images; and values far out. */
import { describe, expect, test } from 'vitest'
import {
  add,
  call,
  divide,
  type Expr,
  exp,
  integer,
  mentions,
  multiply,
  negate,
  raise,
  substitute,
  symbol,
} from '../../../src/expression/expr.ts'
import { exponentValue } from '../../../src/rules/exponent.ts'
import { print } from '../../../src/syntax/index.ts'
import { fraction } from '../../../src/verify/limits/constants.ts'
import type { Limit } from '../../../src/verify/limits/limit.ts'
import { compareNormalForms } from '../../../src/verify/normal-form/normal-form.ts'
import { found, textOf, valueIn } from '../../support/limits.ts'
import { distances, isOnItsSide, isSmaller } from '../../support/nearing.ts'
import { Random } from '../../support/random.ts'

const FORMULAS = Number(process.env.LIMITS ?? 250)
const SEED = Number(process.env.SEED ?? 1)
const x = symbol('x')

function formula(random: Random, size: number): Expr {
  if (size <= 1)
    return random.chance(0.75) ? x : fraction(BigInt(random.whole(-3, 3)), BigInt(random.whole(1, 3)))
  const rest = random.whole(1, size - 1)
  const part = (n = size - 1): Expr => formula(random, n)
  const both = (): [Expr, Expr] => [part(rest), part(size - rest)]
  return random.weighted<() => Expr>([
    [4, () => add(...both())],
    [3, () => multiply(...both())],
    [3, () => divide(...both())],
    [2, () => add(part(rest), negate(part(size - rest)))],
    [2, () => exp(part())],
    [2, () => call('log', [part()])],
    [
      2,
      () =>
        raise(part(), fraction(BigInt(random.pick([-2, -1, 1, 2, 3])), BigInt(random.pick([1, 1, 2, 3])))),
    ],
    [1, () => raise(...both())],
    [1, () => call(random.pick(['atan', 'tanh', 'erf', 'abs', 'sign', 'asinh']), [part()])],
    [0.5, () => call(random.pick(['sin', 'cos', 'tan', 'asin']), [part()])],
    [0.3, () => call(random.pick(['min', 'max']), both())],
  ])()
}

/** x - x as an exponent is a number, which 1/x - 1/x is not: what is put for x would change what the power means. */
const keepsMeaning = (u: Expr): boolean =>
  u.kind !== 'call' ||
  (u.args.every(keepsMeaning) &&
    !(u.head === 'power' && mentions(u.args[1] as Expr, 'x') && exponentValue(u.args[1] as Expr)))

const formulas = (): Expr[] => {
  const random = new Random(SEED)
  return Array.from({ length: FORMULAS }, () => formula(random, random.whole(2, 8))).filter(keepsMeaning)
}

const isDecided = (limit: Limit): boolean => limit.kind === 'finite' || limit.kind === 'infinite'

/** Both undecided, or the same. */
function agree(a: Limit, b: Limit, about: string): void {
  if (a.kind === 'unknown' || b.kind === 'unknown') return
  const [p, q] = [valueIn(a), valueIn(b)]
  const isSame =
    typeof p === 'string' || typeof q === 'string'
      ? p === q
      : compareNormalForms(p, q, [], 1_000_000).outcome === 'equal'
  expect(isSame, `${about}: ${textOf(p)}, ${textOf(q)}`).toBe(true)
}

describe('random formulas', () => {
  test('laws of limits', () => {
    const random = new Random(SEED + 1)
    const all = formulas()
    for (const f of all) {
      const g = random.pick(all)
      const [l, m] = [found(f, 'infinity'), found(g, 'infinity')]
      const about = `${print(f)} and ${print(g)}`
      if (!isDecided(l) || !isDecided(m)) continue
      agree(found(negate(f), 'infinity'), opposite(l), about)
      const sum = plus(l, m)
      if (sum) agree(found(add(f, g), 'infinity'), sum, about)
      if (l.kind === 'infinite') agree(found(divide(integer(1), f), 'infinity'), finite(integer(0)), about)
      else if (l.kind === 'finite' && m.kind === 'finite')
        agree(found(multiply(f, g), 'infinity'), finite(multiply(l.value, m.value)), about)
    }
  }, 60_000)

  test('substitutions and mirror images', () => {
    const put = (f: Expr, u: Expr): Expr => substitute(f, new Map([['x', u]]))
    for (const f of formulas()) {
      const limit = found(f, 'infinity')
      const about = print(f)
      agree(found(put(f, divide(integer(1), x)), 0, 'right'), limit, `${about} by 1/x`)
      agree(found(put(f, negate(x)), '-infinity'), limit, `${about} by -x`)
      agree(found(put(f, exp(x)), 'infinity'), limit, `${about} by e^x`)
      agree(
        found(put(f, divide(integer(1), add(integer(2), negate(x)))), 2, 'left'),
        limit,
        `${about} by 1/(2 - x)`,
      )
      const at = found(f, 1, 'left')
      agree(found(put(f, add(integer(1), negate(x))), 0, 'right'), at, `${about} by 1 - x`)
      agree(found(put(f, add(x, integer(1))), 0, 'left'), at, `${about} by x + 1`)
    }
  }, 60_000)

  test('numbers put for parameters', () => {
    const random = new Random(SEED + 2)
    for (const f of formulas()) {
      const withLetters = lettered(f, random)
      const general = found(withLetters, 'infinity', undefined, ['a > 0', 'b > 0'])
      for (const [p, q] of [
        [2n, 3n],
        [5n, 2n],
      ] as const) {
        const put = (u: Expr): Expr =>
          substitute(
            u,
            new Map([
              ['a', fraction(p, q)],
              ['b', fraction(q, p * q)],
            ]),
          )
        const meant = general.kind === 'finite' ? { ...general, value: put(general.value) } : general
        agree(found(put(withLetters), 'infinity'), meant, print(withLetters))
      }
    }
  }, 60_000)

  test('values far out', () => {
    for (const f of formulas()) {
      const limit = found(f, 'infinity')
      const near = distances({ of: f, to: 'infinity', assuming: [] }, 'right', limit)
      const [before, last] = near.slice(-2)
      if (!before || !last || /sin|cos|tan\(/.test(print(f).replaceAll('atan', ''))) continue
      expect(isOnItsSide(last, limit), `${print(f)} tends to ${textOf(valueIn(limit))}`).toBe(true)
      const isExact = last.size.exact !== undefined && last.size.exact.num === 0n
      if (!isExact)
        expect(isSmaller(last.size, before.size), `${print(f)} tends to ${textOf(valueIn(limit))}`).toBe(true)
    }
  }, 60_000)
})

/** Some of the variables and numbers in u replaced by parameters; exponents stay, since x^b and x^2 mean unlike things for x < 0. */
function lettered(u: Expr, random: Random): Expr {
  if (u.kind !== 'call')
    return random.chance(u.kind === 'number' ? 0.5 : 0.2) ? symbol(random.pick(['a', 'b'])) : u
  if (u.head === 'power') return raise(lettered(u.args[0] as Expr, random), u.args[1] as Expr)
  return call(
    u.head,
    u.args.map((arg) => lettered(arg, random)),
  )
}

const finite = (value: Expr): Limit => ({ kind: 'finite', value })

function opposite(limit: Limit): Limit {
  if (limit.kind === 'finite') return finite(negate(limit.value))
  return limit.kind === 'infinite' ? { ...limit, sign: limit.sign > 0 ? -1 : 1 } : limit
}

/** The limit of the sum, where those of the summands tell. */
function plus(a: Limit, b: Limit): Limit | undefined {
  if (a.kind === 'finite' && b.kind === 'finite') return finite(add(a.value, b.value))
  if (a.kind === 'infinite') return b.kind === 'infinite' && a.sign !== b.sign ? undefined : a
  return b
}
