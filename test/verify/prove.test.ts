/** What the checker takes as proved is true: conditions, signs and domains of random terms at points. */
import { expect, test } from 'vitest'
import { Canon } from '../../src/expression/canonical.ts'
import { defined, interior } from '../../src/expression/condition.ts'
import { call, type Expr, integer, negate, symbol } from '../../src/expression/expr.ts'
import { numberTerm } from '../../src/expression/number-term.ts'
import { domainOf, interiorOf } from '../../src/rules/domain.ts'
import { isTotal } from '../../src/rules/forms.ts'
import { print } from '../../src/syntax/print.ts'
import { unproved } from '../../src/verify/prove.ts'
import { Facts } from '../../src/verify/signs.ts'
import { holdsAt, isValue, type Point, size, valueAt } from '../support/oracle.ts'
import { Random } from '../support/random.ts'
import { randomTerm } from '../support/random-term.ts'

const LETTERS = { letters: ['x', 'a'] }
/** Signs as bits. */
const [MINUS, NULL, PLUS] = [1, 2, 4]
const RELATIONS = ['>', '>=', '<', '<=', '=', '!=']
const told = (at: Point): string =>
  Object.entries(at)
    .map(([name, { num, den }]) => `${name} = ${num}/${den}`)
    .join()

/** A relation that is often true and often easy: between a term and a number, or two terms. */
function relation(random: Random, u: Expr): Expr {
  const number = numberTerm(random.rational())
  const right = random.weighted<() => Expr>([
    [5, () => integer(0)],
    [3, () => number],
    [2, () => randomTerm(random, random.whole(1, 4), LETTERS)],
  ])()
  const sides = random.chance(0.8) ? [u, right] : [right, u]
  return call(random.pick(RELATIONS), sides)
}

const term = (random: Random): Expr => randomTerm(random, random.whole(1, 7), LETTERS)

/** A statement about u or about terms near it. */
function statement(random: Random, u: Expr): Expr {
  const near = random.weighted<() => Expr>([
    [5, () => u],
    [2, () => negate(u)],
    [2, () => call(random.pick(['abs', 'sqrt', 'exp', 'log', 'sign', 'tanh']), [u])],
    [2, () => call(random.pick(['multiply', 'add', 'divide', 'min', 'max']), [u, term(random)])],
    [1, () => call('power', [u, integer(random.whole(0, 3))])],
    [1, () => symbol('x')],
  ])()
  return random.weighted<() => Expr>([
    [10, () => relation(random, near)],
    [2, () => defined(near)],
    [1, () => interior(near)],
    [2, () => call(random.pick(['and', 'or']), [relation(random, near), relation(random, term(random))])],
  ])()
}

const pointFor = (random: Random): Point => ({ x: random.rational(), a: random.rational() })

test('what follows from facts by the checker holds where they do', () => {
  const random = new Random(41)
  const wrong: string[] = []
  let [proved, used] = [0, 0]
  for (let i = 0; i < 8_000; i += 1) {
    const u = term(random)
    const facts = Array.from({ length: random.whole(0, 3) }, () =>
      statement(random, random.chance(0.7) ? u : term(random)),
    )
    const question = statement(random, u)
    if (unproved(question, new Facts(facts, new Canon(isTotal))).length > 0) continue
    proved += 1
    for (let k = 0; k < 8; k += 1) {
      const at = pointFor(random)
      if (!facts.every((fact) => holdsAt(fact, at, 64) === true)) continue
      used += 1
      const state = holdsAt(question, at, 64)
      if (state === false || state === 'undefined')
        wrong.push(`${facts.map((f) => print(f))} ⊢ ${print(question)}, but ${told(at)}`)
    }
  }
  expect(wrong).toEqual([])
  expect(proved).toBeGreaterThan(800)
  expect(used).toBeGreaterThan(2_000)
})

test('signs are those that occur', () => {
  const random = new Random(42)
  const wrong: string[] = []
  let narrow = 0
  for (let i = 0; i < 5_000; i += 1) {
    const u = randomTerm(random, random.whole(1, 9), LETTERS)
    const facts = random.chance(0.5) ? [] : [relation(random, term(random))]
    const possible = new Facts(facts, new Canon(isTotal)).signs(u)
    if (possible === (MINUS | NULL | PLUS)) continue
    narrow += 1
    for (let k = 0; k < 5; k += 1) {
      const at = pointFor(random)
      if (!isValue(valueAt(u, at, 64)) || !facts.every((fact) => holdsAt(fact, at, 64) === true)) continue
      const is = (relation: string): boolean => holdsAt(call(relation, [u, integer(0)]), at, 64) === true
      const found = is('<') ? MINUS : is('>') ? PLUS : is('=') ? NULL : possible
      if ((found & possible) === 0)
        wrong.push(`${print(u)}: not ${possible}, where ${facts.map((f) => print(f))}, ${told(at)}`)
    }
  }
  expect(wrong).toEqual([])
  expect(narrow).toBeGreaterThan(1_500)
})

test('a domain is where the term has a value', () => {
  const random = new Random(43)
  const wrong: string[] = []
  let [inside, outside, interiors] = [0, 0, 0]
  for (let i = 0; i < 3_500; i += 1) {
    const u = randomTerm(random, random.whole(2, 9), LETTERS)
    const canon = new Canon(isTotal)
    const [domain, near] = [domainOf(u, canon), interiorOf(u, canon)]
    for (let k = 0; k < 3; k += 1) {
      const at = pointFor(random)
      const value = valueAt(u, at, 64)
      const states = domain.map((c) => holdsAt(c, at, 64))
      if (states.every((state) => state === true)) {
        inside += 1
        if (value === 'undefined') wrong.push(`${print(u)} is undefined inside its domain, ${told(at)}`)
      } else if (!states.includes('unknown')) {
        outside += 1
        if (isValue(value)) wrong.push(`${print(u)} has a value outside its domain, ${told(at)}`)
      }
      const simple = !near.some((c) => c.kind === 'call' && c.head === 'interior')
      if (k > 0 || !simple || !near.every((c) => holdsAt(c, at, 64) === true)) continue
      interiors += 1
      if (isCalm(u, at) && holdsAt(interior(u), at) === false)
        wrong.push(`${print(u)} is not continuous near ${told(at)}`)
    }
  }
  expect(wrong).toEqual([])
  expect(Math.min(inside, outside, interiors)).toBeGreaterThan(1_000)
})

/** Are the values of u and its parts so small that it cannot be steep enough to seem to jump? */
function isCalm(u: Expr, at: Point): boolean {
  const value = valueAt(u, at, 64)
  const small = isValue(value) && size(value) < 2 ** 20
  return small && (u.kind !== 'call' || u.args.every((arg) => isCalm(arg, at)))
}
